/** The gold corpus (READOUT_CORPORA), without the third kept out → weights of the pair score, cross-validated by thread: `npm run train`. Writes src/stories/weights.ts and rarity-data.ts. */
import { writeFileSync } from 'node:fs'
import { goldFolder, readCorpus, writtenFolders } from '../bench/corpus.js'
import { type CorpusArticle, corpusArticles } from '../bench/corpus-articles.js'
import type { Article } from '../src/articles/article.js'
import { loadLexicon } from '../src/lexicon/load.js'
import { packageFile } from '../src/package-files.js'
import { comparable } from '../src/stories/comparable.js'
import { type FeatureName, featureNames, type PairFeatures, pairFeatures } from '../src/stories/pair-features.js'
import { windowDays } from '../src/stories/pair-score.js'

interface Example {
  x: number[]
  same: boolean
  weight: number
  thread: string
}

/** Strength of the pull to the weights set by hand (L2); the bias is free. */
const tagPull = 3
/** The texts of one narrow field say little about news at large: the hand has more to say. */
const textPull = 30
const dayMs = 86_400_000

/** What a moved pair counts, beside one that really lay so near. */
const rivalWeight = 0.1
/** Weights as they were set by hand, before any were learnt: where few pairs speak, these do. */
const byHand: Readonly<Record<FeatureName, number>> = {
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
  otherLanguage: 1.5,
  figures: 1.2,
  sameOutlet: -0.7,
  copy: 6,
}

/** The same for two texts of which nothing else is known. */
const textByHand: Readonly<Partial<Record<FeatureName, number>>> = {
  bias: -4,
  words: 6,
  titleTold: 4,
  titleUntold: -1,
  capitals: 2,
  capitalsAcross: 4,
  figures: 1.5,
  copy: 4,
}

function row(features: PairFeatures): number[] {
  return featureNames.map((name) => features[name])
}

/** The same article as if no date of it were known. */
function undated(article: Article): Article {
  return {
    ...article,
    publishedAt: null,
    publishedAtFrom: null,
    publishedAtPrecision: null,
    visibleFrom: null,
    eventDate: null,
    eventDateInText: false,
  }
}

/** The same article as if it and its event had been so many milliseconds later. */
function later(article: Article, ms: number): Article {
  const whole = Math.round(ms / dayMs) * dayMs
  const eventDate = article.eventDate ? new Date(Date.parse(article.eventDate) + whole).toISOString().slice(0, 10) : null
  const publishedAt = new Date((article.publishedAt?.getTime() ?? 0) + ms)
  return { ...article, publishedAt, visibleFrom: publishedAt, eventDate }
}

function shares(a: Article, b: Article): boolean {
  return (
    a.people.some((slug) => b.people.includes(slug)) ||
    a.places.some((slug) => b.places.includes(slug)) ||
    a.topics.some((topic) => b.topics.includes(topic))
  )
}

/** Days by which a look-alike is moved beside an article. */
const nearby = [0.2, 0.9, -1.3, 2.1, -2.8]

function examplesOf(articles: readonly CorpusArticle[]): Example[] {
  const found: Example[] = []
  for (const of of [(article: CorpusArticle) => article.given, (article: CorpusArticle) => article.ours])
    for (const [index, one] of articles.entries())
      for (const other of articles.slice(index + 1)) {
        const [a, b] = [of(one), of(other)]
        const same = one.row.gold.story === other.row.gold.story
        const apart = Math.abs((a.publishedAt?.getTime() ?? 0) - (b.publishedAt?.getTime() ?? 0)) / dayMs
        const add = (first: Article, second: Article, weight: number): void =>
          void found.push({ x: row(pairFeatures(comparable(first), comparable(second))), same, weight, thread: one.thread })
        if (apart <= windowDays) add(a, b, 1)
        // News is denser than the corpus: events of other weeks are moved beside each other, as rivals.
        else if (shares(a, b)) {
          const days = nearby[(index + other.row.title.length) % nearby.length] as number
          add(a, later(b, (a.publishedAt?.getTime() ?? 0) - (b.publishedAt?.getTime() ?? 0) + days * dayMs), rivalWeight)
        }
        // Without a date any other time is as near: the look-alikes of all years are its rivals.
        if (apart <= windowDays || a.people.some((slug) => b.people.includes(slug))) {
          add(undated(a), b, 0.15)
          add(a, undated(b), 0.15)
        }
      }
  return found
}

/** Pairs of texts of all times, without dates and tags. */
function textExamplesOf(articles: readonly CorpusArticle[]): Example[] {
  return articles.flatMap((one, index) =>
    articles.slice(index + 1).map((other) => ({
      x: row(pairFeatures(comparable(one.ours), comparable(other.ours))),
      same: one.row.gold.story === other.row.gold.story,
      weight: one.row.gold.story === other.row.gold.story ? 1 : 0.1,
      thread: one.thread,
    })),
  )
}

function probability(x: readonly number[], w: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < x.length; i++) sum += (x[i] as number) * (w[i] as number)
  return 1 / (1 + Math.exp(-sum))
}

/** Logistic regression by Newton's method. */
function learn(examples: readonly Example[], hand: Readonly<Partial<Record<FeatureName, number>>> = byHand, pull = tagPull): number[] {
  const n = featureNames.length
  const fixed = featureNames.map((name) => hand[name] === undefined)
  const origin = featureNames.map((name) => hand[name] ?? 0)
  let w = origin
  for (let round = 0; round < 30; round++) {
    const gradient = w.map((value, i) => (i === 0 ? 0 : -pull * (value - (origin[i] as number))))
    const hessian = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? (i === 0 ? 1e-6 : pull) : 0)))
    for (const { x, same, weight } of examples) {
      const p = probability(x, w)
      const slope = weight * p * (1 - p)
      for (let i = 0; i < n; i++) {
        const xi = x[i] as number
        if (xi === 0 || fixed[i]) continue
        gradient[i] = (gradient[i] as number) + weight * ((same ? 1 : 0) - p) * xi
        for (let j = 0; j < n; j++)
          (hessian[i] as number[])[j] = ((hessian[i] as number[])[j] as number) + (fixed[j] ? 0 : slope * xi * (x[j] as number))
      }
    }
    const step = solveLinear(hessian, gradient)
    w = w.map((value, i) => value + (step[i] as number))
    if (Math.max(...step.map(Math.abs)) < 1e-6) break
  }
  return w
}

function solveLinear(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const a = matrix.map((cells, i) => [...cells, right[i] as number])
  const n = a.length
  for (let i = 0; i < n; i++) {
    let pivot = i
    for (let k = i + 1; k < n; k++) if (Math.abs((a[k] as number[])[i] as number) > Math.abs((a[pivot] as number[])[i] as number)) pivot = k
    ;[a[i], a[pivot]] = [a[pivot] as number[], a[i] as number[]]
    for (let k = i + 1; k < n; k++) {
      const factor = ((a[k] as number[])[i] as number) / ((a[i] as number[])[i] as number)
      for (let j = i; j <= n; j++) (a[k] as number[])[j] = ((a[k] as number[])[j] as number) - factor * ((a[i] as number[])[j] as number)
    }
  }
  const x = new Array<number>(n).fill(0)
  for (let i = n - 1; i >= 0; i--) {
    let sum = (a[i] as number[])[n] as number
    for (let j = i + 1; j < n; j++) sum -= ((a[i] as number[])[j] as number) * (x[j] as number)
    x[i] = sum / ((a[i] as number[])[i] as number)
  }
  return x
}

/** F1 of pairs at .5, each thread judged by weights that never saw it. */
function crossValidate(examples: readonly Example[], folds: number): { precision: number; recall: number; pairs: number } {
  const threads = [...new Set(examples.map((example) => example.thread))].sort()
  let [right, said, wanted] = [0, 0, 0]
  for (let fold = 0; fold < folds; fold++) {
    const out = new Set(threads.filter((_, index) => index % folds === fold))
    const w = learn(examples.filter((example) => !out.has(example.thread)))
    for (const { x, same, weight, thread } of examples) {
      if (!out.has(thread) || weight !== 1) continue
      const guess = probability(x, w) >= 0.5
      if (same) wanted++
      if (guess) said++
      if (same && guess) right++
    }
  }
  return { precision: right / said, recall: right / wanted, pairs: wanted }
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
  writeFileSync(
    packageFile('src/stories/rarity-data.ts'),
    `/** Shares of texts in which a concept or a word's romanised stem stands, counted by \`npm run train\`; not to be edited by hand. */

// From the gold corpus without the threads kept out: ${articles.length} articles.
export const conceptShare: Readonly<Record<string, number>> = ${JSON.stringify(concept, null, 2)}

export const stemShare: Readonly<Record<string, Readonly<Record<string, number>>>> = ${JSON.stringify(stems, null, 2)}
`,
  )
}

const gold = goldFolder()
if (!gold) throw new Error('READOUT_CORPORA: expected a folder with eval/gold to learn from')
const lexicon = loadLexicon()
const learnt = [gold, ...writtenFolders()]
  .flatMap((folder) => corpusArticles(readCorpus(folder), lexicon))
  .filter(({ heldOut, row }) => !heldOut && row.gold.relevant !== false)
// The features read the shares: they are counted in a run of their own, before the weights are learnt.
if (process.argv.includes('--shares')) {
  writeRarity(learnt)
  process.exit(0)
}
const examples = examplesOf(learnt)
const validated = crossValidate(examples, 5)
const weights = learn(examples)
const textWeights = learn(textExamplesOf(learnt), textByHand, textPull)
const report = `${examples.filter((example) => example.weight === 1).length} pairs within ${windowDays} days of ${learnt.length} articles (${examples.filter((example) => example.same && example.weight === 1).length} of one story), twice: with the corpus's tags and with ours`
console.log(report)
console.log(`5 folds by thread: precision ${validated.precision.toFixed(3)} recall ${validated.recall.toFixed(3)}`)
for (const [index, name] of featureNames.entries())
  console.log(name.padEnd(18), (weights[index] as number).toFixed(2), textByHand[name] === undefined ? '' : (textWeights[index] as number).toFixed(2))
if (process.argv.includes('--dry')) process.exit(0)
writeFileSync(
  packageFile('src/stories/weights.ts'),
  `/** Weights of the pair score, learnt by \`npm run train\`; not to be edited by hand. */
import type { FeatureName } from './pair-features.js'

// From the gold corpus without the threads kept out: ${report}.
// Logistic regression, L2 ${tagPull} around weights set by hand; 5 folds by thread: precision ${validated.precision.toFixed(3)}, recall ${validated.recall.toFixed(3)} of pairs at .5.
export const weights: Readonly<Record<FeatureName, number>> = {
${featureNames.map((name, index) => `  ${name}: ${Number((weights[index] as number).toFixed(3))},`).join('\n')}
}

/** For two texts of which neither date nor tags are known: learnt from the same articles' texts, pairs of all times. */
export const textWeights: Readonly<Partial<Record<FeatureName, number>>> = {
${featureNames.flatMap((name, index) => (textByHand[name] === undefined ? [] : [`  ${name}: ${Number((textWeights[index] as number).toFixed(3))},`])).join('\n')}
}
`,
)
