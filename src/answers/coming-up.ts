/** Stories + an instant → what they announce for days after it, soonest first. */
import type { Language, Lexicon } from '../lexicon/lexicon.js'
import { quote } from '../stories/quoting.js'
import { reportedSentences } from '../stories/sentences.js'
import { stillPublished } from '../stories/still-published.js'
import type { Outlet, Story } from '../stories/story.js'
import { addDays, findDates, plainDateIn } from '../text/dates.js'
import type { Coming } from './answer.js'
import { addressesMachine } from './machine-talk.js'

interface ComingContext {
  asOf: Date
  zone: string
  lexicon: Lexicon
  outlets: ReadonlyMap<number, Outlet>
}

/** Days ahead that count as an announcement; further off is a plan. */
const daysAhead = 120
const mostBeside = 3

/** Every sentence that names a day to come. */
export function announced(stories: readonly Story[], { asOf, zone, lexicon, outlets }: ComingContext): Coming[] {
  const today = plainDateIn(asOf, zone)
  return stories.flatMap((story) =>
    stillPublished(story.articles).flatMap((article) => {
      if (!article.publishedAt) return []
      const reference = plainDateIn(article.publishedAt, zone)
      return reportedSentences(article, lexicon).flatMap((sentence): Coming[] => {
        if (sentence.dangling || addressesMachine(sentence.text)) return []
        const ahead = findDates(sentence.text, article.lang, { reference }).find(
          (mention) => mention.date > today && mention.date <= addDays(today, daysAhead),
        )
        return ahead ? [{ day: ahead.date, sentence: quote(article, sentence.text, outlets), story }] : []
      })
    }),
  )
}

/** The soonest few, in languages that are read, one a day and story. */
export function comingUp(stories: readonly Story[], context: ComingContext & { languages: readonly Language[] }): Coming[] {
  const found: Coming[] = []
  for (const coming of announced(stories, context)) {
    if (!(context.languages as readonly string[]).includes(coming.sentence.lang)) continue
    if (!found.some((one) => one.day === coming.day && one.story.id === coming.story.id)) found.push(coming)
  }
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.story.id - b.story.id)).slice(0, mostBeside)
}
