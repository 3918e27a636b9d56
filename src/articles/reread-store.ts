/** What re-reading needs kept: when each page is due, and what the server said of its version. Implemented in store/. */
import type { Rereadable } from './reread-schedule.js'

/** A server's words for the version that was read; sent back to ask whether it still stands. */
export interface Validators {
  etag: string | null
  lastModified: string | null
}

export interface DueReread extends Validators, Pick<Rereadable, 'official'> {
  articleId: number
  sourceId: number
  /** The page was gone when it was last read. */
  withdrawn: boolean
  /** When its story was made; null where it has none. */
  storyMadeAt: Date | null
}

export interface RereadStore {
  /** `at` null: it is not read again. */
  plan(articleId: number, at: Date | null, validators: Validators): Promise<void>
  /**
   * Takes pages of active sources that are due (`all`: every one still to be read again), the longest due first, at most `perSource` of each.
   * What is taken is due again after `leaseMs` unless it is planned before: a crash loses nothing.
   */
  take(wish: { now: Date; all: boolean; limit: number; perSource: number; leaseMs: number }): Promise<DueReread[]>
}
