/** A family name alone → whom it means: who is named in full in the text, else the best known bearer, else nobody. */
import type { Alias, Hit, TextHits } from './candidates.js'
import { foldString, isLowerCase } from './fold.js'
import { givenNames } from './given-names.js'
import { editDistance, latinKey } from './latin-key.js'
import { prominenceOf } from './prominence.js'
import type { LexiconData } from './schema.js'
import { isFirstWord, isTitleWord } from './titles.js'

/** Below this nobody is known well enough to be meant by a family name, unless a title stands before it. */
const wellKnown = 2.5

/** The word right before an offset, with what precedes it: only one blank may stand between. */
interface WordBefore {
  word: string
  start: number
  opensSentence: boolean
}

const wordBefore = /(?:^|[^\p{L}\p{N}'’.-])([\p{L}\p{M}][\p{L}\p{M}'’-]*\.?)[ \u00a0]$/u

function lookBefore(text: string, at: number): WordBefore | null {
  const window = text.slice(Math.max(0, at - 48), at)
  const word = wordBefore.exec(window)?.[1]
  if (word === undefined) return null
  // "… of Karabakh. Aliyev said": the word closed its sentence; only initials and titles are cut short before a name.
  if (/^.{3,}\.$/u.test(word) && !isTitleWord(foldString(word.slice(0, -1)))) return null
  const start = at - 1 - word.length
  const ahead = text.slice(Math.max(0, start - 4), start)
  return { word, start, opensSentence: /^\s*$/.test(ahead) || /[.!?։…:\n«"“„(—–-]\s*$/.test(ahead) }
}

/** Words of a person's names but the last, as Latin keys: "ilham"; "recep", "tayyip". */
function givenKeys(names: LexiconData['people'][number]['names']): Set<string> {
  const keys = new Set<string>()
  for (const list of Object.values(names))
    for (const name of list)
      for (const word of name
        .trim()
        .split(/[\s-]+/)
        .slice(0, -1))
        keys.add(latinKey(word))
  return keys
}

function isNear(key: string, own: ReadonlySet<string>): boolean {
  if (own.has(key)) return true
  for (const mine of own)
    if (mine.length >= 4 && mine[0] === key[0] && editDistance(mine, key, mine.length >= 6 ? 2 : 1) <= (mine.length >= 6 ? 2 : 1)) return true
  return false
}

/** Most longer words of the line are capitalised: a headline in title case, whose capitals say nothing. */
function inTitleCase(text: string, at: number): boolean {
  const from = text.lastIndexOf('\n', at - 1) + 1
  if (at - from > 300) return false
  const newline = text.indexOf('\n', at)
  const line = text.slice(from, Math.min(newline < 0 ? text.length : newline, from + 400))
  const words = line.match(/\p{L}{4,}/gu) ?? []
  return words.length >= 4 && words.length <= 30 && words.filter((word) => !isLowerCase(word[0] ?? '')).length / words.length > 0.8
}

export function createFamilyNameResolver(data: LexiconData): (text: TextHits) => (hit: Hit) => string | undefined {
  const prominence = new Map(data.people.map((person) => [person.slug, prominenceOf({ kind: 'person', ...person })]))
  const given = new Map(data.people.map((person) => [person.slug, givenKeys(person.names)]))
  const allGiven = new Set([...givenNames, ...[...given.values()].flatMap((keys) => [...keys])])

  return (text) => {
    const { original } = text
    const namedAt = new Map<string, number[]>()
    const hitEnds = new Set<number>()
    for (const hit of text.hits) {
      hitEnds.add(hit.end)
      for (const alias of hit.aliases)
        if (alias.kind === 'person' && alias.by === 'name') (namedAt.get(alias.slug) ?? namedAt.set(alias.slug, []).get(alias.slug))?.push(hit.start)
    }

    /** Whether the word before lets the family name stand for the bearer. */
    const fitsBefore = (before: WordBefore | null, slug: string, hit: Hit): boolean => {
      if (!before) return true
      const own = given.get(slug) ?? new Set()
      const key = latinKey(before.word.replace(/\.$/, ''))
      if (before.word.endsWith('.') && key.length <= 2) return [...own].some((mine) => mine[0] === key[0])
      if (isNear(key, own)) return true
      const folded = foldString(before.word.replace(/\.$/, ''))
      if (isTitleWord(folded) || isLowerCase(before.word[0] ?? '')) return true
      if (/['’]s$/.test(before.word)) return true
      if (allGiven.has(key)) return false
      if (isFirstWord(folded) || hitEnds.has(before.start + before.word.length) || inTitleCase(original, hit.start)) return true
      // Georgian has no capitals: an unknown word before the name says nothing.
      if (/[\u10d0-\u10ff]/.test(before.word)) return true
      if (!before.opensSentence) return false
      return namedAt.has(slug) || original.includes(` ${before.word.toLowerCase()} `)
    }

    const fitsBehind = (hit: Hit, slug: string): boolean => {
      const behind = /^[ \u00a0](\p{Lu}[\p{L}'’]+)/u.exec(original.slice(hit.end, hit.end + 32))?.[1]
      if (behind === undefined) return true
      const key = latinKey(behind)
      return !givenNames.has(key) || isNear(key, given.get(slug) ?? new Set())
    }

    return (hit) => {
      const family = hit.aliases.filter((alias) => alias.by === 'family-name')
      const before = lookBefore(original, hit.start)
      const bearers = [...new Set(ofRightGender(family, original, hit).map((alias) => alias.slug))].filter(
        (slug) => fitsBefore(before, slug, hit) && fitsBehind(hit, slug),
      )
      const named = bearers.filter((slug) => namedAt.has(slug))
      if (named.length > 0) return nearest(named, namedAt, hit.start)
      const titled = before !== null && isTitleWord(foldString(before.word.replace(/\.$/, '')))
      return bearers
        .filter((slug) => titled || (prominence.get(slug) ?? 0) >= wellKnown)
        .sort((a, b) => (prominence.get(b) ?? 0) - (prominence.get(a) ?? 0) || (a < b ? -1 : 1))[0]
    }
  }
}

/** Whoever of the named was named last before the place; else first behind it. */
function nearest(slugs: readonly string[], namedAt: ReadonlyMap<string, readonly number[]>, at: number): string | undefined {
  const distance = (slug: string): number => Math.min(...(namedAt.get(slug) ?? []).map((start) => (start <= at ? at - start : 1e9 + start - at)))
  return [...slugs].sort((a, b) => distance(a) - distance(b))[0]
}

/** "Алиева сказала", "Əliyeva" are the woman; "Алиева" elsewhere may be the man's genitive. */
function ofRightGender(aliases: readonly Alias[], text: string, hit: Hit): readonly Alias[] {
  const form = foldString(text.slice(hit.start, hit.end))
  const women = aliases.filter((alias) => /(?:ova|eva|ina|ова|ева|ина)$/.test(foldString(alias.spelling)))
  if (women.length === 0 || women.length === aliases.length) {
    if (women.length > 0 || !/(?:ова|ева|ина)$/.test(form)) return aliases
    return /^\s+\p{L}+(?:ла|лась)(?!\p{L})/u.test(text.slice(hit.end, hit.end + 24))
      ? aliases.filter((alias) => foldString(alias.spelling) === form)
      : aliases
  }
  const men = aliases.filter((alias) => !women.includes(alias))
  if (/^[a-z]+(?:ova|eva|ina)$/.test(form)) return women
  if (/(?:ова|ева|ина)$/.test(form)) return /^\s+\p{L}+(?:ла|лась)(?!\p{L})/u.test(text.slice(hit.end, hit.end + 24)) ? women : men
  return aliases
}
