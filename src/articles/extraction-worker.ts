/** A task from the pool (page or pasted text) → its clean page or why there is none; runs in a worker thread. */
import { parentPort } from 'node:worker_threads'
import { type CleanPage, type PageContext, type RawPage, readPage } from './page.js'
import { type PastedFile, readPastedText } from './pasted-text.js'
import { UnreadablePage, type UnreadableReason } from './unreadable-page.js'

export interface ExtractionTask {
  id: number
  work: { kind: 'page'; raw: RawPage } | { kind: 'pasted'; file: PastedFile }
  context: PageContext
}

export interface ExtractionReply {
  id: number
  outcome: { ok: true; page: CleanPage } | { ok: false; reason: UnreadableReason | 'bug'; message: string }
}

function run({ work, context }: ExtractionTask): ExtractionReply['outcome'] {
  try {
    return { ok: true, page: work.kind === 'page' ? readPage(work.raw, context) : readPastedText(work.file, context) }
  } catch (error) {
    if (error instanceof UnreadablePage) return { ok: false, reason: error.reason, message: error.message }
    return { ok: false, reason: 'bug', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.on('message', (task: ExtractionTask) => {
  parentPort?.postMessage({ id: task.id, outcome: run(task) } satisfies ExtractionReply)
})
// The pool waits for this word, so that loading the modules does not count as time of the first page.
parentPort?.postMessage('ready')
