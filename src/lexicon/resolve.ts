/** A typed question → the concepts that it names, whatever its script, marks and typing errors. */
import { type Alias, findHits, latinModeOf } from './candidates.js'
import { createCueFinder } from './cues.js'
import { foldText, originalEnd, originalStart } from './fold.js'
import type { Language, Names, QueryConcept } from './lexicon.js'
import type { MentionResolver } from './mentions.js'
import { namePatterns } from './patterns.js'
import type { LexiconData } from './schema.js'
import { createSpellingIndex } from './spelling-index.js'
import { createTrie, forEachWordStart, type Trie } from './trie.js'

type Matter = Pick<QueryConcept, 'slug' | 'kind'>

const sure = 1
/** A strong cue word of a topic ("ceasefire") says it almost as surely as its name. */
const byStrongCue = 0.8
const byWeakCue = 0.5

function mattersOf(data: LexiconData): { matter: Matter; names: Names }[] {
  const of = (kind: 'topic' | 'event' | 'thread', entries: readonly { id: string; names: Names; aliases?: Names }[]) =>
    entries.flatMap(({ id, names, aliases }) => [names, aliases ?? {}].map((list) => ({ matter: { slug: id, kind }, names: list })))
  return [...of('thread', data.threads), ...of('topic', data.topics), ...of('event', data.events)]
}

function matterTrie(matters: ReturnType<typeof mattersOf>): Trie<Matter> {
  const trie = createTrie<Matter>()
  for (const { matter, names } of matters)
    for (const spelling of Object.values(names).flat()) for (const pattern of namePatterns(spelling, true)) trie.add(pattern, matter)
  return trie
}

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean => a.start < b.end && b.start < a.end

export function createQueryResolver(
  data: LexiconData,
  trie: Trie<Alias>,
  resolveMentions: MentionResolver,
): (query: string, lang: string) => QueryConcept[] {
  const matters = mattersOf(data)
  // Built with the first question: a process that only reads articles needs neither.
  let named: Trie<Matter> | null = null
  let index: ReturnType<typeof createSpellingIndex> | null = null
  const topicCues = createCueFinder(
    data.topics.flatMap(({ id, cues }) => cues.map((cue) => ({ ...cue, id: id as string, lang: cue.lang as Language }))),
  )

  return (query, lang) => {
    named ??= matterTrie(matters)
    index ??= createSpellingIndex(data, matters)
    const folded = foldText(query)
    const hits = findHits(trie, { original: query, folded }, lang, true)
    const entities: QueryConcept[] = resolveMentions({ original: query, folded, hits, lang }).map(({ slug, kind, start, end }) => ({
      slug,
      kind,
      confidence: sure,
      start,
      end,
    }))

    const exact: QueryConcept[] = []
    const names = named
    forEachWordStart(folded, (at) => {
      const longest = new Map<string, { matter: Matter; end: number }>()
      names.matchAt(folded, at, latinModeOf(lang), (end, found) => {
        for (const matter of found) {
          const key = `${matter.kind} ${matter.slug}`
          if (end > (longest.get(key)?.end ?? 0)) longest.set(key, { matter, end })
        }
      })
      for (const { matter, end } of longest.values())
        exact.push({ ...matter, confidence: sure, start: originalStart(folded, at), end: originalEnd(folded, end) })
      return at
    })

    const cues = topicCues(folded, lang)
      .filter(({ weight }) => weight >= 2)
      .map(({ id, weight, start, end }) => ({ slug: id, kind: 'topic' as const, confidence: weight >= 3 ? byStrongCue : byWeakCue, start, end }))
    const known = [...entities, ...exact, ...cues.filter(({ confidence }) => confidence === byStrongCue)]
    const guessed = index.guess(query, (stretch) => known.some((concept) => overlaps(concept, stretch)))
    return merged([...entities, ...exact, ...cues, ...guessed])
  }
}

/** One entry for a concept: the surest, then the first. In order of position. */
function merged(concepts: readonly QueryConcept[]): QueryConcept[] {
  const best = new Map<string, QueryConcept>()
  for (const concept of concepts) {
    const key = `${concept.kind} ${concept.slug}`
    const known = best.get(key)
    if (!known || concept.confidence > known.confidence) best.set(key, concept)
  }
  return [...best.values()].sort((a, b) => a.start - b.start || b.confidence - a.confidence || b.end - a.end)
}
