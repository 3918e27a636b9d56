/** Raw hits of a text → mentions: one entity each, namesakes told apart by what stands around them. */
import { createBodyResolver } from './bodies.js'
import { type Alias, bodyMark, type Hit, type TextHits } from './candidates.js'
import type { Mention } from './lexicon.js'
import { isAnotherPlace } from './lookalikes.js'
import { createMetonymTest } from './metonyms.js'
import { createFamilyNameResolver } from './namesakes.js'
import type { LexiconData } from './schema.js'

export type MentionResolver = (text: TextHits) => Mention[]

const byOrder: readonly Mention['by'][] = ['name', 'adjective', 'metonym', 'family-name']
const kindOrder: readonly Mention['kind'][] = ['person', 'organisation', 'country', 'place']

/** The best reading of a hit apart from family names: a name before an adjective, a person before a place, the very word before an inflected one ("Газах" is no case of "Газа"). */
function plainReading(hit: Hit, original: string): Alias | undefined {
  const text = original.slice(hit.start, hit.end)
  const inflected = ({ spelling }: Alias): number => (spelling === text ? 0 : 1)
  return hit.aliases
    .filter((alias) => alias.by !== 'family-name' && !alias.slug.startsWith(bodyMark))
    .sort(
      (a, b) =>
        byOrder.indexOf(a.by) - byOrder.indexOf(b.by) ||
        kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) ||
        inflected(a) - inflected(b) ||
        (a.slug < b.slug ? -1 : 1),
    )[0]
}

const headBefore = /(?<!\p{L})(?:экс-|зам)?(?:глав(?:а|ы|е|у|ой|ам|ами|ах)|министр\p{L}{0,3}|руководител\p{L}{1,3}|начальник\p{L}{0,2})\s$/iu
const ministerBehind = /^\s(?:eski\s)?Bakan(?!lı)/u

/** "глава МИД Армении", "Ermenistan Dışişleri Bakanı": an office, not the body. */
function isOffice(hit: Hit, text: string): boolean {
  return headBefore.test(text.slice(Math.max(0, hit.start - 24), hit.start)) || ministerBehind.test(text.slice(hit.end, hit.end + 16))
}

/** "Embraer 190", "Boeing-737": what a maker made, not the maker. */
const modelBehind = /^[\s-](?:[A-ZА-Я]{1,3}-?)?\d{2,4}(?!\d)/u

const isStateBody = (slug: string | undefined): boolean => slug !== undefined && /-(?:mfa|ministry)$/.test(slug)

export function createMentionResolver(data: LexiconData): MentionResolver {
  const capitals = new Map(data.countries.flatMap((country) => (country.capital ? [[country.capital, country.slug] as const] : [])))
  const isCapitalAsGovernment = createMetonymTest(capitals)
  const companies = new Set(data.organisations.filter((body) => body.class === 'company').map(({ slug }) => slug))
  const familyName = createFamilyNameResolver(data)
  const bodyOfState = createBodyResolver(data)
  return (text) => {
    const family = familyName(text)
    const mentions: Mention[] = []
    const named = (slug: string, hit: Hit, index: number, place: Pick<Mention, 'start' | 'end' | 'text'>): void => {
      const partner = bodyOfState.partner(slug, hit, text, index)
      for (const body of partner === undefined ? [slug] : [slug, partner]) mentions.push({ slug: body, kind: 'organisation', by: 'name', ...place })
    }
    text.hits.forEach((hit, index) => {
      const plain = plainReading(hit, text.original)
      const place = { start: hit.start, end: hit.end, text: text.original.slice(hit.start, hit.end) }
      const body = bodyOfState.own(hit, text, index)
      if (isStateBody(body ?? plain?.slug) && isOffice(hit, text.original)) return
      if (body !== undefined && (!plain || plain.kind === 'organisation')) {
        named(body, hit, index, place)
        return
      }
      if (plain) {
        if ((plain.kind === 'country' || plain.kind === 'place') && isAnotherPlace(plain, hit, text)) return
        const country = plain.kind === 'place' ? capitals.get(plain.slug) : undefined
        if (country !== undefined && isCapitalAsGovernment(plain.slug, hit, text, index))
          mentions.push({ slug: country, kind: 'country', by: 'metonym', ...place })
        else if (plain.kind === 'organisation' && companies.has(plain.slug) && modelBehind.test(text.original.slice(hit.end, hit.end + 8))) return
        else if (plain.kind === 'organisation') named(plain.slug, hit, index, place)
        else mentions.push({ slug: plain.slug, kind: plain.kind, by: plain.by, ...place })
        return
      }
      const slug = family(hit)
      if (slug !== undefined) mentions.push({ slug, kind: 'person', by: 'family-name', ...place })
    })
    return mentions
  }
}
