/** A message about to be written → how long it must wait, so that answers and digests together stay below Telegram's limits. */
import { pace } from './limits.js'

export interface Gate {
  /** Takes the next place; resolves when it may be written. Null: it would wait longer than `mostMs`, no place was taken. */
  enter(chat: string, mostMs: number): Promise<void> | null
  /** How long `enter` would wait now, in ms. */
  waitMs(chat: string): number
  /** Told by Telegram to wait: nothing to this chat before. */
  hold(chat: string, ms: number): void
}

/** Messages one chat takes at once before one a second holds; Telegram bears a little more, but counts when they arrive. */
const burst = 2
const minuteMs = 60_000

interface Line {
  /** Places taken within the last minute, ascending, in ms of `clock`. */
  taken: number[]
  /** Token bucket: full at `burst`. */
  tokens: number
  countedAt: number
  heldUntil: number
}

export function createGate(clock: () => number = () => performance.now()): Gate {
  const lines = new Map<string, Line>()
  let globalAt = 0

  function lineOf(chat: string): Line {
    let line = lines.get(chat)
    if (!line) {
      if (lines.size > 2_000) sweep()
      line = { taken: [], tokens: burst, countedAt: clock(), heldUntil: 0 }
      lines.set(chat, line)
    }
    return line
  }

  function sweep(): void {
    const old = clock() - minuteMs
    for (const [chat, line] of lines) if ((line.taken.at(-1) ?? 0) < old && line.heldUntil < clock()) lines.delete(chat)
  }

  function placeAt(chat: string, line: Line): number {
    const now = clock()
    const grown = Math.min(burst, line.tokens + ((now - line.countedAt) / 1000) * pace.perChatPerSecond)
    const byChat = grown >= 1 ? now : now + ((1 - grown) / pace.perChatPerSecond) * 1000
    // Groups and channels have negative ids.
    const recent = chat.startsWith('-') ? line.taken.filter((at) => at > now - minuteMs) : []
    const byMinute = recent.length >= pace.perGroupPerMinute ? (recent.at(-pace.perGroupPerMinute) ?? now) + minuteMs : now
    return Math.max(byChat, byMinute, line.heldUntil, globalAt)
  }

  return {
    waitMs: (chat) => Math.max(0, placeAt(chat, lineOf(chat)) - clock()),
    enter(chat, mostMs) {
      const line = lineOf(chat)
      const now = clock()
      const at = placeAt(chat, line)
      if (at - now > mostMs) return null
      line.tokens = Math.min(burst, line.tokens + ((now - line.countedAt) / 1000) * pace.perChatPerSecond) - 1
      line.countedAt = now
      line.taken = [...line.taken.filter((one) => one > now - minuteMs), at].sort((a, b) => a - b)
      globalAt = Math.max(globalAt, now - 100) + 1000 / pace.perSecond
      return new Promise((settle) => (at <= now ? settle() : setTimeout(settle, at - now).unref()))
    },
    hold(chat, ms) {
      lineOf(chat).heldUntil = clock() + ms
    },
  }
}
