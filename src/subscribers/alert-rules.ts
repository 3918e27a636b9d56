/** What happened in a followed story + what the chat was alerted of already → alert now, in a bundle later, or not, with the reason. */

/** A new story or a development of one, as far as the rules look at it. Times are UTC instants. */
export interface AlertCandidate {
  /** The story was not there before. */
  isNew: boolean
  /** It brings the answer to what the chat was alerted of: that waits for no other alert, only for the end of quiet hours. */
  isAnswer: boolean
  /** Origins that report it (reprints count once). */
  origins: number
  /** A state or official body's own outlet is among them. */
  official: boolean
  /** What a development adds; empty for more of the same. */
  adds: readonly ('dated-event' | 'figure' | 'official-statement')[]
  publishedAt: Date | null
  readAt: Date
  /** It came with a source's first poll, or the first after an outage. */
  backlog: boolean
}

/** What bounds alerts in one chat. */
export interface AlertBounds {
  perDay: number
  /** Least time between two, in ms. */
  apartMs: number
}

/** product.md, "What a reader sees": at most 3 a day and one in 2 hours. */
export const alertBounds: AlertBounds = { perDay: 3, apartMs: 2 * 3_600_000 }

export type AlertDecision =
  | { act: 'send' }
  | { act: 'bundle'; until: Date; why: 'too-soon' | 'day-full' | 'quiet-hours' }
  | { act: 'drop'; why: string }

const hourMs = 3_600_000
const oldMs = 6 * hourMs
const dayMs = 24 * hourMs

/** Whether it is worth an alert at all; null when it is. */
export function alertFault(candidate: AlertCandidate): string | null {
  if (candidate.backlog) return 'backlog'
  if (candidate.publishedAt === null) return 'undated'
  if (candidate.readAt.getTime() - candidate.publishedAt.getTime() > oldMs) return 'old'
  if (candidate.isAnswer) return null
  if (candidate.isNew) return candidate.origins >= 2 || candidate.official ? null : 'one-origin'
  return candidate.adds.length > 0 ? null : 'nothing-added'
}

/** When the chat may be alerted next. `sent`: instants of its alerts; `quietEnd`: the first instant outside its quiet hours. */
export function nextAlertAt(
  sent: readonly Date[],
  now: Date,
  quietEnd: Date,
  bounds: AlertBounds,
): { at: Date; why: 'too-soon' | 'day-full' | 'quiet-hours' | null } {
  const recent = sent.map((at) => at.getTime()).filter((at) => at > now.getTime() - dayMs)
  const last = Math.max(...recent, Number.NEGATIVE_INFINITY)
  const full = recent.length >= bounds.perDay ? (recent.sort((a, b) => b - a)[bounds.perDay - 1] ?? 0) + dayMs : Number.NEGATIVE_INFINITY
  const reasons = [
    { at: full, why: 'day-full' as const },
    { at: last + bounds.apartMs, why: 'too-soon' as const },
    { at: quietEnd.getTime(), why: 'quiet-hours' as const },
  ]
  const latest = reasons.reduce((worst, reason) => (reason.at > worst.at ? reason : worst))
  return latest.at > now.getTime() ? { at: new Date(latest.at), why: latest.why } : { at: now, why: null }
}

export function decideAlert(
  candidate: AlertCandidate,
  sent: readonly Date[],
  now: Date,
  options: { quietEnd: Date; bounds?: AlertBounds },
): AlertDecision {
  const fault = alertFault(candidate)
  if (fault !== null) return { act: 'drop', why: fault }
  const next = nextAlertAt(candidate.isAnswer ? [] : sent, now, options.quietEnd, options.bounds ?? alertBounds)
  return next.why === null ? { act: 'send' } : { act: 'bundle', until: next.at, why: next.why }
}
