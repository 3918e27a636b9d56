/** One sentence of a source + the question → what it holds of the question, and how much that is worth. */
import type { Article } from '../articles/article.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import type { DateMention } from '../text/dates.js'
import type { Question } from './answer.js'
import { hasBeginning, type Term } from './evidence.js'
import { publishedDay, readSentence } from './sentence-reading.js'

export interface FitContext {
  question: Question
  terms: readonly Term[]
  lexicon: Lexicon
}

/** What a sentence holds. */
export interface Held {
  /** Ids of the question's terms. */
  terms: ReadonlySet<string>
  /** Concepts and notions: what tells the same in every language. */
  units: ReadonlySet<string>
  concepts: ReadonlySet<string>
  figures: ReadonlySet<string>
  dates: readonly DateMention[]
}

export function heldBy(text: string, article: Article, concepts: ReadonlySet<string>, context: FitContext): Held {
  const { folded, notions, figures, topics, dates } = readSentence(text, article.lang, context.lexicon)
  const told = { article, folded, notions, concepts, topics }
  return {
    terms: new Set(context.terms.filter((term) => holds(term, told, context.question)).map((term) => term.id)),
    concepts,
    units: new Set([...concepts, ...[...notions].map((notion) => `notion:${notion}`)]),
    figures,
    dates: dates(publishedDay(article, context.question.zone)),
  }
}

interface Told {
  article: Article
  folded: string
  notions: ReadonlySet<string>
  concepts: ReadonlySet<string>
  topics: () => ReadonlySet<string>
}

function holds(term: Term, told: Told, question: Question): boolean {
  switch (term.kind) {
    case 'named':
    case 'country':
      return told.concepts.has(term.id)
    case 'topic':
      return told.topics().has(term.id)
    case 'event':
      return false
    default: {
      const word = term.word
      if (!word) return false
      if (word.notions.some((notion) => told.notions.has(notion))) return true
      return hasBeginning(told.folded, told.article.lang === question.textLang && word.stem.length >= 3 ? word.stem : word.text)
    }
  }
}

/** The story holds the names already: in its sentences the other words of the question tell more. */
const shareOf: Record<Term['kind'], number> = { named: 0.35, country: 0.25, topic: 0.35, event: 0, notion: 1, word: 1.1 }

export function termsWorth(held: Held, { terms }: FitContext): number {
  return terms.filter((term) => held.terms.has(term.id)).reduce((sum, term) => sum + term.weight * shareOf[term.kind], 0)
}

const reason =
  /because|over (?:its|the|his|alleged)|due to|for (?:its|the|his|under)|in response|из-за|потому|поскольку|за то|в связи|պատճառ|քանի որ|համար|səbəb|görə|çünki|gore|გამო|რადგან|nedeniyle|çünkü|dolayı|gerekçe/iu

/** What the question asks for stands in the sentence: a day, a number, a name that the question does not hold, a reason. */
export function askedWorth(text: string, held: Held, { question, lexicon, terms }: FitContext): number {
  const onPoint = terms.some((term) => (term.kind === 'notion' || term.kind === 'word') && held.terms.has(term.id))
  const others = (kind: string): boolean => [...held.concepts].some((slug) => !question.named.includes(slug) && lexicon.entity(slug)?.kind === kind)
  let worth = question.kind === 'when' && held.dates.length > 0 ? 0.6 : 0
  for (const asked of question.asked) {
    if (asked === 'date' && held.dates.length > 0) worth += 0.7
    if (asked === 'figure' && held.figures.size > 0) worth += onPoint ? 1.6 : 0.4
    if (asked === 'person' && others('person')) worth += onPoint ? 0.9 : 0.4
    if (asked === 'place' && others('place')) worth += 0.6
    if (asked === 'reason' && reason.test(text)) worth += 0.5
  }
  return worth
}

/** Background: a sentence whose only days lie long before its article, when no such time was asked. */
export function isBackground(text: string, held: Held, article: Article, question: Question): boolean {
  if (question.from || question.to || article.publishedAt === null) return false
  const published = article.publishedAt.getTime()
  const thisYear = article.publishedAt.getUTCFullYear()
  const years = (text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []).map(Number)
  const ages = held.dates.map((mention) => (published - Date.parse(mention.date)) / 86_400_000)
  if (ages.some((age) => age < 30)) return false
  return ages.length > 0 || (years.length > 0 && years.every((year) => year < thisYear - 1))
}

/** Whether a statement is the asked speaker's: the same person or body, or one who speaks for the country or the country's body. */
export function speaksFor(speaker: string, side: string | null, asked: string, lexicon: Lexicon): boolean {
  if (speaker === asked || side === asked) return true
  const entity = lexicon.entity(asked)
  return (
    entity?.kind === 'organisation' &&
    (entity.class === 'government' || entity.class === 'parliament') &&
    entity.country !== null &&
    side === entity.country
  )
}
