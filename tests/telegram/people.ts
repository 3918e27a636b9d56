/** Updates as Telegram sends them, in few words. */
import type { Chat, Message, Update, User } from 'grammy/types'
import { me } from './fake-bot-api.js'

export const ann: User = { id: 11, is_bot: false, first_name: 'Ann', language_code: 'en' }
export const bob: User = { id: 12, is_bot: false, first_name: 'Bob', language_code: 'ru' }
export const anonymous: User = { id: 1_087_968_824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' }
export const privately: Chat = { id: 11, type: 'private', first_name: 'Ann' }
export const group: Chat = { id: -1_001, type: 'supergroup', title: 'Desk' }
export const forum: Chat = { id: -1_002, type: 'supergroup', title: 'Forum', is_forum: true }
export const channel: Chat = { id: -1_001_234_567_890, type: 'channel', title: 'News' }

let last = 100

/** A message with its entities found as Telegram finds them. */
export function wrote(text: string, more: Partial<Message> & { chat?: Chat; from?: User } = {}): { message: Message } {
  const entities = [
    ...[...text.matchAll(/(?<!\S)\/\w+(?:@\w+)?/g)].map((found) => ({ type: 'bot_command' as const, offset: found.index, length: found[0].length })),
    ...[...text.matchAll(/(?<!\S)@\w+/g)].map((found) => ({ type: 'mention' as const, offset: found.index, length: found[0].length })),
  ]
  const chat = more.chat ?? privately
  return { message: { message_id: ++last, date: 1_700_000_000, from: ann, ...(text ? { text, entities } : {}), ...more, chat } as Message }
}

export function posted(text: string): { channel_post: NonNullable<Update['channel_post']> } {
  return { channel_post: { ...wrote(text, { chat: channel }).message, from: undefined, sender_chat: channel } as never }
}

export function pressed(data: string, more: Partial<Message> & { from?: User } = {}): { callback_query: NonNullable<Update['callback_query']> } {
  const { from, ...message } = more
  const shown = { ...wrote('shown', { from: me as User, ...message }).message }
  return { callback_query: { id: String(++last), from: from ?? ann, chat_instance: '1', data, message: shown } as never }
}

/** The bot's own standing in a chat changed. */
export function member(chat: Chat, before: object, after: object, from: User = ann): { my_chat_member: NonNullable<Update['my_chat_member']> } {
  const user = me as User
  return { my_chat_member: { chat, from, date: 1, old_chat_member: { user, ...before }, new_chat_member: { user, ...after } } as never }
}
