/** A name in its base form, in any of the six languages → how English newspapers spell it: one slug for all scripts. */
import { familyNames } from '../lexicon/family-names.js'
import { givenNames } from '../lexicon/given-names.js'
import { editDistance, soundKey } from '../lexicon/latin-key.js'
import type { Lexicon, Person } from '../lexicon/lexicon.js'
import { nameKey, romanise } from '../text/romanise.js'

/** Whose habits of spelling a name follows; '' where nothing tells. */
type Origin = 'AM' | 'AZ' | 'GE' | 'RU' | 'TR' | 'IR' | ''

/** What a name's words are called in English, by the key that all scripts share. */
interface Spellings {
  /** Whole names of the lexicon's people. */
  people: ReadonlyMap<string, string>
  given: Readonly<Record<Origin, ReadonlyMap<string, string>>>
  family: ReadonlyMap<string, string>
}

/** Given names whose h Russian writes as г; elsewhere they are spelt as Iran's or Turkey's. */
const azerbaijaniWithH = ['huseyn', 'hasan', 'hamid', 'hafiz', 'heydar', 'hidayat', 'hikmat', 'habil', 'hajibala', 'hokuma', 'huseyngulu']

const spellingsOf = new WeakMap<readonly Person[], Spellings>()

function mostUsed(words: readonly string[]): Map<string, string> {
  const count = new Map<string, number>()
  for (const word of words) count.set(word, (count.get(word) ?? 0) + 1)
  const best = new Map<string, string>()
  for (const [word, times] of count) {
    const key = nameKey(word)
    const known = best.get(key)
    if (key.length > 1 && (known === undefined || times > (count.get(known) ?? 0))) best.set(key, word)
  }
  return best
}

function spellings(lexicon: Lexicon): Spellings {
  const people = lexicon.people()
  const known = spellingsOf.get(people)
  if (known) return known
  const whole = new Map<string, string | null>()
  for (const { slug, names } of people)
    for (const name of Object.values(names).flat()) {
      const key = nameKey(name)
      if (key.includes(' ')) whole.set(key, (whole.get(key) ?? slug) === slug ? slug : null)
    }
  const given = (side: string | null, more: Iterable<string> = []): Map<string, string> =>
    mostUsed([...people.filter((one) => side === null || one.side === side).map(({ slug }) => slug.split('-')[0] ?? ''), ...more])
  const made: Spellings = {
    people: new Map([...whole].flatMap(([key, slug]) => (slug === null ? [] : [[key, slug]]))),
    given: {
      AM: given('AM'),
      AZ: given('AZ', azerbaijaniWithH),
      GE: given('GE'),
      RU: given('RU'),
      TR: given('TR'),
      IR: given('IR'),
      '': given(null, givenNames),
    },
    family: mostUsed([...people.map(({ slug }) => slug.split('-').at(-1) ?? ''), ...familyNames]),
  }
  spellingsOf.set(people, made)
  return made
}

/** By the family name's ending; `key` is plain Latin. */
function originOf(key: string, givenKey: string, known: Spellings): Origin {
  if (/(?:[iy]an|yants|unts|ents)$/.test(key)) return 'AM'
  if (/(?:shvili|dze|[uaei]ia|[iuo]ia|ava|iani|uri|uli|eli)$/.test(key)) return 'GE'
  if (/(?:zad[ea]h?|beyli|bayli|l[iu]|og[h]?lu|ogly)$/.test(key)) return 'AZ'
  if (/(?:ov|ev|ova|eva)$/.test(key)) return known.given.AZ.has(givenKey) && !known.given.RU.has(givenKey) ? 'AZ' : 'RU'
  return /(?:sk[iy]+|skaya|enko|in|ina)$/.test(key) ? 'RU' : ''
}

const isLatin = (word: string): boolean => /^[\p{Script=Latin}'’.-]+$/u.test(word)

/** Family names by whose habits of spelling they are: Azerbaijani letters stand for other sounds than Turkish ones. */
const caucasian = /(?:yan|yants|[oe]v|[oe]va|zad[eəa]h?|şvili|shvili|dze)$/iu

const azerbaijani: readonly (readonly [RegExp, string])[] = [
  [/c/g, 'j'],
  [/ç/g, 'ch'],
  [/ş/g, 'sh'],
  [/x/g, 'kh'],
  [/ğ/g, 'gh'],
  [/q/g, 'g'],
  [/ə/g, 'a'],
  [/ı/g, 'i'],
]

function latinWord(word: string, lang: string, asCaucasian: boolean): string {
  let out = word.toLocaleLowerCase(lang === 'az' || lang === 'tr' ? 'tr' : 'en')
  if (lang === 'az' || (lang === 'tr' && asCaucasian)) for (const [from, to] of azerbaijani) out = out.replace(from, to)
  // English prints Turkish and European names without their marks.
  return out
    .replace(/ı/g, 'i')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/ə/g, 'a')
    .normalize('NFD')
    .replace(/[^a-z-]/g, '')
}

function otherWord(word: string, lang: string): string {
  let text = word.toLowerCase()
  if (lang === 'ru')
    text = text
      .replace(/ё/g, 'е')
      .replace(/(?<=[аоуыэ])е/g, 'je')
      .replace(/([аеоуыэюя])й(?=[бвгджзклмнпрстфхцчшщ])/g, '$1i')
      .replace(/кс/g, 'x')
  if (lang === 'ka') text = text.replace(/(ოვ|ევ|სკ|ინ|იჩ|ენ|ონ)ი$/u, '$1')
  return romanise(text)
    .toLowerCase()
    .replace(/je/g, 'ye')
    .replace(/[^a-z-]/g, '')
}

const listed: ReadonlySet<string> = new Set([...givenNames, ...familyNames])
/** Further apart (edits of what is heard) two spellings are two names. */
const nearest = 2

/** The usual spelling, unless the word's own is one itself or the usual one is of another name that only looks alike. */
function usual(own: string, spelling: string | undefined): string {
  if (spelling === undefined || listed.has(own)) return own
  return editDistance(soundKey(own), soundKey(spelling), nearest) <= nearest ? spelling : own
}

/** Slug of a name's English spelling: that of the lexicon where it knows the person, else word by word. `base` has no case ending. */
export function slugOfName(base: string, lang: string, lexicon: Lexicon): string {
  const known = spellings(lexicon)
  const person = known.people.get(nameKey(base))
  if (person) return person
  const words = base.replace(/[’']/g, '').split(/[ \u00a0]+/)
  const last = words.at(-1) ?? ''
  const own = words.map((word) => (isLatin(word) ? latinWord(word, lang, caucasian.test(last)) : otherWord(word, lang)))
  const spelt = own.map((word, at) => {
    // English text is taken as it stands.
    if (lang === 'en') return word
    const key = nameKey(words[at] ?? '')
    if (at > 0) return at === words.length - 1 ? usual(word, known.family.get(key)) : word
    const origin = originOf(own.at(-1) ?? '', key, known)
    const ofOrigin = known.given[origin].get(key)
    return ofOrigin !== undefined && lang !== 'ka' ? ofOrigin : usual(word, known.given[''].get(key))
  })
  return spelt.join('-').replace(/-+/g, '-').replace(/^-|-$/g, '')
}
