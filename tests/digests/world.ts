/** A store with chats that subscribe, and the parts of digests around it; for the tests of this room. */
import { createPlanner, type Planner } from '../../digests/plan.js'
import { createSender, type Sender } from '../../digests/sender.js'
import { loadLexicon } from '../../src/lexicon/load.js'
import type { Platform } from '../../src/platform.js'
import type { Store } from '../../src/store/open.js'
import { nextSlot } from '../../src/subscribers/schedule.js'
import { type Choice, type Subscription, wholeChoice } from '../../src/subscribers/subscription.js'
import { silentLog } from '../store/test-store.js'

const lexicon = loadLexicon()
export const everyDay = [1, 2, 3, 4, 5, 6, 7]

export function plannerOf(store: Store, platform: Platform, owner = 'test'): Planner {
  return createPlanner({
    ...store,
    chatById: store.subscriptions.chatById,
    lexicon,
    platforms: new Map([[platform.name, platform]]),
    owner,
    zone: 'UTC',
    log: silentLog,
  })
}

export function senderOf(store: Store, platform: Platform, options: { owner?: string; now?: () => Date; leaseMs?: number } = {}): Sender {
  const { owner = 'test', now = () => new Date(), leaseMs = 2_000 } = options
  return createSender({
    platform,
    outbox: store.outbox,
    leases: store.leases,
    sharedBlocks: store.editions.sharedBlocks,
    chatGone: store.editions.chatGone,
    chatMoved: store.editions.chatMoved,
    isPaused: async () => (await store.settings.get('sending-paused')) === true,
    owner,
    now,
    leaseMs,
    log: silentLog,
    random: () => 0.5,
  })
}

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
