/** A typed question → the concepts that it names. */
import { type Alias, findHits } from './candidates.js'
import { createCueFinder } from './cues.js'
import { foldText } from './fold.js'
import type { Language, QueryConcept } from './lexicon.js'
import type { MentionResolver } from './mentions.js'
import type { LexiconData } from './schema.js'
import type { Trie } from './trie.js'

export function createQueryResolver(
  data: LexiconData,
  trie: Trie<Alias>,
  resolveMentions: MentionResolver,
): (query: string, lang: string) => QueryConcept[] {
  const topics = createCueFinder(
    data.topics.flatMap(({ id, aliases, cues }) => [
      ...Object.entries(aliases).flatMap(([lang, list]) => list.map((text) => ({ id: id as string, lang: lang as Language, text, weight: 1 }))),
      ...cues.map((cue) => ({ id: id as string, ...cue })),
    ]),
  )
  return (query, lang) => {
    const folded = foldText(query)
    const hits = findHits(trie, { original: query, folded }, lang, true)
    const entities = resolveMentions({ original: query, folded, hits, lang }).map(({ slug, kind, start, end }) => ({
      slug,
      kind,
      confidence: 1,
      start,
      end,
    }))
    const named = topics(folded, lang).map(({ id, start, end }) => ({ slug: id, kind: 'topic' as const, confidence: 0.9, start, end }))
    return [...entities, ...named].sort((a, b) => a.start - b.start)
  }
}
