/** Tree of a sitemap (sitemaps.org, with Google's news extension) → the pages it lists, or the sitemaps an index lists. */
import { readDate } from './feed-date.js'
import type { FeedItem } from './feed-item.js'
import { oneLine } from './html-text.js'
import { absoluteLink, type FeedReading, itemLimit, type ParsedFeed, withOwnIds } from './parse-feed.js'
import { isElement, textOf, type XmlElement, type XmlTree } from './xml-tree.js'

export interface ParsedSitemap extends ParsedFeed {
  /** Sitemaps of an index, newest first; [] for a plain one. */
  children: { url: string; lastmod: Date | null }[]
  /** True with Google's news extension: made for what is new. */
  news: boolean
}

function deep(element: XmlElement, name: string): string | null {
  for (const node of element.children) {
    if (!isElement(node)) continue
    const value = node.name === name ? oneLine(textOf(node)) : deep(node, name)
    if (value) return value
  }
  return null
}

function itemOf(element: XmlElement, reading: FeedReading, problems: string[]): FeedItem | null {
  const link = absoluteLink(deep(element, 'loc'), element.base)
  if (!link) return null
  const language = deep(element, 'language')
  const dated = (name: string) => {
    const { date, reason } = readDate(deep(element, name), { zone: reading.zone, lang: language, now: reading.now })
    if (reason) problems.push(`${link}: ${reason}`)
    return date
  }
  const keywords = deep(element, 'keywords')
  return {
    id: link,
    title: deep(element, 'title'),
    link,
    publishedAt: dated('publication_date'),
    updatedAt: dated('lastmod'),
    summary: null,
    content: null,
    author: null,
    categories: keywords ? [...new Set(keywords.split(',').map(oneLine).filter(Boolean))].slice(0, 30) : [],
  }
}

/** Null when the document is no sitemap. Newest first, where dates are named. */
export function readSitemap(tree: XmlTree, reading: FeedReading): ParsedSitemap | null {
  const root = tree.root.children.find((node): node is XmlElement => isElement(node) && (node.name === 'urlset' || node.name === 'sitemapindex'))
  if (!root) return null
  const problems = [...tree.problems]
  const entries = root.children.filter((node): node is XmlElement => isElement(node) && (node.name === 'url' || node.name === 'sitemap'))
  const children =
    root.name === 'sitemapindex'
      ? entries.flatMap((entry) => {
          const url = absoluteLink(deep(entry, 'loc'), entry.base)
          return url ? [{ url, lastmod: readDate(deep(entry, 'lastmod'), { ...reading, lang: null }).date?.instant ?? null }] : []
        })
      : []
  children.sort((a, b) => (b.lastmod?.getTime() ?? 0) - (a.lastmod?.getTime() ?? 0))
  const items = root.name === 'urlset' ? entries.flatMap((entry) => itemOf(entry, reading, problems) ?? []) : []
  const time = (item: FeedItem) => (item.publishedAt ?? item.updatedAt)?.instant.getTime() ?? 0
  items.sort((a, b) => time(b) - time(a))
  if (items.length > itemLimit) problems.push(`${items.length} pages, only the newest ${itemLimit} are read`)
  const [first] = entries
  return {
    title: first ? deep(first, 'name') : null,
    home: null,
    language: first ? deep(first, 'language') : null,
    items: withOwnIds(items.slice(0, itemLimit), []),
    problems: problems.slice(0, 200),
    dropped: [],
    children,
    news: items.some((item) => item.title !== null),
  }
}
