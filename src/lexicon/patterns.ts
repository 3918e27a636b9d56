/** A name or cue as written in the data → the pattern by which the trie finds it. */
import { stemsOf } from './endings.js'
import { foldString } from './fold.js'
import type { PatternWord } from './trie.js'

interface Piece {
  before: ' ' | '-' | ''
  word: string
}

/** The case ending that a short form in capitals carries behind a hyphen ("ՄԱԿ-ի", "აშშ-ის", "Aİ-nin"). */
const caseBehindCapitals = /(?<=^|\s)([\p{Lu}ა-ჰ]\p{L}{0,4})-(?:ի|ის|ს|n[iıuü]n|[iıuü]n)(?=\s)/gu

/** Cuts a name into words at blanks and hyphens; quotation marks and brackets around words are left out. */
function pieces(name: string): Piece[] {
  const found: Piece[] = []
  let before: ' ' | '-' | '' = ''
  for (const part of name
    .normalize('NFC')
    .trim()
    // Short forms take any ending of their language; the one written here would have to follow it.
    .replace(caseBehindCapitals, '$1')
    .split(/(\s+|[-‐‑–֊])/u)) {
    if (part === '') continue
    if (/^\s+$/.test(part)) before = before === '-' ? '-' : ' '
    else if (/^[-‐‑–֊]$/u.test(part)) before = '-'
    else {
      const word = part.replace(/^["'«»„“”(]+|["»„“”),;:]+$/gu, '')
      if (word !== '') {
        found.push({ before: found.length === 0 ? '' : before, word })
        before = ' '
      }
    }
  }
  return found
}

/** A short name in capitals ("EU", "ЕС", "NATO"): matched in capitals only. */
export function isAcronym(name: string): boolean {
  return /^[\p{Lu}\d]{1,6}$/u.test(name) && name.length <= 5 && /\p{Lu}{2}/u.test(name) && name === name.toUpperCase() && name !== name.toLowerCase()
}

/** Patterns of a name: as written, and with blanks for its hyphens. Every word may be inflected. */
export function namePatterns(name: string, adjective: boolean): PatternWord[][] {
  const acronym = isAcronym(name)
  const words = pieces(name).map(({ before, word }) => ({ before, stems: stemsOf(word, { adjective, acronym: acronym || isAcronym(word) }) }))
  if (!words.some((word) => word.before === '-')) return words.length > 0 ? [words] : []
  return [words, words.map((word) => ({ ...word, before: word.before === '-' ? (' ' as const) : word.before }))]
}

const exactWord: ReadonlySet<string> = new Set([''])

/** Pattern of a cue: words are exact, or take any ending where they end in `*`. */
export function cuePattern(cue: string): PatternWord[] {
  return pieces(cue).map(({ before, word }) => {
    const open = word.endsWith('*')
    return { before, stems: [{ stem: foldString(open ? word.slice(0, -1) : word), endings: open ? ('any' as const) : exactWord }] }
  })
}
