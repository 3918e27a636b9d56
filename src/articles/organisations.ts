/** Evidence of a text → the bodies that have a part in its news, as candidates with features. */
import type { Lexicon, Mention } from '../lexicon/lexicon.js'
import type { Evidence } from './evidence.js'
import { tellsOfEarlier } from './places.js'
import type { Candidate } from './tag-model.js'

/** Bodies so general that naming them says little ("the government", "parliament"). */
const general = /-(?:government|parliament|presidency|prime-ministers-office|armed-forces)$/

/** One candidate for every body named. */
export function organisationCandidates(evidence: Evidence, lexicon: Lexicon): Candidate[] {
  const named = new Map<string, Mention[]>()
  for (const mention of evidence.mentions) {
    if (mention.kind !== 'organisation') continue
    const known = named.get(mention.slug)
    if (known) known.push(mention)
    else named.set(mention.slug, [mention])
  }
  return [...named].flatMap(([id, mentions]) => {
    const body = lexicon.entity(id)
    if (body?.kind !== 'organisation') return []
    const zones = new Set(mentions.map(({ start }) => evidence.zoneOf(start)))
    const earlier = mentions.filter(({ start }) => tellsOfEarlier(evidence, start)).length
    const kind = general.exec(id)?.[0].slice(1) ?? (body.class === 'government' ? 'ministry' : body.class)
    const features: Record<string, number> = {
      [`is ${kind}`]: 1,
      title: zones.has('title') ? 1 : 0,
      lead: zones.has('lead') ? 1 : 0,
      second: zones.has('second') ? 1 : 0,
      body: zones.has('body') ? 1 : 0,
      late: zones.has('late') ? 1 : 0,
      onlyLate: zones.size === 1 && zones.has('late') ? 1 : 0,
      times: Math.log1p(mentions.length),
      once: mentions.length === 1 ? 1 : 0,
      [`front ${kind === 'media' || kind === 'company' ? kind : 'other'}`]: zones.has('title') || zones.has('lead') ? 1 : 0,
      earlier: earlier / mentions.length,
      bodies: Math.log1p(named.size),
    }
    return [{ id, features }]
  })
}
