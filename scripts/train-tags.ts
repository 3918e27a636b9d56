/** Labelled articles (the gold corpus of READOUT_CORPORA, bench/data) → src/articles/weights/, with cross-validated figures on stdout: `npm run train:tags`, `-- --only topics,event` for some of them. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { goldFolder, isHeldOut, type LabelledArticle, readCorpus, readWrittenNews, writtenFolders } from '../bench/corpus.js'
import { countryCandidates } from '../src/articles/countries.js'
import { eventCandidates } from '../src/articles/event.js'
import { eventDateCandidates } from '../src/articles/event-date.js'
import { type Evidence, gatherEvidence } from '../src/articles/evidence.js'
import { organisationCandidates } from '../src/articles/organisations.js'
import { placeCandidates } from '../src/articles/places.js'
import { relevanceCandidate } from '../src/articles/relevance.js'
import { type Candidate, rank, type Weights } from '../src/articles/tag-model.js'
import { topicCandidates } from '../src/articles/topics.js'
import { createLexicon } from '../src/lexicon/create.js'
import type { EventType, Language, Lexicon } from '../src/lexicon/lexicon.js'
import { loadLexicon, readLexiconData } from '../src/lexicon/load.js'
import { packageFile } from '../src/package-files.js'
import { plainDateIn } from '../src/text/dates.js'
import { type Example, type FitOptions, fitFolds, fitOthers, foldOf, learnWeights } from './fit-weights.js'

const folds = 5
const { values: options } = parseArgs({
  options: {
    part: { type: 'string', default: 'whole' },
    dry: { type: 'boolean', default: false },
    ridge: { type: 'string', default: '4' },
    misses: { type: 'boolean', default: false },
    only: { type: 'string' },
    choice: { type: 'string', default: '8' },
    seen: { type: 'string', default: '12' },
  },
})
const gold = goldFolder()
if (!gold) {
  console.log('skipped: train:tags (READOUT_CORPORA does not name a folder with eval/gold)')
  process.exit(0)
}
const asked = options.only?.split(',')
/** Whether the weights of this kind are to be written. */
const isAsked = (kind: string): boolean => !asked || asked.includes(kind)
const lexicon = loadLexicon()

/** How many of the cue words a text of other hands is taken not to use. */
const unknownShare = 0.35

/** The lexicon without a third of its cue words: what these texts would look like if nobody had read them while cues were written. */
function poorerLexicon(): Lexicon {
  const data = readLexiconData()
  const isKnown = (id: string, { lang, text }: { lang: string; text: string }): boolean =>
    (createHash('sha256').update(`${id} ${lang} ${text}`).digest()[0] ?? 0) / 256 >= unknownShare
  const poorer = <T extends { id: string; cues: { lang: Language; text: string; weight: number }[] }>(entries: readonly T[]): T[] =>
    entries.map((entry) => ({ ...entry, cues: entry.cues.filter((cue) => isKnown(entry.id, cue)) }))
  return createLexicon({ ...data, topics: poorer(data.topics), events: poorer(data.events) })
}
const poorer = poorerLexicon()

interface Row {
  corpus: string
  article: LabelledArticle
  story: string
  evidence: Evidence
}

function rowOf(article: LabelledArticle, zone: string | null, corpus: string): Row {
  const published = plainDateIn(new Date(article.publishedAt), zone)
  const { title, lang, paragraphs } = article
  return {
    corpus,
    article,
    story: article.gold.story ?? article.id,
    evidence: gatherEvidence({ title, text: paragraphs.join('\n\n'), lang, published }, lexicon),
  }
}

const rows: Row[] = [gold, ...writtenFolders()].flatMap((folder) => {
  const { articles, sites } = readCorpus(folder)
  const zones = new Map(sites.map(({ id, zone }) => [id, zone]))
  return articles
    .filter((article) => folder !== gold || options.part !== 'built' || !isHeldOut(article))
    .map((article) => rowOf(article, zones.get(article.site) ?? null, basename(folder)))
})
const relevant = rows.filter(({ article }) => article.gold.relevant)
/** Short news written for this, with the kinds of events that the gold corpus lacks. */
const written: Row[] = readWrittenNews().map((article) => rowOf(article, null, 'short news'))
const lessKnown = (among: readonly Row[]): Row[] => among.map((row) => ({ ...row, evidence: gatherEvidence(row.evidence.input, poorer) }))
const corpora = [...new Set(rows.map(({ corpus }) => corpus))]

/** Slugs compared as the gold's score compares them: sets of words, usual variants made one. */
const variants: Record<string, string> = {
  armenian: 'armenia',
  azerbaijani: 'azerbaijan',
  georgian: 'georgia',
  russian: 'russia',
  turkish: 'turkey',
  iranian: 'iran',
  american: 'us',
  french: 'france',
  mid: 'mfa',
  mia: 'interior-ministry',
  mod: 'defence-ministry',
  gazakh: 'qazakh',
  the: '',
  of: '',
  and: '',
}
const plain = (slug: string): string =>
  slug
    .replace(/foreign-ministry|ministry-of-foreign-affairs/, 'mfa')
    .split('-')
    .flatMap((word) => (variants[word] ?? word).split('-'))
    .filter(Boolean)
    .sort()
    .join('-')

function examplesOf(
  among: readonly Row[],
  candidatesOf: (row: Row) => readonly Candidate[],
  truthOf: (article: LabelledArticle) => readonly string[],
  countLost = false,
): Example[] {
  return among.map((row) => {
    const truth = new Set(truthOf(row.article).map(plain))
    const candidates = candidatesOf(row)
    const found = candidates.filter(({ id }) => truth.has(plain(id))).map(({ id }) => id)
    const lost = countLost ? [...truth].filter((slug) => !candidates.some(({ id }) => plain(id) === slug)) : []
    return { story: row.story, corpus: row.corpus, candidates, truth: new Set([...found, ...lost]) }
  })
}

const heldOutStories = new Set(rows.filter(({ corpus, article }) => corpus === 'gold' && isHeldOut(article)).map(({ story }) => story))

/** Weights that judge an example without having seen it. */
type Judge = (example: Example) => Weights

/** Two honest judges: the folds have not seen the story, the others have not seen its whole corpus (short news belong to none, the folds judge them). */
interface Judges {
  perFold: readonly Weights[]
  byFold: Judge
  byOthers: Judge
}

/** Strengths are for one reading of each article: `also` (the same articles, read with fewer cue words) counts as much again. */
interface Learning {
  ridge: number
  leastSeen?: number
  also?: readonly Example[]
}

function fittingOf(kind: FitOptions['kind'], { ridge, leastSeen = 1, also }: Learning): FitOptions {
  return { kind, ridge: also ? 2 * ridge : ridge, leastSeen: also ? 2 * leastSeen : leastSeen }
}

function judgesOf(examples: readonly Example[], fitting: FitOptions): Judges {
  const perFold = fitFolds(examples, fitting, folds)
  const perCorpus = fitOthers(examples, fitting, corpora)
  const byFold: Judge = ({ story }) => perFold[foldOf(story, folds)] ?? {}
  return { perFold, byFold, byOthers: (example) => perCorpus.get(example.corpus) ?? byFold(example) }
}

const inCorpora = (examples: readonly Example[]): Example[] => examples.filter(({ corpus }) => corpora.includes(corpus))

function report(name: string, examples: readonly Example[], judges: Judges, figure: (among: readonly Example[], judge: Judge) => number): void {
  const row = (what: string, among: readonly Example[], judge: Judge): void =>
    console.log(name.padEnd(14), what.padEnd(28), figure(among, judge).toFixed(3))
  row('folds: all', examples, judges.byFold)
  row(
    'folds: gold',
    examples.filter(({ corpus }) => corpus === 'gold'),
    judges.byFold,
  )
  row(
    'folds: gold, held out',
    examples.filter(({ story }) => heldOutStories.has(story)),
    judges.byFold,
  )
  for (const corpus of corpora)
    row(
      `left out: ${corpus}`,
      examples.filter((example) => example.corpus === corpus),
      judges.byOthers,
    )
  row('left out: each in turn', inCorpora(examples), judges.byOthers)
}

/** F1 of the candidates; truth that is no candidate counts as missed. */
function f1Of(examples: readonly Example[], judge: Judge, { atLeast, least, most }: { atLeast: number; least: number; most: number }): number {
  let [hit, wanted, had] = [0, 0, 0]
  for (const example of examples) {
    const { candidates, truth } = example
    const ranked = rank(candidates, judge(example))
    const likely = ranked.filter(({ probability }) => probability >= atLeast)
    const chosen = likely.length < least ? ranked.slice(0, least) : likely.slice(0, most)
    hit += chosen.filter(({ id }) => truth.has(id)).length
    wanted += truth.size
    had += chosen.length
  }
  return (2 * hit) / Math.max(1, wanted + had)
}

interface Choosing {
  least: number
  most: number
  /** Which end of the nearly best thresholds. A text of other hands has fewer of our words and scores lower: lower where a tag missed is worse than one too many. */
  end: 'lower' | 'middle'
}

/** The probability from which tags are given, chosen on corpora that the judge has not seen. */
function bestThreshold(examples: readonly Example[], judge: Judge, { least, most, end }: Choosing): number {
  const tried = Array.from({ length: 28 }, (_, step) => 0.2 + 0.02 * step).map((atLeast) => ({
    atLeast,
    f1: f1Of(examples, judge, { atLeast, least, most }),
  }))
  // Never the peak itself: it is an accident of few examples.
  const top = Math.max(...tried.map(({ f1 }) => f1))
  const good = tried.filter(({ f1 }) => f1 >= top - 0.002)
  return Math.round((good[end === 'lower' ? 0 : Math.floor(good.length / 2)]?.atLeast ?? 0.5) * 100) / 100
}

function learnSet(
  name: string,
  examples: readonly Example[],
  { least = 0, most = Infinity, end = 'middle', ...learning }: Learning & Partial<Choosing>,
) {
  const fitting = fittingOf('independent', learning)
  const learnt = [...examples, ...(learning.also ?? [])]
  const judges = judgesOf(learnt, fitting)
  const atLeast = bestThreshold(inCorpora(examples), judges.byOthers, { least, most, end })
  report(name, examples, judges, (among, judge) => f1Of(among, judge, { atLeast, least, most }))
  console.log(name.padEnd(14), `at ${atLeast}, ${examples.reduce((sum, { candidates }) => sum + candidates.length, 0)} candidates`)
  return { atLeast, weights: learnWeights(learnt, fitting), ...judges }
}

function learnChoice(name: string, examples: readonly Example[], learning: Learning) {
  const fitting = fittingOf('choice', learning)
  const learnt = [...examples, ...(learning.also ?? [])]
  const judges = judgesOf(learnt, fitting)
  const isRight = (example: Example, judge: Judge): boolean => example.truth.has(rank(example.candidates, judge(example))[0]?.id ?? '')
  report(name, examples, judges, (among, judge) => among.filter((example) => isRight(example, judge)).length / Math.max(1, among.length))
  const within = examples.filter(({ truth }) => truth.size > 0).length
  console.log(name.padEnd(14), `the truth is among the candidates in ${(within / examples.length).toFixed(3)}`)
  return { atLeast: 0, weights: learnWeights(learnt, fitting), ...judges }
}

const topicExamples = (among: readonly Row[]): Example[] =>
  examplesOf(
    among,
    ({ evidence }) => topicCandidates(evidence, lexicon),
    ({ gold }) => gold.topics,
    true,
  )
const topics = learnSet('topics', topicExamples([...relevant, ...written]), {
  ridge: Number(options.ridge),
  leastSeen: Number(options.seen),
  also: topicExamples(lessKnown([...relevant, ...written])),
  least: 1,
  most: 3,
  end: 'lower',
})
if (options.misses)
  for (const { article, story, evidence } of [...relevant, ...written]) {
    const ranked = rank(topicCandidates(evidence, lexicon), topics.perFold[foldOf(story, folds)] ?? {})
    const truth = new Set<string>(article.gold.topics)
    const shown = ranked.slice(0, 7).map(({ id, probability }) => `${truth.has(id) ? '+' : '-'}${id} ${probability.toFixed(2)}`)
    const wrong =
      ranked.some(({ id, probability }) => probability >= topics.atLeast !== truth.has(id)) ||
      [...truth].some((id) => !ranked.some((other) => other.id === id))
    if (wrong)
      console.log(
        article.id,
        article.lang,
        article.title.slice(0, 70),
        '|',
        [...truth]
          .filter((id) => !ranked.slice(0, 7).some((other) => other.id === id))
          .map((id) => `!${id}`)
          .join(' '),
        shown.join(' '),
      )
  }
if (options.misses) {
  const perTopic = new Map<string, [number, number, number, number, number, number]>()
  for (const { article, story, evidence } of [...relevant, ...written]) {
    const ranked = rank(topicCandidates(evidence, lexicon), topics.perFold[foldOf(story, folds)] ?? {})
    const likely = ranked.filter(({ probability }) => probability >= topics.atLeast).slice(0, 3)
    const chosen = new Set<string>((likely.length ? likely : ranked.slice(0, 1)).map(({ id }) => id))
    const off = heldOutStories.has(story) ? 3 : 0
    for (const id of new Set<string>([...chosen, ...article.gold.topics])) {
      const t = perTopic.get(id) ?? [0, 0, 0, 0, 0, 0]
      perTopic.set(id, t)
      const at = off + (chosen.has(id) ? ((article.gold.topics as string[]).includes(id) ? 0 : 1) : 2)
      t[at] = (t[at] ?? 0) + 1
    }
  }
  for (const [id, t] of perTopic) console.log('TOPIC', id.padEnd(24), 'hit/extra/missed', t.slice(0, 3).join('/'), ' held out', t.slice(3).join('/'))
}
const countries = learnSet(
  'countries',
  examplesOf(
    relevant,
    ({ evidence }) => countryCandidates(evidence, lexicon),
    ({ gold }) => gold.countries,
  ),
  { ridge: 8 },
)
const places = learnSet(
  'places',
  examplesOf(
    relevant,
    ({ evidence }) => placeCandidates(evidence, lexicon),
    ({ gold }) => gold.places,
  ),
  { ridge: 4 },
)
const organisations = learnSet(
  'organisations',
  examplesOf(
    relevant,
    ({ evidence }) => organisationCandidates(evidence, lexicon),
    ({ gold }) => gold.orgs,
  ),
  { ridge: 4 },
)
const withEvent = relevant.filter(({ article }) => article.gold.event)
const eventExamples = (among: readonly Row[]): Example[] =>
  examplesOf(
    among,
    ({ evidence }) => eventCandidates(evidence),
    ({ gold }) => (gold.event ? [gold.event] : []),
  )
const event = learnChoice('event', eventExamples([...withEvent, ...written]), {
  ridge: Number(options.choice),
  leastSeen: 6,
  also: eventExamples(lessKnown([...withEvent, ...written])),
})
if (options.misses)
  for (const { article, story, evidence } of [...withEvent, ...written]) {
    const ranked = rank(eventCandidates(evidence), event.perFold[foldOf(story, folds)] ?? {})
    if (ranked[0]?.id !== article.gold.event)
      console.log(
        article.id,
        article.lang,
        article.title.slice(0, 70),
        '|',
        article.gold.event,
        '<',
        ranked
          .slice(0, 6)
          .map(({ id, score }) => `${id} ${score.toFixed(1)}`)
          .join(' '),
      )
  }
const withDate = relevant.filter(({ article }) => article.gold.eventDate)
const eventDate = learnChoice(
  'event date',
  withDate
    .map(({ article, corpus, story, evidence }) => {
      const type = rank(eventCandidates(evidence), event.perFold[foldOf(story, folds)] ?? {})[0]?.id ?? null
      return { story, corpus, candidates: eventDateCandidates(evidence, type as EventType | null), truth: new Set([article.gold.eventDate ?? '']) }
    })
    .map((example) => ({ ...example, truth: new Set(example.candidates.filter(({ id }) => example.truth.has(id)).map(({ id }) => id as string)) })),
  { ridge: 2 },
)
// Topics and countries of a page not seen while learning are less sure than those of a page seen: relevance learns from the former.
const relevance = learnSet(
  'relevance',
  // The short news are of the region, and some name hardly more than who visits whom.
  [...rows, ...written].map(({ article, corpus, story, evidence }) => {
    const fold = foldOf(story, folds)
    const tags = {
      topics: rank(topicCandidates(evidence, lexicon), topics.perFold[fold] ?? {}),
      countries: rank(countryCandidates(evidence, lexicon), countries.perFold[fold] ?? {}),
    }
    return { story, corpus, candidates: [relevanceCandidate(evidence, tags, lexicon)], truth: new Set(article.gold.relevant ? ['relevant'] : []) }
  }),
  { ridge: 0.5, end: 'lower' },
)

if (!options.dry) {
  const learnt = { topics, countries, places, organisations, relevance, event, eventDate }
  for (const [kind, { atLeast, weights }] of Object.entries(learnt)) if (isAsked(kind)) write(kind, atLeast, weights)
}

function write(kind: string, atLeast: number, weights: Weights): void {
  const pairs = Object.entries(weights)
    .filter(([, value]) => value !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([feature, value]) => `${JSON.stringify(feature)}: ${value}`)
  const target = packageFile(`src/articles/weights/${kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`)
  writeFileSync(
    target,
    `/** What decides \`${kind}\`, learnt by \`npm run train:tags\` from ${rows.length} labelled articles; not edited by hand. */
import type { LearntWeights } from '../tag-model.js'

export const ${kind}Weights: LearntWeights = { atLeast: ${atLeast}, weights: { ${pairs.join(', ')} } }
`,
  )
  spawnSync('npx', ['biome', 'check', '--write', target], { stdio: 'inherit' })
}
