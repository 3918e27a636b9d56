/** Nothing → a fresh, empty embedded store in a temporary folder, for the tests of every room. */
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Log } from '../../src/log.js'
import { packageFile } from '../../src/package-files.js'
import { openSlim } from '../../src/store/embedded/slim.js'
import { migrations } from '../../src/store/migrations/index.js'
import { openStore, type Store } from '../../src/store/open.js'

// A test may add one of its own later.
const migrationFiles = Object.keys(migrations).map((name) => packageFile(`src/store/migrations/${name}.ts`))

export const silentLog: Log = { error() {}, warn() {}, info() {}, debug() {} }

const removals: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const remove of removals.splice(0)) await remove()
})

/** A folder that is removed after the test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'readout-test-'))
  removals.push(async () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  return folder
}

/** A migrated cluster, made once for each state of schema and engine, and kept between runs. */
async function preparedCluster(): Promise<string> {
  const key = createHash('sha256')
  key.update(readFileSync(packageFile('src/store/embedded/slim.ts')))
  key.update(readFileSync(packageFile('node_modules/@electric-sql/pglite/package.json')))
  for (const file of migrationFiles) key.update(readFileSync(file))
  const cached = join(tmpdir(), `readout-test-cluster-${key.digest('hex').slice(0, 16)}`)
  if (existsSync(cached)) return cached
  const folder = mkdtempSync(join(tmpdir(), 'readout-test-'))
  const store = await openStore({ dataDir: folder, databaseUrl: null, now: () => new Date(), log: silentLog })
  await store.close()
  await (await openSlim(join(folder, 'database', 'cluster'))).close()
  try {
    renameSync(join(folder, 'database', 'cluster'), cached)
  } catch {
    // Another test file was faster.
  }
  rmSync(folder, { recursive: true, force: true })
  return cached
}

export interface TestStoreOptions {
  now?: () => Date
  log?: Log
}

/** A data folder with an empty, migrated database that nobody has open; removed after the test file. */
export async function preparedFolder(): Promise<string> {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'database'), { mode: 0o700 })
  cpSync(await preparedCluster(), join(folder, 'database', 'cluster'), { recursive: true })
  return folder
}

/** Closed and removed after the test file. */
export async function openTestStore({ now = () => new Date(), log = silentLog }: TestStoreOptions = {}): Promise<Store> {
  const store = await openStore({ dataDir: await preparedFolder(), databaseUrl: null, now, log })
  removals.unshift(() => store.close())
  return store
}
