/** Evidence of a text → the possible types of its event, as candidates with features. */
import type { EventType } from '../lexicon/lexicon.js'
import type { Evidence } from './evidence.js'
import type { Candidate } from './tag-model.js'
import { tallyCues } from './topics.js'

/** One candidate for every event type with a cue word in the text; the news stands in title and first paragraphs. */
export function eventCandidates(evidence: Evidence): Candidate<EventType>[] {
  const tallies = tallyCues(evidence.eventCues, evidence)
  const first = new Map<string, number>()
  for (const { id, start } of evidence.eventCues) if (!first.has(id)) first.set(id, start)
  const firstInLead = new Map<string, number>()
  for (const { id, start } of evidence.eventCues) if (evidence.zoneOf(start) === 'lead' && !firstInLead.has(id)) firstInLead.set(id, start)
  const earliest = Math.min(...first.values())
  const earliestInLead = Math.min(...firstInLead.values())
  const front = (zones: Partial<Record<string, number>>): number => (zones.title ?? 0) * 2 + (zones.lead ?? 0) + (zones.second ?? 0) * 0.4
  const fronts = [...tallies.values()].map(({ zones }) => front(zones)).sort((a, b) => b - a)
  const top = Math.max(1, fronts[0] ?? 0)
  return [...tallies].map(([id, { zones, strong, words, total }]) => {
    const features: Record<string, number> = { [`event ${id}`]: 1 }
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
    features.earliest = first.get(id) === earliest ? 1 : 0
    features['earliest in the lead'] = firstInLead.get(id) !== undefined && firstInLead.get(id) === earliestInLead ? 1 : 0
    features.late_ = (first.get(id) ?? 0) > evidence.input.title.length + 600 ? 1 : 0
    return { id: id as EventType, features }
  })
}
