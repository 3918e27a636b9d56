/** Corrected pages, and sent parts that carry them ↔ their rows. */
import { type Kysely, sql } from 'kysely'
import type { CorrectionStore } from '../../digests/corrections.js'
import type { StoredPart } from '../../digests/shared-blocks.js'
import { chatOfRow } from './chats.js'
import { insertDeliveries } from './deliveries.js'
import type { Database } from './schema.js'
import { createSettings } from './settings.js'

const cursorName = 'correction-cursor'

export function createCorrectionStore(db: Kysely<Database>): CorrectionStore {
  const settings = createSettings(db)
  return {
    async cursor() {
      const value = await settings.get(cursorName)
      return typeof value === 'number' ? value : null
    },
    saveCursor: (seq, now) => settings.set(cursorName, seq, now),

    async lastChange() {
      const { rows } = await sql<{ last: number }>`select coalesce(max(seq), 0)::bigint as last from story_change`.execute(db)
      return rows[0]?.last ?? 0
    },

    async correctedAfter(seq, limit) {
      const rows = await db
        .selectFrom('story_change')
        .select(['seq', 'story_id', 'article_id'])
        .where('seq', '>', seq)
        .where('kind', '=', 'corrected')
        .orderBy('seq')
        .limit(limit)
        .execute()
      return rows.flatMap((row) => (row.article_id === null ? [] : [{ seq: row.seq, story: row.story_id, article: row.article_id }]))
    },

    async carriers(article, since, platforms) {
      if (platforms.length === 0) return []
      const rows = await db
        .selectFrom('delivery')
        .innerJoin('chat', 'chat.id', 'delivery.chat_id')
        .selectAll('chat')
        .select(['delivery.id as delivery', 'delivery.part', 'delivery.message'])
        .where('delivery.state', '=', 'sent')
        .where('delivery.kind', 'in', ['edition', 'alert'])
        .where('delivery.closed_at', '>', since)
        .where('chat.ended_at', 'is', null)
        .where('chat.platform', 'in', [...platforms])
        .where((where) => where.or([where('chat.platform', 'in', ['slack', 'web']), where('chat.kind', '=', 'channel')]))
        .where(
          sql<boolean>`exists (select 1 from jsonb_array_elements(delivery.carried) c where c -> 'articles' @> ${JSON.stringify([article])}::jsonb)`,
        )
        .orderBy('delivery.id')
        .execute()
      return rows.map((row) => ({ delivery: row.delivery, chat: chatOfRow(row), part: row.part, message: row.message as StoredPart }))
    },

    save: (deliveries, now) => db.transaction().execute((transaction) => insertDeliveries(transaction, deliveries, now)),
  }
}
