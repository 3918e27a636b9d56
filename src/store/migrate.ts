/** A database of any age → one with the schema of this program. */
import { type Kysely, Migrator } from 'kysely'
import { migrations } from './migrations/index.js'
import type { Database } from './schema.js'

/** Names of the migrations that the database has, in order. */
async function applied(db: Kysely<Database>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return []
  const rows = await (db as unknown as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name')
    .execute()
  return rows.map((row) => row.name)
}

/**
 * Applies what is missing; several processes may do it at once. `before` runs first when data stands in the database
 * and something is missing. Throws when the database has migrations that this program does not know.
 */
export async function migrate(db: Kysely<Database>, before: (from: string) => Promise<void>): Promise<void> {
  const known = Object.keys(migrations).sort()
  const done = await applied(db)
  const unknown = done.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    throw new Error(
      `database: its schema is newer than this program (it has ${unknown.join(', ')}; this program knows up to ${known.at(-1)}), expected a newer Readout: update it, or restore an older backup`,
    )
  }
  if (done.length === known.length) return
  const last = done.at(-1)
  if (last) await before(last)
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest()
  if (error) throw new Error(`database: migration failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
}
