/** Local wall times, weekdays and a zone → the next instant; quiet hours → when they end. */
import { Cron } from 'croner'

/** When a subscription is due: local wall time decides, whatever the clock of the zone does. */
export interface Schedule {
  /** "HH:MM", 24 hours, ascending, at least one. */
  times: readonly string[]
  /** ISO weekdays, 1 Monday to 7 Sunday, ascending, at least one. */
  weekdays: readonly number[]
  /** IANA zone. */
  zone: string
}

/** Local hours in which nothing late and no alert arrives. May pass midnight ("22:00" to "07:00"). */
export interface QuietHours {
  from: string
  to: string
}

const minuteMs = 60_000
const cacheLimit = 5_000
const crons = new Map<string, Cron>()
const nexts = new Map<string, number | null>()

function cronOf(pattern: string, zone: string): Cron {
  const key = `${pattern}|${zone}`
  let cron = crons.get(key)
  if (!cron) {
    if (crons.size >= cacheLimit) crons.clear()
    cron = new Cron(pattern, { timezone: zone, paused: true })
    crons.set(key, cron)
  }
  return cron
}

function nextOfTime(time: string, weekdays: readonly number[], zone: string, afterMs: number): number | null {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const pattern = `${minutes} ${hours} * * ${weekdays.length >= 7 ? '*' : weekdays.map((day) => day % 7).join(',')}`
  const key = `${pattern}|${zone}|${afterMs}`
  const known = nexts.get(key)
  if (known !== undefined) return known
  // Many subscriptions share a time and a zone, and a tick asks all of them about the same instant.
  if (nexts.size >= cacheLimit) nexts.clear()
  const next = cronOf(pattern, zone).nextRun(new Date(afterMs))?.getTime() ?? null
  nexts.set(key, next)
  return next
}

/**
 * The first slot strictly after an instant. A wall time that a clock skips is due when the clock goes on;
 * one that occurs twice is due the first time. Null only for a schedule without times or days.
 * @throws RangeError or TypeError for an unknown zone.
 */
export function nextSlot(schedule: Schedule, after: Date): Date | null {
  if (schedule.weekdays.length === 0) return null
  const found = schedule.times.flatMap((time) => nextOfTime(time, schedule.weekdays, schedule.zone, after.getTime()) ?? [])
  return found.length > 0 ? new Date(Math.min(...found)) : null
}

/** When work on a subscription begins: at its slot, or before it by the minutes of its draft. */
export function nextDue(subscription: Schedule & { choice: { draft: { minutes: number } | null } }, after: Date): Date | null {
  const lead = (subscription.choice.draft?.minutes ?? 0) * minuteMs
  const slot = nextSlot(subscription, new Date(after.getTime() + lead))
  return slot && new Date(slot.getTime() - lead)
}

/** The newest slot ≤ `now`, looking no further back than `first` (a slot itself); null when `first` is still to come. */
export function newestSlot(schedule: Schedule, first: Date, now: Date, windowMs: number): Date | null {
  if (first > now) return null
  const floor = now.getTime() - windowMs
  let slot = first.getTime() < floor ? nextSlot(schedule, new Date(floor)) : first
  if (!slot || slot > now) return first
  for (let next = nextSlot(schedule, slot); next && next <= now; next = nextSlot(schedule, slot)) slot = next
  return slot
}

function minuteOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function localMinute(instant: Date, zone: string): number {
  let clock = clocks.get(zone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    clocks.set(zone, clock)
  }
  return minuteOfDay(clock.format(instant))
}

/** Whether an instant lies in the quiet hours of a zone; `from` included, `to` not. */
export function isQuiet(instant: Date, zone: string, quiet: QuietHours | null): boolean {
  if (!quiet) return false
  const [from, to, at] = [minuteOfDay(quiet.from), minuteOfDay(quiet.to), localMinute(instant, zone)]
  return from <= to ? at >= from && at < to : at >= from || at < to
}

/** The first instant ≥ `instant` outside the quiet hours. */
export function quietEnd(instant: Date, zone: string, quiet: QuietHours | null): Date {
  if (!quiet || !isQuiet(instant, zone, quiet)) return instant
  const end = nextSlot({ times: [quiet.to], weekdays: [1, 2, 3, 4, 5, 6, 7], zone }, new Date(instant.getTime() - minuteMs))
  // On the day a clock goes back the end occurs twice: the second passing is not quiet any more by the wall, the first may be.
  return end && end > instant ? end : instant
}
