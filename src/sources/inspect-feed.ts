/** Bytes of any listing → what would be understood from it, in the contract's shape. */
import { decodeFeed } from './decode-feed.js'
import type { FeedItem } from './feed-item.js'
import { type FeedReading, feedRoot, type ParsedFeed, readFeed } from './parse-feed.js'
import { parseJsonFeed } from './parse-json-feed.js'
import { type ParsedSitemap, readSitemap } from './parse-sitemap.js'
import { parseXml } from './xml-tree.js'

export interface ListingBytes extends FeedReading {
  contentType: string | null
}

export type Listing = { type: 'feed'; listing: ParsedFeed } | { type: 'sitemap'; listing: ParsedSitemap } | { type: 'none'; problem: string }

/** Feed, JSON Feed or sitemap; `none` says why in plain words. Never throws. */
export async function readListing(bytes: Uint8Array, about: ListingBytes): Promise<Listing> {
  if (bytes.length === 0) return { type: 'none', problem: 'an empty document' }
  const { text, problem } = decodeFeed(bytes, about.contentType)
  const start = text.trimStart()
  if (start === '') return { type: 'none', problem: 'nothing but white space' }
  if (start.startsWith('{') || start.startsWith('[')) {
    const listing = await parseJsonFeed(start, about)
    return listing ? { type: 'feed', listing: withProblem(listing, problem) } : { type: 'none', problem: 'JSON, but no JSON Feed' }
  }
  if (!start.includes('<')) return { type: 'none', problem: 'no XML and no JSON' }
  const tree = await parseXml(text, about.url)
  const sitemap = readSitemap(tree, about)
  if (sitemap) return { type: 'sitemap', listing: withProblem(sitemap, problem) }
  const root = feedRoot(tree)
  if (root) return { type: 'feed', listing: withProblem(await readFeed(root, tree, about), problem) }
  const isPage = /<html[\s>]|<body[\s>]|<!doctype html/i.test(start.slice(0, 5_000))
  return { type: 'none', problem: isPage ? 'a web page, not a feed' : 'XML, but no feed and no sitemap' }
}

function withProblem<T extends ParsedFeed>(listing: T, problem: string | null): T {
  return problem ? { ...listing, problems: [problem, ...listing.problems] } : listing
}

export interface InspectedItem extends Omit<FeedItem, 'publishedAt' | 'updatedAt'> {
  publishedAt: string | null
  updatedAt: string | null
}

/** `readout inspect feed`: title, items and problems as JSON. Never throws. */
export async function inspectFeed(
  bytes: Uint8Array,
  about: ListingBytes,
): Promise<{ title: string | null; items: InspectedItem[]; problems: string[] }> {
  const found = await readListing(bytes, about)
  if (found.type === 'none') return { title: null, items: [], problems: [found.problem] }
  const items = found.listing.items.map((item) => ({
    ...item,
    publishedAt: item.publishedAt?.instant.toISOString() ?? null,
    updatedAt: item.updatedAt?.instant.toISOString() ?? null,
  }))
  const dropped = found.listing.dropped.map(({ id, reason }) => `${id}: ${reason}`)
  return { title: found.listing.title, items, problems: [...found.listing.problems, ...dropped] }
}
