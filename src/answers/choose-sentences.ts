/** A story + a question → the sentences that answer it, verbatim: what was asked first, then what it leaves open. */
import type { Article } from '../articles/article.js'
import type { Language, Lexicon } from '../lexicon/lexicon.js'
import { quote } from '../stories/quoting.js'
import { type ReportedSentence, reportedSentences } from '../stories/sentences.js'
import type { Outlet, QuotedSentence, Story } from '../stories/story.js'
import { type DateMention, findDates, plainDateIn } from '../text/dates.js'
import type { Question } from './answer.js'
import { hasBeginning, type Term } from './evidence.js'
import { addressesMachine } from './machine-talk.js'
import { foldForWords, notionHits } from './notions.js'

export interface SentenceChoice {
  question: Question
  terms: readonly Term[]
  lexicon: Lexicon
  outlets: ReadonlyMap<number, Outlet>
  languages: readonly Language[]
  count: number
  /** No sentence that tells what these tell. */
  told?: readonly string[]
}

interface Candidate {
  article: Article
  text: string
  start: number
  sentence: ReportedSentence
  folded: string
  found: ReadonlySet<string>
  figures: ReadonlySet<string>
  dates: readonly DateMention[]
  stems: ReadonlySet<string>
  score: number
}

const perArticle = 20
const articlesRead = 8
/** Longest quotation. */
const longest = 420

/** Best first. `days` of the first sentence may be asked with `daysOf`. */
export function chooseSentences(story: Story, choice: SentenceChoice): QuotedSentence[] {
  const candidates = candidatesOf(story, choice)
  const chosen: Candidate[] = []
  const told = new Set(choice.told ?? [])
  while (chosen.length < choice.count) {
    const next = candidates
      .filter((candidate) => !told.has(candidate.text) && !chosen.some((other) => tellsTheSame(candidate, other)))
      .map((candidate) => ({ candidate, worth: candidate.score + novelty(candidate, chosen, choice) }))
      .sort((a, b) => b.worth - a.worth || a.candidate.start - b.candidate.start)[0]
    if (!next || (chosen.length > 0 && next.worth < 0.9)) break
    chosen.push(next.candidate)
  }
  return chosen.map(({ article, text }) => quote(article, text, choice.outlets))
}

function candidatesOf(story: Story, choice: SentenceChoice): Candidate[] {
  const readable = story.articles.filter((article) => (choice.languages as readonly string[]).includes(article.lang))
  // Copies of one text give the same sentences: the newest few articles of each language are enough.
  const pool = (readable.length > 0 ? readable : story.articles).slice(0, articlesRead)
  return pool.flatMap((article) => sentencesOf(article, story, choice))
}

function sentencesOf(article: Article, story: Story, choice: SentenceChoice): Candidate[] {
  const sentences = reportedSentences(article, choice.lexicon).slice(0, perArticle)
  return sentences.flatMap((sentence, index) => {
    if (addressesMachine(sentence.text)) return []
    const before = sentences[index - 1]
    // A sentence that leans on the one before it is quoted together with it, where they stand side by side and fit.
    const joined =
      sentence.dangling && before && before.paragraph === sentence.paragraph && !before.dangling
        ? article.text.slice(before.start, sentence.start + sentence.text.length)
        : null
    if (joined !== null && joined.length > longest) return [candidateOf(article, sentence, sentence.text, story, choice, 0.6)]
    return [candidateOf(article, sentence, joined ?? sentence.text, story, choice, sentence.dangling && joined === null ? 0.5 : 0)]
  })
}

function candidateOf(article: Article, sentence: ReportedSentence, text: string, story: Story, choice: SentenceChoice, penalty: number): Candidate {
  const folded = foldForWords(text)
  const notions = new Set(notionHits(folded, article.lang).flatMap((hit) => hit.notions))
  const concepts = new Set(text === sentence.text ? sentence.concepts : choice.lexicon.mentions(text, article.lang).map((mention) => mention.slug))
  const found = new Set(choice.terms.filter((term) => holds(term, article, folded, notions, concepts, choice)).map((term) => term.id))
  const reference = article.publishedAt ? plainDateIn(article.publishedAt, choice.question.zone) : null
  const dates = findDates(text, article.lang, { reference })
  const figures = new Set(folded.match(/\d+(?:[.,]\d+)*/g) ?? [])
  const candidate: Candidate = { article, text, start: sentence.start, sentence, folded, found, figures, dates, stems: sentence.stems, score: 0 }
  return { ...candidate, score: scoreOf(candidate, concepts, story, choice) - penalty }
}

function holds(
  term: Term,
  article: Article,
  folded: string,
  notions: ReadonlySet<string>,
  concepts: ReadonlySet<string>,
  { question, lexicon }: SentenceChoice,
): boolean {
  switch (term.kind) {
    case 'named':
    case 'country':
      return concepts.has(term.id)
    case 'topic':
      return lexicon.topicCues(folded, article.lang).some((cue) => cue.id === term.id)
    case 'event':
      return false
    default: {
      const word = term.word
      if (!word) return false
      if (word.notions.some((notion) => notions.has(notion))) return true
      return hasBeginning(folded, article.lang === question.textLang && word.stem.length >= 3 ? word.stem : word.text)
    }
  }
}

function scoreOf(candidate: Candidate, concepts: ReadonlySet<string>, story: Story, choice: SentenceChoice): number {
  const { question, terms, languages, lexicon } = choice
  const { article, sentence, text } = candidate
  const matched = terms.filter((term) => candidate.found.has(term.id)).reduce((sum, term) => sum + term.weight, 0)
  const language = (languages as readonly string[]).indexOf(article.lang)
  return (
    matched +
    Math.max(0, 1.2 - 0.4 * sentence.paragraph) +
    (language < 0 ? -1 : 0.9 - 0.45 * language) -
    sentence.loadedTerms * (question.kind === 'who-said' ? 0.3 : 0.9) -
    Math.max(0, text.length - 240) / 160 -
    (text.length < 50 ? 0.5 : 0) +
    askedBonus(candidate, concepts, choice) +
    spokenBonus(candidate, story, choice) -
    oldPenalty(candidate, question) +
    (lexicon.entity(question.speakers[0] ?? '') ? 0 : 0)
  )
}

/** What the question asks for stands in the sentence: a day, a number, a name that the question does not hold. */
function askedBonus(candidate: Candidate, concepts: ReadonlySet<string>, { question, lexicon }: SentenceChoice): number {
  const { asked } = question
  if (asked === 'date' || question.kind === 'when') return candidate.dates.length > 0 ? 1.3 : 0
  if (asked === 'figure') return candidate.figures.size > 0 ? 1.2 : 0
  if (asked === 'person') {
    const known = new Set(question.named)
    return [...concepts].some((slug) => !known.has(slug) && lexicon.entity(slug)?.kind === 'person') ? 0.8 : 0
  }
  if (asked === 'place') return [...concepts].some((slug) => lexicon.entity(slug)?.kind === 'place' && !question.named.includes(slug)) ? 0.8 : 0
  if (asked === 'reason')
    return /because|over |due to|for |из-за|потому|поскольку|за |պատճառ|քանի որ|səbəb|görə|çünki|გამო|რადგან|nedeniyle|çünkü|dolayı/iu.test(
      candidate.text,
    )
      ? 0.4
      : 0
  return 0
}

/** Words of the speaker who is asked for. */
function spokenBonus(candidate: Candidate, story: Story, { question, lexicon }: SentenceChoice): number {
  if (question.speakers.length === 0) return 0
  const { article, start, text } = candidate
  const said = article.statements.filter((statement) => statement.start >= start - 2 && statement.start < start + text.length)
  const bySpeaker = said.some((statement) => question.speakers.some((speaker) => speaksFor(statement.speaker, statement.side, speaker, lexicon)))
  void story
  return bySpeaker ? 2.2 : said.length > 0 ? 0.2 : 0
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

/** Background: a sentence whose only days lie long before its article, when no such time was asked. */
function oldPenalty(candidate: Candidate, question: Question): number {
  if (question.from || question.to || candidate.article.publishedAt === null) return 0
  const published = candidate.article.publishedAt.getTime()
  const years = (candidate.text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []).map(Number)
  const thisYear = candidate.article.publishedAt.getUTCFullYear()
  const days = candidate.dates.map((mention) => (published - Date.parse(mention.date)) / 86_400_000)
  if (days.some((age) => age < 30)) return 0
  if (days.length > 0 || (years.length > 0 && years.every((year) => year < thisYear - 1))) return 0.8
  return 0
}

function novelty(candidate: Candidate, chosen: readonly Candidate[], { terms }: SentenceChoice): number {
  if (chosen.length === 0) return 0
  const before = new Set(chosen.flatMap((other) => [...other.found]))
  const repeated = terms.filter((term) => candidate.found.has(term.id) && before.has(term.id)).reduce((sum, term) => sum + term.weight, 0)
  const seen = new Set(chosen.flatMap((other) => [...other.figures]))
  const fresh = [...candidate.figures].filter((figure) => !seen.has(figure)).length
  const sameCountry = chosen.some((other) => other.article.sourceId === candidate.article.sourceId)
  return -0.55 * repeated + Math.min(0.5, fresh * 0.2) + (sameCountry ? 0 : 0.3)
}

function tellsTheSame(first: Candidate, second: Candidate): boolean {
  if (first.article === second.article) {
    if (first.start === second.start || first.text.includes(second.text) || second.text.includes(first.text)) return true
  }
  if (first.article.lang !== second.article.lang) {
    const a = first.sentence.concepts
    const b = second.sentence.concepts
    const both = [...a].filter((slug) => b.has(slug)).length
    return both >= 2 && both / Math.max(1, Math.min(a.size, b.size)) >= 0.8 && first.sentence.paragraph === 0 && second.sentence.paragraph === 0
  }
  const both = [...first.stems].filter((item) => second.stems.has(item)).length
  return both / Math.max(1, Math.min(first.stems.size, second.stems.size)) >= 0.55
}
