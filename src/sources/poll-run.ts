/** One round of polling → when it began and ended and how many sources failed. */

export interface PollRun {
  startedAt: Date
  /** Null: it runs, or the process ended in the middle. */
  finishedAt: Date | null
  sources: number
  failed: number
}

/** Implemented in store/. */
export interface PollRuns {
  begin(now: Date): Promise<number>
  finish(id: number, result: { now: Date; sources: number; failed: number }): Promise<void>
  /** The last one that ended. */
  lastFinished(): Promise<PollRun | null>
}
