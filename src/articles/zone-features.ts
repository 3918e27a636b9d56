/** Where in a text something is named → features that every kind of tag is judged by. */
import type { Mention } from '../lexicon/lexicon.js'
import { addDays } from '../text/dates.js'
import type { Evidence } from './evidence.js'
import type { Features } from './tag-model.js'

/** A day named in the sentence that lies well before the article: the sentence tells background. */
export function tellsOfEarlier(evidence: Evidence, offset: number): boolean {
  const { published } = evidence.input
  if (!published) return false
  const { start, end } = evidence.sentenceAt(offset)
  const limit = addDays(published, -6)
  if (evidence.dates.some((date) => date.start >= start && date.end <= end && date.date < limit)) return true
  const year = Number(published.slice(0, 4))
  const years = evidence.whole.slice(start, end).match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []
  return years.some((found) => Number(found) < year)
}

/** In which parts of the text it is named, and how often. */
export function zoneFeatures(mentions: readonly Mention[], evidence: Evidence): Features {
  const zones = new Set(mentions.map(({ start }) => evidence.zoneOf(start)))
  return {
    title: zones.has('title') ? 1 : 0,
    lead: zones.has('lead') ? 1 : 0,
    second: zones.has('second') ? 1 : 0,
    body: zones.has('body') ? 1 : 0,
    late: zones.has('late') ? 1 : 0,
    onlyLate: zones.size === 1 && zones.has('late') ? 1 : 0,
    times: Math.log1p(mentions.length),
    once: mentions.length === 1 ? 1 : 0,
  }
}
