/** Two articles → the features by which a pair is judged: what they share, in which language they share it, and how far apart they lie in time. */
import { similarity } from '../text/shingles.js'
import type { Comparable } from './comparable.js'
import { conceptWeight, stemWeight } from './rarity.js'

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
  'titleWords',
  'sharedWordsAcross',
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
  const a = new Set(first)
  const b = new Set(second)
  if (a.size === 0 || b.size === 0) return 0
  let both = 0
  let left = 0
  let right = 0
  for (const item of a) {
    const weight = weigh(item)
    left += weight
    if (b.has(item)) both += weight
  }
  for (const item of b) right += weigh(item)
  return both / Math.sqrt(left * right)
}

function cosine(first: ReadonlyMap<string, number>, second: ReadonlyMap<string, number>, weigh: Weigh): number {
  const value = (count: number, stem: string): number => (1 + Math.log(count)) * weigh(stem)
  let dot = 0
  let left = 0
  let right = 0
  for (const [stem, count] of first) {
    const mine = value(count, stem)
    left += mine * mine
    const theirs = second.get(stem)
    if (theirs) dot += mine * value(theirs, stem)
  }
  for (const [stem, count] of second) right += value(count, stem) ** 2
  return left === 0 || right === 0 ? 0 : dot / Math.sqrt(left * right)
}

function sharedFigures(first: ReadonlySet<number>, second: ReadonlySet<number>): number {
  if (first.size === 0 || second.size === 0) return 0
  let both = 0
  for (const value of first) if (second.has(value)) both++
  return both / Math.sqrt(first.size * second.size)
}

/** Days apart, bent so that the second day counts less than the first and all beyond a week is the same. */
function apart(first: number | null, second: number | null, most: number): number {
  if (first === null || second === null) return 0
  return Math.log1p(Math.min(Math.abs(first - second), most)) / Math.log1p(most)
}

export function pairFeatures(a: Comparable, b: Comparable): PairFeatures {
  const sameLanguage = a.told.lang === b.told.lang
  const concept: Weigh = (slug) => conceptWeight(slug)
  const word: Weigh = (stem) => stemWeight(stem, a.told.lang)
  const one: Weigh = () => 1
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
    otherEvent: eventKnown && a.told.event !== b.told.event ? 1 : 0,
    eventDayApart: apart(a.eventDay, b.eventDay, 7),
    eventDayUnknown: a.eventDay === null || b.eventDay === null ? 1 : 0,
    publishedApart: apart(a.publishedDay, b.publishedDay, 7),
    words: sameLanguage ? cosine(a.body.stems, b.body.stems, word) : 0,
    titleWords: sameLanguage ? cosine(a.title.stems, b.title.stems, word) : 0,
    sharedWordsAcross: sameLanguage ? 0 : cosine(a.body.stems, b.body.stems, one),
    otherLanguage: sameLanguage ? 0 : 1,
    figures: sharedFigures(a.body.figures, b.body.figures),
    sameOutlet: a.told.sourceId === b.told.sourceId ? 1 : 0,
    copy: sameLanguage ? Math.max(0, (similarity(a.told.fingerprint, b.told.fingerprint) - 0.3) / 0.7) : 0,
  }
}
