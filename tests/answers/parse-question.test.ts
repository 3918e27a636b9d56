import { describe, expect, it } from 'vitest'
import { parseQuestion } from '../../src/answers/parse-question.js'
import type { Language } from '../../src/lexicon/lexicon.js'
import { loadLexicon } from '../../src/lexicon/load.js'

const lexicon = loadLexicon()

function parse(text: string, lang: Language = 'en', asOf = '2025-03-20T08:00:00Z') {
  return parseQuestion(text, { lexicon, lang, asOf: new Date(asOf), zone: 'Asia/Yerevan' })
}

describe('a typed question', () => {
  it.each([
    ['latest on peace treaty', 'en', 'latest'],
    ['что нового по мирному договору', 'ru', 'latest'],
    ['zəngəzur dəhlizi son xəbər', 'az', 'latest'],
    ['what did bayramov say about the constitution', 'en', 'who-said'],
    ['что сказал лавров про сюник', 'ru', 'who-said'],
    ['ինչ ասաց Միրզոյանը սահմանի մասին', 'hy', 'who-said'],
    ['when do mirzoyan and bayramov meet', 'en', 'when'],
    ['ne zaman imzalanacak', 'tr', 'when'],
    ['როდის გაიმართება შეხვედრა', 'ka', 'when'],
    ['timeline of border delimitation', 'en', 'timeline'],
    ['хронология делимитации', 'ru', 'timeline'],
    ['positions on TRIPP', 'en', 'positions'],
    ['what changed since monday', 'en', 'what-changed'],
    ['what is coming up this week', 'en', 'calendar'],
  ] as const)('%s (%s) is a question of kind %s', (text, lang, kind) => {
    expect(parse(text, lang).kind).toBe(kind)
  })

  it('tells whose words are asked for: in English the name before the verb', () => {
    expect(parse('what did putin tell aliyev after the crash').speakers).toEqual(['vladimir-putin'])
    expect(parse('что сказал лавров про сюник', 'ru').speakers).toEqual(['sergey-lavrov'])
  })

  it.each([
    ['weather in yerevan tomorrow', 'en'],
    ['bitcoin price', 'en'],
    ['курс доллара в баку сегодня', 'ru'],
    ['ֆուտբոլի այսօրվա արդյունքները', 'hy'],
    ['qarabağ oyunu neçə-neçə bitdi', 'az'],
    ['ლარის კურსი დღეს', 'ka'],
    ['süper lig puan durumu', 'tr'],
  ] as const)('%s (%s) is about something else', (text, lang) => {
    expect(parse(text, lang).elsewhere).toBe(true)
  })

  it.each([
    ['did they meet this week', '2025-03-16T20:00:00.000Z', '2025-03-23T20:00:00.000Z'],
    ['what happened in august', '2024-07-31T20:00:00.000Z', '2024-08-31T20:00:00.000Z'],
    ['did putin visit baku in 2018', '2017-12-31T20:00:00.000Z', '2018-12-31T20:00:00.000Z'],
  ])('%s bounds the time in the zone of the asker', (text, from, to) => {
    const question = parse(text)
    expect([question.from?.toISOString(), question.to?.toISOString()]).toEqual([from, to])
  })

  it('reads "since" as open to the present', () => {
    const question = parse('timeline of border delimitation since august 2024')
    expect(question.from?.toISOString()).toBe('2024-07-31T20:00:00.000Z')
    expect(question.to).toBeNull()
  })

  it('finds notions in words of any language, marks or none', () => {
    expect(parse('kada imzalandi muqavile', 'az').words.flatMap((word) => word.notions)).toEqual(expect.arrayContaining(['sign', 'treaty']))
    expect(parse('chto novogo po dogovoru').words.flatMap((word) => word.notions)).toContain('treaty')
    expect(parse('inch ka paymanagri masin', 'hy').words.flatMap((word) => word.notions)).toContain('treaty')
  })

  it('takes a year or month inside a name for a part of it, not surely for a bound', () => {
    const named = (text: string, lang: Language = 'en') => parse(text, lang).yearsNamed?.map((word) => word.text) ?? null
    expect(named('what did the strasbourg court decide about the 2008 war')).toEqual(['2008'])
    expect(named('რა გადაწყვიტა სტრასბურგის სასამართლომ 2008 წლის ომზე', 'ka')).toEqual(['2008'])
    expect(named('who started the august war')).toEqual([])
    expect(named('did putin visit baku in 2018')).toBe(null)
    expect(named('who wins the 2031 election')).toBe(null)
  })

  it.each([
    ['когда россия и грузия восстановят отношения', 'ru', true],
    ['когда россия и грузия восстановили отношения', 'ru', false],
    ['when does trump visit baku', 'en', true],
    ['when did trump visit baku', 'en', false],
  ] as const)('%s (%s) asks about what is to come: %s', (text, lang, future) => {
    expect(parse(text, lang).future).toBe(future)
  })

  it('knows when the next of its kind is asked for', () => {
    expect(parse('когда следующая встреча рубиняна и кылыча', 'ru').next).toBe(true)
    expect(parse('when did rubinyan and kilic meet').next).toBe(false)
  })

  it('does not take football diplomacy for football', () => {
    expect(parse('timeline of football diplomacy').elsewhere).toBe(false)
    expect(parse('futbol diplomasisi', 'tr').elsewhere).toBe(false)
  })

  it('keeps apart what a story must name and what stands for a part of the world', () => {
    const question = parse('vance caucasus trip results')
    expect(question.named).toEqual(['jd-vance'])
    expect(question.wide).toEqual(['caucasus'])
  })

  it('offers the bearers of a family name that alone tells nobody, and leaves who is in office', () => {
    expect(parse('what charges does vardanyan face', 'en', '2023-09-29T08:00:00Z').familyNames).toMatchObject([
      { typed: 'vardanyan', taken: null, people: expect.arrayContaining(['ruben-vardanyan']) },
    ])
    expect(parse('what did pashinyan say', 'en', '2024-09-29T08:00:00Z').familyNames).toEqual([])
  })
})
