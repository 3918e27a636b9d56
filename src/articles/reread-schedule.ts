/** When a page was published and read → when it is read again to see whether it was changed or withdrawn. Pure. */
import type { DatePrecision } from '../text/dates.js'

/** What decides how often a page is worth another look. Instants are UTC. */
export interface Rereadable {
  publishedAt: Date | null
  publishedAtPrecision: DatePrecision | null
  readAt: Date
  relevant: boolean
  /** The source is an official body: a changed wording is news of its own. */
  official: boolean
}

const hourMs = 3_600_000
/** Hours after publication; the last is the end of it. */
const officialHours = [1, 4, 24, 72, 168]
const otherHours = [6, 36]
/** A page is not fetched twice within this time, however late it was read. */
const leastGapMs = 30 * 60_000
const youngMs = 48 * hourMs

/** The next instant after `after` at which the page is read again; null: not any more. */
export function nextReread(page: Rereadable, after: Date): Date | null {
  if (!page.relevant && !page.official) return null
  const { publishedAt, publishedAtPrecision, readAt } = page
  // Of a day alone, and of a date that lies ahead, the hour is not known.
  const exact = publishedAt !== null && publishedAtPrecision === 'minute' && publishedAt <= readAt
  const from = exact ? publishedAt : publishedAt && readAt.getTime() - publishedAt.getTime() > 2 * 24 * hourMs ? publishedAt : readAt
  const earliest = after.getTime() + leastGapMs
  const hours = page.official ? officialHours : otherHours
  const next = hours.map((hour) => from.getTime() + hour * hourMs).find((at) => at >= earliest)
  return next === undefined ? null : new Date(next)
}

/** An article of an old story is settled: only official bodies' pages are still looked at. `storyMadeAt`: null where it has no story. */
export function isStillYoung(page: Pick<Rereadable, 'official' | 'readAt'>, storyMadeAt: Date | null): boolean {
  return page.official || storyMadeAt === null || page.readAt.getTime() - storyMadeAt.getTime() <= youngMs
}
