/** Cue words and notions of a text → per concept how much of it stands where, what is news and what is told as the past. */
import type { Cue } from '../lexicon/lexicon.js'
import type { Evidence, Zone } from './evidence.js'

export const zoneWeights: Record<Zone, number> = { title: 3, lead: 2, second: 1.3, body: 1, late: 0.7 }

/** Sums of weights per zone, and what the concept's different cue words are. */
export interface Tally {
  zones: Partial<Record<Zone, number>>
  /** As `zones`, of the words that hardly mean anything else (weight 3). */
  strong: Partial<Record<Zone, number>>
  words: Set<string>
  paragraphs: Set<number>
  total: number
}

export function tallyCues(cues: readonly Cue[], evidence: Evidence): Map<string, Tally> {
  const tallies = new Map<string, Tally>()
  for (const { id, weight, start, end } of cues) {
    const tally = tallies.get(id) ?? { zones: {}, strong: {}, words: new Set<string>(), paragraphs: new Set<number>(), total: 0 }
    tallies.set(id, tally)
    const zone = evidence.zoneOf(start)
    tally.zones[zone] = (tally.zones[zone] ?? 0) + weight
    if (weight >= 3) tally.strong[zone] = (tally.strong[zone] ?? 0) + 1
    tally.words.add(evidence.whole.slice(start, end).toLowerCase().slice(0, 12))
    if (weight >= 2) tally.paragraphs.add(evidence.paragraphAt(start))
    tally.total += weight * zoneWeights[zone] * (evidence.isPast(start) ? 0.5 : 1)
  }
  return tallies
}

/** Notion of the glossary → how often its words stand in the text, more in front than behind: what tells of a matter in words that nobody foresaw, in any of the six languages. */
export function tallyNotions({ notions, zoneOf }: Evidence): Map<string, number> {
  const totals = new Map<string, number>()
  for (const { notion, start } of notions) totals.set(notion, (totals.get(notion) ?? 0) + zoneWeights[zoneOf(start)])
  return totals
}
