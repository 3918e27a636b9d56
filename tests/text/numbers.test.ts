import { describe, expect, it } from 'vitest'
import { findFigures, parseTimeOfDay } from '../../src/text/numbers.js'

function clock(text: string): string | null {
  const time = parseTimeOfDay(text)
  return time && `${time.hour}:${String(time.minute).padStart(2, '0')}`
}

describe('times that people type', () => {
  it.each([
    ['8:30', '8:30'],
    ['8.30', '8:30'],
    ['08:05', '8:05'],
    ['8am', '8:00'],
    ['8 a.m.', '8:00'],
    ['12 am', '0:00'],
    ['12pm', '12:00'],
    ['9:15 pm', '21:15'],
    ['20h', '20:00'],
    ['8', '8:00'],
    ['at 7', '7:00'],
    ['в 8 утра', '8:00'],
    ['в 8 вечера', '20:00'],
    ['в 8', '8:00'],
    ['20 часов', '20:00'],
    ['к 9:45', '9:45'],
    ['saat 9', '9:00'],
    ['saat 20-də', '20:00'],
    ["saat 9'da", '9:00'],
    ['səhər saat 8:30-da', '8:30'],
    ['axşam 8-də', '20:00'],
    ['ժամը 9-ին', '9:00'],
    ['ժամը 21:30', '21:30'],
    ['9 საათზე', '9:00'],
    ['დილის 8 საათზე', '8:00'],
    ['საღამოს 8:15', '20:15'],
    ['subscribe 8:30 Asia/Yerevan weekdays peace treaty', '8:30'],
    ['24:00', '0:00'],
  ])('%s', (text, expected) => {
    expect(clock(text)).toBe(expected)
  })
  it.each(['', 'peace treaty', 'top 5 stories', '25:00', '8:75', '44-day war', '18.08.2024', '3.5 million', 'in 2024'])('%s is none', (text) => {
    expect(clock(text)).toBeNull()
  })
  it('say where they stand', () => {
    const text = 'every day at 8:30, please'
    const time = parseTimeOfDay(text)
    expect(time && text.slice(time.start, time.end)).toBe('8:30')
  })
})

describe('figures', () => {
  it.each([
    ['29,743 km²', 29743, 'km2'],
    ['1.200 nəfər', 1200, undefined],
    ['2,5 млрд долларов', 2_500_000_000, 'USD'],
    ['$3 million', 3_000_000, 'USD'],
    ['15 faiz', 15, '%'],
    ['53,92 процента', 53.92, '%'],
    ['12.5%', 12.5, '%'],
    ['100 հազար', 100_000, undefined],
    ['46,38 პროცენტი', 46.38, '%'],
    ['10 milyon avro', 10_000_000, 'EUR'],
    ['1 234 567 драмов', 1_234_567, 'AMD'],
    ['6-km stretch', 6, 'km'],
    ['0.125', 0.125, undefined],
  ])('%s', (text, value, unit) => {
    const [figure, ...rest] = findFigures(`It was ${text}.`.replace('..', '.'))
    expect(rest).toEqual([])
    expect(figure?.value).toBeCloseTo(value, 6)
    expect(figure?.unit).toBe(unit)
  })
  it('stand where they say', () => {
    const text = 'Ранены 13 человек, ущерб 2,5 млрд руб., рост 4%.'
    expect(findFigures(text).map((figure) => text.slice(figure.start, figure.end))).toEqual(['13', '2,5 млрд руб', '4%'])
  })
  it('are not parts of words', () => {
    expect(findFigures('COP29, s123, A4')).toEqual([])
  })
})
