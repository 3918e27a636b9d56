/** Typed words → a question: kind, subjects, words, speakers, bounds in time. */
import type { EventType, Language, Lexicon, QueryConcept, TopicId } from '../lexicon/lexicon.js'
import { foldForWords } from '../lexicon/notions.js'
import { addDays, plainDateIn, startOfDay } from '../text/dates.js'
import { words as wordsIn } from '../text/normalise.js'
import type { Question, QuestionKind, QuestionWord } from './answer.js'
import { askedOf, asksFuture, asksNext, asksWhether, isElsewhere, kindOf } from './question-cues.js'
import { doubtfulOf, familyNamesOf, isSoft, readingsOf, speakersOf } from './question-names.js'
import { isPlain, languageOf, nameKeysOf, questionWords } from './question-words.js'
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
  // "March" is no protest, and what a topic's name holds is the topic's; "peace treaty signed" says more than the topic's name.
  const isFree = (cue: { start: number; end: number }): boolean =>
    !time.spans.some(([start, end]) => cue.start < end && cue.end > start) && !topicSpans.some(([start, end]) => cue.start >= start && cue.end <= end)
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
    whether: asksWhether(folded),
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

function yearWord(year: string): QuestionWord {
  return { text: year, stem: year, notions: [], key: '', written: [], transliterated: false, inTopic: false }
}

function isNamed(concept: QueryConcept): boolean {
  return (concept.kind === 'person' || concept.kind === 'organisation' || concept.kind === 'place') && concept.confidence >= 0.5
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

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)]
}
