/** Pages that are due to be read again → revisions, withdrawals, the next date of each; the edge where the network meets the pipeline. */

import type { Article } from './articles/article.js'
import type { CleanPage } from './articles/page.js'
import { recleanText } from './articles/repeated-blocks.js'
import { isStillYoung, nextReread } from './articles/reread-schedule.js'
import type { DueReread, Validators } from './articles/reread-store.js'
import { isReadable, isSamePage, saysTheSame } from './articles/same-page.js'
import { openPageMemory, type PageMemory } from './page-memory.js'
import { keepArticle } from './pipeline.js'
import { extractFetched, type ReadingPorts } from './reading.js'
import type { Source } from './sources/source.js'
import { messageOf } from './text/error-message.js'

/** What came of the pages of one source. */
export interface RereadReport {
  source: string
  sourceId: number
  /** Pages that were asked for. */
  read: number
  changed: { article: number; url: string }[]
  withdrawn: { article: number; url: string }[]
  /** Pages that told nothing, each with its reason. */
  unread: { article: number; url: string; reason: string }[]
}

export interface RereadWish {
  /** Every page that is still to be read again, due or not. */
  all: boolean
  signal?: AbortSignal
}

/** Bounds of one round: reading again never keeps new articles waiting for long. */
const mostOfRound = 60
const mostOfSource = 10
const mostOfRoundWhenAll = 120
const mostOfSourceWhenAll = 12
const sourcesAtOnce = 4
const leaseMs = 30 * 60_000
/** From so many pages on, all gone at once, it is the site that is at fault or has moved. */
const siteIsGone = 3

type Look =
  | { kind: 'same' | 'changed' | 'gone' }
  /** Nothing can be said of the article. `notBefore`: the site asks not to be asked before. */
  | { kind: 'unread'; reason: string; notBefore: Date | null }

interface Looking {
  source: Source
  memory: PageMemory
  signal?: AbortSignal
}

function unread(reason: string, notBefore: Date | null = null): Look {
  return { kind: 'unread', reason, notBefore }
}

async function keepVersion(article: Article, page: CleanPage, looking: Looking, ports: ReadingPorts): Promise<Look> {
  const { url, canonicalUrl, sourceId, lang, publishedAt, publishedAtFrom, publishedAtPrecision } = article
  const { title, text } = page
  const kept = await keepArticle(
    // What the listing said of the date, and of its place, stands.
    { url, canonicalUrl, sourceId, lang, title, text, author: page.author ?? article.author, publishedAt, publishedAtFrom, publishedAtPrecision },
    { zone: looking.source.zone, growing: page.kind === 'live-blog' },
    ports,
  )
  return { kind: kept.outcome === 'changed' ? 'changed' : 'same' }
}

async function look(article: Article, due: DueReread, looking: Looking, ports: ReadingPorts): Promise<{ look: Look; validators: Validators }> {
  const { etag, lastModified } = due
  // A withdrawn page is wanted whole: it may have come back as it was.
  const known: Validators = due.withdrawn ? { etag: null, lastModified: null } : { etag, lastModified }
  const fetched = await ports.fetcher.fetch({ url: article.url, ...known, ...(looking.signal ? { signal: looking.signal } : {}) })
  if (fetched.kind === 'not-modified') return { look: { kind: 'same' }, validators: { etag, lastModified } }
  if (fetched.kind !== 'ok') {
    const isGone = fetched.status === 404 || fetched.status === 410
    return { look: isGone ? { kind: 'gone' } : unread(fetched.meaning, fetched.retryAfter), validators: { etag, lastModified } }
  }
  const validators = { etag: fetched.etag, lastModified: fetched.lastModified }
  const extraction = await extractFetched(fetched, article.url, looking, ports)
  if (!extraction.ok) return { look: unread(extraction.failure.message), validators }
  // A page that names itself nowhere keeps the name that its listing gave it.
  const page = { ...extraction.page, title: extraction.page.title || article.title }
  if (!isReadable(page)) return { look: unread(`the page shows no article (${page.kind})`), validators }
  if (!isSamePage(article, page)) return { look: unread('the address shows something else now'), validators }
  // What was learnt since of what the source's pages share is no change of the page.
  const before = looking.memory.repeated ? recleanText(article.text, looking.memory.repeated).text : article.text
  const same = saysTheSame({ title: article.title, text: before }, page, article.lang)
  if (same && !due.withdrawn) return { look: { kind: 'same' }, validators }
  // Neither shall the difference of the two versions show it.
  if (before !== article.text) await ports.clutter.replaceText(article.id, before)
  return { look: await keepVersion(article, page, looking, ports), validators }
}

/** A fault of ours on one page is that page's: the others are read all the same. */
async function lookSafely(article: Article, due: DueReread, looking: Looking, ports: ReadingPorts): ReturnType<typeof look> {
  try {
    return await look(article, due, looking, ports)
  } catch (error) {
    return { look: unread(`it could not be kept: ${messageOf(error)}`), validators: due }
  }
}

async function planNext(article: Article, due: DueReread, seen: { look: Look; validators: Validators }, ports: ReadingPorts): Promise<void> {
  const now = ports.now()
  const notBefore = seen.look.kind === 'unread' ? seen.look.notBefore : null
  const next = nextReread({ ...article, official: due.official }, notBefore && notBefore > now ? notBefore : now)
  await ports.rereads.plan(article.id, next, seen.validators)
}

async function rereadSource(source: Source, dues: readonly DueReread[], ports: ReadingPorts, signal?: AbortSignal): Promise<RereadReport> {
  const report: RereadReport = { source: source.name, sourceId: source.id, read: 0, changed: [], withdrawn: [], unread: [] }
  const looking: Looking = { source, memory: await openPageMemory(source.id, ports.clutter), ...(signal ? { signal } : {}) }
  const gone: { article: Article; due: DueReread; seen: { look: Look; validators: Validators } }[] = []
  for (const due of dues) {
    const article = await ports.articles.byId(due.articleId)
    if (!article) continue
    if (!isStillYoung({ ...article, official: due.official }, due.storyMadeAt)) {
      await ports.rereads.plan(article.id, null, due)
      continue
    }
    // What is left is due again when its lease ends.
    if (signal?.aborted) break
    const seen = await lookSafely(article, due, looking, ports)
    if (signal?.aborted) break
    report.read++
    const { url } = article
    if (seen.look.kind === 'changed') report.changed.push({ article: article.id, url })
    if (seen.look.kind === 'unread') report.unread.push({ article: article.id, url, reason: seen.look.reason })
    if (seen.look.kind === 'gone') gone.push({ article, due, seen })
    else await planNext(article, due, seen, ports)
  }
  const believed = gone.length < siteIsGone || gone.length < report.read
  for (const { article, due, seen } of gone) {
    const { id, url } = article
    if (!believed) report.unread.push({ article: id, url, reason: 'every page of the site was gone at once' })
    else if (!due.withdrawn) {
      await ports.articles.markWithdrawn(id, ports.now())
      report.withdrawn.push({ article: id, url })
    }
    await planNext(article, due, seen, ports)
  }
  return report
}

/** One bounded round, politely through the fetcher; a few sources at a time. Gives a report of each source that was asked. */
export async function rereadPages({ all, signal }: RereadWish, ports: ReadingPorts): Promise<RereadReport[]> {
  const limits = all ? { limit: mostOfRoundWhenAll, perSource: mostOfSourceWhenAll } : { limit: mostOfRound, perSource: mostOfSource }
  const dues = await ports.rereads.take({ now: ports.now(), all, leaseMs, ...limits })
  if (dues.length === 0) return []
  const asked = new Set(dues.map((due) => due.sourceId))
  const sources = (await ports.sources.list()).filter((source) => asked.has(source.id))
  const reports: RereadReport[] = []
  const queue = [...sources]
  const work = async (): Promise<void> => {
    for (let source = queue.shift(); source && !signal?.aborted; source = queue.shift()) {
      const { id } = source
      reports.push(
        await rereadSource(
          source,
          dues.filter((due) => due.sourceId === id),
          ports,
          signal,
        ),
      )
    }
  }
  await Promise.all(Array.from({ length: Math.min(sourcesAtOnce, sources.length) }, work))
  return reports.filter((report) => report.read > 0).sort((a, b) => a.sourceId - b.sourceId)
}
