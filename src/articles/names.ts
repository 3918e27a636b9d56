/** A text → romanised keys of the names in it that the lexicon does not know, so that they compare across scripts. */
import type { Lexicon } from '../lexicon/lexicon.js'
import { nameKey } from '../text/romanise.js'
import type { TagInput } from './tag.js'

/** Two or more capitalised words in a row inside a sentence: a name in the scripts that have capitals. */
const capitalised = /(?<=[\p{Ll}\p{Nd},;:“„«"(–—-]\s?)(\p{Lu}[\p{Ll}’'-]+(?:\s\p{Lu}[\p{Ll}’'-]+)+)/gu

/** Unique keys in the order of the alphabet; at most 40 a text. */
export function findNames(input: TagInput, lexicon: Lexicon): string[] {
  const known = lexicon.mentions(input.text, input.lang)
  const keys = new Set<string>()
  for (const match of input.text.matchAll(capitalised)) {
    const start = match.index
    const end = start + match[0].length
    if (known.some((mention) => mention.start < end && mention.end > start)) continue
    keys.add(nameKey(match[0]))
    if (keys.size >= 40) break
  }
  return [...keys].sort()
}
