/** A store and a platform → the planner and the sender of digests, as the service puts them together; for tests, drill and bench alike. */
import { createPlanner, type Planner, type PlannerOptions } from '../../digests/plan.js'
import { createSender, type Sender, type SenderOptions } from '../../digests/sender.js'
import { loadLexicon } from '../../src/lexicon/load.js'
import { createLog } from '../../src/log.js'
import type { Platform } from '../../src/platform.js'
import type { Store } from '../../src/store/open.js'

const log = createLog('error')

export function plannerOf(store: Store, platform: Platform, options: Partial<PlannerOptions> = {}): Planner {
  return createPlanner({
    ...store,
    chatById: store.subscriptions.chatById,
    lexicon: loadLexicon(),
    platforms: new Map([[platform.name, platform]]),
    owner: 'test',
    zone: 'UTC',
    log,
    ...options,
  })
}

export function senderOf(store: Store, platform: Platform, options: Partial<SenderOptions> = {}): Sender {
  return createSender({
    platform,
    outbox: store.outbox,
    leases: store.leases,
    sharedBlocks: store.editions.sharedBlocks,
    chatGone: store.editions.chatGone,
    chatMoved: store.editions.chatMoved,
    isPaused: async () => (await store.settings.get('sending-paused')) === true,
    owner: 'test',
    now: () => new Date(),
    log,
    ...options,
  })
}
