/** A locked folder → the engine running in its worker thread. */
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { EngineReport, EngineTask } from './engine-worker.js'

export interface Engine {
  /** Settles when the worker has gone, for whatever reason. */
  ended: Promise<string>
  /** Writes everything out and ends the worker. */
  close(): Promise<void>
}

/** From source (tsx, vitest) the worker first needs the loader that reads TypeScript; from dist it needs nothing. */
function startWorker(task: EngineTask): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./engine-worker.js', import.meta.url), { execArgv: [], workerData: task })
  // The loader's ES module lies beside the CommonJS one that a require finds.
  const loader = pathToFileURL(
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/cjs$/, 'mjs'),
  ).href
  const entry = new URL('./engine-worker.ts', import.meta.url).href
  const start = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(entry)}) })`
  return new Worker(start, { eval: true, execArgv: [], workerData: task })
}

/** Rejects with the engine's own words when it cannot open the cluster. */
export function startEngine(task: EngineTask): Promise<Engine> {
  const worker = startWorker(task)
  let lastWords = ''
  let settleEnded: (why: string) => void = () => {}
  const ended = new Promise<string>((settle) => {
    settleEnded = settle
  })
  worker.on('error', (error) => {
    lastWords ||= String(error)
  })
  worker.on('exit', (code) => settleEnded(lastWords || `exit code ${code}`))
  return new Promise((settle, reject) => {
    void ended.then((why) => reject(new Error(`embedded database: ${why}, expected it to open ${task.cluster}`)))
    worker.on('message', (message: EngineReport) => {
      if (message.kind === 'ready') {
        worker.unref()
        settle({
          ended,
          async close() {
            worker.ref()
            worker.postMessage('close')
            await ended
          },
        })
        return
      }
      if (message.kind === 'failed') lastWords = message.message
      void worker.terminate()
    })
  })
}
