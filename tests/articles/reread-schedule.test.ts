import { describe, expect, it } from 'vitest'
import { isStillYoung, nextReread, type Rereadable } from '../../src/articles/reread-schedule.js'

const published = new Date('2024-08-19T10:00:00Z')
const page: Rereadable = { publishedAt: published, publishedAtPrecision: 'minute', readAt: published, relevant: true, official: true }
const hoursAfter = (changes: Partial<Rereadable>): number[] => {
  const of = { ...page, ...changes }
  const hours: number[] = []
  for (let at = nextReread(of, of.readAt); at; at = nextReread(of, at)) hours.push((at.getTime() - published.getTime()) / 3_600_000)
  return hours
}

describe('when a page is read again', () => {
  it('an official body: after 1 hour, 4 hours, 1, 3 and 7 days, whatever it is about', () => {
    expect(hoursAfter({})).toEqual([1, 4, 24, 72, 168])
    expect(hoursAfter({ relevant: false })).toEqual([1, 4, 24, 72, 168])
  })
  it('another source: twice within two days, and only what is relevant', () => {
    expect(hoursAfter({ official: false })).toEqual([6, 36])
    expect(hoursAfter({ official: false, relevant: false })).toEqual([])
  })
  it('one that was read late: only what is left, and never at once', () => {
    expect(hoursAfter({ readAt: new Date('2024-08-19T13:45:00Z') })).toEqual([24, 72, 168])
    expect(hoursAfter({ readAt: new Date('2024-09-19T13:45:00Z') })).toEqual([])
  })
  it('one whose hour is not known: counted from when it was read', () => {
    const readAt = new Date('2024-08-19T15:00:00Z')
    expect(hoursAfter({ publishedAt: new Date('2024-08-18T20:00:00Z'), publishedAtPrecision: 'day', readAt })[0]).toBe(6)
    expect(hoursAfter({ publishedAt: null, publishedAtPrecision: null, readAt })[0]).toBe(6)
  })
  it('is not asked any more where the story is old', () => {
    const longAgo = new Date('2024-08-10T00:00:00Z')
    expect(isStillYoung({ official: false, readAt: published }, longAgo)).toBe(false)
    expect(isStillYoung({ official: true, readAt: published }, longAgo)).toBe(true)
    expect(isStillYoung({ official: false, readAt: published }, published)).toBe(true)
  })
})
