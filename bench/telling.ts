/** The gold corpus's true stories → the headline and sentences we choose, and from which side of a dispute they come: `npm run eval:telling`. */
import { loadLexicon } from '../src/lexicon/load.js'
import { storiesAsOf } from '../src/stories/as-of.js'
import type { QuotedSentence } from '../src/stories/story.js'
import { goldCorpus } from './gold-stories.js'

const lexicon = loadLexicon()
const corpus = goldCorpus(lexicon)
if (!corpus) {
  console.log('skipped: eval:telling (READOUT_CORPORA does not name a folder with eval/gold)')
  process.exit(0)
}
const stories = storiesAsOf(
  corpus.articles.map((article) => article.ours),
  { asOf: new Date('2026-01-01T00:00:00Z'), mends: [], outlets: corpus.outlets, lexicon },
)

/** Two-sided binomial test of a fair coin: chance of a split at least so uneven. */
function fairCoin(heads: number, all: number): number {
  const chance = (k: number): number => {
    let value = 0.5 ** all
    for (let i = 1; i <= k; i++) value *= (all - k + i) / i
    return value
  }
  let sum = 0
  for (let k = 0; k <= all; k++) if (chance(k) <= chance(heads) * (1 + 1e-9)) sum += chance(k)
  return Math.min(1, sum)
}

const disputes = [
  ['AM', 'AZ'],
  ['GE', 'RU'],
] as const

/** Of the stories both sides report: how often each side is quoted there. */
function shares(name: string, of: (story: (typeof stories)[number]) => QuotedSentence | null): void {
  let [first, second, other, both] = [0, 0, 0, 0]
  for (const story of stories) {
    const countries = new Set(story.outlets.map((outlet) => outlet.country))
    for (const [one, two] of disputes) {
      if (!countries.has(one) || !countries.has(two)) continue
      both++
      const country = of(story)?.outlet.country
      if (country === one) first++
      else if (country === two) second++
      else other++
    }
  }
  console.log(
    `${name.padEnd(16)} of ${both} stories: AM or GE ${first}, AZ or RU ${second}, others or a label ${other}; chance of so uneven a split ${fairCoin(first, first + second).toFixed(2)}`,
  )
}

shares('headline', (story) => (story.headline.kind === 'quoted' ? story.headline.sentence : null))
shares('first sentence', (story) => story.summary[0] ?? null)
const labels = stories.filter((story) => story.headline.kind === 'label').length
console.log(
  `${stories.length} stories; ${labels} with a label for a headline; sentences a story ${(stories.reduce((sum, story) => sum + story.summary.length, 0) / stories.length).toFixed(2)}`,
)
if (process.argv.includes('--show'))
  for (const story of stories) {
    console.log(
      `\n${story.headline.kind === 'quoted' ? story.headline.sentence.text : `[${JSON.stringify(story.headline)}]`}   (${story.articles.length} articles, ${Object.entries(
        story.balance,
      )
        .map(([country, count]) => `${country} ${count.origins}`)
        .join(' ')}; ${story.threads.join()})`,
    )
    for (const sentence of story.summary) console.log(`  ${sentence.outlet.country} ${sentence.lang}: ${sentence.text}`)
  }
