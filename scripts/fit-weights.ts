/** Examples of possible tags with the truth → weights, by regularised logistic regression; folds keep the articles of one story together. */
import { createHash } from 'node:crypto'
import { type Candidate, scoreOf, type Weights } from '../src/articles/tag-model.js'

/** What one article offers to choose from. `story` decides its fold. */
export interface Example<Id extends string = string> {
  story: string
  candidates: readonly Candidate<Id>[]
  truth: ReadonlySet<string>
}

export interface FitOptions {
  /** independent: each candidate is true or not; choice: exactly one of the candidates is. */
  kind: 'independent' | 'choice'
  /** Strength of the pull towards 0. */
  ridge: number
}

const steps = 1_500
const rate = 0.05

function probabilities(example: Example, weights: Weights, kind: FitOptions['kind']): number[] {
  const scores = example.candidates.map(({ features }) => scoreOf(features, weights))
  if (kind === 'independent') return scores.map((score) => 1 / (1 + Math.exp(-score)))
  const top = Math.max(...scores)
  const raised = scores.map((score) => Math.exp(score - top))
  const sum = raised.reduce((all, value) => all + value, 0)
  return raised.map((value) => value / sum)
}

/** Adam over the whole set; deterministic. */
export function learnWeights(examples: readonly Example[], { kind, ridge }: FitOptions): Weights {
  const usable = kind === 'choice' ? examples.filter(({ candidates, truth }) => candidates.some(({ id }) => truth.has(id))) : examples
  const weights: Record<string, number> = kind === 'independent' ? { bias: 0 } : {}
  const names = new Set(usable.flatMap(({ candidates }) => candidates.flatMap(({ features }) => Object.keys(features))))
  for (const name of names) weights[name] = 0
  const [first, second]: Record<string, number>[] = [{}, {}]
  if (!first || !second) return weights
  for (let step = 1; step <= steps; step++) {
    const gradient: Record<string, number> = {}
    for (const example of usable) {
      const chances = probabilities(example, weights, kind)
      example.candidates.forEach(({ id, features }, i) => {
        const error = (chances[i] ?? 0) - (example.truth.has(id) ? 1 : 0)
        for (const [name, value] of Object.entries(features)) gradient[name] = (gradient[name] ?? 0) + error * value
        if (kind === 'independent') gradient.bias = (gradient.bias ?? 0) + error
      })
    }
    for (const name of Object.keys(weights)) {
      const slope = (gradient[name] ?? 0) + (name === 'bias' ? 0 : ridge * (weights[name] ?? 0))
      first[name] = 0.9 * (first[name] ?? 0) + 0.1 * slope
      second[name] = 0.999 * (second[name] ?? 0) + 0.001 * slope * slope
      const [mean, spread] = [(first[name] ?? 0) / (1 - 0.9 ** step), (second[name] ?? 0) / (1 - 0.999 ** step)]
      weights[name] = (weights[name] ?? 0) - (rate * mean) / (Math.sqrt(spread) + 1e-8)
    }
  }
  return Object.fromEntries(Object.entries(weights).map(([name, value]) => [name, Math.round(value * 100) / 100]))
}

export function foldOf(story: string, folds: number): number {
  return (createHash('sha256').update(`fold ${story}`).digest()[0] ?? 0) % folds
}

/** Weights for each fold, learnt from the other folds. */
export function fitFolds(examples: readonly Example[], options: FitOptions, folds = 5): Weights[] {
  return Array.from({ length: folds }, (_, fold) =>
    learnWeights(
      examples.filter(({ story }) => foldOf(story, folds) !== fold),
      options,
    ),
  )
}
