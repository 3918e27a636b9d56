/** A new, migrated cluster → dist/embedded/cluster.tar.gz, from which a new data folder opens without initdb. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { createLog } from '../src/log.js'
import { packageFile } from '../src/package-files.js'
import { openStore, preparedFile } from '../src/store/open.js'

const folder = mkdtempSync(join(tmpdir(), 'readout-pack-'))
try {
  // What an earlier build packed must not be packed again.
  rmSync(packageFile(preparedFile), { force: true })
  const store = await openStore({ dataDir: folder, databaseUrl: null, now: () => new Date(), log: createLog('warn') })
  await store.close()
  const engine = await PGlite.create({ dataDir: join(folder, 'database', 'cluster') })
  await engine.exec('checkpoint')
  const packed = await engine.dumpDataDir('gzip')
  await engine.close()
  mkdirSync(packageFile('dist/embedded'), { recursive: true })
  writeFileSync(packageFile(preparedFile), Buffer.from(await packed.arrayBuffer()))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
