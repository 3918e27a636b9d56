/** A source → the items its listing holds now: feed, sitemap, page of links or channel. */
import { decodeFeed } from './decode-feed.js'
import type { Dropped, FeedItem } from './feed-item.js'
import { type Fetched, type Fetcher, type FetchFailure, isFailure } from './fetch.js'
import { parseHtml } from './html-tree.js'
import { readListing } from './inspect-feed.js'
import { pageLinks } from './page-links.js'
import type { Source } from './source.js'
import { readChannel } from './telegram-channel.js'

export interface ListingRequest {
  etag: string | null
  lastModified: string | null
  /** When its listing was last read whole; sitemaps of an index older than that are left out. */
  since: Date | null
  now: Date
  signal?: AbortSignal
}

export type ListingOutcome =
  | { kind: 'items'; items: FeedItem[]; dropped: Dropped[]; etag: string | null; lastModified: string | null; movedTo: string | null }
  | { kind: 'not-modified'; movedTo: string | null }
  | { kind: 'failed'; failure: FetchFailure }
  | { kind: 'unreadable'; meaning: string }

/** Sitemaps of an index that are read in one poll. */
const mostSitemaps = 5

type Read = { items: FeedItem[]; dropped: Dropped[] } | string

async function readPageList(fetched: Fetched, source: Source, now: Date): Promise<Read> {
  const root = await parseHtml(decodeFeed(fetched.bytes, fetched.contentType).text)
  const items = await pageLinks(root, { url: fetched.url, zone: source.zone, lang: source.language, now })
  return items.length > 0 ? { items, dropped: [] } : 'the page lists no articles any more'
}

async function readPosts(fetched: Fetched, now: Date): Promise<Read> {
  const channel = readChannel(await parseHtml(decodeFeed(fetched.bytes, fetched.contentType).text), now)
  return channel ? { items: channel.items, dropped: [] } : 'the channel has no public web preview any more'
}

async function readDocument(fetched: Fetched, source: Source, request: ListingRequest, fetcher: Fetcher, depth = 0): Promise<Read> {
  const about = { url: fetched.contentLocation ?? fetched.url, contentType: fetched.contentType, zone: source.zone, now: request.now }
  const found = await readListing(fetched.bytes, about)
  if (found.type === 'none') return `what stands at this address is no feed any more: ${found.problem}`
  if (found.type === 'feed' || found.listing.children.length === 0) return found.listing
  if (depth > 0) return { items: [], dropped: [{ step: 'listing', id: fetched.url, reason: 'an index of sitemaps inside an index' }] }
  const { since } = request
  // A day of margin: lastmod is often only a day.
  const fresh = found.listing.children.filter(({ lastmod }) => !since || !lastmod || lastmod.getTime() > since.getTime() - 86_400_000)
  const items: FeedItem[] = []
  const dropped: Dropped[] = []
  for (const { url } of fresh.slice(0, mostSitemaps)) {
    const outcome = await fetcher.fetch({ url, ...(request.signal ? { signal: request.signal } : {}) })
    const read = outcome.kind === 'ok' ? await readDocument(outcome, source, request, fetcher, depth + 1) : isFailure(outcome) ? outcome.meaning : ''
    if (typeof read === 'string') dropped.push({ step: 'listing', id: url, reason: read })
    else {
      items.push(...read.items)
      dropped.push(...read.dropped)
    }
  }
  return { items, dropped }
}

export async function readSourceListing(source: Source, request: ListingRequest, fetcher: Fetcher): Promise<ListingOutcome> {
  const { etag, lastModified, now, signal } = request
  const outcome = await fetcher.fetch({ url: source.url, etag, lastModified, ...(signal ? { signal } : {}) })
  if (isFailure(outcome)) return { kind: 'failed', failure: outcome }
  if (outcome.kind === 'not-modified') return { kind: 'not-modified', movedTo: outcome.movedTo }
  const read =
    source.kind === 'page'
      ? await readPageList(outcome, source, now)
      : source.kind === 'telegram'
        ? await readPosts(outcome, now)
        : await readDocument(outcome, source, request, fetcher)
  if (typeof read === 'string') return { kind: 'unreadable', meaning: read }
  return { kind: 'items', ...read, etag: outcome.etag, lastModified: outcome.lastModified, movedTo: outcome.movedTo }
}
