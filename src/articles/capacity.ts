/** A speaker, the office the text gives him and the day → on whose side he spoke, in which standing, and whether the lexicon knows it otherwise. */
import type { Lexicon, Office, Person } from '../lexicon/lexicon.js'
import type { PlainDate } from '../text/dates.js'
import type { Statement } from './article.js'
import { notInOffice, type OfficeClass, officeClassOf } from './role-words.js'

/** Offices whose holders speak for their side when the text itself names the country. */
const speaksForSide: ReadonlySet<OfficeClass> = new Set([
  'spokesperson',
  'prime-minister',
  'foreign-minister',
  'minister',
  'president',
  'speaker',
  'deputy',
])

export interface TextOffice {
  /** As the text has it; null where it has none. */
  role: string | null
  /** ISO country named within it. */
  country: string | null
}

export type Capacity = Pick<Statement, 'role' | 'side' | 'standing' | 'contradictsLexicon'>

function classesOf(offices: readonly Office[]): Set<OfficeClass> {
  const classes = new Set<OfficeClass>()
  for (const office of offices)
    for (const title of Object.values(office.title).flat()) {
      const found = officeClassOf(title)
      if (found) classes.add(found)
    }
  return classes
}

/** "Minister" said of a foreign minister, "leader" of a president: no contradiction. */
const alike: readonly (readonly OfficeClass[])[] = [
  ['foreign-minister', 'minister', 'secretary', 'head'],
  ['president', 'head', 'chair'],
  ['prime-minister', 'head', 'minister'],
  ['speaker', 'chair', 'head', 'president'],
  ['envoy', 'secretary', 'deputy', 'head'],
  ['deputy', 'minister', 'envoy'],
  ['commissioner', 'head', 'envoy', 'president', 'deputy'],
  ['chair', 'head', 'president'],
]

function agrees(claimed: OfficeClass, known: ReadonlySet<OfficeClass>): boolean {
  if (known.has(claimed)) return true
  return alike.some((group) => group.includes(claimed) && group.some((one) => known.has(one)))
}

function ofPerson(person: Person, office: TextOffice, on: PlainDate | null, lexicon: Lexicon): Capacity {
  const held = on ? lexicon.officesOn(person.slug, on) : []
  const side = held[0]?.side ?? person.side ?? office.country
  const claimed = office.role && !notInOffice.test(office.role.toLowerCase()) ? officeClassOf(office.role) : null
  const undated = person.offices.filter((one) => one.from === null)
  if (claimed && on) {
    const dated = person.offices.filter((one) => one.from !== null && one.source !== '')
    const everHeld = classesOf(dated)
    const nowHeld = classesOf([...held, ...undated])
    // Only an office the lexicon dates can be contradicted; one it does not know at all is the text's to give.
    if (everHeld.has(claimed) && !agrees(claimed, nowHeld)) return { role: office.role, side, standing: 'unknown', contradictsLexicon: true }
    const wrongCountry =
      office.country !== null && /^[A-Z]{2}$/.test(side ?? '') && office.country !== side && speaksForSide.has(claimed) && held.length > 0
    if (wrongCountry && agrees(claimed, nowHeld)) return { role: office.role, side, standing: 'unknown', contradictsLexicon: true }
  }
  const standing = held[0]?.standing
  if (standing) return { role: office.role, side, standing, contradictsLexicon: false }
  if (office.role && notInOffice.test(office.role.toLowerCase())) return { role: office.role, side, standing: 'other', contradictsLexicon: false }
  if (claimed && speaksForSide.has(claimed)) {
    const known = undated.find((one) => agrees(claimed, classesOf([one])))
    if (known) return { role: office.role, side: known.side, standing: known.standing, contradictsLexicon: false }
    if (person.offices.length === 0 && side) return { role: office.role, side, standing: 'official', contradictsLexicon: false }
  }
  return { role: office.role, side, standing: office.role ? 'other' : 'unknown', contradictsLexicon: false }
}

/** Standing and side of a speaker on a day. `slug` of nobody in the lexicon is judged by the text's own words. */
export function capacityOf(slug: string, office: TextOffice, on: PlainDate | null, lexicon: Lexicon): Capacity {
  const entity = lexicon.entity(slug)
  if (entity?.kind === 'organisation') {
    const side = entity.class === 'de-facto' ? entity.slug.replace(/-.*$/, '') : (entity.country ?? entity.slug)
    const official =
      entity.class === 'government' ||
      entity.class === 'parliament' ||
      entity.class === 'international' ||
      entity.class === 'court' ||
      entity.class === 'military'
    return { role: office.role, side, standing: official ? 'official' : 'other', contradictsLexicon: false }
  }
  if (entity?.kind === 'person') return ofPerson(entity, office, on, lexicon)
  const claimed = office.role ? officeClassOf(office.role) : null
  const inOffice = claimed !== null && speaksForSide.has(claimed) && office.country !== null && !notInOffice.test((office.role ?? '').toLowerCase())
  return { role: office.role, side: office.country, standing: inOffice ? 'official' : office.role ? 'other' : 'unknown', contradictsLexicon: false }
}
