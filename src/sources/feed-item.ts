/** What a feed, sitemap, page list or channel said about one item; nothing of it is believed yet. */
import type { DatedInstant } from '../text/dates.js'

export interface FeedItem {
  /** GUID / Atom id / post id; the link where there is none. */
  id: string
  /** Plain text; null where the listing has none (a sitemap). */
  title: string | null
  /** Absolute http(s) URL; null for an item without page. */
  link: string | null
  publishedAt: DatedInstant | null
  updatedAt: DatedInstant | null
  /** Plain text. */
  summary: string | null
  /** Plain text in paragraphs divided by a blank line: the full text, where the feed carries it. */
  content: string | null
  author: string | null
  categories: string[]
}

/** Something that was left out, and why. Part of every report. */
export interface Dropped {
  step: string
  /** What was dropped: an URL, an item id, the first words of a text. */
  id: string
  reason: string
}
