/** Evidence of a text → its possible topics, as candidates with features. */
import type { Cue, Lexicon, TopicId } from '../lexicon/lexicon.js'
import { stateOf } from './countries.js'
import type { Evidence, Zone } from './evidence.js'
import type { Candidate } from './tag-model.js'

const zoneWeights: Record<Zone, number> = { title: 3, lead: 2, second: 1.3, body: 1, late: 0.7 }

/** Sum of weights per concept and zone, and what the concept's different cue words are. */
interface Tally {
  zones: Partial<Record<Zone, number>>
  /** As `zones`, of the words that hardly mean anything else (weight 3). */
  strong: Partial<Record<Zone, number>>
  words: Set<string>
  total: number
}

export function tallyCues(cues: readonly Cue[], evidence: Evidence): Map<string, Tally> {
  const tallies = new Map<string, Tally>()
  for (const { id, weight, start, end } of cues) {
    const tally = tallies.get(id) ?? { zones: {}, strong: {}, words: new Set<string>(), total: 0 }
    tallies.set(id, tally)
    const zone = evidence.zoneOf(start)
    tally.zones[zone] = (tally.zones[zone] ?? 0) + weight
    if (weight >= 3) tally.strong[zone] = (tally.strong[zone] ?? 0) + 1
    tally.words.add(evidence.whole.slice(start, end).toLowerCase().slice(0, 12))
    tally.total += weight * zoneWeights[zone]
  }
  return tallies
}

/** Whether the states of the text are those that the topic is about: 1 yes, -1 no, 0 says nothing. */
function fitOf(topic: TopicId, shares: ReadonlyMap<string, number>): number {
  const share = (country: string): number => shares.get(country) ?? 0
  const both = (a: string, b: string): number => (share(a) > 0.08 && share(b) > 0.08 ? 1 : -1)
  switch (topic) {
    case 'peace-treaty':
    case 'karabakh':
    case 'border':
      return both('AM', 'AZ')
    case 'turkey-armenia':
      return both('TR', 'AM')
    case 'constitution':
      return share('AM') > 0.15 && share('AZ') > 0.05 ? 1 : -1
    case 'georgia-politics':
      return share('GE') > 0.35 ? 1 : -1
    case 'abkhazia-south-ossetia':
      return share('GE') > 0.1 ? 1 : -1
    case 'domestic-politics':
      return share('GE') < 0.2 && Math.max(share('AM'), share('AZ')) > 0.6 ? 1 : -1
    case 'mediation': {
      const third = [...shares].filter(([country]) => country !== 'AM' && country !== 'AZ').reduce((sum, [, value]) => sum + value, 0)
      return both('AM', 'AZ') === 1 && third > 0.15 ? 1 : -1
    }
    default:
      return 0
  }
}

function sharesOf(evidence: Evidence, lexicon: Lexicon): Map<string, number> {
  const counts = new Map<string, number>()
  for (const mention of evidence.mentions) {
    const country = mention.kind === 'country' ? mention.slug : stateOf(lexicon.entity(mention.slug))
    if (country) counts.set(country, (counts.get(country) ?? 0) + zoneWeights[evidence.zoneOf(mention.start)])
  }
  const sum = [...counts.values()].reduce((total, count) => total + count, 0)
  return new Map([...counts].map(([country, count]) => [country, count / Math.max(1, sum)]))
}

/** Whether somebody of a state that is neither Armenia nor Azerbaijan is named in the title or the lead. */
function isForeignerInFront(evidence: Evidence, lexicon: Lexicon): boolean {
  return evidence.mentions.some(({ kind, slug, start }) => {
    const zone = evidence.zoneOf(start)
    const state = kind === 'person' && (zone === 'title' || zone === 'lead') ? stateOf(lexicon.entity(slug)) : null
    return state !== null && state !== 'AM' && state !== 'AZ'
  })
}

/** One candidate for every topic with a cue word in the text. */
export function topicCandidates(evidence: Evidence, lexicon: Lexicon): Candidate<TopicId>[] {
  const tallies = tallyCues(evidence.topicCues, evidence)
  const threads = tallyCues(evidence.threadCues, evidence)
  const shares = sharesOf(evidence, lexicon)
  const totals = [...tallies.values()].map(({ total }) => total).sort((a, b) => b - a)
  const top = Math.max(1, totals[0] ?? 0)
  const topThread = Math.max(1, ...[...threads.values()].map(({ total }) => total))
  const threadOf = new Map<string, number>()
  for (const thread of lexicon.threads()) {
    const score = (threads.get(thread.id)?.total ?? 0) / topThread
    for (const topic of thread.topics) threadOf.set(topic, Math.max(threadOf.get(topic) ?? 0, score))
  }
  return [...tallies].map(([id, { zones, strong, words, total }]) => {
    const place = totals.indexOf(total)
    const features: Record<string, number> = { [`topic ${id}`]: 1 }
    for (const [zone, score] of Object.entries(zones)) features[zone] = Math.log1p(score)
    for (const [zone, count] of Object.entries(strong)) features[`strong ${zone}`] = Math.log1p(count)
    features.weak = Object.keys(strong).length === 0 ? 1 : 0
    features.inTitle = zones.title ? 1 : 0
    features.words = Math.log1p(words.size)
    features.total = Math.log1p(total)
    features.density = Math.log1p((100 * total) / evidence.words)
    features.share = total / top
    features.first = place === 0 ? 1 : 0
    features.second_ = place === 1 ? 1 : 0
    features.third = place === 2 ? 1 : 0
    features.behind = Math.min(4, Math.max(0, place - 2))
    features.thread = threadOf.get(id) ?? 0
    features.fit = fitOf(id as TopicId, shares)
    // A third state's leader in the news of the two: what they talk about is mediation.
    if (id === 'mediation' && features.fit === 1 && isForeignerInFront(evidence, lexicon)) features['third party in front'] = 1
    features.rivals = Math.log1p(tallies.size)
    return { id: id as TopicId, features }
  })
}
