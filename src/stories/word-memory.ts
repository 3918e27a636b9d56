/** Text and language → what its words compare by (content stems, notions, figures, names), remembered: the same member of a group is compared again and again. */
import { foldForWords, notionHits } from '../lexicon/notions.js'
import { words } from '../text/normalise.js'
import { findFigures } from '../text/numbers.js'
import { nameKey, romanise } from '../text/romanise.js'
import { contentStems, stem } from '../text/stem.js'

export interface TextWords {
  /** Romanised beginning of a stem, a family of words → how often. */
  stems: ReadonlyMap<string, number>
  /** Figures that tell one event from another, in every language the same; years and small counts are left out. */
  figures: ReadonlySet<number>
  /** All numbers, days of the month included. */
  numbers: ReadonlySet<number>
  /** Keys of words with a capital inside a sentence: names, across scripts and endings. Empty for Georgian, which has no capitals. */
  capitals: ReadonlySet<string>
  /** Where the names of another text are looked for: the same keys; of a Georgian text those of all its words. */
  sounds: ReadonlySet<string>
  /** Notion of the glossary → how often: what can be compared across languages. */
  notions: ReadonlyMap<string, number>
}

/** Longest part of a text that is compared: what lies behind is background. */
const readLength = 4_000
const keyLength = 5
/** Letters of a stem that count: "заключить" and "заключение", "sign" and "signature" are of one family. */
const familyLength = 4
const remembered = 3_000
const memory = new Map<string, TextWords>()

function isTelling(value: number): boolean {
  return value >= 10 && !(Number.isInteger(value) && value >= 1900 && value <= 2100)
}

/** A capital behind a word, a comma or an opening mark: not a sentence's first word. */
const capitalised = /(?<=[\p{L}\p{N},»"”)] |[«"„“(])\p{Lu}[\p{L}’'-]{2,}/gu

/** A headline in which most words are capitalised says nothing by its capitals. */
function isTitleCase(text: string): boolean {
  const all = words(text).filter((word) => word.text.length > 3)
  const capital = all.filter((word) => /^\p{Lu}/u.test(word.text))
  return text.length < 200 && all.length > 2 && capital.length > all.length * 0.7
}

function capitalsOf(text: string, lang: string): Set<string> {
  const keys = new Set<string>()
  for (const line of text.split(/\n+/)) {
    if (isTitleCase(line)) continue
    for (const match of line.matchAll(capitalised)) {
      const key = soundOf(match[0], lang)
      if (key.length > 2) keys.add(key)
    }
  }
  return keys
}

/** Keys of all words, for a script without capitals. */
function soundsOf(text: string, lang: string): Set<string> {
  const keys = new Set<string>()
  for (const word of words(text)) {
    const key = soundOf(word.text, lang)
    if (key.length > 2) keys.add(key)
  }
  return keys
}

function notionsIn(text: string, lang: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const hit of notionHits(foldForWords(text), lang)) for (const notion of hit.notions) counts.set(notion, (counts.get(notion) ?? 0) + 1)
  return counts
}

/** The news says the same words day by day: each is stemmed once. Emptied when full. */
const wordsKept = 60_000
const families = new Map<string, string>()
const nameKeys = new Map<string, string>()

function remember(store: Map<string, string>, key: string, make: () => string): string {
  const known = store.get(key)
  if (known !== undefined) return known
  if (store.size >= wordsKept) store.clear()
  const made = make()
  store.set(key, made)
  return made
}

function soundOf(word: string, lang: string): string {
  return remember(nameKeys, `${lang} ${word}`, () => nameKey(stem(word, lang)).slice(0, keyLength))
}

/** Romanised beginning of the word's stem; '' for a word without content. */
function familyOf(word: string, lang: string): string {
  return remember(families, `${lang} ${word}`, () => {
    const family = contentStems(word, lang)[0]?.slice(0, familyLength) ?? ''
    return lang === 'en' ? family : romanise(family)
  })
}

function read(text: string, lang: string): TextWords {
  const stems = new Map<string, number>()
  for (const word of words(text)) {
    const family = familyOf(word.text, lang)
    if (family !== '') stems.set(family, (stems.get(family) ?? 0) + 1)
  }
  const numbers = findFigures(text).map((figure) => figure.value)
  const capitals = capitalsOf(text, lang)
  return {
    stems,
    numbers: new Set(numbers),
    figures: new Set(numbers.filter(isTelling)),
    capitals,
    sounds: lang === 'ka' ? soundsOf(text, lang) : capitals,
    notions: notionsIn(text, lang),
  }
}

export function textWords(text: string, lang: string): TextWords {
  const key = `${lang}\n${text}`
  const known = memory.get(key)
  if (known) return known
  const made = read(text.slice(0, readLength), lang)
  memory.set(key, made)
  // The oldest goes first: a Map keeps the order of insertion.
  if (memory.size > remembered) memory.delete(memory.keys().next().value as string)
  return made
}
