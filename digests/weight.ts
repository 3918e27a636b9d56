/** A story and what a reader chose → how much it weighs in an edition. The absence of a side is no penalty. */
import type { Story } from '../src/stories/story.js'

/** Told by one country's media only, or by one origin. `country` null: one origin that outlets of several countries reprint, or an unlabelled one. */
export interface OneSided {
  country: string | null
  origins: number
}

export interface WeightContext {
  /** End of the period. */
  at: Date
  /** What the subscription follows; empty: everything. */
  concepts: readonly string[]
  tags: ReadonlySet<string>
  isNew: boolean
  /** Origins that are new to the chat. */
  addedOrigins: number
}

/** The countries Readout is about. */
const field = ['AM', 'AZ', 'GE']
const halfLifeMs = 12 * 3_600_000

/** The one side that reports it so far; null when there are two. One origin counts as one side, whoever reprints it. */
export function oneSidedness(story: Story): OneSided | null {
  const countries = [...new Set(story.outlets.map((outlet) => outlet.country))]
  if (countries.length > 1 && story.origins > 1) return null
  return { country: countries.length === 1 ? (countries[0] ?? null) : null, origins: story.origins }
}

/** Sides, origins (reprints count once), an official voice, what is new to this chat, fit, freshness. */
export function weightOf(story: Story, context: WeightContext): number {
  const sides = Object.entries(story.balance).filter(([country, count]) => country !== 'unlabelled' && count.origins > 0).length
  const official = story.statements.some((statement) => statement.standing === 'official') ? 1 : 0
  const novelty = context.isNew ? 2 : Math.min(2, Math.log2(1 + context.addedOrigins))
  const fit = Math.min(2, context.concepts.filter((slug) => context.tags.has(slug)).length)
  const inField = story.countries.some((country) => field.includes(country)) ? 1 : 0
  const age = Math.max(0, context.at.getTime() - story.lastAt.getTime())
  return Math.min(sides, 4) + 1.5 * Math.log2(1 + story.origins) + official + inField + novelty + fit + 1.5 * 2 ** (-age / halfLifeMs)
}
