/** Articles and mends → groups (connected candidates) and the stories in them: average-link clustering, the same whatever the order of arrival. */
import type { Article } from '../articles/article.js'
import { pairScore, threshold, windowDays } from './pair-score.js'
import type { Mend } from './story-store.js'

/** One story: its articles by published time (undated last), then canonical URL. */
export type Cluster = Article[]

export interface Group {
  members: Article[]
  clusters: Cluster[]
}

/** The order that settles every tie: published time, then canonical URL. Undated articles come last. */
export function byTimeThenUrl(a: Article, b: Article): number {
  const first = a.publishedAt?.getTime() ?? Number.POSITIVE_INFINITY
  const second = b.publishedAt?.getTime() ?? Number.POSITIVE_INFINITY
  if (first !== second) return first - second
  return a.canonicalUrl < b.canonicalUrl ? -1 : a.canonicalUrl > b.canonicalUrl ? 1 : 0
}

interface Links {
  must: ReadonlySet<string>
  mustNot: ReadonlySet<string>
}

function pairKey(first: number, second: number): string {
  return first < second ? `${first} ${second}` : `${second} ${first}`
}

function linksOf(mends: readonly Mend[]): Links {
  const of = (kind: Mend['kind']): Set<string> =>
    new Set(mends.filter((mend) => mend.kind === kind && mend.undoneAt === null).map((mend) => pairKey(mend.articles[0] ?? 0, mend.articles[1] ?? 0)))
  const must = of('must-link')
  const mustNot = of('must-not-link')
  return { must, mustNot }
}

/** All pair scores of some articles, row by row. */
function scorePairs(articles: readonly Article[], links: Links, scoreOf: typeof pairScore): Float64Array {
  const n = articles.length
  const scores = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const a = articles[i] as Article
      const b = articles[j] as Article
      const key = pairKey(a.id, b.id)
      const score = links.mustNot.has(key) ? 0 : scoreOf(a, b)
      scores[i * n + j] = score
      scores[j * n + i] = score
    }
  return scores
}

/**
 * A crisis of months could chain day to day into one group without end; a group beyond this size falls apart at stronger ties.
 * Only there may the stories of a subset differ from those of a store with that subset.
 */
const largestGroup = 250
/** No pair scores more: beyond it nothing holds together but what an admin linked, so that the size is bounded whatever the threshold. */
const strongestTie = 1

/** Indexes joined by a pair that scores at least `least`, or by a must-link. */
function components(among: readonly number[], tied: (i: number, j: number, least: number) => boolean, least: number = threshold): number[][] {
  const found: number[][] = []
  const left = new Set(among)
  for (const start of among) {
    if (!left.delete(start)) continue
    const component = [start]
    for (let at = 0; at < component.length; at++)
      for (const j of left)
        if (tied(component[at] as number, j, least)) {
          left.delete(j)
          component.push(j)
        }
    component.sort((a, b) => a - b)
    if (component.length > largestGroup && least < strongestTie) found.push(...components(component, tied, least + 0.1))
    else found.push(component)
  }
  return found
}

/**
 * The groups among articles and the stories in each. Pure: depends on the set of articles and mends alone.
 * A subset of the articles of a group gives the stories that a store with that subset would have (house.md, Data: as of an instant).
 */
export function solve(articles: readonly Article[], mends: readonly Mend[], scoreOf: typeof pairScore = pairScore): Group[] {
  const sorted = [...articles].sort(byTimeThenUrl)
  const links = linksOf(mends)
  const scores = scorePairs(sorted, links, scoreOf)
  const n = sorted.length
  const tied = (i: number, j: number, least: number): boolean => (scores[i * n + j] as number) >= least || mustJoin(i, j, sorted, links)
  return components([...sorted.keys()], tied).map((indexes) => ({
    members: indexes.map((index) => sorted[index] as Article),
    clusters: mustLinked(averageLink(indexes, sorted, { scores, links }), sorted, links).map((cluster) =>
      cluster.map((index) => sorted[index] as Article),
    ),
  }))
}

/** Merges the two clusters with the highest average pair score while it reaches the threshold; ties go to the earlier ones. */
function averageLink(indexes: readonly number[], articles: readonly Article[], known: { scores: Float64Array; links: Links }): number[][] {
  const n = articles.length
  const clusters = indexes.map((index) => [index])
  const sums = clusters.map((first) => clusters.map((second) => sumOf(first, second, known.scores, n)))
  const barred = clusters.map((first) => clusters.map((second) => mayNotJoin(first, second, articles, known.links)))
  for (;;) {
    let best = threshold
    let pair: [number, number] | null = null
    for (let i = 0; i < clusters.length; i++)
      for (let j = i + 1; j < clusters.length; j++) {
        const average = ((sums[i] as number[])[j] as number) / ((clusters[i] as number[]).length * (clusters[j] as number[]).length)
        if (average >= best && !(barred[i] as boolean[])[j] && (pair === null || average > best)) {
          best = average
          pair = [i, j]
        }
      }
    if (!pair) return clusters.map((cluster) => cluster.sort((a, b) => a - b)).sort((a, b) => (a[0] as number) - (b[0] as number))
    const [into, from] = pair
    clusters[into] = [...(clusters[into] as number[]), ...(clusters[from] as number[])]
    clusters.splice(from, 1)
    mergeRows(sums, into, from, (a, b) => a + b)
    mergeRows(barred, into, from, (a, b) => a || b)
    clusters.forEach((other, at) => {
      const bar = at !== into && mayNotJoin(clusters[into] as number[], other, articles, known.links)
      ;(barred[into] as boolean[])[at] = bar
      ;(barred[at] as boolean[])[into] = bar
    })
  }
}

function mergeRows<T>(table: T[][], into: number, from: number, join: (a: T, b: T) => T): void {
  const target = table[into] as T[]
  const source = table[from] as T[]
  for (let k = 0; k < table.length; k++) {
    const joined = join(target[k] as T, source[k] as T)
    target[k] = joined
    ;(table[k] as T[])[into] = joined
  }
  table.splice(from, 1)
  for (const row of table) row.splice(from, 1)
}

function sumOf(first: readonly number[], second: readonly number[], scores: Float64Array, n: number): number {
  let sum = 0
  for (const i of first) for (const j of second) sum += scores[i * n + j] as number
  return sum
}

/** Undated articles are near to any day: they must not tie together what is years apart. */
function farApart(first: readonly number[], second: readonly number[], articles: readonly Article[]): boolean {
  let nearest = Number.POSITIVE_INFINITY
  for (const i of first)
    for (const j of second) {
      const [a, b] = [articles[i]?.publishedAt, articles[j]?.publishedAt]
      if (a && b) nearest = Math.min(nearest, Math.abs(a.getTime() - b.getTime()))
    }
  return Number.isFinite(nearest) && nearest > windowDays * 86_400_000
}

function mayNotJoin(first: readonly number[], second: readonly number[], articles: readonly Article[], links: Links): boolean {
  if (farApart(first, second, articles)) return true
  if (links.mustNot.size === 0) return false
  return first.some((i) => second.some((j) => links.mustNot.has(pairKey((articles[i] as Article).id, (articles[j] as Article).id))))
}

function mustJoin(i: number, j: number, articles: readonly Article[], links: Links): boolean {
  return links.must.size > 0 && links.must.has(pairKey((articles[i] as Article).id, (articles[j] as Article).id))
}

/** What an admin joined is joined last, with all that each of the two drew to itself. */
function mustLinked(clusters: readonly number[][], articles: readonly Article[], links: Links): number[][] {
  if (links.must.size === 0) return [...clusters]
  let joined: number[][] = []
  for (const cluster of clusters) {
    const linked = joined.filter((other) => other.some((i) => cluster.some((j) => mustJoin(i, j, articles, links))))
    joined = [...joined.filter((other) => !linked.includes(other)), [...linked.flat(), ...cluster].sort((a, b) => a - b)]
  }
  return joined.sort((a, b) => (a[0] as number) - (b[0] as number))
}
