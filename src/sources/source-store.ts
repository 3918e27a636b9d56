/** What the source room needs kept: the sources with their labels, how polling them went, which items were seen. */
import type { Dropped } from './feed-item.js'
import type { Habit, Shape, Told } from './health.js'
import type { NewSource, Source } from './source.js'

/** How polling a source has gone so far. Instants are UTC. */
export interface PollState {
  etag: string | null
  lastModified: string | null
  nextPollAt: Date | null
  intervalMinutes: number
  lastPolledAt: Date | null
  lastSuccessAt: Date | null
  lastNewItemAt: Date | null
  /** Failures in a row; 0 after a success. */
  failures: number
  /** In plain words, without secrets. */
  lastError: string | null
  lastErrorAt: Date | null
  /** Pages read and pages that gave no article, over the last weeks (they decay). */
  pagesRead: number
  pagesUnreadable: number
  /** What was read until then came with the first poll, or the first after an outage: it stood there before. */
  backlogUntil: Date | null
}

/** What one poll of one source did; part of the report that `poll` prints. */
export interface PollReport {
  source: string
  sourceId: number
  fetched: number
  new: number
  changed: number
  dropped: Dropped[]
  /** Null: the listing was read. */
  error: string | null
  /** The new address, when the source moved for good and is read there from now on. */
  movedTo: string | null
  /** True when the site said that the source is gone for good (HTTP 410): it is not polled any more. */
  ended: boolean
}

/** How an item of a listing ended the last time it was met. `retry`: its page could not be fetched yet. */
export type ItemOutcome = 'read' | 'dropped' | 'retry'

export interface SeenItem {
  /** The item's own id, and its link: either being known makes the item known. */
  id: string
  link: string | null
  outcome: ItemOutcome
  /** How often its page was tried in vain. */
  attempts: number
}

/** An item met before, and when it was last read, UTC. */
export interface KnownItem extends SeenItem {
  seenAt: Date
}

/** Labels and state an admin may change. */
export type SourceChanges = Partial<NewSource & Pick<Source, 'state' | 'pausedUntil'>>

export interface SourceStore {
  /** By id. Removed sources are not listed. */
  list(): Promise<Source[]>
  byId(id: number): Promise<Source | null>
  /** By number, host or part of the name in any script; several when it is not clear. */
  find(words: string): Promise<Source[]>
  /** The same source (by the identity of its URL, sources/source-identity.ts) is not added twice. */
  add(source: NewSource, now: Date): Promise<{ source: Source; existed: boolean }>
  /** A new `url` that is another source's is not taken. */
  update(id: number, changes: SourceChanges): Promise<void>
  /** What was read from it stays; its name stays beside it. */
  remove(id: number): Promise<void>
  pollState(id: number): Promise<PollState>
  pollStates(): Promise<Map<number, PollState>>
  /** How often each source had something new over the last four weeks; its first hour, when everything was new, left out. */
  habits(now: Date): Promise<Map<number, Habit>>
  /** How long the articles of each source are, lately and before. */
  shapes(now: Date): Promise<Map<number, Shape>>
  /** What admins were told of each source's trouble. */
  told(): Promise<Map<number, Told>>
  saveTold(told: ReadonlyMap<number, Told>): Promise<void>
  savePollState(id: number, state: Partial<PollState>): Promise<void>
  /** Takes the sources that are due (or `all` active ones), for `leaseMs`: no other process takes them meanwhile. */
  takeDue(options: { now: Date; all: boolean; owner: string; leaseMs: number; limit: number }): Promise<Source[]>
  release(id: number, owner: string): Promise<void>
  /** What is known of these items (by id or by link). */
  seen(sourceId: number, items: readonly { id: string; link: string | null }[]): Promise<KnownItem[]>
  /** Items whose page is still to be tried again. */
  toRetry(sourceId: number): Promise<KnownItem[]>
  markSeen(sourceId: number, items: readonly SeenItem[], now: Date): Promise<void>
}
