/** A corpus → an archive in memory, understood and grouped by the program: no network, no store. */
import type { Article } from '../src/articles/article.js'
import type { Lexicon } from '../src/lexicon/lexicon.js'
import { solve } from '../src/stories/solve.js'
import { memoryArchive } from '../tests/answers/memory-archive.js'
import type { Corpus } from './corpus.js'
import { corpusArticles, outletsOf } from './corpus-articles.js'

/** `trueStories`: grouped as the corpus says instead. */
export function corpusArchive(
  corpus: Corpus,
  lexicon: Lexicon,
  { trueStories = false } = {},
): ReturnType<typeof memoryArchive> & { articles: Article[] } {
  const rows = corpusArticles(corpus, lexicon)
  const articles = rows.map(({ ours }) => ours)
  if (trueStories) {
    const ids = new Map<string, number>()
    for (const { row, ours } of rows) {
      const { story } = row.gold
      if (!story || !ours.relevant) continue
      if (!ids.has(story)) ids.set(story, ids.size + 1)
      ours.group = ours.story = ids.get(story) ?? null
    }
  } else {
    let next = 0
    const groups = solve(
      articles.filter(({ relevant }) => relevant),
      [],
    )
    for (const [group, { clusters }] of groups.entries())
      for (const cluster of clusters) {
        next++
        for (const { id } of cluster) Object.assign(articles[id - 1] ?? {}, { group: group + 1, story: next })
      }
  }
  return { ...memoryArchive(articles, outletsOf(corpus)), articles }
}
