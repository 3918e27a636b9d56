/**
 * Identity of a data folder → a lock that the kernel holds for this process and drops when it dies, however it dies.
 *
 * Linux: an abstract socket (no file, so nothing stale); it is seen within one network namespace only, so two containers
 * must not share a data folder. Windows: a named pipe. macOS, BSD: a file opened with O_EXLOCK (flock).
 */
import { closeSync, constants, openSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { EmbeddedFolder } from './folder.js'

export interface FolderLock {
  release(): Promise<void>
}

/** O_EXLOCK of the BSDs, which Node's constants do not name. */
const exclusiveLock = 0x20

function lockAddress(address: string): Promise<FolderLock | null> {
  return new Promise((settle, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.unref()
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? settle(null) : reject(error)))
    server.listen(address, () => settle({ release: () => new Promise((done) => server.close(() => done())) }))
  })
}

function lockFile(file: string): FolderLock | null {
  try {
    const descriptor = openSync(file, constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | exclusiveLock, 0o600)
    return {
      async release() {
        closeSync(descriptor)
      },
    }
  } catch (error) {
    if (['EAGAIN', 'EWOULDBLOCK'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}

/** Null: another process (or another store of this one) holds it. */
export async function tryLock(folder: EmbeddedFolder): Promise<FolderLock | null> {
  if (process.platform === 'linux') return lockAddress(`\0readout-${folder.identity}`)
  if (process.platform === 'win32') return lockAddress(`\\\\.\\pipe\\readout-lock-${folder.identity}`)
  return lockFile(join(folder.root, 'lock'))
}
