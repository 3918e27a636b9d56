/** Evidence of a text, lexicon → who and what stands in its title and lead, where news tells who does it. */
import type { Lexicon } from '../lexicon/lexicon.js'
import { stateNamed } from './countries.js'
import type { Evidence } from './evidence.js'

export interface Front {
  /** Slugs of the people. */
  people: ReadonlySet<string>
  /** ISO countries that they are figures of. */
  states: ReadonlySet<string>
  /** Whether somebody stands beside a place of another country than his own: as a guest, mostly. */
  abroad: boolean
  /** The same of the title alone. */
  abroadInTitle: boolean
}

export function isInFront(evidence: Evidence, { start }: { start: number }): boolean {
  const zone = evidence.zoneOf(start)
  return zone === 'title' || zone === 'lead'
}

export function frontOf(evidence: Evidence, lexicon: Lexicon): Front {
  const mentions = evidence.mentions.filter((mention) => isInFront(evidence, mention))
  const statesOf = (kind: 'person' | 'place', among: typeof mentions): Set<string> =>
    new Set(among.flatMap((mention) => (mention.kind === kind ? (stateNamed(mention, lexicon) ?? []) : [])))
  const isAbroad = (among: typeof mentions): boolean => {
    const places = [...statesOf('place', among)]
    return [...statesOf('person', among)].some((state) => places.some((country) => country !== state))
  }
  return {
    people: new Set(mentions.filter(({ kind }) => kind === 'person').map(({ slug }) => slug)),
    states: statesOf('person', mentions),
    abroad: isAbroad(mentions),
    abroadInTitle: isAbroad(mentions.filter(({ start }) => evidence.zoneOf(start) === 'title')),
  }
}
