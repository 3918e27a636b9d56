/** A typed question and the asker's day → the days it bounds: "today", "this week", "in August", "since Monday", "in 2018". */
import { monthOf } from '../text/calendar-words.js'
import { addDays, findDates, type PlainDate } from '../text/dates.js'
import { foldCase } from '../text/normalise.js'
import { plainDate, weekdayOf } from '../text/zones.js'

/** Days, both inclusive; null is open. */
export interface DayRange {
  from: PlainDate | null
  to: PlainDate | null
  /** Parts of the text that were read as time: [start, end). */
  spans: [number, number][]
  /** Where the times named may belong to a thing ("the 2008 war", "the August war") rather than bound the time: their years; else null. */
  yearsNamed: string[] | null
}

/** Start of a word and end of one, in every script. */
function phrase(alternatives: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'giu')
}

const since =
  /(?:since|from|after|starting|с|со|после|начиная с|от|սկսած|հետո|sonra|bəri|etibarən|beri|itibaren|შემდეგ|მოყოლებული|s)\s+(?:the\s+)?(?:начала\s+)?$/iu
/** Words that stand behind what they bound: "avqustdan bəri", "ağustostan beri", "օգոստոսից հետո", "აგვისტოდან". */
const sinceAfter = /^\s*(?:bəri|beri|etibarən|itibaren|sonra|ի վեր|հետո|սկսած|შემდეგ|მოყოლებული|onwards|на сегодня)/iu
const sinceForm = /(?:dan|dən|tan|tən|den|ten|ից|դան|დან|იდან)$/iu
const until = /(?:before|until|till|up to|до|к|մինչև|ədək|qədər|kadar|მდე)\s+$/iu

interface Period {
  pattern: RegExp
  /** Day of the asker → range. */
  range(today: PlainDate): [PlainDate, PlainDate]
}

function monday(day: PlainDate): PlainDate {
  return addDays(day, -((weekdayOf(day) + 6) % 7))
}

function monthRange(year: number, month: number): [PlainDate, PlainDate] {
  const first = plainDate(year, month, 1) ?? `${year}-01-01`
  const next = plainDate(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) ?? first
  return [first, addDays(next, -1)]
}

function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4))
}

function monthNumber(day: PlainDate): number {
  return Number(day.slice(5, 7))
}

function shiftedMonth(day: PlainDate, shift: number): [PlainDate, PlainDate] {
  const index = yearOf(day) * 12 + monthNumber(day) - 1 + shift
  return monthRange(Math.floor(index / 12), (index % 12) + 1)
}

const periods: readonly Period[] = [
  {
    pattern: phrase(
      'this week|на этой неделе|этой недел\\p{L}|на неделе|այս շաբաթ\\p{L}*|bu həftə|bu hefte|ამ კვირა\\p{L}*|bu hafta|na etoy nedele|ays shabat|am kvira\\p{L}*',
    ),
    range: (today) => [monday(today), addDays(monday(today), 6)],
  },
  {
    pattern: phrase(
      'last week|past week|на прошлой неделе|прошл\\p{L}* недел\\p{L}*|անցյալ շաբաթ\\p{L}*|անցած շաբաթ\\p{L}*|keçən həftə|ötən həftə|kecen hefte|გასულ კვირა\\p{L}*|წინა კვირა\\p{L}*|geçen hafta|gecen hafta|antsyal shabat',
    ),
    range: (today) => [addDays(monday(today), -7), addDays(monday(today), -1)],
  },
  {
    pattern: phrase(
      'next week|на следующей неделе|հաջորդ շաբաթ\\p{L}*|gələn həftə|gelen hefte|შემდეგ კვირა\\p{L}*|მომავალ კვირა\\p{L}*|gelecek hafta|haftaya',
    ),
    range: (today) => [addDays(monday(today), 7), addDays(monday(today), 13)],
  },
  {
    pattern: phrase('this month|в этом месяце|этого месяца|այս ամիս\\p{L}*|այս ամսվա|bu ay|ამ თვე\\p{L}*|ამ თვის'),
    range: (today) => shiftedMonth(today, 0),
  },
  {
    pattern: phrase(
      'last month|в прошлом месяце|прошлого месяца|անցյալ ամիս\\p{L}*|անցյալ ամսվա|keçən ay|ötən ay|kecen ay|გასულ თვე\\p{L}*|geçen ay|gecen ay',
    ),
    range: (today) => shiftedMonth(today, -1),
  },
  {
    pattern: phrase('this year|в этом году|այս տարի|այս տարվա|bu il|წელს|bu yıl|bu yil'),
    range: (today) => [`${yearOf(today)}-01-01`, `${yearOf(today)}-12-31`],
  },
  {
    pattern: phrase('last year|в прошлом году|անցյալ տարի|անցյալ տարվա|keçən il|ötən il|kecen il|შარშან|გასულ წელს|geçen yıl|gecen yil'),
    range: (today) => [`${yearOf(today) - 1}-01-01`, `${yearOf(today) - 1}-12-31`],
  },
  {
    pattern: phrase(
      '(?:in the )?(?:last|past) (?:few|couple of|several) days|за последние дни|вերջին օրերին|son günlər\\p{L}*|ბოლო დღეებში|son günlerde',
    ),
    range: (today) => [addDays(today, -5), today],
  },
]

const yearPattern = /(?<![\p{L}\p{N}.,-])(19[5-9]\d|20[0-4]\d)(?=$|[^\p{L}\p{N}]|['’-]?(?:cı|ci|cu|cü|ci|də|da|de|ში|ին|թ|г|го|м|році|год\p{L}*))/gu
const wordPattern = /\p{L}[\p{L}\p{M}'’]*/gu
/** Months that are also words of a language, when nothing leads to them. */
const doubtful = /^(?:may|march|mar|mart|sep|dec|ma|ekim|nisan|haz|sen|ara|ekim|мае?|мар|сен|ноя|oca|yan|apr|eki|kas|tem)$/i
const monthLead = /(?:^|\s)(?:in|of|during|since|until|from|by|late|early|mid|last|this|в|во|за|с|до|начале|конце|середине|июле)\s+$/iu

/** What leads to a time, and what closes it in languages that put it behind: without them a year may be part of a name. */
const boundsTime =
  /(?:^|\s)(?:in|during|since|from|until|till|before|after|by|on|of|в|во|за|с|со|до|после|к)\s+(?:(?:early|late|mid|начале|конце|середине)[\s-]+)?$/iu
const boundsTimeBehind = /^(?:['’](?:d[ae]|t[ae])|-?\p{L}{2}\s+il(?:də|in)|\s*(?:წელს|წლიდან|թվականին|թ\.?\s|-ին|ում|yılında))/iu

/** Bounds in time that a question names; days are the asker's. */
export function findTimeRange(text: string, lang: string, today: PlainDate): DayRange {
  const spans: [number, number][] = []
  const found: { start: number; end: number; from: PlainDate; to: PlainDate }[] = []
  for (const { pattern, range } of periods) {
    for (const match of text.matchAll(pattern)) {
      const [from, to] = range(today)
      found.push({ start: match.index, end: match.index + match[0].length, from, to })
    }
  }
  const free = (start: number, end: number): boolean => !found.some((one) => start < one.end && end > one.start)
  for (const day of findDates(text, lang, { reference: today })) {
    if (!free(day.start, day.end)) continue
    // A weekday or day without year in a question is the last one, unless it speaks of what is to come.
    const date = day.kind === 'yearless' && day.date > addDays(today, 120) ? shiftYear(day.date, -1) : day.date
    found.push({ start: day.start, end: day.end, from: date, to: date })
  }
  const years = [...text.matchAll(yearPattern)].filter((match) => free(match.index, match.index + match[0].length))
  for (const month of text.matchAll(wordPattern)) {
    const number = monthOf(foldCase(month[0], lang).replaceAll('’', "'"))
    const end = month.index + month[0].length
    if (number === null || !free(month.index, end)) continue
    if (doubtful.test(month[0]) && !monthLead.test(text.slice(0, month.index)) && !/^\s*(?:19|20)\d\d/.test(text.slice(end))) continue
    const year = years.find((match) => Math.abs(match.index - end) <= 12 || Math.abs(month.index - (match.index + 4)) <= 12)
    const [from, to] = monthRange(year ? Number(year[1]) : latestYearOf(number, today), number)
    found.push({ start: month.index, end: year ? Math.max(end, year.index + 4) : end, from, to })
    if (year) years.splice(years.indexOf(year), 1)
  }
  for (const year of years) found.push({ start: year.index, end: year.index + year[0].length, from: `${year[1]}-01-01`, to: `${year[1]}-12-31` })
  found.sort((a, b) => a.start - b.start)
  let from: PlainDate | null = null as PlainDate | null
  let to: PlainDate | null = null as PlainDate | null
  for (const one of found) {
    spans.push([one.start, one.end])
    const before = text.slice(0, one.start)
    const open =
      since.test(before) ||
      sinceAfter.test(text.slice(one.end)) ||
      (sinceForm.test(text.slice(one.start, one.end)) && monthOf(foldCase(text.slice(one.start, one.end))) !== null)
    if (open) from = from === null || one.from < from ? one.from : from
    else if (until.test(before)) to = to === null || one.to > to ? one.from : to
    else {
      from = from === null || one.from < from ? one.from : from
      to = to === null || one.to > to ? one.to : to
    }
  }
  const isNamed = ({ start, end }: { start: number; end: number }): boolean =>
    (/(?<!\d)(?:19|20)\d\d(?!\d)/.test(text.slice(start, end)) || /(?:^|\s)the\s$/i.test(text.slice(0, start))) &&
    !boundsTime.test(text.slice(0, start)) &&
    !boundsTimeBehind.test(text.slice(end))
  const namedYears = found.flatMap((one) => text.slice(one.start, one.end).match(/(?:19|20)\d\d/g) ?? [])
  return { from, to, spans, yearsNamed: found.length > 0 && found.every((one) => isNamed(one)) ? namedYears : null }
}

function latestYearOf(month: number, today: PlainDate): number {
  return month <= monthNumber(today) ? yearOf(today) : yearOf(today) - 1
}

function shiftYear(day: PlainDate, shift: number): PlainDate {
  return plainDate(yearOf(day) + shift, monthNumber(day), Number(day.slice(8))) ?? addDays(day, shift * 365)
}
