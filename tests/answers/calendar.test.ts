import { describe, expect, it } from 'vitest'
import { calendarOf } from '../../src/answers/calendar.js'
import type { Article } from '../../src/articles/article.js'
import { type Language, languages } from '../../src/lexicon/lexicon.js'
import { storiesAsOf } from '../../src/stories/as-of.js'
import { article, lexicon, outlets } from './told-articles.js'

const announcement =
  'The foreign ministers of Armenia and Azerbaijan, Ararat Mirzoyan and Jeyhun Bayramov, will meet in Astana on 20 July to discuss the peace treaty.'
const armenian = article(7, '2024-07-01T10:00:00Z', 1, 'Mirzoyan and Bayramov to meet in Astana on 20 July', announcement, 7)
const azerbaijani = article(8, '2024-07-02T10:00:00Z', 2, 'Bayramov to meet Mirzoyan in Astana on 20 July', announcement, 7)

function calendar(among: readonly Article[], at = '2024-07-05T10:00:00Z', reads: readonly Language[] = ['en']) {
  const asOf = new Date(at)
  const stories = storiesAsOf(among, { asOf, mends: [], outlets, lexicon })
  return calendarOf(stories, { asOf, zone: 'Asia/Yerevan', lexicon, outlets, languages: reads, daysBack: 7 })
}

describe('what is announced', () => {
  it('says by whose outlets, and since when', () => {
    expect(calendar([armenian])).toMatchObject([{ day: '2024-07-20', state: 'one-side', countries: ['AM'], announcedAt: armenian.publishedAt }])
    expect(calendar([armenian, azerbaijani])).toMatchObject([{ state: 'both', announcedAt: armenian.publishedAt }])
  })

  it('is one entry, however many stories announce it', () => {
    expect(calendar([armenian, { ...azerbaijani, group: 9, story: 9 }])).toHaveLength(1)
  })

  it('stands on its day, and is past on the next', () => {
    expect(calendar([armenian], '2024-07-20T08:00:00Z')).toMatchObject([{ state: 'one-side' }])
    expect(calendar([armenian], '2024-07-21T08:00:00Z')).toMatchObject([{ state: 'past', later: null }])
    expect(calendar([armenian], '2024-07-29T08:00:00Z')).toEqual([])
  })

  it('tells what came out when its day is gone', () => {
    const met = 'Ararat Mirzoyan and Jeyhun Bayramov met in Astana on 20 July and agreed on two more articles of the peace treaty.'
    const other = 'Nikol Pashinyan met Irakli Kobakhidze in Gori on 20 July and spoke of trade and of a new road between Armenia and Georgia.'
    const told = [
      article(9, '2024-07-20T18:00:00Z', 1, 'Pashinyan and Kobakhidze meet in Gori', other, 10),
      article(10, '2024-07-20T19:00:00Z', 2, 'Mirzoyan and Bayramov meet in Astana', met, 11),
    ]
    const [entry] = calendar([armenian, ...told], '2024-07-21T08:00:00Z')
    expect(entry).toMatchObject({ state: 'past', later: { story: { id: 11 }, sentence: { text: met } } })
    const [unknown] = calendar([armenian, told[0] as Article], '2024-07-21T08:00:00Z')
    expect(unknown).toMatchObject({ state: 'past', later: null })
  })

  // A meeting, told in each language; then a headline that moves it, and one that cancels it.
  const said: Record<Language, [string, string, string]> = {
    en: [announcement, 'Meeting of Mirzoyan and Bayramov in Astana postponed', 'Meeting of Mirzoyan and Bayramov in Astana called off'],
    ru: [
      'Министры иностранных дел Армении и Азербайджана Арарат Мирзоян и Джейхун Байрамов встретятся в Астане 20 июля и обсудят мирный договор.',
      'Встреча Мирзояна и Байрамова в Астане отложена',
      'Встреча Мирзояна и Байрамова в Астане отменена',
    ],
    hy: [
      'Հայաստանի և Ադրբեջանի արտգործնախարարներ Արարատ Միրզոյանը և Ջեյհուն Բայրամովը հուլիսի 20-ին կհանդիպեն Աստանայում և կքննարկեն խաղաղության պայմանագիրը։',
      'Միրզոյանի և Բայրամովի հանդիպումը Աստանայում հետաձգվել է',
      'Միրզոյանի և Բայրամովի հանդիպումը Աստանայում չեղարկվել է',
    ],
    az: [
      'Azərbaycan və Ermənistanın xarici işlər nazirləri Ceyhun Bayramov və Ararat Mirzoyan iyulun 20-də Astanada görüşüb sülh sazişini müzakirə edəcəklər.',
      'Bayramov və Mirzoyanın Astanada görüşü təxirə salındı',
      'Bayramov və Mirzoyanın Astanada görüşü ləğv edildi',
    ],
    ka: [
      'სომხეთისა და აზერბაიჯანის საგარეო საქმეთა მინისტრები არარატ მირზოიანი და ჯეიჰუნ ბაირამოვი 20 ივლისს ასტანაში შეხვდებიან და სამშვიდობო ხელშეკრულებას განიხილავენ.',
      'მირზოიანისა და ბაირამოვის შეხვედრა ასტანაში გადაიდო',
      'მირზოიანისა და ბაირამოვის შეხვედრა ასტანაში გაუქმდა',
    ],
    tr: [
      'Ermenistan ve Azerbaycan dışişleri bakanları Ararat Mirzoyan ve Ceyhun Bayramov 20 Temmuz’da Astana’da bir araya gelerek barış anlaşmasını görüşecek.',
      'Mirzoyan ile Bayramov’un Astana’daki görüşmesi ertelendi',
      'Mirzoyan ile Bayramov’un Astana’daki görüşmesi iptal edildi',
    ],
  }
  it.each(languages)('is moved or cancelled when a later headline says so, which is cited, in %s', (lang) => {
    const [text, moved, cancelled] = said[lang]
    const told = article(20, '2024-07-01T10:00:00Z', 1, text.slice(0, 90), text, 7, lang)
    const later = (title: string): Article => article(21, '2024-07-03T10:00:00Z', 1, title, text, 7, lang)
    expect(calendar([told], undefined, [lang])).toMatchObject([{ day: '2024-07-20', state: 'one-side' }])
    expect(calendar([told, later(moved)], undefined, [lang])).toMatchObject([{ state: 'moved', later: { sentence: { text: moved } } }])
    expect(calendar([told, later(cancelled)], undefined, [lang])).toMatchObject([{ state: 'cancelled', later: { sentence: { text: cancelled } } }])
  })
})
