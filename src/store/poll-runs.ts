/** Rounds of polling ↔ rows of `poll_run`. */
import type { Kysely } from 'kysely'
import type { PollRuns } from '../sources/poll-run.js'
import type { Database } from './schema.js'

export function createPollRuns(db: Kysely<Database>): PollRuns {
  return {
    async begin(now) {
      const { id } = await db.insertInto('poll_run').values({ started_at: now }).returning('id').executeTakeFirstOrThrow()
      return id
    },
    async finish(id, { now, sources, failed }) {
      await db.updateTable('poll_run').set({ finished_at: now, sources, failed }).where('id', '=', id).execute()
    },
    async lastFinished() {
      const row = await db
        .selectFrom('poll_run')
        .selectAll()
        .where('finished_at', 'is not', null)
        .orderBy('finished_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row ? { startedAt: row.started_at, finishedAt: row.finished_at, sources: row.sources, failed: row.failed } : null
    },
  }
}
