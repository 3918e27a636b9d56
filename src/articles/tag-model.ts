/** Features of a possible tag, learnt weights → how likely it is. Logistic regression: each feature's part in the sum can be shown to who asks why. */

/** Named numbers about one possible tag; absent is 0. */
export type Features = Readonly<Record<string, number>>
export type Weights = Readonly<Record<string, number>>

/** Weights, and the probability from which a tag is given (`atLeast`; 0 where the likeliest is taken). */
export interface LearntWeights {
  atLeast: number
  weights: Weights
}

/** Something that the article may be tagged with. */
export interface Candidate<Id extends string = string> {
  id: Id
  features: Features
}

/** A candidate with its score (log odds) and its probability, 0 to 1. */
export interface Scored<Id extends string = string> extends Candidate<Id> {
  score: number
  probability: number
}

export function scoreOf(features: Features, weights: Weights): number {
  let sum = weights.bias ?? 0
  for (const [name, value] of Object.entries(features)) sum += value * (weights[name] ?? 0)
  return sum
}

/** Scores candidates, likeliest first; equal ones in the order of their ids. */
export function rank<Id extends string>(candidates: readonly Candidate<Id>[], weights: Weights): Scored<Id>[] {
  return candidates
    .map((candidate) => {
      const score = scoreOf(candidate.features, weights)
      return { ...candidate, score, probability: 1 / (1 + Math.exp(-score)) }
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}

/** The features that moved a score, strongest first. */
export function contributions(features: Features, weights: Weights): { feature: string; value: number; weight: number }[] {
  return Object.entries(features)
    .map(([feature, value]) => ({ feature, value, weight: weights[feature] ?? 0 }))
    .filter(({ value, weight }) => value * weight !== 0)
    .sort((a, b) => Math.abs(b.value * b.weight) - Math.abs(a.value * a.weight))
}
