/** Subscriptions that are due → what is to be made for each chat: which slot, how late, what goes together; what is too old is let go. */
import { newestSlot, nextDue, nextSlot, quietEnd, type Schedule } from '../src/subscribers/schedule.js'
import type { Choice, Subscription } from '../src/subscribers/subscription.js'
import type { LateReason } from './edition.js'
import type { DecidedEdition, DueSubscription, Editions } from './editions.js'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
/** A slot that was missed longer ago than this is let go. */
const catchUpMs = 12 * hourMs
/** Later than this is late, and says so. */
const punctualMs = 5 * minuteMs
/** Two subscriptions of one chat due so near to each other make one edition. */
const togetherMs = 5 * minuteMs
const longestPeriodMs = 8 * dayMs
/** What looks back further is composed from a snapshot of its own: one weekly digest must not make every daily one look through a week. */
const shortPeriodMs = 2 * dayMs

/** How one chat's edition is to be made. */
export interface Task {
  lead: DueSubscription
  slot: Date
  /** What it tells begins here. */
  from: Date
  late: LateReason | null
  /** Now; for a late one not before its quiet hours end. */
  sendAt: Date
  /** Others of the chat that this edition tells too, with their slots. */
  merged: { subscription: Subscription & { nextAt: Date }; slot: Date }[]
  choice: Choice
}

/** One task for each chat; slots that are too old are decided at once. */
export async function tasksOf(
  due: readonly DueSubscription[],
  now: Date,
  { editions, startedAt }: { editions: Pick<Editions, 'ofChats'>; startedAt?: Date },
): Promise<{ tasks: Task[]; missed: DecidedEdition[] }> {
  const chats = [...new Set(due.map((one) => one.chat.id))]
  const companions = await editions.ofChats(chats, new Date(now.getTime() + togetherMs))
  const byChat = new Map<number, (Subscription & { nextAt: Date })[]>()
  for (const companion of companions) byChat.set(companion.chatId, [...(byChat.get(companion.chatId) ?? []), companion])
  const tasks: Task[] = []
  const missed: DecidedEdition[] = []
  const done = new Set<number>()
  for (const lead of due) {
    if (done.has(lead.chat.id)) continue
    const ahead = aheadMs(lead.subscription)
    const first = new Date(lead.subscription.nextAt.getTime() + ahead)
    const slot = newestSlot(lead.subscription, first, new Date(now.getTime() + ahead), catchUpMs) ?? first
    const lateMs = now.getTime() - slot.getTime()
    const next = nextSlot(lead.subscription, now)
    const sendAt = lateMs > punctualMs ? quietEnd(now, lead.subscription.zone, lead.subscription.choice.quiet) : now
    if (lateMs > catchUpMs || (lateMs > punctualMs && next && next.getTime() - sendAt.getTime() <= hourMs)) {
      missed.push(decided(lead.subscription, slot, now, 'missed', lateMs > catchUpMs ? 'longer ago than 12 hours' : 'the next is due within an hour'))
      continue
    }
    done.add(lead.chat.id)
    const merged = (byChat.get(lead.chat.id) ?? [])
      .filter((other) => other.id !== lead.subscription.id && other.choice.draft === null && lead.subscription.choice.draft === null)
      // After an outage it is the newest missed slots that are near each other.
      .map((other) => ({ subscription: other, slot: newestSlot(other, other.nextAt, now, catchUpMs) ?? other.nextAt }))
      .filter((other) => Math.abs(other.slot.getTime() - slot.getTime()) <= togetherMs)
    const choice = merged.reduce((all, other) => together(all, other.subscription.choice), lead.subscription.choice)
    const told = [{ subscription: lead.subscription, slot }, ...merged]
    tasks.push({
      lead,
      slot,
      // What one of them was told already its chat has seen.
      from: new Date(Math.min(...told.map((one) => periodStart(one.subscription, one.slot, now).getTime()))),
      late: lateMs > punctualMs ? (startedAt && slot > startedAt ? 'was-busy' : 'was-down') : null,
      sendAt: lateMs > punctualMs ? quietEnd(now, lead.subscription.zone, choice.quiet) : now,
      merged,
      choice,
    })
  }
  return { tasks, missed }
}

export function later(a: Date, b: Date): Date {
  return a > b ? a : b
}

/** How long before its slot an edition is made: by the minutes of its draft. */
function aheadMs(subscription: Pick<Subscription, 'choice'>): number {
  return (subscription.choice.draft?.minutes ?? 0) * minuteMs
}

/** A decision with nothing to send; the subscription goes on to its next slot after `after`. */
export function decided(
  subscription: Subscription & { nextAt: Date },
  slot: Date,
  after: Date,
  state: DecidedEdition['state'],
  reason: string | null,
): DecidedEdition {
  return {
    subscriptionId: subscription.id,
    chatId: subscription.chatId,
    slot,
    state,
    reason,
    content: null,
    deliveries: [],
    nextAt: nextDue(subscription, later(new Date(slot.getTime() - aheadMs(subscription)), after)),
    expectedNextAt: subscription.nextAt,
    tells: state === 'merged',
  }
}

/** Where the last edition ended; for the first where one would have ended, at least a day before; never further back than eight days. */
function periodStart(subscription: Subscription, slot: Date, now: Date): Date {
  const start = subscription.lastSlot ?? slotBefore(subscription, slot)
  return new Date(Math.max(start.getTime(), now.getTime() - longestPeriodMs))
}

function slotBefore(schedule: Schedule, slot: Date): Date {
  const dayBefore = new Date(slot.getTime() - dayMs)
  if (schedule.weekdays.length >= 7) return dayBefore
  const earliest = nextSlot(schedule, new Date(slot.getTime() - longestPeriodMs))
  const before = earliest && earliest < slot ? newestSlot(schedule, earliest, new Date(slot.getTime() - 1), longestPeriodMs) : null
  return before && before < dayBefore ? before : dayBefore
}

export function reachOf(task: Task, now: Date): 'short' | 'long' {
  return now.getTime() - task.from.getTime() <= shortPeriodMs ? 'short' : 'long'
}

/** What either keeps to; nothing where one of them takes everything. */
function eitherOf<T>(a: readonly T[], b: readonly T[]): T[] {
  return a.length === 0 || b.length === 0 ? [] : [...new Set([...a, ...b])]
}

/** What two subscriptions of one chat want, as one. */
function together(a: Choice, b: Choice): Choice {
  return {
    ...a,
    concepts: eitherOf(a.concepts, b.concepts),
    mutedConcepts: a.mutedConcepts.filter((slug) => b.mutedConcepts.includes(slug)),
    mutedSources: a.mutedSources.filter((id) => b.mutedSources.includes(id)),
    mutedLanguages: a.mutedLanguages.filter((lang) => b.mutedLanguages.includes(lang)),
    onlyLanguages: eitherOf(a.onlyLanguages, b.onlyLanguages),
    length: a.length === 'full' || b.length === 'full' ? 'full' : 'short',
    skipQuietDays: a.skipQuietDays && b.skipQuietDays,
  }
}
