/** Stories + an instant → what is announced for the days to come, and what came out of what was announced for the days just gone. */
import type { Language } from '../lexicon/lexicon.js'
import type { QuotedSentence, Story } from '../stories/story.js'
import { addDays, type PlainDate, plainDateIn } from '../text/dates.js'
import type { Coming } from './answer.js'
import { type Announcement, announced, type ComingContext } from './coming-up.js'
import { changeOf, outcomeOf } from './outcome.js'

/** One announced event of a day. */
export interface CalendarEntry extends Coming {
  /** When it was first announced in what was read. */
  announcedAt: Date
  /** Countries of the outlets that announce it; "unlabelled" ones left out. */
  countries: string[]
  /**
   * moved, cancelled: a later report speaks of it. past: its day is gone.
   * both: outlets of at least two of the countries that it concerns announce it; one-side: of one; others: of none of them.
   */
  state: 'both' | 'one-side' | 'others' | 'moved' | 'cancelled' | 'past'
  /** The report that moves or cancels it, or what came out; null where nothing was seen. */
  later: { story: Story; sentence: QuotedSentence } | null
}

interface CalendarContext extends ComingContext {
  languages: readonly Language[]
  /** Days back within which what came out is told; absent: only today and what is to come. */
  daysBack?: number
}

/** Share of the smaller one's words, and concepts in common, from which two announcements of one day are the same event. */
const sameWords = 0.5
const sameConcepts = 2

/** Soonest first, what is past behind it, the latest first; one entry for an event and day. */
export function calendarOf(stories: readonly Story[], context: CalendarContext): CalendarEntry[] {
  const today = plainDateIn(context.asOf, context.zone)
  const events: Announcement[][] = []
  for (const one of announced(stories, context, addDays(today, -(context.daysBack ?? 0)))) {
    const known = events.find((event) => event.some((other) => isSame(one, other)))
    if (known) known.push(one)
    else events.push([one])
  }
  const entries = events.map((event) => entryOf(event, { stories, today, context }))
  const order = ({ day }: CalendarEntry): string => (day >= today ? day : `9${invert(day)}`)
  return entries.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : a.story.id - b.story.id))
}

/** Sorts later days first. */
function invert(day: PlainDate): string {
  return String(99_999_999 - Number(day.replaceAll('-', '')))
}

function isSame(one: Announcement, other: Announcement): boolean {
  if (one.day !== other.day) return false
  if (one.story.id === other.story.id) return true
  const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((item) => b.has(item)).length
  if (one.sentence.lang === other.sentence.lang && shared(one.stems, other.stems) >= sameWords * Math.min(one.stems.size, other.stems.size))
    return true
  return shared(one.concepts, other.concepts) >= sameConcepts && one.story.event === other.story.event
}

function entryOf(
  event: readonly Announcement[],
  { stories, today, context }: { stories: readonly Story[]; today: PlainDate; context: CalendarContext },
): CalendarEntry {
  const rank = ({ sentence }: Announcement): number => {
    const index = (context.languages as readonly string[]).indexOf(sentence.lang)
    return index < 0 ? context.languages.length : index
  }
  const [shown] = [...event].sort((a, b) => rank(a) - rank(b) || a.publishedAt.getTime() - b.publishedAt.getTime()) as [Announcement]
  const announcedAt = new Date(Math.min(...event.map(({ publishedAt }) => publishedAt.getTime())))
  const countries = [...new Set(event.flatMap(({ sentence }) => sentence.outlet.country ?? []))]
  const { day, sentence, story } = shown
  const entry = { day, sentence, story, announcedAt, countries }
  const changed = changeOf(event, stories, context)
  if (changed) return { ...entry, ...changed }
  if (day < today) return { ...entry, state: 'past', later: outcomeOf(event, stories, context) }
  return { ...entry, state: sidesOf(event, countries), later: null }
}

function sidesOf(event: readonly Announcement[], countries: readonly string[]): 'both' | 'one-side' | 'others' {
  const concerned = new Set(event.flatMap(({ story }) => story.countries))
  const sides = countries.filter((country) => concerned.has(country)).length
  return sides > 1 ? 'both' : sides === 1 ? 'one-side' : 'others'
}
