/** A reader's own page: its keys, and what must be kept of it. Who knows the key has the page; the store knows only hashes. */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Chat } from '../../src/subscribers/chat.js'
import { limits } from './limits.js'

/** What personal pages need kept; implemented in store/. A visit counts as use. */
export interface PersonalPages {
  /** The private chat of a new page. */
  make(page: { hash: string; feedHash: string; now: Date }): Promise<Chat>
  /** Null: there is no such page. */
  byHash(hash: string, now: Date): Promise<Chat | null>
  byFeedHash(feedHash: string, now: Date): Promise<Chat | null>
  /** Deletes pages with all that hangs on them: those not used since `unused`, and those not used since `empty` that subscribe to nothing. */
  forgetUnused(before: { unused: Date; empty: Date }): Promise<number>
}

const keyBytes = 16
const keyLetters = 22
const keyPattern = /^[\w-]{22}$/

/** 128 random bits. Also names a conversation, and a form that is taken once. */
export function newKey(): string {
  return randomBytes(keyBytes).toString('base64url')
}

export function isKey(text: string): boolean {
  return keyPattern.test(text)
}

/** What is kept of a key: it opens nothing. */
export function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}

/** The key of the page's feed: for reading only, and the page's own can't be told from it. */
export function feedKeyOf(key: string): string {
  return createHmac('sha256', key).update('feed').digest('base64url').slice(0, keyLetters)
}

const dayMs = 86_400_000

/** What `forgetUnused` takes at an instant. */
export function unusedBefore(now: Date): { unused: Date; empty: Date } {
  const ago = (days: number): Date => new Date(now.getTime() - days * dayMs)
  return { unused: ago(limits.unusedDays), empty: ago(limits.emptyDays) }
}
