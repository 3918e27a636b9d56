/** One update → what is done about it: a command handled and answered, a chat come or gone, a button, a file, a card. */
import type { Api } from 'grammy'
import type { Update } from 'grammy/types'
import type { Message } from '../../src/messages/message.js'
import { plain } from '../../src/messages/spans.js'
import { interfaceLanguage, words } from '../../src/messages/words.js'
import type { PlatformHooks } from '../../src/platform.js'
import type { Channels } from './channels.js'
import type { Delivering, Place } from './deliver.js'
import type { Flood } from './flood.js'
import { answerInline } from './inline.js'
import type { Keyboards } from './keyboard.js'
import { limits } from './limits.js'
import type { TelegramLog } from './log.js'
import { nearestZone } from './nearest-zone.js'
import type { Rights } from './rights.js'
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
  /** The text of a file that was sent to the bot. */
  download(fileId: string): Promise<string>
  log: TelegramLog
}

/** An answer that takes longer shows that it is being written; the sign lasts five seconds. */
const typingAfterMs = 1_000
const typingEveryMs = 4_500

function saying(key: string, scene: Scene, values: Record<string, string | number> = {}): Message {
  const lang = interfaceLanguage(scene.languageHint)
  return { blocks: [{ type: 'paragraph', spans: [plain(words(lang)(key, values))] }], buttons: [], lang }
}

export interface Converse {
  /** To be told of every update as it comes in, before those of its chat that still wait. */
  arrived(update: Update): void
  /** Does what the update asks for, in its chat's order. */
  handle(update: Update): Promise<void>
}

interface Arrival {
  /** In ms of the monotonic clock. */
  notBefore: number
  drop: boolean
}

export function createConverse(options: ConverseOptions): Converse {
  const arrivals = new WeakMap<Update, Arrival>()
  const { api, me, hooks, keyboards, rights, channels, flood, delivering, log } = options

  /** In a group an answer hangs on its question; in a private chat it simply follows. */
  function placeOf(scene: Scene): Place {
    return { address: scene.address, replyTo: scene.kind === 'private' ? null : scene.messageId, edit: null }
  }

  async function withTyping<T>(scene: Scene, work: () => Promise<T>): Promise<T> {
    const show = (): void => {
      const other = scene.address.thread ? { message_thread_id: Number(scene.address.thread) } : {}
      // A sign that could not be shown is no loss.
      api.sendChatAction(scene.address.chat, 'typing', other).catch(() => {})
    }
    let every: NodeJS.Timeout | undefined
    const first = setTimeout(() => {
      show()
      every = setInterval(show, typingEveryMs)
    }, typingAfterMs)
    try {
      return await work()
    } finally {
      clearTimeout(first)
      clearInterval(every)
    }
  }

  function arrived(update: Update): void {
    const meaning = understand(update, me)
    if (!('scene' in meaning) || meaning.type === 'joined') return
    const { scene } = meaning
    const { delayMs, notice, drop } = flood.enter(scene.person.user)
    arrivals.set(update, { notBefore: performance.now() + delayMs, drop })
    if (notice) void delivering.deliver([saying('slow-down', scene)], placeOf(scene))
  }

  /** False: too fast by far, no answer. */
  async function inTurn(update: Update): Promise<boolean> {
    const arrival = arrivals.get(update)
    if (!arrival) return true
    const left = arrival.notBefore - performance.now()
    if (left > 0 && !arrival.drop) await new Promise((settle) => setTimeout(settle, left))
    return !arrival.drop
  }

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
    const messages = await withTyping(scene, () => handle(scene, said.command, said.argument, said.key))
    await delivering.deliver(messages, place)
  }

  /** A post of the asker's own channel: its settings are one tap away. */
  async function withChannel(messages: Message[], meaning: Extract<Meaning, { type: 'said' }>): Promise<Message[]> {
    const { scene, forwardedFrom: from } = meaning
    const last = messages.at(-1)
    if (!last || !from || scene.user === null || !rights.knows(from.id) || !(await rights.isAdmin(from.id, scene.user))) return messages
    const label = words(interfaceLanguage(last.lang))('channel-head', { channel: from.title })
    return [...messages.slice(0, -1), { ...last, buttons: [...last.buttons, [{ label, command: 'channel', argument: String(from.id) }]] }]
  }

  async function channel(meaning: Extract<Meaning, { type: 'channel' }>, key: string, place: Place): Promise<void> {
    const { scene } = meaning
    if (meaning.channel === null) {
      const { message, markup } = channels.invitation(scene, me)
      return delivering.deliver([message], { ...place, extraMarkup: markup })
    }
    const { channel: named, rest } = meaning
    const messages = await withTyping(scene, () => channels.run(scene, { channel: named, rest, key }, me))
    await delivering.deliver(messages, place)
  }

  async function pressed(meaning: Extract<Meaning, { type: 'pressed' }>, key: string): Promise<void> {
    const { scene, queryId, data, message } = meaning
    const wish = scene.kind === 'channel' ? null : keyboards.pressed(data, message?.reply_markup)
    const lang = interfaceLanguage(scene.languageHint)
    const answer = wish ? {} : { text: words(lang)('button-old').slice(0, limits.notice), show_alert: true }
    // The phone waits for this; a query that ran out meanwhile is nobody's fault.
    await api.answerCallbackQuery(queryId, answer).catch((error: unknown) => log.debug({ error: String(error) }, 'a button could not be answered'))
    if (!wish) return
    const place: Place =
      wish.mode === 'edit' && message?.text !== undefined ? { ...placeOf(scene), replyTo: null, edit: message.message_id } : placeOf(scene)
    if (wish.command === 'channel') {
      const [id = '', ...rest] = wish.argument.split(' ')
      return channel({ type: 'channel', scene, channel: Number(id), rest: rest.join(' ') }, key, place)
    }
    await respond(scene, { ...wish, key }, place)
  }

  async function joined(meaning: Extract<Meaning, { type: 'joined' }>, key: string): Promise<void> {
    const { scene, canPost } = meaning
    await hooks.chatEvent({ kind: 'back', address: scene.address })
    if (scene.kind !== 'channel') {
      // One greeting, once, however often the bot is put out and in.
      const messages = await handle({ ...scene, messageId: null }, 'start', '', `greeting:${me.id}:${scene.address.chat}`)
      return delivering.deliver(messages, placeOf(scene))
    }
    if (!canPost || scene.user === null) return
    // Who added it hears of it in private, where he may have never been: then there is nobody to tell.
    const own: Scene = { ...scene, address: addressOf(scene.user), kind: 'private', title: null }
    const messages = await channels.run(own, { channel: Number(scene.address.chat), rest: '', key }, me)
    await delivering.deliver(messages, placeOf(own))
  }

  async function document(meaning: Extract<Meaning, { type: 'document' }>, key: string): Promise<void> {
    const { scene, name, bytes, fileId } = meaning
    if (!/\.(?:opml|xml)$/i.test(name) || bytes > limits.document) return delivering.deliver([saying('input-no-text', scene)], placeOf(scene))
    const text = await options.download(fileId)
    await respond(scene, { command: 'importsources', argument: text, key }, placeOf(scene))
  }

  async function handleUpdate(update: Update): Promise<void> {
    if (!(await inTurn(update))) return
    const meaning = understand(update, me)
    const key = `${me.id}:${update.update_id}`
    switch (meaning.type) {
      case 'nothing':
        return
      case 'said': {
        const { scene, command, argument } = meaning
        const messages = await withTyping(scene, async () => withChannel(await handle(scene, command, argument, key), meaning))
        return delivering.deliver(messages, placeOf(scene))
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
        return delivering.deliver([saying(meaning.why, meaning.scene, { most: limits.question })], placeOf(meaning.scene))
      case 'inline':
        return answerInline(meaning.query, key, { api, handle: hooks.handle })
      case 'event':
        return hooks.chatEvent(meaning.event)
      case 'joined':
        return joined(meaning, key)
    }
  }

  return { arrived, handle: handleUpdate }
}

/** Updates with the same key are handled in order: those of one chat, or of one person's inline queries. */
export function orderKey(update: Update): string | undefined {
  const chat = update.message?.chat ?? update.channel_post?.chat ?? update.callback_query?.message?.chat ?? update.my_chat_member?.chat
  const person = update.callback_query?.from ?? update.inline_query?.from
  return chat ? String(chat.id) : person ? `person ${person.id}` : undefined
}
