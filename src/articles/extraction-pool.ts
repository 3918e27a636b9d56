/** Pages → clean pages, in worker threads with a hard timeout: no page, however hostile, holds up the service. */
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { ExtractionReply, ExtractionTask } from './extraction-worker.js'
import type { CleanPage, PageContext, RawPage } from './page.js'
import type { PastedFile } from './pasted-text.js'
import type { UnreadableReason } from './unreadable-page.js'

/**
 * `timeout`: the page took longer than allowed and its worker was replaced; `crashed`: the worker died (out of memory);
 * `bug`: an error of ours, `message` has its stack; `closed`: the pool was closed before it was read; else see UnreadableReason.
 */
export interface ExtractionFailure {
  reason: UnreadableReason | 'timeout' | 'crashed' | 'closed' | 'bug'
  message: string
}

export type ExtractionOutcome = { ok: true; page: CleanPage } | { ok: false; failure: ExtractionFailure }

export interface ExtractionPool {
  /** Never rejects. */
  readPage(raw: RawPage, context: PageContext): Promise<ExtractionOutcome>
  /** Never rejects. */
  readPasted(file: PastedFile, context: PageContext): Promise<ExtractionOutcome>
  /** Ends the workers; what waits or runs ends as `closed`. */
  close(): Promise<void>
}

interface Job {
  work: ExtractionTask['work']
  context: PageContext
  settle(outcome: ExtractionOutcome): void
}

interface Seat {
  worker: Worker
  ready: boolean
  job: Job | null
  timer: NodeJS.Timeout | null
}

const startTimeoutMs = 30_000
const memoryLimitMb = 512

/** From source (tsx, vitest) the worker first needs the loader that reads TypeScript; from dist it needs nothing. */
function startWorker(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: memoryLimitMb }
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./extraction-worker.js', import.meta.url), { resourceLimits })
  // The loader's ES module lies beside the CommonJS one that a require finds.
  const loader = pathToFileURL(
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/cjs$/, 'mjs'),
  ).href
  const entry = new URL('./extraction-worker.ts', import.meta.url).href
  const start = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(entry)}) })`
  return new Worker(start, { eval: true, execArgv: [], resourceLimits })
}

/** `size`: threads, started when first needed. `timeoutMs`: for one page. */
export function createExtractionPool({ size, timeoutMs }: { size: number; timeoutMs: number }): ExtractionPool {
  const seats = new Set<Seat>()
  const queue: Job[] = []
  let closed = false
  let nextId = 1

  function fail(job: Job | null, reason: ExtractionFailure['reason'], message: string): void {
    job?.settle({ ok: false, failure: { reason, message } })
  }

  function leave(seat: Seat): Job | null {
    const { job, timer } = seat
    if (timer) clearTimeout(timer)
    seat.timer = null
    seat.job = null
    return job
  }

  /** The worker is gone or must go: its job fails, others are served by a new one. */
  function replace(seat: Seat, reason: ExtractionFailure['reason'], message: string): void {
    if (!seats.delete(seat)) return
    const job = leave(seat)
    void seat.worker.terminate()
    fail(job, reason, message)
    pump()
  }

  function describe(job: Job | null): string {
    if (!job) return 'extraction worker'
    return job.work.kind === 'page' ? job.work.raw.url : job.work.file.name
  }

  function seatWorker(): Seat {
    const seat: Seat = { worker: startWorker(), ready: false, job: null, timer: null }
    seats.add(seat)
    seat.worker.unref()
    seat.worker.on('message', (message: 'ready' | ExtractionReply) => {
      if (message === 'ready') {
        seat.ready = true
        if (seat.job) begin(seat)
        return
      }
      const job = leave(seat)
      const { outcome } = message
      job?.settle(outcome.ok ? outcome : { ok: false, failure: { reason: outcome.reason, message: outcome.message } })
      seat.worker.unref()
      pump()
    })
    seat.worker.on('error', (error) => replace(seat, 'crashed', `${describe(seat.job)}: ${String(error)}, expected a clean page`))
    seat.worker.on('exit', (code) => replace(seat, 'crashed', `${describe(seat.job)}: worker ended with code ${code}, expected a clean page`))
    return seat
  }

  function begin(seat: Seat): void {
    const { job } = seat
    if (!job) return
    if (seat.timer) clearTimeout(seat.timer)
    seat.timer = setTimeout(() => replace(seat, 'timeout', `${describe(job)}: not read after ${timeoutMs} ms, expected less`), timeoutMs)
    seat.worker.postMessage({ id: nextId++, work: job.work, context: job.context } satisfies ExtractionTask)
  }

  function assign(seat: Seat, job: Job): void {
    seat.job = job
    seat.worker.ref()
    if (seat.ready) begin(seat)
    else
      seat.timer = setTimeout(
        () => replace(seat, 'crashed', `extraction worker: not ready after ${startTimeoutMs} ms, expected less`),
        startTimeoutMs,
      )
  }

  function pump(): void {
    while (!closed && queue.length > 0) {
      const seat = [...seats].find((other) => other.job === null) ?? (seats.size < size ? seatWorker() : null)
      const job = seat ? queue.shift() : undefined
      if (!seat || !job) return
      assign(seat, job)
    }
  }

  function submit(work: ExtractionTask['work'], context: PageContext): Promise<ExtractionOutcome> {
    return new Promise((settle) => {
      const job: Job = { work, context, settle }
      if (closed) return fail(job, 'closed', `${describe(job)}: the extraction pool is closed, expected an open one`)
      queue.push(job)
      pump()
    })
  }

  return {
    readPage: (raw, context) => submit({ kind: 'page', raw }, context),
    readPasted: (file, context) => submit({ kind: 'pasted', file }, context),
    async close() {
      closed = true
      const open = [...seats]
      seats.clear()
      for (const job of queue.splice(0)) fail(job, 'closed', `${describe(job)}: the extraction pool was closed, expected to be read`)
      for (const seat of open) {
        const job = leave(seat)
        fail(job, 'closed', `${describe(job)}: the extraction pool was closed, expected to be read`)
      }
      await Promise.all(open.map((seat) => seat.worker.terminate()))
    },
  }
}
