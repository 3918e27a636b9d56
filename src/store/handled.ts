/** Keys of updates and events ↔ rows of `handled`. */
import type { Kysely } from 'kysely'
import type { Handled } from '../subscribers/handled.js'
import type { Database } from './schema.js'

export function createHandled(db: Kysely<Database>): Handled {
  return {
    async first(platform, key, now) {
      const row = await db
        .insertInto('handled')
        .values({ platform, key, at: now })
        .onConflict((conflict) => conflict.columns(['platform', 'key']).doNothing())
        .returning('key')
        .executeTakeFirst()
      return row !== undefined
    },
    async forget(platform, key) {
      await db.deleteFrom('handled').where('platform', '=', platform).where('key', '=', key).execute()
    },
    async dropBefore(instant) {
      await db.deleteFrom('handled').where('at', '<', instant).where('key', 'not like', 'greeting:%').execute()
    },
  }
}
