import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../src/store/open.js'
import { type RealPostgres, startRealPostgres } from '../store/real-postgres.js'
import { silentLog, temporaryFolder } from '../store/test-store.js'
import { createFakePlatform } from './fake-platform.js'
import { plannerOf, senderOf } from './parts.js'
import { states, subscribe, until } from './world.js'

let postgres: RealPostgres
beforeAll(async () => {
  postgres = await startRealPostgres()
})
afterAll(() => postgres.stop())

const chats = 120

describe('a database that goes away while digests are sent', () => {
  it('costs none and repeats none: what was sent meanwhile is written down when it is back', async () => {
    const store = await openStore({ dataDir: temporaryFolder(), databaseUrl: await postgres.newDatabase(), now: () => new Date(), log: silentLog })
    const evening = new Date('2024-08-18T20:00:00Z')
    for (let chat = 1; chat <= chats; chat++) await subscribe(store, String(chat), evening)
    const platform = createFakePlatform(() => new Promise((done) => setTimeout(() => done(null), 100)), { perSecond: 40 })
    const morning = new Date('2024-08-19T08:30:01Z')
    const began = performance.now()
    const now = () => new Date(morning.getTime() + performance.now() - began)
    await plannerOf(store, platform, { log: silentLog }).planDue(morning)
    const sender = senderOf(store, platform, { log: silentLog, leaseMs: 8_000, now })
    sender.start()
    await until('some are sent', () => platform.arrived.length > 20, 20_000)
    await postgres.crash(2_000)
    await until('all are closed', async () => ((await states(store)).sent ?? 0) === chats, 60_000)
    await sender.stop(3_000)
    expect([await states(store), platform.arrived.length, new Set(platform.arrived.map(({ chat }) => chat)).size]).toEqual([
      { sent: chats },
      chats,
      chats,
    ])
    await store.close()
  }, 120_000)
})
