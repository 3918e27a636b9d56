/** Evidence of a text and its likely topics → whether it tells of the region's diplomacy. */
import type { Lexicon, TopicId } from '../lexicon/lexicon.js'
import { region } from './countries.js'
import type { Evidence } from './evidence.js'
import type { Candidate, Scored } from './tag-model.js'
import { tallyCues } from './tally-cues.js'

/** The one candidate "relevant", with its features. */
export function relevanceCandidate(
  evidence: Evidence,
  tags: { topics: readonly Scored<TopicId>[]; countries: readonly Scored[] },
  lexicon: Lexicon,
): Candidate<'relevant'> {
  const off = [...tallyCues(evidence.offTopicCues, evidence).values()]
  const sum = (totals: readonly { total: number }[]): number => totals.reduce((all, { total }) => all + total, 0)
  const topical = sum([...tallyCues(evidence.topicCues, evidence).values()])
  const officials = new Set(
    evidence.mentions.flatMap(({ kind, slug }) => {
      const person = kind === 'person' ? lexicon.entity(slug) : undefined
      return person?.kind === 'person' && person.offices.some(({ standing }) => standing === 'official') ? [slug] : []
    }),
  )
  const states = new Set(tags.countries.filter(({ probability }) => probability > 0.5).map(({ id }) => id))
  const inRegion = [...states].filter((state) => region.has(state)).length
  return {
    id: 'relevant',
    features: {
      topic: tags.topics[0]?.probability ?? 0,
      topics: Math.log1p(topical),
      offTopic: Math.log1p(sum(off)),
      offShare: sum(off) / (sum(off) + topical + 1),
      offTitle: off.some(({ zones }) => zones.title) ? 1 : 0,
      officials: Math.log1p(officials.size),
      region: inRegion > 0 ? 1 : 0,
      regionShare: inRegion / Math.max(1, states.size),
      abroad: Math.min(3, states.size - inRegion),
    },
  }
}
