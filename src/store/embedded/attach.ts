/** A data folder → the socket of its one engine: ours when we own the folder, else that of the process that does. */

import { rmSync } from 'node:fs'
import { connect } from 'node:net'
import { dirname } from 'node:path'
import type { Log } from '../../log.js'
import { type Engine, startEngine } from './engine.js'
import { type EmbeddedFolder, newSocketPath, type Owner, openFolder, readOwner, writeOwner } from './folder.js'
import { tryLock } from './lock.js'

export interface Attachment {
  /** True: this process runs the engine. It may become true later, when another owner ends. */
  owns(): boolean
  /** The process that runs the engine. */
  owner(): Owner
  /** Where to connect now; waits for an owner that is just starting, or takes its place when it has ended. */
  socket(): Promise<string>
  close(): Promise<void>
}

export interface AttachOptions {
  dataDir: string
  /** What this process is called in others' messages ("readout start"). */
  name: string
  prepared: string | null
  log: Log
}

const ownerStartMs = 60_000
const pauseMs = 25

interface Holding {
  socket: string
  owner: Owner
  /** Null: another process's. */
  engine: Engine | null
  release(): Promise<void>
}

function answers(socket: string): Promise<boolean> {
  return new Promise((settle) => {
    const probe = connect(socket)
    probe.once('connect', () => {
      probe.destroy()
      settle(true)
    })
    probe.once('error', () => settle(false))
  })
}

async function own(folder: EmbeddedFolder, options: AttachOptions): Promise<Holding | null> {
  const lock = await tryLock(folder)
  if (!lock) return null
  try {
    const owner = { pid: process.pid, name: options.name, socket: null }
    writeOwner(folder, owner)
    const socket = newSocketPath(folder)
    const engine = await startEngine({ cluster: folder.cluster, socket, prepared: options.prepared })
    writeOwner(folder, { ...owner, socket })
    return {
      socket,
      owner: { ...owner, socket },
      engine,
      async release() {
        await engine.close()
        rmSync(folder.ownerFile, { force: true })
        if (process.platform !== 'win32' && dirname(socket) !== folder.root) rmSync(dirname(socket), { recursive: true, force: true })
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function find(folder: EmbeddedFolder, options: AttachOptions): Promise<Holding> {
  for (let waited = 0; ; waited += pauseMs) {
    const ours = await own(folder, options)
    if (ours) return ours
    const owner = readOwner(folder)
    if (owner?.socket && (await answers(owner.socket))) return { socket: owner.socket, owner, engine: null, release: async () => {} }
    if (waited >= ownerStartMs) {
      throw new Error(
        `data folder ${options.dataDir}: ${owner ? `${owner.name} (process ${owner.pid})` : 'another process'} holds it and did not answer for ${ownerStartMs / 1000} s, expected it to serve or to end`,
      )
    }
    await new Promise((done) => setTimeout(done, pauseMs))
  }
}

/** Opens the folder, waiting for another process that is just opening it. Throws an Error that names folder and fault. */
export async function attach(options: AttachOptions): Promise<Attachment> {
  const folder = openFolder(options.dataDir)
  let holding = await find(folder, options)
  let looking: Promise<Holding> | null = null
  let closed = false

  function watch({ engine }: Holding): void {
    void engine?.ended.then((why) => {
      if (!closed) options.log.error({ folder: folder.root, why }, 'the embedded database ended by itself; it is opened anew at the next query')
    })
  }
  watch(holding)

  const wasClosed = (): Error => new Error(`data folder ${folder.root}: it was closed, expected an open store`)

  async function lookAgain(): Promise<Holding> {
    if (closed) throw wasClosed()
    await holding.release()
    // Released once: what comes after it at the same place is another's.
    holding = { ...holding, engine: null, release: async () => {} }
    const found = await find(folder, options)
    if (found.engine) options.log.info({ folder: folder.root }, 'this process now runs the embedded database')
    watch(found)
    return found
  }

  return {
    owns: () => holding.engine !== null,
    owner: () => holding.owner,
    async socket() {
      if (closed) throw wasClosed()
      if (await answers(holding.socket)) return holding.socket
      looking ??= lookAgain().finally(() => {
        looking = null
      })
      holding = await looking
      return holding.socket
    },
    async close() {
      closed = true
      await looking?.catch(() => {})
      await holding.release()
    },
  }
}
