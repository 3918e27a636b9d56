/** Examples of possible tags with the truth → weights, by regularised logistic regression; folds keep the articles of one story together. */
import { createHash } from 'node:crypto'
import type { Candidate, Weights } from '../src/articles/tag-model.js'
import { minimise } from './minimise.js'

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

interface Row {
  names: Int32Array
  values: Float64Array
  isTrue: number
}

const bias = 'bias'
/** A weight nearer to 0 says nothing that another corpus would confirm, and is left out. */
const leastWeight = 0.03

/** Candidates as arrays over numbered features; `names[0]` is the bias. */
function numbered(examples: readonly Example[], { kind, leastSeen = 1 }: FitOptions): { names: string[]; sets: Row[][] } {
  const seen = new Map<string, number>()
  for (const { candidates } of examples)
    for (const name of new Set(candidates.flatMap(({ features }) => Object.keys(features)))) seen.set(name, (seen.get(name) ?? 0) + 1)
  const names = [bias]
  const numbers = new Map([[bias, 0]])
  const numberOf = (name: string): number => {
    const known = numbers.get(name)
    if (known !== undefined) return known
    numbers.set(name, names.length)
    return names.push(name) - 1
  }
  const sets = examples.map(({ candidates, truth }) =>
    candidates.map(({ id, features }) => {
      const entries = Object.entries(features).filter(([name, value]) => value !== 0 && (seen.get(name) ?? 0) >= leastSeen)
      if (kind === 'independent') entries.push([bias, 1])
      return {
        names: Int32Array.from(entries, ([name]) => numberOf(name)),
        values: Float64Array.from(entries, ([, value]) => value),
        isTrue: truth.has(id) ? 1 : 0,
      }
    }),
  )
  return { names, sets }
}

const scoreOf = ({ names, values }: Row, weights: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < names.length; i++) sum += (values[i] ?? 0) * (weights[names[i] ?? 0] ?? 0)
  return sum
}

/** Chances of the rows, and how far that is from the truth (negative log likelihood). */
function judged(rows: readonly Row[], weights: Float64Array, kind: FitOptions['kind']): { chances: number[]; loss: number } {
  const scores = rows.map((row) => scoreOf(row, weights))
  if (kind === 'independent')
    return {
      chances: scores.map((score) => 1 / (1 + Math.exp(-score))),
      loss: scores.reduce((sum, score, r) => sum + Math.log1p(Math.exp(-Math.abs(score))) + Math.max(score, 0) - (rows[r]?.isTrue ?? 0) * score, 0),
    }
  const top = Math.max(...scores)
  const raised = scores.map((score) => Math.exp(score - top))
  const sum = raised.reduce((all, value) => all + value, 0)
  const chances = raised.map((value) => value / sum)
  const right = rows.reduce((all, row, r) => all + row.isTrue * (chances[r] ?? 0), 0)
  return { chances, loss: -Math.log(Math.max(1e-300, right)) }
}

/** The bias is not pulled to 0. */
export function learnWeights(examples: readonly Example[], options: FitOptions): Weights {
  const { kind, ridge } = options
  const { names, sets } = numbered(
    kind === 'choice' ? examples.filter(({ candidates, truth }) => candidates.some(({ id }) => truth.has(id))) : examples,
    options,
  )
  const weights = minimise((at, slope) => {
    let value = 0
    for (let i = 1; i < at.length; i++) {
      value += (ridge / 2) * (at[i] ?? 0) ** 2
      slope[i] = ridge * (at[i] ?? 0)
    }
    for (const rows of sets) {
      const { chances, loss } = judged(rows, at, kind)
      value += loss
      for (let r = 0; r < rows.length; r++) {
        const { names: features, values, isTrue } = rows[r] as Row
        const error = (chances[r] ?? 0) - isTrue
        for (let i = 0; i < features.length; i++) {
          const name = features[i] ?? 0
          slope[name] = (slope[name] ?? 0) + error * (values[i] ?? 0)
        }
      }
    }
    return value
  }, names.length)
  const rounded = names.map((name, i): [string, number] => [name, Math.round((weights[i] ?? 0) * 100) / 100])
  return Object.fromEntries(rounded.filter(([, weight]) => Math.abs(weight) >= leastWeight))
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
