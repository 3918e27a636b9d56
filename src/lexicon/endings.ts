/** A word of a name → the stems it is looked up by and the endings that may follow each, in six languages. */

import { armenianEndings, armenianStems } from './endings-armenian.js'
import { georgianEndings, georgianStems } from './endings-georgian.js'
import { russianStems } from './endings-russian.js'
import { isTurkicEnding, type LatinMode, latinEndings } from './endings-turkic.js'
import { foldString } from './fold.js'
import type { Endings, Stem } from './stem.js'

const exact: ReadonlySet<string> = new Set([''])
/** Case endings that Russian hangs on an acronym or a foreign name with a hyphen or glued ("МИДа", "ЕС-ом"). */
const russianShort: ReadonlySet<string> = new Set(['', 'а', 'у', 'ом', 'ем', 'е', 'ы', 'и', 'ов', 'ам', 'ами', 'ах', 'овский', 'овского', 'овской'])

/** Script of a word by its first letter. */
export function scriptOf(word: string): 'latin' | 'cyrillic' | 'armenian' | 'georgian' | 'other' {
  for (const char of word) {
    const code = char.charCodeAt(0)
    if (code < 0x250 || (code >= 0x1e00 && code <= 0x1eff)) {
      if (/\p{L}/u.test(char)) return 'latin'
    } else if (code >= 0x400 && code <= 0x52f) return 'cyrillic'
    else if (code >= 0x530 && code <= 0x58f) return 'armenian'
    else if ((code >= 0x10a0 && code <= 0x10ff) || (code >= 0x1c90 && code <= 0x1cbf)) return 'georgian'
  }
  return 'other'
}

/** Stems of one word of a name. `adjective`: English plural and the like are allowed ("Armenians"). */
export function stemsOf(word: string, options: { adjective: boolean; acronym: boolean }): Stem[] {
  const folded = foldString(word)
  if (!/[\p{L}\p{N}]$/u.test(folded)) return [{ stem: folded, endings: scriptOf(folded) === 'latin' ? 'latin' : exact }]
  switch (scriptOf(folded)) {
    case 'latin':
      return latinStems(folded, options.adjective)
    case 'cyrillic':
      return options.acronym ? [{ stem: folded, endings: folded.length < 3 ? exact : russianShort }] : russianStems(folded)
    case 'armenian':
      return armenianStems(folded)
    case 'georgian':
      return georgianStems(folded)
    default:
      return [{ stem: folded, endings: exact }]
  }
}

/** Azerbaijani and Turkish soften a final q, k, x before a vowel ("Qazax" → "Qazağın"); folded ğ is g. */
function latinStems(folded: string, adjective: boolean): Stem[] {
  const stems: Stem[] = [{ stem: folded, endings: adjective ? 'latin-adjective' : 'latin' }]
  if (folded.length >= 5 && /[aeiou][qkx]$/.test(folded)) {
    const body = folded.slice(0, -1)
    const soft = new Set(['i', 'in', 'a', 'e', 'u', 'un', 'im', 'iniz', 'ini', 'ina', 'inda', 'indan', 'ine', 'inde', 'inden'])
    for (const consonant of folded.endsWith('k') ? ['y', 'g'] : ['g']) stems.push({ stem: body + consonant, endings: soft })
  }
  return stems
}

/** Whether `ending` may follow a stem. `mark`: what stands between (`''` glued, `'` apostrophe, `-` hyphen). */
export function endingFits(endings: Endings, ending: string, options: { mark: '' | "'" | '-'; mode: LatinMode; stemLength: number }): boolean {
  if (endings === 'any') return options.mark === ''
  if (options.mark === '-') {
    if (typeof endings !== 'string' && !endings.has('')) return false
    return (
      armenianEndings.has(ending) || georgianEndings.has(ending) || russianShort.has(ending) || (options.mode !== 'english' && isTurkicEnding(ending))
    )
  }
  if (typeof endings === 'string') return latinEndings(endings, ending, options)
  return options.mark === '' && endings.has(ending)
}
