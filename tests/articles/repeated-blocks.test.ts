import { describe, expect, it } from 'vitest'
import { isRepeated, learnRepeated, recleanText } from '../../src/articles/repeated-blocks.js'

const slogan = 'The voice of the coast since 1902'
const background =
  'The two states have negotiated a treaty on the canal since the fighting of November 2022, when the border was closed and the tolls of the northern bridge were doubled for the lorries of both.'
const page = (n: number, ...blocks: string[]) => [`Story number ${'x'.repeat(n + 1)} begins here and is told nowhere else.`, ...blocks].join('\n\n')

describe('blocks that repeat on pages of one source', () => {
  it('are known from the third page on, and counting goes on where it stopped', () => {
    const two = learnRepeated([page(1, slogan), page(2, slogan)])
    expect(isRepeated(two, slogan)).toBe(false)
    const three = learnRepeated([page(3, slogan)], JSON.parse(JSON.stringify(two)))
    expect(three.pages).toBe(3)
    expect(isRepeated(three, slogan)).toBe(true)
    expect(isRepeated(three, 'THE VOICE OF THE COAST  since 1902!')).toBe(true)
    expect(isRepeated(three, page(1))).toBe(false)
  })

  it('count once a page and must stand on a tenth of the pages', () => {
    expect(isRepeated(learnRepeated([page(1, slogan, slogan, slogan)]), slogan)).toBe(false)
    const many = learnRepeated(Array.from({ length: 40 }, (_, n) => page(n, ...(n < 3 ? [slogan] : []))))
    expect(isRepeated(many, slogan)).toBe(false)
  })

  it('are no clutter when they are a paragraph of background in some articles', () => {
    const some = learnRepeated(Array.from({ length: 20 }, (_, n) => page(n, ...(n < 4 ? [background] : []))))
    expect(isRepeated(some, background)).toBe(false)
    expect(isRepeated(learnRepeated(Array.from({ length: 20 }, (_, n) => page(n, background))), background)).toBe(true)
  })

  it('leave a text that was read before they were learnt, with a reason', () => {
    const learnt = learnRepeated([page(1, slogan), page(2, slogan), page(3, slogan)])
    expect(recleanText(page(1, slogan), learnt)).toEqual({
      text: page(1),
      dropped: [{ step: 'repeated', reason: 'repeats on other pages of this source', text: slogan }],
    })
    expect(recleanText(page(7), learnt)).toEqual({ text: page(7), dropped: [] })
    expect(recleanText(slogan, learnt).text).toBe(slogan)
  })

  it('are remembered up to a number, the most frequent first', () => {
    const learnt = learnRepeated(
      Array.from({ length: 5 }, (_, n) => page(n, slogan, ...Array.from({ length: 900 }, (_, k) => `block ${'y'.repeat(n)} ${'z'.repeat(k)}`))),
    )
    expect(Object.keys(learnt.blocks).length).toBeLessThanOrEqual(2_000)
    expect(isRepeated(learnt, slogan)).toBe(true)
  })
})
