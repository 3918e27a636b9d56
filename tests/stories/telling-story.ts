/** Articles → one story as it stands when all are read, for tests of what is made of stories. */
import type { Article } from '../../src/articles/article.js'
import { loadLexicon } from '../../src/lexicon/load.js'
import { storiesAsOf } from '../../src/stories/as-of.js'
import type { Outlet, Story } from '../../src/stories/story.js'
import { outlet } from './telling.js'

export const lexicon = loadLexicon()

export const outlets: ReadonlyMap<number, Outlet> = new Map(
  [outlet(1, 'AZ', 'state'), outlet(2, 'RU', 'state'), outlet(3, 'GB'), outlet(4, 'AM'), outlet(5, 'FR'), outlet(6, null)].map((one) => [
    one.sourceId,
    one,
  ]),
)

export function storiesOf(articles: readonly Article[], asOf = '2026-01-01T00:00:00Z'): Story[] {
  return storiesAsOf(articles, { asOf: new Date(asOf), mends: [], outlets, lexicon })
}

/** The only story; throws when they are several. */
export function storyOf(articles: readonly Article[]): Story {
  const [story, ...more] = storiesOf(articles)
  if (!story || more.length > 0) throw new Error(`${more.length + (story ? 1 : 0)} stories, expected one`)
  return story
}
