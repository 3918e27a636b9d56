/** Evidence of a text → the places where its news happens or that it is about, as candidates with features. */
import type { Lexicon, Mention } from '../lexicon/lexicon.js'
import { addDays } from '../text/dates.js'
import { region } from './countries.js'
import type { Evidence } from './evidence.js'
import type { Candidate } from './tag-model.js'

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

const listBefore = /(?:,|\band|\bи|և|եւ|\bvə|\bve|და)\s$/u
const listBehind = /^(?:,\s\p{Lu}|\s(?:and|и|և|եւ|və|ve|და)\s)/u
const dateline = /^\s*(?:\([^)]{2,40}\))?\s*[–—-]\s/u

/** One candidate for every place named as a place. */
export function placeCandidates(evidence: Evidence, lexicon: Lexicon): Candidate[] {
  const named = new Map<string, Mention[]>()
  for (const mention of evidence.mentions) {
    if (mention.kind !== 'place' || mention.by !== 'name') continue
    const known = named.get(mention.slug)
    if (known) known.push(mention)
    else named.set(mention.slug, [mention])
  }
  return [...named].flatMap(([id, mentions]) => {
    const place = lexicon.entity(id)
    const first = mentions[0]
    if (place?.kind !== 'place' || !first) return []
    const zones = new Set(mentions.map(({ start }) => evidence.zoneOf(start)))
    const earlier = mentions.filter(({ start }) => tellsOfEarlier(evidence, start)).length
    const lists = mentions.filter(
      ({ start, end }) => listBefore.test(evidence.whole.slice(start - 6, start)) || listBehind.test(evidence.whole.slice(end, end + 8)),
    ).length
    const features: Record<string, number> = {
      title: zones.has('title') ? 1 : 0,
      lead: zones.has('lead') ? 1 : 0,
      second: zones.has('second') ? 1 : 0,
      body: zones.has('body') ? 1 : 0,
      late: zones.has('late') ? 1 : 0,
      onlyLate: zones.size === 1 && zones.has('late') ? 1 : 0,
      times: Math.log1p(mentions.length),
      once: mentions.length === 1 ? 1 : 0,
      capital: place.capital ? 1 : 0,
      capitalOutOfLead: place.capital && !zones.has('title') && !zones.has('lead') ? 1 : 0,
      wide: place.wide ? 1 : 0,
      region: place.country && region.has(place.country) ? 1 : 0,
      earlier: earlier / mentions.length,
      allEarlier: earlier === mentions.length ? 1 : 0,
      list: lists / mentions.length,
      dateline: evidence.zoneOf(first.start) === 'lead' && dateline.test(evidence.whole.slice(first.end, first.end + 48)) ? 1 : 0,
      places: Math.log1p(named.size),
    }
    return [{ id, features }]
  })
}
