/** Audit entries ↔ their rows, which are never changed. */
import type { Kysely } from 'kysely'
import type { Audit } from '../subscribers/audit.js'
import type { Database } from './schema.js'

export function createAudit(db: Kysely<Database>): Audit {
  return {
    async record({ at, by, action, detail }) {
      await db
        .insertInto('audit')
        .values({ at, made_by: by, action, detail: JSON.stringify(detail ?? null) })
        .execute()
    },
    async list(limit, before = Number.MAX_SAFE_INTEGER) {
      const rows = await db.selectFrom('audit').selectAll().where('id', '<', before).orderBy('id', 'desc').limit(limit).execute()
      return rows.map(({ id, at, made_by, action, detail }) => ({ id, at, by: made_by, action, detail }))
    },
  }
}
