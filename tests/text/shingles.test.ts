import { describe, expect, it } from 'vitest'
import { bands, minhash, similarity } from '../../src/text/shingles.js'

const first =
  'The foreign ministers of the two countries met in Geneva on Thursday and agreed to continue the work on the draft treaty. They will meet again in a month, the ministries said in similar statements. The commissions on the border are to hold their next session in the autumn.'
const copy = `GENEVA (Caspian Wire) - ${first.replace('met in Geneva', 'MET — in  Geneva')}`
const other =
  'Heavy snow closed the road through the pass for the third day. Rescue teams reached twelve lorries in the night, and the drivers were taken to a school nearby, the emergency service said. More snow is expected towards the weekend.'

function jaccard(a: string, b: string): number {
  const shingles = (text: string): Set<string> => {
    const clean = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    return new Set(Array.from({ length: clean.length - 4 }, (_, i) => clean.slice(i, i + 5)))
  }
  const [x, y] = [shingles(a), shingles(b)]
  const common = [...x].filter((one) => y.has(one)).length
  return common / (x.size + y.size - common)
}

describe('fingerprints', () => {
  it('are 128 signed 32-bit integers, the same every time', () => {
    const print = minhash(first)
    expect(print).toHaveLength(128)
    expect(print.every((value) => Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31)).toBe(true)
    expect(minhash(first)).toEqual(print)
  })
  it('estimate how much two texts share', () => {
    for (const [a, b] of [
      [first, copy],
      [first, first.slice(0, 160)],
      [first, other],
    ] as const) {
      expect(Math.abs(similarity(minhash(a), minhash(b)) - jaccard(a, b))).toBeLessThan(0.12)
    }
  })
  it('do not see case, marks, punctuation and spacing', () => {
    expect(similarity(minhash('İlham Əliyev “Şuşa”da'), minhash('ilham əliyev şuşa da'))).toBe(1)
  })
  it('of empty texts are like nothing, of short ones like themselves', () => {
    expect(minhash(' … ')).toEqual([])
    expect(similarity([], [])).toBe(0)
    expect(similarity(minhash('мир'), minhash('Мир!'))).toBe(1)
    expect(similarity(minhash('мир'), minhash('нет'))).toBeLessThan(0.1)
  })
})

describe('bands', () => {
  it('are 32 signed integers that near-duplicates share and other texts do not', () => {
    const [a, b, c] = [bands(minhash(first)), bands(minhash(copy)), bands(minhash(other))]
    expect(a).toHaveLength(32)
    expect(a.every((key) => Number.isInteger(key) && key >= -(2 ** 31) && key < 2 ** 31)).toBe(true)
    expect(a.filter((key) => b.includes(key)).length).toBeGreaterThan(3)
    expect(a.filter((key) => c.includes(key))).toEqual([])
    expect(bands([])).toEqual([])
  })
})
