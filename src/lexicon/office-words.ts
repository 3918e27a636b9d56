/** Titles of office of the data → a finder: text → where each title stands, inflected forms included. */
import { latinModeOf } from './candidates.js'
import { scriptOf } from './endings.js'
import { type FoldedText, originalEnd, originalStart } from './fold.js'
import { isLanguage, type Language, type OfficeWord } from './lexicon.js'
import { namePatterns } from './patterns.js'
import type { LexiconData } from './schema.js'
import { createTrie, forEachWordStart } from './trie.js'

interface Title {
  id: string
  standing: OfficeWord['standing']
  lang: Language
  latin: boolean
}

/** Finds titles from left to right, the longest at each place; they never overlap. */
export function createOfficeWordFinder(offices: LexiconData['offices']): (folded: FoldedText, lang: string) => OfficeWord[] {
  const trie = createTrie<Title>()
  for (const { id, standing, names } of offices)
    for (const [lang, spellings] of Object.entries(names))
      for (const spelling of spellings) {
        const title: Title = { id, standing, lang: lang as Language, latin: scriptOf(spelling) === 'latin' }
        for (const pattern of namePatterns(spelling, true)) trie.add(pattern, title)
      }
  return (folded, lang) => {
    const mode = latinModeOf(lang)
    const found: OfficeWord[] = []
    forEachWordStart(folded, (at) => {
      let best: { end: number; title: Title } | null = null
      trie.matchAt(folded, at, mode, (end, titles) => {
        const title = titles.find((candidate) => !candidate.latin || candidate.lang === lang || !isLanguage(lang))
        if (title && (!best || end > best.end)) best = { end, title }
      })
      const hit = best as { end: number; title: Title } | null
      if (!hit) return at
      found.push({ id: hit.title.id, standing: hit.title.standing, start: originalStart(folded, at), end: originalEnd(folded, hit.end) })
      return hit.end
    })
    return found
  }
}
