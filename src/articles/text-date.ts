/** The raw text of an article without a date → the day its own words give (dateline, caption, "today, 13 August 2013"), or null. */
import { type DatedInstant, type DateMention, findDates, parseDateTime } from '../text/dates.js'
import { leadIn, levelPhrase } from './clutter-phrases.js'
import { wordCount } from './extract-dom.js'

/** A mention in the lead that a story's date can turn into a day ("on Sunday", "August 18"). */
export interface DateHint {
  text: string
  kind: 'yearless' | 'weekday' | 'relative'
}

export interface TextDateContext {
  zone: string | null
  lang: string
  now: Date
  /** Year of the page's address, when it names one. */
  year: number | null
}

const today = /today|сегодня|այսօր|bu gün|დღეს|bugün/iu
const paragraphsOfLead = 3

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** A paragraph says when it was written in its first sentences. */
const longestParagraph = 3_000

function mentions(text: string, context: TextDateContext): DateMention[] {
  return findDates(text.slice(0, longestParagraph), context.lang, { reference: isoDay(context.now) })
}

/** Yearless, weekday and relative mentions of the first three paragraphs. */
export function dateHints(paragraphs: readonly string[], context: TextDateContext): DateHint[] {
  const lead = paragraphs.slice(0, paragraphsOfLead)
  return lead.flatMap((text) => mentions(text, context)).flatMap(({ text, kind }) => (kind === 'absolute' ? [] : [{ text, kind }]))
}

function day(date: string, context: TextDateContext): DatedInstant | null {
  const found = parseDateTime(date, { zone: context.zone, lang: context.lang, now: context.now })
  if (!found || found.instant.getTime() > context.now.getTime()) return null
  return { instant: found.instant, precision: 'day' }
}

/** Words beside a year, on the side where the language has the month: "September 2023", "2023 թվականի սեպտեմբերին", "2023-cü ilin sentyabrında". */
function* monthsWithYear(text: string): Generator<{ year: number; word: string }> {
  for (const found of text.matchAll(/([\p{L}\p{M}]+)[\s,]+((?:19|20)\d\d)(?!\d)/gu)) yield { year: Number(found[2]), word: found[1] ?? '' }
  for (const found of text.matchAll(/(?<!\d)((?:19|20)\d\d)(?:[-\s]?[\p{L}\p{M}]{1,9}\.?){0,2}\s([\p{L}\p{M}]+)/gu))
    yield { year: Number(found[1]), word: found[2] ?? '' }
}

/** Newest month that the text names with its year, and that is past. */
function newestMonth(text: string, context: TextDateContext): { year: number; month: number } | null {
  let newest: { year: number; month: number } | null = null
  for (const { year, word } of monthsWithYear(text)) {
    const full = parseDateTime(`1 ${word} ${year}`, { zone: 'UTC', lang: context.lang, now: context.now })
    if (!full || full.instant.getTime() > context.now.getTime()) continue
    const month = full.instant.getUTCMonth() + 1
    if (!newest || year > newest.year || (year === newest.year && month > newest.month)) newest = { year, month }
  }
  return newest
}

/**
 * The first such day not before the newest month the text names with its year: a text adds the year to a month of another year than its own.
 * A year without a month ("since 2018") says nothing about when the text was written.
 */
function resolveYearless(mention: DateMention, text: string, context: TextDateContext): DatedInstant | null {
  const monthDay = mention.date.slice(4)
  if (context.year) return day(`${context.year}${monthDay}`, context)
  const newest = newestMonth(text, context)
  if (!newest) return null
  const year = newest.month > Number(monthDay.slice(1, 3)) ? newest.year + 1 : newest.year
  return day(`${year}${monthDay}`, context)
}

/**
 * `rawText`: the article with its captions, paragraphs divided by a blank line. In this order: a caption's or dateline's full date;
 * "today" with a full date in the lead; a yearless day of the lead that the address or the newest date of the text gives a year.
 * Any other date of a text is a date it tells about, not its own.
 */
export function dateFromText(rawText: string, paragraphs: readonly string[], context: TextDateContext): DatedInstant | null {
  for (const block of rawText.split(/\n+/)) {
    const isCaption = leadIn(block)?.kind === 'photo' && wordCount(block) <= 60
    const absolute = isCaption ? mentions(block, context).find((date) => date.kind === 'absolute') : undefined
    const found = absolute ? day(absolute.date, context) : null
    if (found) return found
  }
  for (const text of paragraphs.slice(0, 2)) {
    const dateline = text.slice(0, 90).match(/^[^.!?]{0,80}?(?:\s[–—-]\s|:\s|\/\s|\)\s?[–—-]?\s?)/u)?.[0]
    for (const mention of mentions(text, context)) {
      if (mention.kind !== 'absolute') continue
      const around = levelPhrase(text.slice(Math.max(0, mention.start - 30), mention.end + 30))
      if ((dateline && mention.end <= dateline.length) || today.test(around)) {
        const found = day(mention.date, context)
        if (found) return found
      }
    }
  }
  const yearless = paragraphs
    .slice(0, 2)
    .flatMap((text) => mentions(text, context))
    .find((mention) => mention.kind === 'yearless')
  return yearless ? resolveYearless(yearless, rawText, context) : null
}
