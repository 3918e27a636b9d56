import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { solve } from '../../src/stories/solve.js'
import type { Mend } from '../../src/stories/story-store.js'
import { article, idsOf } from './telling.js'
import { together, world } from './world.js'

const clusters = (articles: Parameters<typeof solve>[0], mends: readonly Mend[] = []) =>
  idsOf(solve(articles, mends).flatMap((group) => group.clusters))

function mend(kind: Mend['kind'], articles: number[]): Mend {
  return { id: 1, kind, articles, detail: null, by: 'test', at: new Date(0), undoneAt: null }
}

describe('articles → stories', () => {
  it('keeps visits of 2013, 2018 and 2024, two calls and an anniversary text apart, and joins languages', () => {
    expect(clusters(world())).toEqual(together)
  })

  it('gives the same whatever the order of the articles', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(world(), { minLength: 12 }), (shuffled) => {
        expect(clusters(shuffled)).toEqual(together)
      }),
      { numRuns: 20 },
    )
  })

  it('gives nothing for nothing, and one story for one article', () => {
    expect(clusters([])).toEqual([])
    expect(clusters([article({ id: 900 })])).toEqual([[900]])
  })

  it('joins what an admin joined and parts what an admin parted', () => {
    expect(clusters(world(), [mend('must-link', [6, 8])])).toContainEqual([6, 7, 8])
    expect(clusters(world(), [mend('must-not-link', [9, 10])])).toEqual(expect.arrayContaining([[9], [10]]))
    expect(clusters(world(), [{ ...mend('must-not-link', [9, 10]), undoneAt: new Date(0) }])).toEqual(together)
  })
})

describe('a crisis without end', () => {
  it('does not chain day to day into one story, nor into a group without bound', () => {
    const day = (n: number) => new Date(Date.UTC(2024, 10, 28 + n, 18))
    const protests = Array.from({ length: 300 }, (_, n) =>
      article({
        id: 5_000 + n,
        topics: ['georgia-politics'],
        event: 'protest',
        countries: ['GE'],
        people: ['irakli-kobakhidze'],
        places: ['tbilisi'],
        publishedAt: day(n),
        visibleFrom: day(n),
        eventDate: day(n).toISOString().slice(0, 10),
        title: `Protest in Tbilisi enters day ${n + 1}`,
        text: `Thousands gathered on Rustaveli Avenue in Tbilisi on evening number ${n + 1} of the protest, police said.`,
      }),
    )
    const groups = solve(protests, [])
    expect(Math.max(...groups.map((group) => group.members.length))).toBeLessThanOrEqual(250)
    expect(Math.max(...groups.flatMap((group) => group.clusters.map((cluster) => cluster.length)))).toBeLessThan(8)
  })
})
