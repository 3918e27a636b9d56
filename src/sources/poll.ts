/** One source → its listing is read, what is new in it is handed on, how it went is kept. */
import { messageOf } from '../text/error-message.js'
import type { FeedItem } from './feed-item.js'
import type { Fetcher, FetchFailure } from './fetch.js'
import { failuresThatCount } from './health.js'
import { readSourceListing } from './listing.js'
import { afterFailure, afterSuccess } from './poll-schedule.js'
import type { Source } from './source.js'
import type { ItemOutcome, KnownItem, PollReport, PollState, SourceStore } from './source-store.js'

/** What became of an item. `retry`: its page could not be fetched yet. */
export interface ItemResult {
  outcome: ItemOutcome
  /** What it is to the store: an article not held before, a later version, or nothing new. Null unless read. */
  kept: 'new' | 'changed' | 'same' | null
  /** In plain words; null when read. */
  reason: string | null
}

export interface PollPorts {
  fetcher: Fetcher
  store: SourceStore
  now: () => Date
  /** 0 to 1. */
  random: () => number
  /** READOUT_POLL_MINUTES. */
  pollMinutes: number
  /** Reads an item's page, or the item itself, and keeps the article. Throws only on a bug, or when the store is out of reach. */
  readItem(item: FeedItem, source: Source): Promise<ItemResult>
  signal?: AbortSignal
}

/** An item's page is tried this often, then it is given up. */
const mostAttempts = 6
/** Items of one source that are read at the same time; the fetcher keeps the pace per host. */
const atOnce = 4

/** Items that say they changed, read again in one poll: some sites touch all their pages every night. */
const mostAgain = 30

const longestPollMs = 3_600_000
/** A source that was not read for so long, and for three of its intervals, was out of reach. */
const shortestOutageMs = 3 * 3_600_000

interface Task {
  item: FeedItem
  known: KnownItem | null
}

function emptyReport(source: Source): PollReport {
  return { source: source.name, sourceId: source.id, fetched: 0, new: 0, changed: 0, dropped: [], error: null, movedTo: null, ended: false }
}

function bareItem({ id, link }: KnownItem): FeedItem {
  return { id, link, title: null, publishedAt: null, updatedAt: null, summary: null, content: null, author: null, categories: [] }
}

/** What is to be read: items never met, items whose page failed, items that say they changed since they were read. */
async function tasksOf(items: readonly FeedItem[], retries: readonly KnownItem[], source: Source, { store, now }: PollPorts): Promise<Task[]> {
  let again = 0
  const known = await store.seen(source.id, items)
  const byId = new Map(known.map((item) => [item.id, item]))
  const byLink = new Map(known.flatMap((item) => (item.link === null ? [] : [[item.link, item] as const])))
  const met = (item: FeedItem): KnownItem | null => byId.get(item.id) ?? (item.link === null ? null : (byLink.get(item.link) ?? null))
  const tasks = items.flatMap((item): Task[] => {
    const before = met(item)
    if (!before) return [{ item, known: null }]
    const touched = item.updatedAt?.instant ?? null
    const changed = before.outcome === 'read' && touched !== null && touched > before.seenAt && touched <= now() && ++again <= mostAgain
    return before.outcome === 'retry' || changed ? [{ item, known: before }] : []
  })
  const listed = new Set(tasks.map(({ known: before }) => before?.id))
  const left = retries.filter((item) => !listed.has(item.id) && item.link !== null)
  return [...tasks, ...left.map((item) => ({ item: bareItem(item), known: item }))]
}

/** A fault of ours in one item is that item's: it is tried again a few times, and all others are read. */
async function readOne(item: FeedItem, source: Source, { readItem }: PollPorts): Promise<ItemResult> {
  try {
    return await readItem(item, source)
  } catch (error) {
    return { outcome: 'retry', kept: null, reason: `it could not be kept: ${messageOf(error)}` }
  }
}

/** Reads the tasks, a few at a time; each is marked as soon as it is done, so that a stop in the middle loses and repeats nothing. */
async function readAll(tasks: readonly Task[], source: Source, ports: PollPorts, report: PollReport): Promise<{ read: number; unreadable: number }> {
  const queue = [...tasks]
  const pages = { read: 0, unreadable: 0 }
  const work = async (): Promise<void> => {
    for (let task = queue.shift(); task && !ports.signal?.aborted; task = queue.shift()) {
      const { item, known } = task
      const result = await readOne(item, source, ports)
      // Cut off by the stop, not by the site: the next poll takes it up as if it had not been tried.
      if (result.outcome === 'retry' && ports.signal?.aborted) return
      const attempts = (known?.attempts ?? 0) + 1
      const outcome: ItemOutcome = result.outcome === 'retry' && attempts >= mostAttempts ? 'dropped' : result.outcome
      await ports.store.markSeen(source.id, [{ id: known?.id ?? item.id, link: item.link ?? known?.link ?? null, outcome, attempts }], ports.now())
      if (known && known.id !== item.id) await ports.store.markSeen(source.id, [{ id: item.id, link: item.link, outcome, attempts }], ports.now())
      if (result.outcome === 'read') pages.read++
      else pages.unreadable++
      if (result.kept === 'new') report.new++
      if (result.kept === 'changed') report.changed++
      if (result.outcome !== 'read')
        report.dropped.push({ step: result.outcome === 'retry' ? 'fetch' : 'read', id: item.link ?? item.id, reason: reasonOf(result, attempts) })
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, tasks.length) }, work))
  return pages
}

function reasonOf(result: ItemResult, attempts: number): string {
  const reason = result.reason ?? 'no reason was given'
  if (result.outcome !== 'retry') return reason
  return attempts >= mostAttempts ? `${reason}; given up after ${attempts} tries` : `${reason}; it is tried again`
}

/** Shares over the last weeks: older counts fade. */
function decayed(state: PollState, pages: { read: number; unreadable: number }): Pick<PollState, 'pagesRead' | 'pagesUnreadable'> {
  const fade = state.pagesRead + state.pagesUnreadable > 200 ? 0.8 : 1
  return { pagesRead: state.pagesRead * fade + pages.read, pagesUnreadable: state.pagesUnreadable * fade + pages.unreadable }
}

async function failed(
  source: Source,
  state: PollState,
  failure: Pick<FetchFailure, 'kind' | 'meaning' | 'retryAfter'>,
  ports: Pick<PollPorts, 'store' | 'now' | 'random' | 'pollMinutes'>,
): Promise<PollReport> {
  const now = ports.now()
  const report = { ...emptyReport(source), error: failure.meaning }
  if (failure.kind === 'aborted') return report
  const schedule = afterFailure(state, { usual: ports.pollMinutes, now, random: ports.random(), retryAfter: failure.retryAfter })
  const errors = { failures: state.failures + 1, lastError: failure.meaning, lastErrorAt: now, lastPolledAt: now }
  await ports.store.savePollState(source.id, { ...errors, ...schedule })
  if (failure.kind !== 'gone') return report
  await ports.store.update(source.id, { state: 'ended' })
  return { ...report, ended: true }
}

/** A poll that a fault of ours broke off: the source waits longer and shows it, as if the site had failed. @throws when the store is out of reach. */
export async function pollBroke(source: Source, error: unknown, ports: Parameters<typeof failed>[3]): Promise<PollReport> {
  const meaning = `a fault of Readout's own: ${messageOf(error)}`
  return failed(source, await ports.store.pollState(source.id), { kind: 'network', meaning, retryAfter: null }, ports)
}

/** True when this poll is the first, or the first after an outage of the source or of ours. */
function standsLong({ lastSuccessAt, failures, intervalMinutes }: PollState, now: Date): boolean {
  if (lastSuccessAt === null || failures >= failuresThatCount) return true
  return now.getTime() - lastSuccessAt.getTime() > Math.max(shortestOutageMs, 3 * intervalMinutes * 60_000)
}

/**
 * Polls one source now. Every item that its listing holds and that was not met before is read, whatever its age.
 * After a stop (`signal`) nothing is half-written: the next poll goes on where this one stopped.
 */
export async function pollSource(source: Source, ports: PollPorts): Promise<PollReport> {
  const { store } = ports
  const state = await store.pollState(source.id)
  const retries = await store.toRetry(source.id)
  // With something left over the listing is wanted whole: it says more of an item than its address.
  const conditional = retries.length === 0
  const listing = await readSourceListing(
    source,
    {
      etag: conditional ? state.etag : null,
      lastModified: conditional ? state.lastModified : null,
      since: state.lastSuccessAt,
      now: ports.now(),
      ...(ports.signal ? { signal: ports.signal } : {}),
    },
    ports.fetcher,
  )
  if (listing.kind === 'failed') return failed(source, state, listing.failure, ports)
  if (listing.kind === 'unreadable') return failed(source, state, { kind: 'http-error', meaning: listing.meaning, retryAfter: null }, ports)
  const items = listing.kind === 'items' ? listing.items : []
  const report: PollReport = { ...emptyReport(source), fetched: items.length, dropped: listing.kind === 'items' ? [...listing.dropped] : [] }
  const isBacklog = standsLong(state, ports.now())
  // Until this poll has ended nobody knows how long it takes.
  if (isBacklog) await store.savePollState(source.id, { backlogUntil: new Date(ports.now().getTime() + longestPollMs) })
  const tasks = await tasksOf(items, retries, source, ports)
  const pages = await readAll(tasks, source, ports, report)
  if (ports.signal?.aborted) return { ...report, error: 'stopped before everything was read' }
  if (listing.movedTo) {
    await store.update(source.id, { url: listing.movedTo })
    report.movedTo = listing.movedTo
  }
  const now = ports.now()
  const fresh = tasks.filter(({ known }) => known === null).length
  await store.savePollState(source.id, {
    ...(listing.kind === 'items' ? { etag: listing.etag, lastModified: listing.lastModified } : {}),
    ...afterSuccess(state, fresh, { usual: ports.pollMinutes, now, random: ports.random() }),
    ...decayed(state, pages),
    lastPolledAt: now,
    lastSuccessAt: now,
    ...(fresh > 0 ? { lastNewItemAt: now } : {}),
    failures: 0,
    lastError: null,
    ...(isBacklog ? { backlogUntil: now } : {}),
  })
  return report
}

/** Reads pages once, as if a listing had named them: articles linked from the page that an admin gave. */
export async function readPages(urls: readonly string[], source: Source, ports: PollPorts): Promise<PollReport> {
  const items = urls.map((url) => ({ ...bareItem({ id: url, link: url, outcome: 'retry', attempts: 0, seenAt: ports.now() }) }))
  const report: PollReport = { ...emptyReport(source), fetched: items.length }
  const known = new Set((await ports.store.seen(source.id, items)).flatMap((item) => [item.id, item.link]))
  const fresh = items.filter((item) => !known.has(item.id))
  await readAll(
    fresh.map((item) => ({ item, known: null })),
    source,
    ports,
    report,
  )
  return report
}
