/** A file of text that someone pasted from a page → the same clean page that its address would have given. */
import { type DatedInstant, parseDateTime } from '../text/dates.js'
import { identifyLanguage } from '../text/language.js'
import { isDateLine } from './clutter-dates.js'
import { clutterReason } from './clutter-lines.js'
import { leadIn } from './clutter-phrases.js'
import { decodePage } from './decode.js'
import type { DroppedText } from './dropped-text.js'
import { bareText } from './extract.js'
import { squeezeSpaces, wordCount } from './extract-dom.js'
import { textLengthLimit } from './extract-guard.js'
import type { CleanPage, PageContext } from './page.js'
import { isRepeated, repeatedReason } from './repeated-blocks.js'
import { dateFromText, dateHints } from './text-date.js'
import { UnreadablePage } from './unreadable-page.js'

/** `name`: of the file, without folder; `url`: under which it is kept (no address is known). */
export interface PastedFile {
  name: string
  url: string
  bytes: Uint8Array
}

const finished = /[.!?։…][”"»’')\]]*$/u
const ownDate = /^date\s*:?\s*(\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?)\s*/i

interface Head {
  title: string
  date: DatedInstant | null
}

/** " date 2024-08-28 Putin Calls …": the date of the paste, then its title. */
function splitOwnDate(line: string, context: PageContext): Head {
  const found = ownDate.exec(line.trim())
  if (!found?.[1]) return { title: line.trim(), date: null }
  const date = parseDateTime(found[1], { zone: context.zone, now: context.now })
  return { title: line.trim().slice(found[0].length).trim(), date: date && date.instant.getTime() <= context.now.getTime() ? date : null }
}

function isText(line: string): boolean {
  return wordCount(line) >= 25 || (wordCount(line) >= 10 && finished.test(line))
}

/** "HomeTop NewsState visit to …": a line that ends in the title, glued to the names of sections before it. */
function isCrumbs(line: string, others: readonly string[]): boolean {
  const text = squeezeSpaces(line)
  if (leadIn(text)?.kind === 'crumb' && !finished.test(text)) return true
  return others.some((other) => {
    const before = text.slice(0, -other.length)
    return (
      other.length > 15 &&
      before !== '' &&
      before.length < 60 &&
      text.endsWith(other) &&
      /[\p{L}\p{N}»>/|]\s*$/u.test(before) &&
      !/[\p{L}\p{N},:]\s+$/u.test(before)
    )
  })
}

/** Index of the line that is the title; -1 when the paste begins with its first paragraph. */
function findTitle(lines: readonly string[], context: PageContext): number {
  const first = lines.findIndex((line) => isText(line))
  const head = lines.slice(0, first < 0 ? lines.length : first)
  const fits = (line: string) => {
    const { title } = splitOwnDate(line, context)
    const rest = head.map(squeezeSpaces).filter((other) => other !== squeezeSpaces(line))
    return wordCount(title) >= 3 && !isDateLine(title) && !isCrumbs(line, rest) && clutterReason({ text: title, linked: 0, place: 'head' }) === null
  }
  const found = head.findIndex(fits)
  if (found >= 0) return found
  // A title may itself be a finished sentence.
  return first >= 0 && wordCount(lines[first] ?? '') <= 20 && lines.length > first + 1 ? first : -1
}

interface Kept {
  paragraphs: string[]
  author: string | null
}

/** `lines` after the title. */
function cleanLines(lines: readonly string[], title: string, context: PageContext, dropped: DroppedText[]): Kept {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(bareText(line), (counts.get(bareText(line)) ?? 0) + 1)
  const bareTitle = bareText(title)
  const last = lastOfArticle(lines)
  const paragraphs: string[] = []
  let author: string | null = null
  const drop = (text: string, reason: string) => dropped.push({ step: 'pasted', reason, text })
  for (const [at, line] of lines.entries()) {
    const text = squeezeSpaces(line)
    const found = leadIn(line.trim())
    const clutter = clutterReason({ text: line.trim(), linked: 0, place: paragraphs.length === 0 ? 'head' : at > last ? 'tail' : 'body' })
    if (at > last) drop(text, clutter?.reason ?? 'after the end of the article')
    else if (bareText(text) === bareTitle || (paragraphs.length === 0 && !finished.test(text) && bareTitle.includes(bareText(text))))
      drop(text, 'title again')
    else if (found?.kind === 'source' && clutter) {
      author ??= found.rest.replace(/[.\s]+$/, '')
      drop(text, 'source line')
    } else if (clutter) drop(text, clutter.reason)
    else if (paragraphs.length === 0 && isCrumbs(line, [title])) drop(text, 'breadcrumbs')
    else if ((counts.get(bareText(text)) ?? 0) > 1 && wordCount(text) < 15) drop(text, 'stands twice')
    else if (context.repeated && isRepeated(context.repeated, text)) drop(text, repeatedReason)
    else if (paragraphs.length === 0 && !finished.test(text) && wordCount(text) <= 8) drop(text, 'short line before the text')
    else paragraphs.push(text)
  }
  return { paragraphs, author }
}

/**
 * Index of the last line of the article: what follows a heading such as "Related articles", "Editor's choice", "Popular" after enough text
 * is a list of other articles, each with its own title and text.
 */
function lastOfArticle(lines: readonly string[]): number {
  let words = 0
  for (const [at, line] of lines.entries()) {
    const found = leadIn(line.trim())
    const heading = found?.kind === 'related' && found.joint === 'end' && wordCount(line) <= 6
    // A heading in the middle of the text may be a box of one link: the article ends only when nothing else of its own follows.
    if (heading && words >= 30 && endsHere(lines.slice(at + 1))) return at - 1
    if (found?.kind === 'comments' && found.joint === 'end' && words >= 60) return at - 1
    if (clutterReason({ text: line.trim(), linked: 0, place: 'body' }) === null) words += wordCount(line)
  }
  return lines.length - 1
}

/** What follows is blocks of other articles: each long text stands after a short title of its own that is said twice, or after another such heading, or nothing long follows. */
function endsHere(after: readonly string[]): boolean {
  const longLines = after.filter(isText)
  if (longLines.length === 0) return true
  const bares = after.map(bareText)
  const twice = after.some((line, at) => wordCount(line) >= 3 && bares.indexOf(bareText(line)) !== at)
  const headings = after.filter((line) => leadIn(line.trim())?.kind === 'related' && wordCount(line) <= 6).length
  return twice || headings >= 1
}

/** Throws UnreadablePage for a file that is empty, binary, too large or in no readable encoding. */
export function readPastedText(file: PastedFile, context: PageContext): CleanPage {
  const raw = decodePage(file.bytes, 'text/plain', file.name)
  if (raw.length > textLengthLimit)
    throw new UnreadablePage('size', { url: file.name, value: `${raw.length} characters`, expectation: `at most ${textLengthLimit}` })
  const lines = raw.split(/\r\n|[\n\r\u2028\u2029]/).filter((line) => squeezeSpaces(line) !== '')
  const titleAt = findTitle(lines, context)
  const head = titleAt >= 0 ? splitOwnDate(lines[titleAt] ?? '', context) : null
  const dropped: DroppedText[] = lines
    .slice(0, Math.max(titleAt, 0))
    .map((line) => ({ step: 'pasted', reason: 'before the title', text: squeezeSpaces(line) }))
  const { paragraphs, author } = cleanLines(lines.slice(titleAt + 1), head?.title ?? '', context, dropped)
  const text = paragraphs.join('\n\n')
  const after = new Set(dropped.filter((item) => item.reason === 'after the end of the article').map((item) => item.text))
  const own = lines.filter((line) => !after.has(squeezeSpaces(line)))
  const rawText = lines.map(squeezeSpaces).join('\n\n')
  const lang = identifyLanguage(`${head?.title ?? ''}\n${text}`.slice(0, 2000), context.languageHint ?? undefined).lang
  const textContext = { zone: context.zone, lang, now: context.now, year: null }
  const fromText = head?.date ? null : dateFromText(own.map(squeezeSpaces).join('\n\n'), paragraphs, textContext)
  return {
    url: file.url,
    canonicalUrl: file.url,
    title: head?.title ?? firstSentence(paragraphs[0] ?? ''),
    author,
    publishedAt: head?.date ?? fromText,
    publishedAtFrom: head?.date ? 'page' : fromText ? 'text' : null,
    lang,
    text,
    rawText,
    dropped,
    kind: text === '' ? 'empty' : 'article',
    links: [],
    dateHints: dateHints(paragraphs, textContext),
  }
}

/** A paste without title is called by its first sentence, cut at a word at 140 characters. */
function firstSentence(paragraph: string): string {
  const sentence = /^.{20,}?[.!?։](?=\s|$)/u.exec(paragraph)?.[0] ?? paragraph
  return sentence.length <= 140 ? sentence.replace(/\.$/, '') : `${sentence.slice(0, 140).replace(/\s+\S*$/, '')} …`
}
