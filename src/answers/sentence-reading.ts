/** A sentence → what it holds whatever is asked: notions, figures, topics, days. Remembered, as people ask about the same news. */
import type { Article } from '../articles/article.js'
import type { Lexicon, Mention } from '../lexicon/lexicon.js'
import { foldForWords, notionHits } from '../lexicon/notions.js'
import { createTextMemory } from '../lexicon/text-memory.js'
import { type DateMention, findDates, type PlainDate, plainDateIn } from '../text/dates.js'
import { once } from '../text/once.js'

export interface SentenceReading {
  folded: string
  notions: ReadonlySet<string>
  figures: ReadonlySet<string>
  topics(): ReadonlySet<string>
  /** Topic → weight of its strongest cue, 1 to 3. */
  topicWeights(): ReadonlyMap<string, number>
  /** Entities that it names, where it names them. */
  mentions(): readonly Mention[]
  /** Their slugs. */
  concepts(): ReadonlySet<string>
  loadedTerms(): number
  /** Days named in it when it was written on `reference`. */
  dates(reference: PlainDate | null): readonly DateMention[]
}

const remembered = 8_000
const memory = createTextMemory<SentenceReading>(remembered)

export function readSentence(text: string, lang: string, lexicon: Lexicon): SentenceReading {
  return memory(lexicon, `${lang} ${text}`, () => {
    const folded = foldForWords(text)
    const days = new Map<PlainDate | null, readonly DateMention[]>()
    const topicWeights = once(() => {
      const strongest = new Map<string, number>()
      for (const { id, weight } of lexicon.topicCues(text, lang)) strongest.set(id, Math.max(weight, strongest.get(id) ?? 0))
      return strongest
    })
    const mentions = once(() => lexicon.mentions(text, lang))
    return {
      folded,
      notions: new Set(notionHits(folded, lang).flatMap((hit) => hit.notions)),
      figures: new Set(folded.match(/\d+(?:[.,]\d+)*/g) ?? []),
      topics: once(() => new Set(topicWeights().keys())),
      topicWeights,
      mentions,
      concepts: once(() => new Set(mentions().map((mention) => mention.slug))),
      loadedTerms: once(() => lexicon.loadedTerms(text, lang).length),
      dates(reference) {
        const found = days.get(reference) ?? findDates(text, lang, { reference })
        days.set(reference, found)
        return found
      },
    }
  })
}

/** Whether a sentence names one of these entities. */
export function namesAny({ text, lang }: { text: string; lang: string }, slugs: readonly string[], lexicon: Lexicon): boolean {
  return slugs.some((slug) => readSentence(text, lang, lexicon).concepts().has(slug))
}

const publishedDays = new WeakMap<Article, Map<string, PlainDate>>()

/** The day on which an article was published in a zone; null while undated. */
export function publishedDay(article: Article, zone: string): PlainDate | null {
  if (!article.publishedAt) return null
  const known = publishedDays.get(article) ?? new Map<string, PlainDate>()
  publishedDays.set(article, known)
  const day = known.get(zone) ?? plainDateIn(article.publishedAt, zone)
  known.set(zone, day)
  return day
}
