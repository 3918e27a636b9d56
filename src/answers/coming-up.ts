/** Stories + an instant → what they announce for days after it, soonest first. */
import type { Language, Lexicon } from '../lexicon/lexicon.js'
import { quote } from '../stories/quoting.js'
import { reportedSentences } from '../stories/sentences.js'
import type { Outlet, Story } from '../stories/story.js'
import { addDays, findDates, plainDateIn } from '../text/dates.js'
import type { Coming, Question } from './answer.js'
import { addressesMachine } from './machine-talk.js'

interface ComingContext {
  question: Question
  lexicon: Lexicon
  outlets: ReadonlyMap<number, Outlet>
  languages: readonly Language[]
}

/** Days ahead that count as an announcement; further off is a plan. */
const daysAhead = 120
const most = 3

/** One a day and story at most. Only sentences in languages that are read. */
export function comingUp(stories: readonly Story[], { question, lexicon, outlets, languages }: ComingContext): Coming[] {
  const today = plainDateIn(question.asOf, question.zone)
  const found: Coming[] = []
  for (const story of stories) {
    for (const article of story.articles) {
      if (!(languages as readonly string[]).includes(article.lang) || !article.publishedAt) continue
      const reference = plainDateIn(article.publishedAt, question.zone)
      for (const sentence of reportedSentences(article, lexicon)) {
        if (addressesMachine(sentence.text)) continue
        const ahead = findDates(sentence.text, article.lang, { reference }).find(
          (mention) => mention.date > today && mention.date <= addDays(today, daysAhead),
        )
        if (!ahead || found.some((one) => one.day === ahead.date && one.story.id === story.id)) continue
        found.push({ day: ahead.date, sentence: quote(article, sentence.text, outlets), story })
      }
    }
  }
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.story.id - b.story.id)).slice(0, most)
}
