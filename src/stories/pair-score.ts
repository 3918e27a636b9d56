/** Two articles → how likely both tell the same event, 0 to 1: a logistic model with learnt weights. */
import { type Comparable, comparable, type Told } from './comparable.js'
import { type FeatureName, featureNames, type PairFeatures, pairFeatures } from './pair-features.js'
import { weights } from './weights.js'

/** Two articles whose publication lies farther apart are never one story, whatever they share. */
export const windowDays = 4

/** Average of pair scores from which two clusters are one; also the score from which a pair joins two articles into one group. */
export const threshold = 0.5

function logistic(features: PairFeatures, model: Readonly<Record<FeatureName, number>>): number {
  let sum = 0
  for (const name of featureNames) sum += features[name] * model[name]
  return 1 / (1 + Math.exp(-sum))
}

/** Symmetric. 0 outside the window. An undated article has no distance in time to any other. */
export function pairScore(first: Told, second: Told): number {
  const a = comparable(first)
  const b = comparable(second)
  if (beyondWindow(a, b)) return 0
  return logistic(pairFeatures(a, b), weights)
}

function beyondWindow(a: Comparable, b: Comparable): boolean {
  return a.publishedDay !== null && b.publishedDay !== null && Math.abs(a.publishedDay - b.publishedDay) > windowDays
}
