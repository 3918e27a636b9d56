/** A word in any of the scripts → a plain Latin key by which spellings of one name meet. */
import { armenianLetters, cyrillicLetters, georgianLetters } from '../text/letters.js'
import { foldString } from './fold.js'

// Softer than a romanisation: what only some transliterate is left out.
const letters: Readonly<Record<string, string>> = { ...cyrillicLetters, ...armenianLetters, ...georgianLetters, щ: 'sh', ї: 'i', є: 'e' }

/** Plain Latin letters of a word of any script, lower case. */
export function latinKey(word: string): string {
  let out = ''
  const folded = foldString(word)
  for (let i = 0; i < folded.length; i++) {
    const char = folded[i] ?? ''
    if (char === 'ո' && folded[i + 1] === 'ւ') {
      out += 'u'
      i++
    } else out += letters[char] ?? char
  }
  return out
}

/**
 * What is left of a key when habits of transliteration are taken away: kh/x/h, gh/g, q/k, zh/dzh/j, ch/c, sh/s, ts/c, w/v, y/i, doubled letters.
 * "Khachatryan", "Xaçatryan" and "Hachatryan" meet; so do "paymanagir" and "paimanagir".
 */
export function soundKey(key: string): string {
  return key
    .replace(/dzh|dj|zh/g, 'j')
    .replace(/kh|x/g, 'h')
    .replace(/gh/g, 'g')
    .replace(/q/g, 'k')
    .replace(/tch|ch/g, 'c')
    .replace(/sch|sh/g, 's')
    .replace(/ts|tz/g, 'c')
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/w/g, 'v')
    .replace(/iy|yi|ij|yj/g, 'i')
    .replace(/ye|ie|je(?=v)/g, 'e')
    .replace(/y/g, 'i')
    .replace(/(.)\1+/g, '$1')
}

/** Edits between two words (insert, delete, replace, swap of neighbours), or `limit + 1` when there are more than `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    let best = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      next.push(cost)
      if (cost < best) best = cost
    }
    if (best > limit) return limit + 1
    before = row
    row = next
  }
  return row[b.length] ?? limit + 1
}
