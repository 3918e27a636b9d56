import { describe, expect, it } from 'vitest'
import { createScheduler } from '../../digests/schedule.js'
import { silentLog } from '../store/test-store.js'
import { until } from './world.js'

const now = new Date('2024-08-19T08:28:00Z')
const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000)

/** A scheduler whose reading ends when it is told to, with what it did in order. */
function watched(slots: readonly Date[]) {
  const did: string[] = []
  let read = (): void => {}
  const scheduler = createScheduler({
    planner: {
      async planDue() {
        did.push('planned')
        return 0
      },
    },
    editions: { nextSlotAfter: async (after) => slots.find((slot) => slot > after) ?? null },
    now: () => now,
    log: silentLog,
    readBefore(end) {
      did.push(`reading until ${end.toISOString().slice(11, 16)}`)
      return new Promise((settle) => {
        read = settle
      })
    },
    planned() {},
  })
  return { did, scheduler, read: () => read() }
}

describe('the schedule', () => {
  it('reads shortly before a slot, once for the slots of the next minutes', async () => {
    const { did, scheduler } = watched([minutes(2), minutes(4)])
    await scheduler.tick()
    await scheduler.tick()
    expect(did).toEqual(['planned', 'reading until 08:30', 'planned'])
  })
  it('reads nothing while no slot is near', async () => {
    const { did, scheduler } = watched([minutes(4)])
    await scheduler.tick()
    expect(did).toEqual(['planned'])
  })
  it('reads before it makes up for what was missed, at most three minutes', async () => {
    const { did, scheduler, read } = watched([minutes(-90)])
    scheduler.start()
    await until('it reads', () => did.length > 0)
    await scheduler.tick()
    expect(did).toEqual(['reading until 08:31'])
    read()
    await until('it plans', () => did.includes('planned'))
    await scheduler.stop()
  })
})
