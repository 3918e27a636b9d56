/** A text of any of the six languages, in its own letters or Latin ones → the notions of the glossary that its words name. */
import { foldCase, foldDiacritics } from '../text/normalise.js'
import { nameKey } from '../text/romanise.js'
import { glossary } from './glossary.js'

interface Beginning {
  notion: string
  /** First word's beginning, folded. */
  text: string
  whole: boolean
  /** Beginnings of the words that must follow. */
  rest: string[]
}

/** A word of a text that names notions. Offsets are those of the folded text. */
interface NotionHit {
  start: number
  end: number
  notions: string[]
}

const groups = ['en', 'ru', 'hy', 'turkic', 'ka', 'turkic'] as const
type Group = (typeof groups)[number]

/** Letters as they compare: lower case, no marks on Latin letters, no Armenian accent marks. */
export function foldForWords(text: string): string {
  return foldDiacritics(foldCase(text))
    .replace(/[\u055b\u055c\u055e\u00ad]/g, '')
    .replaceAll('և', 'եւ')
}

const buckets = new Map<string, Beginning[]>()
const latin: { key: string; notion: string; written: string }[] = []

function bucketOf(group: Group, word: string): string {
  return `${group}:${word.slice(0, 2)}`
}

function addBeginning(group: Group, notion: string, written: string): void {
  const whole = written.endsWith('=')
  const [first = '', ...rest] = foldForWords(whole ? written.slice(0, -1) : written).split('_')
  const key = bucketOf(group, first)
  const list = buckets.get(key) ?? []
  list.push({ notion, text: first, whole: whole && rest.length === 0, rest })
  buckets.set(key, list)
  if (group === 'ru' || group === 'hy' || group === 'ka') {
    const sound = nameKey(whole ? written.slice(0, -1) : (written.split('_')[0] ?? ''))
    if (sound.length >= 4 && rest.length === 0) latin.push({ key: sound, notion, written: first })
  }
}

for (const line of glossary.trim().split('\n')) {
  const [id = '', ...columns] = line.split('|').map((cell) => cell.trim())
  columns.forEach((cell, index) => {
    const group = groups[index]
    if (group) for (const written of cell.split(/\s+/).filter(Boolean)) addBeginning(group, id, written)
  })
}

function groupOf(word: string, lang: string): Group | null {
  if (/^[a-z]/.test(word)) return lang === 'az' || lang === 'tr' ? 'turkic' : 'en'
  if (/^[а-я]/.test(word)) return 'ru'
  if (/^[ա-և]/.test(word)) return 'hy'
  return /^[ა-ჰ]/.test(word) ? 'ka' : null
}

/** Armenian verbs put the future and the negation before the stem: կստորագրվի, չստորագրվեց. */
const armenianPrefix = /^(?:կ|չ)(?=\p{L}{4})/u

/** Words of the folded text with what they name. `lang` tells English from Azerbaijani and Turkish. */
export function notionHits(folded: string, lang: string): NotionHit[] {
  const hits: NotionHit[] = []
  const words = [...folded.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu)]
  words.forEach((match, index) => {
    const word = match[0]
    const group = groupOf(word, lang)
    const namedBy = (word: string): Beginning[] =>
      (group ? (buckets.get(bucketOf(group, word)) ?? []) : []).filter(
        (beginning) =>
          (beginning.whole ? word === beginning.text : word.startsWith(beginning.text)) &&
          beginning.rest.every((next, step) => words[index + step + 1]?.[0].startsWith(next)),
      )
    const whole = namedBy(word)
    const named = whole.length > 0 || group !== 'hy' ? whole : namedBy(word.replace(armenianPrefix, ''))
    if (named.length === 0) return
    const last = words[index + Math.max(...named.map((beginning) => beginning.rest.length))] ?? match
    hits.push({ start: match.index, end: last.index + last[0].length, notions: [...new Set(named.map((beginning) => beginning.notion))] })
  })
  return hits
}

/** Notions of a text. */
export function notionsOf(text: string, lang: string): Set<string> {
  return new Set(notionHits(foldForWords(text), lang).flatMap((hit) => hit.notions))
}

/** Notions that a word in Latin letters may name in Russian, Armenian or Georgian ("paymanagri", "dogovoru"), and how it begins in their letters. */
export function readLatinWord(word: string): { notions: string[]; written: string[] } {
  const key = nameKey(word)
  const found = key.length < 4 ? [] : latin.filter((entry) => key.startsWith(entry.key))
  return { notions: [...new Set(found.map((entry) => entry.notion))], written: [...new Set(found.map((entry) => entry.written))] }
}
