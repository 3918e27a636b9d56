/** Someone asks too fast → slowed down with one notice; far too fast → left unanswered. */
export interface Flood {
  /** `delayMs`: wait before answering; `notice`: say why, once; `drop`: no answer at all. */
  enter(person: string): { delayMs: number; notice: boolean; drop: boolean }
}

/** Utterances at once, and how soon each is forgiven. */
const burst = 12
const forgivenMs = 1_000
/** As many may wait; the rest is dropped. */
const mostWaiting = 8
const noticeMs = 60_000

export function createFlood(clock: () => number = () => performance.now()): Flood {
  const people = new Map<string, { tokens: number; at: number; noticedAt: number }>()
  return {
    enter(person) {
      const now = clock()
      if (people.size > 5_000) for (const [key, one] of people) if (now - one.at > noticeMs) people.delete(key)
      const before = people.get(person) ?? { tokens: burst, at: now, noticedAt: Number.NEGATIVE_INFINITY }
      const tokens = Math.min(burst, before.tokens + (now - before.at) / forgivenMs) - 1
      if (tokens < -mostWaiting) {
        people.set(person, { ...before, tokens: tokens + 1, at: now })
        return { delayMs: 0, notice: false, drop: true }
      }
      const notice = tokens < 0 && now - before.noticedAt > noticeMs
      people.set(person, { tokens, at: now, noticedAt: notice ? now : before.noticedAt })
      return { delayMs: tokens < 0 ? -tokens * forgivenMs : 0, notice, drop: false }
    },
  }
}
