/** An update of the Bot API → what it means for us, if anything: group talk that is not meant for the bot is not even looked at. */
import type { Chat, InlineQuery, Message, MessageEntity, Update, User } from 'grammy/types'
import { findCommand } from '../../src/commands/table.js'
import { readTyped } from '../../src/commands/typed.js'
import type { ChatEvent } from '../../src/platform.js'
import type { ChatAddress, ChatKind, PersonAddress } from '../../src/subscribers/address.js'
import { limits } from './limits.js'

/** The bot itself. */
export interface Me {
  id: number
  username: string
}

/** Where something was said, and by whom. */
export interface Scene {
  address: ChatAddress
  kind: ChatKind
  title: string | null
  person: PersonAddress
  /** Whom to ask Telegram about; null: somebody who speaks as a chat. */
  user: number | null
  /** An anonymous admin or a channel's own post: it manages the chat by being it. */
  speaksAsChat: boolean
  languageHint: string | null
  /** What to reply to. */
  messageId: number | null
}

export type Meaning =
  | { type: 'nothing' }
  | { type: 'said'; scene: Scene; command: string; argument: string; forwardedFrom?: { id: number; title: string } }
  | { type: 'pressed'; scene: Scene; queryId: string; data: string; message: Message | null }
  /** A file in a private chat. */
  | { type: 'document'; scene: Scene; fileId: string; name: string; bytes: number }
  | { type: 'location'; scene: Scene; latitude: number; longitude: number }
  /** What can't be read: a key of the words that say so. */
  | { type: 'unreadable'; scene: Scene; why: 'input-too-long' | 'input-no-text' }
  | { type: 'inline'; query: InlineQuery }
  | { type: 'event'; event: ChatEvent }
  /** The bot came into a chat. */
  | { type: 'joined'; scene: Scene }
  /** A channel was shown to the bot in a private chat; null: it asks how. */
  | { type: 'channel'; scene: Scene; channel: number | string | null; rest: string }

const nothing: Meaning = { type: 'nothing' }
/** Any bot answers to these: in a group they are ours only when they name us. */
const onlyWhenNamed = ['start', 'help', 'settings', 'stats']

export function addressOf(chat: number | string, thread = ''): ChatAddress {
  return { platform: 'telegram', workspace: '', chat: String(chat), thread }
}

export function personOf(user: number | string): PersonAddress {
  return { platform: 'telegram', workspace: '', user: String(user) }
}

function kindOf(chat: Chat): ChatKind {
  return chat.type === 'private' || chat.type === 'channel' ? chat.type : 'group'
}

/** General: nothing can be sent to its number. */
const generalTopic = 1

/** Only a forum's topic is a thread; replies in other groups carry a thread id too. General is none. */
function threadOf({ is_topic_message: inTopic, message_thread_id: id }: Message): string {
  return inTopic && id !== undefined && id !== generalTopic ? String(id) : ''
}

function sceneOf(message: Message, user: User | undefined): Scene {
  const { chat, sender_chat: sender } = message
  // Who writes in the name of a channel of his own is a person like others, without a number of his own.
  const person = sender?.id ?? user?.id ?? chat.id
  return {
    address: addressOf(chat.id, threadOf(message)),
    kind: kindOf(chat),
    title: chat.title ?? null,
    person: personOf(person),
    user: sender ? null : (user?.id ?? null),
    speaksAsChat: person === chat.id && chat.type !== 'private',
    languageHint: sender ? null : (user?.language_code ?? null),
    messageId: message.message_id,
  }
}

function textOf(message: Message): { text: string; entities: readonly MessageEntity[] } {
  return { text: message.text ?? message.caption ?? '', entities: message.entities ?? message.caption_entities ?? [] }
}

/** "/latest@readout_bot peace treaty" → its parts; null for a command of another bot, or none. */
function commandOf(text: string, me: Me): { word: string; argument: string; named: boolean } | null {
  const found = /^\/([\p{L}\p{N}_]{1,64})(?:@(\w+))?(?:\s+([\s\S]*))?$/u.exec(text.trim())
  if (!found?.[1]) return null
  const bot = found[2]
  if (bot && bot.toLowerCase() !== me.username.toLowerCase()) return null
  // Telegram's commands know no hyphen.
  return { word: found[1].replaceAll('_', '-'), argument: (found[3] ?? '').trim(), named: bot !== undefined }
}

/** The text without the bot's name, when it is named in it. */
function mentioning(text: string, entities: readonly MessageEntity[], me: Me): string | null {
  const own = entities.find(
    (entity) =>
      (entity.type === 'text_mention' && entity.user.id === me.id) ||
      (entity.type === 'mention' && text.slice(entity.offset, entity.offset + entity.length).toLowerCase() === `@${me.username.toLowerCase()}`),
  )
  return own ? `${text.slice(0, own.offset)} ${text.slice(own.offset + own.length)}`.replace(/\s+/g, ' ').trim() : null
}

/** A post's text with the link behind its words, and its own where its channel is public. */
function postText(message: Message): string {
  const { text, entities } = textOf(message)
  const links = entities.flatMap((entity) => (entity.type === 'text_link' ? [entity.url] : []))
  const origin = message.forward_origin
  const channel = origin?.type === 'channel' && origin.chat.username ? [`https://t.me/${origin.chat.username}/${origin.message_id}`] : []
  return [text.slice(0, 3_500), ...links.slice(0, 1), ...channel].join('\n').trim()
}

function said(scene: Scene, command: string, argument: string): Meaning {
  if (argument.length > (command === 'check' ? 5_000 : limits.question)) return { type: 'unreadable', scene, why: 'input-too-long' }
  return { type: 'said', scene, command, argument }
}

function saidPlainly(scene: Scene, text: string): Meaning {
  const { command, argument } = readTyped(text.trim())
  return said(scene, command, argument)
}

/** `t.me/bot?start=story_123`: Telegram gives it as "/start story_123". */
function startPayload(scene: Scene, payload: string): Meaning {
  const story = /^story_(\d{1,15})$/.exec(payload)
  return story ? said(scene, 'story', `s${story[1]}`) : said(scene, 'start', payload)
}

function fromCommand(message: Message, scene: Scene, me: Me): Meaning | null {
  const { text } = textOf(message)
  if (!text.startsWith('/')) return null
  const typed = commandOf(text, me)
  if (!typed) return scene.kind === 'private' && !/^\/\S+@/.test(text) ? said(scene, 'help', '') : nothing
  const { word, argument, named } = typed
  const repliedTo = message.reply_to_message
  const toUs = named || (repliedTo?.from?.id === me.id && !repliedTo.forum_topic_created)
  if (scene.kind === 'private' && /^channels?$/i.test(word)) return channelMeaning(scene, argument)
  const command = findCommand(word)?.name
  // A command of some other bot, or a slip of the finger: in private the list of what there is.
  if (!command) return scene.kind === 'private' ? said(scene, 'help', '') : nothing
  if (scene.kind === 'group' && onlyWhenNamed.includes(command) && !toUs) return nothing
  if (command === 'start') return startPayload(scene, scene.kind === 'private' ? argument : '')
  if (command === 'ask' && repliedTo && repliedTo.from?.id !== me.id && !repliedTo.forum_topic_created && postText(repliedTo))
    return said(scene, 'check', postText(repliedTo))
  return said(scene, command, argument)
}

/** "/channel", "/channel @name", "/channel -100123 settings". */
function channelMeaning(scene: Scene, argument: string): Meaning {
  const [first = '', ...rest] = argument.split(/\s+/)
  const name = /^(?:https?:\/\/)?(?:t\.me\/)?@?([a-z]\w{3,31})$/i.exec(first)?.[1]
  const channel = /^-100\d{5,15}$/.test(first) ? Number(first) : name ? `@${name}` : null
  return { type: 'channel', scene, channel, rest: rest.join(' ') }
}

function fromPrivate(message: Message, scene: Scene): Meaning {
  if (message.chat_shared) return { type: 'channel', scene, channel: message.chat_shared.chat_id, rest: '' }
  if (message.location) return { type: 'location', scene, latitude: message.location.latitude, longitude: message.location.longitude }
  if (message.document) {
    const { file_id: fileId, file_name: name = '', file_size: bytes = 0 } = message.document
    return { type: 'document', scene, fileId, name, bytes }
  }
  const { text } = textOf(message)
  const origin = message.forward_origin
  if (origin) {
    const meaning = postText(message) ? said(scene, 'check', postText(message)) : ({ type: 'unreadable', scene, why: 'input-no-text' } as const)
    return meaning.type === 'said' && origin.type === 'channel'
      ? { ...meaning, forwardedFrom: { id: origin.chat.id, title: origin.chat.title } }
      : meaning
  }
  // Something that Telegram itself put there (pinned, joined, a picture changed) is no input.
  if (!text) return unreadable(message) ? { type: 'unreadable', scene, why: 'input-no-text' } : nothing
  if (/^@[a-z]\w{3,31}$/i.test(text.trim())) return channelMeaning(scene, text.trim())
  return saidPlainly(scene, text)
}

function unreadable(message: Message): boolean {
  return ['photo', 'video', 'voice', 'audio', 'sticker', 'animation', 'video_note', 'contact', 'poll', 'dice', 'venue', 'story'].some(
    (kind) => kind in message,
  )
}

/** In a group the bot answers replies to it and its name; all else is talk of others. */
function fromGroup(message: Message, scene: Scene, me: Me): Meaning {
  const { text, entities } = textOf(message)
  const repliedTo = message.reply_to_message
  const toUs = repliedTo?.from?.id === me.id && !repliedTo.forum_topic_created
  const asked = mentioning(text, entities, me)
  if (asked === null && !toUs) return nothing
  const question = asked ?? text.trim()
  if (question) return saidPlainly(scene, question)
  if (asked !== null && repliedTo && !toUs && postText(repliedTo)) return said(scene, 'check', postText(repliedTo))
  return asked === null ? nothing : said(scene, 'ask', '')
}

function fromMessage(message: Message, me: Me): Meaning {
  const { chat } = message
  if (message.migrate_to_chat_id !== undefined)
    return { type: 'event', event: { kind: 'moved', address: addressOf(chat.id), movedTo: addressOf(message.migrate_to_chat_id) } }
  if (message.migrate_from_chat_id !== undefined)
    return { type: 'event', event: { kind: 'moved', address: addressOf(message.migrate_from_chat_id), movedTo: addressOf(chat.id) } }
  if (message.is_automatic_forward || message.via_bot?.id === me.id) return nothing
  const scene = sceneOf(message, message.from)
  if (message.from?.is_bot && scene.user !== null) return nothing
  const command = fromCommand(message, scene, me)
  if (command) return command
  if (scene.kind === 'private') return fromPrivate(message, scene)
  return scene.kind === 'group' ? fromGroup(message, scene, me) : nothing
}

function fromMember({ my_chat_member: change }: Update): Meaning {
  if (!change) return nothing
  const { chat, from, old_chat_member: before, new_chat_member: after } = change
  const address = addressOf(chat.id)
  const inside = (member: typeof after): boolean =>
    !['left', 'kicked'].includes(member.status) && (member.status !== 'restricted' || member.is_member !== false)
  if (!inside(after))
    return { type: 'event', event: { kind: 'gone', address, reason: chat.type === 'private' ? 'blocked by the user' : 'removed from the chat' } }
  if (chat.type === 'private') return { type: 'event', event: { kind: 'back', address } }
  const canPost = after.status === 'administrator' ? chat.type !== 'channel' || after.can_post_messages === true : chat.type !== 'channel'
  const couldPost = before.status === 'administrator' && (chat.type !== 'channel' || before.can_post_messages === true)
  if (inside(before) && (chat.type !== 'channel' || couldPost || !canPost)) return nothing
  return {
    type: 'joined',
    scene: {
      address,
      kind: kindOf(chat),
      title: chat.title ?? null,
      person: personOf(from.id),
      user: from.id,
      speaksAsChat: false,
      languageHint: from.language_code ?? null,
      messageId: null,
    },
  }
}

export function understand(update: Update, me: Me): Meaning {
  if (update.message) return fromMessage(update.message, me)
  // Who posts in a channel manages it; only commands are looked at.
  if (update.channel_post) {
    const post = update.channel_post
    return post.forward_origin || post.via_bot ? nothing : (fromCommand(post, sceneOf(post, undefined), me) ?? nothing)
  }
  if (update.callback_query) {
    const { id, from, data, message } = update.callback_query
    if (data === undefined) return nothing
    const whole = message && message.date !== 0 ? (message as Message) : null
    const chat = message?.chat
    const scene: Scene = {
      address: chat ? addressOf(chat.id, whole ? threadOf(whole) : '') : addressOf(from.id),
      kind: chat ? kindOf(chat) : 'private',
      title: chat?.title ?? null,
      person: personOf(from.id),
      user: from.id,
      speaksAsChat: false,
      languageHint: from.language_code ?? null,
      messageId: message?.message_id ?? null,
    }
    return { type: 'pressed', scene, queryId: id, data, message: whole }
  }
  if (update.inline_query) return { type: 'inline', query: update.inline_query }
  if (update.my_chat_member) return fromMember(update)
  return nothing
}
