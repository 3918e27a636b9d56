/** Text and language → its content stems and figures, remembered: the same member of a group is compared again and again. */
import { findFigures } from '../text/numbers.js'
import { romanise } from '../text/romanise.js'
import { contentStems } from '../text/stem.js'

export interface TextWords {
  /** Stem → how often. */
  stems: ReadonlyMap<string, number>
  /** Figures that tell one event from another, in every language the same; years and small counts are left out. */
  figures: ReadonlySet<number>
}

/** Longest part of a text that is compared: what lies behind is background. */
const readLength = 4_000
const remembered = 3_000
const memory = new Map<string, TextWords>()

function isTelling(value: number): boolean {
  return value >= 10 && !(Number.isInteger(value) && value >= 1900 && value <= 2100)
}

export function textWords(text: string, lang: string): TextWords {
  const key = `${lang}\n${text}`
  const known = memory.get(key)
  if (known) return known
  const part = text.slice(0, readLength)
  const stems = new Map<string, number>()
  for (const stem of contentStems(part, lang)) {
    const plain = lang === 'en' ? stem : romanise(stem)
    stems.set(plain, (stems.get(plain) ?? 0) + 1)
  }
  const made = {
    stems,
    figures: new Set(
      findFigures(part)
        .map((figure) => figure.value)
        .filter(isTelling),
    ),
  }
  memory.set(key, made)
  // The oldest goes first: a Map keeps the order of insertion.
  if (memory.size > remembered) memory.delete(memory.keys().next().value as string)
  return made
}
