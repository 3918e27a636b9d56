/** Labelled articles (the gold corpus of READOUT_CORPORA, bench/data) → src/articles/weights/, with cross-validated figures on stdout: `npm run train:tags`, `-- --only topics,event` for some of them. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { goldFolder } from '../bench/corpus.js'
import type { Weights } from '../src/articles/tag-model.js'
import type { tagWeights } from '../src/articles/tag-weights.js'
import { packageFile } from '../src/package-files.js'
import { once } from '../src/text/once.js'
import {
  countryExamples,
  eventDateExamples,
  eventExamples,
  organisationExamples,
  placeExamples,
  relevanceExamples,
  topicExamples,
} from './tag-examples.js'
import { type Learnt, learnChoice, learnSet } from './tag-learning.js'
import { figuresOf, missesOf } from './tag-report.js'
import { lessKnown, type Row, readRows } from './tag-rows.js'

const { values: options } = parseArgs({
  options: {
    part: { type: 'string', default: 'whole' },
    dry: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
    only: { type: 'string' },
    ridge: { type: 'string', default: '4' },
    choice: { type: 'string', default: '8' },
    seen: { type: 'string', default: '12' },
  },
})
const gold = goldFolder()
if (!gold) {
  console.log('skipped: train:tags (READOUT_CORPORA does not name a folder with eval/gold)')
  process.exit(0)
}

type Kind = keyof typeof tagWeights

const rows = readRows(gold, options.part)
const { relevant, written, corpora } = rows
const withWritten = [...relevant, ...written]
const fewerWords = once(() => lessKnown(withWritten))

const topics = once(() =>
  learnSet(topicExamples(withWritten), corpora, {
    ridge: Number(options.ridge),
    leastSeen: Number(options.seen),
    also: topicExamples(fewerWords()),
    least: 1,
    most: 3,
    end: 'lower',
  }),
)
const countries = once(() => learnSet(countryExamples(relevant), corpora, { ridge: 8, labeller: { corpus: 'gold', share: 0.15 } }))
const event = once(() =>
  learnChoice(eventExamples(withWritten), corpora, { ridge: Number(options.choice), leastSeen: 6, also: eventExamples(fewerWords()) }),
)

/** How each kind is learnt, and the rows that its examples come from; a kind that rests on another learns that first. */
const kinds: Record<Kind, { learn: () => Learnt; from: readonly Row[] }> = {
  topics: { learn: topics, from: withWritten },
  countries: { learn: countries, from: relevant },
  places: { learn: () => learnSet(placeExamples(relevant), corpora, { ridge: 2 }), from: relevant },
  organisations: {
    learn: () => learnSet(organisationExamples(relevant), corpora, { ridge: 4, labeller: { corpus: 'gold', share: 0.3 } }),
    from: relevant,
  },
  event: { learn: event, from: withWritten.filter(({ article }) => article.gold.event) },
  eventDate: {
    learn: () => learnChoice(eventDateExamples(relevant, event().byFold), corpora, { ridge: 2 }),
    from: relevant.filter(({ article }) => article.gold.eventDate),
  },
  relevance: {
    // The short news are of the region, and some name hardly more than who visits whom.
    learn: () =>
      learnSet(relevanceExamples([...rows.all, ...written], { topics: topics().byFold, countries: countries().byFold }), corpora, {
        ridge: 0.5,
        end: 'lower',
      }),
    from: [...rows.all, ...written],
  },
}

/** Relevance is learnt only when it is named: where the short news teach it, news of two lines counts as irrelevant. */
const wanted = options.only?.split(',') ?? Object.keys(kinds).filter((kind) => kind !== 'relevance')

for (const [kind, { learn, from }] of Object.entries(kinds)) {
  if (!wanted.includes(kind)) continue
  const learnt = learn()
  for (const line of figuresOf(kind, learnt, rows)) console.log(line)
  if (options.misses) for (const line of missesOf(learnt, from)) console.log(line)
  if (!options.dry) write(kind, learnt)
}

function write(kind: string, { atLeast, weights }: { atLeast: number; weights: Weights }): void {
  const pairs = Object.entries(weights)
    .filter(([, value]) => value !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([feature, value]) => `${JSON.stringify(feature)}: ${value}`)
  const target = packageFile(`src/articles/weights/${kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`)
  writeFileSync(
    target,
    `/** What decides \`${kind}\`, learnt by \`npm run train:tags\` from ${rows.all.length} labelled articles; not edited by hand. */
import type { LearntWeights } from '../tag-model.js'

export const ${kind}Weights: LearntWeights = { atLeast: ${atLeast}, weights: { ${pairs.join(', ')} } }
`,
  )
  spawnSync('npx', ['biome', 'check', '--write', target], { stdio: 'inherit' })
}
