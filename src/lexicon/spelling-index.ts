/** All spellings of the data → an index by sound: words in Latin letters for another script, without marks or mistyped → the concepts they may mean. */

import { editDistance, latinKey, soundKey } from './latin-key.js'
import type { Names, Person, QueryConcept } from './lexicon.js'
import { prominenceOf } from './prominence.js'
import type { LexiconData } from './schema.js'

type Concept = Pick<QueryConcept, 'slug' | 'kind'>

interface Spelling {
  key: string
  concept: Concept
  /** Which of several of one spelling is meant. */
  rank: number
}

const bySound = 0.9
const byStem = 0.8
const byTypo = 0.6
const mostWords = 4
/** Shorter words sound like too many others. */
const shortest = 4
const shortestForTypos = 6
/** Longest ending that Armenian, Georgian, Russian, Azerbaijani or Turkish hang on a name. */
const longestEnding = 4

const common = new Set(
  `what when where which who whom whose why how does did will would could about after before between with from into latest news last said says tell told there their they this that these those have been were today yesterday happened happens happening meeting
  president minister prime foreign visit talks agreement statement signed weeks month year please update updates anything first second
  chto kogda gde kto kakie kakoy skazal zayavil novosti poslednie posledniye vchera segodnya posle inch erb ovkh ovqer vortegh asats norutyun norutyunner verjin verchin ra rodis sad vin ratom tkva bolo siakhle siakhleebi akhali
  nə zaman harada kim dedi xəbər son xəbərlər ne zaman nerede kim dedi haber haberler`
    .split(/\s+/)
    .map((word) => soundKey(latinKey(word))),
)

function keyOf(words: string): string {
  return soundKey(
    words
      .split(/[\s\-–]+/)
      .map((word) => latinKey(word).replace(/[^\p{L}\p{N}]/gu, ''))
      .filter(Boolean)
      .join(' '),
  )
}

const wordsIn = (key: string): number => key.split(' ').length

function spellingsOf(data: LexiconData, matters: readonly { matter: Concept; names: Names }[]): Spelling[] {
  const of = (concept: Concept, names: Names, rank: number): Spelling[] =>
    Object.values(names).flatMap((list) => list.map((name) => ({ key: keyOf(name), concept, rank })))
  return [
    ...matters.flatMap(({ matter, names }) => of(matter, names, 9)),
    ...data.countries.flatMap(({ slug, names, metonyms }) => [
      ...of({ slug, kind: 'country' }, names, 8),
      ...of({ slug, kind: 'country' }, metonyms, 7),
    ]),
    ...data.people.flatMap((person) => {
      const rank = prominenceOf({ kind: 'person', ...person } as Person)
      const concept: Concept = { slug: person.slug, kind: 'person' }
      return [...of(concept, person.names, rank + 1), ...of(concept, person.familyNames, rank)]
    }),
    // Outlets are called by everyday words ("report", "trend"): only their exact spelling means them.
    ...data.organisations.flatMap((body) => (body.class === 'media' ? [] : of({ slug: body.slug, kind: 'organisation' }, body.names, 3))),
    ...data.places.flatMap(({ slug, names }) => of({ slug, kind: 'place' }, names, 4)),
  ].filter(({ key }) => key.length >= shortest)
}

/** Stretches of one to four words that nothing else explains, longest first. */
export function createSpellingIndex(data: LexiconData, matters: readonly { matter: Concept; names: Names }[]) {
  const byKey = new Map<string, Spelling[]>()
  for (const spelling of spellingsOf(data, matters)) {
    const known = byKey.get(spelling.key)
    if (known) known.push(spelling)
    else byKey.set(spelling.key, [spelling])
  }
  const byFront = new Map<string, string[]>()
  for (const key of byKey.keys()) {
    const front = key.slice(0, 1)
    const known = byFront.get(front)
    if (known) known.push(key)
    else byFront.set(front, [key])
  }

  /** The best of one spelling; a thread and a topic of one name are both meant. */
  const conceptsAt = (key: string): Concept[] => {
    const all = [...(byKey.get(key) ?? [])].sort((a, b) => b.rank - a.rank || (a.concept.slug < b.concept.slug ? -1 : 1))
    const first = all[0]
    if (!first) return []
    const matters = all.filter(({ concept }) => ['topic', 'thread', 'event'].includes(concept.kind)).map(({ concept }) => concept)
    return [...new Map((matters.length > 0 ? matters : [first.concept]).map((concept) => [`${concept.kind} ${concept.slug}`, concept])).values()]
  }

  const lookUp = (key: string): { concepts: Concept[]; confidence: number } | null => {
    if (key.length < shortest || common.has(key)) return null
    if (byKey.has(key)) return { concepts: conceptsAt(key), confidence: bySound }
    const words = wordsIn(key)
    // Of bodies there are too many whose names are everyday words: their spellings must be whole.
    const isLike = (other: string): boolean => wordsIn(other) === words && byKey.get(other)?.[0]?.concept.kind !== 'organisation'
    for (let cut = 1; cut <= longestEnding && key.length - cut >= 5; cut++) {
      const stem = key.slice(0, -cut)
      // A vowel that the nominative ends in goes when an ending comes ("sazghvari", "sazghvris").
      for (const nominative of [stem, `${stem}i`, `${stem}a`, `${stem}e`])
        if (byKey.has(nominative) && isLike(nominative)) return { concepts: conceptsAt(nominative), confidence: byStem }
    }
    if (key.length < shortestForTypos) return null
    const limit = key.length >= 9 ? 2 : 1
    let nearest: { key: string; distance: number } | null = null
    for (const other of byFront.get(key.slice(0, 1)) ?? []) {
      if (Math.abs(other.length - key.length) > limit || other.length < shortestForTypos - 1 || !isLike(other)) continue
      const distance = editDistance(key, other, limit)
      if (distance > limit || (nearest && distance >= nearest.distance)) continue
      nearest = { key: other, distance }
    }
    return nearest ? { concepts: conceptsAt(nearest.key), confidence: byTypo } : null
  }

  return {
    /** `isKnown`: a stretch already explained is left alone. Offsets are UTF-16 units of the query. */
    guess(query: string, isKnown: (stretch: { start: number; end: number }) => boolean): QueryConcept[] {
      const words = [...query.matchAll(/[\p{L}\p{M}\p{N}'’]+/gu)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
      const taken = words.map((word) => isKnown(word))
      const found: QueryConcept[] = []
      for (let size = Math.min(mostWords, words.length); size >= 1; size--)
        for (let first = 0; first + size <= words.length; first++) {
          const stretch = words.slice(first, first + size)
          const [start, end] = [stretch[0]?.start ?? 0, stretch[size - 1]?.end ?? 0]
          if (taken.slice(first, first + size).some(Boolean)) continue
          const hit = lookUp(keyOf(query.slice(start, end)))
          if (!hit) continue
          taken.fill(true, first, first + size)
          found.push(...hit.concepts.map((concept) => ({ ...concept, confidence: hit.confidence, start, end })))
        }
      return found
    },
  }
}
