/** A cluster folder → PostgreSQL in this worker thread, served on a socket; ends when told so. */

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { keepPipelinesTogether } from './pipelines.js'

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

function report(message: EngineReport): void {
  parentPort?.postMessage(message)
}

async function open({ cluster, prepared }: EngineTask): Promise<PGlite> {
  const isNew = !existsSync(join(cluster, 'PG_VERSION'))
  if (isNew && prepared) return PGlite.create({ dataDir: cluster, loadDataDir: new Blob([await readFile(prepared)]) })
  return PGlite.create({ dataDir: cluster })
}

async function run(task: EngineTask): Promise<void> {
  const engine = await open(task)
  const broken = (error: unknown) => {
    report({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
    // What the engine still holds in memory is not to be trusted: the write-ahead log is.
    setImmediate(() => process.exit(1))
  }
  const server = new PGLiteSocketServer({ db: keepPipelinesTogether(engine, broken), path: task.socket, maxConnections })
  await server.start()
  parentPort?.once('message', () => {
    server
      .stop()
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
