/** The embedded engine never tidies up by itself → one small step at a time, for the service to take between other work. */
import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.js'

export interface Housekeeping {
  /** Tidies the table that needs it most, or writes the log out; gives what was done, null when nothing is to be done now. */
  step(): Promise<{ table: string; ms: number } | null>
}

/** A table is worth the trouble when this many rows, and this share of it, have changed. */
const leastChanges = 200
const leastShare = 0.1
/** The write-ahead log is written out when it has grown by this much; until then it is what `kill -9` costs at the next start. */
const logBytes = 64 * 1024 * 1024

export function createHousekeeping(db: Kysely<Database>): Housekeeping {
  let logStart: string | null = null

  async function neediest(): Promise<string | null> {
    const { rows } = await sql<{ table: string }>`
      select relname as table from pg_stat_user_tables
      where greatest(n_dead_tup, n_mod_since_analyze) > ${sql.lit(leastChanges)} + ${sql.lit(leastShare)} * n_live_tup
      order by greatest(n_dead_tup, n_mod_since_analyze) desc limit 1`.execute(db)
    return rows[0]?.table ?? null
  }

  async function logGrown(): Promise<boolean> {
    const { rows } = await sql<{ at: string; grown: string }>`
      select pg_current_wal_lsn()::text as at, pg_wal_lsn_diff(pg_current_wal_lsn(), ${logStart ?? '0/0'}::pg_lsn)::text as grown`.execute(db)
    const row = rows[0]
    if (!row || (logStart !== null && Number(row.grown) < logBytes)) return false
    logStart = row.at
    return true
  }

  return {
    async step() {
      const start = performance.now()
      const table = await neediest()
      if (table) {
        await sql`vacuum (analyze) ${sql.table(table)}`.execute(db)
        return { table, ms: performance.now() - start }
      }
      if (!(await logGrown())) return null
      await sql`checkpoint`.execute(db)
      return { table: 'write-ahead log', ms: performance.now() - start }
    },
  }
}
