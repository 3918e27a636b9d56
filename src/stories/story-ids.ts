/** Solved clusters and the ids their articles held → the id of each cluster: most articles decide, ties the smallest; a split leaves the id with the larger part. */
import type { Cluster } from './solve.js'

export interface IdPlan {
  /** Same order as the clusters; null: the cluster needs a new id. */
  ids: (number | null)[]
  /** Ids that no cluster keeps → index of the cluster that took most of their articles. */
  merged: { from: number; into: number }[]
}

interface Claim {
  id: number
  cluster: number
  count: number
}

/** `held`: the story each article was in before; ids of stories that lie wholly within these clusters. */
export function planIds(clusters: readonly Cluster[], held: (articleId: number) => number | null): IdPlan {
  const claims = claimsOf(clusters, held)
  const ids: (number | null)[] = clusters.map(() => null)
  const taken = new Set<number>()
  for (const { id, cluster } of claims) {
    if (ids[cluster] !== null || taken.has(id)) continue
    ids[cluster] = id
    taken.add(id)
  }
  const merged = new Map<number, number>()
  for (const { id, cluster } of claims) if (!taken.has(id) && !merged.has(id)) merged.set(id, cluster)
  return { ids, merged: [...merged].map(([from, into]) => ({ from, into })) }
}

/** Strongest first: most articles, then the smallest id, then the earlier cluster. */
function claimsOf(clusters: readonly Cluster[], held: (articleId: number) => number | null): Claim[] {
  const claims: Claim[] = []
  for (const [cluster, articles] of clusters.entries()) {
    const counts = new Map<number, number>()
    for (const article of articles) {
      const id = held(article.id)
      if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1)
    }
    for (const [id, count] of counts) claims.push({ id, cluster, count })
  }
  return claims.sort((a, b) => b.count - a.count || a.id - b.id || a.cluster - b.cluster)
}
