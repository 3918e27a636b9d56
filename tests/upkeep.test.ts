/** Rounds of upkeep over ports in memory: when a backup is made, and how long a stop waits for one. */
import { expect, it } from 'vitest'
import { startUpkeep, type UpkeepOptions } from '../src/upkeep.js'
import { silentLog } from './store/test-store.js'

const now = new Date('2024-12-01T10:00:00Z')

function options(more: { lastBackup?: string; backUp?: () => Promise<string> } = {}): UpkeepOptions & { backups: number; released: string[] } {
  const kept = new Map<string, unknown>([['last-daily-backup', more.lastBackup]])
  const made = {
    backups: 0,
    released: [] as string[],
    leases: { take: async () => 1, release: async (name: string) => void made.released.push(name) },
    settings: { get: async (name: string) => kept.get(name) ?? null, set: async (name: string, value: unknown) => void kept.set(name, value) },
    embedded: {
      step: async () => null,
      backUpBeside: async () => {
        made.backups++
        return more.backUp ? more.backUp() : 'file'
      },
    },
    forgetSome: async () => 0,
    forgetTalks: async () => 0,
    keepDays: null,
    owner: 'test',
    now: () => now,
    log: silentLog,
  }
  return made
}

it.each([
  ['there is none', undefined, 1],
  ['the last is older than a day', '2024-11-30T09:59:00Z', 1],
  ['the last is younger', '2024-11-30T10:01:00Z', 0],
  ['the last lies ahead, from when the clock was wrong', '2031-01-01T00:00:00Z', 1],
])('a backup is made where %s', async (_where, lastBackup, backups) => {
  const upkeep = options(lastBackup ? { lastBackup } : {})
  await (await startUpkeep(upkeep)).stop()
  expect(upkeep.backups).toBe(backups)
})

it('a backup that takes long keeps neither the start nor the stop waiting', async () => {
  let finish = (): void => {}
  const upkeep = options({ backUp: () => new Promise((settle) => (finish = () => settle('file'))) })
  const began = performance.now()
  await (await startUpkeep(upkeep)).stop()
  expect(performance.now() - began).toBeLessThan(4_000)
  expect(upkeep.released).toEqual(['service test'])
  finish()
})
