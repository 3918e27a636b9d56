/** A date line of a page or feed → the instant it means. */
import type { DatedInstant, PlainDate } from './dates.js'
import { findDates } from './find-dates.js'
import { squeeze } from './normalise.js'
import { fixedOffset, instantOfWall, isValidZone, plainDate, plainDateIn, startOfDay } from './zones.js'

/** `zone`: IANA name or offset of the source, used where the text names none; null: UTC. `now` bounds what can be true. */
export interface ParseDateTimeOptions {
  zone: string | null
  lang?: string
  now: Date
}

/** Longer texts are no date lines. */
const longest = 300
const earliest = Date.UTC(1985, 0, 1)
const ahead = 48 * 3_600_000

/** Zone names that feeds and pages of the region write; RFC 822 section 5.1 for the American ones. AMT is Armenia's here. */
const namedZones: Record<string, string> = {
  utc: '+00:00',
  gmt: '+00:00',
  ut: '+00:00',
  z: '+00:00',
  wet: '+00:00',
  bst: '+01:00',
  west: '+01:00',
  cet: '+01:00',
  cest: '+02:00',
  eet: '+02:00',
  eest: '+03:00',
  msk: '+03:00',
  мск: '+03:00',
  trt: '+03:00',
  irst: '+03:30',
  amt: '+04:00',
  azt: '+04:00',
  get: '+04:00',
  samt: '+04:00',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
}

function within(instant: Date, precision: DatedInstant['precision'], now: Date): DatedInstant | null {
  const ms = instant.getTime()
  return Number.isNaN(ms) || ms < earliest || ms > now.getTime() + ahead ? null : { instant, precision }
}

function wallMs(date: PlainDate, hour: number, minute: number, second: number): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

const isoPattern =
  /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?:[T ]\s?(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+\-−]\d{2}(?::?\d{2})?(?!\d))?)?/i
const compactPattern = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?$/
const timePattern = /(?<![\d:.,])(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?(?![\d:]|[.,]\d)\s?(a\.?m\.?|p\.?m\.?)?/giu
const hourPattern = /(?<![\d:.])(\d{1,2})\s?(a\.?m\.?|p\.?m\.?)(?!\p{L})/giu
/** RFC 822 with its two-digit year: "Sun, 18 Aug 24 21:40:00 GMT". */
const shortYear = /(?<!\d)(\d{1,2}[ -][A-Za-z]{3,9}[ -])(\d{2})(?=\s+\d{1,2}:\d{2})/

function zoneIn(text: string, from: number): string | null {
  const rest = text.slice(from, from + 40)
  const offset = /^\s*\(?\s*((?:UTC|GMT)?\s?[+\-−]\s?\d{1,2}(?::?\d{2})?)(?!\d)/i.exec(rest)?.[1]?.replace(/\s/g, '')
  if (offset !== undefined && fixedOffset(offset) !== null) return offset
  const name = /^[\s(]*(\p{L}{1,5})(?!\p{L})/u.exec(rest)?.[1]?.toLowerCase()
  return name !== undefined ? (namedZones[name] ?? null) : null
}

interface Clock {
  hour: number
  minute: number
  second: number
  end: number
}

/** First time of day outside [from, to), where the date stands. */
function clockIn(text: string, from: number, to: number): Clock | null {
  const matches = [...text.matchAll(timePattern), ...[...text.matchAll(hourPattern)].map((match) => Object.assign(match, { bare: true }))]
  for (const match of matches) {
    const end = match.index + match[0].length
    if (end > from && match.index < to) continue
    const bare = 'bare' in match
    const half = (bare ? match[2] : match[4])?.toLowerCase()
    let hour = Number(match[1])
    const minute = bare ? 0 : Number(match[2])
    const second = bare ? 0 : Number(match[3] ?? 0)
    if (half?.startsWith('p') && hour < 12) hour += 12
    if (half?.startsWith('a') && hour === 12) hour = 0
    if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute > 0)) continue
    return { hour, minute, second, end }
  }
  return null
}

/** Seconds or milliseconds since 1970, as some pages write them. */
function epoch(text: string, now: Date): DatedInstant | null {
  return within(new Date(text.length === 13 ? Number(text) : Number(text) * 1000), 'minute', now)
}

/**
 * What stands on pages and in feeds: ISO 8601, RFC 822, epoch seconds or ms, "18 Aug 2024, 21:40 CET", "18.08.2024 21:40", "вчера, 21:40", month names of six languages.
 * A day without time is day-precise: the start of that day in the zone read or given. Anything before 1985, or more than 48 hours after `now`, is null, as is what names no day.
 * Throws RangeError for a zone that does not exist.
 */
export function parseDateTime(text: string, options: ParseDateTimeOptions): DatedInstant | null {
  const { zone, now } = options
  if (zone !== null && !isValidZone(zone))
    throw new RangeError(`time zone ${JSON.stringify(zone)}: expected an IANA name or an offset such as +04:00`)
  if (text.length > longest * 4) return null
  const line = squeeze(text)
  if (line === '' || line.length > longest) return null
  if (/^\d{10}$|^\d{13}$/.test(line)) return epoch(line, now)
  const iso = compactPattern.exec(line) ?? isoPattern.exec(line)
  if (iso) {
    const date = plainDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))
    if (!date) return null
    if (iso[4] === undefined) {
      const clock = clockIn(line, iso.index, iso.index + iso[0].length)
      if (!clock) return within(startOfDay(date, zone), 'day', now)
      return within(instantOfWall(wallMs(date, clock.hour, clock.minute, clock.second), zoneIn(line, clock.end) ?? zone), 'minute', now)
    }
    if (Number(iso[4]) > 24 || Number(iso[5]) > 59) return null
    const own = iso[7] ?? zoneIn(line, iso.index + iso[0].length)
    return within(instantOfWall(wallMs(date, Number(iso[4]), Number(iso[5]), Number(iso[6] ?? 0)), own ?? zone), 'minute', now)
  }
  const full = line.replace(shortYear, (_, lead: string, year: string) => `${lead}${Number(year) >= 70 ? '19' : '20'}${year}`)
  const found = findDates(full, options.lang ?? 'und', { reference: plainDateIn(now, zone) })
  const best = found.find((one) => one.kind === 'absolute') ?? found.find((one) => one.kind !== 'weekday')
  if (!best) return null
  const clock = clockIn(full, best.start, best.end)
  if (!clock) return within(startOfDay(best.date, zone), 'day', now)
  return within(instantOfWall(wallMs(best.date, clock.hour, clock.minute, clock.second), zoneIn(full, clock.end) ?? zone), 'minute', now)
}
