import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../store/test-store.js'
import { runDrill } from './drill.js'

describe('one process on the embedded database', () => {
  it('delivers each part once, though it is killed and started anew', async () => {
    const report = await runDrill({ databaseUrl: '', dataDir: temporaryFolder(), subscriptions: 80, processes: 1, kills: 1, spanMs: 4_000 })
    expect([report.editions, report.repeated, report.untrue, report.disordered]).toEqual([80, [], [], []])
    expect([report.states.planned, report.states.sending, report.listed]).toEqual([undefined, undefined, report.unknown])
  }, 150_000)
})
