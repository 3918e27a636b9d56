/** Two articles → the features by which a pair is judged: what they share, in which language they share it, and how far apart they lie in time. */
import { similarity } from '../text/shingles.js'
import type { Comparable } from './comparable.js'
import { inCommon } from './in-common.js'
import { conceptWeight, notionWeight, soundWeight, stemWeight } from './rarity.js'

/** In the order of the weights; `bias` is 1 for every pair. */
export const featureNames = [
  'bias',
  'people',
  'places',
  'organisations',
  'names',
  'topics',
  'countries',
  'sameEvent',
  'otherEvent',
  'eventDayApart',
  'eventDayUnknown',
  'publishedApart',
  'words',
  'titleTold',
  'titleUntold',
  'capitals',
  'capitalsAcross',
  'notions',
  'leadNotions',
  'leadNames',
  'otherLanguage',
  'figures',
  'sameOutlet',
  'copy',
] as const
export type FeatureName = (typeof featureNames)[number]
export type PairFeatures = Record<FeatureName, number>

type Weigh = (item: string) => number

/** Weighted Jaccard with a floor under the smaller side's share: a short text that lies wholly within a long one is like it. */
function overlap(first: Iterable<string>, second: Iterable<string>, weigh: Weigh): number {
  return inCommon(new Set(first), new Set(second), weigh).ofMean
}

/** Of two unit vectors. */
function cosine(first: ReadonlyMap<string, number>, second: ReadonlyMap<string, number>): number {
  const [short, long] = first.size <= second.size ? [first, second] : [second, first]
  let dot = 0
  for (const [stem, value] of short) dot += value * (long.get(stem) ?? 0)
  return dot
}

function sharedFigures(first: ReadonlySet<number>, second: ReadonlySet<number>): number {
  if (first.size === 0 || second.size === 0) return 0
  let both = 0
  for (const value of first) if (second.has(value)) both++
  // One more than there are: a single figure may be shared by chance.
  return both / (Math.sqrt(first.size * second.size) + 1)
}

/** Share of the items that the other has, by weight; null where there are none to look for. */
function told<T>(items: Iterable<T>, other: { has(item: T): boolean }, weigh: (item: T) => number): number | null {
  let all = 0
  let hit = 0
  for (const item of items) {
    const weight = weigh(item)
    all += weight
    if (other.has(item)) hit += weight
  }
  return all === 0 ? null : hit / all
}

/** Mean of both directions; `without` where neither has any. */
function both(first: number | null, second: number | null, without: number): number {
  if (first === null && second === null) return without
  return ((first ?? second ?? 0) + (second ?? first ?? 0)) / 2
}

/** Share of the names and numbers of the two headlines that the other text does not have: another town, another day of the month. */
function untold(a: Comparable, b: Comparable): number {
  const missing = (from: Comparable, to: Comparable): number | null => {
    const names = told(from.title.capitals, to.body.capitals, () => 1)
    const numbers = told(from.title.numbers, to.body.numbers, () => 1)
    return names === null && numbers === null ? null : 1 - Math.min(names ?? 1, numbers ?? 1)
  }
  return Math.max(missing(a, b) ?? 0, missing(b, a) ?? 0)
}

/** Share of each headline's words that the other text has: the mean of both directions, drawn to the smaller one. */
function titleTold(a: Comparable, b: Comparable, weigh: Weigh): number {
  const first = told(a.title.stems.keys(), b.body.stems, weigh) ?? 0
  const second = told(b.title.stems.keys(), a.body.stems, weigh) ?? 0
  return (first + second + 2 * Math.min(first, second)) / 4
}

/** Names that the other text has too, in whatever script; `without` where neither text has any. */
function namesTold(a: Comparable, b: Comparable, without: number): number {
  return both(told(a.body.capitals, b.body.sounds, soundWeight), told(b.body.capitals, a.body.sounds, soundWeight), without)
}

/** How much of one's beginning the other text tells: a reaction has a beginning of its own, but the event stands in it too. */
function leadTold(a: Comparable, b: Comparable, share: (from: Comparable, to: Comparable) => number | null): number {
  return Math.max(share(a, b) ?? 0, share(b, a) ?? 0)
}

/** Days apart, bent so that the second day counts less than the first and all beyond a week is the same. */
function apart(first: number | null, second: number | null, most: number): number {
  if (first === null || second === null) return 0
  return Math.log1p(Math.min(Math.abs(first - second), most)) / Math.log1p(most)
}

function isStatement({ told: { event } }: Comparable): boolean {
  return event === 'statement'
}

export function pairFeatures(a: Comparable, b: Comparable): PairFeatures {
  const sameLanguage = a.told.lang === b.told.lang
  const concept: Weigh = (slug) => conceptWeight(slug)
  const word: Weigh = (stem) => stemWeight(stem, a.told.lang)
  const one = (): number => 1
  const eventKnown = a.told.event !== null && b.told.event !== null
  return {
    bias: 1,
    people: overlap(a.told.people, b.told.people, concept),
    places: overlap(a.told.places, b.told.places, concept),
    organisations: overlap(a.told.organisations, b.told.organisations, concept),
    names: overlap(a.told.nameKeys, b.told.nameKeys, one),
    topics: overlap(a.told.topics, b.told.topics, concept),
    countries: overlap(a.told.countries, b.told.countries, concept),
    sameEvent: eventKnown && a.told.event === b.told.event ? 1 : 0,
    // That somebody said something is told of any kind of event.
    otherEvent: eventKnown && a.told.event !== b.told.event && !isStatement(a) && !isStatement(b) ? 1 : 0,
    eventDayApart: apart(a.eventDay, b.eventDay, 7),
    eventDayUnknown: a.eventDay === null || b.eventDay === null ? 1 : 0,
    publishedApart: apart(a.publishedDay, b.publishedDay, 7),
    words: sameLanguage ? cosine(a.vector, b.vector) : 0,
    titleTold: sameLanguage ? titleTold(a, b, word) : 0,
    titleUntold: sameLanguage ? untold(a, b) : 0,
    capitals: sameLanguage ? namesTold(a, b, 0.3) : 0,
    capitalsAcross: sameLanguage ? 0 : namesTold(a, b, 0.2),
    notions: sameLanguage ? 0 : cosine(a.notions, b.notions),
    leadNotions: sameLanguage ? 0 : leadTold(a, b, (from, to) => told(from.lead.notions.keys(), to.body.notions, notionWeight)),
    leadNames: sameLanguage ? 0 : leadTold(a, b, (from, to) => told(from.lead.capitals, to.body.sounds, soundWeight)),
    otherLanguage: sameLanguage ? 0 : 1,
    figures: sharedFigures(a.body.figures, b.body.figures),
    sameOutlet: a.told.sourceId === b.told.sourceId ? 1 : 0,
    copy: sameLanguage ? Math.max(0, (similarity(a.told.fingerprint, b.told.fingerprint) - 0.3) / 0.7) : 0,
  }
}
