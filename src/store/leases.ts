/** A name → one holder at a time, with a number that grows with every holder. */
import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.js'

export interface Leases {
  /**
   * The fencing number when `owner` now holds (or still holds) the name until `now + ms`; null while another does.
   * A write that carries a smaller number than one seen later comes from a holder that lost it.
   */
  take(name: string, owner: string, span: { now: Date; ms: number }): Promise<number | null>
  /** Ends it early; nothing happens when `owner` does not hold it. */
  release(name: string, owner: string, now: Date): Promise<void>
  /** Who holds it now. */
  holder(name: string, now: Date): Promise<string | null>
}

/** A lease that ends so much later than one taken now was taken while a clock was wrong: nobody has it any more, or his clock is still wrong. */
const mostSkewMs = 3_600_000

export function createLeases(db: Kysely<Database>): Leases {
  return {
    async take(name, owner, { now, ms }) {
      const until = new Date(now.getTime() + ms)
      const row = await db
        .insertInto('lease')
        .values({ name, owner, fencing: 1, until })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({
              owner,
              until,
              fencing: sql<number>`case when lease.owner = ${owner} and lease.until > ${now} then lease.fencing else lease.fencing + 1 end`,
            })
            .where((where) =>
              where.or([
                where('lease.owner', '=', owner),
                where('lease.until', '<=', now),
                where('lease.until', '>', new Date(until.getTime() + mostSkewMs)),
              ]),
            ),
        )
        .returning('fencing')
        .executeTakeFirst()
      return row?.fencing ?? null
    },
    async release(name, owner, now) {
      // The row stays: its number must go on growing.
      await db.updateTable('lease').set({ until: now }).where('name', '=', name).where('owner', '=', owner).where('until', '>', now).execute()
    },
    async holder(name, now) {
      const row = await db.selectFrom('lease').select('owner').where('name', '=', name).where('until', '>', now).executeTakeFirst()
      return row?.owner ?? null
    },
  }
}
