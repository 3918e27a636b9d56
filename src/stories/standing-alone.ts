/** A sentence → without its dateline; whether it can stand alone or leans on what was said before. Six languages. */
import { bareSubject, namelessSpeaker, opening, personNoun, personPronoun, pointing } from './leaning-words.js'

/** "BAKU, August 19 (Caspian Wire) - ", "Ереван, 7 августа. /ТАСС/. ", "Yerevan. -- ": place, perhaps a day and an agency, then a dash or stop. */
const dateline =
  /^(?:\p{Lu}[\p{L}'’.-]*(?:[\s/]\p{Lu}[\p{L}'’.-]*){0,2}(?:,\s[^—–.]{3,40})?(?:[.,]?\s?[(/[][^)\]/]{2,40}[)\]/])?\s?[.:]?\s?[—–]{1,2}\s|\p{Lu}{3,}(?:\s\p{Lu}{3,})?(?:,[^-—–]{3,30})?(?:\s?\([^)]{2,40}\))?\s[-—–]{1,2}\s)/u

/** Verbatim rest of a sentence behind its dateline. A rest that does not begin like a sentence means that there was none. */
export function withoutDateline(sentence: string): string {
  const match = dateline.exec(sentence)
  if (!match) return sentence
  const rest = sentence.slice(match[0].length)
  return /^["“«„(]?\p{Lu}|^["“«„(]?[\u10d0-\u10ff]/u.test(rest) && rest.length >= 30 ? rest : sentence
}

/** An office without the name or country that says whose it is: "Президент подчеркнул", not "Президент России". */
const bareOffice =
  /^["«„“]?(?:Президент|Министр|Премьер(?:-министр)?|Глава|Prezident|Nazir|Baş nazir|Cumhurbaşkanı|Başbakan|Bakan)\s+(?!["«„“]?\p{Lu})/u

/** A saying verb whose subject is a pronoun, anywhere: "…, he said". */
const speaking: Record<string, RegExp> = {
  en: /(?:,|”|")\s*(?:he|she|they)\s+(?:\w+\s)?(?:said|added|noted|stressed|told|wrote|argued|explained|continued|recalled|insisted|remarked|joked|stated|warned|concluded)\b|\b(?:said|added) (?:he|she)\b|^["“][^"”]*["”]?$/i,
  ru: /(?:,|»|")\s*[-–—]?\s*(?:сказал|заявил|добавил|отметил|подчеркнул|пояснил|указал|написал)а?\s+(?:он|она)(?![\p{L}])|(?:сказал|заявил|добавил|отметил|подчеркнул|пояснил)а? (?:он|она)[,.]|(?:отметил|добавил|подчеркнул|пояснил) (?:министр|президент|премьер)[,.]/iu,
  hy: /(?:ասաց|ասել է|նշեց|նշել է|հավելեց|ընդգծեց) նա(?![\p{L}])|, – (?:ասաց|նշեց|ասել է)/iu,
  az: /(?:deyə,?\s*o(?![\p{L}])|o (?:bildirib|qeyd edib|əlavə edib|vurğulayıb|deyib))/iu,
  ka: /(?:განაცხადა|თქვა|აღნიშნა|დასძინა) მან(?![\p{L}])/iu,
  tr: /(?:dedi|diye konuştu|ifadelerini kullandı|diye ekledi)\.?$/iu,
}

/** Marks that open a quotation, and those that close it. */
const pairs = [
  [/«/g, /»/g],
  [/[“„]/g, /”/g],
] as const

/** True where a quotation closes that opened in a sentence before: its speaker stands behind it, its beginning is lost. */
function closesAnother(sentence: string): boolean {
  return pairs.some(([open, close]) => (sentence.match(close)?.length ?? 0) > (sentence.match(open)?.length ?? 0))
}

/** Somebody or something that a sentence names, UTF-16 offset in it. */
interface Named {
  kind: string
  start: number
}

/** Where the first clause ends. */
const clauseEnd = /[,;:—–]|\s(?:ki|что|that|որ|რომ|və|ve)\s/u

/** Who somebody is, set between commas: no break of the clause. */
const apposition = /, (?:the|an?|who|whose|which|\p{Lu}\p{L}+) [^,]{3,80},/gu

function pointsBack(sentence: string, lang: string): boolean {
  const plain = sentence.replace(apposition, '')
  const clause = plain.slice(0, clauseEnd.exec(plain)?.index ?? plain.length)
  const pattern = pointing[lang]
  return pattern !== undefined && [...clause.matchAll(pattern)].some(({ groups }) => !groups || groups.back !== undefined)
}

/** A sentence's first word that is a name by what follows it: "Amaglobeli, whose …", "Vardanyan was …". */
const nameFirst = /^\p{Lu}\p{Ll}+(?: (?:was|is|has|had|said|told|went|came|will|would|also|who)(?!\p{L})|, (?:who|whose|a|an|the|\d))/u
const month = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)/

/** A person named in the part, by the lexicon, by a capital inside it that is no place's or body's, or by a noun. */
function namesPerson(part: string, lang: string, named: readonly Named[]): boolean {
  if (named.some(({ kind, start }) => kind === 'person' && start < part.length)) return true
  if (personNoun[lang]?.test(part) || (nameFirst.test(part) && !named.some(({ start }) => start === 0))) return true
  return [...part.matchAll(/(?<=[\p{L},»"”’] )\p{Lu}\p{Ll}[\p{L}’'-]*/gu)].some(
    ({ 0: word, index }) => !month.test(word) && !named.some(({ kind, start }) => kind !== 'person' && Math.abs(start - index) < 2),
  )
}

/** "she" in a sentence that names nobody before. In "In his speech, Aliyev said" he is named behind. */
function meansUnnamed(sentence: string, lang: string, named: readonly Named[]): boolean {
  const match = personPronoun[lang]?.exec(sentence)
  if (!match || namesPerson(sentence.slice(0, match.index), lang, named)) return false
  // A Russian commission is "she" too.
  if (lang === 'ru' && named.some(({ kind, start }) => kind === 'organisation' && start < match.index)) return false
  const comma = sentence.indexOf(',')
  const ahead = comma > match.index && comma < 120 && namesPerson(sentence.slice(comma, comma + 60), lang, [])
  return !ahead
}

function speaksUnnamed(sentence: string, lang: string, named: readonly Named[]): boolean {
  const match = namelessSpeaker[lang]?.exec(sentence)
  return (
    match !== null && match !== undefined && !named.some(({ kind, start }) => (kind === 'organisation' || kind === 'person') && start < match.index)
  )
}

/**
 * True when the sentence cannot be understood without the one before it. A sentence that names its person first does not dangle.
 * `named`: what the lexicon knows of it; `isFirst`: its headline says which ministry is meant.
 */
export function dangles(
  sentence: string,
  lang: string,
  { named = [], isFirst = false }: { named?: readonly Named[]; isFirst?: boolean } = {},
): boolean {
  return (
    (opening[lang]?.test(sentence) ?? false) ||
    bareOffice.test(sentence) ||
    (speaking[lang]?.test(sentence) ?? false) ||
    /^[\p{Ll}…,;)]/u.test(latinLower(sentence)) ||
    closesAnother(sentence) ||
    pointsBack(sentence, lang) ||
    meansUnnamed(sentence, lang, named) ||
    (!isFirst && speaksUnnamed(sentence, lang, named))
  )
}

/** True when only the sentence before says which talks, which law, which ministry is meant. */
export function hasBareSubject(sentence: string, lang: string): boolean {
  return bareSubject[lang]?.test(sentence) ?? false
}

/** Georgian has no capitals: its letters say nothing about a beginning. */
function latinLower(sentence: string): string {
  return /^["“«„]?[\u10d0-\u10ff]/u.test(sentence) ? 'A' : sentence
}
