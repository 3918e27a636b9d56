/** Number of rounds → in each, eight processes open one data folder at once and are killed with kill -9. */
import { expect } from 'vitest'
import { openStore } from '../../src/store/open.js'
import { startProcess } from './process.js'
import { preparedFolder, silentLog } from './test-store.js'

async function startersAtOnce(folder: string): Promise<{ owners: number; kill: () => Promise<unknown> }> {
  const starters = Array.from({ length: 8 }, (_, i) =>
    startProcess(`
      say('ready')
      await go()
      const store = await open(${JSON.stringify(folder)}, 'starter ${i}')
      await store.db.insertInto('concept').values({ slug: process.pid + ' ' + Date.now() }).execute()
      say(String(store.ownsFolder()))
      await go()`),
  )
  await Promise.all(starters.map((starter) => starter.line()))
  for (const starter of starters) starter.go()
  const owns = await Promise.all(starters.map((starter) => starter.line()))
  return { owners: owns.filter((line) => line === 'true').length, kill: () => Promise.all(starters.map((starter) => starter.kill('SIGKILL'))) }
}

/** Expects one owner in each round, and every acknowledged row at the end. */
export async function killStartersRepeatedly(rounds: number): Promise<void> {
  const folder = await preparedFolder()
  for (let round = 1; round <= rounds; round++) {
    const { owners, kill } = await startersAtOnce(folder)
    expect(owners).toBe(1)
    await kill()
  }
  const store = await openStore({ dataDir: folder, databaseUrl: null, now: () => new Date(), log: silentLog })
  expect(await store.db.selectFrom('concept').select('slug').execute()).toHaveLength(rounds * 8)
  await store.close()
}
