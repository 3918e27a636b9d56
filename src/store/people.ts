/** Roles, what is deleted when a person is forgotten, one-time links ↔ their rows. */
import { createHash, randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Person, Role } from '../subscribers/chat.js'
import type { OneTimeLinks, PeopleStore } from '../subscribers/people.js'
import type { Database } from './schema.js'

export function createPeopleStore(db: Kysely<Database>): PeopleStore {
  return {
    async admins() {
      const rows = await db.selectFrom('person').selectAll().where('role', 'in', ['owner', 'admin']).orderBy('role', 'desc').orderBy('id').execute()
      return rows.map(
        (row): Person => ({ id: row.id, address: { platform: row.platform, workspace: row.workspace, user: row.user_id }, role: row.role as Role }),
      )
    },

    async hasOwner() {
      return (await db.selectFrom('person').select('id').where('role', '=', 'owner').limit(1).executeTakeFirst()) !== undefined
    },

    async forget(person, privateChat) {
      return db.transaction().execute(async (transaction) => {
        const count = async (table: 'subscription' | 'follow'): Promise<number> => {
          if (privateChat === null) return 0
          const { n } = await transaction
            .selectFrom(table)
            .select((all) => all.fn.countAll<number>().as('n'))
            .where('chat_id', '=', privateChat)
            .executeTakeFirstOrThrow()
          return Number(n)
        }
        const [subscriptions, follows] = [await count('subscription'), await count('follow')]
        // Subscriptions, follows, seen-marks, editions and deliveries go with the chat.
        const chats = privateChat === null ? [] : await transaction.deleteFrom('chat').where('id', '=', privateChat).returning('id').execute()
        const gone = await transaction.deleteFrom('person').where('id', '=', person).returning('id').executeTakeFirst()
        return { subscriptions, follows, chats: chats.length, person: gone !== undefined }
      })
    },

    async isAllowed(chat) {
      const { rows } = await sql<{
        allowed: boolean | null
      }>`select (settings ->> 'allowed')::boolean as allowed from chat where id = ${chat}`.execute(db)
      return rows[0]?.allowed === true
    },

    async allow(chat, allowed) {
      await sql`update chat set settings = settings || ${JSON.stringify({ allowed })}::jsonb where id = ${chat}`.execute(db)
    },
  }
}

const lifetimeMs = 3_600_000

function hashOf(purpose: string, code: string): string {
  return createHash('sha256').update(`${purpose}:${code}`).digest('hex')
}

export function createOneTimeLinks(db: Kysely<Database>): OneTimeLinks {
  return {
    async make(purpose, now) {
      const code = randomBytes(16).toString('base64url')
      await db
        .insertInto('one_time_link')
        .values({ hash: hashOf(purpose, code), purpose, made_at: now, expires_at: new Date(now.getTime() + lifetimeMs) })
        .execute()
      return code
    },

    async use(purpose, code, by, now) {
      const used = await db
        .updateTable('one_time_link')
        .set({ used_at: now, used_by: by })
        .where('hash', '=', hashOf(purpose, code))
        .where('purpose', '=', purpose)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .returning('hash')
        .executeTakeFirst()
      return used !== undefined
    },
  }
}
