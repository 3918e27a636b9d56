/** Two lists → both in one order, what is equal side by side (longest common subsequence). Pure. */

export interface Pair<T> {
  /** Null: only the second list has it here. */
  first: T | null
  second: T | null
}

/** Cells of the table beyond which the lists are not compared in full: their middle parts count as wholly different. */
const mostCells = 2_000_000

/** Equal beginnings and ends are matched first, the rest by the table of common lengths. */
export function aligned<T>(first: readonly T[], second: readonly T[]): Pair<T>[] {
  let head = 0
  while (head < first.length && head < second.length && first[head] === second[head]) head++
  let tail = 0
  while (tail < first.length - head && tail < second.length - head && first[first.length - 1 - tail] === second[second.length - 1 - tail]) tail++
  const same = (from: number, to: number): Pair<T>[] => first.slice(from, to).map((one) => ({ first: one, second: one }))
  const middle = alignedMiddle(first.slice(head, first.length - tail), second.slice(head, second.length - tail))
  return [...same(0, head), ...middle, ...same(first.length - tail, first.length)]
}

function alignedMiddle<T>(first: readonly T[], second: readonly T[]): Pair<T>[] {
  const gone = (one: T): Pair<T> => ({ first: one, second: null })
  const fresh = (one: T): Pair<T> => ({ first: null, second: one })
  const width = second.length + 1
  if (first.length === 0 || second.length === 0 || first.length * width > mostCells) return [...first.map(gone), ...second.map(fresh)]
  // lengths[i * width + j]: the longest common subsequence of what follows i in the first and j in the second.
  const lengths = new Uint16Array((first.length + 1) * width)
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0
  for (let i = first.length - 1; i >= 0; i--)
    for (let j = second.length - 1; j >= 0; j--)
      lengths[i * width + j] = first[i] === second[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const pairs: Pair<T>[] = []
  let i = 0
  let j = 0
  while (i < first.length && j < second.length) {
    const [a, b] = [first[i] as T, second[j] as T]
    if (a === b) {
      pairs.push({ first: a, second: b })
      i++
      j++
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      pairs.push(gone(a))
      i++
    } else {
      pairs.push(fresh(b))
      j++
    }
  }
  return [...pairs, ...first.slice(i).map(gone), ...second.slice(j).map(fresh)]
}
