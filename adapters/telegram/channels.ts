/** A channel (or group) named in a private chat → whether bot and person are its admins, and its commands run from there. */
import type { Api } from 'grammy'
import type { Message } from '../../src/messages/message.js'
import { bold, plain } from '../../src/messages/spans.js'
import { interfaceLanguage, words } from '../../src/messages/words.js'
import type { Handle } from '../../src/platform.js'
import type { Rights } from './rights.js'
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

export interface Channels {
  /** How to connect a channel; with Telegram's own chooser. */
  invitation(scene: Scene, me: Me): { message: Message; markup: object }
  /** Runs a command of a channel for its admin; its buttons go on meaning that channel. */
  run(scene: Scene, wish: { channel: number | string; rest: string; key: string }, me: Me): Promise<Message[]>
}

function saying(text: string, lang: string): Message {
  return { blocks: [{ type: 'paragraph', spans: [plain(text)] }], buttons: [], lang }
}

/** Buttons of a channel's message, as pressed elsewhere. */
function addressed(message: Message, channel: number): Message {
  const buttons = message.buttons.map((row) =>
    row.map((button) =>
      'command' in button
        ? { ...button, command: 'channel', argument: `${channel} ${button.command}${button.argument ? ` ${button.argument}` : ''}` }
        : button,
    ),
  )
  return { ...message, buttons }
}

export function createChannels(options: { api: Pick<Api, 'getChat'>; rights: Rights; handle: Handle }): Channels {
  return {
    invitation(scene, me) {
      const lang = interfaceLanguage(scene.languageHint)
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
      const lang = interfaceLanguage(scene.languageHint)
      const say = words(lang)
      const named = String(channel)
      let chat: Awaited<ReturnType<Api['getChat']>>
      try {
        chat = await options.api.getChat(channel)
      } catch {
        return [saying(say('channel-unknown', { channel: named }), lang)]
      }
      const title = 'title' in chat && chat.title ? chat.title : named
      if (chat.type !== 'channel') return [saying(say('channel-is-none', { channel: title }), lang)]
      if (!(await options.rights.canPost(chat.id, me.id))) return [saying(say('channel-bot-no-admin', { channel: title }), lang)]
      if (scene.user === null || !(await options.rights.isAdmin(chat.id, scene.user)))
        return [saying(say('channel-you-no-admin', { channel: title }), lang)]
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
      const head = { type: 'paragraph' as const, spans: [bold(say('channel-head', { channel: title }))] }
      return messages.map((message, index) => addressed(index === 0 ? { ...message, blocks: [head, ...message.blocks] } : message, chat.id))
    },
  }
}
