/** A headline and what a language model made of it → why it may not be shown, or null. The reply is trusted in nothing. */
import { findUnknownNames } from '../articles/names.js'
import { sayingWords } from '../articles/saying-words.js'
import { isLanguage, type Language, type Lexicon, type Mention } from '../lexicon/lexicon.js'
import { identifyLanguage } from '../text/language.js'
import { findFigures } from '../text/numbers.js'
import { nameKey } from '../text/romanise.js'

/** One headline in its own language and in another. */
export interface Rendering {
  title: string
  from: string
  text: string
  to: Language
}

/** Why a headline is not translated, or its translation not shown. */
export type Refusal =
  /** Nothing stands in it by which a translation could be checked. */
  | 'nothing-to-check'
  /** It carries a loaded term, or is no headline: nobody would be shown it. */
  | 'never-headline'
  /** It speaks to machines. */
  | 'addresses-machine'
  /** The reply is not in the form asked for, or has several lines, a link, markup or hidden characters. */
  | 'form'
  | 'length'
  | 'language'
  | 'numbers'
  /** A person, body, place or country was added, lost or changed. */
  | 'names'
  | 'loaded'
  /** A denial became an assertion, or the other way. */
  | 'denial'
  /** It tells of another matter. */
  | 'matter'

const shortest = 0.4
const longest = 2.5
/** Letters of a name's key that must be equal: case endings lie behind them. */
const stemLength = 4

const unsafe = /[\p{C}\p{Zl}\p{Zp}]/u
const link = /:\/\/|www\.|\p{L}\.(?:com|org|net|info|ru|am|az|ge|tr|me|io)(?!\p{L})|@/iu
const markup = /[<>{}[\]|`*_#~^\\]|&\w+;/gu

function inGoodForm({ title, text }: Rendering): boolean {
  const marks = text.match(markup) ?? []
  return /\p{L}{2}/u.test(text) && !unsafe.test(text) && !link.test(text) && marks.every((mark) => title.includes(mark))
}

/** "2.5 million USD" and digits that belong to a name ("G7"), in any order. */
function numbersOf(text: string): string {
  const figures = findFigures(text).map(({ value, unit }) => `${value}${unit ?? ''}`)
  const inNames = text.match(/(?<=\p{L})\d+/gu) ?? []
  return [...figures, ...inNames.map((digits) => `n${digits}`)].sort().join(' ')
}

function isCapitalOf(slug: string, country: string, lexicon: Lexicon): boolean {
  const place = lexicon.entity(slug)
  return place?.kind === 'place' && place.capital === true && place.country === country
}

/** Where a capital stands for its government, "Baku said" names no other than "Azerbaijan said". */
function isNamedIn({ slug, by }: Mention, others: readonly Mention[], lexicon: Lexicon): boolean {
  return others.some(
    (other) =>
      other.slug === slug ||
      (other.by === 'metonym' && isCapitalOf(slug, other.slug, lexicon)) ||
      (by === 'metonym' && isCapitalOf(other.slug, slug, lexicon)),
  )
}

const stemOf = (word: string): string => nameKey(word).replaceAll(' ', '').slice(0, stemLength)

/** Whether a name that the lexicon does not know stands in a text, in whatever script and case. */
function standsIn(name: string, text: string): boolean {
  const stems = (text.match(/[\p{L}\p{M}'’՚-]+/gu) ?? []).map(stemOf)
  const parts = name.split(/[\s\u00a0]+/).map(stemOf)
  return parts.every((part) => stems.some((stem) => stem.startsWith(part) || (stem.length >= stemLength - 1 && part.startsWith(stem))))
}

/** Languages that write months and days with a capital. */
const calendarWord =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık|Pazartesi|Salı|Çarşamba|Perşembe|Cuma|Cumartesi|Pazar)(?!\p{L})/u

/** Words with a capital that neither the lexicon nor their place in the sentence explains. */
function unexplainedCapitals(text: string, lang: Language, lexicon: Lexicon): string[] {
  const explained = [
    ...lexicon.mentions(text, lang),
    ...lexicon.officeWords(text, lang),
    ...lexicon.topicCues(text, lang),
    ...lexicon.eventCues(text, lang),
  ]
  return [...text.matchAll(/(?<![\p{L}\p{N}'’-])\p{Lu}[\p{L}\p{M}'’-]*/gu)].flatMap(({ index, 0: word }) => {
    const opens = /(?:^|[.:!?…։]\s+|[–—-]\s+)$/u.test(text.slice(0, index))
    const isExplained = explained.some(({ start, end }) => start < index + word.length && index < end)
    return opens || isExplained || calendarWord.test(word) ? [] : [word]
  })
}

function hasSameNames({ title, from, text, to }: Rendering, lexicon: Lexicon): boolean {
  const [inTitle, inText] = [lexicon.mentions(title, from), lexicon.mentions(text, to)]
  const known = inTitle.every((mention) => isNamedIn(mention, inText, lexicon)) && inText.every((mention) => isNamedIn(mention, inTitle, lexicon))
  const people = (of: string, lang: string, mentions: readonly Mention[]): string[] =>
    findUnknownNames(of, lang, mentions, lexicon).flatMap(({ base, person }) => (person ? [base] : []))
  return (
    known &&
    people(title, from, inTitle).every((name) => standsIn(name, text)) &&
    people(text, to, inText).every((name) => standsIn(name, title)) &&
    unexplainedCapitals(text, to, lexicon).every((word) => standsIn(word, title))
  )
}

function denies(text: string, lang: string): boolean {
  return isLanguage(lang) && sayingWords[lang].denial.test(text.toLowerCase())
}

/** Topics and kinds of events that words of a headline speak for. */
function matters(text: string, lang: string, lexicon: Lexicon): Set<string> {
  return new Set([...lexicon.topicCues(text, lang), ...lexicon.eventCues(text, lang)].filter(({ weight }) => weight > 0).map(({ id }) => id))
}

function hasSameMatter({ title, from, text, to }: Rendering, lexicon: Lexicon): boolean {
  const [told, retold] = [matters(title, from, lexicon), matters(text, to, lexicon)]
  return told.size === 0 || [...told].some((matter) => retold.has(matter))
}

/** Whether anything holds a translation of it: without a name that the lexicon knows, any words at all would pass. */
export function canBeChecked(title: string, lang: string, lexicon: Lexicon): boolean {
  return lexicon.mentions(title, lang).length > 0
}

/** The first fault found; null: it may be shown, marked as a machine's. */
export function faultOfTranslation(rendering: Rendering, lexicon: Lexicon): Refusal | null {
  const { title, from, text, to } = rendering
  if (!inGoodForm(rendering)) return 'form'
  if (text.length < title.length * shortest || text.length > title.length * longest) return 'length'
  if (text === title || identifyLanguage(text, to).lang !== to) return 'language'
  if (numbersOf(title) !== numbersOf(text)) return 'numbers'
  if (!hasSameNames(rendering, lexicon)) return 'names'
  const loaded = new Set(lexicon.loadedTerms(title, from).map(({ id }) => id))
  if (lexicon.loadedTerms(text, to).some(({ id }) => !loaded.has(id))) return 'loaded'
  // Words of denial are known of six languages only.
  if (isLanguage(from) && denies(title, from) !== denies(text, to)) return 'denial'
  return hasSameMatter(rendering, lexicon) ? null : 'matter'
}
