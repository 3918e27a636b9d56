/** A link an admin gave → what could be read there: candidates with sample items, best first. */
import type { FeedItem } from './feed-item.js'
import type { SourceKind } from './source.js'

/** One listing that could be polled. */
export interface Candidate {
  kind: SourceKind
  /** What would be polled. */
  url: string
  title: string | null
  home: string | null
  language: string | null
  /** Up to three items. */
  sample: FeedItem[]
}

export interface Discovery {
  candidates: Candidate[]
  /** Articles linked from the page that was given; read once. */
  pageLinks: string[]
  /** Why nothing was found, in plain words; null when something was. */
  problem: string | null
}
