/** Labelled articles (the gold corpus of READOUT_CORPORA, bench/data) → src/articles/weights/, with cross-validated figures on stdout: `npm run train:tags`, `-- --only topics,event` for some of them. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
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
import type { EventType } from '../src/lexicon/lexicon.js'
import { loadLexicon } from '../src/lexicon/load.js'
import { packageFile } from '../src/package-files.js'
import { plainDateIn } from '../src/text/dates.js'
import { type Example, type FitOptions, fitFolds, foldOf, learnWeights } from './fit-weights.js'

const folds = 5
const { values: options } = parseArgs({
  options: {
    part: { type: 'string', default: 'whole' },
    dry: { type: 'boolean', default: false },
    ridge: { type: 'string', default: '4' },
    misses: { type: 'boolean', default: false },
    only: { type: 'string' },
    choice: { type: 'string', default: '8' },
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

interface Row {
  article: LabelledArticle
  story: string
  evidence: Evidence
}

function rowOf(article: LabelledArticle, zone: string | null): Row {
  const published = plainDateIn(new Date(article.publishedAt), zone)
  const { title, lang, paragraphs } = article
  return {
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
    .map((article) => rowOf(article, zones.get(article.site) ?? null))
})
const relevant = rows.filter(({ article }) => article.gold.relevant)
/** Short news written for this, with the kinds of events that the gold corpus lacks. */
const written: Row[] = readWrittenNews().map((article) => rowOf(article, null))

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
    return { story: row.story, candidates, truth: new Set([...found, ...lost]) }
  })
}

const goldStories = new Set(readCorpus(gold).articles.map((article) => article.gold.story ?? article.id))
const isGold = (story: string): boolean => goldStories.has(story)
const isWritten = (story: string): boolean => /^w\d+$/.test(story)
const heldOutStories = new Set(rows.filter(({ story, article }) => isGold(story) && isHeldOut(article)).map(({ story }) => story))

function partsOf(examples: readonly Example[]): [string, Example[]][] {
  const parts: [string, Example[]][] = [
    ['gold', examples.filter(({ story }) => isGold(story))],
    ['of it held out', examples.filter(({ story }) => heldOutStories.has(story))],
    ['written news', examples.filter(({ story }) => isWritten(story))],
    ['written corpora', examples.filter(({ story }) => !isGold(story) && !isWritten(story))],
  ]
  return parts.filter(([, among]) => among.length > 0)
}

/** F1 of the candidates, each judged by the fold that has not seen its story; truth that is no candidate counts as missed. */
function crossF1(
  examples: readonly Example[],
  perFold: readonly Weights[],
  { atLeast, least, most }: { atLeast: number; least: number; most: number },
): number {
  let [hit, wanted, had] = [0, 0, 0]
  for (const { story, candidates, truth } of examples) {
    const ranked = rank(candidates, perFold[foldOf(story, folds)] ?? {})
    const likely = ranked.filter(({ probability }) => probability >= atLeast)
    const chosen = likely.length < least ? ranked.slice(0, least) : likely.slice(0, most)
    hit += chosen.filter(({ id }) => truth.has(id)).length
    wanted += truth.size
    had += chosen.length
  }
  return (2 * hit) / Math.max(1, wanted + had)
}

function bestThreshold(examples: readonly Example[], perFold: readonly Weights[], least: number, most: number): { atLeast: number; f1: number } {
  const tried = Array.from({ length: 28 }, (_, step) => 0.2 + 0.02 * step).map((atLeast) => ({
    atLeast,
    f1: crossF1(examples, perFold, { atLeast, least, most }),
  }))
  // The middle of what is nearly best: the peak itself is an accident of few examples.
  const top = Math.max(...tried.map(({ f1 }) => f1))
  const good = tried.filter(({ f1 }) => f1 >= top - 0.006)
  // Where several are to be given, the lower end: a text of others has fewer of our words, so that its topics score lower than those learnt from.
  const middle = good[least > 0 ? 0 : Math.floor(good.length / 2)]
  const best = middle ? { atLeast: Math.round(middle.atLeast * 100) / 100, f1: middle.f1 } : { atLeast: 0.5, f1: 0 }
  return best
}

function learnSet(
  name: string,
  examples: readonly Example[],
  { ridge, least = 0, most = Infinity }: { ridge: number; least?: number; most?: number },
) {
  const fitting: FitOptions = { kind: 'independent', ridge }
  const perFold = fitFolds(examples, fitting, folds)
  const { atLeast, f1 } = bestThreshold(examples, perFold, least, most)
  for (const [part, among] of partsOf(examples)) console.log(name.padEnd(14), part, crossF1(among, perFold, { atLeast, least, most }).toFixed(3))
  console.log(
    name.padEnd(14),
    `F1 of candidates, cross-validated ${f1.toFixed(3)} at ${atLeast}, ${examples.reduce((sum, { candidates }) => sum + candidates.length, 0)} candidates`,
  )
  return { atLeast, weights: learnWeights(examples, fitting), perFold }
}

function learnChoice(name: string, examples: readonly Example[], ridge: number) {
  const fitting: FitOptions = { kind: 'choice', ridge }
  const perFold = fitFolds(examples, fitting, folds)
  const isRight = ({ story, candidates, truth }: Example): boolean => truth.has(rank(candidates, perFold[foldOf(story, folds)] ?? {})[0]?.id ?? '')
  const right = examples.filter(isRight).length
  const within = examples.filter(({ truth }) => truth.size > 0).length
  for (const [part, among] of partsOf(examples)) console.log(name.padEnd(14), part, (among.filter(isRight).length / among.length).toFixed(3))
  console.log(
    name.padEnd(14),
    `right, cross-validated ${(right / examples.length).toFixed(3)}; the truth is among the candidates in ${(within / examples.length).toFixed(3)}`,
  )
  return { atLeast: 0, weights: learnWeights(examples, fitting), perFold }
}

const topics = learnSet(
  'topics',
  examplesOf(
    [...relevant, ...written],
    ({ evidence }) => topicCandidates(evidence, lexicon),
    ({ gold }) => gold.topics,
    true,
  ),
  { ridge: Number(options.ridge), least: 1, most: 3 },
)
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
  { ridge: 4 },
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
const event = learnChoice(
  'event',
  examplesOf(
    [...withEvent, ...written],
    ({ evidence }) => eventCandidates(evidence),
    ({ gold }) => (gold.event ? [gold.event] : []),
  ),
  Number(options.choice),
)
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
    .map(({ article, story, evidence }) => {
      const type = rank(eventCandidates(evidence), event.perFold[foldOf(story, folds)] ?? {})[0]?.id ?? null
      return { story, candidates: eventDateCandidates(evidence, type as EventType | null), truth: new Set([article.gold.eventDate ?? '']) }
    })
    .map((example) => ({ ...example, truth: new Set(example.candidates.filter(({ id }) => example.truth.has(id)).map(({ id }) => id as string)) })),
  2,
)
// Topics and countries of a page not seen while learning are less sure than those of a page seen: relevance learns from the former.
const relevance = learnSet(
  'relevance',
  rows.map(({ article, story, evidence }) => {
    const fold = foldOf(story, folds)
    const tags = {
      topics: rank(topicCandidates(evidence, lexicon), topics.perFold[fold] ?? {}),
      countries: rank(countryCandidates(evidence, lexicon), countries.perFold[fold] ?? {}),
    }
    return { story, candidates: [relevanceCandidate(evidence, tags, lexicon)], truth: new Set(article.gold.relevant ? ['relevant'] : []) }
  }),
  { ridge: 0.5 },
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
  const target = packageFile(`src/articles/weights/${kind}.ts`)
  writeFileSync(
    target,
    `/** What decides \`${kind}\`, learnt by \`npm run train:tags\` from ${rows.length} labelled articles; not edited by hand. */
import type { LearntWeights } from '../tag-model.js'

export const ${kind}Weights: LearntWeights = { atLeast: ${atLeast}, weights: { ${pairs.join(', ')} } }
`,
  )
  spawnSync('npx', ['biome', 'check', '--write', target], { stdio: 'inherit' })
}
