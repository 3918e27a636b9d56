/** Stories → dated developments in order, and how much each country's outlets reported on each day. */
import type { PlainDate } from '../text/dates.js'
import { originOf } from './origins.js'
import type { Story } from './story.js'

export interface DatedDevelopment {
  date: PlainDate
  /** True: the day of the event, carried by a text; false: the day of the first report. */
  isEventDay: boolean
  story: Story
}

export interface Coverage {
  day: PlainDate
  /** Origins by country of outlet ("unlabelled" for those without). */
  byCountry: Record<string, number>
}

/** The day in UTC; readers' zones are the renderer's. */
function dayOf(instant: Date): PlainDate {
  return instant.toISOString().slice(0, 10)
}

/** Oldest first. A day far from the reports (an anniversary text's) is not the development's own. */
export function timelineOf(stories: readonly Story[]): DatedDevelopment[] {
  return stories
    .map((story) => {
      const reported = dayOf(story.firstAt)
      const near = story.eventDate !== null && Math.abs(Date.parse(story.eventDate) - Date.parse(reported)) <= 7 * 86_400_000
      const isEventDay = story.eventDateInText && near
      return { date: isEventDay ? (story.eventDate as PlainDate) : reported, isEventDay, story }
    })
    .sort((a, b) => (a.date === b.date ? a.story.firstAt.getTime() - b.story.firstAt.getTime() || a.story.id - b.story.id : a.date < b.date ? -1 : 1))
}

/** Days without a report are left out. */
export function coverageOf(stories: readonly Story[]): Coverage[] {
  const days = new Map<PlainDate, Record<string, number>>()
  for (const story of stories) {
    const origins = originOf(story.articles)
    const countries = new Map(story.outlets.map((outlet) => [outlet.sourceId, outlet.country ?? 'unlabelled']))
    for (const article of story.articles) {
      if (origins.get(article.id) !== article.id || !article.publishedAt) continue
      const day = days.get(dayOf(article.publishedAt)) ?? {}
      const country = countries.get(article.sourceId) ?? 'unlabelled'
      day[country] = (day[country] ?? 0) + 1
      days.set(dayOf(article.publishedAt), day)
    }
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, byCountry]) => ({ day, byCountry }))
}
