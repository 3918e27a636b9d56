/** Text of a JSON Feed (jsonfeed.org, versions 1 and 1.1) → the items it lists. */
import { z } from 'zod'
import { createBreath } from './breath.js'
import { readDate } from './feed-date.js'
import type { Dropped, FeedItem } from './feed-item.js'
import { htmlToLine, htmlToText, oneLine } from './html-text.js'
import { absoluteLink, type FeedReading, itemLimit, type ParsedFeed, withOwnIds } from './parse-feed.js'

const text = z.string().nullish().catch(null)
const author = z.object({ name: text }).nullish().catch(null)
const itemSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish().catch(null),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  date_published: text,
  date_modified: text,
  author,
  authors: z.array(author).nullish().catch(null),
  tags: z.array(z.string()).nullish().catch(null),
})
const feedSchema = z.object({
  title: text,
  home_page_url: text,
  language: text,
  items: z.array(z.unknown()),
})

function paragraphs(plain: string): string {
  return plain
    .split(/\n\s*\n/)
    .map((part) => part.replace(/[^\S\n]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n\n')
}

function itemOf(raw: z.infer<typeof itemSchema>, reading: FeedReading, lang: string | null, complain: (reason: string) => void): FeedItem {
  const dated = (value: string | null | undefined) => {
    const { date, reason } = readDate(value ?? null, { zone: reading.zone, lang, now: reading.now })
    if (reason) complain(reason)
    return date
  }
  const link = absoluteLink(raw.url, reading.url) ?? absoluteLink(raw.external_url, reading.url)
  const content = raw.content_html ? htmlToText(raw.content_html) : raw.content_text ? paragraphs(raw.content_text) : ''
  const title = raw.title ? htmlToLine(raw.title) : ''
  const id = raw.id === null || raw.id === undefined ? '' : String(raw.id).trim()
  return {
    id: id || link || title.slice(0, 200),
    title: title || null,
    link: link ?? absoluteLink(id, null),
    publishedAt: dated(raw.date_published),
    updatedAt: dated(raw.date_modified),
    summary: raw.summary ? htmlToLine(raw.summary) || null : null,
    content: content || null,
    author: oneLine(raw.authors?.find((one) => one?.name)?.name ?? raw.author?.name ?? '') || null,
    categories: [...new Set((raw.tags ?? []).map(oneLine).filter(Boolean))].slice(0, 30),
  }
}

/** Null when `source` is no JSON Feed. */
export async function parseJsonFeed(source: string, reading: FeedReading): Promise<ParsedFeed | null> {
  let raw: unknown
  try {
    raw = JSON.parse(source)
  } catch {
    return null
  }
  const feed = feedSchema.safeParse(raw)
  if (!feed.success) return null
  const language = /^[a-z]{2,3}/i.exec(feed.data.language ?? '')?.[0].toLowerCase() ?? null
  const problems: string[] = []
  const dropped: Dropped[] = []
  if (feed.data.items.length > itemLimit) problems.push(`${feed.data.items.length} items, only the first ${itemLimit} are read`)
  const breathe = createBreath()
  const items: FeedItem[] = []
  for (const [index, one] of feed.data.items.slice(0, itemLimit).entries()) {
    await breathe()
    const parsed = itemSchema.safeParse(one)
    const item = parsed.success ? itemOf(parsed.data, reading, language, (reason) => problems.push(`item ${index + 1}: ${reason}`)) : null
    if (item && (item.title || item.link || item.content || item.summary)) items.push(item)
    else {
      const reason = parsed.success ? 'an item without title, link and text' : 'not an item of a JSON Feed'
      dropped.push({ step: 'listing', id: `item ${index + 1}`, reason })
    }
  }
  return {
    title: feed.data.title ? htmlToLine(feed.data.title) || null : null,
    home: absoluteLink(feed.data.home_page_url, reading.url),
    language,
    items: withOwnIds(items, dropped),
    problems,
    dropped,
  }
}
