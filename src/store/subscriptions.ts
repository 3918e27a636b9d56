/** Subscriptions and followed subjects ↔ their rows. */
import type { Kysely, Selectable } from 'kysely'
import { type Choice, type Subscription, type SubscriptionStore, wholeChoice } from '../subscribers/subscription.js'
import { chatOfRow } from './chats.js'
import type { Database } from './schema.js'

/** A choice that an older version stored lacks what came later. */
export function subscriptionOfRow(
  row: Pick<Selectable<Database['subscription']>, 'id' | 'chat_id' | 'times' | 'weekdays' | 'zone' | 'choice' | 'next_at' | 'last_slot'>,
): Subscription {
  return {
    id: row.id,
    chatId: row.chat_id,
    times: row.times,
    weekdays: row.weekdays,
    zone: row.zone,
    choice: { ...wholeChoice, ...(row.choice as Partial<Choice>) },
    nextAt: row.next_at,
    lastSlot: row.last_slot,
  }
}

export function createSubscriptionStore(db: Kysely<Database>): SubscriptionStore {
  return {
    async add(subscription, madeBy, now) {
      const row = await db
        .insertInto('subscription')
        .values({
          chat_id: subscription.chatId,
          times: [...subscription.times],
          weekdays: [...subscription.weekdays],
          zone: subscription.zone,
          choice: JSON.stringify(subscription.choice),
          next_at: subscription.nextAt,
          made_at: now,
          made_by: madeBy,
        })
        .returningAll()
        .executeTakeFirstOrThrow()
      // Whoever subscribes again is reachable again.
      await db
        .updateTable('chat')
        .set({ ended_at: null, end_reason: null })
        .where('id', '=', subscription.chatId)
        .where('ended_at', 'is not', null)
        .execute()
      return subscriptionOfRow(row)
    },

    async change(id, { times, weekdays, zone, choice, nextAt }) {
      await db
        .updateTable('subscription')
        .set({ times: [...times], weekdays: [...weekdays], zone, choice: JSON.stringify(choice), next_at: nextAt })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .execute()
    },

    async ofChat(chat) {
      const rows = await db.selectFrom('subscription').selectAll().where('chat_id', '=', chat).where('ended_at', 'is', null).orderBy('id').execute()
      return rows.map(subscriptionOfRow)
    },

    async end(id, reason, now) {
      await db
        .updateTable('subscription')
        .set({ ended_at: now, end_reason: reason, next_at: null })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .execute()
    },

    async follow(chat, subject, now) {
      const row = await db
        .insertInto('follow')
        .values({ chat_id: chat, subject, made_at: now })
        .onConflict((conflict) => conflict.columns(['chat_id', 'subject']).doNothing())
        .returning('id')
        .executeTakeFirst()
      return row !== undefined
    },

    async unfollow(chat, subject) {
      const row = await db.deleteFrom('follow').where('chat_id', '=', chat).where('subject', '=', subject).returning('id').executeTakeFirst()
      return row !== undefined
    },

    async following(chat) {
      const rows = await db.selectFrom('follow').select(['id', 'chat_id', 'subject']).where('chat_id', '=', chat).orderBy('id').execute()
      return rows.map((row) => ({ id: row.id, chatId: row.chat_id, subject: row.subject }))
    },

    async counts() {
      const { sub, chats } = await db
        .selectFrom('subscription')
        .select((all) => [all.fn.countAll<number>().as('sub'), all.fn.count<number>('chat_id').distinct().as('chats')])
        .where('ended_at', 'is', null)
        .executeTakeFirstOrThrow()
      const { follows } = await db
        .selectFrom('follow')
        .select((all) => all.fn.countAll<number>().as('follows'))
        .executeTakeFirstOrThrow()
      return { subscriptions: Number(sub), chats: Number(chats), follows: Number(follows) }
    },

    async chatById(id) {
      const row = await db.selectFrom('chat').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? chatOfRow(row) : null
    },
  }
}
