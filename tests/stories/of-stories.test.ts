import { describe, expect, it } from 'vitest'
import type { Statement } from '../../src/articles/article.js'
import { notSeenIn, type SourceReading } from '../../src/stories/silence.js'
import { newAfter } from '../../src/stories/whats-new.js'
import { article } from './telling.js'
import { storyOf } from './telling-story.js'

const claimText =
  'The Defence Ministry of Azerbaijan said that Armenian units opened fire on positions near Tovuz on Sunday evening. Nobody was hurt.'
const denialText =
  'The Defence Ministry of Armenia denied that its units opened fire on Sunday evening. Its spokesman called the statement from Baku disinformation.'

function said(text: string, change: Partial<Statement>): Statement {
  const sentence = text.slice(0, text.indexOf('. ') + 1)
  return {
    speaker: 'azerbaijani-mod',
    role: null,
    side: 'AZ',
    standing: 'official',
    text: sentence,
    quoted: false,
    start: 0,
    denial: false,
    denies: null,
    contradictsLexicon: false,
    ...change,
  }
}

const clash = { topics: ['border' as const], event: 'clash' as const, places: [], people: [], eventDate: '2025-03-16' }
const claim = article({
  ...clash,
  id: 1,
  sourceId: 1,
  text: claimText,
  title: 'Azerbaijan reports fire from Armenian positions',
  publishedAt: new Date('2025-03-17T08:00:00Z'),
  visibleFrom: new Date('2025-03-17T08:00:00Z'),
  statements: [said(claimText, {})],
})
const denial = article({
  ...clash,
  id: 2,
  sourceId: 4,
  text: denialText,
  title: 'Armenia denies fire at Azerbaijani positions',
  publishedAt: new Date('2025-03-17T10:00:00Z'),
  visibleFrom: new Date('2025-03-17T10:00:00Z'),
  statements: [said(denialText, { speaker: 'armenian-mod', side: 'AM', denial: true })],
})

describe('what each side says', () => {
  it('puts a denial beside its claim and marks what is known only through others', () => {
    const story = storyOf([claim, denial])
    expect(story.statements.map((one) => [one.side, one.denial, one.onlyThroughOthers])).toEqual([
      ['AZ', false, false],
      ['AM', true, false],
    ])
    expect(storyOf([{ ...claim, sourceId: 4 }]).statements[0]?.onlyThroughOthers).toBe(true)
    expect(storyOf([{ ...claim, sourceId: 6 }]).statements[0]?.onlyThroughOthers).toBe(false)
  })

  it('leaves an office that the lexicon contradicts out of the sides', () => {
    expect(storyOf([{ ...claim, statements: [said(claimText, { contradictsLexicon: true })] }]).statements).toEqual([])
  })
})

describe('not seen', () => {
  const source = (sourceId: number, change: Partial<SourceReading> = {}): SourceReading => ({
    sourceId,
    country: 'AM',
    ownership: 'public',
    lastSuccessAt: new Date('2025-03-18T09:00:00Z'),
    failures: 0,
    ...change,
  })
  const sources = [source(11, { ownership: 'state' }), source(12), source(13)]
  const story = storyOf([claim])

  it('is said after a day, of a country it concerns, with three sources read and one of them official', () => {
    expect(notSeenIn(story, { now: new Date('2025-03-18T09:00:00Z'), sources })).toEqual([{ country: 'AM', sourcesRead: 3 }])
  })

  it('is not said too early, nor with too few sources, nor when they failed, nor once it appeared', () => {
    const now = new Date('2025-03-18T09:00:00Z')
    expect(notSeenIn(story, { now: new Date('2025-03-18T07:00:00Z'), sources })).toEqual([])
    expect(notSeenIn(story, { now, sources: sources.slice(0, 2) })).toEqual([])
    expect(notSeenIn(story, { now, sources: [source(11), source(12), source(13)] })).toEqual([])
    expect(notSeenIn(story, { now, sources: [...sources.slice(0, 2), source(13, { failures: 1 })] })).toEqual([])
    expect(notSeenIn(story, { now: new Date('2025-03-19T09:00:00Z'), sources })).toEqual([])
    expect(notSeenIn(storyOf([claim, denial]), { now, sources })).toEqual([])
  })
})

describe('not seen over a weekend', () => {
  const at = (iso: string) => new Date(iso)
  const about = (firstAt: string) => storyOf([{ ...claim, publishedAt: at(firstAt), visibleFrom: at(firstAt) }])
  const readUntil = (now: string, country = 'AM'): SourceReading[] =>
    [1, 2, 3].map((n) => ({ sourceId: 20 + n, country, ownership: 'state', lastSuccessAt: at(now), failures: 0 }))
  it.each([
    // Friday 14 March 2025, 18:00 in the region: Saturday is in sight.
    ['2025-03-14T14:00:00Z', '2025-03-15T15:00:00Z', 0],
    ['2025-03-14T14:00:00Z', '2025-03-16T02:30:00Z', 1],
    // Sunday evening.
    ['2025-03-16T18:00:00Z', '2025-03-17T19:00:00Z', 0],
    // Monday to Tuesday.
    ['2025-03-17T06:00:00Z', '2025-03-18T06:30:00Z', 1],
  ])('a story of %s, looked at %s: %i countries', (firstAt, now, countries) => {
    expect(notSeenIn(about(firstAt), { now: at(now), sources: readUntil(now) })).toHaveLength(countries)
  })
  it('is not said of sources that were last read hours ago, or of another country’s', () => {
    const now = '2025-03-18T20:00:00Z'
    expect(notSeenIn(about('2025-03-17T06:00:00Z'), { now: at(now), sources: readUntil('2025-03-18T12:00:00Z') })).toEqual([])
    expect(notSeenIn(about('2025-03-17T06:00:00Z'), { now: at(now), sources: readUntil(now, 'GE') })).toEqual([])
  })
})

describe('what is new', () => {
  it('is told behind a mark', () => {
    const story = storyOf([claim, denial])
    const added = (articleId: number) => ({ seq: 9, story: story.id, kind: 'article-added' as const, articleId, at: new Date() })
    const behind = newAfter(story, [added(2)])
    expect(behind).toMatchObject({ origins: 1, countries: ['AM'], wholeStory: false })
    expect(behind.articles.map((one) => one.id)).toEqual([2])
    expect(behind.officialStatements.map((one) => one.speaker)).toEqual(['armenian-mod'])
    expect(newAfter(story, []).articles).toEqual([])
    expect(newAfter(story, [added(1), added(2)]).wholeStory).toBe(true)
  })
})
