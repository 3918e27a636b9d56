/** Articles of a story → the tags most of them agree on, strongest first. */
import type { Article } from '../articles/article.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import { createTextMemory } from '../lexicon/text-memory.js'
import type { PlainDate } from '../text/dates.js'

import type { AgreedTags } from './story.js'

/** Share of the articles from which a tag is the story's, not one article's. */
const leastShare = 0.3
/** A thread's cues in title and lead of one article from which it counts. */
const leastThreadWeight = 1
const leadLength = 700

function counted<T extends string>(articles: readonly Article[], of: (article: Article) => readonly T[]): [T, number][] {
  const counts = new Map<T, number>()
  for (const article of articles) for (const id of new Set(of(article))) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
}

function agreed<T extends string>(articles: readonly Article[], of: (article: Article) => readonly T[]): T[] {
  return counted(articles, of)
    .filter(([, count]) => count >= articles.length * leastShare)
    .map(([id]) => id)
}

/** Share of the strongest thread's weight from which a second one counts. */
const secondThread = 0.5

const remembered = 2_000
const cuesByHead = createTextMemory<ReturnType<Lexicon['threadCues']>>(remembered)

function threadCuesOf({ title, text, lang }: Article, lexicon: Lexicon): ReturnType<Lexicon['threadCues']> {
  const head = `${title}\n\n${text.slice(0, leadLength)}`
  return cuesByHead(lexicon, `${lang} ${head}`, () => lexicon.threadCues(head, lang))
}

/** A thread counts only where the story has its countries and one of its topics. */
function threadsOf(articles: readonly Article[], tags: Pick<AgreedTags, 'topics' | 'countries'>, lexicon: Lexicon): string[] {
  const fitting = new Set(
    lexicon
      .threads()
      .filter(
        ({ topics, countries }) =>
          (topics.length === 0 || topics.some((topic) => tags.topics.includes(topic))) &&
          countries.every((country) => tags.countries.includes(country)),
      )
      .map((thread) => thread.id),
  )
  const total = new Map<string, number>()
  for (const article of articles)
    for (const cue of threadCuesOf(article, lexicon))
      if (fitting.has(cue.id)) total.set(cue.id, (total.get(cue.id) ?? 0) + cue.weight / articles.length)
  const ranked = [...total].filter(([, weight]) => weight >= leastThreadWeight).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  const strongest = ranked[0]?.[1] ?? 0
  return ranked
    .filter(([, weight]) => weight >= strongest * secondThread)
    .slice(0, 2)
    .map(([id]) => id)
}

/** The day of the event: the one most texts carry; where no text carries one, the one most articles were given. */
function eventDateOf(articles: readonly Article[]): Pick<AgreedTags, 'eventDate' | 'eventDateInText'> {
  const days = (from: readonly Article[]): [PlainDate, number][] => counted(from, (article) => (article.eventDate ? [article.eventDate] : []))
  const inText = days(articles.filter((article) => article.eventDateInText))[0]?.[0]
  return inText === undefined ? { eventDate: days(articles)[0]?.[0] ?? null, eventDateInText: false } : { eventDate: inText, eventDateInText: true }
}

export function agreedTags(articles: readonly Article[], lexicon: Lexicon): AgreedTags {
  const events = counted(articles, (article) => (article.event ? [article.event] : []))
  const sure = events[0] && events[0][1] * 2 > articles.filter((article) => article.event !== null).length
  const topics = agreed(articles, (article) => article.topics).slice(0, 3)
  const countries = agreed(articles, (article) => article.countries)
  return {
    topics,
    threads: threadsOf(articles, { topics, countries }, lexicon),
    countries,
    people: agreed(articles, (article) => article.people),
    organisations: agreed(articles, (article) => article.organisations),
    places: agreed(articles, (article) => article.places),
    event: sure ? (events[0]?.[0] ?? null) : null,
    ...eventDateOf(articles),
  }
}
