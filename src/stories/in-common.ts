/** Two sets of items and what each item weighs → how much of them is in both. */

interface InCommon {
  /** Weight of what both have. */
  both: number
  /** Its share of the smaller side, 0 to 1. */
  ofLess: number
  /** Its share of the geometric mean of both sides, 0 to 1: a weighted Jaccard in which a small side that lies wholly within a large one is like it. */
  ofMean: number
}

const nothing: InCommon = { both: 0, ofLess: 0, ofMean: 0 }

/** All 0 where nothing is shared. */
export function inCommon(first: ReadonlySet<string>, second: ReadonlySet<string>, weigh: (item: string) => number): InCommon {
  if (first.size === 0 || second.size === 0) return nothing
  let [both, left, right] = [0, 0, 0]
  for (const item of first) {
    const weight = weigh(item)
    left += weight
    if (second.has(item)) both += weight
  }
  for (const item of second) right += weigh(item)
  return both === 0 ? nothing : { both, ofLess: both / Math.min(left, right), ofMean: both / Math.sqrt(left * right) }
}
