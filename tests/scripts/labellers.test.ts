/** Two labellers, one stricter than the other → weights by which each of them judges. */
import { expect, it } from 'vitest'
import { type Example, learnWeights } from '../../scripts/fit-weights.js'
import { habitsOf, withHabits } from '../../scripts/labellers.js'
import { rank } from '../../src/articles/tag-model.js'

const example = (corpus: string, number: number, truth: string[]): Example => ({
  story: `${corpus} ${number}`,
  corpus,
  candidates: [
    { id: 'in-title', features: { title: 1 } },
    { id: 'in-passing', features: { late: 1 } },
  ],
  truth: new Set(truth),
})
const examples = Array.from({ length: 20 }, (_, number) => [
  example('strict', number, ['in-title']),
  example('generous', number, ['in-title', 'in-passing']),
]).flat()

it('what the strict one leaves out, the generous one keeps', () => {
  const share = 0.5
  const weights = learnWeights(withHabits(examples, share), { kind: 'independent', ridge: 0.5 })
  const chosen = (labeller: string): string[] =>
    rank(example('', 0, []).candidates, habitsOf(weights, labeller, share))
      .filter(({ probability }) => probability > 0.5)
      .map(({ id }) => id)
      .sort()
  expect(chosen('strict')).toEqual(['in-title'])
  expect(chosen('generous')).toEqual(['in-passing', 'in-title'])
  expect(chosen('nobody')).toContain('in-title')
})
