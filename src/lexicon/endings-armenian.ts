/** A folded Armenian word → its stems and the cases, articles and plurals that follow them. Folded: ev is one letter (և). */

import { foldString } from './fold.js'
import type { Stem } from './stem.js'

const cases = ['', 'ի', 'ին', 'ինը', 'իս', 'իդ', 'ից', 'իցն', 'իցս', 'ով', 'ովն', 'ում', 'ումն', 'ումը', 'ը', 'ն', 'ս', 'դ', 'ինն', 'ինս']
const plurals = ['ներ', 'եր'].flatMap((plural) => ['', 'ը', 'ն', 'ի', 'ին', 'ից', 'ով', 'ում', 'իս', 'ս', 'իցն'].map((ending) => plural + ending))
const afterVowel = ['յ', 'ի', 'վ'].flatMap((glide) => ['ի', 'ին', 'ից', 'ով', 'ում', 'ումն', 'ինը', 'իս'].map((ending) => glide + ending))
const abstract = ['ուն', 'ունը', 'ունն', 'ունից', 'ունում', 'ունով', 'ունս', 'ան', 'անը', 'անն', 'անս', 'ամբ', 'ամբն', 'ունների', 'ունները', 'ուններ']

/** Case endings, articles and plurals of a name that ends in a consonant or vowel; also written after a hyphen ("ԵՄ-ի"). */
export const armenianEndings: ReadonlySet<string> = new Set(
  [...cases, ...plurals, ...afterVowel, 'յան', 'ական', 'ցի', 'ցիներ', 'ցիների'].map(foldString),
)
const abstractEndings: ReadonlySet<string> = new Set(abstract.map(foldString))
const afterU: ReadonlySet<string> = new Set(['վի', 'վին', 'վից', 'վով', 'վում', 'վա', 'վիս', 'վումն'].map(foldString))
const afterI: ReadonlySet<string> = new Set(['ու', 'ուն', 'ուց', 'ու', 'ով', 'ոջ'].map(foldString))

/** "խորհուրդ" → "խորհրդի", "պայմանագիր" → "պայմանագրի", "խումբ" → "խմբի": the last vowel falls before an ending. */
const fallingVowel = /(?:ու(?=րդ$|մբ$|րջ$)|ի(?=ր$|ճ$))/u
const oblique: ReadonlySet<string> = new Set(['ի', 'ին', 'ինը', 'ից', 'իցն', 'ով', 'ովն', 'ում', 'ումն', 'իս', 'ական'].map(foldString))
/** "շարժում" → "շարժման". */
const ofActions: ReadonlySet<string> = new Set(['ան', 'անը', 'անն', 'ամբ', 'ամբն'].map(foldString))

/** Stems of an Armenian word: -ություն has a stem of its own, -ու becomes -վ-, -ի may become -ու. */
export function armenianStems(word: string): Stem[] {
  const stems: Stem[] = []
  if (word.endsWith('ություն')) stems.push({ stem: word.slice(0, -3), endings: abstractEndings })
  stems.push({ stem: word, endings: armenianEndings })
  if (word.length > 2 && fallingVowel.test(word)) stems.push({ stem: word.replace(fallingVowel, ''), endings: oblique })
  if (word.endsWith('ում') && word.length > 4) stems.push({ stem: `${word.slice(0, -3)}մ`, endings: ofActions })
  if (word.endsWith('ու') && word.length > 3) stems.push({ stem: word.slice(0, -2), endings: afterU })
  if (word.endsWith('ի') && word.length > 4) stems.push({ stem: word.slice(0, -1), endings: afterI })
  return stems
}
