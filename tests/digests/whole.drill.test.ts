import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RealPostgres, startRealPostgres } from '../store/real-postgres.js'
import { temporaryFolder } from '../store/test-store.js'
import { runDrill } from './drill.js'

let postgres: RealPostgres
beforeAll(async () => {
  postgres = await startRealPostgres()
})
afterAll(() => postgres.stop())

const quarterHour = 15 * 60_000

describe('the whole drill', () => {
  it('delivers each part of 2,000 subscriptions once by three processes that are killed fifty times', async () => {
    const report = await runDrill({
      databaseUrl: await postgres.newDatabase(),
      dataDir: temporaryFolder(),
      subscriptions: 2_000,
      processes: 3,
      kills: 50,
      spanMs: quarterHour - 120_000,
    })
    console.log(JSON.stringify({ states: report.states, answers: report.answers }))
    expect([report.editions, report.repeated, report.untrue, report.disordered]).toEqual([2_000, [], [], []])
    expect([report.states.planned, report.states.sending, report.listed]).toEqual([undefined, undefined, report.unknown])
  })
})
