/** Examples of possible tags with the truth → weights, by regularised logistic regression; folds keep the articles of one story together. */
import { createHash } from 'node:crypto'
import type { Candidate, Weights } from '../src/articles/tag-model.js'

/** What one article offers to choose from. `story` decides its fold; a corpus can be left out as a whole. */
export interface Example<Id extends string = string> {
  story: string
  corpus: string
  candidates: readonly Candidate<Id>[]
  truth: ReadonlySet<string>
}

export interface FitOptions {
  /** independent: each candidate is true or not; choice: exactly one of the candidates is. */
  kind: 'independent' | 'choice'
  /** Strength of the pull towards 0. */
  ridge: number
  /** Features of fewer examples are left out. */
  leastSeen?: number
}

const steps = 800
const rate = 0.05

interface Row {
  names: Int32Array
  values: Float64Array
  isTrue: number
}

/** Candidates as arrays over numbered features; `names[0]` is the bias. */
function numbered(examples: readonly Example[], leastSeen: number): { names: string[]; sets: Row[][] } {
  const seen = new Map<string, number>()
  for (const { candidates } of examples)
    for (const name of new Set(candidates.flatMap(({ features }) => Object.keys(features)))) seen.set(name, (seen.get(name) ?? 0) + 1)
  const names = ['bias']
  const numbers = new Map([['bias', 0]])
  const numberOf = (name: string): number => {
    const known = numbers.get(name)
    if (known !== undefined) return known
    numbers.set(name, names.length)
    return names.push(name) - 1
  }
  const sets = examples.map(({ candidates, truth }) =>
    candidates.map(({ id, features }) => {
      const entries = Object.entries(features).filter(([name, value]) => value !== 0 && (seen.get(name) ?? 0) >= leastSeen)
      return {
        names: Int32Array.from(entries, ([name]) => numberOf(name)),
        values: Float64Array.from(entries, ([, value]) => value),
        isTrue: truth.has(id) ? 1 : 0,
      }
    }),
  )
  return { names, sets }
}

function chances(rows: readonly Row[], weights: Float64Array, kind: FitOptions['kind']): number[] {
  const scores = rows.map(({ names, values }) => {
    let sum = weights[0] ?? 0
    for (let i = 0; i < names.length; i++) sum += (values[i] ?? 0) * (weights[names[i] ?? 0] ?? 0)
    return sum
  })
  if (kind === 'independent') return scores.map((score) => 1 / (1 + Math.exp(-score)))
  const top = Math.max(...scores)
  const raised = scores.map((score) => Math.exp(score - top))
  const sum = raised.reduce((all, value) => all + value, 0)
  return raised.map((value) => value / sum)
}

/** Adam over the whole set; deterministic. */
export function learnWeights(examples: readonly Example[], { kind, ridge, leastSeen = 1 }: FitOptions): Weights {
  const { names, sets } = numbered(
    kind === 'choice' ? examples.filter(({ candidates, truth }) => candidates.some(({ id }) => truth.has(id))) : examples,
    leastSeen,
  )
  const [weights, first, second] = [new Float64Array(names.length), new Float64Array(names.length), new Float64Array(names.length)]
  for (let step = 1; step <= steps; step++) {
    const gradient = new Float64Array(names.length)
    for (let i = 1; i < names.length; i++) gradient[i] = ridge * (weights[i] ?? 0)
    for (const rows of sets) {
      chances(rows, weights, kind).forEach((chance, r) => {
        const row = rows[r]
        if (!row) return
        const error = chance - row.isTrue
        if (kind === 'independent') gradient[0] = (gradient[0] ?? 0) + error
        for (let i = 0; i < row.names.length; i++) {
          const name = row.names[i] ?? 0
          gradient[name] = (gradient[name] ?? 0) + error * (row.values[i] ?? 0)
        }
      })
    }
    for (let i = 0; i < names.length; i++) {
      const slope = gradient[i] ?? 0
      first[i] = 0.9 * (first[i] ?? 0) + 0.1 * slope
      second[i] = 0.999 * (second[i] ?? 0) + 0.001 * slope * slope
      const [mean, spread] = [(first[i] ?? 0) / (1 - 0.9 ** step), (second[i] ?? 0) / (1 - 0.999 ** step)]
      weights[i] = (weights[i] ?? 0) - (rate * mean) / (Math.sqrt(spread) + 1e-8)
    }
  }
  return Object.fromEntries(names.map((name, i) => [name, Math.round((weights[i] ?? 0) * 100) / 100] as const).filter(([, weight]) => weight !== 0))
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

/** Weights for each corpus, learnt from all others: how those who never saw it judge it. */
export function fitOthers(examples: readonly Example[], options: FitOptions, corpora: readonly string[]): Map<string, Weights> {
  return new Map(
    corpora.map((corpus) => [
      corpus,
      learnWeights(
        examples.filter((example) => example.corpus !== corpus),
        options,
      ),
    ]),
  )
}
