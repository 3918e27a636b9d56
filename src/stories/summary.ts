/** A story → the sentences that tell it, chosen for a reader: his languages, what he asked about, the sides. */
import type { Article } from '../articles/article.js'
import { disputes } from '../lexicon/disputes.js'
import type { Language, Lexicon } from '../lexicon/lexicon.js'
import { fairTurn } from './fair-turn.js'
import { addressesMachine } from './machine-talk.js'
import { quote } from './quoting.js'
import { tellsTheSame } from './same-telling.js'
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
  /** True when the outlet speaks for a side of a dispute that the story concerns and no outlet of that side writes in the reader's languages. */
  isOnlyVoice: boolean
  score: number
}

/** Sentences of one article that compete. */
const perArticle = 14
/** What a side's turn may cost: a sentence that tells much less than the best one is no gain for fairness. */
const turnWorth = 1.5
/** What a sentence loses that is less clear alone than beside its article. */
const hazyCost = 0.9
/** What a sentence about years before the story's loses. */
const backgroundCost = 0.9

/** From this score a sentence is worth telling, and one of a side that would not be heard otherwise. */
const leastTold = 1
const leastHeard = -0.5

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
        .filter((candidate) => mayBeAdded(candidate, chosen, wish) && !chosen.some((other) => tellsTheSame(candidate.sentence, other.sentence)))
        .map((candidate) => ({ ...candidate, score: candidate.score + newVoice(candidate, chosen) })),
    )
    if (!next || next.score < leastTold) break
    chosen.push(next)
  }
  hearTheOtherSide(chosen, candidates, wish)
  // What was asked is answered first; what is told is told in its order, what the reader reads before what he does not.
  const ordered = wish.focus ? chosen : inTextOrder(chosen)
  return [...ordered.filter((one) => isRead(one, wish)), ...ordered.filter((one) => !isRead(one, wish))].map(({ article, sentence }) =>
    quote(article, sentence.text, wish.outlets),
  )
}

/** Where both sides of a dispute report and only one was chosen, the last place is the other's, in whatever language, unless it only repeats. */
function hearTheOtherSide(chosen: Candidate[], candidates: readonly Candidate[], wish: Wish): void {
  if (wish.count < 2 || chosen.length === 0) return
  const turn = fairTurn([...new Set(candidates.map((candidate) => candidate.article))], wish.outlets)
  const missing = turn?.find((country) => !chosen.some((one) => one.country === country))
  if (!missing) return
  const kept = chosen.slice(0, wish.count - 1)
  const voice = best(candidates.filter((one) => one.country === missing && !kept.some((other) => tellsTheSame(one.sentence, other.sentence))))
  if (voice && voice.score >= leastHeard) chosen.splice(wish.count - 1, 1, voice)
}

function isRead({ article }: Candidate, { languages }: Wish): boolean {
  return languages.length === 0 || (languages as readonly string[]).includes(article.lang)
}

/** A sentence that the reader cannot read is worth its place only for a side of a dispute that nobody tells him in his languages. */
function mayBeAdded(candidate: Candidate, chosen: readonly Candidate[], wish: Wish): boolean {
  if (isRead(candidate, wish) || !chosen.some((other) => isRead(other, wish))) return true
  return candidate.isOnlyVoice && !chosen.some((other) => other.country === candidate.country)
}

/** Sentences of one article stand as it tells them; the turns of the articles stay. */
function inTextOrder(chosen: readonly Candidate[]): Candidate[] {
  const order = new Map<number, Candidate[]>()
  const isLoaded = ({ sentence }: Candidate): number => (sentence.loadedTerms > 0 ? 1 : 0)
  // A loaded sentence leads only where there is no plainer one.
  for (const candidate of [...chosen].sort((a, b) => isLoaded(a) - isLoaded(b) || a.sentence.start - b.sentence.start))
    order.set(candidate.article.id, [...(order.get(candidate.article.id) ?? []), candidate])
  return chosen.map((candidate) => order.get(candidate.article.id)?.shift() ?? candidate)
}

/** The best sentence of the side whose turn it is, where both sides of a dispute tell the story in languages the reader reads. */
function firstSentence(candidates: readonly Candidate[], headline: string | null, wish: Wish): Candidate | undefined {
  const readable = candidates.filter((candidate) => isRead(candidate, wish))
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

/** Both it and its rival are what the story is about. */
function isSide(country: string, story: Story): boolean {
  return disputes.some((pair) => pair.some((side) => side === country) && pair.every((side) => story.countries.includes(side)))
}

function candidatesOf(story: Story, wish: Wish): Candidate[] {
  const articles = stillPublished(story.articles)
  const countryOf = (article: Article): string | null => wish.outlets.get(article.sourceId)?.country ?? null
  const told = new Set(articles.filter((article) => (wish.languages as readonly string[]).includes(article.lang)).map(countryOf))
  return articles.flatMap((article) => {
    const country = countryOf(article)
    return reportedSentences(article, wish.lexicon)
      .slice(0, perArticle)
      .filter((sentence) => !sentence.dangling && !addressesMachine(sentence.text))
      .map((sentence) => ({
        article,
        sentence,
        country,
        isOnlyVoice: country !== null && isSide(country, story) && !told.has(country),
        score: scoreOf(sentence, article, { story, wish }),
      }))
  })
}

function scoreOf(sentence: ReportedSentence, article: Article, { story, wish }: { story: Story; wish: Wish }): number {
  const language = (wish.languages as readonly string[]).indexOf(article.lang)
  const agreed = [...story.people, ...story.places, ...story.organisations, ...story.countries]
  const named = agreed.filter((slug) => sentence.concepts.has(slug)).length
  return (
    Math.max(0, 2 - 0.6 * sentence.paragraph) +
    Math.min(1.2, named * 0.3) +
    (sentence.figures.size > 0 ? 0.15 : 0) +
    (wish.languages.length === 0 ? 0 : language < 0 ? foreign(article.lang) : 0.8 - 0.3 * language) -
    (sentence.hazy ? hazyCost : 0) -
    (isBackground(sentence.text, story.firstAt) ? backgroundCost : 0) -
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

/** Of the languages that the reader does not read, those that more people read come first. */
function foreign(lang: string): number {
  return lang === 'en' ? -1.3 : lang === 'ru' ? -1.4 : -1.5
}

/** A year, as a number of its own. */
const year = /(?<![\d.,-])(?:19|20)\d\d(?![\d.,]\d|\d)/g

/** Names years, and all of them lie before the story's. */
function isBackground(text: string, at: Date): boolean {
  const years = [...text.matchAll(year)].map(([digits]) => Number(digits))
  return years.length > 0 && years.every((one) => one < at.getUTCFullYear() - 1)
}
