/** The gold corpus's true texts (READOUT_CORPORA) → tagged, solved into stories, scored: `npm run eval:stories`. Once with the gold's own tags, once with ours. */
import type { Article } from '../src/articles/article.js'
import { loadLexicon } from '../src/lexicon/load.js'
import { copiesAmong } from '../src/stories/copies.js'
import { solve } from '../src/stories/solve.js'
import { type GoldArticle, goldCorpus } from './gold-stories.js'

const lexicon = loadLexicon()
const corpus = goldCorpus(lexicon)
if (!corpus) {
  console.log('skipped: eval:stories (READOUT_CORPORA does not name a folder with eval/gold)')
  process.exit(0)
}

interface Scored {
  truth: string
  guess: number
  lang: string
  id: string
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)
const f1 = (p: number, r: number): number => (p + r === 0 ? 0 : (2 * p * r) / (p + r))

/** B-cubed and pairwise precision, recall, F1, and recall of pairs of different languages: as the corpus's score counts them. */
function score(rows: readonly Scored[]): string {
  let [p, r, tp, wanted, had, across, acrossHit] = [0, 0, 0, 0, 0, 0, 0]
  for (const row of rows) {
    const mine = rows.filter((other) => other.truth === row.truth)
    const theirs = rows.filter((other) => other.guess === row.guess)
    const both = mine.filter((other) => other.guess === row.guess)
    p += both.length / theirs.length
    r += both.length / mine.length
    tp += both.length - 1
    wanted += mine.length - 1
    had += theirs.length - 1
    across += mine.filter((other) => other.lang !== row.lang).length
    acrossHit += both.filter((other) => other.lang !== row.lang).length
  }
  const n = rows.length
  const show = (value: number): string => value.toFixed(3)
  return `articles ${n}  B-cubed p ${show(p / n)} r ${show(r / n)} F1 ${show(f1(p / n, r / n))}  pairs p ${show(ratio(tp, had))} r ${show(ratio(tp, wanted))} F1 ${show(f1(ratio(tp, had), ratio(tp, wanted)))}  across languages ${show(ratio(acrossHit, across))} of ${across / 2}`
}

function solved(articles: readonly GoldArticle[], of: (article: GoldArticle) => Article): Scored[] {
  const clusters = solve(articles.filter((article) => article.gold.gold.relevant !== false && of(article).relevant).map(of), []).flatMap(
    (group) => group.clusters,
  )
  const guess = new Map(clusters.flatMap((cluster, index) => cluster.map((article) => [article.id, index] as const)))
  return articles
    .filter((article) => article.gold.gold.relevant !== false)
    .map((article) => ({
      truth: article.gold.gold.story,
      guess: guess.get(of(article).id) ?? -of(article).id,
      lang: article.gold.lang,
      id: article.gold.id,
    }))
}

function misses(rows: readonly Scored[]): void {
  for (const row of rows) {
    const lost = rows.filter((other) => other.truth === row.truth && other.guess !== row.guess).map((other) => other.id)
    const wrong = rows.filter((other) => other.truth !== row.truth && other.guess === row.guess).map((other) => other.id)
    if (lost.length + wrong.length > 0) console.log(`   ${row.id} ${row.lang} ${row.truth} without [${lost}] wrongly with [${wrong}]`)
  }
}

for (const [name, of] of [
  ['gold’s tags', (article: GoldArticle) => article.given],
  ['our tags', (article: GoldArticle) => article.ours],
] as const) {
  const rows = solved(corpus.articles, of)
  const out = new Set(corpus.articles.filter((article) => article.heldOut).map((article) => article.gold.id))
  console.log(`${name.padEnd(12)} all       ${score(rows)}`)
  console.log(`${name.padEnd(12)} held out  ${score(rows.filter((row) => out.has(row.id)))}`)
  if (process.argv.includes('--misses')) misses(rows)
}

const byUrl = new Map(corpus.articles.map((article) => [article.ours.canonicalUrl, article.gold.id]))
const copies = copiesAmong(corpus.articles.map((article) => article.ours))
const wrong = corpus.articles.flatMap((article) => {
  const said = byUrl.get(copies.get(article.ours.id) ?? '') ?? null
  return said === (article.gold.gold.duplicateOf ?? null) ? [] : [`${article.gold.id}: said ${said}, true ${article.gold.gold.duplicateOf}`]
})
console.log(
  `copies       ${corpus.articles.filter((article) => article.gold.gold.duplicateOf).length} true, wrong: ${wrong.length === 0 ? 'none' : wrong.join('; ')}`,
)
