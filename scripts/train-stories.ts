/** The gold corpus (READOUT_CORPORA) and the written ones → weights of the pair score, each corpus judged by weights that have not seen it: `npm run train`. Writes src/stories/weights.ts and rarity-data.ts. */
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type Corpus, goldFolder, readCorpus, writtenFolders } from '../bench/corpus.js'
import { type CorpusArticle, corpusArticles } from '../bench/corpus-articles.js'
import { scoreStories, showScore, solved } from '../bench/story-score.js'
import type { Article } from '../src/articles/article.js'
import { loadLexicon } from '../src/lexicon/load.js'
import { packageFile } from '../src/package-files.js'
import { comparable } from '../src/stories/comparable.js'
import { type FeatureName, featureNames } from '../src/stories/pair-features.js'
import { scoreBy, windowDays } from '../src/stories/pair-score.js'
import { learn, type Prior } from './fit-pairs.js'
import { type Example, pairExamples, textExamples } from './pair-examples.js'

const tagPrior: Prior = {
  pull: 3,
  hand: {
    bias: -4.5,
    people: 2.2,
    places: 2,
    organisations: 1.5,
    names: 1.5,
    topics: 1.2,
    countries: 0.8,
    sameEvent: 1.2,
    otherEvent: -0.8,
    eventDayApart: -3,
    eventDayUnknown: -0.5,
    publishedApart: -2,
    words: 6,
    titleTold: 3,
    titleUntold: -0.5,
    capitals: 1,
    capitalsAcross: 2,
    notions: 3,
    leadNotions: 1,
    leadNames: 1,
    otherLanguage: 1.5,
    figures: 1.2,
    sameOutlet: -0.7,
    copy: 6,
  },
}

/** The same for two texts of which nothing else is known. The texts of one narrow field say little about news at large: the hand has more to say. */
const textPrior: Prior = {
  pull: 30,
  hand: {
    bias: -4,
    words: 6,
    titleTold: 4,
    titleUntold: -1,
    capitals: 2,
    capitalsAcross: 4,
    notions: 5,
    leadNotions: 2,
    leadNames: 1,
    otherLanguage: 0,
    figures: 1.5,
    copy: 4,
  },
}

type Weights = Readonly<Partial<Record<FeatureName, number>>>

function named(weights: readonly number[], { hand }: Prior): Weights {
  return Object.fromEntries(featureNames.flatMap((name, i) => (hand[name] === undefined ? [] : [[name, Number((weights[i] as number).toFixed(2))]])))
}

function shown(weights: Weights): string {
  return Object.entries(weights)
    .map(([name, value]) => `  ${name}: ${value},`)
    .join('\n')
}

/** Share of texts that have each item, where it is more than a few. */
function textShares(texts: readonly Iterable<string>[], least: number): Record<string, number> {
  const counts = new Map<string, number>()
  for (const items of texts) for (const item of new Set(items)) counts.set(item, (counts.get(item) ?? 0) + 1)
  const kept = [...counts].filter(([, count]) => count >= 3 && count / texts.length >= least).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(kept.map(([item, count]) => [item, Number((count / texts.length).toFixed(3))]))
}

function writeRarity(articles: readonly CorpusArticle[]): void {
  const tags = (article: Article): string[] => [
    ...article.topics,
    ...article.countries,
    ...article.people,
    ...article.organisations,
    ...article.places,
  ]
  const concept = textShares(
    articles.flatMap(({ given, ours }) => [tags(given), tags(ours)]),
    0.02,
  )
  const langs = [...new Set(articles.map((article) => article.ours.lang))].sort()
  const stems = Object.fromEntries(
    langs.map((lang) => [
      lang,
      textShares(
        articles.filter((article) => article.ours.lang === lang).map((article) => comparable(article.ours).body.stems.keys()),
        0.08,
      ),
    ]),
  )
  const bodies = articles.map((article) => comparable(article.ours).body)
  const sound = textShares(
    bodies.map((body) => body.capitals),
    0.02,
  )
  const notion = textShares(
    bodies.map((body) => body.notions.keys()),
    0.02,
  )
  writeFileSync(
    packageFile('src/stories/rarity-data.ts'),
    `/** Shares of texts in which a concept, a notion, a name's key or a word's romanised stem stands, counted by \`npm run train\`; not to be edited by hand. */

// From ${articles.length} articles of the gold corpus and the written ones.
export const conceptShare: Readonly<Record<string, number>> = ${JSON.stringify(concept, null, 2)}

export const notionShare: Readonly<Record<string, number>> = ${JSON.stringify(notion, null, 2)}

export const soundShare: Readonly<Record<string, number>> = ${JSON.stringify(sound, null, 2)}

export const stemShare: Readonly<Record<string, Readonly<Record<string, number>>>> = ${JSON.stringify(stems, null, 2)}
`,
  )
}

interface LearntCorpus {
  name: string
  articles: CorpusArticle[]
  examples: Example[]
}

/** What weights that never saw a corpus make of it, with our tags. */
function judgeLeftOut(left: LearntCorpus, others: readonly LearntCorpus[]): string {
  const examples = others.flatMap((corpus) => corpus.examples)
  const scoreOf = scoreBy(named(learn(examples, tagPrior), tagPrior))
  return `${left.name.padEnd(10)} ${showScore(scoreStories(solved(left.articles, ({ ours }) => ours, scoreOf)))}`
}

const gold = goldFolder()
if (!gold) throw new Error('READOUT_CORPORA: expected a folder with eval/gold to learn from')
const lexicon = loadLexicon()

/** A corpus of single reports has nearly nothing that belongs together: it would teach to part. */
function tellsStoriesTwice({ articles, threads }: Corpus): boolean {
  return threads.size < 0.8 * articles.length
}

const learnt = [gold, ...writtenFolders()]
  .map(readCorpus)
  .filter(tellsStoriesTwice)
  .map((corpus) => ({
    name: basename(corpus.folder),
    articles: corpusArticles(corpus, lexicon).filter(({ row }) => row.gold.relevant !== false),
  }))
// The features read the shares: they are counted in a run of their own, before the weights are learnt.
if (process.argv.includes('--shares')) {
  writeRarity(learnt.flatMap(({ articles }) => articles))
  process.exit(0)
}
const corpora = learnt.map(({ name, articles }) => ({ name, articles, examples: pairExamples(articles) }))
const examples = corpora.flatMap((corpus) => corpus.examples)
const weights = named(learn(examples, tagPrior), tagPrior)
const textWeights = named(
  learn(
    learnt.flatMap(({ articles }) => textExamples(articles)),
    textPrior,
  ),
  textPrior,
)
const near = examples.filter(({ weight }) => weight === 1)
const report = `${near.length} pairs within ${windowDays} days of ${learnt.reduce((sum, { articles }) => sum + articles.length, 0)} articles (${near.filter(({ same }) => same).length} of one story), twice: with the corpora's tags and with ours`
const judged = corpora.map((left) =>
  judgeLeftOut(
    left,
    corpora.filter((other) => other !== left),
  ),
)
console.log(
  `${report}\n${shown(weights)}\ntexts alone:\n${shown(textWeights)}\neach corpus by weights of the others, our tags:\n${judged.join('\n')}`,
)
if (process.argv.includes('--dry')) process.exit(0)
writeFileSync(
  packageFile('src/stories/weights.ts'),
  `/** Weights of the pair score, learnt by \`npm run train\`; not to be edited by hand. */
import type { FeatureName } from './pair-features.js'

// From the gold corpus and the written ones: ${report}.
// Logistic regression, L2 ${tagPrior.pull} around weights set by hand. Each corpus by weights of the others, with our tags:
${judged.map((line) => `// ${line}`).join('\n')}
export const weights: Readonly<Record<FeatureName, number>> = {
${shown(weights)}
}

/** For two texts of which neither date nor tags are known: learnt from the same articles' texts, pairs of all times. */
export const textWeights: Readonly<Partial<Record<FeatureName, number>>> = {
${shown(textWeights)}
}
`,
)
