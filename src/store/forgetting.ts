/** Articles that were read long ago → deleted with their revisions and addresses, a few at a time; stories and their ids stay. */
import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.js'
import { lockPlacing } from './story-changes.js'

export interface Forgetting {
  /** One short step; gives how many articles it deleted, 0 when none is left that was read before the instant. */
  step(readBefore: Date): Promise<number>
}

/** Articles of one step. */
const atOnce = 100

export function createForgetting(db: Kysely<Database>): Forgetting {
  return {
    step: (readBefore) =>
      db.transaction().execute(async (trx) => {
        // Placing locks articles in an order of its own.
        await lockPlacing(trx)
        const { numAffectedRows = 0n } = await sql`
          delete from article where id in (select id from article where read_at < ${readBefore} order by read_at limit ${atOnce})`.execute(trx)
        return Number(numAffectedRows)
      }),
  }
}
