/** The gold corpus's true texts (READOUT_CORPORA) → tagged, solved into stories, scored: `npm run eval:stories`. Once with the gold's own tags, once with ours. */
import { loadLexicon } from '../src/lexicon/load.js'
import { copiesAmong } from '../src/stories/copies.js'
import { goldFolder, readCorpus } from './corpus.js'
import { type CorpusArticle, corpusArticles } from './corpus-articles.js'
import { type ScoredArticle, scoreStories, showScore, solved } from './story-score.js'

const lexicon = loadLexicon()
const given = process.argv.indexOf('--gold')
const folder = given > 0 ? process.argv[given + 1] : goldFolder()
if (!folder) {
  console.log('skipped: eval:stories (READOUT_CORPORA does not name a folder with eval/gold)')
  process.exit(0)
}

const corpus = corpusArticles(readCorpus(folder), lexicon)

function misses(rows: readonly ScoredArticle[]): void {
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
  console.log(`${name.padEnd(12)} ${showScore(scoreStories(rows))}`)
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
