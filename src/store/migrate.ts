/** A database of any age → one with the schema of this program. */

import { type Kysely, Migrator, sql } from 'kysely'
import { messageOf } from '../text/error-message.js'
import { migrations } from './migrations/index.js'
import type { Database } from './schema.js'

/** Names of the migrations that the database has, in order. */
export async function applied(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(db)
  if (!rows[0]?.there) return []
  const names = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return names.rows.map((row) => row.name)
}

/** How many migrations the database lacks. Throws when it has some that this program does not know. */
export async function missingMigrations(db: Kysely<Database>): Promise<number> {
  const known = Object.keys(migrations).sort()
  const done = await applied(db)
  const unknown = done.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    throw new Error(
      `database: its schema is newer than this program (it has ${unknown.join(', ')}; this program knows up to ${known.at(-1)}), expected a newer Readout: update it, or restore a backup that this one made`,
    )
  }
  return known.length - done.length
}

/** Applies migrations up to `name`, under Kysely's lock. */
export async function migrateTo(db: Kysely<Database>, name: string): Promise<void> {
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateTo(name)
  if (error) throw new Error(`database: migration failed: ${messageOf(error)}`, { cause: error })
}

/** Whether anybody has put anything in: sources, articles, chats. */
async function holdsData(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql`select from source union all select from article union all select from chat limit 1`.execute(db)
  return rows.length > 0
}

/** A database that is not new to us but has none of our migrations belongs to something else. */
async function refuseForeign(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = current_schema() and tablename not like 'kysely_migration%' order by 1 limit 5`.execute(
    db,
  )
  // Another process may have made ours since we looked.
  if (rows.length === 0 || (await applied(db)).length > 0) return
  throw new Error(`database: it holds tables of something else (${rows.map((row) => row.name).join(', ')}), expected one of Readout's own`)
}

/** Applies what is missing; several processes may do it at once. `before` runs first when the database holds data. */
export async function migrate(db: Kysely<Database>, before: (next: string) => Promise<void>): Promise<void> {
  const known = Object.keys(migrations).sort()
  const missing = await missingMigrations(db)
  const next = known[known.length - missing]
  const last = known.at(-1)
  if (!next || !last) return
  if (missing === known.length) await refuseForeign(db)
  else if (await holdsData(db)) await before(next)
  await migrateTo(db, last)
}
