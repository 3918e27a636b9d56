/** Bytes of a page → clean page: text without clutter, title, author, date, language. Pure; throws UnreadablePage. */

import type { DatedInstant } from '../text/dates.js'
import { identifyLanguage } from '../text/language.js'
import { canonicalUrl, isFileUrl } from './canonical-url.js'
import { dropHidden } from './clutter-hidden.js'
import { decodePage } from './decode.js'
import type { DroppedText } from './dropped-text.js'
import { bareText, extractBlocks } from './extract.js'
import { type Block, type DomDocument, readBlocks, wordCount } from './extract-dom.js'
import { guardHtml, parsePage, withoutScripts } from './extract-guard.js'
import { dateInUrl, findPageDate } from './page-date.js'
import { readJsonLd } from './page-json-ld.js'
import { beforeWall, type PageKind, pageKind } from './page-kind.js'
import { readMetadata } from './page-metadata.js'
import { type RepeatedBlocks, repeatedReason } from './repeated-blocks.js'
import { type DateHint, dateFromText, dateHints } from './text-date.js'

/** As it was fetched. `finalUrl`: after redirects. */
export interface RawPage {
  url: string
  finalUrl: string
  bytes: Uint8Array
  contentType: string | null
}

export interface CleanPage {
  url: string
  canonicalUrl: string
  /** Plain text; empty when the page has none. */
  title: string
  author: string | null
  publishedAt: DatedInstant | null
  publishedAtFrom: 'page' | 'text' | null
  /** ISO 639-1. */
  lang: string
  /** Paragraphs joined by a blank line. */
  text: string
  /** All that the page shows, captions and boxes included, one block a paragraph: for dating and for learning what repeats. */
  rawText: string
  dropped: DroppedText[]
  kind: PageKind
  /** http(s) links in the text of the article; of a `list`, all of the page. */
  links: { href: string; text: string }[]
  /** Days the lead names without a year: a story's date can resolve them. */
  dateHints: DateHint[]
}

export interface PageContext {
  /** IANA name or offset of the source; null: UTC. */
  zone: string | null
  now: Date
  /** Language of most of the source's pages. */
  languageHint: string | null
  /** What is known to repeat on the source's pages. */
  repeated?: RepeatedBlocks | null
}

const droppedLength = 400

/** What repeats stays whole: the source's next pages count it by its text. */
function shortened(item: DroppedText): DroppedText {
  return item.reason === repeatedReason ? item : { ...item, text: item.text.slice(0, droppedLength) }
}

function linksOf(blocks: Iterable<{ element: Block['element'] }>, base: string): { href: string; text: string }[] {
  const found = new Map<string, string>()
  for (const { element } of blocks)
    for (const link of element.querySelectorAll('a[href]')) {
      const href = absolute(link.getAttribute('href') ?? '', base)
      const text = (link.textContent ?? '').replace(/\s+/g, ' ').trim()
      if (href && text !== '' && !found.has(href)) found.set(href, text)
    }
  return [...found].map(([href, text]) => ({ href, text }))
}

function absolute(href: string, base: string): string | null {
  try {
    const url = new URL(href, base)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
  } catch {
    return null
  }
}

/** Index of the block that shows the title; -1 when none does. */
function titleIndex(blocks: readonly Block[], title: string, element: Block['element'] | null): number {
  const wanted = bareText(title)
  const own = element ? blocks.findIndex((block) => block.element === element || element.contains(block.element)) : -1
  if (own >= 0) return own
  return wanted === '' ? -1 : blocks.findIndex((block) => bareText(block.text) === wanted)
}

function bodyBlocks(document: DomDocument): Block[] {
  return document.body ? readBlocks(document.body) : []
}

/** Same bytes, address and context: same page. Throws UnreadablePage for what is no page of text or is made to exhaust the parser. */
export function readPage(raw: RawPage, context: PageContext): CleanPage {
  const html = withoutScripts(decodePage(raw.bytes, raw.contentType, raw.url))
  guardHtml(html, raw.url)
  const document = parsePage(html)
  const dropped: DroppedText[] = []
  const things = readJsonLd(document)
  dropHidden(document, dropped)
  const all = bodyBlocks(document)
  const metadata = readMetadata(document, things, { url: new URL(raw.finalUrl), blocks: all })
  const titleAt = titleIndex(all, metadata.title, metadata.titleElement)
  const hint = metadata.lang ?? context.languageHint
  const canonical = canonicalUrl(raw.finalUrl, metadata.canonicalLink)
  // A saved page stands where its address says, not in the folder it was saved to.
  const address = isFileUrl(raw.finalUrl) ? canonical : raw.finalUrl
  const dateContext = { zone: context.zone, now: context.now, lang: hint ?? 'en', url: address }
  const shownLang = languageOf(all, metadata.title, hint)
  const fromPage = findPageDate(document, { things, blocks: all, titleAt }, { ...dateContext, lang: shownLang })
  const paywalled = things.some(
    (item) => item.isAccessibleForFree === false || item.isAccessibleForFree === 'False' || item.isAccessibleForFree === 'false',
  )
  const allLinks = linksOf(document.body ? [{ element: document.body }] : [], address)
  const found = extractBlocks(document, { title: metadata.title, summary: metadata.summary, repeated: context.repeated ?? null }, dropped)
  const kind = pageKind({ title: metadata.title, blocks: found, all, things, paywalled })
  const blocks = kind === 'paywall' ? beforeWall(found, all) : found
  for (const block of found) if (!blocks.includes(block)) dropped.push({ step: 'kind', reason: 'after the paywall', text: block.text })
  const paragraphs = blocks.map((block) => block.text)
  const text = paragraphs.join('\n\n')
  const lang = text === '' ? shownLang : identifyLanguage(`${metadata.title}\n${text.slice(0, 2000)}`, hint ?? undefined).lang
  const textContext = { zone: context.zone, lang, now: context.now, year: dateInUrl(address).year }
  const fromText = fromPage ? null : dateFromText(near(all, titleAt), paragraphs, textContext)
  return {
    url: raw.url,
    canonicalUrl: canonical,
    title: metadata.title,
    author: metadata.author,
    publishedAt: fromPage ?? fromText,
    publishedAtFrom: fromPage ? 'page' : fromText ? 'text' : null,
    lang,
    text: kind === 'empty' ? '' : text,
    rawText: all.map((block) => block.text).join('\n\n'),
    dropped: dropped.map(shortened),
    kind,
    links: kind === 'list' || kind === 'empty' ? allLinks : linksOf(blocks, address),
    dateHints: dateHints(paragraphs, textContext),
  }
}

function languageOf(blocks: readonly Block[], title: string, hint: string | null): string {
  const sample = blocks
    .filter((block) => wordCount(block.text) > 12 && block.linked * 2 < block.text.length)
    .slice(0, 6)
    .map((block) => block.text)
  return identifyLanguage([title, ...sample].join('\n').slice(0, 2000), hint ?? undefined).lang
}

/** From the title on: what stands above belongs to the site. */
function near(blocks: readonly Block[], titleAt: number): string {
  return blocks
    .slice(Math.max(titleAt, 0), Math.max(titleAt, 0) + 60)
    .map((block) => block.text)
    .join('\n\n')
}
