/** Evidence of a text → the days on which its event may have been, as candidates with features; relative days are resolved against the article's own. */
import type { EventType } from '../lexicon/lexicon.js'
import type { PlainDate } from '../text/dates.js'
import type { Evidence } from './evidence.js'
import type { Candidate } from './tag-model.js'

const dayMs = 86_400_000

function daysApart(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs)
}

/** A day behind "since", "before", "until" … bounds something else. */
const boundBefore =
  /(?:\b(?:since|before|until|till|after|by|from|ahead of|as of|effective)|(?<!\p{L})(?:с|до|после|со|к|накануне)|(?<!\p{L})(?:մինչև|մինչեւ)|(?<!\p{L})(?:до конца))\s(?:the\s)?$/iu
const boundBehind = /^(?:\p{L}{0,3})\s(?:qədər|kimi|sonra|əvvəl|bəri|etibarən|kadar|beri|önce|itibaren|հետո|առաջ|մինչ|მდე|შემდეგ)/iu

/** Distances that news keeps between the event and the article. */
function distanceOf(days: number): string {
  if (days > 0) return days <= 7 ? 'ahead' : 'far ahead'
  if (days === 0) return 'same day'
  if (days === -1) return 'day before'
  if (days >= -3) return 'days before'
  if (days >= -7) return 'week before'
  return days >= -31 ? 'month before' : 'long before'
}

/** One candidate for every day that the text names and for the article's own; empty when the article has no day and names none. */
export function eventDateCandidates(evidence: Evidence, event: EventType | null): Candidate<PlainDate>[] {
  const { published } = evidence.input
  const cues = evidence.eventCues.filter(({ id }) => id === event)
  const byDay = new Map<PlainDate, Record<string, number>>()
  const featuresOf = (date: PlainDate): Record<string, number> => {
    const known = byDay.get(date)
    if (known) return known
    const fresh: Record<string, number> = {}
    if (published) fresh[distanceOf(daysApart(published, date))] = 1
    byDay.set(date, fresh)
    return fresh
  }
  if (published) featuresOf(published).own = 1
  let order = 0
  for (const mention of evidence.dates) {
    const features = featuresOf(mention.date)
    const zone = evidence.zoneOf(mention.start)
    const { start, end } = evidence.sentenceAt(mention.start)
    const raise = (name: string): void => {
      features[name] = 1
    }
    raise(zone)
    raise(mention.kind)
    if (order === 0) raise('first')
    if (order === 1) raise('second_')
    order++
    if (
      boundBefore.test(evidence.whole.slice(Math.max(0, mention.start - 16), mention.start)) ||
      boundBehind.test(evidence.whole.slice(mention.end, mention.end + 16))
    )
      raise(`bound`)
    else raise('free')
    const inSentence = cues.some((cue) => cue.start >= start && cue.end <= end)
    if (inSentence) raise('with its event')
    if (inSentence && zone === 'lead') raise('with its event in the lead')
    features.times = Math.min(3, (features.times ?? 0) + 1)
  }
  return [...byDay].map(([id, features]) => ({ id, features: { ...features, ...(features.free ? {} : { free: 0 }) } }))
}

/** Whether a sentence of the text carries the day, by its date, by a weekday or by a word such as "yesterday". */
export function isInText(evidence: Evidence, date: PlainDate): boolean {
  return evidence.dates.some((mention) => mention.date === date)
}
