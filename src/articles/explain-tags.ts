/** A clean text → why it was tagged so: for each likely tag its probability and the features that weighed most, and by what each person is named; for `--why`. */
import type { Lexicon } from '../lexicon/lexicon.js'
import { decideTags } from './decide-tags.js'
import type { TagInput } from './evidence.js'
import { tagsOf } from './tag.js'
import { contributions, type Scored, type Weights } from './tag-model.js'
import { tagWeights } from './tag-weights.js'

/** Why one tag was or was not given. `because`: what each feature added to the score (log odds), strongest first. */
export interface TagReason {
  tag: string
  given: boolean
  /** 0 to 1; for event and event date the share among the possible ones. */
  probability: number
  /** The probability from which such a tag is given; null where the likeliest is taken. */
  atLeast: number | null
  /** Why it was given, or not given, against its probability. */
  despite?: 'irrelevant' | 'most' | 'likeliest'
  because: { feature: string; points: number }[]
}

export type TagReasons = Record<keyof typeof tagWeights, TagReason[]>

/** `spellings`: how the text names somebody of the lexicon; empty for whom only the text shows to be a person. */
export interface PersonReason {
  tag: string
  times: number
  spellings: string[]
}

const mostReasons = 6
const mostTags = 6
const percent = (share: number): number => Math.round(share * 100) / 100

function shares<Id extends string>(scored: readonly Scored<Id>[]): Scored<Id>[] {
  const top = scored[0]?.score ?? 0
  const sum = scored.reduce((all, { score }) => all + Math.exp(score - top), 0)
  return scored.map((candidate) => ({ ...candidate, probability: Math.exp(candidate.score - top) / sum }))
}

/** Pure; the same decision that tagging took, whatever admins made of it since. */
export function explainTags(input: TagInput, lexicon: Lexicon): { tags: TagReasons; people: PersonReason[] } {
  const decision = decideTags(input, lexicon)
  const tags = tagsOf(decision, lexicon)

  function reasonsOf(
    scored: readonly Scored[],
    weights: Weights,
    { atLeast, given }: { atLeast: number | null; given: readonly string[] },
  ): TagReason[] {
    return scored.slice(0, mostTags).map(({ id, probability, features }) => {
      const isGiven = given.includes(id)
      const reaches = atLeast !== null && probability >= atLeast
      const against = reaches && !isGiven ? (tags.relevant ? 'most' : 'irrelevant') : atLeast !== null && !reaches && isGiven ? 'likeliest' : null
      return {
        tag: id,
        given: isGiven,
        probability: percent(probability),
        atLeast,
        ...(against ? { despite: against } : {}),
        because: contributions(features, weights)
          .slice(0, mostReasons)
          .map(({ feature, value, weight }) => ({ feature, points: percent(value * weight) })),
      }
    })
  }
  const ofSet = (name: 'topics' | 'countries' | 'places' | 'organisations'): TagReason[] =>
    reasonsOf(decision[name], tagWeights[name].weights, { atLeast: tagWeights[name].atLeast, given: tags[name] })
  const ofChoice = (name: 'event' | 'eventDate'): TagReason[] =>
    reasonsOf(shares<string>(decision[name]), tagWeights[name].weights, { atLeast: null, given: [tags[name]].flatMap((tag) => tag ?? []) })
  const { atLeast, weights } = tagWeights.relevance
  return {
    tags: {
      relevance: reasonsOf([decision.relevance], weights, { atLeast, given: tags.relevant ? ['relevant'] : [] }),
      topics: ofSet('topics'),
      countries: ofSet('countries'),
      places: ofSet('places'),
      organisations: ofSet('organisations'),
      event: ofChoice('event'),
      eventDate: ofChoice('eventDate'),
    },
    people: tags.people.map((tag) => {
      const named = decision.evidence.mentions.filter((mention) => mention.kind === 'person' && mention.slug === tag)
      return { tag, times: named.length, spellings: [...new Set(named.map(({ text }) => text))] }
    }),
  }
}
