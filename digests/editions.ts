/** What planning needs kept: who is due, what a chat has seen, and an edition written together with its parts. */
import type { Block } from '../src/messages/message.js'
import type { ChatAddress } from '../src/subscribers/address.js'
import type { Chat } from '../src/subscribers/chat.js'
import type { Subscription } from '../src/subscribers/subscription.js'
import type { NewDelivery } from './outbox.js'
import type { BlockRef, SharedBlock } from './shared-blocks.js'

export interface DueSubscription {
  subscription: Subscription & { nextAt: Date }
  chat: Chat
}

/** Where the last batch of due subscriptions ended. */
export interface DuePlace {
  nextAt: Date
  id: number
}

/** planned: parts are in the outbox; quiet: nothing new and quiet days are skipped; missed: too old when it could be made; merged: told in another of the same minutes. */
export type EditionState = 'planned' | 'quiet' | 'missed' | 'merged' | 'draft' | 'skipped'

/** One subscription's slot, decided. */
export interface DecidedEdition {
  subscriptionId: number
  chatId: number
  slot: Date
  state: EditionState
  reason: string | null
  /** Ids of the stories told and named, and the period. */
  content: unknown
  deliveries: NewDelivery[]
  /** The subscription's next slot, and what it is now: another process may have been faster. */
  nextAt: Date | null
  expectedNextAt: Date
  /** True: what is told next begins at this slot. */
  tells: boolean
}

/** An outcome that nobody knows and that its chat has not been told of. */
export interface Unmentioned {
  delivery: number
  chatId: number
  /** Null: it was no digest. */
  digest: { edition: number; slot: Date; zone: string } | null
}

/** Implemented in store/. */
export interface Editions {
  /** Subscriptions of chats on these platforms with a slot ≤ now, the oldest first, behind `after`; from the index. */
  due(now: Date, options: { platforms: readonly string[]; limit: number; after: DuePlace | null }): Promise<DueSubscription[]>
  /** Subscriptions of these chats with a slot ≤ `until`. */
  ofChats(chats: readonly number[], until: Date): Promise<(Subscription & { nextAt: Date })[]>
  /** Chat → story → last change seen; what is on its way counts, merged stories follow to the one that is left. */
  seen(chats: readonly number[]): Promise<Map<number, Map<number, number>>>
  unmentioned(chats: readonly number[]): Promise<Unmentioned[]>
  /** Those of one address. */
  unmentionedAt(address: ChatAddress): Promise<Unmentioned[]>
  /** Their chats have been told. */
  mention(deliveries: readonly number[], now: Date): Promise<void>
  /** One transaction. A slot that is already decided stays as it is, and so do its parts. Gives how many were new. */
  save(editions: readonly DecidedEdition[], more: { shared: readonly SharedBlock[]; mentioned: readonly number[]; now: Date }): Promise<number>
  /** The earliest slot after `after`; null: none. */
  nextSlotAfter(after: Date): Promise<Date | null>
  sharedBlocks(refs: readonly BlockRef[]): Promise<Map<string, Block[]>>
  /** Ends the subscriptions of a chat that can't be reached, refuses what was planned for it, with an audit entry. */
  chatGone(chat: number, reason: string, now: Date): Promise<void>
  /** The same for every chat of a workspace. Gives how many ended now. */
  workspaceGone(platform: string, workspace: string, reason: string, now: Date): Promise<number>
  /** Also of every thread of the chat, where the address names none. */
  chatBack(address: ChatAddress, now: Date): Promise<void>
  /** The chat keeps its id at another address; one that stands there already gives its place. */
  chatMoved(chat: number, to: ChatAddress, now: Date): Promise<void>
  /** The chat of an address; where it names no thread, every thread's too. */
  chatsAt(address: ChatAddress): Promise<{ id: number; thread: string }[]>
  /** Deletes, in small steps, deliveries and editions decided before `before`, and story blocks and seen-marks older than that. Gives the number of rows. */
  prune(before: Date): Promise<number>
}
