/** Two sentences, of one language or of two → whether they tell the same, so that a reader is told it once. */
import { inCommon } from './in-common.js'
import { conceptWeight, notionWeight } from './rarity.js'
import type { ReportedSentence } from './sentences.js'

/** Share of the smaller sentence's words from which two of one language tell the same; fewer will do where they name the same people and places. */
const repeats = 0.5
const repeatsOfSame = { stems: 0.3, concepts: 0.75, least: 3 }
/** Weight of what two sentences of two languages share from which they tell the same: half of the openings of one event have it, one in fifty of other pairs. */
const repeatsAcross = 2
/** Share of the notions that they must have in common (geometric mean of both sides'), where they have no figure. */
const leastNotions = 0.34

/** Of the smaller side's items, those that both have. */
function share(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  return [...first].filter((item) => second.has(item)).length / Math.max(1, Math.min(first.size, second.size))
}

export function tellsTheSame(first: ReportedSentence, second: ReportedSentence): boolean {
  if (first.text === second.text) return true
  if (first.lang === second.lang) {
    const stems = share(first.stems, second.stems)
    const sameNames = Math.min(first.concepts.size, second.concepts.size) >= repeatsOfSame.least
    return stems >= repeats || (sameNames && stems >= repeatsOfSame.stems && share(first.concepts, second.concepts) >= repeatsOfSame.concepts)
  }
  const figures = [...first.numbers].filter((value) => second.numbers.has(value)).length
  const concepts = inCommon(first.concepts, second.concepts, conceptWeight)
  const notions = inCommon(first.notions, second.notions, notionWeight)
  // The same people in the same town may do two things.
  if (notions.ofMean < leastNotions && figures === 0) return false
  return 0.6 * concepts.both * concepts.ofLess + 0.5 * notions.both * notions.ofMean + figures >= repeatsAcross
}
