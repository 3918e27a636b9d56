import { describe, expect, it } from 'vitest'
import { storiesAsOf } from '../../src/stories/as-of.js'
import { inspectPairs } from '../../src/stories/inspect-pairs.js'
import { sentencesFor } from '../../src/stories/summary.js'
import { article } from './telling.js'
import { lexicon, outlets, storyOf } from './telling-story.js'

const azerbaijani = article({
  sourceId: 1,
  text: 'Foreign Minister Jeyhun Bayramov of Azerbaijan met his Armenian counterpart Ararat Mirzoyan in Almaty on Wednesday. He called the talks useful. The two ministers agreed on four articles of the treaty, the Foreign Ministry in Baku said.',
})
const armenian = article({
  sourceId: 4,
  title: 'Mirzoyan and Bayramov hold talks in Almaty',
  text: 'Armenian Foreign Minister Ararat Mirzoyan and his Azerbaijani colleague Jeyhun Bayramov held talks in Almaty on Wednesday. Yerevan expects the next round in October, ministry spokesperson Ani Badalyan told reporters.',
})
const russian = article({
  sourceId: 2,
  lang: 'ru',
  title: 'Мирзоян и Байрамов провели переговоры в Алматы',
  text: 'Главы МИД Армении и Азербайджана Арарат Мирзоян и Джейхун Байрамов провели переговоры в Алматы в среду. Казахстан предложил принять и следующую встречу.',
})
const story = storyOf([azerbaijani, armenian, russian])

describe('the sentences of a story', () => {
  it('stand verbatim in their articles, do not lean on others and do not repeat', () => {
    const sentences = sentencesFor(story, { languages: ['en'], count: 3, lexicon })
    expect(sentences.length).toBeGreaterThan(1)
    for (const sentence of sentences) {
      expect(story.articles.find((one) => one.id === sentence.articleId)?.text).toContain(sentence.text)
      expect(sentence.text).not.toMatch(/^He /)
    }
    expect(sentences.filter((sentence) => /Almaty on Wednesday/.test(sentence.text))).toHaveLength(1)
  })

  it('come in the reader’s language first', () => {
    expect(sentencesFor(story, { languages: ['ru'], count: 1, lexicon })[0]?.lang).toBe('ru')
    expect(sentencesFor(story, { languages: ['en'], count: 1, lexicon })[0]?.lang).toBe('en')
    expect(sentencesFor(story, { languages: ['ka'], count: 1, lexicon })).toHaveLength(1)
  })

  it('and the headline come in the languages that the story is composed for', () => {
    const [told] = storiesAsOf([azerbaijani, armenian, russian], { asOf: new Date('2026-01-01'), mends: [], outlets, lexicon, languages: ['ru'] })
    expect(told?.headline).toMatchObject({ kind: 'quoted', sentence: { lang: 'ru' } })
    expect(told?.summary[0]?.lang).toBe('ru')
  })

  it('and the headline are of neither side more often because it alone writes in the reader’s language', () => {
    const sides = Array.from({ length: 40 }, (_, n) => {
      const own = article({ sourceId: armenian.sourceId, title: `Round ${n} of the talks of Armenia and Azerbaijan ends in Almaty` })
      const others = article({ sourceId: azerbaijani.sourceId, lang: 'az', title: 'Almatıda Azərbaycan və Ermənistan nazirlərinin görüşü olub' })
      const told = storyOf([own, others]).headline
      return told.kind === 'quoted' ? told.sentence.outlet.country : null
    })
    expect(sides.filter((country) => country === 'AM').length).toBeGreaterThan(10)
    expect(sides.filter((country) => country === 'AZ').length).toBeGreaterThan(10)
  })

  it('come under the headline of a third one where only one side writes in the reader’s language', () => {
    const own = article({ sourceId: armenian.sourceId, title: 'Talks of Armenia and Azerbaijan end in Almaty, Yerevan says' })
    const others = article({ sourceId: azerbaijani.sourceId, lang: 'az', title: 'Almatıda Azərbaycan və Ermənistan nazirlərinin görüşü olub' })
    const third = article({ sourceId: 5, title: 'Armenia and Azerbaijan hold talks in Almaty' })
    expect(storyOf([own, others, third]).headline).toMatchObject({ sentence: { outlet: { country: 'FR' } } })
  })

  it('of one article stand in its order, however much the second tells', () => {
    const text =
      'Judges in The Hague issued three warrants on Thursday. Foreign Ministers Ararat Mirzoyan of Armenia and Jeyhun Bayramov of Azerbaijan will speak of them in Almaty on 12 September.'
    const told = sentencesFor(storyOf([article({ sourceId: 5, text })]), { languages: [], count: 2, lexicon })
    expect(told.map((sentence) => text.indexOf(sentence.text))).toEqual([0, text.indexOf('Foreign')])
  })

  it('are told once, whatever the language', () => {
    const told = sentencesFor(storyOf([armenian, russian]), { languages: [], count: 3, lexicon })
    expect(told.filter(({ text }) => /Almaty on Wednesday|Алматы в среду/.test(text))).toHaveLength(1)
  })

  it('stand before those in a language that the reader does not read, which are only for a side that nobody else tells', () => {
    const others = article({
      sourceId: azerbaijani.sourceId,
      lang: 'az',
      title: 'Bayramov: Ermənistan konstitusiyasını dəyişməlidir',
      text: 'Azərbaycanın xarici işlər naziri Ceyhun Bayramov Almatıda deyib ki, sülh sazişinin imzalanması üçün Ermənistan konstitusiyasını dəyişməlidir.',
    })
    const told = sentencesFor(storyOf([armenian, others, russian]), { languages: ['en'], count: 3, lexicon })
    expect(told.map(({ lang }) => lang)).toEqual(['en', 'en', 'az'])
  })

  it('do not leave out the other side of a dispute', () => {
    const long = article({
      sourceId: armenian.sourceId,
      title: 'Mirzoyan on the talks in Almaty',
      text: 'Armenian Foreign Minister Ararat Mirzoyan spoke in Yerevan about the talks with Jeyhun Bayramov in Almaty. Armenia wants the railway from Yerevan to Nakhchivan to be rebuilt in 2026, Mirzoyan told deputies. Armenian and Azerbaijani commissions are to meet near Ijevan and Gazakh on 12 September.',
    })
    const others = article({
      sourceId: azerbaijani.sourceId,
      title: 'Bayramov meets Mirzoyan in Almaty',
      text: 'Talks with Yerevan in Almaty were useful. Azerbaijan wants the constitution of Armenia to be changed before the treaty is signed, Jeyhun Bayramov told journalists.',
    })
    const told = sentencesFor(storyOf([long, others]), { languages: ['en'], count: 2, lexicon })
    expect(told.map(({ outlet }) => outlet.country).sort()).toEqual(['AM', 'AZ'])
  })

  it('tell what happened before what happened years ago', () => {
    const text =
      'The Armenian and Azerbaijani commissions met near Ijevan on Wednesday. The commissions of Armenia and Azerbaijan were set up in 2021 in Sochi. Shahin Mustafayev and Mher Grigoryan will speak again in October about the villages of Tavush.'
    const told = sentencesFor(storyOf([article({ sourceId: 5, text })]), { languages: [], count: 2, lexicon })
    expect(told.at(-1)?.text).toMatch(/October/)
  })

  it('answer what was asked', () => {
    const [first] = sentencesFor(story, { languages: ['en'], count: 1, lexicon, focus: { concepts: ['ani-badalyan'], words: ['october', 'round'] } })
    expect(first?.text).toContain('October')
  })

  it('take the headline from one side of a dispute and the first sentence from the other', () => {
    const headline = story.headline.kind === 'quoted' ? story.headline.sentence.outlet.country : null
    expect([headline, story.summary[0]?.outlet.country].sort()).toEqual(['AM', 'AZ'])
  })
})

describe('two texts', () => {
  it('of one event score higher than two of like events', () => {
    const first = {
      title: 'Всемирный банк выделит Армении 150 млн долларов',
      text: 'Всемирный банк выделит Армении 150 млн долларов на ремонт дорог в Сюнике, сообщило правительство.',
    }
    const second = {
      title: 'Армения получит 150 млн долларов на дороги',
      text: 'На ремонт дорог в Сюнике Всемирный банк даст Армении 150 миллионов долларов.',
    }
    const third = {
      title: 'Всемирный банк выделит Грузии 90 млн долларов',
      text: 'Грузия получит от Всемирного банка 90 млн долларов на больницы в Кутаиси.',
    }
    expect(inspectPairs({ first, second }).score).toBeGreaterThan(inspectPairs({ first, second: third }).score)
    expect(inspectPairs({ first, second }).why.map((reason) => reason.feature)).toContain('figures')
    expect(inspectPairs({ first: { title: '', text: '' }, second: { title: '', text: '' } }).score).toBeLessThan(0.5)
  })

  it('are compared across languages by names and notions, Georgian without capitals too', () => {
    const english = {
      title: 'Nika Melia leaves Rustavi prison on bail',
      text: 'Opposition leader Nika Melia left the prison of Rustavi on Monday after the European Union had paid his bail of 40,000 lari.',
    }
    const georgian = {
      title: 'ნიკა მელია რუსთავის ციხიდან გამოვიდა',
      text: 'ოპოზიციის ლიდერი ნიკა მელია ორშაბათს რუსთავის ციხიდან გაათავისუფლეს მას შემდეგ, რაც ევროკავშირმა მისთვის 40 000 ლარიანი გირაო გადაიხადა.',
    }
    const other = {
      title: 'გორში მეწყერმა გზა ჩაკეტა',
      text: 'გორის მუნიციპალიტეტში ძლიერი წვიმის შემდეგ მეწყერმა გზა ჩაკეტა. მაშველები ადგილზე მუშაობენ.',
    }
    expect(inspectPairs({ first: english, second: georgian }).score).toBeGreaterThan(0.5)
    expect(inspectPairs({ first: english, second: other }).score).toBeLessThan(0.1)
  })
})
