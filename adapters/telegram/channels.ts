/** A channel named in a private chat, or a command posted in one → whether bot and person are its admins; its commands run from there. */
import type { Api } from 'grammy'
import type { Block, Message } from '../../src/messages/message.js'
import { bold, plain } from '../../src/messages/spans.js'
import { interfaceLanguage, words } from '../../src/messages/words.js'
import type { Handle } from '../../src/platform.js'
import type { ChatStore } from '../../src/subscribers/chat.js'
import type { ChannelName, Rights } from './rights.js'
import type { Tongue } from './tongue.js'
import { addressOf, type Me, type Scene } from './updates.js'

/** Only what is needed: to write and to mend what was written. */
const postRights = {
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: false,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: false,
  can_invite_users: false,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_post_messages: true,
}

/** Words to type name the channel they are for. */
function hinted(blocks: readonly Block[], channel: number): Block[] {
  return blocks.map((block) =>
    block.type === 'paragraph'
      ? { ...block, spans: block.spans.map((span) => (span.code ? { ...span, text: `channel ${channel} ${span.text}` } : span)) }
      : block,
  )
}

/** Buttons and hints of a channel's message, as used elsewhere. */
function addressed(message: Message, channel: number): Message {
  const buttons = message.buttons.map((row) =>
    row.map((button) =>
      'command' in button
        ? { ...button, command: 'channel', argument: `${channel} ${button.command}${button.argument ? ` ${button.argument}` : ''}` }
        : button,
    ),
  )
  return { ...message, blocks: hinted(message.blocks, channel), buttons }
}

/** A channel's answer as shown elsewhere: which channel it is about stands above it. */
function headed(messages: readonly Message[], channel: { id: number; title: string }, lang: string): Message[] {
  const head = { type: 'paragraph' as const, spans: [bold(words(interfaceLanguage(lang))('channel-head', { channel: channel.title }))] }
  return messages.map((message, index) => {
    const own = addressed(message, channel.id)
    return index === 0 ? { ...own, blocks: [head, ...own.blocks] } : own
  })
}

export interface Channels {
  /** How to connect a channel; with Telegram's own chooser. */
  invitation(scene: Scene, me: Me): Promise<{ message: Message; markup: object }>
  /** Runs a command of a channel for its admin; its buttons go on meaning that channel. */
  run(scene: Scene, wish: { channel: ChannelName; rest: string; key: string }, me: Me): Promise<Message[]>
  /** Whom of a channel's admins to tell in private what its readers need not see; null: nobody who ever wrote to the bot. */
  managerOf(channel: number): Promise<{ user: number; lang: string } | null>
  /** What a channel's command answered, for its manager's private chat. */
  elsewhere(messages: readonly Message[], channel: { id: number; title: string }, lang: string): Message[]
}

export function createChannels(options: {
  api: Pick<Api, 'getChat' | 'getChatAdministrators'>
  rights: Rights
  chats: Pick<ChatStore, 'standing'>
  tongue: Tongue
  handle: Handle
}): Channels {
  const { api, rights, chats, tongue } = options
  /** Who managed a channel last, from a private chat. */
  const managers = new Map<number, { user: number; hint: string | null }>()

  async function isReachable(user: number): Promise<boolean> {
    return (await chats.standing(addressOf(user)))?.ended === false
  }

  return {
    elsewhere: headed,

    async invitation(scene, me) {
      const lang = await tongue.language(scene.address, scene.languageHint)
      const say = words(lang)
      const message: Message = {
        blocks: [
          { type: 'paragraph', spans: [plain(say('channel-how'))] },
          { type: 'paragraph', spans: [plain(`https://t.me/${me.username}?startchannel=digest&admin=post_messages`)] },
        ],
        buttons: [],
        lang,
      }
      const request_chat = {
        request_id: 1,
        chat_is_channel: true,
        bot_administrator_rights: postRights,
        user_administrator_rights: postRights,
      }
      return {
        message,
        markup: { keyboard: [[{ text: say('channel-choose'), request_chat }]], resize_keyboard: true, one_time_keyboard: true },
      }
    },

    async run(scene, { channel, rest, key }, me) {
      const saying = async (word: string, title: string): Promise<Message[]> => [await tongue.saying(word, scene, { channel: title })]
      if ((await rights.isInside(channel)) === false) return saying('channel-bot-no-admin', String(channel))
      let chat: Awaited<ReturnType<Api['getChat']>>
      try {
        chat = await api.getChat(channel)
      } catch {
        return saying('channel-unknown', String(channel))
      }
      const title = 'title' in chat && chat.title ? chat.title : String(channel)
      if (chat.type !== 'channel') return saying('channel-is-none', title)
      if (!(await rights.canPost(chat.id, me.id))) return saying('channel-bot-no-admin', title)
      if (scene.user === null || !(await rights.isAdmin(chat.id, scene.user))) return saying('channel-you-no-admin', title)
      managers.set(chat.id, { user: scene.user, hint: scene.languageHint })
      const [command = 'settings', ...argument] = rest.split(/\s+/).filter(Boolean)
      const messages = await options.handle({
        address: addressOf(chat.id),
        kind: 'channel',
        title,
        person: scene.person,
        command,
        argument: argument.join(' '),
        languageHint: scene.languageHint,
        zoneHint: null,
        chatAdmin: true,
        idempotencyKey: key,
      })
      return headed(messages, { id: chat.id, title }, await tongue.language(scene.address, scene.languageHint))
    },

    async managerOf(channel) {
      const last = managers.get(channel)
      const admins = last ? [] : await api.getChatAdministrators(channel).catch(() => [])
      const people = admins
        .filter((member) => !member.user.is_bot)
        .sort((a, b) => Number(b.status === 'creator') - Number(a.status === 'creator'))
        .map(({ user }) => ({ user: user.id, hint: user.language_code ?? null }))
      for (const { user, hint } of last ? [last] : people)
        if (await isReachable(user)) return { user, lang: await tongue.language(addressOf(user), hint) }
      return null
    },
  }
}
