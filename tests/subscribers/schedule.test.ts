import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isQuiet, newestSlot, nextDue, nextSlot, quietEnd, type Schedule } from '../../src/subscribers/schedule.js'

const everyDay = [1, 2, 3, 4, 5, 6, 7]
const zones = [
  'Asia/Yerevan',
  'Asia/Baku',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Asia/Tehran',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'America/Santiago',
  'Africa/Cairo',
  'Antarctica/Troll',
  'UTC',
]
const minuteMs = 60_000
const dayMs = 86_400_000

/** Wall clock of a zone at an instant, from the engine: an oracle of its own. */
function wall(instant: number, zone: string): { day: string; weekday: number; time: string } {
  const parts: Record<string, string> = {}
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  for (const { type, value } of format.formatToParts(instant)) parts[type] = value
  return {
    day: `${parts.year}-${parts.month}-${parts.day}`,
    weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts.weekday ?? '') + 1,
    time: `${parts.hour}:${parts.minute}`,
  }
}

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 1, 15, 30, 45, 59))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)
const schedule: fc.Arbitrary<Schedule> = fc.record({
  times: fc.uniqueArray(time, { minLength: 1, maxLength: 3 }),
  weekdays: fc.uniqueArray(fc.constantFrom(...everyDay), { minLength: 1 }).map((days) => days.sort()),
  zone: fc.constantFrom(...zones),
})
const after = fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2029-12-31T00:00:00Z'), noInvalidDate: true })

describe('the next slot', () => {
  it('is after the instant, at one of the times on one of the days of its zone, unless a clock skipped that time', () => {
    fc.assert(
      fc.property(schedule, after, (wanted, from) => {
        const next = nextSlot(wanted, from)
        if (!next) throw new Error('expected a slot')
        expect(next.getTime()).toBeGreaterThan(from.getTime())
        expect(next.getTime() - from.getTime()).toBeLessThanOrEqual(8 * dayMs)
        const seen = wall(next.getTime(), wanted.zone)
        expect(wanted.weekdays).toContain(seen.weekday)
        const skipped =
          wall(next.getTime() - minuteMs, wanted.zone).time !== wall(next.getTime() - minuteMs, 'UTC').time && !wanted.times.includes(seen.time)
        if (skipped) {
          // The minute before belongs to another offset: the clock jumped over the time that was wanted.
          const before = wall(next.getTime() - minuteMs, wanted.zone).time
          expect(wanted.times.some((one) => one > before && one < seen.time)).toBe(true)
        } else expect(wanted.times).toContain(seen.time)
      }),
      { numRuns: 150 },
    )
  })
  it('leaves out no time of no day over a year, and gives each once', () => {
    fc.assert(
      fc.property(schedule, fc.integer({ min: 2023, max: 2028 }), (wanted, year) => {
        const end = Date.UTC(year + 1, 0, 1)
        const slots: Date[] = []
        for (let at = nextSlot(wanted, new Date(Date.UTC(year, 0, 1) - 1)); at && at.getTime() < end; at = nextSlot(wanted, at)) slots.push(at)
        const days = new Map<string, number>()
        for (const slot of slots) {
          const { day } = wall(slot.getTime(), wanted.zone)
          days.set(day, (days.get(day) ?? 0) + 1)
        }
        const weekdays = new Set(wanted.weekdays)
        for (let noon = Date.UTC(year, 0, 3, 12); noon < end - 3 * dayMs; noon += dayMs) {
          const day = new Date(noon).toISOString().slice(0, 10)
          const due = weekdays.has(new Date(noon).getUTCDay() || 7)
          const count = days.get(day) ?? 0
          // A skipped time may fall together with another one of that day.
          if (due) expect([count, day]).toEqual([count === wanted.times.length - 1 ? count : wanted.times.length, day])
          else expect([count, day]).toEqual([0, day])
          if (due) expect(count).toBeGreaterThan(0)
        }
      }),
      { numRuns: 8 },
    )
  })
  it('comes when the clock goes on, on the night that skips its time, and once on the night that repeats it', () => {
    const night: Schedule = { times: ['02:30'], weekdays: everyDay, zone: 'Europe/Berlin' }
    expect(nextSlot(night, new Date('2024-03-31T00:00:00Z'))?.toISOString()).toBe('2024-03-31T01:00:00.000Z')
    expect(nextSlot(night, new Date('2024-10-26T12:00:00Z'))?.toISOString()).toBe('2024-10-27T00:30:00.000Z')
    expect(nextSlot(night, new Date('2024-10-27T00:30:00Z'))?.toISOString()).toBe('2024-10-28T01:30:00.000Z')
    expect(nextSlot(night, new Date('2024-10-27T01:00:00Z'))?.toISOString()).toBe('2024-10-28T01:30:00.000Z')
  })
  it('knows the 29th of February, in every zone', () => {
    fc.assert(
      fc.property(time, fc.constantFrom(...zones), fc.constantFrom(2024, 2028, 2096), fc.constantFrom(2023, 2025, 2100), (at, zone, leap, common) => {
        const days = (year: number): string[] => {
          const found: string[] = []
          const schedule: Schedule = { times: [at], weekdays: everyDay, zone }
          // From the 27th there to the 2nd of March, whatever the zone.
          for (let slot = nextSlot(schedule, new Date(Date.UTC(year, 1, 26, 12))); slot && found.length < 6; slot = nextSlot(schedule, slot))
            found.push(wall(slot.getTime(), zone).day.slice(5))
          return found.slice(found.indexOf('02-28'), found.indexOf('03-01') + 1)
        }
        expect([days(leap), days(common)]).toEqual([
          ['02-28', '02-29', '03-01'],
          ['02-28', '03-01'],
        ])
      }),
      { numRuns: 40 },
    )
  })
  it('lies before a draft by its minutes, over every change of the clock', () => {
    fc.assert(
      fc.property(schedule, after, fc.integer({ min: 5, max: 180 }), (wanted, from, minutes) => {
        const due = nextDue({ ...wanted, choice: { draft: { minutes } } }, from)
        if (!due) throw new Error('expected an instant')
        expect(due.getTime()).toBeGreaterThan(from.getTime())
        // The slot of the draft is the first one whose draft is still to come.
        expect(nextSlot(wanted, new Date(from.getTime() + minutes * minuteMs))).toEqual(new Date(due.getTime() + minutes * minuteMs))
      }),
      { numRuns: 100 },
    )
  })
  it('keeps its hour of the wall where a chat moves to another zone', () => {
    fc.assert(
      fc.property(schedule, fc.constantFrom(...zones), after, (wanted, zone, from) => {
        const there = nextSlot({ ...wanted, zone }, from)
        if (!there) throw new Error('expected a slot')
        const { time: at, weekday } = wall(there.getTime(), zone)
        const jumped = wall(there.getTime() - minuteMs, zone).time
        // A skipped time is due when the clock goes on.
        expect(wanted.times.includes(at) || wanted.times.some((one) => one > jumped && one < at)).toBe(true)
        expect(wanted.weekdays).toContain(weekday)
      }),
      { numRuns: 100 },
    )
  })
  it('moves with its zone', () => {
    const at = new Date('2024-08-19T00:00:00Z')
    const zoned = (zone: string) => nextSlot({ times: ['08:30'], weekdays: everyDay, zone }, at)?.toISOString()
    expect([zoned('Asia/Yerevan'), zoned('Europe/Brussels'), zoned('America/New_York')]).toEqual([
      '2024-08-19T04:30:00.000Z',
      '2024-08-19T06:30:00.000Z',
      '2024-08-19T12:30:00.000Z',
    ])
  })
})

describe('the newest missed slot', () => {
  const daily: Schedule = { times: ['08:30', '18:00'], weekdays: everyDay, zone: 'UTC' }
  it('is one, whatever the length of the outage', () => {
    const first = new Date('2024-08-01T08:30:00Z')
    expect(newestSlot(daily, first, new Date('2024-08-19T20:00:00Z'), 12 * 3_600_000)?.toISOString()).toBe('2024-08-19T18:00:00.000Z')
    expect(newestSlot(daily, first, new Date('2024-08-01T08:31:00Z'), 12 * 3_600_000)).toEqual(first)
    expect(newestSlot(daily, first, new Date('2024-08-01T08:29:00Z'), 12 * 3_600_000)).toBeNull()
  })
  it('is the last of all that a walk from slot to slot meets, whatever the clock did', () => {
    fc.assert(
      fc.property(schedule, after, fc.integer({ min: 0, max: 40 * 24 * 60 }), (wanted, from, minutes) => {
        const first = nextSlot(wanted, from)
        if (!first) throw new Error('expected a slot')
        const at = new Date(first.getTime() + minutes * minuteMs)
        let last = first
        for (let slot = nextSlot(wanted, first); slot && slot <= at; slot = nextSlot(wanted, slot)) last = slot
        const windowMs = 12 * 60 * minuteMs
        const found = newestSlot(wanted, first, at, windowMs)
        // Beyond the window any old one will do: it is let go.
        if (at.getTime() - last.getTime() < windowMs) expect(found).toEqual(last)
        else expect(found && at.getTime() - found.getTime()).toBeGreaterThanOrEqual(windowMs)
      }),
      { numRuns: 60 },
    )
  })
  it('is the old one when none fell into the window', () => {
    const weekly: Schedule = { times: ['08:30'], weekdays: [1], zone: 'UTC' }
    const first = new Date('2024-08-05T08:30:00Z')
    expect(newestSlot(weekly, first, new Date('2024-08-08T20:00:00Z'), 12 * 3_600_000)).toEqual(first)
  })
})

describe('quiet hours', () => {
  const quiet = { from: '22:00', to: '07:00' }
  it('pass midnight in the zone of the reader', () => {
    expect(isQuiet(new Date('2024-08-19T19:00:00Z'), 'Asia/Yerevan', quiet)).toBe(true)
    expect(isQuiet(new Date('2024-08-19T17:59:00Z'), 'Asia/Yerevan', quiet)).toBe(false)
    expect(isQuiet(new Date('2024-08-19T03:00:00Z'), 'Asia/Yerevan', quiet)).toBe(false)
    expect(quietEnd(new Date('2024-08-19T19:00:00Z'), 'Asia/Yerevan', quiet).toISOString()).toBe('2024-08-20T03:00:00.000Z')
  })
  it('end at an instant that is not quiet, whenever they began', () => {
    fc.assert(
      fc.property(time, time, fc.constantFrom(...zones), after, (from, to, zone, instant) => {
        const end = quietEnd(instant, zone, { from, to })
        expect(end.getTime()).toBeGreaterThanOrEqual(instant.getTime())
        expect(end.getTime() - instant.getTime()).toBeLessThanOrEqual(dayMs + 3_600_000)
        // Only the hour that a night has twice may be quiet once more.
        if (from !== to && isQuiet(end, zone, { from, to })) expect(wall(end.getTime() + 3_600_000, zone).time).toBe(wall(end.getTime(), zone).time)
      }),
      { numRuns: 150 },
    )
  })
})
