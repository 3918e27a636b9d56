/** Evidence of a text → the possible types of its event, as candidates with features. */
import type { EventType, Lexicon } from '../lexicon/lexicon.js'
import type { Evidence } from './evidence.js'
import { frontOf } from './front.js'
import type { Candidate } from './tag-model.js'
import { type Tally, tallyCues, tallyNotions } from './tally-cues.js'

/** Weights of single types are pulled to 0 harder than those of what all types share: some types hardly occur where they are learnt. */
const ownWeight = 0.4

/** How strongly a topic's words speak for or against a single type. */
const topicWeight = 0.5

/** The same of words that name a notion, and of who stands in front. */
const notionWeight = 0.5
const frontWeight = 0.5

/** The second is how the first comes about, or a wider word for it: where both stand in front, the news is the first. */
const outranks: Partial<Record<EventType, readonly EventType[]>> = {
  call: ['meeting', 'negotiation', 'statement'],
  summit: ['meeting', 'signing', 'statement'],
  negotiation: ['meeting'],
  signing: ['agreement', 'meeting', 'statement'],
  release: ['agreement', 'statement', 'arrest', 'meeting'],
  exercise: ['statement'],
  sanction: ['statement', 'law', 'agreement', 'trial', 'protest', 'arrest'],
  law: ['statement', 'meeting', 'agreement'],
  vote: ['statement', 'meeting', 'agreement'],
  arrest: ['trial', 'statement', 'protest'],
  trial: ['statement', 'arrest'],
  protest: ['statement', 'arrest', 'meeting', 'appointment'],
  aid: ['agreement', 'statement', 'law'],
  clash: ['statement'],
  agreement: ['statement', 'negotiation'],
  appointment: ['statement', 'vote', 'meeting'],
  publication: ['statement'],
  visit: ['statement', 'meeting'],
}

/** "Name: what he says", "'Quoted', name says": a headline that reports speech. */
function headlineSpeaks(evidence: Evidence): boolean {
  const { title } = evidence.input
  const colon = /^.{2,45}?[:․։]\s/u.exec(title)
  if (colon && evidence.mentions.some(({ start, end }) => end <= (colon[0]?.length ?? 0) && start >= 0)) return true
  return /^["'«„“‘]/u.test(title) || /["'»”“’]$/u.test(title)
}

/** What stands in the text, whatever type is asked about: words of topics, notions, who is in front. */
function surroundingsOf(evidence: Evidence, lexicon: Lexicon): [name: string, value: number][] {
  const { people, states, abroad, abroadInTitle } = frontOf(evidence, lexicon)
  const several = (count: number): number => Math.min(3, count)
  return [
    ...[...tallyCues(evidence.topicCues, evidence)].map(([id, { total }]): [string, number] => [`in ${id}`, topicWeight * Math.log1p(total)]),
    ...[...tallyNotions(evidence)].map(([notion, total]): [string, number] => [`told by ${notion}`, notionWeight * Math.log1p(total)]),
    [`people in front ${several(people.size)}`, frontWeight],
    [`states in front ${several(states.size)}`, frontWeight],
    ['abroad', abroad ? frontWeight : 0],
    ['abroad in the title', abroadInTitle ? frontWeight : 0],
  ]
}

const verbLast = new Set(['az', 'tr', 'hy', 'ka'])

/** One candidate for every event type with a cue word in the text, and the statement; the news stands in title and first paragraphs. */
export function eventCandidates(evidence: Evidence, lexicon: Lexicon): Candidate<EventType>[] {
  const tallies = tallyCues(evidence.eventCues, evidence) as Map<EventType, Tally>
  if (!tallies.has('statement')) tallies.set('statement', { zones: {}, strong: {}, words: new Set(), paragraphs: new Set(), total: 0 })
  const leadSentence = evidence.sentenceAt(evidence.input.title.length + 2)
  const inTitle = evidence.eventCues.filter(({ start, weight }) => weight >= 2 && evidence.zoneOf(start) === 'title')
  const inLead = evidence.eventCues.filter(({ start, weight }) => weight >= 2 && start >= leadSentence.start && start < leadSentence.end)
  const head = (cues: typeof inTitle): number =>
    verbLast.has(evidence.input.lang) ? Math.max(...cues.map(({ end }) => end)) : Math.min(...cues.map(({ start }) => start))
  const isHead = (id: string, cues: typeof inTitle): boolean =>
    cues.some((cue) => cue.id === id && (verbLast.has(evidence.input.lang) ? cue.end : cue.start) === head(cues))
  const front = (zones: Partial<Record<string, number>>): number => (zones.title ?? 0) * 2 + (zones.lead ?? 0) + (zones.second ?? 0) * 0.4
  const fronts = [...tallies.values()].map(({ zones }) => front(zones)).sort((a, b) => b - a)
  const top = Math.max(1, fronts[0] ?? 0)
  const speaks = headlineSpeaks(evidence)
  const isStrongInFront = ({ strong }: Tally): boolean => (strong.title ?? 0) + (strong.lead ?? 0) > 0
  const surroundings = surroundingsOf(evidence, lexicon)
  const outranked = new Set([...tallies].flatMap(([id, tally]) => (isStrongInFront(tally) ? (outranks[id] ?? []) : [])))
  const outrankedInTitle = new Set([...tallies].flatMap(([id, { zones }]) => ((zones.title ?? 0) >= 2 ? (outranks[id] ?? []) : [])))
  return [...tallies].map(([id, { zones, strong, words, total }]) => {
    const features: Record<string, number> = { [`event ${id}`]: ownWeight }
    for (const [zone, score] of Object.entries(zones)) features[zone] = Math.log1p(score)
    const place = fronts.indexOf(front(zones))
    for (const [zone, count] of Object.entries(strong)) features[`strong ${zone}`] = Math.log1p(count)
    features.words = Math.log1p(words.size)
    features.inTitle = zones.title ? 1 : 0
    features.inLead = zones.lead ? 1 : 0
    features.titleAndLead = zones.title && zones.lead ? 1 : 0
    features.share = front(zones) / top
    features.first = place === 0 ? 1 : 0
    features.second_ = place === 1 ? 1 : 0
    features.total = Math.log1p(total)
    features['head of the title'] = isHead(id, inTitle) ? 1 : 0
    features['head of the lead'] = isHead(id, inLead) ? 1 : 0
    features.late_ = !zones.title && !zones.lead ? 1 : 0
    for (const [name, value] of surroundings) features[`${id} ${name}`] = value
    if (outranked.has(id)) features.outranked = 1
    if (outrankedInTitle.has(id)) features['outranked in the title'] = 1
    if (id === 'statement') {
      if (speaks) features['headline speaks'] = 1
      features['others in front'] = Math.log1p(
        Math.max(0, ...[...tallies].filter(([other]) => other !== 'statement').map(([, tally]) => front(tally.zones))),
      )
    } else if (speaks) features['headline speaks of it'] = 1
    return { id, features }
  })
}
