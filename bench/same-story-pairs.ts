/** Pairs of news texts judged by people (READOUT_CORPORA; not for training) → AUC of our score with a bootstrap interval: `npm run eval:pairs`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspectPairs, type TitledText } from '../src/stories/inspect-pairs.js'
import { measuringSet } from '../tests/measuring-sets.js'

interface Pair {
  id: string
  lang: string
  same: boolean
  first: TitledText
  second: TitledText
}

const folder = measuringSet('same-story-pairs')
if (!folder) {
  console.log('skipped: eval:pairs (READOUT_CORPORA does not name a folder with same-story-pairs)')
  process.exit(0)
}
const pairs = readFileSync(join(folder, 'pairs.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Pair)

interface Judged {
  same: boolean
  score: number
}

/** Share of (same, not same) pairs that the score puts in the right order; ties count half. */
function auc(judged: readonly Judged[]): number {
  const yes = judged.filter((one) => one.same)
  const no = judged.filter((one) => !one.same)
  let sum = 0
  for (const a of yes) for (const b of no) sum += a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0
  return yes.length * no.length === 0 ? Number.NaN : sum / (yes.length * no.length)
}

/** Mulberry32: the same interval in every run. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}

const judged = pairs.map((pair) => ({ ...pair, ...inspectPairs(pair) }))
for (const lang of ['all', ...new Set(pairs.map((pair) => pair.lang))]) {
  const part = judged.filter((pair) => lang === 'all' || pair.lang === lang)
  const random = randomFrom(1)
  const samples = Array.from({ length: 2_000 }, () => auc(part.map(() => part[Math.floor(random() * part.length)] as Judged)))
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b)
  const at = (share: number): string => (samples[Math.floor(samples.length * share)] ?? Number.NaN).toFixed(3)
  console.log(`${lang.padEnd(4)} pairs ${part.length}  AUC ${auc(part).toFixed(3)}  95 % ${at(0.025)} to ${at(0.975)}`)
}
