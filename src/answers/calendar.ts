/** Stories + an instant → what is announced for days to come: by whose outlets, and whether a later report moves or cancels it. */
import type { Language, Lexicon } from '../lexicon/lexicon.js'
import { notionsOf } from '../lexicon/notions.js'
import type { Outlet, Story } from '../stories/story.js'
import type { Coming } from './answer.js'
import { announced } from './coming-up.js'

/** One announced event of a day. */
export interface CalendarEntry extends Coming {
  /** Countries of the outlets that announce it; "unlabelled" ones left out. */
  countries: string[]
  /** moved, cancelled: a later report's headline speaks of it. */
  state: 'both' | 'one-side' | 'moved' | 'cancelled'
}

interface CalendarContext {
  asOf: Date
  zone: string
  lexicon: Lexicon
  outlets: ReadonlyMap<number, Outlet>
  languages: readonly Language[]
}

/** Soonest first; one entry for a story and day. */
export function calendarOf(stories: readonly Story[], context: CalendarContext): CalendarEntry[] {
  const found = new Map<string, CalendarEntry>()
  /** When each was first announced, ms. */
  const since = new Map<string, number>()
  for (const coming of announced(stories, context)) {
    const key = `${coming.story.id} ${coming.day}`
    const country = coming.sentence.outlet.country
    const entry = found.get(key) ?? { ...coming, countries: [], state: 'one-side' as const }
    if (country && !entry.countries.includes(country)) entry.countries.push(country)
    const better = rank(coming.sentence.lang, context.languages) < rank(entry.sentence.lang, context.languages)
    since.set(key, Math.min(since.get(key) ?? Number.POSITIVE_INFINITY, coming.sentence.publishedAt?.getTime() ?? 0))
    found.set(key, { ...entry, sentence: better ? coming.sentence : entry.sentence })
  }
  return [...found]
    .map(
      ([key, entry]): CalendarEntry => ({
        ...entry,
        state: changeOf(entry, since.get(key) ?? 0) ?? (entry.countries.length > 1 ? 'both' : 'one-side'),
      }),
    )
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.story.id - b.story.id))
}

function rank(lang: string, languages: readonly string[]): number {
  const index = languages.indexOf(lang)
  return index < 0 ? languages.length : index
}

/** What a headline after the announcement says of it; the newest decides. */
function changeOf(entry: CalendarEntry, after: number): 'moved' | 'cancelled' | null {
  for (const article of entry.story.articles) {
    if ((article.publishedAt?.getTime() ?? 0) <= after) continue
    const notions = notionsOf(article.title, article.lang)
    if (notions.has('cancel')) return 'cancelled'
    if (notions.has('postpone')) return 'moved'
  }
  return null
}
