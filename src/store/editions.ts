/** Due subscriptions, editions with their parts, what chats have seen ↔ their rows. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { DueSubscription, Editions, Unmentioned } from '../../digests/editions.js'
import { blockKey } from '../../digests/shared-blocks.js'
import type { Block } from '../messages/message.js'
import type { Subscription } from '../subscribers/subscription.js'
import { endChat, moveChat } from './chat-ends.js'
import { chatOfRow } from './chats.js'
import type { Database } from './schema.js'
import { subscriptionOfRow } from './subscriptions.js'

export function createEditions(db: Kysely<Database>): Editions {
  return {
    async due(now, { platforms, limit, after }) {
      let query = db
        .selectFrom('subscription')
        .innerJoin('chat', 'chat.id', 'subscription.chat_id')
        .selectAll('subscription')
        .select([
          'chat.platform',
          'chat.workspace',
          'chat.chat',
          'chat.thread',
          'chat.kind',
          'chat.title',
          'chat.lang',
          'chat.zone as chat_zone',
          'chat.languages_read',
        ])
        .where('subscription.ended_at', 'is', null)
        .where('chat.ended_at', 'is', null)
        .where('subscription.next_at', '<=', now)
        .where('chat.platform', 'in', [...platforms])
        .orderBy('subscription.next_at')
        .orderBy('subscription.id')
        .limit(limit)
      // The whole batch before may still be being written: its slots have not moved on yet.
      if (after) query = query.where(sql<boolean>`(subscription.next_at, subscription.id) > (${after.nextAt}::timestamptz, ${after.id})`)
      const rows = await query.execute()
      return rows.map((row): DueSubscription => {
        const chat = chatOfRow({ ...row, id: row.chat_id, zone: row.chat_zone })
        return { subscription: withSlot(subscriptionOfRow(row)), chat }
      })
    },

    async ofChats(chats, until) {
      const rows = await sql<Parameters<typeof subscriptionOfRow>[0]>`
        select * from subscription where chat_id = any(${chats as number[]}::integer[]) and ended_at is null and next_at <= ${until} order by next_at, id`.execute(
        db,
      )
      return rows.rows.map((row) => withSlot(subscriptionOfRow(row)))
    },

    async seen(chats) {
      const { rows } = await sql<{ chat_id: number; story: number; seq: number }>`
        select x.chat_id, coalesce(s.merged_into, s.id) as story, max(x.seq)::bigint as seq
        from (
          select chat_id, story_id, seq from chat_seen where chat_id = any(${chats as number[]}::integer[])
          union all
          select d.chat_id, (c ->> 'story')::integer, (c ->> 'seq')::bigint
          from delivery d cross join lateral jsonb_array_elements(d.carried) c
          where d.chat_id = any(${chats as number[]}::integer[]) and d.state in ('planned', 'sending')
        ) x join story s on s.id = x.story_id
        group by 1, 2`.execute(db)
      const found = new Map<number, Map<number, number>>()
      for (const row of rows) {
        const own = found.get(row.chat_id) ?? new Map<number, number>()
        own.set(row.story, row.seq)
        found.set(row.chat_id, own)
      }
      return found
    },

    unmentioned: (chats) => unmentionedOf(db, sql`any(${chats as number[]}::integer[])`),

    unmentionedAt: ({ platform, workspace, chat, thread }) =>
      unmentionedOf(
        db,
        sql`(select id from chat where platform = ${platform} and workspace = ${workspace} and chat = ${chat} and thread = ${thread})`,
      ),

    mention: (deliveries, now) => mention(db, deliveries, now),

    async save(editions, { shared, mentioned, now }) {
      const decided = editions.map((edition, n) => ({
        n,
        subscription_id: edition.subscriptionId,
        chat_id: edition.chatId,
        slot: edition.slot.toISOString(),
        state: edition.state,
        reason: edition.reason,
        content: edition.content,
        next_at: edition.nextAt?.toISOString() ?? null,
        expected: edition.expectedNextAt.toISOString(),
        tells: edition.tells,
      }))
      const parts = editions.flatMap((edition) =>
        edition.deliveries.map((delivery) => ({
          subscription_id: edition.subscriptionId,
          slot: edition.slot.toISOString(),
          key: delivery.key,
          platform: delivery.platform,
          sender: delivery.sender,
          chat_id: delivery.chatId,
          part: delivery.part,
          kind: delivery.kind,
          message: delivery.message,
          silent: delivery.silent,
          carried: delivery.carried,
          not_before: delivery.notBefore.toISOString(),
          under: delivery.under ?? null,
        })),
      )
      const blocks = shared.map(({ story, version, look, blocks: block }) => ({ story, version, look, block }))
      return db.transaction().execute(async (transaction) => {
        if (blocks.length > 0)
          await sql`
            insert into story_block (story_id, version, look, block, made_at)
            select story, version, look, block, ${now} from jsonb_to_recordset(${JSON.stringify(blocks)}::jsonb) as r (story integer, version text, look text, block jsonb)
            order by story, version, look
            on conflict do nothing`.execute(transaction)
        const made = await sql<{ count: number }>`
          with decided as (
            select * from jsonb_to_recordset(${JSON.stringify(decided)}::jsonb)
              as r (n integer, subscription_id integer, chat_id integer, slot timestamptz, state text, reason text, content jsonb, next_at timestamptz, expected timestamptz, tells boolean)
          ), moved as (
            update subscription s set next_at = d.next_at, last_slot = case when d.tells then d.slot else s.last_slot end
            from decided d where s.id = d.subscription_id and date_trunc('milliseconds', s.next_at) = d.expected
            returning s.id
          ), made as (
            insert into edition (subscription_id, slot, chat_id, state, reason, content, made_at)
            select subscription_id, slot, chat_id, state, reason, content, ${now} from decided
            where subscription_id in (select id from moved)
            order by n
            on conflict (subscription_id, slot) do nothing
            returning id, subscription_id, slot
          ), planned as (
            insert into delivery (idempotency_key, platform, sender, chat_id, edition_id, part, kind, message, silent, carried, not_before, made_at, under_delivery)
            select r.key, r.platform, r.sender, r.chat_id, made.id, r.part, r.kind, r.message, r.silent, r.carried, r.not_before, ${now}, r.under
            from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb)
              as r (subscription_id integer, slot timestamptz, key text, platform text, sender text, chat_id integer, part integer, kind text, message jsonb, silent boolean, carried jsonb, not_before timestamptz, under bigint)
            join made on made.subscription_id = r.subscription_id and made.slot = r.slot
            order by made.id, r.part
            on conflict (idempotency_key) do nothing
          )
          select count(*)::integer as count from made`.execute(transaction)
        await mention(transaction, mentioned, now)
        return made.rows[0]?.count ?? 0
      })
    },

    async nextSlotAfter(after) {
      const row = await db
        .selectFrom('subscription')
        .select('next_at')
        .where('ended_at', 'is', null)
        .where('next_at', '>', after)
        .orderBy('next_at')
        .limit(1)
        .executeTakeFirst()
      return row?.next_at ?? null
    },

    async sharedBlocks(refs) {
      const keys = JSON.stringify(refs.map(({ story, version, look }) => ({ story, version, look })))
      const { rows } = await sql<{ story_id: number; version: string; look: string; block: Block[] }>`
        select distinct b.story_id, b.version, b.look, b.block from story_block b
        join jsonb_to_recordset(${keys}::jsonb) as r (story integer, version text, look text)
          on b.story_id = r.story and b.version = r.version and b.look = r.look`.execute(db)
      return new Map(rows.map((row) => [blockKey({ story: row.story_id, version: row.version, look: row.look }), row.block]))
    },

    chatGone: (chat, reason, now) => db.transaction().execute((transaction) => endChat(transaction, chat, reason, now)),
    workspaceGone: (platform, workspace, reason, now) =>
      db.transaction().execute(async (transaction) => {
        const chats = await transaction
          .selectFrom('chat')
          .select('id')
          .where('platform', '=', platform)
          .where('workspace', '=', workspace)
          .where('ended_at', 'is', null)
          .orderBy('id')
          .execute()
        for (const { id } of chats) await endChat(transaction, id, reason, now)
        return chats.length
      }),
    chatMoved: (chat, to, now) => db.transaction().execute((transaction) => moveChat(transaction, chat, to, now)),

    async chatBack({ platform, workspace, chat, thread }, now) {
      void now
      await db
        .updateTable('chat')
        .set({ ended_at: null, end_reason: null })
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('chat', '=', chat)
        .$if(thread !== '', (query) => query.where('thread', '=', thread))
        .execute()
    },
    async chatsAt({ platform, workspace, chat, thread }) {
      return db
        .selectFrom('chat')
        .select(['id', 'thread'])
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('chat', '=', chat)
        .$if(thread !== '', (query) => query.where('thread', '=', thread))
        .orderBy('id')
        .execute()
    },

    async prune(before) {
      // The oldest have the smallest ids: no index on time is needed.
      const steps = [
        sql`delete from delivery where id in (select id from (select id, closed_at from delivery order by id limit ${pruneStep}) old where closed_at < ${before})`,
        sql`delete from edition where id in (select id from (select id, slot, state from edition order by id limit ${pruneStep}) old where slot < ${before} and state <> 'draft')
          and not exists (select 1 from delivery d where d.edition_id = edition.id)`,
        sql`delete from story_block where ctid in (select ctid from story_block where made_at < ${before} limit ${pruneStep})`,
        sql`delete from chat_seen where ctid in (select ctid from chat_seen where at < ${before} limit ${pruneStep})`,
      ]
      let deleted = 0
      for (const step of steps) {
        for (;;) {
          const { numAffectedRows = 0n } = await step.execute(db)
          deleted += Number(numAffectedRows)
          if (numAffectedRows === 0n) break
        }
      }
      return deleted
    },
  }
}

async function unmentionedOf(db: Kysely<Database>, chats: RawBuilder<unknown>): Promise<Unmentioned[]> {
  const { rows } = await sql<{ id: number; chat_id: number; edition: number | null; slot: Date; zone: string }>`
    select d.id, d.chat_id, e.id as edition, e.slot, s.zone
    from delivery d left join edition e on e.id = d.edition_id left join subscription s on s.id = e.subscription_id
    where d.chat_id = ${chats} and d.state = 'unknown' and d.mentioned_at is null
    order by d.id`.execute(db)
  return rows.map(({ id, chat_id, edition, slot, zone }) => ({
    delivery: id,
    chatId: chat_id,
    digest: edition === null ? null : { edition, slot, zone },
  }))
}

async function mention(db: Kysely<Database>, deliveries: readonly number[], now: Date): Promise<void> {
  if (deliveries.length > 0) await sql`update delivery set mentioned_at = ${now} where id = any(${deliveries as number[]}::bigint[])`.execute(db)
}

/** Rows of one short statement. */
const pruneStep = 5_000

function withSlot(subscription: Subscription): Subscription & { nextAt: Date } {
  if (!subscription.nextAt) throw new Error(`subscription ${subscription.id}: no next slot, expected one of a due subscription`)
  return { ...subscription, nextAt: subscription.nextAt }
}
