/** A receipt → how its delivery is closed, and what it means for the chat. */
import type { Receipt } from '../src/platform.js'
import type { Closing, DueDelivery } from './outbox.js'

const firstPauseMs = 2_000
const longestPauseMs = 600_000
/** A part that could not be sent for so long is given up. */
const givenUpAfterMs = 24 * 3_600_000

/** Back-off of the n-th try, in ms: doubles, up to ten minutes, spread by a quarter either way. `random`: 0 to 1. */
export function backOff(attempts: number, random: number): number {
  return Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(0, attempts - 1)) * (0.75 + random / 2)
}

/** `delivery.attempts` counts the calls before this one. */
export function closingOf(delivery: Pick<DueDelivery, 'id' | 'attempts' | 'madeAt'>, receipt: Receipt, at: { now: Date; random: number }): Closing {
  const { id } = delivery
  if (receipt.outcome === 'sent') return { id, state: 'sent', messageIds: receipt.messageIds }
  if (receipt.outcome === 'unknown') return { id, state: 'unknown', reason: receipt.reason }
  if (receipt.botRefused !== undefined) return { id, state: 'planned', reason: receipt.reason, notBefore: at.now }
  if (receipt.movedTo) return { id, state: 'planned', reason: receipt.reason, notBefore: at.now }
  if (receipt.permanent || receipt.gone) return { id, state: 'refused', reason: receipt.reason }
  if (at.now.getTime() - delivery.madeAt.getTime() > givenUpAfterMs)
    return { id, state: 'refused', reason: `given up after a day: ${receipt.reason}` }
  const pause = receipt.retryAfterMs ?? backOff(delivery.attempts + 1, at.random)
  return { id, state: 'planned', reason: receipt.reason, notBefore: new Date(at.now.getTime() + pause) }
}
