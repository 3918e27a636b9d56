/** An article → what of it is compared when two articles are asked whether they tell the same event. */
import type { Article } from '../articles/article.js'
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
  /** Day number (UTC) of publication with its fraction; null while undated. */
  publishedDay: number | null
  /** Day number of the event. */
  eventDay: number | null
}

const dayMs = 86_400_000
const known = new WeakMap<Told, Comparable>()

export function comparable(told: Told): Comparable {
  const made = known.get(told)
  if (made) return made
  const fresh: Comparable = {
    told,
    title: textWords(told.title, told.lang),
    // The headline is the text's own summary: its words count thrice.
    body: textWords(`${`${told.title}\n`.repeat(3)}\n${told.text}`, told.lang),
    publishedDay: told.publishedAt ? told.publishedAt.getTime() / dayMs : null,
    eventDay: told.eventDate ? Date.parse(`${told.eventDate}T00:00:00Z`) / dayMs : null,
  }
  known.set(told, fresh)
  return fresh
}
