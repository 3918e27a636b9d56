/** One update → what is done about it: a command handled and answered, a chat come or gone, a button, a file, a card. */
import type { Api } from 'grammy'
import type { Update } from 'grammy/types'
import { findCommand } from '../../src/commands/table.js'
import type { Message } from '../../src/messages/message.js'
import { messageText } from '../../src/messages/spans.js'
import { interfaceLanguage, words } from '../../src/messages/words.js'
import type { PlatformHooks } from '../../src/platform.js'
import type { ChatStore } from '../../src/subscribers/chat.js'
import type { Handled } from '../../src/subscribers/handled.js'
import type { Channels } from './channels.js'
import type { Delivering, Place } from './deliver.js'
import type { Flood } from './flood.js'
import { answerInline } from './inline.js'
import type { Keyboards } from './keyboard.js'
import { limits } from './limits.js'
import type { TelegramLog } from './log.js'
import { nearestZone } from './nearest-zone.js'
import type { Rights } from './rights.js'
import type { Tongue } from './tongue.js'
import { createTurns } from './turns.js'
import { withTyping } from './typing.js'
import { addressOf, type Me, type Meaning, type Scene, understand } from './updates.js'

export interface ConverseOptions {
  api: Api
  me: Me
  hooks: PlatformHooks
  keyboards: Keyboards
  rights: Rights
  channels: Channels
  flood: Flood
  delivering: Delivering
  tongue: Tongue
  chats: Pick<ChatStore, 'standing'>
  handled: Pick<Handled, 'first'>
  now: () => Date
  /** Aborted: what waits its turn waits no longer. */
  ending: AbortSignal
  /** The text of a file that was sent to the bot. */
  download(fileId: string): Promise<string>
  log: TelegramLog
}

/** What a channel's editors ask for to be read in the channel; all else is between them and the bot. */
const forReaders = new Set(['latest', 'ask', 'check', 'digest', 'topics', 'timeline', 'positions', 'story', 'cite', 'calendar', 'about'])

export interface Converse {
  /** To be told of every update as it comes in, before those of its chat that still wait. */
  arrived(update: Update): void
  /** Does what the update asks for, in its chat's order. */
  handle(update: Update): Promise<void>
}

export function createConverse(options: ConverseOptions): Converse {
  /** Groups that became supergroups just now: they were greeted as what they were. */
  const moved = new Set<string>()
  const { api, me, hooks, keyboards, rights, channels, delivering, tongue, log } = options

  /** In a group an answer hangs on its question; in a private chat it simply follows. */
  function placeOf(scene: Scene): Place {
    return { address: scene.address, replyTo: scene.kind === 'private' ? null : scene.messageId, edit: null }
  }

  const turns = createTurns({
    me,
    flood: options.flood,
    ending: options.ending,
    slowDown(scene) {
      tongue
        .saying('slow-down', scene)
        .then((message) => delivering.deliver([message], placeOf(scene)))
        .catch((error: unknown) => log.warn({ error: String(error) }, 'a notice did not go out'))
    },
  })

  async function handle(scene: Scene, command: string, argument: string, key: string): Promise<Message[]> {
    return hooks.handle({
      address: scene.address,
      kind: scene.kind,
      title: scene.title,
      person: scene.person,
      command,
      argument,
      languageHint: scene.languageHint,
      zoneHint: null,
      chatAdmin: await rights.manages(scene, command),
      idempotencyKey: key,
    })
  }

  async function respond(scene: Scene, said: { command: string; argument: string; key: string }, place: Place): Promise<void> {
    const messages = await withTyping(api, scene.address, () => handle(scene, said.command, said.argument, said.key))
    await delivering.deliver(messages, place)
  }

  /** A post of the asker's own channel: its settings are one tap away. */
  async function withChannel(messages: Message[], meaning: Extract<Meaning, { type: 'said' }>): Promise<Message[]> {
    const { scene, forwardedFrom: from } = meaning
    const last = messages.at(-1)
    if (!last || !from || scene.user === null || (await rights.isInside(from.id)) !== true) return messages
    if (!(await rights.isAdmin(from.id, scene.user))) return messages
    const label = words(interfaceLanguage(last.lang))('channel-head', { channel: from.title })
    return [...messages.slice(0, -1), { ...last, buttons: [...last.buttons, [{ label, command: 'channel', argument: String(from.id) }]] }]
  }

  async function channel(meaning: Extract<Meaning, { type: 'channel' }>, key: string, place: Place): Promise<void> {
    const { scene } = meaning
    if (meaning.channel === null) {
      const { message, markup } = await channels.invitation(scene, me)
      return delivering.deliver([message], { ...place, extraMarkup: markup })
    }
    const { channel: named, rest } = meaning
    const messages = await withTyping(api, scene.address, () => channels.run(scene, { channel: named, rest, key }, me))
    await delivering.deliver(messages, place)
  }

  async function pressed(meaning: Extract<Meaning, { type: 'pressed' }>, key: string): Promise<void> {
    const { scene, queryId, data, message } = meaning
    const person = scene.person.user
    const wish = scene.kind === 'channel' ? null : keyboards.pressed(data, message?.reply_markup)
    // The phone waits for this; a query that ran out meanwhile is nobody's fault.
    const answer = async (alert: string | null): Promise<void> => {
      const other = alert === null ? {} : { text: alert.slice(0, limits.notice), show_alert: true }
      await api.answerCallbackQuery(queryId, other).catch((error: unknown) => log.debug({ error: String(error) }, 'a button could not be answered'))
    }
    if (!wish) {
      // Only who pressed sees it: in his own language, whatever the chat's is.
      const lang = await tongue.language(addressOf(person), scene.languageHint)
      return answer(words(lang)('button-old'))
    }
    const place: Place =
      wish.mode === 'edit' && message?.text !== undefined ? { ...placeOf(scene), replyTo: null, edit: message.message_id } : placeOf(scene)
    if (scene.kind === 'group' && !['anyone', undefined].includes(findCommand(wish.command)?.who)) {
      const messages = await handle(scene, wish.command, wish.argument, key)
      const refusal = messages.find((one) => one.personal)
      await answer(refusal ? messageText(refusal) : null)
      return delivering.deliver(
        messages.filter((one) => !one.personal),
        place,
      )
    }
    await answer(null)
    if (wish.command === 'channel') {
      const [id = '', ...rest] = wish.argument.split(' ')
      return channel({ type: 'channel', scene, channel: Number(id), rest: rest.join(' ') }, key, place)
    }
    await respond(scene, { ...wish, key }, place)
  }

  /** What those who post in a channel ask of the bot: what is meant for readers comes there, the rest to a manager in private. */
  async function postedCommand(meaning: Extract<Meaning, { type: 'said' }>, key: string): Promise<void> {
    const { scene, command, argument } = meaning
    const channel = { id: Number(scene.address.chat), title: scene.title ?? '' }
    const manager = forReaders.has(command) ? null : await channels.managerOf(channel.id)
    const messages = await handle({ ...scene, languageHint: manager?.lang ?? null }, command, argument, key)
    if (manager)
      return delivering.deliver(channels.elsewhere(messages, channel, manager.lang), {
        address: addressOf(manager.user),
        replyTo: null,
        edit: null,
      })
    // Nobody else is there to hear of it.
    return delivering.deliver(messages, { ...placeOf(scene), ...(forReaders.has(command) ? {} : { silent: true }) })
  }

  async function event(told: Extract<Meaning, { type: 'event' }>['event']): Promise<void> {
    if (told.kind === 'moved') moved.add(told.movedTo.chat)
    await hooks.chatEvent(told)
  }

  async function joined(meaning: Extract<Meaning, { type: 'joined' }>, key: string): Promise<void> {
    const { scene } = meaning
    await hooks.chatEvent({ kind: 'back', address: scene.address })
    if (scene.kind !== 'channel') {
      if (moved.delete(scene.address.chat)) return
      // One greeting, once, however often the bot is put out and in.
      const messages = await handle({ ...scene, messageId: null }, 'start', '', `greeting:${me.id}:${scene.address.chat}`)
      return delivering.deliver(messages, placeOf(scene))
    }
    if (scene.user === null) return
    const own: Scene = { ...scene, address: addressOf(scene.user), kind: 'private', title: null }
    const messages = await channels.run(own, { channel: Number(scene.address.chat), rest: '', key }, me)
    // Who added it hears of it in private; where he has never been there is nobody to tell.
    if ((await options.chats.standing(own.address))?.ended === false) await delivering.deliver(messages, placeOf(own))
  }

  async function document(meaning: Extract<Meaning, { type: 'document' }>, key: string): Promise<void> {
    const { scene, name, bytes, fileId } = meaning
    if (!/\.(?:opml|xml)$/i.test(name) || bytes > limits.document)
      return delivering.deliver([await tongue.saying('input-no-text', scene)], placeOf(scene))
    const text = await options.download(fileId)
    await respond(scene, { command: 'importsources', argument: text, key }, placeOf(scene))
  }

  /** Where the bot is, as Telegram tells of channels: asking about one it is not in would be refused. */
  function noteChannel({ my_chat_member: change, channel_post: post }: Update): void {
    if (post) rights.noted(post.chat, true)
    if (change?.chat.type === 'channel') rights.noted(change.chat, change.new_chat_member.status === 'administrator')
  }

  async function handleUpdate(update: Update): Promise<void> {
    noteChannel(update)
    if (!(await turns.come(update))) return
    const meaning = understand(update, me)
    const key = `${me.id}:${update.update_id}`
    if (meaning.type === 'nothing') return
    // Told before the crash of which Telegram does not know.
    if (!(await options.handled.first('telegram', `update:${key}`, options.now()))) return
    switch (meaning.type) {
      case 'said': {
        if (meaning.scene.kind === 'channel') return postedCommand(meaning, key)
        const { scene, command, argument } = meaning
        const messages = await withTyping(api, scene.address, async () => withChannel(await handle(scene, command, argument, key), meaning))
        // What is answered to a question of the bot reaches it in a group only as a reply: the phone opens one.
        const asks = scene.kind === 'group' && command === 'ask' && argument === ''
        return delivering.deliver(messages, { ...placeOf(scene), ...(asks ? { extraMarkup: { force_reply: true, selective: true } } : {}) })
      }
      case 'pressed':
        return pressed(meaning, key)
      case 'channel':
        return channel(meaning, key, placeOf(meaning.scene))
      case 'document':
        return document(meaning, key)
      case 'location': {
        const zone = nearestZone(meaning.latitude, meaning.longitude)
        return respond(meaning.scene, { command: 'settings', argument: `zone ${zone}`, key }, placeOf(meaning.scene))
      }
      case 'unreadable':
        return delivering.deliver([await tongue.saying(meaning.why, meaning.scene, { most: limits.question })], placeOf(meaning.scene))
      case 'inline':
        return answerInline(meaning.query, key, { api, me, handle: hooks.handle, log })
      case 'event':
        return event(meaning.event)
      case 'joined':
        return joined(meaning, key)
    }
  }

  return { arrived: turns.arrived, handle: handleUpdate }
}

/** Updates with the same key are handled in order: those of one chat, or of one person's inline queries. */
export function orderKey(update: Update): string | undefined {
  const chat = update.message?.chat ?? update.channel_post?.chat ?? update.callback_query?.message?.chat ?? update.my_chat_member?.chat
  const person = update.callback_query?.from ?? update.inline_query?.from
  return chat ? String(chat.id) : person ? `person ${person.id}` : undefined
}
