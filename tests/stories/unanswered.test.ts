import { describe, expect, it } from 'vitest'
import type { Article, Statement } from '../../src/articles/article.js'
import type { Language } from '../../src/lexicon/lexicon.js'
import { noAnswerText } from '../../src/messages/no-answer.js'
import { words } from '../../src/messages/words.js'
import type { SourceReading } from '../../src/stories/silence.js'
import { unansweredIn } from '../../src/stories/unanswered.js'
import { article } from './telling.js'
import { lexicon, storyOf } from './telling-story.js'

const now = new Date('2024-08-28T13:30:00Z')
const source = (sourceId: number, country: string, lastSuccessAt: string | null, failures = 0): SourceReading => ({
  sourceId,
  country,
  ownership: 'public',
  lastSuccessAt: lastSuccessAt === null ? null : new Date(`2024-08-28T${lastSuccessAt}:00Z`),
  failures,
})
const sources = [source(1, 'AM', '13:24'), source(2, 'AM', '13:26'), source(3, 'AM', '11:00'), source(4, 'AM', '13:25', 2), source(5, 'AZ', '13:25')]

function saying(text: string, speaker: string, side: string, more: Partial<Article> = {}): Article {
  const statement: Statement = {
    speaker,
    role: null,
    side,
    standing: 'official',
    text,
    quoted: false,
    start: 0,
    denial: false,
    denies: null,
    contradictsLexicon: false,
  }
  return article({ text, statements: [statement], ...more })
}
const accusation = 'The Azerbaijani Defence Ministry accused Armenia of opening fire at its positions on the border on Wednesday morning.'
const asked = (articles: Article[]) => {
  const story = storyOf(articles)
  return unansweredIn(
    story,
    story.statements.map(({ sentence }) => sentence),
    { now, sources, lexicon },
  )
}

describe('a claim about another side', () => {
  it('that nobody there answers is followed by where the answer was looked for: sources read since, without error', () => {
    expect(asked([saying(accusation, 'defence-ministry-azerbaijan', 'AZ')])).toEqual([
      { country: 'AM', sourcesRead: 2, until: new Date('2024-08-28T13:24:00Z') },
    ])
  })
  it('needs no line once that side is heard, nor where it is not shown', () => {
    const claim = saying(accusation, 'defence-ministry-azerbaijan', 'AZ')
    const reply = saying('Ararat Mirzoyan said on Wednesday that nobody had opened fire at the border in the morning.', 'ararat-mirzoyan', 'AM', {
      sourceId: 4,
    })
    expect(asked([claim, reply])).toEqual([])
    expect(unansweredIn(storyOf([claim]), [], { now, sources, lexicon })).toEqual([])
  })
  it('is none where both are named together and nobody is accused', () => {
    expect(
      asked([saying('Jeyhun Bayramov said that Azerbaijan and Armenia would go on with the talks in the autumn.', 'jeyhun-bayramov', 'AZ')]),
    ).toEqual([])
    expect(asked([saying('Jeyhun Bayramov said that the constitution of Armenia had to be changed first.', 'jeyhun-bayramov', 'AZ')])).toHaveLength(1)
  })
  it('says so where no source of that side was read since, and nothing where nothing is polled', () => {
    const story = storyOf([saying(accusation, 'defence-ministry-azerbaijan', 'AZ')])
    const shown = story.statements.map(({ sentence }) => sentence)
    expect(unansweredIn(story, shown, { now, sources: [source(3, 'AM', '11:00')], lexicon })).toEqual([
      { country: 'AM', sourcesRead: 0, until: null },
    ])
    expect(unansweredIn(story, shown, { now, sources: [], lexicon })).toEqual([])
    expect(noAnswerText({ country: 'AM', sourcesRead: 0, until: null }, lexicon, { lang: 'en', zone: 'UTC', say: words('en') })).toBe(
      'No answer from Yerevan in what I read; no source of Armenia was read since',
    )
  })
  it.each<[Language, string]>([
    ['en', 'No answer from Yerevan in the 9 sources of Armenia read until 08:24'],
    ['ru', 'Ереван: ответа нет в прочитанных источниках (Армения: 9, до 08:24)'],
    ['hy', 'Երևան՝ պատասխան չկա իմ կարդացած 9 աղբյուրում (Հայաստան, մինչև 08:24)'],
    ['az', 'İrəvan: oxuduğum 9 mənbədə cavab yoxdur (Ermənistan, son oxunma 08:24)'],
    ['ka', 'ერევანი: ჩემს წაკითხულ 9 წყაროში პასუხი არ არის (სომხეთი, ბოლოს წაკითხულია 08:24)'],
    ['tr', 'Erivan: okuduğum 9 kaynakta yanıt yok (Ermenistan, son okuma 08:24)'],
  ])('is said in %s', (lang, line) => {
    const silent = { country: 'AM', sourcesRead: 9, until: new Date('2024-08-29T08:24:00Z') }
    expect(noAnswerText(silent, lexicon, { lang, zone: 'UTC', say: words(lang) })).toBe(line)
  })
})
