/** A text → the names in it that the lexicon does not know: where they stand, in their base form, romanised, with a key that is the same in every script. */

import { foldString } from '../lexicon/fold.js'
import { givenNames } from '../lexicon/given-names.js'
import { latinKey } from '../lexicon/latin-key.js'
import type { Lexicon, Mention } from '../lexicon/lexicon.js'
import { isFirstWord, isTitleWord } from '../lexicon/titles.js'
import { nameKey, romanise } from '../text/romanise.js'
import type { TagInput } from './tag.js'

/** Role of a name's form in its clause. */
export type NameCase = 'subject' | 'genitive' | 'other'

export interface UnknownName {
  start: number
  end: number
  /** Without case ending, in the text's script. */
  base: string
  /** Romanised, lower case, joined by hyphens: "giorgi-javakhishvili". */
  slug: string
  /** text/romanise `nameKey` of the base. */
  key: string
  /** True when it looks like a person's name: a given name of the region before it, or a family name's ending. */
  person: boolean
  form: NameCase
}

/** Endings of family names around the region, on Latin keys. */
const familyEnding = /(?:yan|ian|ants|ov|ova|ev|eva|yev|yeva|zade|zadeh|oglu|oghlu|shvili|dze|ava|iani|skiy|sky|ski|skaya|enko|bayov|ikov|inba|tsba)$/
const georgianFamily = /(?:შვილ|ძე|ძის|ძემ|ძეს|იან|ავა|აია|უა|ია|ურ|ულ)(?:ი|მა|მ|ის|ს|ისა|ით|თან)?$/u

const capitalWord = "\\p{Lu}[\\p{L}\\p{M}’'՚-]*\\p{Ll}[\\p{L}\\p{M}]*"
const capitalised = new RegExp(`(?<![\\p{L}\\p{N}])${capitalWord}(?:[ \\u00a0](?:(?:de|van|von|al|el|bin|der|la)[ ])?${capitalWord}){1,3}`, 'gu')
const georgianPair = /(?<![ა-ჰ])([ა-ჰ]{2,})(?=([ \u00a0])([ა-ჰ]{3,})(?![ა-ჰ]))/gu

interface Base {
  base: string
  form: NameCase
}

function russianBase(name: string): Base {
  const words = name.split(/[ \u00a0]/)
  const last = words.at(-1) ?? ''
  const rules: readonly [RegExp, string, NameCase][] = [
    [/(ов|ев|ёв|ин)ым$/u, '$1', 'other'],
    [/(ов|ев|ёв|ин)у$/u, '$1', 'other'],
    [/(ов|ев|ин)ой$/u, '$1а', 'genitive'],
    [/(ск)(?:ого)$/u, '$1ий', 'genitive'],
    [/(ск)(?:ому|им)$/u, '$1ий', 'other'],
    [/([яа]н)а$/u, '$1', 'genitive'],
    [/([яа]н)(?:у|ом|е)$/u, '$1', 'other'],
  ]
  for (const [pattern, to, form] of rules)
    if (pattern.test(last)) return { base: [...words.slice(0, -1).map(russianGiven), last.replace(pattern, to)].join(' '), form }
  // "Иванова": of Ivanov, or herself; the given name tells.
  if (/(?:ов|ев|ёв|ин)а$/u.test(last) && words.length > 1 && !/[аяиь]$/u.test(words[0] ?? ''))
    return { base: [...words.slice(0, -1), last.slice(0, -1)].join(' '), form: 'genitive' }
  if (
    /(?:ов|ев|ёв|ин)а$/u.test(last) &&
    words.length > 1 &&
    /[^аеёиоуыэюя]а$/u.test(words[0] ?? '') &&
    givenNames.has(latinKey((words[0] ?? '').slice(0, -1)))
  )
    return { base: [...words.slice(0, -1).map((word) => word.slice(0, -1)), last.slice(0, -1)].join(' '), form: 'genitive' }
  return { base: name, form: 'subject' }
}

function russianGiven(word: string): string {
  const bare = word.replace(/(?:ом|ем|у|ю|а|я|е)$/u, '')
  return bare.length >= 3 && givenNames.has(latinKey(bare)) ? bare : word
}

function armenianBase(name: string): Base {
  if (/(?:յան|ն|ց|ս|կ)(?:ի|ու)$/u.test(name)) return { base: name.slice(0, -1), form: 'genitive' }
  if (/(?:ին|ից|ով|ում)$/u.test(name)) return { base: name.slice(0, -2), form: 'other' }
  if (/[բ-դզթժլ-նշչ-րցւփքֆ]ը$/u.test(name) || /ն[նը]$/u.test(name)) return { base: name.slice(0, -1), form: 'subject' }
  return { base: name, form: 'subject' }
}

function georgianBase(name: string): Base {
  const restore = (stem: string): string => (/[აეიოუ]$/u.test(stem) ? stem : `${stem}ი`)
  if (/(?:მა|მ)$/u.test(name)) return { base: restore(name.replace(/(?:მა|მ)$/u, '')), form: 'subject' }
  if (/(?:ისა|ის)$/u.test(name))
    return { base: /ძის$/u.test(name) ? name.replace(/ის$/u, 'ე') : restore(name.replace(/(?:ისა|ის)$/u, '')), form: 'genitive' }
  if (/(?:თან|ს|ით|ად)$/u.test(name)) return { base: restore(name.replace(/(?:თან|ს|ით|ად)$/u, '')), form: 'other' }
  return { base: name, form: 'subject' }
}

function turkicBase(name: string): Base {
  const apostrophe = /['’](\p{L}+)$/u.exec(name)
  if (apostrophe) {
    const bare = name.slice(0, apostrophe.index)
    return { base: bare, form: /^n?[ıiuü]n$/u.test(apostrophe[1] ?? '') ? 'genitive' : 'other' }
  }
  const genitive = /(?:ov|ev|yev|lı|li|lu|lü|zadə|oğlu|yan|ski)(n[ıiuü]n|[ıiuü]n)$/u.exec(name)
  if (genitive?.[1]) return { base: name.slice(0, -genitive[1].length), form: 'genitive' }
  const other = /(?:ov|ev|yev|lı|li|lu|lü|zadə|oğlu|yan|ski)(la|lə|a|ə|ya|yə|dan|dən|da|də|[ıiuü]|n[ıiuü])$/u.exec(name)
  if (other?.[1]) return { base: name.slice(0, -other[1].length), form: 'other' }
  return { base: name, form: 'subject' }
}

/** A name without the case ending of its language, and what the ending says. */
export function baseOfName(name: string, lang: string): Base {
  if (lang === 'ru') return russianBase(name)
  if (lang === 'hy') return armenianBase(name)
  if (lang === 'ka') return georgianBase(name)
  if (lang === 'az' || lang === 'tr') return turkicBase(name)
  return { base: name.replace(/['’]s?$/u, ''), form: /['’]s?$/u.test(name) ? 'genitive' : 'subject' }
}

function slugOf(base: string): string {
  return romanise(base)
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

function isGiven(word: string, lang: string): boolean {
  const key = latinKey(word)
  if (givenNames.has(key)) return true
  if (lang === 'ru' || lang === 'ka' || lang === 'hy') return givenNames.has(key.slice(0, -1)) || givenNames.has(key.slice(0, -2))
  return false
}

function stripOpening(text: string, lang: string): number {
  const words = [...text.matchAll(/\S+/gu)]
  let from = 0
  for (const word of words.slice(0, -1)) {
    const folded = foldString(word[0]).replace(/[.,]$/, '')
    if (!isFirstWord(folded) && !isTitleWord(folded)) break
    from = word.index + word[0].length + 1
  }
  // The first word of a sentence: "Körpünü Elnur Qasımzadə".
  const rest = words.filter((word) => word.index >= from)
  const [first, second] = rest
  if (first && second && rest.length >= 3 && !isGiven(first[0], lang) && isGiven(second[0], lang)) return second.index
  return from
}

function toName(text: string, start: number, lang: string): UnknownName {
  const { base, form } = baseOfName(text, lang)
  const words = base.split(/[ \u00a0]/)
  const person =
    words.length <= 4 &&
    (isGiven(words[0] ?? '', lang) ||
      (lang === 'ka' ? georgianFamily.test(text) : familyEnding.test(latinKey(words.at(-1) ?? '')) && words.length === 2))
  return { start, end: start + text.length, base, slug: slugOf(base), key: nameKey(base), person, form }
}

/** Names of two to four words that no mention of the lexicon covers, in order. */
export function findUnknownNames(text: string, lang: string, known: readonly Mention[]): UnknownName[] {
  const free = (start: number, end: number): boolean => !known.some((mention) => mention.start < end && mention.end > start)
  const found: UnknownName[] = []
  if (lang === 'ka') {
    for (const match of text.matchAll(georgianPair)) {
      const [given = '', gap = '', family = ''] = match.slice(1)
      const name = `${given}${gap}${family}`
      if (!isGiven(given, lang) || !georgianFamily.test(family) || !free(match.index, match.index + name.length)) continue
      found.push(toName(name, match.index, lang))
    }
    return found
  }
  for (const match of text.matchAll(capitalised)) {
    const cut = stripOpening(match[0], lang)
    const name = match[0].slice(cut)
    const start = match.index + cut
    if (!/[ \u00a0]/.test(name) || !free(start, start + name.length)) continue
    found.push(toName(name, start, lang))
  }
  return found
}

/** Keys of a text's unknown names, unique, in the order of the alphabet; at most 40. */
export function findNames(input: TagInput, lexicon: Lexicon): string[] {
  const keys = new Set<string>()
  for (const name of findUnknownNames(input.text, input.lang, lexicon.mentions(input.text, input.lang))) {
    if (name.key.includes(' ')) keys.add(name.key)
    if (keys.size >= 40) break
  }
  return [...keys].sort()
}
