/** A store → chats that subscribe, and how far their deliveries are; for the tests of this room. */
import type { Store } from '../../src/store/open.js'
import { nextSlot } from '../../src/subscribers/schedule.js'
import { type Choice, type Subscription, wholeChoice } from '../../src/subscribers/subscription.js'

export const everyDay = [1, 2, 3, 4, 5, 6, 7]

/** A private chat with one subscription that is next due after `since`. */
export async function subscribe(
  store: Store,
  chat: string,
  since: Date,
  wish: { times?: string[]; zone?: string; choice?: Partial<Choice>; kind?: 'private' | 'group' | 'channel' } = {},
): Promise<Subscription> {
  const made = await store.chats.chat({ platform: 'telegram', workspace: '', chat, thread: '' }, wish.kind ?? 'private', since)
  const person = await store.chats.person({ platform: 'telegram', workspace: '', user: chat }, since)
  const schedule = { times: wish.times ?? ['08:30'], weekdays: everyDay, zone: wish.zone ?? 'UTC' }
  return store.subscriptions.add(
    { ...schedule, chatId: made.id, choice: { ...wholeChoice, ...wish.choice }, nextAt: nextSlot(schedule, since) },
    person.id,
    since,
  )
}

/** Waits until something holds, at most five seconds. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, withinMs = 5_000): Promise<void> {
  for (const end = performance.now() + withinMs; performance.now() < end; ) {
    if (await holds()) return
    await new Promise((done) => setTimeout(done, 20))
  }
  throw new Error(`after ${withinMs} ms still not: ${what}`)
}

/** How many deliveries are in each state. */
export async function states(store: Store): Promise<Record<string, number>> {
  const rows = await store.db
    .selectFrom('delivery')
    .select((all) => ['state', all.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.state, Number(row.count)]))
}
