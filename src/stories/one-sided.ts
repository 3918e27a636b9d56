/** Stories → the weightiest one that only one country's outlets, or one origin, report: its absence elsewhere is no penalty. */
import type { Story } from './story.js'

export interface OneSided {
  story: Story
  /** The one country whose outlets have it; null: one origin, whose outlet is unlabelled. */
  country: string | null
}

/** Null when every story has several sides. `weight` is the caller's: the same by which it ranks the rest. Ties go to the smaller id. */
export function weightiestOneSided(stories: readonly Story[], weight: (story: Story) => number): OneSided | null {
  const oneSided = stories.flatMap((story) => {
    const countries = [...new Set(story.outlets.map((outlet) => outlet.country))]
    return countries.length === 1 || story.origins === 1 ? [{ story, country: countries.length === 1 ? (countries[0] ?? null) : null }] : []
  })
  return oneSided.sort((a, b) => weight(b.story) - weight(a.story) || a.story.id - b.story.id)[0] ?? null
}
