/** Readers' own pages on the web ↔ their rows; the page's hash is its chat's address. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { PersonalPages } from '../../adapters/web/personal.js'
import type { Chat } from '../subscribers/chat.js'
import { chatOfRow } from './chats.js'
import type { Database } from './schema.js'

/** A visit is written down at most so often. */
const visitMs = 3_600_000

export function createPersonalPages(db: Kysely<Database>): PersonalPages {
  async function visited(where: RawBuilder<boolean>, now: Date): Promise<Chat | null> {
    const row = await db
      .selectFrom('personal_page')
      .innerJoin('chat', 'chat.id', 'personal_page.chat_id')
      .selectAll('chat')
      .select('visited_at')
      .where(where)
      .executeTakeFirst()
    if (!row) return null
    if (now.getTime() - row.visited_at.getTime() > visitMs)
      await db.updateTable('personal_page').set({ visited_at: now }).where('chat_id', '=', row.id).execute()
    return chatOfRow(row)
  }

  return {
    make: ({ hash, feedHash, now }) =>
      db.transaction().execute(async (transaction) => {
        const chat = await transaction
          .insertInto('chat')
          .values({ platform: 'web', workspace: '', chat: hash, thread: '', kind: 'private', made_at: now })
          .returningAll()
          .executeTakeFirstOrThrow()
        await transaction.insertInto('personal_page').values({ chat_id: chat.id, feed_hash: feedHash, visited_at: now }).execute()
        return chatOfRow(chat)
      }),
    byHash: (hash, now) => visited(sql<boolean>`chat.platform = 'web' and chat.workspace = '' and chat.chat = ${hash} and chat.thread = ''`, now),
    byFeedHash: (feedHash, now) => visited(sql<boolean>`personal_page.feed_hash = ${feedHash}`, now),
    forgetUnused: ({ unused, empty }) =>
      db.transaction().execute(async (transaction) => {
        // Subscriptions, follows, seen-marks, editions and deliveries go with the chat.
        const { rows } = await sql<{ chat: string }>`
          delete from chat c using personal_page p where p.chat_id = c.id and (
            p.visited_at < ${unused} or p.visited_at < ${empty}
            and not exists (select 1 from subscription s where s.chat_id = c.id and s.ended_at is null)
            and not exists (select 1 from follow f where f.chat_id = c.id)
          ) returning c.chat`.execute(transaction)
        await sql`delete from person where platform = 'web' and workspace = '' and user_id = any(${rows.map((row) => row.chat)}::text[])`.execute(
          transaction,
        )
        return rows.length
      }),
  }
}
