/** A family name alone → whom it means: who is named in full in the text, else the best known bearer, else nobody. */
import type { Hit } from './candidates.js'
import type { TextHits } from './mentions.js'
import { prominenceOf } from './prominence.js'
import type { LexiconData } from './schema.js'

export function createFamilyNameResolver(data: LexiconData): (text: TextHits) => (hit: Hit) => string | undefined {
  const prominence = new Map(data.people.map((person) => [person.slug, prominenceOf({ kind: 'person', ...person })]))
  return (text) => {
    const named = new Set(
      text.hits.flatMap((hit) => hit.aliases.filter((alias) => alias.kind === 'person' && alias.by === 'name').map((alias) => alias.slug)),
    )
    return (hit) => {
      const bearers = [...new Set(hit.aliases.filter((alias) => alias.by === 'family-name').map((alias) => alias.slug))]
      const present = bearers.filter((slug) => named.has(slug))
      return (present.length > 0 ? present : bearers).sort((a, b) => (prominence.get(b) ?? 0) - (prominence.get(a) ?? 0))[0]
    }
  }
}
