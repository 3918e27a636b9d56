/** Data folder → the paths inside it, made and proven writable. */

import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statfsSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export interface EmbeddedFolder {
  /** Real path of the folder that holds everything of the embedded database. */
  root: string
  /** PostgreSQL's own files. */
  cluster: string
  /** Where the owner says who it is. */
  ownerFile: string
  /** The same for every path that leads to this folder. */
  identity: string
}

/** What a new cluster takes, and what PostgreSQL needs to go on with an old one, in MB. */
const needs = { new: 96, old: 8 }

/** The longest path that every system takes for a Unix socket (macOS: 104 with the closing zero). */
const longestSocketPath = 100

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  const words: Record<string, string> = {
    EACCES: 'this user may not write there',
    EPERM: 'this user may not write there',
    EROFS: 'the file system is read-only',
    ENOSPC: 'no space is left on the disk',
    EDQUOT: "this user's share of the disk is used up",
    ENOTDIR: 'a part of the path is a file',
    EEXIST: 'a file of that name stands in the way',
  }
  return code && words[code] ? `${words[code]} (${code})` : message
}

function freeMegabytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return (bavail * bsize) / 1024 / 1024
}

/** Makes the folders (mode 0700). Throws an Error that names the folder, what is wrong and what is expected. `free`: MB left on its disk. */
export function openFolder(dataDir: string, free: (folder: string) => number = freeMegabytes): EmbeddedFolder {
  const wanted = join(resolve(dataDir), 'database')
  const cluster = join(wanted, 'cluster')
  const needed = existsSync(cluster) ? needs.old : needs.new
  try {
    mkdirSync(wanted, { recursive: true, mode: 0o700 })
    const root = realpathSync(wanted)
    if (process.platform !== 'win32') chmodSync(root, 0o700)
    const probe = join(root, `.probe-${process.pid}`)
    writeFileSync(probe, 'x'.repeat(8192))
    rmSync(probe, { force: true })
    const { dev, ino } = statSync(root, { bigint: true })
    if (free(root) < needed) throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
    return {
      root,
      cluster: join(root, 'cluster'),
      ownerFile: join(root, 'owner.json'),
      identity: createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 32),
    }
  } catch (error) {
    throw new Error(
      `data folder ${resolve(dataDir)}: ${reason(error)}, expected a folder that can be written with ${needed} MB free (READOUT_DATA or --data)`,
      { cause: error },
    )
  }
}

/** Where the owner listens: in the folder, or, when that path is too long for a socket, in a short folder of its own. */
export function newSocketPath(folder: EmbeddedFolder): string {
  if (process.platform === 'win32') return `\\\\.\\pipe\\readout-${folder.identity}`
  const inside = join(folder.root, 'socket')
  if (Buffer.byteLength(inside) <= longestSocketPath) {
    if (existsSync(inside)) unlinkSync(inside)
    return inside
  }
  return join(mkdtempSync(join(tmpdir().length > 60 ? '/tmp' : tmpdir(), 'readout-')), 'socket')
}

/** Who owns a folder; `socket` is null until it serves. */
export interface Owner {
  pid: number
  name: string
  socket: string | null
}

export function writeOwner(folder: EmbeddedFolder, owner: Owner): void {
  writeFileSync(folder.ownerFile, JSON.stringify(owner), { mode: 0o600 })
}

/** What the last owner said of itself; null when nobody did (or is just writing it). */
export function readOwner(folder: EmbeddedFolder): Owner | null {
  try {
    const said = JSON.parse(readFileSync(folder.ownerFile, 'utf8')) as Partial<Owner>
    return typeof said.pid === 'number' && typeof said.name === 'string' ? { pid: said.pid, name: said.name, socket: said.socket ?? null } : null
  } catch {
    return null
  }
}
