/** Deliveries as admins see them ↔ their rows. */
import { type Kysely, sql } from 'kysely'
import type { InboxEntry, OutboxLine, OutboxView } from '../subscribers/outbox-view.js'
import type { Database } from './schema.js'
import { stoppedSenders } from './sending-stops.js'

const stuckMs = 10 * 60_000
const dayMs = 86_400_000

export function createOutboxView(db: Kysely<Database>): OutboxView {
  return {
    stopped: () => stoppedSenders(db),

    async counts(now) {
      const since = new Date(now.getTime() - dayMs)
      const stuck = new Date(now.getTime() - stuckMs)
      const { rows } = await sql<{ state: string; n: number; stuck: number }>`
        select state, count(*)::integer as n, count(*) filter (where state = 'planned' and not_before < ${stuck})::integer as stuck
        from delivery where state in ('planned', 'sending') or closed_at > ${since} group by state`.execute(db)
      const of = (state: string): number => rows.find((row) => row.state === state)?.n ?? 0
      return {
        planned: of('planned'),
        sending: of('sending'),
        sent: of('sent'),
        unknown: of('unknown'),
        refused: of('refused'),
        stuck: rows.reduce((sum, row) => sum + row.stuck, 0),
      }
    },

    async troubled(now, limit) {
      const rows = await db
        .selectFrom('delivery')
        .select(['id', 'platform', 'chat_id', 'kind', 'state', 'attempts', 'reason', 'not_before', 'made_at'])
        .where((where) =>
          where.or([
            where('state', 'in', ['unknown', 'refused', 'sending']),
            where.and([
              where('state', '=', 'planned'),
              where.or([where('attempts', '>', 0), where('not_before', '<', new Date(now.getTime() - stuckMs))]),
            ]),
          ]),
        )
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        delivery: row.id,
        platform: row.platform,
        chat: row.chat_id,
        kind: row.kind,
        state: row.state as OutboxLine['state'],
        attempts: row.attempts,
        reason: row.reason,
        notBefore: row.not_before,
        madeAt: row.made_at,
      }))
    },

    async resend(delivery, now) {
      const row = await db
        .updateTable('delivery')
        // Its tries and its age begin anew: what is refused for now is tried again, not given up.
        .set({ state: 'planned', attempts: 0, made_at: now, not_before: now, closed_at: null, mentioned_at: now, reason: 'sent again by an admin' })
        .where('id', '=', delivery)
        .where('state', 'in', ['unknown', 'refused'])
        .returning('id')
        .executeTakeFirst()
      return row !== undefined
    },

    async inbox(chat, limit) {
      const { rows } = await sql<InboxEntry>`
        select min(d.id) as id, d.kind, max(d.closed_at) as at, jsonb_agg(coalesce(c.message, d.message) order by d.part) as messages
        from delivery d left join lateral (
          select c.message from delivery c
          where c.chat_id = d.chat_id and c.under_delivery = d.id and c.kind = 'correction' and c.state = 'sent' order by c.id desc limit 1
        ) c on true
        where d.chat_id = ${chat} and d.state in ('sent', 'unknown') and d.kind <> 'correction'
        group by coalesce(d.edition_id, -d.id), d.kind order by 1 desc limit ${limit}`.execute(db)
      return rows
    },

    async editionParts(edition, chat) {
      const rows = await db
        .selectFrom('delivery')
        .select('message')
        .where('edition_id', '=', edition)
        .where('chat_id', '=', chat)
        .where('kind', '=', 'edition')
        .orderBy('part')
        .execute()
      return rows.map(({ message }) => ({ message }))
    },
  }
}
