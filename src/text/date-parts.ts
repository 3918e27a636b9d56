/** Words and numbers of a text → the days, years and shifts of year that stand at a place, before they are a date. */
import { isDayEnding, isYearWord, joinOf, yearShiftOf } from './calendar-words.js'
import type { Tense } from './date-tense.js'
import { at, type DateContext, isDay, isYear } from './date-tokens.js'
import type { PlainDate } from './dates.js'
import { daysBetween, plainDate } from './zones.js'

export const closeGap = /^[\s.,'’\-–]{0,4}$/
const rangeGap = /^\s?[-–—]\s?$/

/** The year that puts a day nearest the reference: in doubt up to ten months back rather than ahead, unless the words say it is to come. */
export function yearlessDate(month: number, day: number, reference: PlainDate, tense: Tense): PlainDate | null {
  const year = Number(reference.slice(0, 4))
  const [back, ahead] = tense === 'future' ? [30, 335] : tense === 'past' ? [350, 14] : tense === 'deadline' ? [182, 183] : [300, 65]
  let nearest: PlainDate | null = null
  for (const candidate of [year, year - 1, year + 1]) {
    const date = plainDate(candidate, month, day)
    if (!date) continue
    const distance = daysBetween(reference, date)
    if (distance >= -back && distance <= ahead) return date
    if (!nearest || Math.abs(distance) < Math.abs(daysBetween(reference, nearest))) nearest = date
  }
  // 29 February: the leap year nearest by.
  for (let step = 0; nearest === null && step <= 4; step++) nearest = plainDate(year - step, month, day)
  return nearest
}

export interface Day {
  value: number
  first: number
  last: number
}

/** One day, or a range or pair of days ("18", "18th", "18-19", "18 по 19", "18-დან 19"), from token `index`; `next` is the token behind. */
export function daysAt(context: DateContext, index: number): { days: Day[]; next: number } | null {
  const days: Day[] = []
  let i = index
  while (days.length < 3 && isDay(at(context, i))) {
    let last = i
    const ending = at(context, i + 1)
    let ranged = false
    if (ending.value === -1 && /^[-–'’]?$/.test(ending.gap) && isDayEnding(ending.text)) {
      last = i + 1
      ranged = /^(?:დან|იდან|dan|dən|den|tan|tən|ten|ից)$/.test(ending.text)
    }
    days.push({ value: at(context, i).value, first: i, last })
    i = last + 1
    const join = at(context, i)
    if (isDay(join) && (rangeGap.test(join.gap) || (ranged && /^\s$/.test(join.gap)))) continue
    if (join.value === -1 && joinOf(join.text) && isDay(at(context, i + 1)) && /^\s$/.test(at(context, i + 1).gap)) {
      i++
      continue
    }
    break
  }
  return days.length > 0 ? { days, next: i } : null
}

/** A year behind token `index - 1`, over an ending or "of": its value and last token. */
export function yearBehind(context: DateContext, index: number): { year: number; last: number } | null {
  let i = index
  if (isYearWord(at(context, i).text) && closeGap.test(at(context, i).gap)) i++
  const token = at(context, i)
  if (!isYear(token) || !/^(?:\s|,\s?|\.\s?|-|\/|['’])?\s?$/.test(token.gap)) return null
  // "18 August 2024-2025": still the first year; "2024 people" cannot be told.
  let last = i
  const word = at(context, i + 1)
  if (isYearWord(word.text) && word.text.length > 2 && /^[\s-]$/.test(word.gap)) last = i + 1
  else if (/^(?:г|թ|წ|il)$/.test(word.text) && /^\s?$/.test(word.gap)) last = i + 1
  return { year: token.value, last }
}

/** A year before token `index`, over at most three words that belong to it ("2024 թվականի", "2024-cü ilin", "2024 წლის"). */
export function yearAhead(context: DateContext, index: number, floor: number): { year: number; first: number } | null {
  let i = index - 1
  let gap = at(context, index).gap
  for (let step = 0; step < 3 && i >= floor && at(context, i).value === -1 && isYearWord(at(context, i).text) && closeGap.test(gap); step++) {
    gap = at(context, i).gap
    i--
  }
  const token = at(context, i)
  if (i < floor || !isYear(token) || !closeGap.test(gap)) return null
  // A bare number right before counts only where something ties it to the date.
  return i < index - 1 || /^[\s,.]*$/.test(gap) ? { year: token.value, first: i } : null
}

/** "22 June last year", "keçən ilin 18 avqustu": the year a phrase beside the tokens [first, last] means, and the tokens with it. */
export function shiftedYear(context: DateContext, first: number, last: number): { year: number; first: number; last: number } | null {
  if (!context.reference) return null
  const year = Number(context.reference.slice(0, 4))
  const behind = yearShiftOf(at(context, last + 1).text, at(context, last + 2).text)
  if (behind !== null && /^,?\s$/.test(at(context, last + 1).gap))
    return { year: year + behind, first, last: at(context, last + 2).value === -1 ? last + 2 : last + 1 }
  const ahead = yearShiftOf(at(context, first - 2).text, at(context, first - 1).text)
  return ahead !== null && /^,?\s$/.test(at(context, first).gap) ? { year: year + ahead, first: first - 2, last } : null
}
