/** A clean text → why it was tagged so: for each likely tag its probability and the features that weighed most, for `--why`. */
import type { Lexicon } from '../lexicon/lexicon.js'
import { decideTags } from './decide-tags.js'
import type { TagInput } from './evidence.js'
import { contributions, type Scored, type Weights } from './tag-model.js'
import { tagWeights } from './tag-weights.js'

/** Why one tag was or was not given. `because`: what each feature added to the score (log odds), strongest first. */
export interface TagReason {
  tag: string
  given: boolean
  /** 0 to 1; for event and event date the share among the possible ones. */
  probability: number
  because: { feature: string; points: number }[]
}

export type TagReasons = Record<keyof typeof tagWeights, TagReason[]>

const mostReasons = 6
const mostTags = 6

function reasonsOf(scored: readonly Scored[], weights: Weights, isGiven: (candidate: Scored, place: number) => boolean): TagReason[] {
  return scored.slice(0, mostTags).map((candidate, place) => ({
    tag: candidate.id,
    given: isGiven(candidate, place),
    probability: Math.round(candidate.probability * 100) / 100,
    because: contributions(candidate.features, weights)
      .slice(0, mostReasons)
      .map(({ feature, value, weight }) => ({ feature, points: Math.round(value * weight * 100) / 100 })),
  }))
}

function shares<Id extends string>(scored: readonly Scored<Id>[]): Scored<Id>[] {
  const top = scored[0]?.score ?? 0
  const sum = scored.reduce((all, { score }) => all + Math.exp(score - top), 0)
  return scored.map((candidate) => ({ ...candidate, probability: Math.exp(candidate.score - top) / sum }))
}

/** Pure; the same decision that tagging took. */
export function explainTags(input: TagInput, lexicon: Lexicon): TagReasons {
  const decision = decideTags(input, lexicon)
  const ofSet = (name: 'topics' | 'countries' | 'places' | 'organisations'): TagReason[] =>
    reasonsOf(decision[name], tagWeights[name].weights, ({ probability }) => probability >= tagWeights[name].atLeast)
  const ofChoice = (name: 'event' | 'eventDate'): TagReason[] =>
    reasonsOf(shares<string>(decision[name]), tagWeights[name].weights, (_, place) => place === 0)
  return {
    relevance: reasonsOf([decision.relevance], tagWeights.relevance.weights, ({ probability }) => probability >= tagWeights.relevance.atLeast),
    topics: ofSet('topics'),
    countries: ofSet('countries'),
    places: ofSet('places'),
    organisations: ofSet('organisations'),
    event: ofChoice('event'),
    eventDate: ofChoice('eventDate'),
  }
}
