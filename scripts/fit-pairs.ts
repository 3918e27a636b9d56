/** Pairs as features → weights of the pair score: logistic regression drawn to weights set by hand. */
import { type FeatureName, featureNames } from '../src/stories/pair-features.js'
import type { Example } from './pair-examples.js'

function probability(x: readonly number[], w: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < x.length; i++) sum += (x[i] as number) * (w[i] as number)
  return 1 / (1 + Math.exp(-sum))
}

export interface Prior {
  /** Weights as they were set by hand, before any were learnt: where few pairs speak, these do. A feature without one is not used. */
  hand: Readonly<Partial<Record<FeatureName, number>>>
  /** Strength of the pull to them (L2); the bias is free. */
  pull: number
}

/** By Newton's method. In the order of `featureNames`. */
export function learn(examples: readonly Example[], { hand, pull }: Prior): number[] {
  const n = featureNames.length
  const fixed = featureNames.map((name) => hand[name] === undefined)
  const origin = featureNames.map((name) => hand[name] ?? 0)
  const loss = (at: readonly number[]): number =>
    examples.reduce((sum, { x, same, weight }) => sum - weight * Math.log(Math.max(1e-12, same ? probability(x, at) : 1 - probability(x, at))), 0) +
    at.reduce((sum, value, i) => sum + (i === 0 ? 0 : (pull / 2) * (value - (origin[i] as number)) ** 2), 0)
  let w = origin
  for (let round = 0; round < 30; round++) {
    const gradient = w.map((value, i) => (i === 0 ? 0 : -pull * (value - (origin[i] as number))))
    const hessian = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? (i === 0 ? 1e-6 : pull) : 0)))
    for (const { x, same, weight } of examples) {
      const p = probability(x, w)
      const slope = weight * p * (1 - p)
      for (let i = 0; i < n; i++) {
        const xi = x[i] as number
        if (xi === 0 || fixed[i]) continue
        gradient[i] = (gradient[i] as number) + weight * ((same ? 1 : 0) - p) * xi
        for (let j = 0; j < n; j++)
          (hessian[i] as number[])[j] = ((hessian[i] as number[])[j] as number) + (fixed[j] ? 0 : slope * xi * (x[j] as number))
      }
    }
    const step = solveLinear(hessian, gradient)
    const before = loss(w)
    // A whole step can leap over the minimum, where it is flat: it is halved until it leads down.
    let share = 1
    const taken = (): number[] => w.map((value, i) => value + share * (step[i] as number))
    while (share > 1e-3 && loss(taken()) > before) share /= 2
    w = taken()
    if (Math.max(...step.map(Math.abs)) < 1e-4) break
  }
  return w
}

function solveLinear(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const a = matrix.map((cells, i) => [...cells, right[i] as number])
  const n = a.length
  for (let i = 0; i < n; i++) {
    let pivot = i
    for (let k = i + 1; k < n; k++) if (Math.abs((a[k] as number[])[i] as number) > Math.abs((a[pivot] as number[])[i] as number)) pivot = k
    ;[a[i], a[pivot]] = [a[pivot] as number[], a[i] as number[]]
    for (let k = i + 1; k < n; k++) {
      const factor = ((a[k] as number[])[i] as number) / ((a[i] as number[])[i] as number)
      for (let j = i; j <= n; j++) (a[k] as number[])[j] = ((a[k] as number[])[j] as number) - factor * ((a[i] as number[])[j] as number)
    }
  }
  const x = new Array<number>(n).fill(0)
  for (let i = n - 1; i >= 0; i--) {
    let sum = (a[i] as number[])[n] as number
    for (let j = i + 1; j < n; j++) sum -= ((a[i] as number[])[j] as number) * (x[j] as number)
    x[i] = sum / ((a[i] as number[])[i] as number)
  }
  return x
}
