/** The gold corpus's true texts (READOUT_CORPORA) → tagged, solved into stories, scored: `npm run eval:stories`. Once with the gold's own tags, once with ours. */
import type { Article } from '../src/articles/article.js'
import { loadLexicon } from '../src/lexicon/load.js'
import { copiesAmong } from '../src/stories/copies.js'
import { solve } from '../src/stories/solve.js'
import { goldFolder, readCorpus } from './corpus.js'
import { type CorpusArticle, corpusArticles } from './corpus-articles.js'

const lexicon = loadLexicon()
const given = process.argv.indexOf('--gold')
const folder = given > 0 ? process.argv[given + 1] : goldFolder()
if (!folder) {
  console.log('skipped: eval:stories (READOUT_CORPORA does not name a folder with eval/gold)')
  process.exit(0)
}

const corpus = corpusArticles(readCorpus(folder), lexicon)

interface Scored {
  truth: string | null
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

function solved(articles: readonly CorpusArticle[], of: (article: CorpusArticle) => Article): Scored[] {
  const clusters = solve(articles.filter((article) => article.row.gold.relevant !== false && of(article).relevant).map(of), []).flatMap(
    (group) => group.clusters,
  )
  const guess = new Map(clusters.flatMap((cluster, index) => cluster.map((article) => [article.id, index] as const)))
  return articles
    .filter((article) => article.row.gold.relevant !== false)
    .map((article) => ({
      truth: article.row.gold.story,
      guess: guess.get(of(article).id) ?? -of(article).id,
      lang: article.row.lang,
      id: article.row.id,
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
  ['gold’s tags', (article: CorpusArticle) => article.given],
  ['our tags', (article: CorpusArticle) => article.ours],
] as const) {
  const rows = solved(corpus, of)
  const out = new Set(corpus.filter((article) => article.heldOut).map((article) => article.row.id))
  console.log(`${name.padEnd(12)} all       ${score(rows)}`)
  console.log(`${name.padEnd(12)} held out  ${score(rows.filter((row) => out.has(row.id)))}`)
  if (process.argv.includes('--misses')) misses(rows)
}

const byUrl = new Map(corpus.map((article) => [article.ours.canonicalUrl, article.row.id]))
const copies = copiesAmong(corpus.map((article) => article.ours))
const wrong = corpus.flatMap((article) => {
  const said = byUrl.get(copies.get(article.ours.id) ?? '') ?? null
  return said === (article.row.gold.duplicateOf ?? null) ? [] : [`${article.row.id}: said ${said}, true ${article.row.gold.duplicateOf}`]
})
console.log(
  `copies       ${corpus.filter((article) => article.row.gold.duplicateOf).length} true, wrong: ${wrong.length === 0 ? 'none' : wrong.join('; ')}`,
)
