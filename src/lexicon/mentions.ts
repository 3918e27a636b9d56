/** Raw hits of a text → mentions: one entity each, namesakes told apart by what stands around them. */
import type { Alias, Hit } from './candidates.js'
import type { FoldedText } from './fold.js'
import type { Mention } from './lexicon.js'
import { isAnotherPlace } from './lookalikes.js'
import { createMetonymTest } from './metonyms.js'
import { createFamilyNameResolver } from './namesakes.js'
import type { LexiconData } from './schema.js'

export interface TextHits {
  original: string
  folded: FoldedText
  hits: readonly Hit[]
  lang: string
}

export type MentionResolver = (text: TextHits) => Mention[]

const byOrder: readonly Mention['by'][] = ['name', 'adjective', 'metonym', 'family-name']
const kindOrder: readonly Mention['kind'][] = ['person', 'organisation', 'country', 'place']

/** The best reading of a hit apart from family names: a name before an adjective, a person before a place. */
function plainReading(hit: Hit): Alias | undefined {
  return hit.aliases
    .filter((alias) => alias.by !== 'family-name')
    .sort(
      (a, b) => byOrder.indexOf(a.by) - byOrder.indexOf(b.by) || kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || (a.slug < b.slug ? -1 : 1),
    )[0]
}

export function createMentionResolver(data: LexiconData): MentionResolver {
  const capitals = new Map(data.countries.flatMap((country) => (country.capital ? [[country.capital, country.slug] as const] : [])))
  const isCapitalAsGovernment = createMetonymTest(capitals)
  const familyName = createFamilyNameResolver(data)
  return (text) => {
    const family = familyName(text)
    const mentions: Mention[] = []
    text.hits.forEach((hit, index) => {
      const plain = plainReading(hit)
      const place = { start: hit.start, end: hit.end, text: text.original.slice(hit.start, hit.end) }
      if (plain) {
        if ((plain.kind === 'country' || plain.kind === 'place') && isAnotherPlace(plain, hit, text)) return
        const country = plain.kind === 'place' ? capitals.get(plain.slug) : undefined
        if (country !== undefined && isCapitalAsGovernment(plain.slug, hit, text, index))
          mentions.push({ slug: country, kind: 'country', by: 'metonym', ...place })
        else mentions.push({ slug: plain.slug, kind: plain.kind, by: plain.by, ...place })
        return
      }
      const slug = family(hit)
      if (slug !== undefined) mentions.push({ slug, kind: 'person', by: 'family-name', ...place })
    })
    return mentions
  }
}
