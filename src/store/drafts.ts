/** Drafts ↔ editions in the state "draft". */
import { type Kysely, sql } from 'kysely'
import type { DraftContent, DraftEdition, DraftStore } from '../../digests/drafts.js'
import { chatOfRow } from './chats.js'
import { insertDeliveries } from './deliveries.js'
import type { Database } from './schema.js'

export function createDraftStore(db: Kysely<Database>): DraftStore {
  const drafts = () =>
    db
      .selectFrom('edition')
      .innerJoin('chat', 'chat.id', 'edition.chat_id')
      .selectAll('chat')
      .select(['edition.id as edition', 'edition.subscription_id', 'edition.slot', 'edition.content'])
      .where('edition.state', '=', 'draft')
  const draftOf = (row: Awaited<ReturnType<ReturnType<typeof drafts>['executeTakeFirstOrThrow']>>): DraftEdition => ({
    id: row.edition,
    subscriptionId: row.subscription_id,
    slot: row.slot,
    chat: chatOfRow(row),
    content: row.content as DraftContent,
  })
  return {
    async unanswered(now) {
      const rows = await drafts().where(sql<boolean>`(edition.content ->> 'until')::timestamptz <= ${now}`).orderBy('edition.id').execute()
      return rows.map(draftOf)
    },

    async find(subscription, slot) {
      const row = await drafts().where('edition.subscription_id', '=', subscription).where('edition.slot', '=', slot).executeTakeFirst()
      return row ? draftOf(row) : null
    },

    async keep(id, content) {
      await db
        .updateTable('edition')
        .set({ content: JSON.stringify(content) })
        .where('id', '=', id)
        .where('state', '=', 'draft')
        .execute()
    },

    async decide(id, state, reason, deliveries, now) {
      return db.transaction().execute(async (transaction) => {
        const row = await transaction
          .updateTable('edition')
          .set({ state, reason })
          .where('id', '=', id)
          .where('state', '=', 'draft')
          .returning('id')
          .executeTakeFirst()
        if (!row) return false
        await insertDeliveries(transaction, deliveries, now)
        const keys = deliveries.filter((one) => one.kind === 'edition').map((one) => one.key)
        if (keys.length > 0) await transaction.updateTable('delivery').set({ edition_id: id }).where('idempotency_key', 'in', keys).execute()
        return true
      })
    },
  }
}
