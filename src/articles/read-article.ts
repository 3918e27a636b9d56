/** A clean page and what its listing said of it → the article as read: the page's words, the surer of the two dates. */
import { createHash } from 'node:crypto'
import type { FeedItem } from '../sources/feed-item.js'
import { longestUrl } from '../sources/longest-url.js'
import type { Source } from '../sources/source.js'
import type { DatedInstant } from '../text/dates.js'
import { identifyLanguage } from '../text/language.js'
import { wellFormed } from '../text/normalise.js'
import type { DateOrigin, ReadArticle } from './article.js'
import { canonicalUrl } from './canonical-url.js'
import type { CleanPage } from './page.js'

interface Dated {
  at: DatedInstant
  from: DateOrigin
}

/** What the listing says counts first where it is exact: it is written by the outlet's own system, while a page shows many dates. */
function surerDate(page: CleanPage, item: FeedItem | null, kind: Source['kind']): Dated | null {
  const own: Dated | null = page.publishedAt && page.publishedAtFrom ? { at: page.publishedAt, from: page.publishedAtFrom } : null
  const listed: Dated | null = item?.publishedAt ? { at: item.publishedAt, from: kind === 'sitemap' ? 'sitemap' : 'feed' } : null
  // Many Atom feeds name only when an entry was last touched: better than no date, worse than the page's own.
  const touched: Dated | null = item?.updatedAt && kind === 'feed' ? { at: item.updatedAt, from: 'feed' } : null
  if (!own || !listed) return own ?? listed ?? touched
  if (kind === 'sitemap' && own.from === 'page') return own
  if (listed.at.precision === 'day' && own.at.precision === 'minute') return own
  return listed
}

/** What the page shows as headline, unless it shows none: no text, no title, or only the outlet's own name. */
function surerTitle(page: CleanPage, item: FeedItem | null, source: Source): string {
  const own = page.text === '' || page.title === source.name ? '' : page.title
  return own || (item?.title ?? page.title)
}

/** The article of a page that was read; `item` is what its listing said, null for a page that was handed in. */
export function articleOfPage(page: CleanPage, item: FeedItem | null, source: Source): ReadArticle {
  const dated = surerDate(page, item, source.kind)
  return {
    url: page.url,
    canonicalUrl: page.canonicalUrl,
    sourceId: source.id,
    lang: page.lang,
    title: surerTitle(page, item, source),
    author: page.author ?? item?.author ?? null,
    text: page.text,
    publishedAt: dated?.at.instant ?? null,
    publishedAtFrom: dated?.from ?? null,
    publishedAtPrecision: dated?.at.precision ?? null,
  }
}

const fewestWords = 12
const longestId = 300

/** An item without an address of its own has that of its listing, and is told from the others in it by its id, a long one by its hash. */
function addressesOf(item: FeedItem, source: Source): Pick<ReadArticle, 'url' | 'canonicalUrl'> {
  const own = item.link ?? (/^https?:\/\//.test(item.id) && item.id.length <= longestUrl ? item.id : null)
  if (own) return { url: own, canonicalUrl: canonicalUrl(own, null) }
  const id = item.id.length <= longestId ? wellFormed(item.id) : createHash('sha256').update(item.id).digest('hex')
  const place = `#${encodeURIComponent(id)}`
  return { url: source.url + place, canonicalUrl: canonicalUrl(source.url, null) + place }
}

/** The article that the listing itself carries, for an item whose page is missing or says less; null when it carries none. */
export function articleOfItem(item: FeedItem, source: Source): ReadArticle | null {
  const text = item.content ?? item.summary ?? ''
  if (!item.title || text.split(/\s+/).length < fewestWords) return null
  const dated = item.publishedAt ?? item.updatedAt
  return {
    ...addressesOf(item, source),
    sourceId: source.id,
    lang: identifyLanguage(`${item.title}\n${text.slice(0, 2000)}`, source.language).lang,
    title: item.title,
    author: item.author,
    text,
    publishedAt: dated?.instant ?? null,
    publishedAtFrom: dated ? 'feed' : null,
    publishedAtPrecision: dated?.precision ?? null,
  }
}
