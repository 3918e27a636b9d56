import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFolder } from '../../src/store/embedded/folder.js'
import { openStore } from '../../src/store/open.js'
import { silentLog, temporaryFolder } from './test-store.js'

/** Root may write everywhere, so it steps down for a moment. */
function asNobody<T>(work: () => T): T {
  if (process.getuid?.() !== 0) return work()
  process.seteuid?.(65534)
  try {
    return work()
  } finally {
    process.seteuid?.(0)
  }
}

describe('a data folder', () => {
  it('that may not be written is an error that names it, its fault and the remedy', () => {
    const folder = join(temporaryFolder(), 'data')
    mkdirSync(folder)
    chmodSync(folder, 0o555)
    expect(() => asNobody(() => openFolder(folder))).toThrow(
      `data folder ${folder}: this user may not write there (EACCES), expected a folder that can be written with 96 MB free (READOUT_DATA or --data)`,
    )
  })

  it('on a full disk is an error that says so; an old one needs less than a new one', () => {
    const folder = temporaryFolder()
    expect(() => openFolder(folder, () => 95)).toThrow(`data folder ${folder}: no space is left on the disk (ENOSPC), expected a folder`)
    mkdirSync(join(folder, 'database', 'cluster'))
    expect(() => openFolder(folder, () => 8)).not.toThrow()
    expect(() => openFolder(folder, () => 7)).toThrow('with 8 MB free')
  })

  it('that is a file is an error before anything is started', async () => {
    const file = join(temporaryFolder(), 'data')
    writeFileSync(file, '')
    const opening = openStore({ dataDir: file, databaseUrl: null, now: () => new Date(), log: silentLog })
    await expect(opening).rejects.toThrow(`data folder ${file}: a part of the path is a file (ENOTDIR)`)
  })

  it('is for its user alone, and is the same by every path', () => {
    const folder = temporaryFolder()
    const first = openFolder(folder)
    expect(statSync(first.root).mode & 0o777).toBe(0o700)
    expect(openFolder(join(folder, 'x', '..')).identity).toBe(first.identity)
    expect(openFolder(temporaryFolder()).identity).not.toBe(first.identity)
  })
})
