/** A smooth convex function with its slope → where it is least, by limited-memory BFGS. Deterministic. */

/** Value at `at`; writes the slope there into `slope`. */
export type Smooth = (at: Float64Array, slope: Float64Array) => number

const remembered = 8
const mostSteps = 300
/** Stops when a step gains less than this share of the value. */
const enough = 1e-7

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
const addTo = (a: Float64Array, b: Float64Array, factor: number): void => {
  for (let i = 0; i < a.length; i++) a[i] = (a[i] ?? 0) + factor * (b[i] ?? 0)
}

interface Curvature {
  step: Float64Array
  change: Float64Array
  inverse: number
}

/** The slope seen through what the last steps told of the curvature: where to go. */
function direction(slope: Float64Array, known: readonly Curvature[]): Float64Array {
  const way = slope.map((value) => -value)
  const factors = known.map(() => 0)
  for (let k = known.length - 1; k >= 0; k--) {
    const { step, change, inverse } = known[k] as Curvature
    factors[k] = inverse * dot(step, way)
    addTo(way, change, -(factors[k] ?? 0))
  }
  const newest = known.at(-1)
  if (newest) {
    const scale = 1 / (newest.inverse * dot(newest.change, newest.change))
    for (let i = 0; i < way.length; i++) way[i] = (way[i] ?? 0) * scale
  }
  known.forEach(({ step, change, inverse }, k) => {
    addTo(way, step, (factors[k] ?? 0) - inverse * dot(change, way))
  })
  return way
}

/** Starts at 0. */
export function minimise(smooth: Smooth, size: number): Float64Array {
  let at = new Float64Array(size)
  let slope = new Float64Array(size)
  let value = smooth(at, slope)
  const known: Curvature[] = []
  for (let count = 0; count < mostSteps; count++) {
    const way = direction(slope, known)
    const fall = dot(way, slope)
    if (fall >= 0) break
    let length = known.length ? 1 : 1 / Math.max(1, Math.sqrt(dot(slope, slope)))
    let next = at
    let nextSlope = slope
    let nextValue = Infinity
    for (let tries = 0; tries < 30 && nextValue > value + 1e-4 * length * fall; tries++, length /= 2) {
      next = at.slice()
      addTo(next, way, length)
      nextSlope = new Float64Array(size)
      nextValue = smooth(next, nextSlope)
    }
    if (nextValue >= value) break
    const step = next.slice()
    addTo(step, at, -1)
    const change = nextSlope.slice()
    addTo(change, slope, -1)
    const bend = dot(step, change)
    if (bend > 1e-12) known.push({ step, change, inverse: 1 / bend })
    if (known.length > remembered) known.shift()
    const gained = value - nextValue
    at = next
    slope = nextSlope
    value = nextValue
    if (gained < enough * Math.abs(value)) break
  }
  return at
}
