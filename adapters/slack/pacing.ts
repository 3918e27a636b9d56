/** Calls to one channel → one after another, no faster than Slack takes them (one message a second a channel). */

export interface Pacing {
  /** Runs `call` when the channel's turn has come. */
  inTurn<T>(channel: string, call: () => Promise<T>): Promise<T>
}

const keptChannels = 5_000

export function createPacing(betweenMs: number): Pacing {
  const last = new Map<string, Promise<unknown>>()
  const freeAt = new Map<string, number>()
  return {
    inTurn(channel, call) {
      const before = last.get(channel) ?? Promise.resolve()
      const turn = before.then(async () => {
        const left = (freeAt.get(channel) ?? 0) - performance.now()
        if (left > 0) await new Promise((settle) => setTimeout(settle, left))
        try {
          return await call()
        } finally {
          freeAt.delete(channel)
          freeAt.set(channel, performance.now() + betweenMs)
        }
      })
      const settled = turn.catch(() => {})
      last.set(channel, settled)
      void settled.then(() => {
        if (last.get(channel) === settled) last.delete(channel)
        if (freeAt.size > keptChannels) for (const [old, until] of freeAt) if (until < performance.now()) freeAt.delete(old)
      })
      return turn
    },
  }
}
