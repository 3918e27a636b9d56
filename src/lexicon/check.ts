/** Lexicon data → what is wrong with it, one sentence a fault: doubled slugs, names that mean two things, offices without a source, links that lead nowhere. */
import { foldString } from './fold.js'
import type { Names } from './lexicon.js'
import type { LexiconData } from './schema.js'

interface Named {
  slug: string
  names: Names
}

function doubled(slugs: readonly string[]): string[] {
  const seen = new Set<string>()
  return slugs.filter((slug) => seen.has(slug) || !seen.add(slug))
}

/** Full names that two entries of one kind share: nothing in a text can tell these apart. `apart`: entries that context does. */
function collisions(kind: string, entries: readonly Named[], apart: (a: Named, b: Named) => boolean): string[] {
  const owners = new Map<string, Named>()
  const faults: string[] = []
  for (const entry of entries)
    for (const spelling of new Set(Object.values(entry.names).flatMap((list) => list.map((name) => foldString(name.normalize('NFC')))))) {
      const owner = owners.get(spelling)
      if (owner && owner.slug !== entry.slug && !apart(owner, entry))
        faults.push(`${kind} "${spelling}": ${owner.slug} and ${entry.slug}, expected one of them`)
      else owners.set(spelling, entry)
    }
  return faults
}

function officeFaults(data: LexiconData, today: string): string[] {
  const bodies = new Set(data.organisations.map(({ slug }) => slug))
  const countries = new Set(data.countries.map(({ slug }) => slug))
  return data.people.flatMap(({ slug, offices }) =>
    offices.flatMap(({ title, side, body, from, to, source, checkedOn }) => {
      const name = `${slug}, ${title.en?.[0] ?? Object.values(title)[0]?.[0] ?? 'office without a title'}`
      const faults: string[] = []
      if (source === '' && (from !== null || to !== null)) faults.push(`${name}: dates without a source, expected none or a source`)
      if (source !== '' && (checkedOn === '1970-01-01' || checkedOn > today))
        faults.push(`${name}: checkedOn ${checkedOn}, expected the day on which the source was read`)
      if (from !== null && to !== null && from > to) faults.push(`${name}: from ${from} to ${to}, expected the other way round`)
      if (body !== undefined && !bodies.has(body)) faults.push(`${name}: body ${body}, expected the slug of an organisation`)
      if (/^[A-Z]/.test(side) && !countries.has(side)) faults.push(`${name}: side ${side}, expected a country of countries.json or a slug`)
      return faults
    }),
  )
}

/** `today`: YYYY-MM-DD; what claims to have been checked later is a fault. An empty list: nothing found. */
export function checkLexiconData(data: LexiconData, today: string): string[] {
  const everything = [...data.people, ...data.organisations, ...data.places, ...data.countries]
  const bodies = new Set(data.organisations.map(({ slug }) => slug))
  const places = new Set(data.places.map(({ slug }) => slug))
  const countryOf = new Map<string, string | null>([...data.organisations, ...data.places].map(({ slug, country }) => [slug, country]))
  const otherCountry = (a: Named, b: Named): boolean => countryOf.get(a.slug) !== countryOf.get(b.slug)
  return [
    ...doubled(everything.map(({ slug }) => slug)).map((slug) => `${slug}: twice, expected one entry a slug`),
    ...doubled([...data.topics, ...data.events].map(({ id }) => id)).map((id) => `${id}: twice, expected one entry an id`),
    ...collisions('people', data.people, () => false),
    ...collisions('organisations', data.organisations, otherCountry),
    ...collisions('places', data.places, otherCountry),
    ...officeFaults(data, today),
    ...data.places.flatMap(({ slug, within }) =>
      within !== undefined && !places.has(within) ? [`${slug}: within ${within}, expected the slug of a place`] : [],
    ),
    ...data.organisations.flatMap(({ slug, partOf }) =>
      partOf !== undefined && !bodies.has(partOf) ? [`${slug}: partOf ${partOf}, expected the slug of an organisation`] : [],
    ),
    ...data.bodies.flatMap(({ id, of }) =>
      Object.values(of ?? {}).flatMap((slug) => (bodies.has(slug) ? [] : [`body ${id}: of ${slug}, expected the slug of an organisation`])),
    ),
    ...data.countries.flatMap(({ slug, capital }) =>
      capital !== null && !places.has(capital) ? [`${slug}: capital ${capital}, expected the slug of a place`] : [],
    ),
  ]
}
