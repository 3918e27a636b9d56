/** What all readers of this process may ask for together: a bucket of tokens that fills steadily. */

export interface Allowance {
  /** True: taken. False: none is left. */
  take(now: Date): boolean
  /** Seconds until one is there again, at least 1. */
  retryAfter(now: Date): number
}

export function createAllowance({ burst, perSecond }: { burst: number; perSecond: number }): Allowance {
  let tokens: number = burst
  let at: number | null = null
  function fill(now: Date): void {
    const since = at === null ? 0 : Math.max(0, now.getTime() - at)
    tokens = Math.min(burst, tokens + (since / 1_000) * perSecond)
    at = now.getTime()
  }
  return {
    take(now) {
      fill(now)
      if (tokens < 1) return false
      tokens--
      return true
    },
    retryAfter(now) {
      fill(now)
      return Math.max(1, Math.ceil((1 - tokens) / perSecond))
    },
  }
}
