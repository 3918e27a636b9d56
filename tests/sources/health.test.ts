import { describe, expect, it } from 'vitest'
import {
  changedShape,
  type Habit,
  judge,
  notices,
  type Told,
  tell,
  thinSides,
  totals,
  unreadCountries,
  worstFirst,
} from '../../src/sources/health.js'
import { afterFailure, afterSuccess } from '../../src/sources/poll-schedule.js'
import type { Source } from '../../src/sources/source.js'
import type { PollState } from '../../src/sources/source-store.js'

const now = new Date('2024-09-01T12:00:00Z')
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const well: PollState = {
  etag: null,
  lastModified: null,
  nextPollAt: now,
  intervalMinutes: 15,
  lastPolledAt: ago(1),
  lastSuccessAt: ago(1),
  lastNewItemAt: ago(2),
  failures: 0,
  lastError: null,
  lastErrorAt: null,
  pagesRead: 90,
  pagesUnreadable: 10,
  backlogUntil: null,
}

function source(id: number, more: Partial<Source> = {}): Source {
  return {
    id,
    name: `Source ${id}`,
    kind: 'feed',
    url: `https://s${id}.example/rss`,
    home: null,
    country: 'AM',
    language: 'hy',
    ownership: 'independent',
    zone: null,
    confirmed: true,
    folder: null,
    state: 'active',
    pausedUntil: null,
    addedAt: ago(1_000),
    ...more,
  }
}
const busy: Habit = { activeHours: 200, days: 25 }
const condition = (state: Partial<PollState>, more: Partial<Source> = {}, habit: Habit | undefined = busy) =>
  judge(source(1, more), { ...well, ...state }, habit, now).condition

describe('the health of a source', () => {
  it('is judged by what went wrong', () => {
    expect(condition({})).toBe('well')
    expect(condition({ failures: 1, lastError: 'x' })).toBe('well')
    expect(condition({ failures: 2, lastError: 'x' })).toBe('failing')
    expect(condition({ failures: 1, lastSuccessAt: null })).toBe('failing')
    expect(condition({ lastSuccessAt: null, lastPolledAt: null })).toBe('unread')
    expect(condition({ pagesRead: 4, pagesUnreadable: 16 })).toBe('unreadable')
    expect(condition({}, { state: 'paused' })).toBe('paused')
    expect(condition({}, { state: 'ended' })).toBe('ended')
  })
  it('calls a source silent only beyond its own habit', () => {
    expect(condition({ lastNewItemAt: ago(72) })).toBe('silent')
    expect(condition({ lastNewItemAt: ago(72) }, {}, { activeHours: 6, days: 25 })).toBe('well')
    expect(condition({ lastNewItemAt: ago(72) }, {}, { activeHours: 1, days: 1 })).toBe('well')
    expect(condition({ lastNewItemAt: ago(30) })).toBe('well')
  })
  it('is shown worst first, and in totals', () => {
    const all = [
      judge(source(1), well, busy, now),
      judge(source(2, { country: null }), { ...well, failures: 3 }, busy, now),
      judge(source(3), { ...well, lastNewItemAt: ago(400) }, busy, now),
    ]
    expect(worstFirst(all).map((one) => one.source.id)).toEqual([2, 3, 1])
    expect(totals(all)).toMatchObject({
      all: 3,
      unlabelled: 1,
      by: { well: 1, failing: 1, silent: 1, paused: 0 },
      countries: [{ country: 'AM', all: 2, readable: 2 }],
    })
  })
  it('says which side has fewer than three readable sources that are not state-owned', () => {
    const three = [1, 2, 3].map((id) => judge(source(id), well, busy, now))
    const state = [4, 5, 6].map((id) => judge(source(id, { country: 'AZ', ownership: 'state' }), well, busy, now))
    expect(thinSides([...three, ...state]).map(({ country }) => country)).toEqual(['AZ', 'GE'])
  })
  it('cannot wait when no source of a country is read any more', () => {
    const one = judge(source(1), { ...well, failures: 1 }, busy, now)
    expect(unreadCountries([one, judge(source(2), { ...well, failures: 4 }, busy, now)])).toEqual(['AM'])
    expect(unreadCountries([one, judge(source(2), well, busy, now)])).toEqual([])
  })
  it('is told once for a source that comes and goes, until it was well for three days', () => {
    const ill = { condition: 'failing' } as const
    const fine = { condition: 'well' } as const
    const first = tell({ toldAt: null, wellSince: null }, ill, now)
    expect(first.tell).toBe(true)
    const up = tell(first.next, fine, now)
    const down = tell(up.next, ill, ago(-24))
    expect(down.tell).toBe(false)
    const later = tell(tell(down.next, fine, ago(-48)).next, fine, ago(-48 - 73))
    expect(tell(later.next, ill, ago(-200)).tell).toBe(true)
  })
})

describe('what admins hear at once', () => {
  const failing = (id: number) => judge(source(id), { ...well, failures: 3, lastError: 'x' }, busy, now)
  const nothingKnown = { told: new Map<number, Told>(), shapes: new Map() }
  it('is a country of which nothing can be read, once', () => {
    const first = notices([failing(1), failing(2)], nothingKnown, now)
    expect(first.notices).toEqual([{ kind: 'country', country: 'AM' }])
    expect(notices([failing(1), failing(2)], { ...nothingKnown, told: first.told }, now).notices).toEqual([])
  })
  it('is not one source that fails among others that do not', () => {
    const all = [failing(1), judge(source(2), well, busy, now)]
    expect(notices(all, nothingKnown, now).notices).toEqual([])
  })
  it('is a source that ended, and one whose articles have another length', () => {
    const ended = judge(source(1, { state: 'ended' }), { ...well, lastError: 'gone' }, busy, now)
    const bent = judge(source(2, { country: 'GE' }), well, busy, now)
    const shapes = new Map([[2, { recent: 200, recentCount: 9, before: 2_400, beforeCount: 90 }]])
    const first = notices([ended, bent], { ...nothingKnown, shapes }, now)
    expect(first.notices.map(({ kind }) => kind)).toEqual(['ended', 'shape'])
    expect(notices([ended, bent], { told: first.told, shapes }, now).notices).toEqual([])
  })
  it('takes a length for changed only when there is enough to compare', () => {
    expect(changedShape({ recent: 200, recentCount: 2, before: 2_400, beforeCount: 90 })).toBe(false)
    expect(changedShape({ recent: 2_000, recentCount: 9, before: 2_400, beforeCount: 90 })).toBe(false)
    expect(changedShape(undefined)).toBe(false)
  })
})

describe('the interval of a source', () => {
  const about = { usual: 15, now, random: 0.5 }
  it('shrinks while much comes, grows while nothing does, within bounds', () => {
    let state = well
    for (let polls = 0; polls < 30; polls++) state = { ...state, ...afterSuccess(state, 10, about) }
    expect(state.intervalMinutes).toBe(5)
    for (let polls = 0; polls < 60; polls++) state = { ...state, ...afterSuccess(state, 0, about) }
    expect(state.intervalMinutes).toBe(720)
    expect(afterSuccess({ ...well, lastNewItemAt: ago(24 * 60) }, 0, about).intervalMinutes).toBe(1_440)
  })
  it('backs off ever longer from failures, spread by chance, and never beyond a day and a half', () => {
    const minutes = (failures: number, random: number) =>
      (afterFailure({ ...well, failures }, { ...about, random, retryAfter: null }).nextPollAt.getTime() - now.getTime()) / 60_000
    expect([0, 1, 2, 3].map((failures) => minutes(failures, 0.5))).toEqual([15, 30, 60, 120])
    expect(minutes(2, 0)).toBe(30)
    expect(minutes(2, 1)).toBe(90)
    expect(minutes(50, 1)).toBe(2_160)
    expect(afterFailure(well, { ...about, retryAfter: ago(-100) }).nextPollAt).toEqual(ago(-100))
  })
})
