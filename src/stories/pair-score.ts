/** Two articles → how likely both tell the same event, 0 to 1: a logistic model with learnt weights. */
import { type Comparable, comparable, type Told } from './comparable.js'
import { type FeatureName, featureNames, type PairFeatures, pairFeatures } from './pair-features.js'
import { textWeights, weights } from './weights.js'

/** Two articles whose publication lies farther apart are never one story, whatever they share. */
export const windowDays = 4

/** Average of pair scores from which two clusters are one; also the score from which a pair joins two articles into one group. */
export const threshold = 0.165

function logistic(features: PairFeatures, model: Readonly<Partial<Record<FeatureName, number>>>): number {
  let sum = 0
  for (const name of featureNames) sum += features[name] * (model[name] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}

/** By another model than the learnt one, for learning; nothing is remembered. */
export function scoreBy(model: Readonly<Partial<Record<FeatureName, number>>>): (first: Told, second: Told) => number {
  return (first, second) => {
    const [a, b] = [comparable(first), comparable(second)]
    return beyondWindow(a, b) ? 0 : logistic(pairFeatures(a, b), model)
  }
}

/** Groups are solved anew with each article, and most of their pairs are old ones: signatures of both → score. */
const scores = new Map<string, number>()
const scoresKept = 50_000

/** Symmetric. 0 outside the window. An undated article has no distance in time to any other. */
export function pairScore(first: Told, second: Told): number {
  const a = comparable(first)
  const b = comparable(second)
  if (beyondWindow(a, b)) return 0
  const key = a.signature < b.signature ? `${a.signature} ${b.signature}` : `${b.signature} ${a.signature}`
  const known = scores.get(key)
  if (known !== undefined) return known
  const score = logistic(pairFeatures(a, b), weights)
  scores.set(key, score)
  if (scores.size > scoresKept) scores.delete(scores.keys().next().value as string)
  return score
}

function beyondWindow(a: Comparable, b: Comparable): boolean {
  return a.publishedDay !== null && b.publishedDay !== null && Math.abs(a.publishedDay - b.publishedDay) > windowDays
}

export interface Reason {
  feature: FeatureName
  /** 0 to 1, what was found. */
  value: number
  /** What it adds to the logit of the score. */
  adds: number
}

function reasonsFor(features: PairFeatures, model: Readonly<Partial<Record<FeatureName, number>>>): Reason[] {
  return featureNames
    .map((feature) => ({ feature, value: features[feature], adds: features[feature] * (model[feature] ?? 0) }))
    .filter(({ adds }) => Math.abs(adds) >= 0.05)
    .sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds))
}

/** The score with what made it, weightiest first; outside the window no reason is given. */
export function explainPair(first: Told, second: Told): { score: number; reasons: Reason[] } {
  const [a, b] = [comparable(first), comparable(second)]
  return { score: pairScore(first, second), reasons: beyondWindow(a, b) ? [] : reasonsFor(pairFeatures(a, b), weights) }
}

/** From title and text alone: two texts of which neither date nor tags are known. */
export function explainTexts(first: Told, second: Told): { score: number; reasons: Reason[] } {
  const features = pairFeatures(comparable(first), comparable(second))
  return { score: logistic(features, textWeights), reasons: reasonsFor(features, textWeights) }
}
