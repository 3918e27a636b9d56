/** Long work in small steps → everything else gets its turn in between. */
import { setImmediate } from 'node:timers/promises'

/** Longest stretch of work between two breaths, ms. */
const stretchMs = 20

/** Awaited between two steps: gives way when the last breath is some time ago, else costs next to nothing. */
export function createBreath(): () => Promise<void> {
  let last = performance.now()
  return async () => {
    if (performance.now() - last < stretchMs) return
    await setImmediate()
    last = performance.now()
  }
}
