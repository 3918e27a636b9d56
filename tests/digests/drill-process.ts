/** A process of the drill: plans and sends what is due until it is told to stop, or killed. Arguments: database URL or "", data folder, platform URL, owner. */
import { createPlanner } from '../../digests/plan.js'
import { createScheduler } from '../../digests/schedule.js'
import { createSender } from '../../digests/sender.js'
import { loadLexicon } from '../../src/lexicon/load.js'
import { createLog } from '../../src/log.js'
import { openStore } from '../../src/store/open.js'
import { createLoopbackPlatform } from './loopback-platform.js'

const [databaseUrl = '', dataDir = '', platformUrl = '', owner = ''] = process.argv.slice(2)
const leaseMs = 3_000
const now = (): Date => new Date()
const log = createLog('error')
const store = await openStore({ dataDir, databaseUrl: databaseUrl || null, now, log, name: owner })
const platform = createLoopbackPlatform(platformUrl, { perSecond: 400, perChatPerSecond: 50, perGroupPerMinute: null })
const sender = createSender({
  platform,
  outbox: store.outbox,
  leases: store.leases,
  sharedBlocks: store.editions.sharedBlocks,
  chatGone: store.editions.chatGone,
  chatMoved: store.editions.chatMoved,
  isPaused: async () => false,
  owner,
  now,
  log,
  leaseMs,
})
const planner = createPlanner({
  ...store,
  chatById: store.subscriptions.chatById,
  lexicon: loadLexicon(),
  platforms: new Map([['telegram', platform]]),
  owner,
  zone: 'UTC',
  log,
  batch: 100,
  leaseMs,
})
const scheduler = createScheduler({
  planner,
  editions: store.editions,
  now,
  log,
  readBefore: async () => {},
  planned: () => sender.poke(),
})
sender.start()
scheduler.start()
process.stdout.write('runs\n')
process.once('SIGTERM', async () => {
  await Promise.all([scheduler.stop(), sender.stop(5_000)])
  await store.close()
  process.exit(0)
})
