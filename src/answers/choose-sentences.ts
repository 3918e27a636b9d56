/** A story + a question → the sentences that answer it, verbatim: what was asked first, then what the story's reports agree on. */
import type { Article } from '../articles/article.js'
import type { Language, TopicId } from '../lexicon/lexicon.js'
import { addressesMachine } from '../stories/machine-talk.js'
import { quote } from '../stories/quoting.js'
import { type ReportedSentence, reportedSentences } from '../stories/sentences.js'
import { stillPublished } from '../stories/still-published.js'
import type { Outlet, QuotedSentence, Story } from '../stories/story.js'
import { textWords } from '../stories/word-memory.js'
import { askedWorth, type FitContext, type Held, heldBy, isBackground, speaksFor, termsWorth } from './sentence-fit.js'
import { readSentence } from './sentence-reading.js'

export interface SentenceChoice extends FitContext {
  outlets: ReadonlyMap<number, Outlet>
  languages: readonly Language[]
  /** At most so many sentences, and so many characters in all. */
  count: number
  characters: number
  /** No sentence that stands here. */
  told: readonly string[]
  /** Only sentences that name one of these topics, by a cue of that weight at least. */
  naming?: { topics: readonly TopicId[]; weight: number }
}

interface Candidate {
  article: Article
  text: string
  /** UTF-16 offset in the article's text; -1 for the title. */
  start: number
  held: Held
  stems: ReadonlySet<string>
  score: number
}

const perArticle = 24
const articlesRead = 8
/** Longest quotation. */
const longest = 420
const titleParagraph = 0.4
/** Worth of one unit that every article of the story tells. */
const gainWeight = 0.4
/** Worth from which a sentence beside the first is worth its room. */
const leastWorth = 0.9
/** Share of a sentence's words that those chosen hold already, from which it tells nothing new. */
const retoldShare = 0.72
/** The same of a headline under sentences. */
const retoldShareOfTitle = 0.5
/** Words that the reader does not read are quoted only where no others answer. */
const unreadable = -1.5

/** Best first. */
export function chooseSentences(story: Story, choice: SentenceChoice): QuotedSentence[] {
  const { naming } = choice
  const names = ({ text, article }: Candidate): boolean => {
    if (!naming) return true
    const weights = readSentence(text, article.lang, choice.lexicon).topicWeights()
    return naming.topics.some((topic) => (weights.get(topic) ?? 0) >= naming.weight)
  }
  const candidates = candidatesOf(story, choice).filter(names)
  const shared = sharesOf(candidates)
  const chosen: Candidate[] = []
  const told = new Set(choice.told)
  let room = choice.characters
  while (chosen.length < choice.count) {
    const next = candidates
      .filter((candidate) => !told.has(candidate.text) && !chosen.includes(candidate))
      .filter((candidate) => chosen.length === 0 || (candidate.text.length <= room && !isRetold(candidate, chosen)))
      .map((candidate) => ({ candidate, worth: candidate.score + gain(candidate, chosen, shared) - repetition(candidate, chosen, choice) }))
      .sort(
        (a, b) =>
          b.worth - a.worth ||
          (a.candidate.article.canonicalUrl < b.candidate.article.canonicalUrl ? -1 : 1) ||
          a.candidate.start - b.candidate.start,
      )[0]
    if (!next || (chosen.length > 0 && next.worth < leastWorth)) break
    chosen.push(next.candidate)
    room -= next.candidate.text.length
  }
  return chosen.map((candidate) => {
    const longer = continued(candidate, chosen, room, choice)
    room -= longer.length - candidate.text.length
    return quote(candidate.article, longer, choice.outlets)
  })
}

/** With the sentence behind it that leans on it ("It will be called …"), where there is room and nothing chosen tells it. */
function continued({ article, text, start }: Candidate, chosen: readonly Candidate[], room: number, choice: SentenceChoice): string {
  if (start < 0 || choice.naming) return text
  const end = start + text.length
  const next = reportedSentences(article, choice.lexicon).find((sentence) => sentence.start >= end)
  if (!next?.dangling || article.text.slice(end, next.start).includes('\n') || chosen.some((other) => other.text.includes(next.text))) return text
  const longer = article.text.slice(start, next.start + next.text.length)
  return next.text.length < room && longer.length <= longest && !addressesMachine(longer) ? longer : text
}

function candidatesOf(story: Story, choice: SentenceChoice): Candidate[] {
  const published = stillPublished(story.articles)
  const readable = published.filter((article) => (choice.languages as readonly string[]).includes(article.lang))
  const others = published.filter((article) => !readable.includes(article))
  const pool = [...readable.slice(0, articlesRead), ...others.slice(0, Math.max(3, articlesRead - readable.length))]
  return pool.flatMap((article) => [...titleOf(article, choice), ...sentencesOf(article, choice)])
}

/** The headline says most in fewest words, where it is a plain sentence. */
function titleOf(article: Article, choice: SentenceChoice): Candidate[] {
  const { title } = article
  if (title.length < 30 || title.length > 160 || /[<>{}|]|https?:/.test(title) || /^\p{Lu}{4,}[:!]/u.test(title) || addressesMachine(title)) return []
  const reading = readSentence(title, article.lang, choice.lexicon)
  const [concepts, loaded] = [reading.concepts(), reading.loadedTerms()]
  const stems = new Set(textWords(title, article.lang).stems.keys())
  return [candidateOf({ article, text: title, start: -1, concepts, stems, paragraph: titleParagraph, loaded, penalty: 0.1 }, choice)]
}

function sentencesOf(article: Article, choice: SentenceChoice): Candidate[] {
  const sentences = reportedSentences(article, choice.lexicon).slice(0, perArticle)
  return sentences.flatMap((sentence, index) => {
    if (addressesMachine(sentence.text)) return []
    const alone = plainCandidate(article, sentence, choice)
    const before = sentences[index - 1]
    if (!sentence.dangling || !before || before.paragraph !== sentence.paragraph || before.dangling) return [alone]
    // A sentence that leans on the one before it is quoted together with it.
    const joined = article.text.slice(before.start, sentence.start + sentence.text.length)
    if (joined.length > longest || addressesMachine(joined)) return [alone]
    const concepts = new Set([...before.concepts, ...sentence.concepts])
    const stems = new Set([...before.stems, ...sentence.stems])
    const loaded = before.loadedTerms + sentence.loadedTerms
    return [candidateOf({ article, text: joined, start: before.start, concepts, stems, paragraph: before.paragraph, loaded, penalty: 0 }, choice)]
  })
}

function plainCandidate(article: Article, sentence: ReportedSentence, choice: SentenceChoice): Candidate {
  const { text, start, concepts, stems, paragraph, loadedTerms } = sentence
  return candidateOf({ article, text, start, concepts, stems, paragraph, loaded: loadedTerms, penalty: sentence.dangling ? 0.6 : 0 }, choice)
}

interface Raw {
  article: Article
  text: string
  start: number
  concepts: ReadonlySet<string>
  stems: ReadonlySet<string>
  paragraph: number
  loaded: number
  penalty: number
}

function candidateOf({ article, text, start, concepts, stems, paragraph, loaded, penalty }: Raw, choice: SentenceChoice): Candidate {
  const held = heldBy(text, article, concepts, choice)
  const language = (choice.languages as readonly string[]).indexOf(article.lang)
  const score =
    termsWorth(held, choice) +
    askedWorth(text, held, choice) +
    spokenWorth(article, start, text, choice) +
    Math.max(0, 1 - 0.3 * paragraph) +
    (language < 0 ? unreadable : 0.8 - 0.3 * language) -
    loaded * (choice.question.kind === 'who-said' ? 0.3 : 0.8) -
    (choice.question.kind === 'timeline' ? Math.max(0, text.length - 110) / 110 : Math.max(0, text.length - 150) / 260) -
    (text.length < 40 ? 0.4 : 0) -
    (isBackground(text, held, article, choice.question) ? 0.8 : 0) -
    penalty
  return { article, text, start, held, stems, score }
}

/** Words of the speaker who is asked for. */
function spokenWorth(article: Article, start: number, text: string, { question, lexicon }: SentenceChoice): number {
  if (question.speakers.length === 0) return 0
  const said = article.statements.filter((statement) => statement.start >= start - 2 && statement.start < start + text.length)
  const bySpeaker = said.some((statement) => question.speakers.some((speaker) => speaksFor(statement.speaker, statement.side, speaker, lexicon)))
  return bySpeaker ? 1.8 : said.length > 0 ? 0 : -0.7
}

/** Share of the story's articles that tell a unit: what most of them tell is what happened. */
function sharesOf(candidates: readonly Candidate[]): ReadonlyMap<string, number> {
  const articles = new Map<string, Set<number>>()
  for (const { article, held } of candidates) for (const unit of held.units) articles.set(unit, (articles.get(unit) ?? new Set()).add(article.id))
  const all = new Set(candidates.map(({ article }) => article.id)).size
  return new Map([...articles].map(([unit, ids]) => [unit, ids.size / Math.max(1, all)]))
}

/** What the sentence adds that those chosen do not tell. */
function gain(candidate: Candidate, chosen: readonly Candidate[], shared: ReadonlyMap<string, number>): number {
  const told = new Set(chosen.flatMap((other) => [...other.held.units]))
  let units = 0
  for (const unit of candidate.held.units) if (!told.has(unit)) units += (shared.get(unit) ?? 0) ** 1.5
  const figures = new Set(chosen.flatMap((other) => [...other.held.figures]))
  const fresh = [...candidate.held.figures].filter((figure) => !figures.has(figure)).length
  const newVoice = chosen.length > 0 && !chosen.some((other) => other.article.sourceId === candidate.article.sourceId) ? 0.35 : 0
  return Math.min(2.4, units * gainWeight) + Math.min(0.4, fresh * 0.15) + newVoice
}

function repetition(candidate: Candidate, chosen: readonly Candidate[], choice: SentenceChoice): number {
  if (chosen.length === 0) return 0
  const before = new Set(chosen.flatMap((other) => [...other.held.terms]))
  const again = { ...candidate.held, terms: new Set([...candidate.held.terms].filter((term) => before.has(term))) }
  return 0.5 * termsWorth(again, choice) + Math.max(...chosen.map((other) => sameness(candidate, other)))
}

/** Whether those chosen hold nearly all of its words, or of its concepts and figures where the languages differ. */
function isRetold(candidate: Candidate, chosen: readonly Candidate[]): boolean {
  const share = (mine: ReadonlySet<string>, theirs: ReadonlySet<string>): number =>
    mine.size === 0 ? 0 : [...mine].filter((item) => theirs.has(item)).length / mine.size
  const same = chosen.filter((other) => other.article.lang === candidate.article.lang)
  if (share(candidate.stems, new Set(same.flatMap((other) => [...other.stems]))) >= (candidate.start < 0 ? retoldShareOfTitle : retoldShare))
    return true
  const facts = ({ held }: Candidate): string[] => [...held.units, ...held.figures]
  const mine = new Set(facts(candidate))
  const others = chosen.filter((other) => other.article.id !== candidate.article.id && other.article.lang !== candidate.article.lang)
  return mine.size >= 4 && share(mine, new Set(others.flatMap(facts))) >= 0.85
}

function sameness(candidate: Candidate, other: Candidate): number {
  const same = candidate.article.lang === other.article.lang
  if (same && (candidate.text.includes(other.text) || other.text.includes(candidate.text))) return 9
  const a = same ? candidate.stems : candidate.held.units
  const b = same ? other.stems : other.held.units
  const both = [...a].filter((item) => b.has(item)).length
  const share = both / Math.max(1, Math.min(a.size, b.size))
  return share >= 0.7 ? 3 : share * 1.6
}
