/** A folded Georgian word → its stem (nominative -ი dropped) and the cases, plurals and postpositions that follow it. */
import type { Stem } from './stem.js'

const particles = ['', 'ც', 'ა', 'აც', 'ვე']
const consonantCases = [
  '',
  'ი',
  'მა',
  'ს',
  'სა',
  'ის',
  'ისა',
  'ით',
  'ითა',
  'ად',
  'ო',
  'ში',
  'ზე',
  'თან',
  'სთან',
  'სადმი',
  'ისადმი',
  'ისთვის',
  'სთვის',
  'იდან',
  'ისგან',
  'ისკენ',
  'ისკენაც',
  'ამდე',
  'იმდე',
  'მდე',
  'ივით',
  'სავით',
  'ისებრ',
  'ისმიერ',
  'იან',
]
const vowelCases = ['', 'მ', 'ს', 'სა', 'თი', 'დ', 'ში', 'ზე', 'სთან', 'თან', 'სთვის', 'დან', 'სგან', 'სკენ', 'მდე', 'სადმი', 'ვით', 'სავით', 'სმიერ']
const consonant = consonantCases.concat(consonantCases.map((ending) => `ებ${ending}`)).concat('ნი', 'თა')
const vowel = vowelCases.concat(consonantCases.map((ending) => `ებ${ending}`)).concat(['ნი', 'თა'])
const withParticles = (endings: readonly string[]): ReadonlySet<string> =>
  new Set(endings.flatMap((ending) => particles.map((particle) => ending + particle)).filter((ending) => ending !== 'ა' && ending !== 'ვე'))

const afterConsonant = withParticles(consonant)
const afterVowel = withParticles(vowel)
/** -ა and -ე fall before the genitive and instrumental ("კობახიძის", "ანკარიდან"). */
const afterDroppedVowel = withParticles([
  'ის',
  'ისა',
  'ით',
  'ისთვის',
  'ისგან',
  'ისკენ',
  'იდან',
  'ისადმი',
  'ებ',
  ...consonantCases.map((ending) => `ებ${ending}`),
])

/** Endings that may also be written after a hyphen ("აშშ-ის", "NATO-ს"). */
export const georgianEndings: ReadonlySet<string> = new Set([...afterConsonant, ...afterVowel])

/** Stems of a Georgian word. */
export function georgianStems(word: string): Stem[] {
  const last = word.slice(-1)
  if (word.length < 3) return [{ stem: word, endings: new Set(['', 'ს', 'ის', 'ში']) }]
  if (last === 'ი')
    return [
      { stem: word.slice(0, -1), endings: afterConsonant },
      { stem: word, endings: afterVowel },
    ]
  if (last === 'ა' || last === 'ე')
    return [
      { stem: word, endings: afterVowel },
      { stem: word.slice(0, -1), endings: afterDroppedVowel },
    ]
  if (last === 'ო' || last === 'უ') return [{ stem: word, endings: afterVowel }]
  return [{ stem: word, endings: afterConsonant }]
}
