/** Whether Telegram can be reached: after a break it is asked something harmless before anything is sent. */
import type { Api } from 'grammy'
import { isNetworkError } from './errors.js'

export interface Link {
  lost(): void
  restored(): void
  /** True when the last call went through, or a probe does now. */
  reachable(): Promise<boolean>
}

const probeMs = 5_000

/** A message that is written into a broken line is lost beyond knowing; a probe is not. */
export function createLink(api: Pick<Api, 'getMe'>): Link {
  let broken = false
  let probing: Promise<boolean> | null = null

  async function probe(): Promise<boolean> {
    try {
      await api.getMe(AbortSignal.timeout(probeMs) as Parameters<Api['getMe']>[0])
      broken = false
      return true
    } catch (error) {
      // An answer, even a refusal, came over the line.
      broken = isNetworkError(error)
      return !broken
    }
  }

  return {
    lost() {
      broken = true
    },
    restored() {
      broken = false
    },
    reachable() {
      if (!broken) return Promise.resolve(true)
      probing ??= probe().finally(() => {
        probing = null
      })
      return probing
    },
  }
}
