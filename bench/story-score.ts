/** Articles with their true and their found story → B-cubed, pairs, pairs of two languages: as the corpus's score counts them. */
import type { Article } from '../src/articles/article.js'
import type { pairScore } from '../src/stories/pair-score.js'
import { solve } from '../src/stories/solve.js'
import type { CorpusArticle } from './corpus-articles.js'

export interface ScoredArticle {
  id: string
  lang: string
  truth: string | null
  guess: number
}

/** Solves the relevant articles of a corpus; one that our tags call irrelevant stands alone. */
export function solved(articles: readonly CorpusArticle[], of: (article: CorpusArticle) => Article, scoreOf?: typeof pairScore): ScoredArticle[] {
  const wanted = articles.filter(({ row }) => row.gold.relevant !== false)
  const groups = solve(
    wanted.map(of).filter((article) => article.relevant),
    [],
    scoreOf,
  )
  const guess = new Map(
    groups.flatMap(({ clusters }) => clusters).flatMap((cluster, index) => cluster.map((article) => [article.id, index] as const)),
  )
  return wanted.map((article) => ({
    id: article.row.id,
    lang: article.row.lang,
    truth: article.row.gold.story,
    guess: guess.get(of(article).id) ?? -of(article).id,
  }))
}

interface Counted {
  precision: number
  recall: number
  f1: number
}

export interface StoryScore {
  articles: number
  bCubed: Counted
  pairs: Counted
  /** Recall of pairs of different languages, and how many there are. */
  across: { recall: number; pairs: number }
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)

function counted(precision: number, recall: number): Counted {
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

export function scoreStories(rows: readonly ScoredArticle[]): StoryScore {
  let [p, r, hit, wanted, had, across, acrossHit] = [0, 0, 0, 0, 0, 0, 0]
  for (const row of rows) {
    const mine = rows.filter((other) => other.truth === row.truth)
    const theirs = rows.filter((other) => other.guess === row.guess)
    const both = mine.filter((other) => other.guess === row.guess)
    p += both.length / theirs.length
    r += both.length / mine.length
    hit += both.length - 1
    wanted += mine.length - 1
    had += theirs.length - 1
    across += mine.filter((other) => other.lang !== row.lang).length
    acrossHit += both.filter((other) => other.lang !== row.lang).length
  }
  const n = rows.length
  return {
    articles: n,
    bCubed: counted(ratio(p, n), ratio(r, n)),
    pairs: counted(ratio(hit, had), ratio(hit, wanted)),
    across: { recall: ratio(acrossHit, across), pairs: across / 2 },
  }
}

export function showScore({ articles, bCubed, pairs, across }: StoryScore): string {
  const show = (value: number): string => value.toFixed(3)
  const row = ({ precision, recall, f1 }: Counted): string => `p ${show(precision)} r ${show(recall)} F1 ${show(f1)}`
  return `articles ${articles}  B-cubed ${row(bCubed)}  pairs ${row(pairs)}  across languages ${show(across.recall)} of ${across.pairs}`
}
