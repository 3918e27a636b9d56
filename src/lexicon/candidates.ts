/** Lexicon data → the names to look for; folded text → raw hits with everything each may stand for, longest first. */

import { stopWordLists } from '../text/stop-words.js'
import { scriptOf } from './endings.js'
import { placeAdjectives } from './endings-russian.js'
import type { LatinMode } from './endings-turkic.js'
import { type FoldedText, foldedSlice, foldString, isLowerCase, originalEnd, originalStart, softFold } from './fold.js'
import type { Entity, Language, Mention, Names } from './lexicon.js'
import { isAcronym, namePatterns } from './patterns.js'
import type { LexiconData } from './schema.js'
import { createTrie, forEachWordStart, type Trie } from './trie.js'

/** Aliases of bodies without a country carry their kind behind this mark instead of a slug. */
export const bodyMark = '*'

/** One spelling of one entity and the conditions under which it counts. */
export interface Alias {
  slug: string
  kind: Entity['kind']
  by: Mention['by']
  lang: Language
  spelling: string
  /** The text must begin with a capital here ("Jordan", not "jordan"). */
  capital: boolean
  /** The text must have these very letters ("US", not "us"). */
  acronym: boolean
  /** Short names keep their marks ("Çad" is not "cad"). */
  marked: string | null
}

/** A stretch of the text and all that it may stand for. Offsets are of the original text. */
export interface Hit {
  start: number
  end: number
  foldedEnd: number
  aliases: Alias[]
}

/** A text with all its hits. */
export interface TextHits {
  original: string
  folded: FoldedText
  hits: readonly Hit[]
  lang: string
}

function aliasesOf(entity: { slug: string; kind: Entity['kind'] }, names: Names, by: Mention['by']): Alias[] {
  return Object.entries(names).flatMap(([lang, spellings]) =>
    spellings.map((spelling) => {
      const acronym = isAcronym(spelling)
      const first = spelling.replace(/^[^\p{L}]+/u, '')[0] ?? ''
      const cased = first !== '' && first !== first.toLowerCase()
      const words = spelling.trim().split(/[\s-]+/).length
      // Adjectives are lower case in most languages; bodies of several words often are ("министерство иностранных дел").
      const lenient = (by === 'adjective' && lang !== 'en') || (entity.kind === 'organisation' && words > (entity.slug.startsWith(bodyMark) ? 1 : 2))
      const letters = foldString(spelling).replace(/[^\p{L}]/gu, '').length
      return {
        ...entity,
        by,
        lang: lang as Language,
        spelling,
        capital: cased && !lenient,
        acronym,
        marked: letters <= 4 && !acronym && scriptOf(spelling) === 'latin' ? softFold(spelling.normalize('NFC')) : null,
      }
    }),
  )
}

/** Other states' words: "Казахский" is Kazakhstan's first, whatever the town of Qazakh. */
const notOfPlaces: ReadonlySet<string> = new Set(['Казахский', 'Иранский', 'Араратский'])

/** "Агдамский район", "Лачинская дорога" name Aghdam and Lachin; an adjective of a capital speaks for its government as often. */
function withAdjectives({ names, capital }: LexiconData['places'][number]): Names {
  if (capital || !names.ru) return names
  return { ...names, ru: [...names.ru, ...names.ru.flatMap(placeAdjectives).filter((adjective) => !notOfPlaces.has(adjective))] }
}

/** All spellings of people, bodies, places and countries. */
export function allAliases(data: LexiconData): Alias[] {
  return [
    ...data.people.flatMap((person) => [
      ...aliasesOf({ slug: person.slug, kind: 'person' }, person.names, 'name'),
      ...aliasesOf({ slug: person.slug, kind: 'person' }, person.familyNames, 'family-name'),
    ]),
    ...data.organisations.flatMap((body) => aliasesOf({ slug: body.slug, kind: 'organisation' }, body.names, 'name')),
    ...data.bodies.flatMap((body) => aliasesOf({ slug: `${bodyMark}${body.id}`, kind: 'organisation' }, body.names, 'name')),
    ...data.places.flatMap((place) => aliasesOf({ slug: place.slug, kind: 'place' }, withAdjectives(place), 'name')),
    ...data.countries.flatMap((country) => [
      ...aliasesOf({ slug: country.slug, kind: 'country' }, country.names, 'name'),
      ...aliasesOf({ slug: country.slug, kind: 'country' }, country.adjectives, 'adjective'),
      ...aliasesOf({ slug: country.slug, kind: 'country' }, country.demonyms, 'adjective'),
      ...aliasesOf({ slug: country.slug, kind: 'country' }, country.metonyms, 'metonym'),
    ]),
  ]
}

export function buildAliasTrie(aliases: readonly Alias[]): Trie<Alias> {
  const trie = createTrie<Alias>()
  for (const alias of aliases) for (const pattern of namePatterns(alias.spelling, alias.by === 'adjective')) trie.add(pattern, alias)
  return trie
}

/** Latin endings go by the text's language; an unknown language may be any. */
export function latinModeOf(lang: string): LatinMode {
  if (lang === 'az') return 'azerbaijani'
  if (lang === 'tr') return 'turkish'
  return lang === '' || lang === 'und' || lang === 'unknown' ? 'unknown' : 'english'
}

/** Whether the text at `start` meets the alias's conditions. `loose`: typed by hand, capitals and marks do not count. */
function counts(alias: Alias, text: string, start: number, context: { mode: LatinMode; loose: boolean }): boolean {
  const turkicOnly = (alias.lang === 'az' || alias.lang === 'tr') && scriptOf(alias.spelling) === 'latin'
  if (alias.acronym) {
    if (turkicOnly && context.mode === 'english') return false
    return context.loose || text.startsWith(alias.spelling, start)
  }
  if (context.loose) return true
  if (alias.capital && isLowerCase(text[start] ?? '')) return false
  // Endings come behind the name, so its own letters stand at the start; the last one may be softened.
  if (alias.marked !== null) {
    if (turkicOnly && context.mode === 'english') return false
    return softFold(text.slice(start, start + alias.spelling.length)) === alias.marked
  }
  return true
}

/** Georgian has no capitals: its everyday words ("რომ", that) must not be read as names ("რომი", Rome). */
const georgianWords = new Set((stopWordLists.ka ?? '').split(/\s+/))

/** Longest hits from left to right; they never overlap. */
export function findHits(trie: Trie<Alias>, text: { original: string; folded: FoldedText }, lang: string, loose = false): Hit[] {
  const { original, folded } = text
  const mode = latinModeOf(lang)
  const context = { mode, loose }
  const hits: Hit[] = []
  forEachWordStart(folded, (at) => {
    const start = originalStart(folded, at)
    let best: Hit | null = null
    const isGeorgian = (folded.codes[at] ?? 0) >= 0x10d0 && (folded.codes[at] ?? 0) <= 0x10ff
    trie.matchAt(folded, at, mode, (end, payloads) => {
      if (best && end < best.foldedEnd) return
      if (isGeorgian && georgianWords.has(foldedSlice(folded, at, end))) return
      const fitting = payloads.filter((alias) => counts(alias, original, start, context))
      if (fitting.length === 0) return
      if (best && end === best.foldedEnd) {
        for (const alias of fitting) if (!best.aliases.includes(alias)) best.aliases.push(alias)
      } else best = { start, end: originalEnd(folded, end), foldedEnd: end, aliases: fitting }
    })
    const found = best as Hit | null
    if (!found) return at
    hits.push(found)
    return found.foldedEnd
  })
  return hits
}
