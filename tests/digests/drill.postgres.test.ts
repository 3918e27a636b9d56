import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RealPostgres, startRealPostgres } from '../store/real-postgres.js'
import { temporaryFolder } from '../store/test-store.js'
import { runDrill } from './drill.js'

let postgres: RealPostgres
beforeAll(async () => {
  postgres = await startRealPostgres()
})
afterAll(() => postgres.stop())

describe('three processes on one PostgreSQL', () => {
  it('deliver each part of 2,000 subscriptions once, though they are killed five times', async () => {
    const report = await runDrill({
      databaseUrl: await postgres.newDatabase(),
      dataDir: temporaryFolder(),
      subscriptions: 2_000,
      processes: 3,
      kills: 5,
      spanMs: 25_000,
    })
    expect([report.editions, report.repeated, report.untrue, report.disordered]).toEqual([2_000, [], [], []])
    expect([report.states.planned, report.states.sending, report.listed]).toEqual([undefined, undefined, report.unknown])
  }, 180_000)
})
