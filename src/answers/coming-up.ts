/** Stories + an instant → what they announced for a day, each with the words that announce it. */
import type { Language, Lexicon } from '../lexicon/lexicon.js'
import { addressesMachine } from '../stories/machine-talk.js'
import { quote } from '../stories/quoting.js'
import { type ReportedSentence, reportedSentences } from '../stories/sentences.js'
import { stillPublished } from '../stories/still-published.js'
import type { Outlet, Story } from '../stories/story.js'
import { addDays, type PlainDate, plainDateIn } from '../text/dates.js'
import type { Coming } from './answer.js'
import { publishedDay, readSentence } from './sentence-reading.js'

export interface ComingContext {
  asOf: Date
  zone: string
  lexicon: Lexicon
  outlets: ReadonlyMap<number, Outlet>
}

/** What an article announces for a day after its own. */
export interface Announcement extends Coming {
  /** What the words name. */
  concepts: ReadonlySet<string>
  stems: ReadonlySet<string>
  publishedAt: Date
}

/** Days ahead that count as an announcement; further off is a plan. */
const daysAhead = 120
const mostBeside = 3

/** Every sentence that names a day which was still to come when it was published, from `first` on. */
export function announced(stories: readonly Story[], { asOf, zone, lexicon, outlets }: ComingContext, first: PlainDate): Announcement[] {
  const last = addDays(plainDateIn(asOf, zone), daysAhead)
  return stories.flatMap((story) =>
    stillPublished(story.articles).flatMap((article) => {
      const { publishedAt } = article
      const reference = publishedDay(article, zone)
      if (!publishedAt || !reference) return []
      // "From 21 to 31 March", written on the 21st, is announced for its first day.
      const dayIn = ({ text }: ReportedSentence): PlainDate | undefined => {
        const days = readSentence(text, article.lang, lexicon)
          .dates(reference)
          .map(({ date }) => date)
        return days.some((date) => date > reference && date <= last)
          ? days.find((date) => date >= reference && date >= first && date <= last)
          : undefined
      }
      return reportedSentences(article, lexicon).flatMap((sentence): Announcement[] => {
        if (sentence.dangling || addressesMachine(sentence.text)) return []
        const day = dayIn(sentence)
        const { concepts, stems } = sentence
        return day ? [{ day, sentence: quote(article, sentence.text, outlets), story, concepts, stems, publishedAt }] : []
      })
    }),
  )
}

/** The soonest few after today, in languages that are read, one a day and story. */
export function comingUp(stories: readonly Story[], context: ComingContext & { languages: readonly Language[] }): Coming[] {
  const found: Coming[] = []
  const tomorrow = addDays(plainDateIn(context.asOf, context.zone), 1)
  for (const { day, sentence, story } of announced(stories, context, tomorrow)) {
    if (!(context.languages as readonly string[]).includes(sentence.lang)) continue
    if (!found.some((one) => one.day === day && one.story.id === story.id)) found.push({ day, sentence, story })
  }
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.story.id - b.story.id)).slice(0, mostBeside)
}
