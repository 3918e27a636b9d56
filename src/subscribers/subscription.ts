/** One chat's wish to be told at its own times: what, how long, in which languages; and what must be kept of it. */
import type { Language } from '../lexicon/lexicon.js'
import type { Chat } from './chat.js'
import type { QuietHours, Schedule } from './schedule.js'

/** What an edition of a subscription is made of. */
export interface Choice {
  /** Topic ids and lexicon slugs, any of them; empty: everything. */
  concepts: string[]
  mutedConcepts: string[]
  mutedSources: number[]
  /** Stories told in none but these are left out. */
  mutedLanguages: Language[]
  /** Stories told in none of these are left out; empty: told in whatever language. */
  onlyLanguages: Language[]
  length: 'short' | 'full'
  /** Languages read, best first; empty: the chat's. */
  languagesRead: Language[]
  /** Interface language; null: the chat's. */
  lang: Language | null
  skipQuietDays: boolean
  quiet: QuietHours | null
  /** The edition comes to its manager first. */
  draft: Draft | null
  /** A line above and a signature below each edition. */
  above: string | null
  signature: string | null
}

/** Draft first: so many minutes before its slot the edition comes to the manager's chat. */
export interface Draft {
  /** Our own id of the manager's private chat. */
  managerChat: number
  minutes: number
  /** What becomes of a draft that nobody answered. */
  unanswered: 'skip' | 'post'
}

export const wholeChoice: Choice = {
  concepts: [],
  mutedConcepts: [],
  mutedSources: [],
  mutedLanguages: [],
  onlyLanguages: [],
  length: 'short',
  languagesRead: [],
  lang: null,
  skipQuietDays: false,
  quiet: null,
  draft: null,
  above: null,
  signature: null,
}

export interface Subscription extends Schedule {
  id: number
  chatId: number
  choice: Choice
  /** The next slot (with draft first: when its draft is due is earlier by the draft's minutes). Null: paused. */
  nextAt: Date | null
  lastSlot: Date | null
}

/** A topic or thing that a chat is alerted about. */
export interface Follow {
  id: number
  chatId: number
  /** Topic id or lexicon slug. */
  subject: string
}

/** What subscriptions need kept; implemented in store/. */
export interface SubscriptionStore {
  add(subscription: Omit<Subscription, 'id' | 'lastSlot'>, madeBy: number, now: Date): Promise<Subscription>
  change(id: number, to: Pick<Subscription, 'times' | 'weekdays' | 'zone' | 'choice' | 'nextAt'>): Promise<void>
  /** Those of a chat that have not ended, oldest first. */
  ofChat(chat: number): Promise<Subscription[]>
  end(id: number, reason: string, now: Date): Promise<void>
  follow(chat: number, subject: string, now: Date): Promise<boolean>
  unfollow(chat: number, subject: string): Promise<boolean>
  following(chat: number): Promise<Follow[]>
  /** How many subscriptions, chats and followed subjects there are: numbers only. */
  counts(): Promise<{ subscriptions: number; chats: number; follows: number }>
  /** Chats that have subscriptions, with how they want to be spoken to. */
  chatById(id: number): Promise<Chat | null>
}
