/** Names ↔ values of the whole newsroom that are no configuration (JSON). */
import type { Kysely } from 'kysely'
import type { Database } from './schema.js'

export interface Settings {
  /** Null when it was never set. */
  get(name: string): Promise<unknown>
  set(name: string, value: unknown, now: Date): Promise<void>
}

export function createSettings(db: Kysely<Database>): Settings {
  return {
    async get(name) {
      const row = await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst()
      return row?.value ?? null
    },
    async set(name, value, now) {
      const json = JSON.stringify(value ?? null)
      await db
        .insertInto('setting')
        .values({ name, value: json, updated_at: now })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: json, updated_at: now }))
        .execute()
    },
  }
}
