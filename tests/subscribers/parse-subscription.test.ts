import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../../src/lexicon/load.js'
import { type ParsedSubscription, parseSubscription } from '../../src/subscribers/parse-subscription.js'

const lexicon = loadLexicon()
const nothing: ParsedSubscription = {
  times: [],
  weekdays: [],
  zone: null,
  concepts: [],
  mutedConcepts: [],
  mutedWords: [],
  mutedLanguages: [],
  onlyLanguages: [],
  languagesRead: [],
  lang: null,
  length: null,
  quiet: null,
  skipQuietDays: false,
  unknown: [],
}
const parse = (line: string, lang: 'en' | 'ru' | 'hy' | 'az' | 'ka' | 'tr' = 'en') => parseSubscription(line, lexicon, lang)

describe('a subscription line', () => {
  it('is understood whole', () => {
    expect(parse('8:30 Asia/Yerevan weekdays peace treaty, border read: hy, ru, en')).toEqual({
      ...nothing,
      times: ['08:30'],
      weekdays: [1, 2, 3, 4, 5],
      zone: 'Asia/Yerevan',
      concepts: ['peace-treaty', 'border'],
      languagesRead: ['hy', 'ru', 'en'],
    })
  })
  it('keeps to languages or mutes them, where a language is named and no country', () => {
    expect(parse('9 mute Russian, Turkey')).toMatchObject({ mutedLanguages: ['ru'], mutedConcepts: ['TR'] })
    expect(parse('9 без русского языка', 'ru')).toMatchObject({ mutedLanguages: ['ru'], mutedWords: [] })
    expect(parse('9 only in hy, ru border')).toMatchObject({ onlyLanguages: ['hy', 'ru'], concepts: ['border'] })
    expect(parse('9 только армянский и русский', 'ru')).toMatchObject({ onlyLanguages: ['hy', 'ru'] })
  })
  it('may say nothing', () => {
    expect(parse('')).toEqual(nothing)
  })
  it.each([
    ['8', ['08:00']],
    ['8:30', ['08:30']],
    ['8.30', ['08:30']],
    ['08:30', ['08:30']],
    ['8am', ['08:00']],
    ['8 pm', ['20:00']],
    ['12am', ['00:00']],
    ['12 pm', ['12:00']],
    ['20:00', ['20:00']],
    ['24:00', ['00:00']],
    ['8h30', ['08:30']],
    ['at 8 and 20', ['08:00', '20:00']],
    ['20:00, 8:30, 8:30', ['08:30', '20:00']],
    ['noon', ['12:00']],
    ['в 8 утра', ['08:00']],
    ['в 8 вечера и в 9 утра', ['09:00', '20:00']],
    ['ժամը 8-ին', ['08:00']],
    ['երեկոյան 8-ին', ['20:00']],
    ['saat 8-də', ['08:00']],
    ['axşam 8', ['20:00']],
    ["saat 20:30'da", ['20:30']],
    ['akşam 7', ['19:00']],
    ['8 საათზე', ['08:00']],
    ['საღამოს 8-ზე', ['20:00']],
  ])('reads the time of "%s"', (line, times) => {
    expect(parse(line)).toEqual({ ...nothing, times })
  })
  it.each([
    ['8 Yerevan', 'Asia/Yerevan'],
    ['8 ереван', 'Asia/Yerevan'],
    ['8:30 по Еревану', 'Asia/Yerevan'],
    ['8, Երևան', 'Asia/Yerevan'],
    ['8 Bakı vaxtı', 'Asia/Baku'],
    ['8 თბილისის დროით', 'Asia/Tbilisi'],
    ['8 new york', 'America/New_York'],
    ['8 asia/tbilisi', 'Asia/Tbilisi'],
    ['8 UTC+4', 'Etc/GMT-4'],
    ['8 Tokyo', 'Asia/Tokyo'],
    ['weekdays Brussels', 'Europe/Brussels'],
  ])('reads the zone of "%s"', (line, zone) => {
    const parsed = parse(line)
    expect({ zone: parsed.zone, concepts: parsed.concepts, unknown: parsed.unknown }).toEqual({ zone, concepts: [], unknown: [] })
  })
  it.each([
    ['weekdays', [1, 2, 3, 4, 5]],
    ['по будням', [1, 2, 3, 4, 5]],
    ['hafta içi', [1, 2, 3, 4, 5]],
    ['weekends', [6, 7]],
    ['daily', [1, 2, 3, 4, 5, 6, 7]],
    ['каждый день', [1, 2, 3, 4, 5, 6, 7]],
    ['mon, thu', [1, 4]],
    ['mon-fri', [1, 2, 3, 4, 5]],
    ['sat-mon', [1, 6, 7]],
    ['weekly', [1]],
    ['weekly on friday', [5]],
    ['пн, ср и пт', [1, 3, 5]],
    ['երկուշաբթի', [1]],
    ['bazar ertəsi, cümə', [1, 5]],
    ['çərşənbə axşamı', [2]],
    ['ორშაბათს და ხუთშაბათს', [1, 4]],
    ['pazartesi, perşembe', [1, 4]],
  ])('reads the days of "%s"', (line, weekdays) => {
    expect(parse(line)).toEqual({ ...nothing, weekdays })
  })
  it('takes a city behind topics for what it is about, not for a zone', () => {
    expect(parse('8 border, Armenia')).toMatchObject({ zone: null, concepts: ['border', 'AM'] })
    expect(parse('Georgia')).toMatchObject({ zone: null, concepts: ['GE'] })
  })
  it('reads what to mute, how long, quiet hours and quiet days', () => {
    expect(parse('8 full skip quiet days quiet 22-7 mute: energy, Some Outlet')).toEqual({
      ...nothing,
      times: ['08:00'],
      length: 'full',
      skipQuietDays: true,
      quiet: { from: '22:00', to: '07:00' },
      mutedConcepts: ['energy'],
      mutedWords: ['Some Outlet'],
    })
  })
  it('reads the same in Russian', () => {
    expect(parse('в 8:30 по Еревану по будням мирный договор, граница читать: русский, армянский', 'ru')).toEqual({
      ...nothing,
      times: ['08:30'],
      weekdays: [1, 2, 3, 4, 5],
      zone: 'Asia/Yerevan',
      concepts: ['peace-treaty', 'border'],
      languagesRead: ['ru', 'hy'],
    })
  })
  it('gives back what it does not understand', () => {
    expect(parse('8 blorp zzyx')).toEqual({ ...nothing, times: ['08:00'], unknown: ['blorp zzyx'] })
  })
  it('takes hostile lines without harm', () => {
    for (const line of [
      '8'.repeat(5000),
      ', , ;; --- //',
      '25:99',
      '8:30'.repeat(400),
      '\u202e8:30',
      '😀😀 <b>',
      'read: read: read:',
      'quiet quiet 99',
    ])
      expect(() => parse(line)).not.toThrow()
  })
})
