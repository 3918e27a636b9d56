/** A clean text → every possible tag with its score: what tagging picks from, and what explaining shows. */
import type { EventType, Lexicon, TopicId } from '../lexicon/lexicon.js'
import type { PlainDate } from '../text/dates.js'
import { countryCandidates } from './countries.js'
import { eventCandidates } from './event.js'
import { eventDateCandidates } from './event-date.js'
import { type Evidence, gatherEvidence, type TagInput } from './evidence.js'
import { organisationCandidates } from './organisations.js'
import { placeCandidates } from './places.js'
import { relevanceCandidate } from './relevance.js'
import { rank, type Scored } from './tag-model.js'
import { tagWeights } from './tag-weights.js'
import { clearTopics, topicCandidates } from './topics.js'

/** Likeliest first in each list. */
export interface TagDecision {
  evidence: Evidence
  relevance: Scored<'relevant'>
  topics: Scored<TopicId>[]
  /** Topics whose words clearly stand in the text. */
  clearTopics: ReadonlySet<TopicId>
  countries: Scored[]
  places: Scored[]
  organisations: Scored[]
  event: Scored<EventType>[]
  eventDate: Scored<PlainDate>[]
}

export function decideTags(input: TagInput, lexicon: Lexicon): TagDecision {
  const evidence = gatherEvidence(input, lexicon)
  const topics = rank(topicCandidates(evidence, lexicon), tagWeights.topics.weights)
  const countries = rank(countryCandidates(evidence, lexicon), tagWeights.countries.weights)
  const event = rank(eventCandidates(evidence, lexicon), tagWeights.event.weights)
  const [relevance] = rank([relevanceCandidate(evidence, { topics, countries }, lexicon)], tagWeights.relevance.weights)
  if (!relevance) throw new Error('relevance: no score, expected one')
  return {
    evidence,
    relevance,
    topics,
    clearTopics: clearTopics(evidence),
    countries,
    places: rank(placeCandidates(evidence, lexicon), tagWeights.places.weights),
    organisations: rank(organisationCandidates(evidence, lexicon), tagWeights.organisations.weights),
    event,
    eventDate: rank(eventDateCandidates(evidence, event[0]?.id ?? null), tagWeights.eventDate.weights),
  }
}
