/** A story and the sentences shown of it → the days that its texts name for the event. */
import type { QuotedSentence, Story } from '../stories/story.js'
import { addDays, findDates, type PlainDate, plainDateIn } from '../text/dates.js'
import type { Question } from './answer.js'

/** Days apart from which two reports no longer tell of one event of several days. */
const longestEvent = 3

/** Days before its first report beyond which a day is background. */
const backwards = 14

/**
 * First and last day of the event, as far as the texts carry them: a date or a weekday that resolves in the first sentence,
 * else the day on which the story's articles agree. Null when no text carries a day.
 */
export function daysOf(story: Story, sentences: readonly QuotedSentence[], question: Question): [PlainDate, PlainDate] | null {
  const first = sentences[0]
  const reference = first?.publishedAt ? plainDateIn(first.publishedAt, question.zone) : null
  const near = (day: PlainDate): boolean => reference === null || (day <= addDays(reference, 1) && day >= addDays(reference, -10))
  const told = first
    ? findDates(first.text, first.lang, { reference })
        .map((mention) => mention.date)
        .filter(near)
    : []
  // A day long before the first report is background.
  const earliest = addDays(plainDateIn(story.firstAt, question.zone), -backwards)
  const agreed = story.articles.flatMap(({ eventDate, eventDateInText }) =>
    eventDateInText && eventDate && eventDate >= earliest ? [eventDate] : [],
  )
  if (story.event === 'visit' || story.event === 'summit') {
    // A visit of two days is one event; a reaction a week later is not.
    const days = [...told, ...agreed.filter((day) => !story.eventDate || isClose(day, story.eventDate))].sort()
    const [from, to] = [days[0], days.at(-1)]
    if (from && to && to <= addDays(from, longestEvent)) return [from, to]
  }
  // The cited sentence's own day goes before what the articles agree on.
  const agreedDay = story.eventDateInText ? story.eventDate : null
  const day = agreedDay && told.includes(agreedDay) ? agreedDay : (told.sort().at(-1) ?? agreedDay)
  return day ? [day, day] : null
}

function isClose(day: PlainDate, other: PlainDate): boolean {
  return day <= addDays(other, longestEvent) && day >= addDays(other, -longestEvent)
}
