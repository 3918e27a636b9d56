/** Followers, the cursor of alerts, alerts that wait ↔ their rows. */
import { type Kysely, sql } from 'kysely'
import type { AlertStore, WaitingAlert } from '../../digests/alerts.js'
import type { Carried } from '../../digests/outbox.js'
import type { StoredPart } from '../../digests/shared-blocks.js'
import type { QuietHours } from '../subscribers/schedule.js'
import { chatOfRow } from './chats.js'
import { insertDeliveries } from './deliveries.js'
import type { Database } from './schema.js'

const cursorName = 'alert-cursor'

export function createAlertStore(db: Kysely<Database>): AlertStore {
  return {
    async cursor() {
      const row = await db.selectFrom('setting').select('value').where('name', '=', cursorName).executeTakeFirst()
      return typeof row?.value === 'number' ? row.value : null
    },

    async saveCursor(seq, now) {
      const value = JSON.stringify(seq)
      await db
        .insertInto('setting')
        .values({ name: cursorName, value, updated_at: now })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value, updated_at: now }))
        .execute()
    },

    async changedAfter(seq, limit) {
      const rows = await db.selectFrom('story_change').select(['seq', 'story_id']).where('seq', '>', seq).orderBy('seq').limit(limit).execute()
      return rows.map((row) => ({ seq: row.seq, story: row.story_id }))
    },

    async followersOf(subjects) {
      if (subjects.length === 0) return []
      const rows = await db
        .selectFrom('follow')
        .innerJoin('chat', 'chat.id', 'follow.chat_id')
        .selectAll('chat')
        .select('follow.subject')
        .select((all) =>
          all
            .selectFrom('subscription')
            .select('choice')
            .whereRef('subscription.chat_id', '=', 'chat.id')
            .where('subscription.ended_at', 'is', null)
            .orderBy('subscription.id')
            .limit(1)
            .as('choice'),
        )
        .select((all) =>
          all
            .selectFrom('subscription')
            .select('zone')
            .whereRef('subscription.chat_id', '=', 'chat.id')
            .where('subscription.ended_at', 'is', null)
            .orderBy('subscription.id')
            .limit(1)
            .as('subscription_zone'),
        )
        .where('chat.ended_at', 'is', null)
        .where('follow.subject', 'in', [...subjects])
        .orderBy('follow.id')
        .execute()
      return rows.map((row) => ({
        chat: chatOfRow(row),
        subject: row.subject,
        quiet: (row.choice as { quiet?: QuietHours | null } | null)?.quiet ?? null,
        zone: row.subscription_zone,
      }))
    },

    async alertedSince(chats, since) {
      const { rows } = await sql<{ chat_id: number; not_before: Date }>`
        select chat_id, not_before from delivery
        where chat_id = any(${chats as number[]}::integer[]) and kind = 'alert' and state <> 'refused' and not_before > ${since}`.execute(db)
      const found = new Map<number, Date[]>()
      for (const row of rows) found.set(row.chat_id, [...(found.get(row.chat_id) ?? []), row.not_before])
      return found
    },

    async waiting(chats, now) {
      const { rows } = await sql<{ id: number; chat_id: number; message: StoredPart; carried: Carried[] }>`
        select id, chat_id, message, carried from delivery
        where chat_id = any(${chats as number[]}::integer[]) and kind = 'alert' and state = 'planned' and not_before > ${now}
        order by id`.execute(db)
      return new Map(rows.map((row): [number, WaitingAlert] => [row.chat_id, { delivery: row.id, message: row.message, carried: row.carried }]))
    },

    async lastAbout(chats, stories) {
      const { rows } = await sql<{ id: number; chat_id: number; story: number }>`
        select max(d.id) as id, d.chat_id, (c ->> 'story')::integer as story
        from delivery d cross join lateral jsonb_array_elements(d.carried) c
        where d.chat_id = any(${chats as number[]}::integer[]) and d.kind = 'alert' and d.state = 'sent' and (c ->> 'story')::integer = any(${stories as number[]}::integer[])
        group by 2, 3`.execute(db)
      return new Map(rows.map((row) => [`${row.chat_id}/${row.story}`, row.id]))
    },

    async save({ made, extended, shared, now }) {
      await db.transaction().execute(async (transaction) => {
        for (const { story, version, look, blocks } of shared)
          await transaction
            .insertInto('story_block')
            .values({ story_id: story, version, look, block: JSON.stringify(blocks), made_at: now })
            .onConflict((conflict) => conflict.doNothing())
            .execute()
        await insertDeliveries(transaction, made, now)
        for (const { delivery, message, carried } of extended)
          await transaction
            .updateTable('delivery')
            .set({ message: JSON.stringify(message), carried: JSON.stringify(carried) })
            .where('id', '=', delivery)
            .where('state', '=', 'planned')
            .execute()
      })
    },
  }
}
