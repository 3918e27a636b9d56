/** A parsed page → when it was published, by its own words; never today's date for want of one. */
import { type DatedInstant, findDates, parseDateTime } from '../text/dates.js'
import { leadIn } from './clutter-phrases.js'
import type { Block, DomDocument, DomElement } from './extract-dom.js'
import { selectSome, upward, wordCount } from './extract-dom.js'
import { isArticle, type LinkedThing } from './page-json-ld.js'

export interface DateContext {
  zone: string | null
  now: Date
  lang: string
  url: string
}

const metaNames =
  'article:published_time article:published og:published_time og:article:published_time datepublished date.published publication_date publicationdate publish_date publish-date publishdate published_time pubdate article_date_original originalpublicationdate sailthru.date parsely-pub-date cxenseparse:recs:publishtime dc.date.issued dcterms.issued dc.date.created dcterms.created dcterms.date dc.date date displaydate timestamp article.published'.split(
    ' ',
  )

const dayMs = 86_400_000

/** Not before the web had news, not more than a day ahead of `now` (clocks and zones differ). */
function possible(found: DatedInstant | null, now: Date): DatedInstant | null {
  if (!found) return null
  const time = found.instant.getTime()
  return Number.isFinite(time) && time >= Date.UTC(1988, 0, 1) && time <= now.getTime() + dayMs ? found : null
}

function parse(text: string | null | undefined, context: DateContext): DatedInstant | null {
  if (!text) return null
  return possible(parseDateTime(text.trim(), { zone: context.zone, lang: context.lang, now: context.now }), context.now)
}

/** What the page tells machines: JSON-LD, meta, microdata, in this order. */
function machineDates(document: DomDocument, things: readonly LinkedThing[], context: DateContext): DatedInstant[] {
  const values: (string | null | undefined)[] = things.filter(isArticle).map((item) => item.datePublished)
  const metas = new Map<string, string>()
  for (const meta of selectSome(document, 'meta[content]', 500)) {
    const name = (meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop') ?? '').toLowerCase()
    if (!metas.has(name)) metas.set(name, meta.getAttribute('content') ?? '')
  }
  for (const name of metaNames) values.push(metas.get(name))
  for (const element of selectSome(document, '[itemprop~="datePublished"]', 20))
    values.push(element.getAttribute('content') ?? element.getAttribute('datetime') ?? element.textContent)
  values.push(...things.filter((item) => !isArticle(item)).map((item) => item.datePublished))
  values.push(...things.filter(isArticle).map((item) => item.dateCreated))
  return values.flatMap((value) => parse(value, context) ?? [])
}

const elsewhere = /related|sidebar|recent|popular|latest|comment|footer|widget|most-?read|trending|updated|modified/i

function isElsewhere(element: DomElement): boolean {
  for (const at of upward(element)) {
    if (at.localName === 'aside' || at.localName === 'li' || at.localName === 'nav') return true
    if (elsewhere.test(`${at.getAttribute('class') ?? ''} ${at.getAttribute('id') ?? ''}`)) return true
    if (at.localName === 'article' || at.localName === 'main') return false
  }
  return false
}

/** `<time datetime>`: one marked as publication, else the first of the article. */
function timeElement(document: DomDocument, context: DateContext): DatedInstant | null {
  const times = selectSome(document, 'time').filter((element) => !isElsewhere(element))
  const marked = times.find(
    (element) =>
      element.hasAttribute('pubdate') ||
      /publish|posted|created/i.test(`${element.getAttribute('class') ?? ''} ${element.getAttribute('itemprop') ?? ''}`),
  )
  const chosen = marked ?? times.find((element) => element.parentNode !== null)
  return chosen ? (parse(chosen.getAttribute('datetime'), context) ?? parse(chosen.textContent, context)) : null
}

const modified = /updat|modif|обновл|измен|թարմացվ|yenilən|განახლ|güncel/iu

/** A short line that may carry the date: its own text, or the part after the label. */
function dateInLine(line: string, context: DateContext): DatedInstant | null {
  if (!/\d/.test(line) || wordCount(line) > 30) return null
  // A sentence tells when something happened, not when the page was published.
  if (wordCount(line) >= 12 && /[.!?։…]$/u.test(line)) return null
  const label = leadIn(line)
  if (label?.kind === 'dated' && modified.test(label.phrase)) {
    // "Updated … Published …" on one line: the second one counts.
    const second = /(?:published|опубликовано|հրապարակվել է|dərc olunub|გამოქვეყნდა|yayınlanma)\s*:?\s*(.+)$/iu.exec(line)
    return second ? parse(second[1], context) : null
  }
  const rest = label?.kind === 'dated' ? label.rest : line
  for (const part of [rest, ...rest.split(/\s+[·•|/]\s+|\s*\|\s*|\s{2,}/u)]) {
    const cut = part.split(/(?:last )?updated|modified|обновлено|yenilənib|güncelleme|թարմացվել|განახლდა/iu)[0] ?? part
    const found = parse(cut, context)
    if (found) return found
  }
  const mention = findDates(rest, context.lang, { reference: isoDay(context.now) }).find((date) => date.kind === 'absolute')
  return mention ? (parse(rest.slice(mention.start), context) ?? parse(mention.text, context)) : null
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** Near the title: after it up to the first paragraph, or the line right before it when both stand in one small part of the page. */
function shownDate(blocks: readonly Block[], titleAt: number, context: DateContext): DatedInstant | null {
  let seen = 0
  for (let at = titleAt + 1; at < blocks.length && seen < 14; at++) {
    const block = blocks[at]
    if (!block) break
    const found = dateInLine(block.text, context)
    if (found) return found
    if (wordCount(block.text) >= 35 && block.linked < block.text.length / 2 && ++seen > 1) break
    seen++
  }
  // A label says which date it is, wherever it stands.
  for (const block of blocks.slice(titleAt + 1)) {
    const label = wordCount(block.text) <= 14 ? leadIn(block.text) : null
    const found = label?.kind === 'dated' && !modified.test(label.phrase) && !isElsewhere(block.element) ? dateInLine(block.text, context) : null
    if (found) return found
  }
  const title = blocks[titleAt]
  const before = blocks[titleAt - 1]
  if (!title || !before || wordCount(before.text) > 14) return null
  const holder = before.element.parentNode
  const close = holder !== null && holder.localName !== 'body' && holder.contains(title.element) && !/^(?:header|nav)$/.test(before.element.localName)
  return close && before.linked < before.text.length / 2 ? dateInLine(before.text, context) : null
}

/** `/2024/08/18/` or `/2024-08-18-` in the path: the day; `/2018/`: only the year. The folder of a saved page says nothing. */
export function dateInUrl(url: string): { day: string | null; year: number | null } {
  const { protocol, pathname: path } = new URL(url)
  if (protocol === 'file:') return { day: null, year: null }
  const full = /[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(path)
  if (full) return { day: `${full[1]}-${full[2]}-${full[3]}`, year: Number(full[1]) }
  const year = /\/((?:19|20)\d\d)(?:\/|$)/.exec(path)
  return { day: null, year: year ? Number(year[1]) : null }
}

/** Published date of the page, or null. Where sources of one day differ in precision, the more precise one. */
export function findPageDate(
  document: DomDocument,
  page: { things: readonly LinkedThing[]; blocks: readonly Block[]; titleAt: number },
  context: DateContext,
): DatedInstant | null {
  const machine = machineDates(document, page.things, context)
  const time = timeElement(document, context)
  const shown = shownDate(page.blocks, page.titleAt, context)
  const told = [...machine, ...(time ? [time] : []), ...(shown ? [shown] : [])]
  const url = dateInUrl(context.url)
  const fromUrl = url.day ? parse(url.day, context) : null
  const near = (a: DatedInstant, b: DatedInstant) => Math.abs(a.instant.getTime() - b.instant.getTime()) <= 2 * dayMs
  // A page re-stamped by its system contradicts its own address: any other date that agrees with the address wins, then the address.
  const first = fromUrl ? (told.find((date) => near(date, fromUrl)) ?? fromUrl) : told[0]
  const chosen =
    !fromUrl && url.year && first && first.instant.getUTCFullYear() > url.year + 1
      ? told.find((date) => Math.abs(date.instant.getUTCFullYear() - (url.year ?? 0)) <= 1)
      : first
  if (!chosen) return null
  if (chosen.precision === 'minute') return chosen
  return (
    told.find(
      (date) => date.precision === 'minute' && Math.abs(date.instant.getTime() - chosen.instant.getTime() - dayMs / 2) <= dayMs / 2 + 3_600_000,
    ) ?? chosen
  )
}
