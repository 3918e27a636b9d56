import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/articles/article.js'
import { loadLexicon } from '../../src/lexicon/load.js'
import { createCitations, quotation } from '../../src/messages/citations.js'
import { words } from '../../src/messages/words.js'
import { storiesAsOf } from '../../src/stories/as-of.js'
import { solve } from '../../src/stories/solve.js'
import type { Story } from '../../src/stories/story.js'
import { planIds } from '../../src/stories/story-ids.js'
import { article, outlet } from './telling.js'
import { together, world } from './world.js'

const lexicon = loadLexicon()
const outlets = new Map(
  [outlet(1, 'AZ'), outlet(2, 'RU', 'state'), outlet(3, 'GB'), outlet(4, 'AM'), outlet(5, 'FR')].map((one) => [one.sourceId, one]),
)
const asOf = (members: readonly Article[], at: string, mends = []): Story[] => storiesAsOf(members, { asOf: new Date(at), mends, outlets, lexicon })

/** As a store would hold them: story ids by placing. */
function placed(articles: readonly Article[]): Article[] {
  const clusters = solve(articles, []).flatMap((group) => group.clusters)
  const ids = planIds(clusters, () => null).ids.map((_, index) => index + 1)
  return clusters.flatMap((cluster, index) => cluster.map((one) => ({ ...one, story: ids[index] as number })))
}

const membership = (stories: readonly Story[]): number[][] =>
  stories.map((story) => story.articles.map((one) => one.id).sort((a, b) => a - b)).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))

describe('stories as of an instant', () => {
  it('shows everything at the end', () => {
    expect(membership(asOf(placed(world()), '2026-01-01T00:00:00Z'))).toEqual(together)
  })

  it('equals a store that holds only what was published by then', () => {
    const all = placed(world())
    const times = all.flatMap((one) => (one.visibleFrom ? [one.visibleFrom.getTime()] : []))
    fc.assert(
      fc.property(fc.integer({ min: Math.min(...times) - 1, max: Math.max(...times) + 1 }), (time) => {
        const at = new Date(time).toISOString()
        const then = placed(world().filter((one) => one.visibleFrom === null || one.visibleFrom.getTime() <= time))
        const [now, before] = [asOf(all, at), asOf(then, at)]
        expect(membership(now)).toEqual(membership(before))
        const shape = (stories: readonly Story[]) =>
          stories
            .map(({ id, articles, ...rest }) => ({ ...rest, articles: articles.map((one) => one.id) }))
            .sort((a, b) => (a.articles[0] ?? 0) - (b.articles[0] ?? 0))
        expect(shape(now)).toEqual(shape(before))
      }),
      { numRuns: 30 },
    )
  })

  it('is not dated by a day long before its reports', () => {
    const told = (eventDate: string): boolean[] =>
      asOf([article({ id: 704, publishedAt: new Date('2024-08-27T20:00:00Z'), eventDate, eventDateInText: true })], '2026-01-01T00:00:00Z').map(
        (story) => story.eventDateInText,
      )
    expect([told('2024-08-26'), told('2020-11-10')]).toEqual([[true], [false]])
  })

  it('counts a day-precise date from the end of its day, and an undated article only with a dated one', () => {
    const day = article({
      id: 701,
      publishedAt: new Date('2024-08-27T20:00:00Z'),
      publishedAtPrecision: 'day',
      visibleFrom: new Date('2024-08-28T20:00:00Z'),
    })
    const undated = article({
      id: 702,
      sourceId: 2,
      publishedAt: null,
      publishedAtFrom: null,
      publishedAtPrecision: null,
      visibleFrom: null,
      eventDate: null,
    })
    expect(asOf([day, undated], '2024-08-28T19:59:00Z')).toEqual([])
    const [story] = asOf([day, undated], '2024-08-28T20:00:00Z')
    expect(story?.articles.map((one) => one.id).sort()).toEqual([701, 702])
    expect(story?.articles.find((one) => one.id === 702)).toMatchObject({
      publishedAt: day.publishedAt,
      publishedAtFrom: 'story',
      publishedAtPrecision: 'day',
    })
  })

  it('leaves hidden articles out and changes tags as admins say', () => {
    const mend = (kind: 'hidden' | 'tag', detail: unknown, undoneAt: Date | null = null) => ({
      id: 1,
      kind,
      articles: [6],
      detail,
      by: 'a',
      at: new Date(0),
      undoneAt,
    })
    const stories = storiesAsOf(placed(world()), { asOf: new Date('2026-01-01'), mends: [mend('hidden', null)], outlets, lexicon })
    expect(membership(stories)).toContainEqual([7])
    const retagged = storiesAsOf(
      placed(world()).filter((one) => one.id === 6),
      { asOf: new Date('2026-01-01'), mends: [mend('tag', { field: 'topics', add: ['energy'], remove: ['peace-treaty'] })], outlets, lexicon },
    )
    expect(retagged[0]?.topics).toEqual(['energy'])
  })

  it('counts reprints once, by the country of the outlet that printed first', () => {
    const text =
      'The foreign ministers of Armenia and Azerbaijan met in Almaty on Wednesday and agreed to go on with talks on the treaty, officials told reporters after four hours behind closed doors, and set the next round for October.'
    const first = article({
      id: 801,
      sourceId: 2,
      text,
      publishedAt: new Date('2024-08-28T10:00:00Z'),
      visibleFrom: new Date('2024-08-28T10:00:00Z'),
    })
    const reprint = article({
      id: 802,
      sourceId: 4,
      text,
      title: 'Ministers meet in Almaty for talks',
      publishedAt: new Date('2024-08-28T11:00:00Z'),
    })
    const own = article({
      id: 803,
      sourceId: 1,
      text: 'Jeyhun Bayramov and Ararat Mirzoyan held a new round of treaty talks in Kazakhstan. Both ministries published short readouts; neither named what still divides them.',
      publishedAt: new Date('2024-08-28T12:00:00Z'),
    })
    const [story] = asOf([reprint, own, first], '2024-09-01T00:00:00Z')
    expect(story?.balance).toEqual({ AZ: { origins: 1, state: 0 }, RU: { origins: 1, state: 1 } })
    expect(story?.origins).toBe(2)
    expect(story?.articles).toHaveLength(3)
  })

  it('lets a page that was taken down speak no more, though it still counts', () => {
    const said = { speaker: 'ararat-mirzoyan', role: null, side: 'AM', standing: 'official' as const, quoted: false, denial: false, denies: null }
    const gone = article({
      id: 951,
      sourceId: 4,
      title: 'Foreign ministers Mirzoyan and Bayramov sign the treaty in Almaty',
      text: 'Ararat Mirzoyan said on Wednesday in Almaty that the treaty between Armenia and Azerbaijan was signed.',
      statements: [{ ...said, text: 'Ararat Mirzoyan said on Wednesday', start: 0, contradictsLexicon: false }],
      withdrawnAt: new Date('2024-08-28T18:00:00Z'),
      revisions: 2,
    })
    const stands = article({ id: 952, publishedAt: new Date('2024-08-28T13:00:00Z'), visibleFrom: new Date('2024-08-28T13:00:00Z') })
    const quotedIn = (story: Story | undefined) => [
      ...(story?.headline.kind === 'quoted' ? [story.headline.sentence.articleId] : []),
      ...(story?.summary ?? []).map((sentence) => sentence.articleId),
      ...(story?.statements ?? []).map(({ sentence }) => sentence.articleId),
    ]
    const [after] = asOf([gone, stands], '2024-09-01T00:00:00Z')
    expect(after?.articles.map((one) => one.id).sort()).toEqual([951, 952])
    expect(after?.balance).toMatchObject({ AM: { origins: 1 }, AZ: { origins: 1 } })
    expect(new Set(quotedIn(after))).toEqual(new Set([952]))
    expect(quotedIn(asOf([gone, stands], '2024-08-28T17:59:00Z')[0])).toContain(951)
  })

  it('lets the only page of a story speak, marked, though it was taken down', () => {
    const [alone] = asOf([article({ id: 953, withdrawnAt: new Date('2024-08-28T18:00:00Z') })], '2024-09-01T00:00:00Z')
    const voice = { lang: 'en' as const, zone: 'UTC', say: words('en'), citations: createCitations() }
    const [told] = alone?.summary ?? []
    expect(told).toBeDefined()
    expect(
      told &&
        quotation(told, voice)
          .map((span) => span.text)
          .join(''),
    ).toBe(`Withdrawn by Outlet 1, AZ, seen on 28 August 2024, 18:00: “${told?.text}” - Outlet 1, AZ [1]`)
  })

  it('keeps a loaded headline from leading while a plainer one tells the same, and makes a label where there is none', () => {
    const loaded = article({ id: 901, title: 'Separatist regime ringleaders stage a provocation at talks in Almaty' })
    const plain = article({ id: 902, sourceId: 4, title: 'Ministers Mirzoyan and Bayramov meet in Almaty' })
    expect(asOf([loaded, plain], '2024-09-01T00:00:00Z')[0]?.headline).toMatchObject({ kind: 'quoted', sentence: { articleId: 902 } })
    expect(asOf([loaded], '2024-09-01T00:00:00Z')[0]?.headline).toMatchObject({ kind: 'label', event: 'meeting', places: ['almaty'] })
  })
})
