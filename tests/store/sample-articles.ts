/** Articles as the article room hands them in, for tests of what is kept. */
import type { ReadArticle, Understanding } from '../../src/articles/article.js'
import type { Store } from '../../src/store/open.js'
import { minhash } from '../../src/text/shingles.js'

type New = ReadArticle & Understanding

/** An article about a meeting in Tbilisi; `changes` say what is different. */
export function sampleArticle(sourceId: number, changes: Partial<New> = {}): New {
  const text = changes.text ?? 'The ministers met in Tbilisi on 18 August.\n\nThey spoke of 12 border posts.'
  return {
    url: 'https://outlet.example/news/1?utm_source=feed',
    canonicalUrl: 'https://outlet.example/news/1',
    sourceId,
    lang: 'en',
    title: 'Ministers meet in Tbilisi',
    author: null,
    text,
    publishedAt: new Date('2024-08-18T09:30:00Z'),
    publishedAtFrom: 'page',
    publishedAtPrecision: 'minute',
    relevant: true,
    topics: ['peace-treaty', 'border'],
    touches: ['constitution'],
    event: 'meeting',
    eventDate: '2024-08-18',
    eventDateInText: true,
    countries: ['AM', 'AZ'],
    people: ['ararat-mirzoyan'],
    organisations: [],
    places: ['tbilisi'],
    nameKeys: ['ioan smit'],
    statements: [
      {
        speaker: 'ararat-mirzoyan',
        role: null,
        side: 'AM',
        standing: 'official',
        text: 'They spoke of 12 border posts.',
        quoted: false,
        start: 44,
        denial: false,
        denies: null,
        contradictsLexicon: false,
      },
    ],
    fingerprint: minhash(text),
    originHint: null,
    lexiconVersion: 'lexicon-1',
    rulesVersion: 'rules-1',
    ...changes,
  }
}

/** A source of the given zone; its id. */
export async function sampleSource(store: Store, name: string, zone: string | null): Promise<number> {
  const { id } = await store.db
    .insertInto('source')
    .values({
      name,
      kind: 'feed',
      url: `https://${name}.example/feed`,
      identity: `${name}.example/feed`,
      zone,
      added_at: new Date('2024-01-01T00:00:00Z'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
