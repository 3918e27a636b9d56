/** Sources, files and addresses → kept articles and a report: the edge where the network meets the pipeline. */

import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { ReadArticle } from './articles/article.js'
import type { ClutterStore } from './articles/clutter-store.js'
import type { ExtractionOutcome, ExtractionPool } from './articles/extraction-pool.js'
import { articleOfItem, articleOfPage } from './articles/read-article.js'
import { nextReread } from './articles/reread-schedule.js'
import type { RereadStore, Validators } from './articles/reread-store.js'
import { openPageMemory, type PageMemory } from './page-memory.js'
import { type Kept, keepArticle, type PipelinePorts, understandAnew } from './pipeline.js'
import type { Dropped, FeedItem } from './sources/feed-item.js'
import type { Fetched, Fetcher } from './sources/fetch.js'
import { type ItemResult, type PollPorts, pollBroke, pollSource, readPages } from './sources/poll.js'
import type { PollRuns } from './sources/poll-run.js'
import type { NewSource, Source } from './sources/source.js'
import type { PollReport, SourceStore } from './sources/source-store.js'
import { messageOf } from './text/error-message.js'

export interface ReadingPorts extends PipelinePorts {
  clutter: ClutterStore
  sources: SourceStore
  fetcher: Fetcher
  pool: ExtractionPool
  rereads: RereadStore
  pollRuns: PollRuns
  /** 0 to 1. */
  random: () => number
  /** READOUT_POLL_MINUTES. */
  pollMinutes: number
  /** This process, as leases name it. */
  owner: string
  /** Ids of the sources that this process is reading: its lease does not keep it from taking them once more. */
  underWay: Set<number>
}

interface Unfetched {
  outcome: 'dropped' | 'retry'
  reason: string
}

/** One source while it is read. */
interface Round {
  source: Source
  memory: PageMemory
  signal?: AbortSignal
}

interface Extracted {
  extraction: ExtractionOutcome
  validators: Validators
}

/** A page as it came → clean text, with what the source's pages share left out. */
export function extractFetched(
  fetched: Fetched,
  url: string,
  about: { source: Source; memory: PageMemory },
  ports: ReadingPorts,
): Promise<ExtractionOutcome> {
  const { source, memory } = about
  return ports.pool.readPage(
    { url, finalUrl: fetched.url, bytes: fetched.bytes, contentType: fetched.contentType },
    { zone: source.zone, now: ports.now(), languageHint: source.language, repeated: memory.repeated },
  )
}

async function clean(url: string, round: Round, ports: ReadingPorts): Promise<Extracted | Unfetched> {
  const fetched = await ports.fetcher.fetch({ url, ...(round.signal ? { signal: round.signal } : {}) })
  if (fetched.kind === 'not-modified') return { outcome: 'dropped', reason: 'the page has not changed' }
  if (fetched.kind !== 'ok') return { outcome: fetched.passing ? 'retry' : 'dropped', reason: fetched.meaning }
  const { etag, lastModified } = fetched
  return { extraction: await extractFetched(fetched, url, round, ports), validators: { etag, lastModified } }
}

/** A page that was read for the first time is looked at again later: it may be changed or withdrawn. */
async function planReread(read: ReadArticle, kept: Kept, about: { source: Source; validators: Validators }, ports: ReadingPorts): Promise<void> {
  const { source, validators } = about
  if (kept.outcome !== 'new' || source.kind === 'files') return
  const { publishedAt, publishedAtPrecision } = read
  const readAt = ports.now()
  const page = { publishedAt, publishedAtPrecision, readAt, relevant: kept.relevant, official: source.ownership === 'official' }
  const at = nextReread(page, readAt)
  if (at) await ports.rereads.plan(kept.id, at, validators)
}

/** Reads the page of one listed item; what the listing itself carries serves where the page gives no article. */
async function readItem(item: FeedItem, round: Round, ports: ReadingPorts): Promise<ItemResult> {
  const { source } = round
  // A post of a channel is whole in the channel's preview; its own page shows less.
  const cleaned = item.link && source.kind !== 'telegram' ? await clean(item.link, round, ports) : null
  const listed = articleOfItem(item, source)
  let fault: { outcome: 'dropped' | 'retry'; reason: string } = { outcome: 'dropped', reason: 'the item has no page' }
  if (cleaned && 'outcome' in cleaned) fault = cleaned
  else if (cleaned && !cleaned.extraction.ok) fault = { outcome: 'dropped', reason: cleaned.extraction.failure.message }
  else if (cleaned?.extraction.ok) {
    const { page } = cleaned.extraction
    // A video or picture page has no text; what its listing calls it is still news.
    const headlineOnly = page.kind === 'empty' && item.title !== null && listed === null
    const usable = page.kind !== 'list' && (page.text !== '' || headlineOnly)
    if (usable && !(page.kind === 'paywall' && listed && listed.text.length > page.text.length)) {
      const read = articleOfPage(page, item, source)
      const kept = await keepArticle(read, { zone: source.zone, growing: page.kind === 'live-blog' }, ports)
      // A page that is met again would make its own paragraphs look like what many pages share.
      if (kept.outcome === 'new') round.memory.note(kept.id, page)
      await planReread(read, kept, { source, validators: cleaned.validators }, ports)
      return { outcome: 'read', kept: kept.outcome, reason: null }
    }
    fault = {
      outcome: 'dropped',
      reason: usable ? 'the page shows only its beginning' : `the page is ${page.kind === 'list' ? 'a list of links' : 'empty'}`,
    }
  }
  if (!listed || fault.outcome === 'retry') return { ...fault, kept: null }
  const kept = await keepArticle(listed, { zone: source.zone }, ports)
  return { outcome: 'read', kept: kept.outcome, reason: null }
}

function pollPorts(ports: ReadingPorts, round: Round): PollPorts {
  const { signal } = round
  const { fetcher, sources: store, now, random, pollMinutes } = ports
  return {
    fetcher,
    store,
    now,
    random,
    pollMinutes,
    readItem: (item) => readItem(item, round, ports),
    ...(signal ? { signal } : {}),
  }
}

export interface PollWish {
  /** Every active source, due or not. */
  all: boolean
  signal?: AbortSignal
  /** Hears each source that is done. */
  onSource?: () => void
}

/** Reads from one source, then learns from its pages what repeats on them. */
async function inRound<T>(source: Source, ports: ReadingPorts, work: (ports: PollPorts) => Promise<T>, signal?: AbortSignal): Promise<T> {
  const round: Round = { source, memory: await openPageMemory(source.id, ports.clutter), ...(signal ? { signal } : {}) }
  const done = await work(pollPorts(ports, round))
  for (const id of await round.memory.settle()) await understandAnew(id, source.zone, ports)
  return done
}

/** One source of a round. What breaks it is its own report: the others are polled all the same. */
async function pollOne(source: Source, ports: ReadingPorts, signal?: AbortSignal): Promise<PollReport> {
  try {
    return await inRound(source, ports, (polling) => pollSource(source, polling), signal)
  } catch (error) {
    return pollBroke(source, error, { ...ports, store: ports.sources })
  }
}

const sourcesAtOnce = 4
/** Longer than the slowest source takes; a dead process's sources are free again after it. */
const leaseMs = 20 * 60_000

/** Polls the sources that are due, a few at a time, and gives a report of each. @throws when the store is out of reach, once nothing runs any more. */
export async function pollSources({ all, signal, onSource }: PollWish, ports: ReadingPorts): Promise<PollReport[]> {
  const { sources, owner, now, underWay } = ports
  const due = await sources.takeDue({ now: now(), all, owner, leaseMs, limit: 10_000 })
  const taken = due.filter(({ id }) => !underWay.has(id))
  if (taken.length === 0) return []
  for (const { id } of taken) underWay.add(id)
  const queue = [...taken]
  const reports: PollReport[] = []
  const work = async (): Promise<void> => {
    for (let source = queue.shift(); source; source = queue.shift()) {
      try {
        if (!signal?.aborted) reports.push(await pollOne(source, ports, signal))
        await sources.release(source.id, owner)
      } finally {
        underWay.delete(source.id)
      }
      onSource?.()
    }
  }
  try {
    const run = await ports.pollRuns.begin(now())
    await allEnded(Array.from({ length: Math.min(sourcesAtOnce, taken.length) }, work))
    await ports.pollRuns.finish(run, { now: now(), sources: taken.length, failed: reports.filter((report) => report.error).length })
  } finally {
    for (const { id } of queue) underWay.delete(id)
  }
  return reports.sort((a, b) => a.sourceId - b.sourceId)
}

/** Unlike Promise.all it leaves nothing running. @throws what the first of them threw. */
async function allEnded(works: readonly Promise<void>[]): Promise<void> {
  for (const one of await Promise.allSettled(works)) if (one.status === 'rejected') throw one.reason
}

/** A source that was just added: its listing, and the articles linked from the page that was given. */
export async function readNewSource(source: Source, pages: readonly string[], ports: ReadingPorts): Promise<PollReport[]> {
  ports.underWay.add(source.id)
  try {
    const run = await ports.pollRuns.begin(ports.now())
    const reports = await inRound(source, ports, async (polling) => [await pollSource(source, polling), await readPages(pages, source, polling)])
    await ports.pollRuns.finish(run, { now: ports.now(), sources: 1, failed: reports[0]?.error ? 1 : 0 })
    return reports
  } finally {
    ports.underWay.delete(source.id)
  }
}

function reportFor(source: Source): PollReport {
  return { source: source.name, sourceId: source.id, fetched: 0, new: 0, changed: 0, dropped: [], error: null, movedTo: null, ended: false }
}

function count(report: PollReport, id: string, result: ItemResult): void {
  report.fetched++
  if (result.kept === 'new') report.new++
  if (result.kept === 'changed') report.changed++
  if (result.outcome !== 'read') report.dropped.push({ step: 'page', id, reason: result.reason ?? 'not read' })
}

function bareItem(link: string): FeedItem {
  return { id: link, title: null, link, publishedAt: null, updatedAt: null, summary: null, content: null, author: null, categories: [] }
}

const pageFile = /\.(?:html?|txt)(?:\.gz)?$/i

async function filesIn(path: string, wanted: RegExp): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  const inside = await readdir(path, { withFileTypes: true, recursive: true })
  return inside
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Bytes of a file, unpacked where its name ends in `.gz`, with the name they then have. */
export async function readBytes(path: string): Promise<{ name: string; bytes: Uint8Array }> {
  const bytes = await readFile(path)
  const name = basename(path)
  return /\.gz$/i.test(name) ? { name: name.slice(0, -3), bytes: gunzipSync(bytes, { maxOutputLength: 100_000_000 }) } : { name, bytes }
}

/** Every file of the given files, and of the folders each whose name is `wanted` (default: pages). @throws naming the path that is not there. */
export async function everyFile(paths: readonly string[], wanted = pageFile): Promise<string[]> {
  const lists = await Promise.all(
    paths.map((path) =>
      filesIn(path, wanted).catch((cause: unknown) => {
        throw new Error(`${path}: cannot be read. Expected: a file, a folder or an http(s) address.`, { cause })
      }),
    ),
  )
  return lists.flat()
}

async function readOneFile(path: string, source: Source, ports: ReadingPorts): Promise<ItemResult> {
  const { name, bytes } = await readBytes(path)
  const url = pathToFileURL(resolve(path)).href
  const context = { zone: source.zone, now: ports.now(), languageHint: source.language }
  const cleaned = /\.txt$/i.test(name)
    ? await ports.pool.readPasted({ name, url, bytes }, context)
    : await ports.pool.readPage({ url, finalUrl: url, bytes, contentType: null }, context)
  if (!cleaned.ok) return { outcome: 'dropped', kept: null, reason: cleaned.failure.message }
  if (cleaned.page.text === '')
    return { outcome: 'dropped', kept: null, reason: `${path}: no article in it. Expected: a page or a text with paragraphs.` }
  const kept = await keepArticle(articleOfPage(cleaned.page, null, source), { zone: source.zone }, ports)
  return { outcome: 'read', kept: kept.outcome, reason: null }
}

/** The source under which handed-in articles are kept; made when it is new. */
async function sourceForFiles(name: string, ports: ReadingPorts): Promise<Source> {
  const wanted: NewSource = {
    name,
    kind: 'files',
    url: `files:${name}`,
    home: null,
    country: null,
    language: null,
    ownership: null,
    zone: null,
    confirmed: false,
  }
  return (await ports.sources.add(wanted, ports.now())).source
}

/** Files, folders and addresses through the whole pipeline, kept under the source of that name. One that fails is reported, the rest goes on. */
export async function readPaths(paths: readonly string[], sourceName: string, ports: ReadingPorts, progress: () => void): Promise<PollReport> {
  const addresses = paths.filter((path) => /^https?:\/\//i.test(path))
  const files = await everyFile(paths.filter((path) => !addresses.includes(path)))
  const source = await sourceForFiles(sourceName, ports)
  const round: Round = { source, memory: await openPageMemory(source.id, ports.clutter) }
  const report = reportFor(source)
  for (const path of [...files, ...addresses]) {
    const reading = addresses.includes(path) ? readItem(bareItem(path), round, ports) : readOneFile(path, source, ports)
    const result = await reading.catch(
      (error: unknown): ItemResult => ({ outcome: 'dropped', kept: null, reason: `it cannot be read (${messageOf(error)})` }),
    )
    count(report, path, result)
    progress()
  }
  return report
}

/** A dropped item in one line. */
export function droppedLine(dropped: Dropped): string {
  return `${dropped.id}: ${dropped.reason}`
}
