/** Evidence of a text → the countries that take part in its news or are its subject, as candidates with features. */
import type { Entity, Lexicon, Mention } from '../lexicon/lexicon.js'
import type { Evidence } from './evidence.js'
import type { Candidate } from './tag-model.js'
import { tellsOfEarlier } from './zone-features.js'

/** The countries whose diplomacy Readout follows. */
export const region: ReadonlySet<string> = new Set(['AM', 'AZ', 'GE'])

interface Count {
  named: Record<string, number>
  total: number
  people: Set<string>
  bodies: Set<string>
  places: Set<string>
  mentions: Mention[]
}

/** The state that a person, body or place belongs to, or null. */
function stateOf(entity: Entity | undefined): string | null {
  const side = entity?.kind === 'person' ? entity.side : entity?.kind === 'organisation' || entity?.kind === 'place' ? entity.country : null
  return side && /^[A-Z]{2}$/.test(side) ? side : null
}

/** The state that a mention names: itself, or through its person, body or place; null for none. */
export function stateNamed({ kind, slug }: Mention, lexicon: Lexicon): string | null {
  return kind === 'country' ? slug : stateOf(lexicon.entity(slug))
}

function countByCountry(evidence: Evidence, lexicon: Lexicon): Map<string, Count> {
  const counts = new Map<string, Count>()
  const of = (country: string): Count => {
    const known = counts.get(country)
    if (known) return known
    const fresh: Count = { named: {}, total: 0, people: new Set(), bodies: new Set(), places: new Set(), mentions: [] }
    counts.set(country, fresh)
    return fresh
  }
  const add = (count: Count, key: string): void => {
    count.named[key] = (count.named[key] ?? 0) + 1
  }
  for (const mention of evidence.mentions) {
    const zone = evidence.zoneOf(mention.start)
    const country = stateNamed(mention, lexicon)
    if (!country) continue
    const count = of(country)
    add(count, `${waysOf(mention)} ${zone}`)
    count.mentions.push(mention)
    if (mention.kind === 'country') count.total++
    else if (mention.kind === 'person') count.people.add(mention.slug)
    else if (mention.kind === 'organisation') count.bodies.add(mention.slug)
    else count.places.add(mention.slug)
  }
  return counts
}

function waysOf({ kind, by }: Mention): string {
  if (kind !== 'country') return kind
  return by === 'adjective' ? 'adjective' : by === 'metonym' ? 'capital' : 'name'
}

/** One candidate for every country that the text names, itself or through its people, bodies and places. */
export function countryCandidates(evidence: Evidence, lexicon: Lexicon): Candidate[] {
  const counts = countByCountry(evidence, lexicon)
  const most = Math.max(1, ...[...counts.values()].map(({ total }) => total))
  const all = [...counts.values()].reduce((sum, { total }) => sum + total, 0)
  return [...counts].map(([id, { named, total, people, bodies, places, mentions }]) => {
    const features: Record<string, number> = {}
    for (const [key, count] of Object.entries(named)) features[key] = Math.log1p(count)
    const zones = new Set(Object.keys(named).map((key) => key.split(' ')[1]))
    features.people = Math.log1p(people.size)
    features.bodies = Math.log1p(bodies.size)
    features.places = Math.log1p(places.size)
    features.total = Math.log1p(total)
    features.share = total / most
    features.once = total + people.size + bodies.size + places.size === 1 ? 1 : 0
    features.onlyLate = zones.size === 1 && zones.has('late') ? 1 : 0
    features.zones = zones.size
    features.region = region.has(id) ? 1 : 0
    features.countries = Math.log1p(counts.size)
    const earlier = mentions.filter(({ start }) => tellsOfEarlier(evidence, start)).length
    features.earlier = earlier / mentions.length
    features.allEarlier = earlier === mentions.length ? 1 : 0
    features.opens = mentions.some(({ start }) => start - evidence.sentenceAt(start).start < 6) ? 1 : 0
    features.inFront = zones.has('title') || zones.has('lead') ? 1 : 0
    features.paragraphs = new Set(mentions.map(({ start }) => evidence.paragraphAt(start))).size / Math.max(1, evidence.paragraphs)
    features.onlyAdjective = mentions.every(({ by }) => by === 'adjective') ? 1 : 0
    features.onlyBodies = mentions.every(({ kind }) => kind === 'organisation') ? 1 : 0
    features.onlyPeople = mentions.every(({ kind }) => kind === 'person') ? 1 : 0
    features.onlyPlaces = mentions.every(({ kind }) => kind === 'place') ? 1 : 0
    features.density = all > 0 ? total / all : 0
    return { id, features }
  })
}
