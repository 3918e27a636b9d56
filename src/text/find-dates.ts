/** Text and the day it was written on → the days it names. */
import { comingCue, isEnglishWord, joinOf, lastCue, leadsDay, monthOf, relativeAt, weekdayAt } from './calendar-words.js'
import { closeGap, type Day, daysAt, shiftedYear, yearAhead, yearBehind, yearlessDate } from './date-parts.js'
import { tenseAround } from './date-tense.js'
import { at, type DateContext, isYear, tokensOf } from './date-tokens.js'
import type { DateMention, PlainDate } from './dates.js'
import { foldCase } from './normalise.js'
import { addDays, plainDate, weekdayOf } from './zones.js'

interface Found {
  mentions: DateMention[]
  next: number
}

function mention(context: DateContext, first: number, last: number, date: PlainDate, kind: DateMention['kind']): DateMention {
  const start = at(context, first).start
  const end = at(context, last).end
  return { start, end, text: context.text.slice(start, end), date, kind }
}

/** 2024-08-18, 2024.08.18, 18.08.2024, 18/08/2024 (the day first unless that cannot be), 18.08.24. */
function numericAt(context: DateContext, i: number): Found | null {
  const [a, b, c] = [at(context, i), at(context, i + 1), at(context, i + 2)]
  if (a.value < 0 || b.value < 0 || c.value < 0 || b.gap !== c.gap || !/^[-./]$/.test(b.gap) || b.text.length > 2) return null
  // Part of a longer number, an address or a version.
  if (/[.\-/\d]$/.test(a.gap) && i > 0) return null
  const behind = at(context, i + 3)
  if (/^[-./]$/.test(behind.gap) && behind.value >= 0) return null
  let date: PlainDate | null = null
  if (isYear(a) && c.text.length <= 2) date = plainDate(a.value, b.value, c.value)
  else if (a.text.length <= 2) {
    const year = isYear(c) ? c.value : c.text.length === 2 && b.text.length === 2 && b.gap === '.' ? 2000 + c.value : null
    if (year !== null) date = plainDate(year, b.value, a.value) ?? (b.gap === '/' ? plainDate(year, a.value, b.value) : null)
  }
  return date ? { mentions: [mention(context, i, i + 2, date, 'absolute')], next: i + 3 } : null
}

function namedDays(
  context: DateContext,
  days: readonly Day[],
  month: number,
  span: { first: number; last: number },
  year: number | null,
  dayFirst: boolean,
): DateMention[] {
  const shifted = year === null ? shiftedYear(context, span.first, span.last) : null
  const tense = year === null && !shifted ? tenseAround(context, span.first, span.last) : null
  const mentions: DateMention[] = []
  let sharedYear: number | null = shifted?.year ?? null
  days.forEach((day, index) => {
    let date: PlainDate | null = null
    if (year !== null) date = plainDate(year, month, day.value)
    else if (sharedYear !== null) date = plainDate(sharedYear, month, day.value)
    else if (context.reference) date = yearlessDate(month, day.value, context.reference, tense)
    if (!date) return
    sharedYear = Number(date.slice(0, 4))
    // The month belongs to the day beside it; the others stand alone.
    const first = index === 0 ? span.first : day.first
    const last = index === days.length - 1 ? span.last : day.last
    mentions.push(
      mention(context, days.length > 1 && dayFirst && index === 0 ? day.first : first, last, date, year === null ? 'yearless' : 'absolute'),
    )
  })
  return mentions
}

/** "18 August 2024", "18-19 августа", "2024 წლის 18 აგვისტოს". */
function dayFirstAt(context: DateContext, i: number, floor: number): Found | null {
  const list = daysAt(context, i)
  if (!list || (/[.,:/\d]$/.test(at(context, i).gap) && /\d/.test(context.text.charAt(at(context, i).start - 2)))) return null
  let m = list.next
  if (at(context, m).text === 'of') m++
  const token = at(context, m)
  const month =
    token.value === -1 && closeGap.test(token.gap) && token.gap !== ''
      ? monthOf(token.text)
      : token.value === -1 && token.gap === '' && token.text.length >= 3
        ? monthOf(token.text)
        : null
  if (month === null) return null
  if (context.lang === 'en' && isEnglishWord(token.text) && context.text.charAt(token.start) === token.text.charAt(0)) return null
  const behind = yearBehind(context, m + 1)
  const ahead = behind ? null : yearAhead(context, i, floor)
  const span = { first: ahead?.first ?? i, last: behind?.last ?? m }
  const mentions = namedDays(context, list.days, month, span, behind?.year ?? ahead?.year ?? null, true)
  return mentions.length > 0 ? { mentions, next: span.last + 1 } : null
}

/** "August 18, 2024", "2024 թ. օգոստոսի 18-ին", "avqustun 18-də". */
function monthFirstAt(context: DateContext, i: number, floor: number): Found | null {
  const token = at(context, i)
  const month = monthOf(token.text)
  if (month === null || !leadsDay(token.text)) return null
  // Months are capitalised in English, and "in August 18 people" names no day.
  if (context.lang === 'en' && (context.text.charAt(token.start) === token.text.charAt(0) || at(context, i - 1).text === 'in')) return null
  if (!/^(?:\s|\.\s?|-)$/.test(at(context, i + 1).gap)) return null
  const list = daysAt(context, i + 1)
  if (!list) return null
  const lastDay = list.days[list.days.length - 1]
  if (!lastDay) return null
  // "August 18:30", "March 8.5": the number is something else.
  const rest = context.text.slice(at(context, lastDay.last).end, at(context, lastDay.last).end + 2)
  if (/^(?:[:.,]\d|%)/.test(rest)) return null
  const behind = yearBehind(context, list.next)
  const ahead = behind ? null : yearAhead(context, i, floor)
  const span = { first: ahead?.first ?? i, last: behind?.last ?? lastDay.last }
  const mentions = namedDays(context, list.days, month, span, behind?.year ?? ahead?.year ?? null, false)
  return mentions.length > 0 ? { mentions, next: span.last + 1 } : null
}

const agoUnits = /^(?:days?|день|дня|дней|օր|დღის|gün|gün)$/
const agoWords = /^(?:ago|назад|առաջ|წინ|əvvəl|önce)$/
const smallNumbers = new Map([
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
])

/** "3 days ago", "2 дня назад". */
function daysAgoAt(context: DateContext, i: number): Found | null {
  const amount = at(context, i).value > 0 && at(context, i).value < 100 ? at(context, i).value : smallNumbers.get(at(context, i).text)
  if (amount === undefined || !context.reference || !agoUnits.test(at(context, i + 1).text) || !agoWords.test(at(context, i + 2).text)) return null
  return { mentions: [mention(context, i, i + 2, addDays(context.reference, -amount), 'relative')], next: i + 3 }
}

function wordAt(context: DateContext, i: number): Found | null {
  const { reference } = context
  if (!reference) return null
  const [word, next, afterNext] = [at(context, i).text, at(context, i + 1).text, at(context, i + 2).text]
  const relative = relativeAt(word, next, context.lang)
  if (relative) {
    const last = i + relative.length - 1
    return { mentions: [mention(context, i, last, addDays(reference, relative.offset), 'relative')], next: last + 1 }
  }
  const previous = at(context, i - 1).text
  const weekday = weekdayAt(word, next, afterNext, previous)
  if (!weekday) return null
  const last = i + weekday.length - 1
  const back = (weekdayOf(reference) - weekday.day + 7) % 7
  const tense = tenseAround(context, i, last)
  let offset = -back
  if (lastCue.test(previous)) offset = back === 0 ? -7 : -back
  else if (comingCue.test(previous)) offset = 7 - back
  else if (tense === 'future' || tense === 'deadline') offset = back === 0 ? 0 : 7 - back
  return { mentions: [mention(context, i, last, addDays(reference, offset), 'weekday')], next: last + 1 }
}

/** A weekday beside a date says the same once more: "Sunday, August 18", "18 августа, в воскресенье". */
function withoutRepeatedWeekdays(mentions: readonly DateMention[], text: string): DateMention[] {
  const beside = (from: number, to: number): boolean => to - from <= 8 && /^[\s,.(]*(?:the|on|в|во)?\s*$/iu.test(text.slice(from, to))
  return mentions.filter((one, index) => {
    if (one.kind !== 'weekday') return true
    const before = mentions[index - 1]
    const after = mentions[index + 1]
    const repeats = (other: DateMention | undefined, from: number, to: number): boolean =>
      other !== undefined && (other.kind === 'absolute' || other.kind === 'yearless') && beside(from, to)
    return !repeats(before, before?.end ?? 0, one.start) && !repeats(after, one.end, after?.start ?? 0)
  })
}

/** "с 30 июля по 2 августа 2024 года": the year behind the second day is the first one's too. */
function shareYears(mentions: DateMention[], text: string): void {
  for (let i = mentions.length - 2; i >= 0; i--) {
    const [one, next] = [mentions[i], mentions[i + 1]]
    if (!one || !next || one.kind !== 'yearless' || next.kind !== 'absolute' || next.start - one.end > 12) continue
    const between = foldCase(text.slice(one.end, next.start)).trim()
    if (!/^[-–—]$/.test(between) && !joinOf(between)) continue
    const [, month = '', day = ''] = one.date.split('-')
    const year = Number(next.date.slice(0, 4)) - (one.date.slice(5) > next.date.slice(5) ? 1 : 0)
    const date = plainDate(year, Number(month), Number(day))
    if (date) mentions[i] = { ...one, date, kind: 'absolute' }
  }
}

/**
 * The days named in a text, in order, without overlap. `reference` is the day on which it was written: without it only absolute days are found.
 * A range gives its first and its last day as two mentions. Months, years and weeks alone are no days.
 */
export function findDates(text: string, lang: string, options: { reference: PlainDate | null }): DateMention[] {
  const context: DateContext = { text, tokens: tokensOf(text, lang), lang, reference: options.reference }
  const mentions: DateMention[] = []
  let floor = 0
  for (let i = 0; i < context.tokens.length; ) {
    const token = at(context, i)
    const found =
      token.value >= 0
        ? (numericAt(context, i) ?? dayFirstAt(context, i, floor) ?? daysAgoAt(context, i))
        : token.value === -1
          ? (monthFirstAt(context, i, floor) ?? daysAgoAt(context, i) ?? wordAt(context, i))
          : null
    if (!found) {
      i++
      continue
    }
    mentions.push(...found.mentions)
    i = Math.max(found.next, i + 1)
    floor = i
  }
  shareYears(mentions, text)
  return withoutRepeatedWeekdays(mentions, text)
}
