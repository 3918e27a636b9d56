/** A name as it stands in the text, and its spellings → its role in the clause: subject, "of", or something else. */
import { foldString } from '../lexicon/fold.js'
import type { Names } from '../lexicon/lexicon.js'
import type { NameCase } from './name-base.js'

function commonPrefix(a: string, b: string): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  return at
}

/** What the text adds behind the spelling that fits best, and what it leaves off of it. */
function endingOf(text: string, spellings: readonly string[]): { added: string; left: string } {
  let best = { added: text, left: '' }
  for (const spelling of spellings) {
    const at = commonPrefix(text, spelling)
    if (at >= 3 && at >= spelling.length - 3 && text.length - at + (spelling.length - at) < best.added.length + best.left.length)
      best = { added: text.slice(at), left: spelling.slice(at) }
  }
  return best
}

/** Works on any inflected form that the lexicon's matcher accepts. English knows only 's. */
export function nameForm(text: string, names: readonly Names[], lang: string): NameCase {
  if (lang !== 'ru' && lang !== 'hy' && lang !== 'ka' && lang !== 'az' && lang !== 'tr') return /['’]s?$/u.test(text) ? 'genitive' : 'subject'
  const folded = foldString(text)
  const spellings = names.flatMap((one) => Object.values(one).flat()).map((spelling) => foldString(spelling))
  if (lang === 'ka') {
    if (/(?:მა|ემ|ამ|ომ)$/u.test(folded) && !spellings.includes(folded)) return 'subject'
    if (spellings.includes(folded)) return 'subject'
    return /(?:ის|ისა|ს)$/u.test(folded) && /ის/u.test(folded.slice(-3)) ? 'genitive' : 'other'
  }
  if (spellings.includes(folded)) return 'subject'
  const { added, left } = endingOf(folded, spellings)
  if (lang === 'hy') {
    if (/թյուն[ըն]?$/u.test(folded)) return 'subject'
    if (/թյան$/u.test(folded)) return 'genitive'
    if (left === '' && (added === 'ը' || added === 'ն')) return 'subject'
    return /^(?:ի|ու|ան|յի)$/u.test(added) ? 'genitive' : 'other'
  }
  if (lang === 'ru') {
    if (/^(?:а|я|ы|и|ой|ого|ей)$/u.test(added)) return 'genitive'
    return 'other'
  }
  return /^['’]?[ny]?[iu]n$/u.test(added) ? 'genitive' : 'other'
}
