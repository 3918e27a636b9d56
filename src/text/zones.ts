/** Zone and wall clock ↔ instant, with daylight saving as the engine's zone data has it. */
import type { PlainDate } from './dates.js'

const dayMs = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat | null>()

/** Minutes east of UTC for "Z", "UTC", "+4", "+04:00", "-0330", "UTC+4", "GMT+04:00"; null for anything else. */
export function fixedOffset(zone: string): number | null {
  if (/^(?:z|utc|gmt)$/i.test(zone)) return 0
  const match = /^(?:utc|gmt)?([+\-−])(\d{1,2})(?::?([0-5]\d))?$/i.exec(zone)
  if (!match) return null
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  // The widest offset in use is +14:00.
  return minutes > 14 * 60 ? null : match[1] === '+' ? minutes : -minutes
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone)
  if (known !== undefined) return known
  let format: Intl.DateTimeFormat | null = null
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    // An unknown name: remembered as such.
  }
  if (formats.size < 2_000) formats.set(zone, format)
  return format
}

/** Whether `zone` is an IANA name that this engine knows, or an offset such as "+04:00". */
export function isValidZone(zone: string): boolean {
  return fixedOffset(zone) !== null || (/^[A-Za-z]/.test(zone) && formatOf(zone) !== null)
}

/** Offsets of zones by quarter hours: since 1980 clocks have changed only at the beginning of one. */
const offsets = new Map<string, number>()
const offsetsKept = 5_000
const quarterMs = 15 * 60_000
const quartersSince = Date.UTC(1980, 0, 1)

function offsetMsAt(instantMs: number, zone: string | null): number {
  if (zone === null) return 0
  const key = instantMs >= quartersSince ? `${zone} ${Math.floor(instantMs / quarterMs)}` : ''
  const known = offsets.get(key)
  if (known !== undefined) return known
  const offset = readOffset(instantMs, zone)
  if (key === '') return offset
  if (offsets.size >= offsetsKept) offsets.clear()
  offsets.set(key, offset)
  return offset
}

function readOffset(instantMs: number, zone: string): number {
  const fixed = fixedOffset(zone)
  if (fixed !== null) return fixed * 60_000
  const format = formatOf(zone)
  if (!format) throw new RangeError(`time zone ${JSON.stringify(zone)}: expected an IANA name or an offset such as +04:00`)
  const parts: Record<string, number> = {}
  for (const part of format.formatToParts(instantMs)) parts[part.type] = Number(part.value)
  const wall = Date.UTC(parts.year ?? 0, (parts.month ?? 1) - 1, parts.day ?? 1, parts.hour ?? 0, parts.minute ?? 0, parts.second ?? 0)
  return wall - Math.floor(instantMs / 1000) * 1000
}

/**
 * The instant at which a clock in `zone` (null: UTC) shows this wall time, given in ms as if it were UTC.
 * A time that occurs twice is the first of the two; one that a clock skips is moved on by the length of the gap.
 */
export function instantOfWall(wallMs: number, zone: string | null): Date {
  const before = offsetMsAt(wallMs - dayMs, zone)
  const after = offsetMsAt(wallMs + dayMs, zone)
  for (const offset of before >= after ? [before, after] : [after, before]) {
    if (offsetMsAt(wallMs - offset, zone) === offset) return new Date(wallMs - offset)
  }
  return new Date(wallMs - before)
}

function wallOfDate(date: PlainDate): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  const ms = match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : Number.NaN
  if (Number.isNaN(ms) || plainDateOfWall(ms) !== date) throw new RangeError(`date ${JSON.stringify(date)}: expected YYYY-MM-DD of a day that exists`)
  return ms
}

function plainDateOfWall(wallMs: number): PlainDate {
  return new Date(wallMs).toISOString().slice(0, 10)
}

/** First instant of a day in `zone` (null: UTC). Throws RangeError for a day or zone that does not exist. */
export function startOfDay(date: PlainDate, zone: string | null): Date {
  return instantOfWall(wallOfDate(date), zone)
}

/** The day that a calendar in `zone` (null: UTC) shows at an instant. Throws RangeError for an unknown zone or an invalid instant. */
export function plainDateIn(instant: Date, zone: string | null): PlainDate {
  const ms = instant.getTime()
  return plainDateOfWall(ms + offsetMsAt(ms, zone))
}

/** The day `days` after (before, when negative) a date. Throws RangeError for a day that does not exist. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return plainDateOfWall(wallOfDate(date) + days * dayMs)
}

/** Days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((wallOfDate(to) - wallOfDate(from)) / dayMs)
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(date: PlainDate): number {
  return new Date(wallOfDate(date)).getUTCDay()
}

/** `YYYY-MM-DD` of a day that exists, else null. Month is 1 to 12. */
export function plainDate(year: number, month: number, day: number): PlainDate | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  const ms = Date.UTC(year, month - 1, day)
  return new Date(ms).getUTCDate() === day ? plainDateOfWall(ms) : null
}
