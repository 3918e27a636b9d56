/** Stories → bars of a chart: articles a day, week or month by the country of the outlet. */
import type { Story } from '../stories/story.js'
import { addDays, type PlainDate, plainDateIn } from '../text/dates.js'
import { daysBetween } from '../text/zones.js'

interface Bar {
  /** First day of the bar. */
  day: PlainDate
  /** In the order of the sides. */
  parts: { country: string; count: number }[]
}

export interface Chart {
  from: PlainDate
  to: PlainDate
  unit: 'day' | 'week' | 'month'
  bars: Bar[]
  /** Countries by number of articles; those beyond the palette are "other". */
  sides: { country: string; count: number }[]
  articles: number
  /** The bar of a day; days outside fall on the first or last. */
  indexOf(day: PlainDate): number
}

const sidesShown = 6
/** More bars than this cannot be told apart on a phone. */
const mostBars = 46
const steps = { day: 1, week: 7, month: 30 } as const

export function barsOf(stories: readonly Story[], zone: string): Chart {
  const seen = new Set<number>()
  const told = stories.flatMap((story) =>
    story.articles.flatMap((article) => {
      if (!article.publishedAt || seen.has(article.id)) return []
      seen.add(article.id)
      const outlet = story.outlets.find((one) => one.sourceId === article.sourceId)
      return [{ day: plainDateIn(article.publishedAt, zone), country: outlet?.country ?? 'unlabelled' }]
    }),
  )
  const days = told.map(({ day }) => day).sort()
  const from = days[0] ?? plainDateIn(stories[0]?.firstAt ?? new Date(0), zone)
  const to = days.at(-1) ?? from
  const span = daysBetween(from, to) + 1
  const unit = span <= mostBars ? 'day' : span <= mostBars * 7 ? 'week' : 'month'
  const step = unit === 'month' ? Math.max(steps.month, Math.ceil(span / mostBars)) : steps[unit]
  const count = Math.max(1, Math.ceil(span / step))
  const indexOf = (day: PlainDate): number => Math.min(count - 1, Math.max(0, Math.floor(daysBetween(from, day) / step)))
  const totals = new Map<string, number>()
  for (const { country } of told) totals.set(country, (totals.get(country) ?? 0) + 1)
  const ranked = [...totals].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  const named = new Set(ranked.slice(0, ranked.length > sidesShown ? sidesShown - 1 : sidesShown).map(([country]) => country))
  const sideOf = (country: string): string => (named.has(country) ? country : 'other')
  const sides = new Map<string, number>()
  for (const [country, number] of ranked) sides.set(sideOf(country), (sides.get(sideOf(country)) ?? 0) + number)
  const order = [...sides.keys()]
  const bars = Array.from({ length: count }, (_, index): Bar => {
    const inside = told.filter(({ day }) => indexOf(day) === index)
    const parts = order.map((country) => ({ country, count: inside.filter((one) => sideOf(one.country) === country).length }))
    return { day: addDays(from, index * step), parts: parts.filter((part) => part.count > 0) }
  })
  return { from, to, unit, bars, sides: [...sides].map(([country, number]) => ({ country, count: number })), articles: told.length, indexOf }
}
