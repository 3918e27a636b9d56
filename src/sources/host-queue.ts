/** Many requests → a few at a time per host, with a pause between them. */

export interface HostPace {
  /** Requests of one host at the same time. */
  atOnce: number
  /** Between the end of one request and the start of the next, ms. */
  pauseMs: number
}

interface Line {
  running: number
  readyAt: number
  waiting: (() => void)[]
  timer: NodeJS.Timeout | null
}

export interface HostQueue {
  /** Runs `task` when its turn has come. Rejects with the signal's reason when it is aborted while it waits. */
  run<T>(host: string, pace: HostPace, task: () => Promise<T>, signal?: AbortSignal): Promise<T>
}

/** Lines kept before those of hosts that nobody waits for are given up. */
const mostLines = 1_000

export function createHostQueue(): HostQueue {
  const lines = new Map<string, Line>()

  function sweep(): void {
    const now = performance.now()
    for (const [host, line] of lines) if (line.running === 0 && line.waiting.length === 0 && line.readyAt <= now) lines.delete(host)
  }

  function next(host: string, line: Line, pace: HostPace): void {
    if (line.timer) return
    while (line.waiting.length > 0 && line.running < pace.atOnce) {
      const wait = line.readyAt - performance.now()
      if (wait > 0) {
        line.timer = setTimeout(() => {
          line.timer = null
          next(host, line, pace)
        }, wait)
        return
      }
      line.running++
      line.waiting.shift()?.()
      if (pace.pauseMs > 0) break
    }
  }

  return {
    async run(host, pace, task, signal) {
      signal?.throwIfAborted()
      if (lines.size > mostLines) sweep()
      const line = lines.get(host) ?? { running: 0, readyAt: 0, waiting: [], timer: null }
      lines.set(host, line)
      await new Promise<void>((resolve, reject) => {
        const turn = () => {
          signal?.removeEventListener('abort', leave)
          resolve()
        }
        const leave = () => {
          line.waiting = line.waiting.filter((one) => one !== turn)
          reject(signal?.reason)
        }
        signal?.addEventListener('abort', leave, { once: true })
        line.waiting.push(turn)
        next(host, line, pace)
      })
      try {
        return await task()
      } finally {
        line.running--
        line.readyAt = performance.now() + pace.pauseMs
        next(host, line, pace)
      }
    },
  }
}
