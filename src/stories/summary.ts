/** A story → the sentences that tell it, chosen for a reader: his languages, what he asked about, the sides. */
import type { Article } from '../articles/article.js'
import type { Language, Lexicon } from '../lexicon/lexicon.js'
import { fairTurn } from './fair-turn.js'
import { quote } from './quoting.js'
import { type ReportedSentence, reportedSentences } from './sentences.js'
import { stillPublished } from './still-published.js'
import type { Outlet, QuotedSentence, Story } from './story.js'
import { textWords } from './word-memory.js'

export interface SentenceWish {
  /** Languages the reader reads, best first; none: nobody in particular reads, and all are alike. */
  languages: readonly Language[]
  /** At most so many. */
  count: number
  lexicon: Lexicon
  /** What was asked about: concepts (slugs, topic ids) and content stems. */
  focus?: { concepts: readonly string[]; words: readonly string[] }
}

/** The same with the labels of the outlets by source id. */
interface Wish extends SentenceWish {
  outlets: ReadonlyMap<number, Outlet>
}

interface Candidate {
  article: Article
  sentence: ReportedSentence
  country: string | null
  score: number
}

/** Sentences of one article that compete. */
const perArticle = 14
/** What a side's turn may cost: a sentence that tells much less than the best one is no gain for fairness. */
const turnWorth = 1.5
/** Share of the smaller sentence's words from which two tell the same. */
const repeats = 0.5

/** Verbatim, each with its outlet. Never more than `count`; fewer where the rest would repeat or cannot stand alone. */
export function sentencesFor(story: Story, asked: SentenceWish): QuotedSentence[] {
  const wish: Wish = { ...asked, outlets: new Map(story.outlets.map((outlet) => [outlet.sourceId, outlet])) }
  const candidates = candidatesOf(story, wish)
  const chosen: Candidate[] = []
  const headline = story.headline.kind === 'quoted' ? story.headline.sentence.outlet.country : null
  const first = firstSentence(candidates, headline, wish)
  if (first) chosen.push(first)
  while (chosen.length < wish.count) {
    const next = best(
      candidates
        .filter((candidate) => !chosen.some((other) => tellsTheSame(candidate, other)))
        .map((candidate) => ({ ...candidate, score: candidate.score + newVoice(candidate, chosen) })),
    )
    if (!next || next.score < 1) break
    chosen.push(next)
  }
  // What was asked is answered first; what is told is told in its order.
  return (wish.focus ? chosen : inTextOrder(chosen)).map(({ article, sentence }) => quote(article, sentence.text, wish.outlets))
}

/** Sentences of one article stand as it tells them; the turns of the articles stay. */
function inTextOrder(chosen: readonly Candidate[]): Candidate[] {
  const order = new Map<number, Candidate[]>()
  for (const candidate of [...chosen].sort((a, b) => a.sentence.start - b.sentence.start))
    order.set(candidate.article.id, [...(order.get(candidate.article.id) ?? []), candidate])
  return chosen.map((candidate) => order.get(candidate.article.id)?.shift() ?? candidate)
}

/** The best sentence of the side whose turn it is, where both sides of a dispute tell the story in languages the reader reads. */
function firstSentence(candidates: readonly Candidate[], headline: string | null, wish: Wish): Candidate | undefined {
  const readable = candidates.filter(
    (candidate) => wish.languages.length === 0 || (wish.languages as readonly string[]).includes(candidate.article.lang),
  )
  const pool = readable.length > 0 ? readable : candidates
  const leads = pool.filter((candidate) => candidate.sentence.paragraph <= 1 && candidate.sentence.loadedTerms === 0)
  const turn = fairTurn([...new Set(leads.map((candidate) => candidate.article))], wish.outlets)
  // The first sentence comes from the side that the headline does not come from; where it comes from neither, by turn.
  const side = turn && (turn.find((country) => headline !== null && turn.includes(headline) && country !== headline) ?? turn[1])
  const lead = best(leads)
  const mine = side && lead && !wish.focus ? best(leads.filter((candidate) => candidate.country === side)) : undefined
  return mine && lead && mine.score >= lead.score - turnWorth ? mine : (lead ?? best(pool))
}

function best(candidates: readonly Candidate[]): Candidate | undefined {
  return [...candidates].sort(
    (a, b) => b.score - a.score || (a.article.canonicalUrl < b.article.canonicalUrl ? -1 : 1) || a.sentence.start - b.sentence.start,
  )[0]
}

function newVoice(candidate: Candidate, chosen: readonly Candidate[]): number {
  if (chosen.length === 0) return 0
  if (chosen.some((other) => other.article.id === candidate.article.id)) return -0.4
  return chosen.some((other) => other.country === candidate.country) ? -0.1 : 0.5
}

function candidatesOf(story: Story, wish: Wish): Candidate[] {
  return stillPublished(story.articles).flatMap((article) =>
    reportedSentences(article, wish.lexicon)
      .slice(0, perArticle)
      .filter((sentence) => !sentence.dangling)
      .map((sentence) => ({
        article,
        sentence,
        country: wish.outlets.get(article.sourceId)?.country ?? null,
        score: scoreOf(sentence, article, { story, wish }),
      })),
  )
}

function scoreOf(sentence: ReportedSentence, article: Article, { story, wish }: { story: Story; wish: Wish }): number {
  const language = (wish.languages as readonly string[]).indexOf(article.lang)
  const agreed = [...story.people, ...story.places, ...story.organisations, ...story.countries]
  const named = agreed.filter((slug) => sentence.concepts.has(slug)).length
  return (
    Math.max(0, 2 - 0.6 * sentence.paragraph) +
    Math.min(1.2, named * 0.3) +
    (sentence.figures.size > 0 ? 0.15 : 0) +
    (wish.languages.length === 0 ? 0 : language < 0 ? -1.5 : 0.8 - 0.3 * language) -
    sentence.loadedTerms * 1.5 -
    Math.max(0, sentence.text.length - 280) / 150 -
    (sentence.text.length < 60 ? 0.5 : 0) +
    focusScore(sentence, article, wish)
  )
}

function focusScore(sentence: ReportedSentence, article: Article, { focus }: Wish): number {
  if (!focus) return 0
  const concepts = focus.concepts.filter((slug) => sentence.concepts.has(slug)).length
  const asked = new Set(focus.words.flatMap((word) => [...textWords(word, article.lang).stems.keys(), word]))
  const words = [...asked].filter((word) => sentence.stems.has(word)).length
  return Math.min(2, concepts * 0.5) + Math.min(2, words * 0.7)
}

function tellsTheSame(first: Candidate, second: Candidate): boolean {
  if (first.sentence === second.sentence) return true
  const a = first.article.lang === second.article.lang ? first.sentence.stems : first.sentence.concepts
  const b = first.article.lang === second.article.lang ? second.sentence.stems : second.sentence.concepts
  const both = [...a].filter((item) => b.has(item)).length
  if (first.article.lang !== second.article.lang) return both >= 2 && both / Math.max(1, Math.min(a.size, b.size)) >= 0.75
  return both / Math.max(1, Math.min(a.size, b.size)) >= repeats
}
