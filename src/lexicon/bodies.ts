/** A state body named without its country ("the Foreign Ministry", "Минобороны"), or with two ("МИД Армении и Азербайджана") → the countries' own bodies, by what stands around it. */
import { type Alias, bodyMark, type Hit, type TextHits } from './candidates.js'
import type { LexiconData } from './schema.js'

const countryOfLanguage: Record<string, string> = { hy: 'AM', az: 'AZ', ka: 'GE', tr: 'TR' }
const spokesperson = /spokes|press secretar|пресс-секретар|представител|խոսնակ|մամուլի|sözçü|mətbuat|სპიკერ|პრეს|sözcü/iu
const behindIn = /^['’]?s?\s+(?:(?:in|of|в|города)\s+)?(?:the\s+)?(?:Republic\s+of\s+)?$/u
const directlyBefore = /^(?:['’]s|['’])?[\s-]{1,2}$/u
const sentenceEnd = /[.!?։]\s|\n/u
/** "local", "de facto", "so-called": not the state's own body. */
const notTheState =
  /(?<!\p{L})(?:local|de facto|separatist|so-called|self-styled|breakaway|местн\p{L}+|де-факто|сепаратист\p{L}+|так называем\p{L}+|самопровозглаш\p{L}+|տեղական|դե ֆակտո|այսպես կոչված|ինքնահռչակ|qondarma|separatçı|de-fakto|sözde|yerli|ადგილობრივ\p{L}*|ე\.\s?წ\.|დე ფაქტო|სეპარატისტ\p{L}*)\s["«„“]?$/iu
const itsBefore = /(?<!\p{L})(?:its|their|его|ее|её|их|նրա|onun|მისი)\s$/iu
const bothBefore = /(?<!\p{L})(?:two|both|оба|обе|обеих|обоих|двух|երկու|hər iki|iki|her iki|ორი|ორივე)\s(?:\p{L}+\s)?$/iu
/** "A and B": what joins two states that share one noun. */
const joint = /^(?:['’]s)?\s*(?:,|and|и|և|եւ|ու|və|ilə|ve|ile|და)\s+(?:the\s+)?$/u
const plural =
  /ministries|parliaments|governments|offices|councils|services|courts|commissions|banks|министерства|ведомства|МИДы|МИД(?!\p{L})|Минобороны|МВД|парламенты|правительства|[նռթ]եր|ներ|l[aə]r|ler|ებ/iu

/** Whose they are then, by the place that the text names. */
const deFacto: readonly { places: readonly string[]; adjective: string }[] = [
  { places: ['abkhazia', 'sukhumi'], adjective: 'abkhaz' },
  { places: ['south-ossetia', 'tskhinvali'], adjective: 'south-ossetian' },
]

/** Bodies of a state's own affairs: in news from abroad they are those of the country that it tells of, whatever the language. */
const domestic: ReadonlySet<string> = new Set([
  'interior-ministry',
  'justice-ministry',
  'prosecutors',
  'cec',
  'constitutional-court',
  'supreme-court',
  'health-ministry',
  'education-ministry',
  'eu-mission',
])
/** Once the United Nations is named, "the Security Council" is theirs. */
const worldKind = 'security-council'
const worldBody = 'un-security-council'
const secretaryBefore = /(?:secretary (?:of|to) (?:the )?|секретар\p{L}* )$/iu
/** News from abroad name another state more than so many times as often as the language's own. */
const abroadFrom = 3

/** How far back a country or its people still tell whose ministry is meant, in UTF-16 units. */
const reach = 600

interface Evidence {
  start: number
  end: number
  country: string
}

function firstBody(states: readonly (readonly [string, number])[], of: (country: string) => string | undefined): string | undefined {
  return states.map(([country]) => of(country)).find((body) => body !== undefined)
}

interface BodyResolver {
  /** The body that a name without a country stands for. */
  own(hit: Hit, text: TextHits, index: number): string | undefined
  /** The other state's body of the same kind, where one noun serves two states. */
  partner(slug: string, hit: Hit, text: TextHits, index: number): string | undefined
}

export function createBodyResolver(data: LexiconData): BodyResolver {
  const bySlug = new Map(data.organisations.map((body) => [body.slug, body]))
  const bodyOf = new Map<string, string>()
  const bearerOf = new Map<string, { kind: string; country: string }>()
  const bearer = (id: string, country: string, slug: string): void => {
    if (bodyOf.has(`${id} ${country}`)) return
    bodyOf.set(`${id} ${country}`, slug)
    bearerOf.set(slug, { kind: id, country })
  }
  for (const { id, of } of data.bodies) for (const [country, slug] of Object.entries(of ?? {})) if (bySlug.has(slug)) bearer(id, country, slug)
  for (const { id } of data.bodies)
    for (const { slug, country } of data.organisations) if (country && slug.endsWith(`-${id}`)) bearer(id, country, slug)
  const besideOnly = new Set(data.bodies.filter(({ beside }) => beside).map(({ id }) => id))
  const countryOfPlace = new Map(data.places.flatMap(({ slug, country }) => (country ? [[slug, country] as const] : [])))
  const capitals = new Map(data.countries.flatMap(({ slug, capital }) => (capital ? [[capital, slug] as const] : [])))
  const people = new Map(data.people.map((person) => [person.slug, person]))

  const countryOf = (alias: Alias): string | undefined => {
    if (alias.slug.startsWith(bodyMark)) return undefined
    if (alias.kind === 'country') return alias.slug
    if (alias.kind === 'place') return capitals.get(alias.slug)
    const side = alias.kind === 'person' ? people.get(alias.slug)?.side : bySlug.get(alias.slug)?.country
    return side && /^[A-Z]{2}$/.test(side) ? side : undefined
  }
  const countryOfHit = (hit: Hit): string | undefined => hit.aliases.map(countryOf).find((found) => found !== undefined)
  /** The same, any town or village included. */
  const nearCountryOf = (hit: Hit): string | undefined =>
    countryOfHit(hit) ??
    hit.aliases.map(({ kind, slug }) => (kind === 'place' ? countryOfPlace.get(slug) : undefined)).find((found) => found !== undefined)
  /** How many names among `hits` belong to each state, most first. */
  const statesNamed = (hits: readonly Hit[], of: (hit: Hit) => string | undefined): (readonly [string, number])[] => {
    const count = new Map<string, number>()
    for (const hit of hits) {
      const country = of(hit)
      if (country) count.set(country, (count.get(country) ?? 0) + 1)
    }
    return [...count].sort((a, b) => b[1] - a[1])
  }
  const evidenceOf = (hit: Hit | undefined): Evidence | undefined => {
    const country = hit && countryOfHit(hit)
    return hit && country ? { start: hit.start, end: hit.end, country } : undefined
  }

  /** Country whose own name or adjective a hit is, apart from people and bodies. */
  const stateAt = (hit: Hit | undefined): string | undefined =>
    hit?.aliases.find((alias) => alias.kind === 'country' || (alias.kind === 'place' && capitals.has(alias.slug)))?.slug
  const isoOf = (slug: string | undefined): string | undefined => (slug === undefined ? undefined : (capitals.get(slug) ?? slug))

  const partner: BodyResolver['partner'] = (slug, hit, text, index) => {
    const known = bearerOf.get(slug)
    if (!known) return undefined
    const { kind, country } = known
    const { original, hits } = text
    const name = original.slice(hit.start, hit.end)
    if (!plural.test(name)) return undefined
    const of = (other: string | undefined): string | undefined => (other && other !== country ? bodyOf.get(`${kind} ${other}`) : undefined)
    const between = (a: Hit | undefined, b: Hit | undefined): string => (a && b ? original.slice(a.end, b.start) : ' .')
    const [before, earlier, next, later] = [hits[index - 1], hits[index - 2], hits[index + 1], hits[index + 2]]
    // "МИД Армении и Азербайджана": a second state in the genitive, not a subject of its own.
    const isInflected = (other: Hit): boolean =>
      !/[а-я]/i.test(name) || !other.aliases.some(({ spelling }) => spelling === original.slice(other.start, other.end))
    if (next && stateAt(next) && joint.test(between(hit, next)) && isInflected(next)) return of(isoOf(stateAt(next)))
    if (next && later && stateAt(next) && stateAt(later) && behindIn.test(between(hit, next)) && joint.test(between(next, later)))
      return of(isoOf(stateAt(later)))
    if (before && stateAt(before) && joint.test(between(before, hit))) return of(isoOf(stateAt(before)))
    if (before && earlier && stateAt(before) && stateAt(earlier) && directlyBefore.test(between(before, hit)) && joint.test(between(earlier, before)))
      return of(isoOf(stateAt(earlier)))
    if (!bothBefore.test(original.slice(Math.max(0, hit.start - 30), hit.start))) return undefined
    return firstBody(statesNamed(hits, countryOfHit), of)
  }

  const own: BodyResolver['own'] = (hit, text, index) => {
    const kind = hit.aliases.find((alias) => alias.slug.startsWith(bodyMark))?.slug.slice(bodyMark.length)
    if (kind === undefined) return undefined
    const of = (country: string | undefined): string | undefined => (country ? bodyOf.get(`${kind} ${country}`) : undefined)
    const { original, hits } = text
    const evidence = (i: number): Evidence | undefined => evidenceOf(hits[i])

    const next = evidence(index + 1)
    // In the other languages the owner stands before.
    const followed = text.lang !== 'hy' && text.lang !== 'az' && text.lang !== 'ka' && text.lang !== 'tr'
    if (next && followed && behindIn.test(original.slice(hit.end, next.start))) return of(next.country)
    const last = evidence(index - 1)
    if (last && directlyBefore.test(original.slice(last.end, hit.start))) return of(last.country)
    const named = hits[index + 1]
    if (next && named?.aliases.some(({ kind }) => kind === 'person')) {
      const between = original.slice(hit.end, next.start)
      if (between.length < 60 && !sentenceEnd.test(between) && (spokesperson.test(between) || /^\s*$/.test(between))) return of(next.country)
    }
    if (notTheState.test(original.slice(Math.max(0, hit.start - 24), hit.start)))
      return deFacto
        .filter(({ places }) => hits.some(({ aliases }) => aliases.some(({ slug }) => places.includes(slug))))
        .map(({ adjective }) => `${adjective}-${kind}`)
        .find((slug) => bySlug.has(slug))
    // "the State Security Service" is a name, "a security service" is none.
    const first = original[hit.start] ?? ''
    if (besideOnly.has(kind) && first === first.toLowerCase()) return undefined
    const inSentence = (from: number): string | undefined => {
      let first: string | undefined
      for (let i = index - 1; i >= 0; i--) {
        const before = hits[i]
        if (!before || sentenceEnd.test(original.slice(before.end, from))) break
        first = of(evidence(i)?.country) ?? first
      }
      return first
    }
    if (
      kind === worldKind &&
      !secretaryBefore.test(original.slice(Math.max(0, hit.start - 24), hit.start)) &&
      hits.slice(0, index).some(({ aliases }) => aliases.some(({ slug }) => slug === 'un')) &&
      bySlug.has(worldBody)
    )
      return worldBody
    if (bothBefore.test(original.slice(Math.max(0, hit.start - 30), hit.start)) && plural.test(original.slice(hit.start, hit.end)))
      return firstBody(statesNamed(hits, countryOfHit), of)
    if (itsBefore.test(original.slice(Math.max(0, hit.start - 8), hit.start))) {
      const subject = inSentence(hit.start) ?? inSentence(Math.max(0, original.slice(0, hit.start).search(/[.!?։]\s+\S+\s$/u)))
      if (subject !== undefined) return subject
    }
    const home = countryOfLanguage[text.lang]
    if (home !== undefined) {
      if (domestic.has(kind)) {
        const named = statesNamed(hits, nearCountryOf)
        const [country, times] = named[0] ?? []
        if (times !== undefined && times > abroadFrom * (named.find(([state]) => state === home)?.[1] ?? 1)) return of(country) ?? of(home)
      }
      const ofLanguage = of(home)
      if (ofLanguage !== undefined) return ofLanguage
    }
    const subject = inSentence(hit.start)
    if (subject !== undefined) return subject
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
    return firstBody(statesNamed(hits, nearCountryOf), of)
  }
  return { own, partner }
}
