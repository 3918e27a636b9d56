/** Cue words of topics, events, threads and loaded terms → finders: text → where each stands. */
import { latinModeOf } from './candidates.js'
import { scriptOf } from './endings.js'
import { type FoldedText, originalEnd, originalStart } from './fold.js'
import { type Cue, isLanguage, type Language } from './lexicon.js'
import { cuePattern } from './patterns.js'
import { createTrie, forEachWordStart } from './trie.js'

/** A cue of the data with the concept that it speaks for. */
export interface CueEntry {
  id: string
  lang: Language
  text: string
  weight: number
}

export type CueFinder = (folded: FoldedText, lang: string) => Cue[]

/**
 * A Latin cue counts in a text of its own language only ("or" is a word in one and a gold in another);
 * a cue in a script of its own counts wherever it stands.
 */
function speaks(entry: CueEntry & { latin: boolean }, lang: string): boolean {
  return !entry.latin || entry.lang === lang || !isLanguage(lang)
}

/** Finds all cues; of the cues of one concept the longest at each place, not overlapping. In order of position. */
export function createCueFinder(entries: readonly CueEntry[]): CueFinder {
  const trie = createTrie<CueEntry & { latin: boolean }>()
  for (const entry of entries) {
    const pattern = cuePattern(entry.text)
    if (pattern.length > 0) trie.add(pattern, { ...entry, latin: scriptOf(entry.text) === 'latin' })
  }
  return (folded, lang) => {
    const mode = latinModeOf(lang)
    const busyUntil = new Map<string, number>()
    const found: Cue[] = []
    forEachWordStart(folded, (at) => {
      const longest = new Map<string, { end: number; weight: number }>()
      trie.matchAt(folded, at, mode, (end, payloads) => {
        for (const entry of payloads) {
          if (!speaks(entry, lang) || (busyUntil.get(entry.id) ?? -1) > at) continue
          const known = longest.get(entry.id)
          if (!known || end > known.end || (end === known.end && entry.weight > known.weight)) longest.set(entry.id, { end, weight: entry.weight })
        }
      })
      for (const [id, { end, weight }] of longest) {
        busyUntil.set(id, end)
        found.push({ id, weight, start: originalStart(folded, at), end: originalEnd(folded, end) })
      }
      return at
    })
    return found
  }
}

/** A finder whose cues do not count inside the phrases excepted. */
export function withExceptions(find: CueFinder, except: CueFinder): CueFinder {
  return (folded, lang) => {
    const cues = find(folded, lang)
    if (cues.length === 0) return cues
    const spared = except(folded, lang)
    return cues.filter((cue) => !spared.some((phrase) => phrase.id === cue.id && phrase.start <= cue.start && phrase.end >= cue.end))
  }
}
