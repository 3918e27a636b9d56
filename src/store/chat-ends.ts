/** A chat that can't be reached any more, or lives on elsewhere → its rows, with an audit entry. */
import { type Kysely, sql } from 'kysely'
import type { ChatAddress } from '../subscribers/address.js'
import type { Database } from './schema.js'

async function audited(db: Kysely<Database>, action: string, detail: unknown, now: Date): Promise<void> {
  await db
    .insertInto('audit')
    .values({ at: now, made_by: 'readout', action, detail: JSON.stringify(detail) })
    .execute()
}

/** Ends its subscriptions and refuses what was planned for it. A second call changes nothing. */
export async function endChat(db: Kysely<Database>, chat: number, reason: string, now: Date): Promise<void> {
  const ended = await db
    .updateTable('chat')
    .set({ ended_at: now, end_reason: reason })
    .where('id', '=', chat)
    .where('ended_at', 'is', null)
    .returning(['platform'])
    .executeTakeFirst()
  const subscriptions = await db
    .updateTable('subscription')
    .set({ ended_at: now, end_reason: reason, next_at: null })
    .where('chat_id', '=', chat)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  await db
    .updateTable('delivery')
    .set({ state: 'refused', reason: `chat ended: ${reason}`, closed_at: now })
    .where('chat_id', '=', chat)
    .where('state', '=', 'planned')
    .execute()
  if (ended || subscriptions.length > 0) await audited(db, 'chat-ended', { chat, reason, subscriptions: subscriptions.map((row) => row.id) }, now)
}

/** The chat keeps id, subscriptions, seen-marks and receipts. A chat that was made meanwhile at the new address gives them over. */
export async function moveChat(db: Kysely<Database>, chat: number, to: ChatAddress, now: Date): Promise<void> {
  const { platform, workspace, chat: at, thread } = to
  const place = await db.selectFrom('chat').select(['platform', 'workspace', 'chat', 'thread']).where('id', '=', chat).executeTakeFirst()
  // A platform tells of a move more than once.
  if (!place || (place.platform === platform && place.workspace === workspace && place.chat === at && place.thread === thread)) return
  const other = await db
    .selectFrom('chat')
    .select('id')
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .where('chat', '=', at)
    .where('thread', '=', thread)
    .where('id', '!=', chat)
    .executeTakeFirst()
  if (other) {
    for (const table of ['subscription', 'edition', 'delivery'] as const)
      await db.updateTable(table).set({ chat_id: chat }).where('chat_id', '=', other.id).execute()
    await sql`update follow set chat_id = ${chat} where chat_id = ${other.id} and subject not in (select subject from follow where chat_id = ${chat})`.execute(
      db,
    )
    await sql`
      insert into chat_seen (chat_id, story_id, seq, at) select ${chat}, story_id, seq, at from chat_seen where chat_id = ${other.id} order by story_id
      on conflict (chat_id, story_id) do update set seq = greatest(chat_seen.seq, excluded.seq)`.execute(db)
    await db.deleteFrom('chat').where('id', '=', other.id).execute()
  }
  await db.updateTable('chat').set({ platform, workspace, chat: at, thread, ended_at: null, end_reason: null }).where('id', '=', chat).execute()
  await audited(db, 'chat-moved', { chat, to }, now)
}
