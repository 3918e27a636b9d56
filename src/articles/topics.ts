/** Evidence of a text → its possible topics, as candidates with features. */
import type { Lexicon, TopicId } from '../lexicon/lexicon.js'
import { stateNamed } from './countries.js'
import type { Evidence } from './evidence.js'
import { frontOf, isInFront } from './front.js'
import type { Candidate } from './tag-model.js'
import { type Tally, tallyCues, tallyNotions, zoneWeights } from './tally-cues.js'
import { companions, fitOf, shutsOut } from './topic-rules.js'

/** Weights of single topics are pulled to 0 harder than those of what all topics share: there are few examples of each. */
const ownWeight = 0.5

/** ISO country → how often it and its people, bodies and places are named, more in front than behind. */
function countriesOf(evidence: Evidence, lexicon: Lexicon): Map<string, number> {
  const counts = new Map<string, number>()
  for (const mention of evidence.mentions) {
    const country = stateNamed(mention, lexicon)
    if (country) counts.set(country, (counts.get(country) ?? 0) + zoneWeights[evidence.zoneOf(mention.start)])
  }
  return counts
}

function sharesOf(counts: ReadonlyMap<string, number>): Map<string, number> {
  const sum = [...counts.values()].reduce((total, count) => total + count, 0)
  return new Map([...counts].map(([country, count]) => [country, count / Math.max(1, sum)]))
}

const talks = new Set(['meeting', 'call', 'summit', 'negotiation', 'visit'])

function threadShares(evidence: Evidence, lexicon: Lexicon): Map<string, number> {
  const threads = tallyCues(evidence.threadCues, evidence)
  const top = Math.max(1, ...[...threads.values()].map(({ total }) => total))
  const shares = new Map<string, number>()
  for (const thread of lexicon.threads()) {
    const score = (threads.get(thread.id)?.total ?? 0) / top
    for (const topic of thread.topics) shares.set(topic, Math.max(shares.get(topic) ?? 0, score))
  }
  return shares
}

/** Matters between Armenia and Azerbaijan. */
const aboutTheTwo: readonly TopicId[] = ['peace-treaty', 'border', 'karabakh']

const empty: Tally = { zones: {}, strong: {}, words: new Set(), paragraphs: new Set(), total: 0 }

/** How strongly what else stands in the text speaks for or against a single topic: there are many such pairs, and few examples of each. */
const besideWeight = 0.6
const eventWeight = 0.5
const nameWeight = 0.4
const notionWeight = 0.4
const countryWeight = 0.4

/** What stands in the text, whatever topic is asked about: words of topics, of events in front, notions, people, bodies, places and countries. */
function surroundingsOf(
  evidence: Evidence,
  tallies: ReadonlyMap<TopicId, Tally>,
  countries: ReadonlyMap<string, number>,
): [name: string, value: number][] {
  const names = new Map<string, number>()
  for (const { kind, slug, start } of evidence.mentions)
    if (kind !== 'country') names.set(slug, (names.get(slug) ?? 0) + zoneWeights[evidence.zoneOf(start)])
  const events = [...tallyCues(evidence.eventCues, evidence)].map(([id, { zones }]) => [id, (zones.title ?? 0) * 2 + (zones.lead ?? 0)] as const)
  return [
    ...[...tallies].map(([id, { total }]): [string, number] => [`beside ${id}`, besideWeight * Math.log1p(total)]),
    ...events.map(([id, front]): [string, number] => [`at ${id}`, eventWeight * Math.log1p(front)]),
    ...[...tallyNotions(evidence)].map(([notion, total]): [string, number] => [`told by ${notion}`, notionWeight * Math.log1p(total)]),
    ...[...countries].map(([country, count]): [string, number] => [`of ${country}`, countryWeight * Math.log1p(count)]),
    ...[...names].map(([slug, count]): [string, number] => [`with ${slug}`, nameWeight * Math.log1p(count)]),
  ]
}

/** Topics of which a word that hardly means anything else stands in the text, or clear words in two of its paragraphs. */
export function clearTopics(evidence: Evidence): ReadonlySet<TopicId> {
  const clear = [...tallyCues(evidence.topicCues, evidence)].filter(
    ([, { strong, paragraphs }]) => Object.keys(strong).length > 0 || paragraphs.size > 1,
  )
  return new Set(clear.map(([id]) => id as TopicId))
}

/** One candidate for every topic with a cue word in the text, and for the usual companions of the one that has most of them. */
export function topicCandidates(evidence: Evidence, lexicon: Lexicon): Candidate<TopicId>[] {
  const tallies = tallyCues(evidence.topicCues, evidence) as Map<TopicId, Tally>
  const threads = threadShares(evidence, lexicon)
  const countries = countriesOf(evidence, lexicon)
  const shares = sharesOf(countries)
  const ordered = [...tallies].sort(([, a], [, b]) => b.total - a.total)
  const leading = ordered[0]?.[0]
  const top = Math.max(1, ordered[0]?.[1].total ?? 0)
  const isWithLeading = new Set(leading ? companions[leading] : [])
  const isShutOut = new Set(leading ? shutsOut[leading] : [])
  const cuesInFront = evidence.eventCues.filter((cue) => isInFront(evidence, cue))
  const clashInFront = cuesInFront.some(({ id, weight }) => id === 'clash' && weight >= 3)
  const talk = cuesInFront.some(({ id, weight }) => weight >= 2 && talks.has(id))
  const { states } = frontOf(evidence, lexicon)
  const armenia = states.has('AM')
  const azerbaijan = states.has('AZ')
  const third = [...states].some((state) => state !== 'AM' && state !== 'AZ')
  const twoTalk = armenia && azerbaijan && talk
  const isOfBoth = (shares.get('AM') ?? 0) > 0.03 && (shares.get('AZ') ?? 0) > 0.03
  const thirdTalks = third && (armenia || azerbaijan) && talk && isOfBoth && aboutTheTwo.some((id) => tallies.has(id))
  const candidates = new Map<TopicId, Tally>(ordered)
  const turkeyArmeniaAlone = Math.min(shares.get('TR') ?? 0, shares.get('AM') ?? 0) > 0.3
  const prompted: TopicId[] = [
    ...(turkeyArmeniaAlone ? ['turkey-armenia' as const] : []),
    ...isWithLeading,
    ...(twoTalk ? ['peace-treaty' as const] : []),
    ...(thirdTalks ? ['mediation' as const] : []),
  ]
  for (const id of prompted) if (!candidates.has(id)) candidates.set(id, empty)
  const places = ordered.map(([, { total }]) => total)
  const surroundings = surroundingsOf(evidence, tallies, countries)
  return [...candidates].map(([id, { zones, strong, words, paragraphs, total }]) => {
    const place = total === 0 ? 9 : places.indexOf(total)
    const fit = fitOf(id, shares)
    const features: Record<string, number> = { [`topic ${id}`]: ownWeight }
    for (const [zone, score] of Object.entries(zones)) features[zone] = Math.log1p(score)
    for (const [zone, count] of Object.entries(strong)) features[`strong ${zone}`] = Math.log1p(count)
    features.weak = Object.keys(strong).length === 0 ? 1 : 0
    features.inTitle = zones.title ? 1 : 0
    features.words = Math.log1p(words.size)
    features.total = Math.log1p(total)
    features.density = Math.log1p((100 * total) / evidence.words)
    features.share = total / top
    features['share of paragraphs'] = paragraphs.size / Math.max(1, evidence.paragraphs)
    features.onlyLate = total > 0 && !zones.title && !zones.lead && !zones.second && !zones.body ? 1 : 0
    features.first = place === 0 ? 1 : 0
    features.second_ = place === 1 ? 1 : 0
    features.third = place === 2 ? 1 : 0
    features.behind = Math.min(4, Math.max(0, place - 2))
    features.thread = threads.get(id) ?? 0
    features.fit = fit
    if (isWithLeading.has(id)) features['goes with the first'] = 1
    if (isWithLeading.has(id) && fit >= 0) features['goes with the first, its states'] = 1
    if (isShutOut.has(id)) features['shut out by the first'] = 1
    // A third state's leader in the news of the two: what they talk about is mediation.
    if (id === 'mediation' && fit === 1 && third) features['third party in front'] = 1
    if (id === 'peace-treaty' && twoTalk) features['the two talk'] = 1
    if (id === 'turkey-armenia' && turkeyArmeniaAlone) features['its two states alone'] = 1
    if (id === 'mediation' && thirdTalks) features['a third talks with them'] = 1
    if (id === 'mediation' && twoTalk && third) features['the two talk with a third'] = 1
    if (id === 'border' && fit === 1 && clashInFront) features['shots between the two'] = 1
    features.rivals = Math.log1p(tallies.size)
    for (const [name, value] of surroundings) features[`${id} ${name}`] = value
    return { id, features }
  })
}
