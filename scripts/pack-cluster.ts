/** A new, migrated cluster → dist/embedded/cluster.tar.gz (or the file that is named), from which a new data folder opens without initdb. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { createLog } from '../src/log.js'
import { packageFile } from '../src/package-files.js'
import { openSlim } from '../src/store/embedded/slim.js'
import { openStore, preparedFile } from '../src/store/open.js'

const target = process.argv[2] ? resolve(process.argv[2]) : packageFile(preparedFile)
const folder = mkdtempSync(join(tmpdir(), 'readout-pack-'))
try {
  // Made anew: what an earlier build packed must not be packed again.
  const store = await openStore({ dataDir: folder, databaseUrl: null, now: () => new Date(), log: createLog('warn'), prepared: join(folder, 'none') })
  await store.close()
  const engine = await openSlim(join(folder, 'database', 'cluster'))
  const packed = await engine.dumpDataDir('gzip')
  await engine.close()
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, Buffer.from(await packed.arrayBuffer()))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
