/** A few words → an article as the store would hold it, for tests. */
import type { Article } from '../../src/articles/article.js'
import type { Outlet } from '../../src/stories/story.js'
import { minhash } from '../../src/text/shingles.js'

let last = 0

/** An article about the treaty talks of 28 August 2024 unless told otherwise. */
export function article(change: Partial<Article> = {}): Article {
  const id = change.id ?? ++last
  const title = change.title ?? 'Ministers of Armenia and Azerbaijan meet in Almaty'
  const text =
    change.text ?? 'The foreign ministers of Armenia and Azerbaijan met in Almaty on Wednesday and agreed to go on with talks on the peace treaty.'
  const publishedAt = change.publishedAt === undefined ? new Date('2024-08-28T12:00:00Z') : change.publishedAt
  return {
    id,
    url: `https://outlet.example/${id}`,
    canonicalUrl: `https://outlet.example/${id}`,
    sourceId: 1,
    lang: 'en',
    title,
    author: null,
    text,
    publishedAt,
    publishedAtFrom: publishedAt ? 'page' : null,
    publishedAtPrecision: publishedAt ? 'minute' : null,
    relevant: true,
    topics: ['peace-treaty'],
    touches: [],
    event: 'meeting',
    eventDate: publishedAt ? publishedAt.toISOString().slice(0, 10) : null,
    eventDateInText: false,
    countries: ['AM', 'AZ'],
    people: ['ararat-mirzoyan', 'jeyhun-bayramov'],
    organisations: [],
    places: ['almaty'],
    nameKeys: [],
    statements: [],
    fingerprint: minhash(text),
    originHint: null,
    titleIn: {},
    lexiconVersion: 'test',
    rulesVersion: 'test',
    readAt: new Date('2024-08-30T00:00:00Z'),
    visibleFrom: publishedAt,
    revisions: 1,
    withdrawnAt: null,
    duplicateOf: null,
    story: null,
    group: null,
    ...change,
  }
}

export function outlet(sourceId: number, country: string | null, ownership: string | null = 'public'): Outlet {
  return { sourceId, name: `Outlet ${sourceId}`, country, ownership }
}

/** Ids of each cluster, for comparing. */
export function idsOf(clusters: readonly (readonly Article[])[]): number[][] {
  return clusters.map((cluster) => cluster.map((each) => each.id).sort((a, b) => a - b)).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
}
