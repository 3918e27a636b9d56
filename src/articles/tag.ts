/** A clean text → what it is about: relevance, topics, event, event date, countries, people, bodies, places; from its own words only. */
import type { EventType, Lexicon, TopicId } from '../lexicon/lexicon.js'
import type { PlainDate } from '../text/dates.js'
import { decideTags, type TagDecision } from './decide-tags.js'
import { isInText } from './event-date.js'
import type { TagInput } from './evidence.js'
import { findPeople } from './people.js'
import type { Scored } from './tag-model.js'
import { tagWeights } from './tag-weights.js'

export type { TagInput } from './evidence.js'

export interface Tags {
  relevant: boolean
  topics: TopicId[]
  /** Likeliest first; none of `topics`. */
  touches: TopicId[]
  event: EventType | null
  eventDate: PlainDate | null
  /** True only if a sentence of the text carries the day, or a weekday that resolves. */
  eventDateInText: boolean
  countries: string[]
  people: string[]
  organisations: string[]
  places: string[]
}

/** Version of these rules; every derived row stores it, so that a rebuild knows what is stale. */
export const rulesVersion = '12'

const mostTopics = 3
const mostTouched = 5

function chosen<Id extends string>(scored: readonly Scored<Id>[], atLeast: number): Id[] {
  return scored.filter(({ probability }) => probability >= atLeast).map(({ id }) => id)
}

/** Article text → tags. Pure; unknown languages are matched as far as the names in them are known. */
export function tagArticle(input: TagInput, lexicon: Lexicon): Tags {
  return tagsOf(decideTags(input, lexicon), lexicon)
}

/** The tags that a decision gives. */
export function tagsOf(decision: TagDecision, lexicon: Lexicon): Tags {
  const { evidence } = decision
  const relevant = decision.relevance.probability >= tagWeights.relevance.atLeast
  const likely = chosen(decision.topics, tagWeights.topics.atLeast)
  const topics = likely.length > 0 ? likely.slice(0, mostTopics) : decision.topics.slice(0, 1).map(({ id }) => id)
  const touches = decision.topics.map(({ id }) => id).filter((id) => decision.clearTopics.has(id) && !topics.includes(id))
  const eventDate = decision.eventDate[0]?.id ?? null
  return {
    relevant,
    topics: relevant ? topics : [],
    touches: relevant ? touches.slice(0, mostTouched) : [],
    event: relevant ? (decision.event[0]?.id ?? null) : null,
    eventDate: relevant ? eventDate : null,
    eventDateInText: relevant && eventDate !== null && isInText(evidence, eventDate),
    countries: chosen(decision.countries, tagWeights.countries.atLeast).sort(),
    people: findPeople(evidence, lexicon),
    organisations: chosen(decision.organisations, tagWeights.organisations.atLeast).sort(),
    places: chosen(decision.places, tagWeights.places.atLeast).sort(),
  }
}
