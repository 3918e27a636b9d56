import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CleanPage } from '../../src/articles/page.js'
import { readPastedText } from '../../src/articles/pasted-text.js'
import { packageFile } from '../../src/package-files.js'
import { measuringSet } from '../measuring-sets.js'

const now = new Date('2026-06-01T12:00:00Z')

function pasted(text: string | Uint8Array, name = 'pasted.txt'): CleanPage {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return readPastedText({ name, url: `file:///${name}`, bytes }, { zone: null, now, languageHint: null })
}

function fixture(name: string): CleanPage {
  return pasted(readFileSync(packageFile(`tests/fixtures/pasted/${name}.txt`)), name)
}

function day(page: CleanPage): string | null {
  return page.publishedAt && `${page.publishedAt.instant.toISOString().slice(0, 10)} ${page.publishedAt.precision} ${page.publishedAtFrom}`
}

function reasons(page: CleanPage): Record<string, string> {
  return Object.fromEntries(page.dropped.map(({ text, reason }) => [text.slice(0, 24), reason]))
}

describe('a pasted text', () => {
  it('loses the caption and the link to another article, and is dated by its lead and the newest month it names', () => {
    const page = fixture('caption-and-see-also')
    expect(page.title).toBe('President Of Meridia Arrives In Port Almara For Talks On The Canal')
    expect(page.text).not.toMatch(/welcomed by her host|SEE ALSO|Could Open/)
    expect(page.text).toMatch(/regatta\.\n\nWith reporting by MNA$/)
    expect(reasons(page)).toEqual({ 'Vera Solane (right) is w': 'caption', 'SEE ALSO: A Vote On The ': 'link to another article' })
    expect(day(page)).toBe('2023-03-09 day text')
  })

  it('without title or date is called by its first sentence, and waits for its story to be dated', () => {
    const page = fixture('weekday-only')
    expect(page.title).toBe('Vera Solane, the president of Meridia, arrived in Port Almara on Sunday for a two-day state visit')
    expect(page.publishedAt).toBeNull()
    expect(page.publishedAtFrom).toBeNull()
    expect(page.dateHints).toEqual([
      { text: 'Sunday', kind: 'weekday' },
      { text: 'Monday', kind: 'weekday' },
    ])
  })

  it('copied with the whole page around it keeps nothing of the page, neither words nor date', () => {
    const page = fixture('whole-page')
    expect(page.title).toBe('State visit: Meridia looks for friends on the coast')
    expect(page.text.split('\n\n').map((paragraph) => paragraph.slice(0, 20))).toEqual([
      'The president of Mer',
      'After dinner the two',
      'A canal with two own',
      'Since the fighting o',
    ])
    expect(page.publishedAt).toBeNull()
    expect(page.dropped.map(({ reason }) => reason)).toEqual([
      'before the title',
      'before the title',
      'date line',
      'heading of other articles',
      'short line before the text',
      'title again',
      'audio version',
      'audio version',
      'link to another article',
      'heading of other articles',
    ])
  })

  it('takes its year from a photo caption that is no part of its text, and ends before the other articles of the page', () => {
    const page = fixture('year-in-caption')
    expect(day(page)).toBe('2013-05-14 day text')
    expect(page.title).toBe('Solane says the canal should be opened by talks alone.')
    expect(page.text).toMatch(/^The president of Meridia arrived[^\n]+\n\nSpeaking to reporters[^\n]+$/)
    expect(page.rawText).toContain('Divers look for an old ferry')
    expect(new Set(Object.values(reasons(page)))).toContain('after the end of the article')
  })

  it('that begins with its date is dated by it', () => {
    const page = fixture('own-date')
    expect(page.title).toBe('Solane Calls Brand About The Treaty On The Canal')
    expect(day(page)).toBe('2025-03-19 day page')
  })

  it('is never dated after the day it is read', () => {
    expect(day(pasted('date 2031-01-01 A title of some words\n\nThe ministers met in the capital and spoke about the road.'))).toBeNull()
  })

  it.each([
    [
      'ru',
      'Президент прибыл с двухдневным визитом',
      'Президент прибыл в столицу соседней страны 9 марта, сообщила пресс-служба.',
      'Граница закрыта с боёв в ноябре 2022 года, и переговоры с тех пор идут.',
    ],
    [
      'hy',
      'Նախագահը ժամանել է երկօրյա այցով',
      'Նախագահը մարտի 9-ին ժամանել է հարևան երկրի մայրաքաղաք, հայտնել է գրասենյակը։',
      'Սահմանը փակ է 2022 թվականի նոյեմբերից, և բանակցությունները շարունակվում են։',
    ],
    [
      'az',
      'Prezident ikigünlük səfərə gəlib',
      'Prezident martın 9-da qonşu ölkənin paytaxtına gəlib, deyə mətbuat xidməti bildirib.',
      'Sərhəd 2022-ci ilin noyabrından bağlıdır və danışıqlar o vaxtdan davam edir.',
    ],
    [
      'ka',
      'პრეზიდენტი ორდღიანი ვიზიტით ჩავიდა',
      'პრეზიდენტი 9 მარტს მეზობელი ქვეყნის დედაქალაქში ჩავიდა, განაცხადა პრესსამსახურმა.',
      'საზღვარი დაკეტილია 2022 წლის ნოემბრიდან და მოლაპარაკებები მას შემდეგ გრძელდება.',
    ],
    [
      'tr',
      'Cumhurbaşkanı iki günlük ziyarete geldi',
      'Cumhurbaşkanı 9 Mart’ta komşu ülkenin başkentine geldi, dedi basın ofisi.',
      'Sınır Kasım 2022’den beri kapalı ve görüşmeler o günden beri sürüyor.',
    ],
  ])('in %s takes the year of its day from the newest month it names', (lang, title, lead, background) => {
    const page = pasted(`${title}\n\n${lead}\n\n${background}\n`)
    expect(page.lang).toBe(lang)
    expect(day(page)).toBe('2023-03-09 day text')
  })

  it('is not given a year by a year without a month', () => {
    expect(
      day(pasted('The president arrived in the capital on March 9, her office said.\n\nThe states have talked since 2018 about the canal.')),
    ).toBeNull()
  })
})

const seeds = measuringSet('seeds')

describe.skipIf(seeds === null)('the five seeds (READOUT_CORPORA)', () => {
  const files =
    seeds === null
      ? []
      : readdirSync(seeds)
          .filter((name) => name.endsWith('.txt'))
          .sort()
  const pages = files.map((name) => pasted(readFileSync(join(seeds ?? '', name)), name))

  it('are all there', () => {
    expect(pages).toHaveLength(5)
  })

  it('hold none of the clutter of their pages', () => {
    const clutter =
      /related stories|related articles|listen to the article|audio version|send feedback|see also|editor'?s choice|latest stories|popular|afghanistan|unexploded|october 14|borrell|HomeTop|constitutional amendment|endless|is greeted by/i
    for (const page of pages) expect(`${page.title}\n${page.text}`).not.toMatch(clutter)
  })

  it('keep the whole of their own text', () => {
    expect(pages.map((page) => page.text.split('\n\n').length)).toEqual([14, 7, 7, 4, 9])
  })

  it('are dated by their own words, or wait for their story', () => {
    expect(pages.map(day)).toEqual(['2024-08-18 day text', null, null, '2013-08-13 day text', '2024-08-28 day page'])
    expect(pages[1]?.dateHints[0]).toEqual({ text: 'Sunday', kind: 'weekday' })
  })
})
