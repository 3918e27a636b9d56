/** Typed words → a question: kind, subjects, words, speakers, bounds in time. */
import type { EventType, Language, Lexicon, Person, QueryConcept, TopicId } from '../lexicon/lexicon.js'
import { foldForWords, notionHits, readLatinWord } from '../lexicon/notions.js'
import { addDays, type PlainDate, plainDateIn, startOfDay } from '../text/dates.js'
import { identifyLanguage } from '../text/language.js'
import { words as wordsIn } from '../text/normalise.js'
import { nameKey } from '../text/romanise.js'
import { stem, stopWords } from '../text/stem.js'
import type { Question, QuestionKind, QuestionWord } from './answer.js'
import { askedOf, asksFuture, asksNext, isElsewhere, isNoise, kindOf } from './question-cues.js'
import { findTimeRange } from './time-range.js'

export interface ParseOptions {
  lexicon: Lexicon
  /** Interface language. */
  lang: Language
  asOf: Date
  zone: string
  /** The command it was said with, where that settles the kind. */
  kind?: QuestionKind
}

/** A question mark, or an English question word or verb in front. */
const asksSomething = /[?;՞]|^(?:wh(?:o|at|en|ere|y|ich)|how|did|do(?:es)?|is|are|was|were|has|have|had|will|can|could|should)\b/i
/** Words of a name or a topic typed alone. */
const longestBare = 4
/** Longest question that is read; what stands behind it is not looked at. */
const longest = 600

/** Never throws: an empty text gives a question without subjects. */
export function parseQuestion(typed: string, options: ParseOptions): Question {
  const text = typed.slice(0, longest)
  const folded = foldForWords(text)
  const textLang = languageOf(text, options.lang)
  const today = plainDateIn(options.asOf, options.zone)
  const time = findTimeRange(text, textLang, today)
  const concepts = options.lexicon
    .resolve(text, textLang)
    .filter((concept) => !time.spans.some(([start, end]) => concept.start < end && concept.end > start))
    // A near spelling of a far country's name is mostly another word.
    .filter((concept) => concept.kind !== 'country' || concept.confidence >= 0.9 || nearCountries.has(concept.slug))
    // A near spelling of a name that is a plain word is that word.
    .filter((concept) => concept.confidence === 1 || concept.kind === 'topic' || !isPlain(text.slice(concept.start, concept.end), textLang))
  const entities = concepts.filter(isNamed)
  const soft = entities.filter((concept) => isSoft(concept, concepts, options.lexicon))
  const named = unique(entities.filter((concept) => !soft.includes(concept)).map((concept) => concept.slug))
  const bodies = soft.flatMap((concept) => {
    const entity = options.lexicon.entity(concept.slug)
    return entity?.kind === 'organisation' && entity.country ? [entity.country] : []
  })
  const countries = unique([...concepts.filter((concept) => concept.kind === 'country').map((concept) => concept.slug), ...bodies])
  const topicSpans = concepts.filter((concept) => concept.kind === 'topic').map((concept): [number, number] => [concept.start, concept.end])
  // "March" is no protest, and what a topic's name holds is the topic's.
  const isFree = (cue: { start: number; end: number }): boolean =>
    ![...time.spans, ...topicSpans].some(([start, end]) => cue.start < end && cue.end > start)
  const topics = unique(concepts.filter((concept) => concept.kind === 'topic').map((concept) => concept.slug)) as TopicId[]
  const events = unique([
    ...concepts.filter((concept) => concept.kind === 'event' && isFree(concept)).map((concept) => concept.slug),
    ...options.lexicon
      .eventCues(text, textLang)
      .filter((cue) => cue.weight >= 2 && isFree(cue) && !isPlain(text.slice(cue.start, cue.end), textLang, false))
      .map((cue) => cue.id),
  ]) as EventType[]
  const said = options.kind ?? kindOf(folded)
  const entitySpans = concepts
    .filter((concept) => concept.kind !== 'topic' && concept.kind !== 'event' && concept.kind !== 'thread')
    .map((concept): [number, number] => [concept.start, concept.end])
  const words = questionWords(text, { lang: textLang, interfaceLang: options.lang }, [...entitySpans, ...time.spans], topicSpans)
  const asked = askedOf(folded)
  // A name or a topic alone, as a reader types it, asks what is new.
  const isBare =
    concepts.length > 0 && events.length + asked.length === 0 && words.every((word) => word.inTopic) && wordsIn(text).length <= longestBare
  const kind = said ?? (isBare && !asksSomething.test(text.trim()) ? 'latest' : 'what-happened')
  return {
    text,
    lang: options.lang,
    textLang,
    kind,
    kindSaid: said !== null,
    asked,
    future: asksFuture(folded, textLang),
    next: asksNext(folded),
    elsewhere: isElsewhere(folded),
    subjects: [...named, ...countries, ...topics].map((slug) => [slug]),
    named,
    related: unique(soft.map((concept) => concept.slug)).filter((slug) => !named.includes(slug)),
    wide: unique(soft.map(({ slug }) => slug)).filter((slug) => {
      const entity = options.lexicon.entity(slug)
      return entity?.kind === 'place' && entity.wide === true
    }),
    topics,
    threads: unique(concepts.filter((concept) => concept.kind === 'thread').map((concept) => concept.slug)),
    subject: subjectOf(text, concepts, words),
    ownNames: ownNamesOf(text, concepts, words),
    countries,
    events,
    words,
    nameKeys: nameKeysOf(words),
    speakers: kind === 'who-said' || kind === 'positions' ? speakersOf(concepts, folded) : [],
    familyNames: familyNamesOf(concepts, text, words, { lexicon: options.lexicon, on: today }),
    doubtful: doubtfulOf(concepts, text, { lang: textLang, interfaceLang: options.lang }),
    yearsNamed: time.yearsNamed?.every((year) => year <= today.slice(0, 4)) ? time.yearsNamed.map(yearWord) : null,
    from: time.from ? startOfDay(time.from, options.zone) : null,
    to: time.to ? startOfDay(addDays(time.to, 1), options.zone) : null,
    asOf: options.asOf,
    zone: options.zone,
    skip: [],
    readings: readingsOf(concepts),
  }
}

/** Countries that the newsroom's questions are about: a mistyped name is tried for these. */
const nearCountries: ReadonlySet<string> = new Set(['AM', 'AZ', 'GE', 'RU', 'TR', 'IR', 'US', 'FR', 'UA', 'KZ'])

/** Names no subject at all: "what happened today?", "any news". */
export function namesNothing({ subjects, related, threads, events, words }: Question): boolean {
  return subjects.length + related.length + threads.length + events.length + words.length === 0
}

/** Words that mean something by themselves: of the glossary, of questions, or without content. */
function isPlain(typed: string, lang: string, withNotions = true): boolean {
  const stops = stopWords(lang)
  return wordsIn(typed).every(({ text }) => {
    const plain = foldForWords(text)
    const isEmpty = stops.has(text.toLowerCase()) || stops.has(plain) || isNoise(plain) || askedOf(plain).length > 0
    return isEmpty || (withNotions && notionHits(plain, lang).length > 0)
  })
}

const familyIndexes = new WeakMap<Lexicon, { version: string; people: ReadonlyMap<string, readonly string[]> }>()

/** Sound of a family name → the people who bear it. */
function bearersOf(lexicon: Lexicon): ReadonlyMap<string, readonly string[]> {
  const known = familyIndexes.get(lexicon)
  if (known?.version === lexicon.version) return known.people
  const people = new Map<string, string[]>()
  for (const { slug, familyNames } of lexicon.people())
    for (const key of new Set(Object.values(familyNames).flat().map(nameKey))) people.set(key, [...(people.get(key) ?? []), slug])
  familyIndexes.set(lexicon, { version: lexicon.version, people })
  return people
}

/** Family names of several people, none of them the one who held an office on that day: what was read tells who is meant. */
function familyNamesOf(
  concepts: readonly QueryConcept[],
  text: string,
  free: readonly QuestionWord[],
  { lexicon, on }: { lexicon: Lexicon; on: PlainDate },
): Question['familyNames'] {
  const bearers = bearersOf(lexicon)
  const taken = concepts
    .filter(({ kind, slug, start, end }) => {
      if (kind !== 'person' || wordsIn(text.slice(start, end)).length !== 1) return false
      return lexicon.officesOn(slug, on).length === 0
    })
    .map(({ slug, start, end }) => ({ typed: text.slice(start, end), taken: slug, people: sharingFamilyName(slug, lexicon, bearers) }))
  const open = free
    .filter(({ notions, key, transliterated }) => notions.length === 0 && key.length >= 4 && !transliterated)
    .map(({ text: typed, key }) => ({ typed, taken: null, people: bearers.get(key) ?? [] }))
  return [...taken.filter(({ people }) => people.length > 1), ...open.filter(({ people }) => people.length > 0)]
}

/** Bearers of one of the person's own spellings: what only sounds alike ("Özel", "Özal") is another name. */
function sharingFamilyName(slug: string, lexicon: Lexicon, bearers: ReadonlyMap<string, readonly string[]>): string[] {
  const person = lexicon.entity(slug)
  if (person?.kind !== 'person') return []
  const spelt = ({ familyNames }: Person): string[] => Object.values(familyNames).flat().map(foldForWords)
  const own = new Set(spelt(person))
  const alike = unique(
    Object.values(person.familyNames)
      .flat()
      .flatMap((name) => bearers.get(nameKey(name)) ?? []),
  )
  return alike.filter((other) => {
    const entity = lexicon.entity(other)
    return entity?.kind === 'person' && spelt(entity).some((name) => own.has(name))
  })
}

/** People and places typed as one word: by a near spelling, or in small letters like any other word. */
function doubtfulOf(concepts: readonly QueryConcept[], text: string, langs: { lang: string; interfaceLang: string }): Question['doubtful'] {
  const turkic = langs.lang === 'tr' || langs.lang === 'az'
  return concepts
    .filter(({ kind, start, end, confidence }) => {
      const typed = text.slice(start, end)
      if (confidence < 0.9 && ['person', 'place', 'organisation'].includes(kind)) return true
      // Turkish family names are plain words ("özel").
      return kind === 'person' && turkic && wordsIn(typed).length === 1 && /^\p{Ll}/u.test(typed)
    })
    .map(({ slug, start, end }) => {
      const words = questionWords(
        text,
        langs,
        [
          [0, start],
          [end, text.length],
        ],
        [],
      )
      return { slug, words, nameKeys: nameKeysOf(words) }
    })
}

function yearWord(year: string): QuestionWord {
  return { text: year, stem: year, notions: [], key: '', written: [], transliterated: false, inTopic: false }
}

function isNamed(concept: QueryConcept): boolean {
  return (concept.kind === 'person' || concept.kind === 'organisation' || concept.kind === 'place') && concept.confidence >= 0.5
}

/** A place inside a topic's name ("Syunik road") or a body of a state: stories may tell the same without naming it. */
function isSoft(concept: QueryConcept, concepts: readonly QueryConcept[], lexicon: Lexicon): boolean {
  const entity = lexicon.entity(concept.slug)
  if (entity?.kind === 'place' && entity.wide) return true
  if (entity?.kind === 'organisation') return entity.country !== null && ['government', 'parliament', 'military', 'other'].includes(entity.class)
  if (entity?.kind !== 'place') return false
  const wider = (other: QueryConcept): boolean => other.end - other.start > concept.end - concept.start || other.slug === concept.slug
  return concepts.some((other) => other.kind === 'topic' && other.start <= concept.start && other.end >= concept.end && wider(other))
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)]
}

const englishWords =
  /\b(?:the|what|when|who|why|how|did|does|is|are|was|were|on|about|of|say|said|latest|and|between|with|for|timeline|positions|news|will|has|have|where|which)\b/i

/** Words by which Russian, Armenian and Georgian in Latin letters are known. */
const latinWords =
  /\b(?:inch|inchu|masin|yerb|asats|asav|verjin|lurer|norutyun(?:ner)?|ra|rodis|khdeba|xdeba|tqva|shesakheb|shesaxeb|siakhle(?:ebi)?|bolo|ratom|vin|chto|novogo|kogda|skazal|zayavil|pochemu|novosti|mezhdu|peregovor\w*|dogovor\w*|vstrech\w*|po|pro|gde|kto)\b/i

/** Short typed text tells its language badly: letters decide, then the interface's language for a Latin text without English words. */
function languageOf(text: string, lang: Language): string {
  if (/[\u0531-\u0587]/.test(text)) return 'hy'
  if (/[\u10a0-\u10ff\u1c90-\u1cbf]/.test(text)) return 'ka'
  if (/[\u0400-\u04ff]/.test(text)) return 'ru'
  if (/[əƏ]/.test(text)) return 'az'
  const english = englishWords.test(text)
  if (lang === 'az' || lang === 'tr') return english && !/[çğışöü]/i.test(text) && identifyLanguage(text).lang === 'en' ? 'en' : lang
  if (english) return 'en'
  const found = identifyLanguage(text, lang).lang
  return ['en', 'az', 'tr'].includes(found) ? found : 'en'
}

/** Content words outside the spans of names and times. */
function questionWords(
  text: string,
  { lang, interfaceLang }: { lang: string; interfaceLang: string },
  taken: readonly [number, number][],
  topicSpans: readonly [number, number][],
): QuestionWord[] {
  const stops = stopWords(lang)
  const found: QuestionWord[] = []
  const whole = notionHits(foldForWords(text), lang)
  const transliterated = lang === 'en' && !englishWords.test(text) && (latinWords.test(text) || ['ru', 'hy', 'ka'].includes(interfaceLang))
  let covered = 0
  for (const word of wordsIn(text)) {
    if (taken.some(([start, end]) => word.start < end && word.end > start)) continue
    const plain = foldForWords(word.text)
    const at = foldForWords(text.slice(0, word.start)).length
    const marked = markedHit(word.text, lang, at)
    if (plain.length < 2 || (!marked && (stops.has(word.text.toLowerCase()) || stops.has(plain)))) continue
    if (at < covered) continue
    const hit = marked ?? whole.find((one) => one.start === at)
    if (hit) covered = hit.end
    const latin = transliterated && !hit && !isNoise(plain) && /^[a-z'’-]+$/.test(plain) ? readLatinWord(plain) : { notions: [], written: [] }
    const notions = hit?.notions ?? latin.notions
    if (notions.length === 0 && (isNoise(plain) || askedOf(plain).length > 0 || (plain.length < 3 && !/^\d\d$/.test(plain)))) continue
    const inTopic = topicSpans.some(([start, end]) => word.start >= start && word.end <= end)
    found.push({
      text: plain,
      stem: foldForWords(stem(word.text, lang)),
      notions,
      key: nameKey(word.text),
      written: latin.written,
      transliterated,
      inTopic,
    })
  }
  return found
}

/** Turkic words that only their marks tell from common ones: "öldü" (died), "oldu" (became). */
function markedHit(word: string, lang: string, at: number): { start: number; end: number; notions: string[] } | undefined {
  const dies = (lang === 'tr' || lang === 'az') && /^öl(?:dü|müş|en|üb|üm)/u.test(word.toLowerCase())
  return dies ? { start: at, end: at + word.length, notions: ['die'] } : undefined
}

/** The typed names and content words, in their order. */
function subjectOf(text: string, concepts: readonly QueryConcept[], content: readonly QuestionWord[]): string {
  const kept = wordsIn(text).filter(
    (word) =>
      concepts.some((concept) => concept.kind !== 'event' && word.start < concept.end && word.end > concept.start) ||
      content.some((one) => one.text === foldForWords(word.text)),
  )
  return kept.map((word) => word.text).join(' ')
}

/** A matter's name that is no plain word ("TRIPP"): ordinary words only rank, whatever their letters. */
function ownNamesOf(text: string, concepts: readonly QueryConcept[], content: readonly QuestionWord[]): Question['ownNames'] {
  const all = wordsIn(text)
  return content.flatMap((word) => {
    const typed = all.find((one) => foldForWords(one.text) === word.text)
    if (!typed || word.notions.length > 0 || word.text.length < 4 || word.transliterated) return []
    const isMatter = concepts.some((concept) => concept.kind === 'thread' && concept.start === typed.start && concept.end === typed.end)
    return isMatter ? [{ text: word.stem, key: word.key }] : []
  })
}

/** Names outside the lexicon are kept whole: a word alone and with its neighbour. */
function nameKeysOf(words: readonly QuestionWord[]): string[] {
  const plain = words.filter((word) => word.notions.length === 0 && word.key.length >= 4).map((word) => word.key)
  return unique([...plain, ...plain.slice(1).map((key, index) => `${plain[index]} ${key}`)])
}

/** Who is asked about in "what did X say": the people and bodies, else the country that speaks. */
function speakersOf(concepts: readonly QueryConcept[], folded: string): string[] {
  const people = concepts.filter((concept) => concept.kind === 'person')
  const bodies = concepts.filter((concept) => concept.kind === 'organisation')
  const countries = concepts.filter((concept) => concept.kind === 'country')
  const verb = folded.search(
    /(?:\bsay|\bsaid|\btell|\btold|\bwant|\breact|\brespon|\bden(?:y|i)|\banswer|сказал|говор|заяв|реакц|отве|треб|ասաց|ասել|ասում|հայտար|արձագ|dedi|deyir|deyib|bildir|reaksiya|თქვა|ამბობ|განაცხ|soyle|diyor|tepki|asats|tqva|skazal)/u,
  )
  // English puts the speaker before the verb, the one spoken to behind it; the other languages put them anywhere.
  const distance = (concept: QueryConcept): number => Math.abs(concept.start - verb) + (/^[ -~]*$/.test(folded) && concept.start > verb ? 40 : 0)
  const nearest = (list: readonly QueryConcept[]): string[] => {
    const [first] = [...list].sort((a, b) => distance(a) - distance(b))
    return first ? [first.slug] : []
  }
  if (people.length > 0) return verb < 0 ? unique(people.map((person) => person.slug)) : nearest(people)
  if (bodies.length > 0) return nearest(bodies)
  return nearest(countries)
}

/** Two people or bodies for the same typed words: the likeliest is taken, the others are offered. */
function readingsOf(concepts: readonly QueryConcept[]): Question['readings'] {
  for (const concept of concepts) {
    const rivals = concepts.filter(
      (other) =>
        other !== concept && other.kind === concept.kind && other.start === concept.start && other.end === concept.end && other.slug !== concept.slug,
    )
    const [taken, ...others] = [concept, ...rivals].sort((a, b) => b.confidence - a.confidence)
    if (concept.kind !== 'topic' && taken && others.length > 0)
      return { taken: taken.slug, others: unique(others.map((other) => other.slug)).slice(0, 3) }
  }
  return null
}
