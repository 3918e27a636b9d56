import { describe, expect, it } from 'vitest'
import { parseDateTime } from '../../src/text/dates.js'

const now = new Date('2024-08-20T12:00:00Z')

function read(text: string, zone: string | null = 'Asia/Yerevan', lang?: string): string | null {
  const found = parseDateTime(text, lang === undefined ? { zone, now } : { zone, now, lang })
  return found && `${found.instant.toISOString()} ${found.precision}`
}

describe('date lines', () => {
  it.each([
    '2024-08-18T21:40:00+04:00',
    '2024-08-18T21:40+0400',
    '2024-08-18T17:40:00Z',
    '2024-08-18T17:40:00.000Z',
    '20240818T174000Z',
    '2024-08-18 21:40',
    '2024-08-18 21:40:00 +0400',
    'Sun, 18 Aug 2024 17:40:00 GMT',
    'Sun, 18 Aug 2024 21:40:00 +0400',
    'Sun, 18 Aug 24 13:40:00 EDT',
    '18 Aug 2024, 19:40 CEST',
    'Published August 18, 2024 9:40 PM',
    '18.08.2024 21:40',
    '18.08.2024, 21.40',
    '18/08/2024 - 21:40',
    '21:40, 18 августа 2024',
    '18 августа 2024 в 20:40 МСК',
    '18 օգոստոսի, 2024, 21:40',
    '21:40 18 avqust 2024',
    '18 აგვისტო, 2024 21:40',
    '18 Ağustos 2024 Pazar, 21:40',
    '18 August 2024\u00a0| 21:40 (UTC+4)',
  ])('%s', (text) => {
    expect(read(text)).toBe('2024-08-18T17:40:00.000Z minute')
  })
  it('know seconds and milliseconds since 1970', () => {
    expect(read('1724002800')).toBe('2024-08-18T17:40:00.000Z minute')
    expect(read('1724002800000')).toBe('2024-08-18T17:40:00.000Z minute')
  })
  it('without a time are the start of the day where they were written', () => {
    for (const text of ['2024-08-18', 'August 18, 2024', '18.08.2024', '2024 წლის 18 აგვისტო', '18 ავგ 2024'.replace('ავგ', 'აგვ')]) {
      expect(read(text), text).toBe('2024-08-17T20:00:00.000Z day')
    }
    expect(read('2024-08-18', null)).toBe('2024-08-18T00:00:00.000Z day')
  })
  it('told from today are reckoned in their own zone', () => {
    expect(read('сегодня, 10:20', 'Asia/Baku')).toBe('2024-08-20T06:20:00.000Z minute')
    expect(read('Yesterday at 11pm', 'Europe/London', 'en')).toBe('2024-08-19T22:00:00.000Z minute')
  })
  it('follow daylight saving, its gap and its fold', () => {
    const year = { zone: 'Europe/Berlin', now: new Date('2024-12-31T00:00:00Z') }
    const iso = (text: string): string | undefined => parseDateTime(text, year)?.instant.toISOString()
    expect(iso('2024-07-01 12:00')).toBe('2024-07-01T10:00:00.000Z')
    expect(iso('2024-03-31 02:30')).toBe('2024-03-31T01:30:00.000Z')
    expect(iso('2024-10-27 02:30')).toBe('2024-10-27T00:30:00.000Z')
    expect(iso('2024-10-27 03:30')).toBe('2024-10-27T02:30:00.000Z')
  })
})

describe('what is no date line', () => {
  it.each([
    '',
    'news',
    '12:30',
    'Tuesday',
    '2024-13-40',
    '2024-08-18T77:40:00Z',
    '1984-12-31T00:00:00Z',
    '1970-01-01T00:00:00Z',
    '2024-08-23',
    'Sun, 18 Aug 2030 17:40:00 GMT',
    '1924002800',
    '0',
    '9'.repeat(400),
    `18 August 2024 ${'x'.repeat(500)}`,
  ])('%s', (text) => {
    expect(read(text)).toBeNull()
  })
  it('may lie up to two days ahead, for clocks that are wrong', () => {
    expect(read('2024-08-22T11:00:00Z')).toBe('2024-08-22T11:00:00.000Z minute')
  })
  it('names a zone that does not exist', () => {
    expect(() => read('2024-08-18', 'Mars/Olympus')).toThrow(/Mars\/Olympus/)
  })
})
