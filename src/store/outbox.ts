/** Deliveries ↔ their rows: what may go now, begun before the call, closed by the receipt. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Closing, DueDelivery, Holder, Outbox } from '../../digests/outbox.js'
import type { StoredPart } from '../../digests/shared-blocks.js'
import type { ChatKind } from '../subscribers/address.js'
import type { Database } from './schema.js'
import { stoppedSenders, stopSender } from './sending-stops.js'

interface DueRow {
  id: number
  chat_id: number
  platform: string
  workspace: string
  chat: string
  thread: string
  chat_kind: string
  kind: DueDelivery['kind']
  part: number
  message: StoredPart
  silent: boolean
  attempts: number
  made_at: Date
  first_part: { messageIds?: string[] } | null
  reply_to: { messageIds?: string[] } | null
  quiet: DueDelivery['quiet']
}

function dueOfRow(row: DueRow): DueDelivery {
  return {
    id: row.id,
    chatId: row.chat_id,
    address: { platform: row.platform, workspace: row.workspace, chat: row.chat, thread: row.thread },
    chatKind: row.chat_kind as ChatKind,
    kind: row.kind,
    part: row.part,
    message: row.message,
    silent: row.silent,
    attempts: row.attempts,
    madeAt: row.made_at,
    firstPart: row.first_part?.messageIds ?? null,
    replyTo: row.reply_to?.messageIds ?? null,
    quiet: row.quiet,
  }
}

/** What was shown (or may have been) is seen: the last change of each story that the parts carried. */
async function markSeen(db: Kysely<Database>, deliveries: readonly number[], now: Date): Promise<void> {
  if (deliveries.length === 0) return
  await sql`
    insert into chat_seen (chat_id, story_id, seq, at)
    select d.chat_id, (c ->> 'story')::integer, max((c ->> 'seq')::bigint), ${now}
    from delivery d cross join lateral jsonb_array_elements(d.carried) c
    where d.id = any(${deliveries as number[]}::bigint[])
    group by 1, 2
    order by 1, 2
    on conflict (chat_id, story_id) do update set seq = greatest(chat_seen.seq, excluded.seq), at = excluded.at`.execute(db)
}

/** A bare number in a chat means a story of the last list it was sent. */
async function saveLists(db: Kysely<Database>, deliveries: readonly number[], now: Date): Promise<void> {
  if (deliveries.length === 0) return
  await sql`
    update chat c set last_list = array(select jsonb_array_elements_text(d.message -> 'stories')::integer), last_list_at = ${now}
    from delivery d
    where d.id = any(${deliveries as number[]}::bigint[]) and c.id = d.chat_id and d.part = 0 and d.kind in ('edition', 'alert')
      and jsonb_typeof(d.message -> 'stories') = 'array'`.execute(db)
}

/** The periods of these editions have not been told: the next one begins where they began. */
async function reopenPeriods(db: Kysely<Database>, deliveries: readonly number[]): Promise<void> {
  if (deliveries.length === 0) return
  await sql`
    update subscription s set last_slot = (e.content ->> 'from')::timestamptz
    from edition e join delivery d on d.edition_id = e.id
    where d.id = any(${deliveries as number[]}::bigint[]) and d.kind = 'edition' and s.id = e.subscription_id and s.last_slot = e.slot
      and e.content ? 'from'`.execute(db)
}

function seconds(count: number): RawBuilder<unknown> {
  return sql`make_interval(secs => ${count}::float8)`
}

const leaseMs = 60_000
const hourMs = 3_600_000
/** Later than this a part does not go out in the quiet hours of its chat. */
const punctualMs = 5 * 60_000

export function createOutbox(db: Kysely<Database>): Outbox {
  return {
    async due(sender, now, { limit, except }) {
      // A part waits for older ones of its chat that are due themselves, were tried, or belong to the same edition; one planned for later lets others pass.
      const { rows } = await sql<DueRow>`
        select d.id, d.chat_id, c.platform, c.workspace, c.chat, c.thread, c.kind as chat_kind, d.kind, d.part, d.message, d.silent, d.attempts, d.made_at,
          case when d.part > 0 then (select f.receipt from delivery f where f.edition_id = d.edition_id and f.chat_id = d.chat_id and f.part = 0 and f.kind = d.kind limit 1) end as first_part,
          case when d.under_delivery is not null then (select u.receipt from delivery u where u.id = d.under_delivery) end as reply_to,
          case when d.kind in ('edition', 'alert') and d.not_before < ${new Date(now.getTime() - punctualMs)} then (
            select q.choice -> 'quiet' || jsonb_build_object('zone', q.zone) from subscription q
            where q.chat_id = d.chat_id and q.ended_at is null and jsonb_typeof(q.choice -> 'quiet') = 'object' order by q.id limit 1
          ) end as quiet
        from delivery d join chat c on c.id = d.chat_id
        where d.state = 'planned' and d.sender = ${sender} and d.not_before <= ${now}
          and not (d.chat_id = any(${except as number[]}::integer[]))
          and not exists (
            select 1 from delivery e
            where e.chat_id = d.chat_id and e.id < d.id and e.state in ('planned', 'sending')
              and (e.state = 'sending' or e.not_before <= ${now} or e.attempts > 0 or e.edition_id = d.edition_id)
          )
        order by d.not_before, d.id
        limit ${limit}`.execute(db)
      return rows.map(dueOfRow)
    },

    async begin(ids, holder: Holder, now) {
      const { rows } = await sql<{ id: number }>`
        update delivery set state = 'sending', lease_owner = ${holder.owner}, lease_until = ${new Date(now.getTime() + leaseMs)}, attempts = attempts + 1
        where id in (select id from delivery where id = any(${ids as number[]}::bigint[]) and state = 'planned' for update skip locked)
          and exists (select 1 from lease where name = ${holder.lease} and owner = ${holder.owner} and fencing = ${holder.fencing} and until > ${now})
        returning id`.execute(db)
      return rows.map((row) => row.id)
    },

    async close(closings, owner, now) {
      if (closings.length === 0) return
      const rows = JSON.stringify(closings.map(closingRow))
      await db.transaction().execute(async (transaction) => {
        const closed = await sql<{ id: number; state: string }>`
          update delivery d set state = r.state, receipt = r.receipt, reason = r.reason, not_before = coalesce(r.not_before, d.not_before),
            closed_at = case when r.state = 'planned' then null else ${now}::timestamptz end
          from jsonb_to_recordset(${rows}::jsonb) as r (id bigint, state text, receipt jsonb, reason text, not_before timestamptz)
          where d.id = r.id and d.lease_owner = ${owner} and d.state in ('sending', 'unknown')
          returning d.id, d.state`.execute(transaction)
        const shown = closed.rows.filter((row) => row.state === 'sent' || row.state === 'unknown').map((row) => row.id)
        await markSeen(transaction, shown, now)
        await saveLists(transaction, shown, now)
        await reopenPeriods(
          transaction,
          closed.rows.filter((row) => row.state === 'refused').map((row) => row.id),
        )
      })
    },

    async abandon(sender, owner, { state, now }) {
      if (state === 'planned') {
        const { numAffectedRows = 0n } = await sql`
          update delivery set state = 'planned' where state = 'sending' and sender = ${sender} and lease_owner is distinct from ${owner}`.execute(db)
        return Number(numAffectedRows)
      }
      const { rows } = await db.transaction().execute(async (transaction) => {
        const left = await sql<{ id: number }>`
          update delivery set state = 'unknown', reason = 'the sending process ended before the reply', closed_at = ${now}
          where state = 'sending' and sender = ${sender} and lease_owner is distinct from ${owner}
          returning id`.execute(transaction)
        await markSeen(
          transaction,
          left.rows.map((row) => row.id),
          now,
        )
        return left
      })
      return rows.length
    },

    async postpone(parts) {
      const rows = JSON.stringify(parts.map(({ id, notBefore }) => ({ id, not_before: notBefore.toISOString() })))
      await sql`
        update delivery d set not_before = r.not_before from jsonb_to_recordset(${rows}::jsonb) as r (id bigint, not_before timestamptz)
        where d.id = r.id and d.state = 'planned'`.execute(db)
    },

    async endLate(sender, now) {
      return db.transaction().execute(async (transaction) => {
        const ago = (hours: number): Date => new Date(now.getTime() - hours * hourMs)
        const { rows } = await sql<{ id: number }>`
          update delivery set state = 'refused', reason = 'too late to be sent', closed_at = ${now}
          where state = 'planned' and sender = ${sender}
            and (kind in ('edition', 'draft') and not_before < ${ago(12)} or kind = 'alert' and not_before < ${ago(6)})
          returning id`.execute(transaction)
        await reopenPeriods(
          transaction,
          rows.map((row) => row.id),
        )
        return rows.length
      })
    },

    async turnBeside(sender, { beside, alone }) {
      // The database's clock: those of the processes may differ.
      const { rows } = await sql<{ wait: number }>`
        insert into pace as p (sender, next_at, digests_until) values (${sender}, clock_timestamp() + ${seconds(1 / alone)}, '-infinity')
        on conflict (sender) do update set next_at = greatest(p.next_at, clock_timestamp())
          + case when p.digests_until > clock_timestamp() then ${seconds(1 / beside)} else ${seconds(1 / alone)} end
        returning (extract(epoch from next_at - clock_timestamp()
          - case when digests_until > clock_timestamp() then ${seconds(1 / beside)} else ${seconds(1 / alone)} end) * 1000)::float8 as wait`.execute(
        db,
      )
      return Math.max(0, rows[0]?.wait ?? 0)
    },

    async announce(sender, ms) {
      const { rows } = await sql<{ wait: number }>`
        insert into pace as p (sender, next_at, digests_until) values (${sender}, '-infinity', clock_timestamp() + ${seconds(ms / 1000)})
        on conflict (sender) do update set digests_until = excluded.digests_until
        returning case when isfinite(next_at) then (extract(epoch from next_at - clock_timestamp()) * 1000)::float8 else 0 end as wait`.execute(db)
      return Math.max(0, rows[0]?.wait ?? 0)
    },

    stop: (sender, reason, now) => stopSender(db, sender, reason, now),
    stopped: async () => new Set((await stoppedSenders(db)).map(({ sender }) => sender)),

    async nextAt(sender) {
      const row = await db
        .selectFrom('delivery')
        .select('not_before')
        .where('sender', '=', sender)
        .where('state', '=', 'planned')
        .orderBy('not_before')
        .limit(1)
        .executeTakeFirst()
      return row?.not_before ?? null
    },
  }
}

function closingRow(closing: Closing): Record<string, unknown> {
  switch (closing.state) {
    case 'sent':
      return { id: closing.id, state: 'sent', receipt: { messageIds: closing.messageIds } }
    case 'planned':
      return { id: closing.id, state: 'planned', reason: closing.reason, not_before: closing.notBefore.toISOString() }
    default:
      return { id: closing.id, state: closing.state, reason: closing.reason }
  }
}
