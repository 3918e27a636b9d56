/** An article → what of it is compared when two articles are asked whether they tell the same event. */
import type { Article } from '../articles/article.js'
import { notionWeight, stemWeight } from './rarity.js'
import { type TextWords, textWords } from './word-memory.js'

/** The parts of an article that comparing needs; no id, no story, so that a pair without either can be compared too. */
export type Told = Pick<
  Article,
  | 'title'
  | 'text'
  | 'lang'
  | 'sourceId'
  | 'publishedAt'
  | 'topics'
  | 'event'
  | 'eventDate'
  | 'eventDateInText'
  | 'countries'
  | 'people'
  | 'organisations'
  | 'places'
  | 'nameKeys'
  | 'fingerprint'
>

export interface Comparable {
  told: Told
  title: TextWords
  body: TextWords
  /** Headline and first paragraphs. */
  lead: TextWords
  /** Stem of the body → its weight, of length 1 as a vector. */
  vector: ReadonlyMap<string, number>
  /** Notion of the body → its weight, of length 1 as a vector. */
  notions: ReadonlyMap<string, number>
  /** Equal for articles that are compared alike. */
  signature: number
  /** Day number (UTC) of publication with its fraction; null while undated. */
  publishedDay: number | null
  /** Day number of the event. */
  eventDay: number | null
}

const dayMs = 86_400_000
const known = new WeakMap<Told, Comparable>()

/** More often is more, but ever less so; what is in every text says nothing. */
function unitVector(counts: ReadonlyMap<string, number>, weigh: (item: string) => number): Map<string, number> {
  const vector = new Map<string, number>()
  let square = 0
  for (const [item, count] of counts) {
    const value = (1 + Math.log(count)) * weigh(item)
    vector.set(item, value)
    square += value * value
  }
  const length = Math.sqrt(square)
  if (length > 0) for (const [item, value] of vector) vector.set(item, value / length)
  return vector
}

/** Whole paragraphs until so many characters are reached: what is told first. */
const leadLength = 350

function leadOf(text: string): string {
  const end = text.indexOf('\n', leadLength)
  return end < 0 ? text : text.slice(0, end)
}

/** 53 bits of all that is compared (cyrb53). */
function signatureOf(told: Told): number {
  const { title, lang, sourceId, publishedAt, topics, event, eventDate, countries, people, organisations, places, nameKeys, fingerprint } = told
  const parts = [
    title,
    told.text.length,
    lang,
    sourceId,
    publishedAt?.getTime(),
    topics,
    event,
    eventDate,
    countries,
    people,
    organisations,
    places,
    nameKeys,
  ]
  const text = `${parts.join('|')}|${fingerprint.slice(0, 8)}`
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}

export function comparable(told: Told): Comparable {
  const made = known.get(told)
  if (made) return made
  // The headline is the text's own summary: its words count thrice.
  const body = textWords(`${`${told.title}\n`.repeat(3)}\n${told.text}`, told.lang)
  const fresh: Comparable = {
    told,
    title: textWords(told.title, told.lang),
    body,
    lead: textWords(`${told.title}\n\n${leadOf(told.text)}`, told.lang),
    vector: unitVector(body.stems, (stem) => stemWeight(stem, told.lang)),
    notions: unitVector(body.notions, notionWeight),
    signature: signatureOf(told),
    publishedDay: told.publishedAt ? told.publishedAt.getTime() / dayMs : null,
    eventDay: told.eventDate ? Date.parse(`${told.eventDate}T00:00:00Z`) / dayMs : null,
  }
  known.set(told, fresh)
  return fresh
}
