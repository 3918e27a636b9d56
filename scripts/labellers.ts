/** Examples of several labellers → weights in which what all of them do and each one's own habit are told apart: one is stricter than another. */
import type { Weights } from '../src/articles/tag-model.js'
import type { Example } from './fit-weights.js'

const mark = ' | '

/** Each feature once for all corpora and once for its own; `share` (0 to 1): how freely a habit may leave what is common. */
export function withHabits(examples: readonly Example[], share: number): Example[] {
  return examples.map((example) => ({
    ...example,
    candidates: example.candidates.map(({ id, features }) => {
      const own = Object.entries({ ...features, bias: 1 }).map(([name, value]) => [`${example.corpus}${mark}${name}`, value * share])
      return { id, features: { ...features, ...Object.fromEntries(own) } }
    }),
  }))
}

/** The weights by which one labeller judges; an unknown one judges as all do. */
export function habitsOf(weights: Weights, labeller: string, share: number): Weights {
  const judged: Record<string, number> = {}
  for (const [name, weight] of Object.entries(weights)) {
    const [corpus, own] = name.split(mark)
    if (own === undefined) judged[name] = (judged[name] ?? 0) + weight
    else if (corpus === labeller) judged[own] = (judged[own] ?? 0) + weight * share
  }
  return Object.fromEntries(Object.entries(judged).map(([name, weight]) => [name, Math.round(weight * 100) / 100]))
}
