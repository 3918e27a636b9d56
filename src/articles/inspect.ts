/** A page as bytes → what would be understood of it, in the JSON shape of `readout inspect page`; nothing is stored. */

import type { DroppedText } from './dropped-text.js'
import type { ExtractionOutcome, ExtractionPool } from './extraction-pool.js'
import type { PageContext } from './page.js'
import type { PageKind } from './page-kind.js'
import type { DateHint } from './text-date.js'

/** `name`: as the reader knows it (path or address); `url`: http(s) or file. A name that ends in `.txt` is a text that someone pasted. */
export interface InspectedFile {
  name: string
  url: string
  bytes: Uint8Array
  contentType: string | null
}

/** Instants are ISO in UTC. A page that cannot be read has `problem`, and the same words as the reason of its one dropped item. */
export interface PageInspection {
  file: string
  title: string
  author: string | null
  publishedAt: string | null
  publishedAtFrom: 'page' | 'text' | null
  publishedAtPrecision: 'minute' | 'day' | null
  /** Days that the lead names without a year: what a story's date can resolve. */
  dateHints: DateHint[]
  lang: string
  kind: PageKind | 'unreadable'
  canonicalUrl: string | null
  text: string
  dropped: DroppedText[]
  problem?: string
}

function inspection(name: string, outcome: ExtractionOutcome): PageInspection {
  if (outcome.ok) {
    const { page } = outcome
    return {
      file: name,
      title: page.title,
      author: page.author,
      publishedAt: page.publishedAt?.instant.toISOString() ?? null,
      publishedAtFrom: page.publishedAtFrom,
      publishedAtPrecision: page.publishedAt?.precision ?? null,
      dateHints: page.dateHints,
      lang: page.lang,
      kind: page.kind,
      canonicalUrl: page.canonicalUrl,
      text: page.text,
      dropped: page.dropped,
    }
  }
  const { reason, message } = outcome.failure
  return {
    file: name,
    title: '',
    author: null,
    publishedAt: null,
    publishedAtFrom: null,
    publishedAtPrecision: null,
    dateHints: [],
    lang: 'und',
    kind: 'unreadable',
    canonicalUrl: null,
    text: '',
    dropped: [{ step: 'reading', reason: `${reason}: ${message}`, text: '' }],
    problem: message,
  }
}

/** Never rejects: a page that cannot be read is told as such. */
export async function inspectPage(file: InspectedFile, context: PageContext, pool: ExtractionPool): Promise<PageInspection> {
  const { name, url, bytes, contentType } = file
  const outcome = /\.txt(?:\.gz)?$/i.test(name)
    ? await pool.readPasted({ name, url, bytes }, context)
    : await pool.readPage({ url, finalUrl: url, bytes, contentType }, context)
  return inspection(name, outcome)
}
