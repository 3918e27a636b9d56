import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planIds } from '../../src/stories/story-ids.js'
import { article } from './telling.js'

/** Articles with the story each held, and the cluster each is in now. */
const solved = fc.array(fc.record({ held: fc.option(fc.integer({ min: 1, max: 6 })), cluster: fc.integer({ min: 0, max: 4 }) }), {
  minLength: 1,
  maxLength: 25,
})

function plan(articles: readonly { held: number | null; cluster: number }[]) {
  const all = articles.map(({ held, cluster }, index) => ({ ...article({ id: index + 1 }), held, cluster }))
  const clusters = [...new Set(all.map((one) => one.cluster))].map((number) => all.filter((one) => one.cluster === number))
  return { clusters, ...planIds(clusters, (id) => all[id - 1]?.held ?? null) }
}

describe('ids of stories', () => {
  it('are given once, and every id that was held is kept or points to a cluster that took one of its articles', () => {
    fc.assert(
      fc.property(solved, (articles) => {
        const { clusters, ids, merged } = plan(articles)
        const given = ids.filter((id) => id !== null)
        expect(new Set(given).size).toBe(given.length)
        const held = new Set(articles.flatMap((one) => one.held ?? []))
        expect(new Set([...given, ...merged.map((one) => one.from)])).toEqual(held)
        for (const { from, into } of merged) expect(clusters[into]?.some((one) => one.held === from)).toBe(true)
      }),
    )
  })

  it('stay with the larger part of a split, and with the smaller id of an equal merge', () => {
    const split = plan([1, 1, 1].map((held, index) => ({ held, cluster: index === 0 ? 0 : 1 })))
    expect(split.ids).toEqual([null, 1])
    const merge = plan([5, 2].map((held) => ({ held, cluster: 0 })))
    expect(merge.ids).toEqual([2])
    expect(merge.merged).toEqual([{ from: 5, into: 0 }])
  })
})
