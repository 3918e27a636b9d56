/** How polling a source went → when to poll it next: busy sources often, quiet ones rarely, failing ones ever more rarely. */
import type { PollState } from './source-store.js'

/** Minutes. Busy sources are read this often at most, and no living source more rarely than `rarest`. */
const oftenest = 5
const rarest = 12 * 60
/** A source without anything new for this long is polled once a day. */
const deadAfterMs = 45 * 86_400_000
const longestBackOff = 24 * 60

export interface Schedule {
  intervalMinutes: number
  nextPollAt: Date
}

/** ±10 %, so that sources do not come all at once. `random` is 0 to 1. */
function later(now: Date, minutes: number, random: number): Date {
  return new Date(now.getTime() + minutes * 60_000 * (0.9 + random * 0.2))
}

/** `fresh`: items not met before; `usual`: READOUT_POLL_MINUTES. */
export function afterSuccess(state: PollState, fresh: number, about: { usual: number; now: Date; random: number }): Schedule {
  const { usual, now, random } = about
  const least = Math.min(oftenest, usual)
  if (state.lastSuccessAt === null) return { intervalMinutes: usual, nextPollAt: later(now, usual, random) }
  const lastNew = fresh > 0 ? now : state.lastNewItemAt
  const dead = lastNew !== null && now.getTime() - lastNew.getTime() > deadAfterMs
  // Many at once: the interval is too long; one or two: about right; none: it can be longer.
  const factor = fresh >= 4 ? 0.5 : fresh >= 1 ? 0.85 : 1.25
  const interval = dead ? 24 * 60 : Math.min(Math.max(state.intervalMinutes * factor, least), Math.max(rarest, usual))
  return { intervalMinutes: interval, nextPollAt: later(now, interval, random) }
}

/** Doubles with each failure in a row; the spread of half to one and a half keeps many failing sources apart. A Retry-After is kept to. */
export function afterFailure(state: PollState, about: { usual: number; now: Date; random: number; retryAfter: Date | null }): Schedule {
  const { usual, now, random, retryAfter } = about
  const minutes = Math.min(usual * 2 ** Math.min(state.failures, 12), longestBackOff) * (0.5 + random)
  const next = new Date(now.getTime() + minutes * 60_000)
  return { intervalMinutes: state.intervalMinutes, nextPollAt: retryAfter && retryAfter > next ? retryAfter : next }
}
