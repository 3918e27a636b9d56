/** A process of the drill: plans and sends what is due until it is told to stop, or killed. Arguments: database URL or "", data folder, platform URL, owner. */
import { createScheduler } from '../../digests/schedule.js'
import { createLog } from '../../src/log.js'
import { openStore } from '../../src/store/open.js'
import { createLoopbackPlatform } from './loopback-platform.js'
import { plannerOf, senderOf } from './parts.js'

const [databaseUrl = '', dataDir = '', platformUrl = '', owner = ''] = process.argv.slice(2)
const leaseMs = 3_000
const now = (): Date => new Date()
const log = createLog('error')
const store = await openStore({ dataDir, databaseUrl: databaseUrl || null, now, log, name: owner })
const platform = createLoopbackPlatform(platformUrl, { perSecond: 400, perChatPerSecond: 50, perGroupPerMinute: null })
const sender = senderOf(store, platform, { owner, leaseMs })
const planner = plannerOf(store, platform, { owner, leaseMs, batch: 100 })
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
