/** A state body named without its country ("the Foreign Ministry", "Минобороны") → the country's own body, by what stands around it. */
import type { Alias, Hit } from './candidates.js'
import type { TextHits } from './mentions.js'
import type { LexiconData } from './schema.js'

/** Aliases of bodies without a country carry their kind behind this mark instead of a slug. */
export const bodyMark = '*'

const countryOfLanguage: Record<string, string> = { hy: 'AM', az: 'AZ', ka: 'GE', tr: 'TR' }
const spokesperson = /spokes|press secretar|пресс-секретар|представител|խոսնակ|մամուլի|sözçü|mətbuat|სპიკერ|პრეს|sözcü/iu
const behindIn = /^['’]?s?\s+(?:in|of|в|города)\s+$/u
const directlyBefore = /^(?:['’]s|['’])?[\s-]{1,2}$/u
const sentenceEnd = /[.!?։]\s|\n/u

/** How far back a country or its people still tell whose ministry is meant, in UTF-16 units. */
const reach = 600

interface Evidence {
  start: number
  end: number
  country: string
}

export function createBodyResolver(data: LexiconData): (hit: Hit, text: TextHits, index: number) => string | undefined {
  const bySlug = new Map(data.organisations.map((body) => [body.slug, body]))
  const bodyOf = new Map<string, string>()
  for (const { id } of data.bodies)
    for (const { slug, country } of data.organisations)
      if (country && slug.endsWith(`-${id}`) && !bodyOf.has(`${id} ${country}`)) bodyOf.set(`${id} ${country}`, slug)
  const capitals = new Map(data.countries.flatMap(({ slug, capital }) => (capital ? [[capital, slug] as const] : [])))
  const people = new Map(data.people.map((person) => [person.slug, person]))

  const countryOf = (alias: Alias): string | undefined => {
    if (alias.slug.startsWith(bodyMark)) return undefined
    if (alias.kind === 'country') return alias.slug
    if (alias.kind === 'place') return capitals.get(alias.slug)
    const side = alias.kind === 'person' ? people.get(alias.slug)?.side : bySlug.get(alias.slug)?.country
    return side && /^[A-Z]{2}$/.test(side) ? side : undefined
  }
  const evidenceOf = (hit: Hit | undefined): Evidence | undefined => {
    const country = hit?.aliases.map(countryOf).find((found) => found !== undefined)
    return hit && country ? { start: hit.start, end: hit.end, country } : undefined
  }

  return (hit, text, index) => {
    const kind = hit.aliases.find((alias) => alias.slug.startsWith(bodyMark))?.slug.slice(bodyMark.length)
    if (kind === undefined) return undefined
    const of = (country: string | undefined): string | undefined => (country ? bodyOf.get(`${kind} ${country}`) : undefined)
    const { original, hits } = text
    const evidence = (i: number): Evidence | undefined => evidenceOf(hits[i])

    const next = evidence(index + 1)
    if (next && behindIn.test(original.slice(hit.end, next.start))) return of(next.country)
    const last = evidence(index - 1)
    if (last && directlyBefore.test(original.slice(last.end, hit.start))) return of(last.country)
    const named = hits[index + 1]
    if (next && named?.aliases.some(({ kind }) => kind === 'person')) {
      const between = original.slice(hit.end, next.start)
      if (between.length < 60 && !sentenceEnd.test(between) && (spokesperson.test(between) || /^\s*$/.test(between))) return of(next.country)
    }
    const own = of(countryOfLanguage[text.lang])
    if (own !== undefined) return own
    // Who holds an office there has been named: his ministry is meant.
    for (let i = index - 1; i >= 0; i--) {
      const before = hits[i]
      if (!before || hit.start - before.end > reach * 3) break
      for (const alias of before.aliases) {
        const person = alias.kind === 'person' ? people.get(alias.slug) : undefined
        const body = person?.offices.find((office) => office.body?.endsWith(`-${kind}`))?.body
        if (body !== undefined && bySlug.has(body)) return body
      }
    }
    for (let i = index - 1; i >= 0; i--) {
      const found = evidence(i)
      if (found && hit.start - found.end > reach) break
      const slug = of(found?.country)
      if (slug) return slug
    }
    for (let i = index + 1; i < hits.length; i++) {
      const found = evidence(i)
      if (found && found.start - hit.end > reach / 2) break
      const slug = of(found?.country)
      if (slug) return slug
    }
    return undefined
  }
}
