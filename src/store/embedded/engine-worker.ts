/** A cluster folder → PostgreSQL in this worker thread, served on a socket; ends when told so. */

import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { messageOf } from '../../text/error-message.js'
import { keepPipelinesTogether } from './pipelines.js'
import { unpack } from './unpack.js'

/** What the starter hands over. */
export interface EngineTask {
  cluster: string
  socket: string
  /** A gzip dump of a new cluster; null: made anew (slow). */
  prepared: string | null
}

export type EngineReport = { kind: 'ready' } | { kind: 'failed'; message: string } | { kind: 'closed' }

/** More than all processes on one folder are likely to open. */
const maxConnections = 200
/** How long a close waits for others' open transactions. */
const graceMs = 3_000

function report(message: EngineReport): void {
  parentPort?.postMessage(message)
}

/** A cluster that was never finished is begun anew: nobody has used it yet. */
async function open({ cluster, prepared }: EngineTask): Promise<PGlite> {
  const unfinished = `${cluster}.unfinished`
  if (existsSync(cluster) && !existsSync(unfinished)) return PGlite.create({ dataDir: cluster })
  await writeFile(unfinished, '')
  await rm(cluster, { recursive: true, force: true })
  if (prepared) unpack(prepared, cluster)
  const engine = await PGlite.create({ dataDir: cluster })
  await rm(unfinished)
  return engine
}

/** Lets other processes finish what they are in the middle of. */
async function untilIdle(engine: PGlite, server: PGLiteSocketServer): Promise<void> {
  for (let waited = 0; waited < graceMs && (engine.isInTransaction() || server.getStats().queuedQueries > 0); waited += 10) {
    await new Promise((done) => setTimeout(done, 10))
  }
}

async function run(task: EngineTask): Promise<void> {
  const engine = await open(task)
  const broken = (error: unknown) => {
    report({ kind: 'failed', message: messageOf(error) })
    // What the engine still holds in memory is not to be trusted: the write-ahead log is.
    setImmediate(() => process.exit(1))
  }
  const server = new PGLiteSocketServer({ db: keepPipelinesTogether(engine, broken), path: task.socket, maxConnections })
  await server.start()
  parentPort?.once('message', () => {
    untilIdle(engine, server)
      .then(() => server.stop())
      .then(() => engine.close())
      .then(
        () => report({ kind: 'closed' }),
        (error: unknown) => report({ kind: 'failed', message: String(error) }),
      )
  })
  report({ kind: 'ready' })
}

run(workerData as EngineTask).catch((error: unknown) =>
  report({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
)
