/** A text → the names in it that the lexicon does not know: where they stand, in their base form, spelt as in English, with a key that is the same in every script. */

import { foldString } from '../lexicon/fold.js'
import { givenNames, isGivenName } from '../lexicon/given-names.js'
import { latinKey } from '../lexicon/latin-key.js'
import { isLanguage, type Lexicon, type Mention } from '../lexicon/lexicon.js'
import { isFirstWord, isTitleWord } from '../lexicon/titles.js'
import { nameKey } from '../text/romanise.js'
import { slugOfName } from './english-name.js'
import type { TagInput } from './evidence.js'
import { baseOfName, type NameCase } from './name-base.js'
import { callingWords } from './role-words.js'
import { sayingWords } from './saying-words.js'

export interface UnknownName {
  start: number
  end: number
  /** Without case ending, in the text's script. */
  base: string
  /** As English newspapers spell it, lower case, joined by hyphens: "giorgi-javakhishvili". */
  slug: string
  /** text/romanise `nameKey` of the base. */
  key: string
  /** True when it is clearly a person's: behind a given name or an office, before or behind a verb of saying, or by a family name's ending. */
  person: boolean
  form: NameCase
}

/** Endings of family names around the region, on Latin keys. */
const familyEnding =
  /(?:yan|yants|[aeiou]nts|ov|ova|ev|eva|yev|yeva|zade|zadeh|oglu|oghlu|ogly|shvili|dze|iani|skiy|sky|ski|skaya|enko|bayov|ikov|inba|tsba|beyli|bayli|guliyev)$/
const georgianEnding = '(?:ი|მა|მ|ის|ს|ისა|ით|თან|ზე|სთან|ისთვის|ისგან|ისთან|ისადმი)?$'
const georgianFamily = new RegExp(`(?:შვილ|ძე|ძის|ძემ|ძეს|იან|ავა|აია|უა|ია|ურ|ოვ|ევ|სკ|იჩ|ენკო)${georgianEnding}`, 'u')

/** Words of bodies, outlets, places and papers in what looks like a person's name. */
export const notAPerson =
  /(?<!\p{L})(?:ministry|committee|commission|party|council|agency|university|research|institute|cent(?:er|re)|group|union|bank|court|army|forces|airlines|company|movement|coalition|front|association|federation|network|news|wire|daily|times|post|house|office|street|avenue|square|mission|assembly|parliament|corridor|dream|republic|region|province|act|law|treaty|declaration|charter|agreement|summit|forum|conference|league|cup|church|airport|alliance|democracy|studies|foundation|platform|initiative|radio|television|tv|press|stadium|arena|park|bridge|palace|theatre|theater|museum|school|prize|award|brigade|fund|club|fc|city|town|village|district|river|lake|mount|valley|line|highway|port|prison|hospital|cemetery|embassy|railway|pipeline|open|games|world|grand|national|international|european|united|human|rights|free|new|north|south|east|west|northern|southern|eastern|western|central|black|red|white|caspian|caucasus|global|county|hall|tower|law|amca|usta|teyze|hanım|bey|baba|дом|совет|собрание|партия|банк|университет|союз|проспект|улиц\p{L}+|площад\p{L}+|театр\p{L}*|стадион\p{L}*|аэропорт\p{L}*|комитет\p{L}*|федераци\p{L}+|республик\p{L}+|нов\p{L}{2}|свобод\p{L}+|народн\p{L}+|universitet\p{L}*|üniversite\p{L}*|partiya\p{L}*|parti\p{L}*|nazirli\p{L}*|bakanlı\p{L}*|komit\p{L}+|məhkəmə\p{L}*|mahkeme\p{L}*|küçə\p{L}*|prospekt\p{L}*|meydan\p{L}*|hava|stadion\p{L}*|stadyum\p{L}*|fond\p{L}*|vakf\p{L}*|bank\p{L}*|şəhər\p{L}*|rayon\p{L}*|kənd\p{L}*|respublika\p{L}*|cumhuriyet\p{L}*|համալսարան\p{L}*|կուսակցություն\p{L}*|խորհուրդ\p{L}*|բանկ\p{L}*|հրապարակ\p{L}*|պողոտա\p{L}*|փողոց\p{L}*|մարզադաշտ\p{L}*)(?!\p{L})/iu

const capitalWord = "\\p{Lu}[\\p{L}\\p{M}’'՚-]*\\p{Ll}[\\p{L}\\p{M}]*"
const capitalised = new RegExp(`(?<![\\p{L}\\p{N}])${capitalWord}(?:[ \\u00a0](?:(?:de|van|von|al|el|bin|der|la)[ ]){0,2}${capitalWord}){1,6}`, 'gu')
const georgianPair = /(?<![ა-ჰ])([ა-ჰ]{2,})(?=([ \u00a0])([ა-ჰ]{3,})(?![ა-ჰ]))/gu

/** Georgian has no capitals: everyday words that are also given names ("mayor", "three", "March"). */
const georgianWords: ReadonlySet<string> = new Set([
  'მერი',
  'სამ',
  'სამი',
  'მარტ',
  'მარტი',
  'ალი',
  'ია',
  'ენა',
  'მარია',
  'მის',
  'თეა',
  'და',
  'ის',
  'არა',
  'რომ',
  'ჯერ',
  'მე',
  'სხვა',
  'კი',
  'ანა',
  'თან',
  'დილა',
  'ლარი',
  'მათი',
  'მისი',
])

function isGiven(word: string, lang: string): boolean {
  if (lang !== 'ka') return isGivenName(word, lang)
  return givenNames.has(latinKey(word)) && word.length > 2 && !georgianWords.has(word)
}

/** "Devlet Başkanı", "Ayşe Hanım": a word of office or address, which no name holds. */
function isOffice(word: string, lang: string): boolean {
  return isTitleWord(foldString(word)) || (isLanguage(lang) && callingWords[lang].test(word.toLowerCase()))
}

/** Where the name begins: behind "Yesterday", "Devlet Başkanı" and the first word of a sentence ("Körpünü Elnur Qasımzadə"). */
function nameStart(text: string, lang: string): number {
  const words = [...text.matchAll(/\S+/gu)]
  const opening = words.findIndex((word) => !isFirstWord(foldString(word[0]).replace(/[.,]$/, '')))
  const office = words.findLastIndex((word, at) => at < words.length - 1 && isOffice(word[0], lang))
  const rest = words.slice(Math.max(opening, office + 1, 0))
  const given = rest.findIndex((word) => isGiven(baseOfName(word[0], lang).base, lang) || isGiven(word[0], lang))
  return (given > 0 && given < rest.length - 1 ? rest[given] : rest[0])?.index ?? 0
}

/** Whether the line is a headline in title case, whose capitals say nothing. */
function inTitleCase(text: string, at: number): boolean {
  const from = text.lastIndexOf('\n', at - 1) + 1
  const newline = text.indexOf('\n', at)
  const words = text.slice(from, Math.min(newline < 0 ? text.length : newline, from + 300)).match(/\p{L}{4,}/gu) ?? []
  return words.length >= 3 && words.filter((word) => word[0] !== word[0]?.toLowerCase()).length / words.length > 0.7
}

/** What stands around a name says that it is somebody: an office before or behind it, a verb of saying beside it. */
function actsAsPerson(text: string, start: number, end: number, lang: string): boolean {
  if (!isLanguage(lang)) return false
  const before = /([\p{L}’'-]+)[ \u00a0]$/u.exec(text.slice(Math.max(0, start - 40), start))?.[1]?.toLowerCase()
  if (before !== undefined && callingWords[lang].test(before)) return true
  const behind = text.slice(end, end + 80).toLowerCase()
  const apposition = /^,\s+([^,.;:!?…։]{4,70})[,.;։]/u.exec(behind)?.[1]
  if (apposition !== undefined && callingWords[lang].test(apposition)) return true
  if (lang !== 'en' && lang !== 'ru') return false
  const next = /^[ \u00a0]([\p{L}]+)/u.exec(behind)?.[1]
  const isSaying = (word: string | undefined): boolean => word !== undefined && word.match(sayingWords[lang].verbs) !== null
  return isSaying(next) || isSaying(before)
}

/** "Верховного Совета", "Soviet Georgian": what opens it is no given name. */
const adjective = /(?:ого|его|ых|их|ая|ое|ый|ий|ому|ыми)$/u

interface Place {
  whole: string
  start: number
  lang: string
  lexicon: Lexicon
}

function toName(text: string, { whole, start, lang, lexicon }: Place): UnknownName {
  const { base, form } = baseOfName(text, lang)
  const words = base.split(/[ \u00a0]/)
  const [given = '', family = ''] = [words[0], words.at(-1)]
  const end = start + text.length
  const byFamily = words.length === 2 && (lang === 'ka' ? georgianFamily.test(text) : familyEnding.test(latinKey(family)))
  const person =
    words.length <= 5 &&
    !notAPerson.test(base) &&
    !words.slice(1).some((word) => isOffice(word, lang)) &&
    (isGiven(given, lang) ||
      (!inTitleCase(whole, start) &&
        !(lang === 'ru' && adjective.test(given)) &&
        (byFamily || (words.length <= 3 && actsAsPerson(whole, start, end, lang))) &&
        !whole.includes(` ${given.toLowerCase()} `)))
  return { start, end, base, slug: slugOfName(base, lang, lexicon), key: nameKey(base), person, form }
}

/** A text in which what the lexicon knows is no longer letters: names do not run into it. */
function masked(text: string, known: readonly Mention[]): string {
  let out = ''
  let at = 0
  for (const { start, end } of known) {
    if (start < at) continue
    out += text.slice(at, start) + '|'.repeat(end - start)
    at = end
  }
  return out + text.slice(at)
}

/** "Blinkenin" beside "Blinken" behind one given name: the shorter is the name, the longer one of its cases. */
function withBareForms(names: readonly UnknownName[]): UnknownName[] {
  const given = (name: UnknownName): string => name.base.split(/[ \u00a0]/)[0] ?? ''
  return names.map((name) => {
    const bare = names.find(
      (other) =>
        other.base.length < name.base.length &&
        name.base.length - other.base.length <= 4 &&
        name.base.startsWith(other.base) &&
        given(other) === given(name),
    )
    return bare ? { ...name, base: bare.base, slug: bare.slug, key: bare.key, form: 'other' } : name
  })
}

/** Names of two to five words that no mention of the lexicon covers, in order. `known`: the text's mentions, in order. */
export function findUnknownNames(text: string, lang: string, known: readonly Mention[], lexicon: Lexicon): UnknownName[] {
  const free = masked(text, known)
  const found: UnknownName[] = []
  if (lang === 'ka') {
    for (const match of free.matchAll(georgianPair)) {
      const [given = '', gap = '', family = ''] = match.slice(1)
      const name = `${given}${gap}${family}`
      if (!isGiven(given, lang)) continue
      if (!georgianFamily.test(family) && !actsAsPerson(text, match.index, match.index + name.length, lang)) continue
      found.push(toName(name, { whole: text, start: match.index, lang, lexicon }))
    }
    return withBareForms(found)
  }
  for (const match of free.matchAll(capitalised)) {
    const cut = nameStart(match[0], lang)
    const name = match[0].slice(cut)
    if (!/[ \u00a0]/.test(name)) continue
    found.push(toName(name, { whole: text, start: match.index + cut, lang, lexicon }))
  }
  return lang === 'en' ? found : withBareForms(found)
}

/** Keys of a text's unknown names, unique, in the order of the alphabet; at most 40. */
export function findNames(input: TagInput, lexicon: Lexicon): string[] {
  const keys = new Set<string>()
  for (const name of findUnknownNames(input.text, input.lang, lexicon.mentions(input.text, input.lang), lexicon)) {
    if (name.key.includes(' ')) keys.add(name.key)
    if (keys.size >= 40) break
  }
  return [...keys].sort()
}
