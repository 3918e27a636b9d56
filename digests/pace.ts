/** What a platform allows a sender → when the next call may go: over all chats, to one chat, to one group. Times in ms of one clock. */
import type { Pace } from '../src/platform.js'

/** Share of the allowed rate that is used, so that a call that travels faster than the one before breaks no window. */
const used = 0.977
/** A call that went late may be made up for by so much: at few calls a second one too early breaks the window, at many they even out. */
const slackMs = { few: 4, many: 12 }
const manyPerSecond = 100
const minuteMs = 60_000

export interface Pacer {
  /** When the next call over all chats may go; taking it moves the next one on. */
  takeSlot(now: number): number
  /** When a chat may be written to next. */
  chatFreeAt(chat: number, isGroup: boolean, now: number): number
  /** A call to a chat went. */
  wrote(chat: number, isGroup: boolean, now: number): void
  /** Nothing to a chat (null: to any) before `until`. */
  hold(chat: number | null, until: number): void
  /** Until when everything is held. */
  heldUntil(): number
  /** Forgets chats that are free again. */
  sweep(now: number): void
}

export function createPacer(pace: Pace): Pacer {
  const gap = pace.perSecond === null ? 0 : 1000 / (pace.perSecond * used)
  const slack = (pace.perSecond ?? 0) > manyPerSecond ? slackMs.many : slackMs.few
  const chatGap = 1000 / (pace.perChatPerSecond * used)
  let next = 0
  let held = 0
  const freeAt = new Map<number, number>()
  const minute = new Map<number, number[]>()

  return {
    takeSlot(now) {
      if (gap === 0) return Math.max(now, held)
      const slot = Math.max(next, now - slack, held)
      next = slot + gap
      return slot
    },
    chatFreeAt(chat, isGroup, now) {
      const free = freeAt.get(chat) ?? 0
      if (!isGroup || pace.perGroupPerMinute === null) return free
      const recent = (minute.get(chat) ?? []).filter((at) => at > now - minuteMs)
      const full = recent.length >= pace.perGroupPerMinute ? (recent[recent.length - pace.perGroupPerMinute] ?? 0) + minuteMs : 0
      return Math.max(free, full)
    },
    wrote(chat, isGroup, now) {
      // It went later than its slot: the next one must not come too soon after it.
      if (gap > 0) next = Math.max(next, now + gap - slack)
      freeAt.set(chat, Math.max(freeAt.get(chat) ?? 0, now + chatGap))
      if (isGroup && pace.perGroupPerMinute !== null) minute.set(chat, [...(minute.get(chat) ?? []).filter((at) => at > now - minuteMs), now])
    },
    hold(chat, until) {
      if (chat === null) held = Math.max(held, until)
      else freeAt.set(chat, Math.max(freeAt.get(chat) ?? 0, until))
    },
    heldUntil: () => held,
    sweep(now) {
      for (const [chat, at] of freeAt) if (at <= now) freeAt.delete(chat)
      for (const [chat, times] of minute) if ((times.at(-1) ?? 0) <= now - minuteMs) minute.delete(chat)
    },
  }
}
