/** Candidate articles and stories + question → how well each answers: concepts over words, rarer terms over common ones, fresh over old where that is asked. */
import type { Article } from '../articles/article.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import { notionsOf } from '../lexicon/notions.js'
import { createTextMemory } from '../lexicon/text-memory.js'
import type { Story } from '../stories/story.js'
import type { Question } from './answer.js'
import { type Fields, fieldsOf, matchTerm, type Term, tagsOf, termsOf } from './evidence.js'

/** How an article answers; `score` compares. */
export interface Fit {
  score: number
  /** Ids of terms found. */
  terms: ReadonlySet<string>
  /** Ids of terms of which the article's language cannot tell. */
  unknown: ReadonlySet<string>
}

export interface RankedStory {
  story: Story
  score: number
  /** Share of the question's weight that the story holds, 0 to 1. */
  coverage: number
  /** The same, counted by where its best article holds it: in the title whole, in passing little. */
  strength: number
  /** False when the story holds nothing of the question but names. */
  isTold: boolean
  /** Holds a statement of somebody whose words are asked for. */
  speaks: boolean
}

export interface Judge {
  terms: readonly Term[]
  fit(article: Article): Fit
}

interface Read {
  fields: Fields
  prominent: ReadonlySet<string>
}

/** Articles whose reading is kept: those of the days that people ask about. */
const remembered = 1_200
const memory = createTextMemory<Read>(remembered)
/** The same by article: an archive gives the same object as long as nothing of it changes. */
const readings = new WeakMap<Article, { read: Read; version: string }>()

function readOf(article: Article, lexicon: Lexicon): Read {
  const known = readings.get(article)
  if (known?.version === lexicon.version) return known.read
  const before = memory(lexicon, `${article.lang} ${article.title}\n${article.text}`, () => {
    const fields = fieldsOf(article)
    const head = `${article.title}\n\n${article.text.slice(0, fields.lead.length)}`
    return { fields, prominent: new Set(lexicon.mentions(head, article.lang).map((mention) => mention.slug)) }
  })
  // What an article's text holds stays; its tags may have been mended since.
  const read = before.fields.article === article ? before : { ...before, fields: { ...before.fields, article, tags: tagsOf(article) } }
  readings.set(article, { read, version: lexicon.version })
  return read
}

const dayMs = 86_400_000
/** Days in which half of the freshness bonus is gone, and the bonus's share of the score. */
const freshness: Record<Question['kind'], { days: number; share: number }> = {
  latest: { days: 20, share: 0.4 },
  'what-changed': { days: 20, share: 0.4 },
  positions: { days: 45, share: 0.25 },
  'who-said': { days: 45, share: 0.25 },
  'what-happened': { days: 60, share: 0.25 },
  when: { days: 90, share: 0.2 },
  check: { days: 120, share: 0.1 },
  timeline: { days: 1000, share: 0 },
  calendar: { days: 30, share: 0.3 },
}

/** Who holds an office is told by the newest of what names it. */
const freshnessOfIncumbent = { days: 60, share: 0.6 }
const offices: ReadonlySet<string> = new Set(['president', 'prime-minister', 'minister', 'speaker', 'ambassador'])

/** "Who is the president of Georgia?": a person, by an office alone. */
function asksIncumbent({ kind, asked, words, named }: Question): boolean {
  return (
    kind === 'what-happened' &&
    asked.includes('person') &&
    named.length === 0 &&
    words.length > 0 &&
    words.every(({ notions }) => notions.some((notion) => offices.has(notion)))
  )
}

/** Weighs the question's terms by how many of the candidates share them, and judges articles by them. */
export function createJudge(question: Question, candidates: readonly Article[], lexicon: Lexicon): Judge {
  const plain = termsOf(question)
  const matches = candidates.map((article) => {
    const { fields, prominent } = readOf(article, lexicon)
    return plain.map((term) => matchTerm(term, fields, question, prominent))
  })
  const n = candidates.length
  const terms = plain.map((term, index): Term => {
    // Passing mentions make a term common only a little.
    const shared = matches.reduce((sum, row) => sum + Math.max(0, row[index] ?? 0) ** 2, 0)
    const rarity = n === 0 ? 1 : Math.log(1 + (n + 1) / (shared + 0.5)) / Math.log(2 + 2 * n)
    // A name is what it is, however many share it.
    return { ...term, weight: term.weight * (term.kind === 'named' ? Math.max(0.7, rarity) : Math.max(0.35, rarity)) }
  })
  return {
    terms,
    fit(article) {
      const { fields, prominent } = readOf(article, lexicon)
      let score = 0
      const found = new Set<string>()
      const unknown = new Set<string>()
      for (const term of terms) {
        const match = matchTerm(term, fields, question, prominent)
        if (match < 0) unknown.add(term.id)
        if (match <= 0) continue
        score += term.weight * match
        found.add(term.id)
      }
      return { score, terms: found, unknown }
    },
  }
}

/** What lying within the time that a question names is worth, beside its words. */
const timeWeight = 1.2

/** Fit of a story: that of its best article, a little more for many outlets, times freshness. */
export function rankStories(stories: readonly Story[], question: Question, judge: Judge): RankedStory[] {
  const topics = judge.terms.filter(({ kind }) => kind === 'topic')
  // What happened is told by words that need not be the event's: it weighs between stories, no story must hold it.
  const others = judge.terms.filter(({ kind }) => kind !== 'topic' && kind !== 'event')
  const asked = others.length + topics.length > 0 ? others : judge.terms
  const content = judge.terms.filter(({ kind }) => kind === 'topic' || kind === 'word' || kind === 'notion')
  const { days, share } = asksIncumbent(question) ? freshnessOfIncumbent : freshness[question.kind]
  const ranked = stories.map((story) => {
    const fits = story.articles.map((article) => judge.fit(article))
    const best = Math.max(...fits.map((fit) => fit.score))
    const found = new Set(fits.flatMap((fit) => [...fit.terms]))
    const inTime = question.from || question.to ? timeWeight : 0
    let all = inTime
    let held = inTime
    for (const { id, weight } of asked) {
      // A word of another script without a notion: nobody can tell.
      all += !found.has(id) && fits.every((fit) => fit.unknown.has(id)) ? weight * 0.3 : weight
      if (found.has(id)) held += weight
    }
    // Of several topics that the words may mean the story's is meant.
    const topic = Math.max(0, ...topics.map(({ id, weight }) => (found.has(id) ? weight : 0)))
    all += topics.length > 0 ? Math.max(topic, Math.min(...topics.map(({ weight }) => weight))) : 0
    held += topic
    const outlets = 1 + 0.05 * Math.min(3, Math.log2(Math.max(1, story.origins)))
    const ageDays = Math.max(0, question.asOf.getTime() - story.lastAt.getTime()) / dayMs
    const fresh = question.from || question.to ? 1 : 1 - share + share * 2 ** (-ageDays / days)
    return {
      story,
      score: best * outlets * fresh * eventFit(story, question) * topicFit(story, question) * matterFit(story, question),
      coverage: all === 0 ? 0 : held / all,
      strength: all === 0 ? 0 : Math.min(1, (best + inTime) / all),
      isTold:
        content.length === 0 ||
        question.named.length > 1 ||
        content.some(({ id }) => found.has(id)) ||
        content.every(({ id }) => fits.some((fit) => fit.unknown.has(id))),
      speaks: story.articles.some((article) => article.statements.some(({ speaker }) => question.speakers.includes(speaker))),
    }
  })
  return ranked.sort((a, b) => b.score - a.score || b.story.lastAt.getTime() - a.story.lastAt.getTime() || a.story.id - b.story.id)
}

/** Events that a question names by what happened; the others any report may be called. */
const happenings: ReadonlySet<string> = new Set([
  'visit',
  'call',
  'meeting',
  'summit',
  'signing',
  'clash',
  'release',
  'arrest',
  'trial',
  'vote',
  'protest',
  'sanction',
  'exercise',
  'aid',
])

/** A call is no visit, whoever speaks of both. */
function eventFit(story: Story, question: Question): number {
  const asked = question.events.filter((event) => happenings.has(event))
  if (asked.length === 0 || question.kind === 'latest' || question.kind === 'who-said') return 1
  if (story.event === null) return 0.93
  return asked.includes(story.event) ? 1 : 0.86
}

/** What a story of the matter named is worth beside one that only shares its words, where it is asked what is new on it. */
const ofMatter = 1.4

/** A chain of events is that of the matter named; what many reported is a step of it. */
function matterFit(story: Story, question: Question): number {
  if (!story.threads.some((thread) => question.threads.includes(thread))) return 1
  if (question.kind === 'timeline') return 1.5 + 0.1 * Math.min(4, story.origins)
  return question.kind === 'latest' && question.named.length === 0 ? ofMatter : 1
}

/** Of a topic that is asked about. */
export function isOnTopic({ topics }: Story, question: Question): boolean {
  return topics.some((topic) => question.topics.includes(topic))
}

/** A story of another topic only mentions the one that is asked about. */
function topicFit(story: Story, question: Question): number {
  if (question.topics.length === 0 || question.named.length > 0) return 1
  return isOnTopic(story, question) ? 1 : 0.6
}

/** Whether one paragraph (title and opening count as one) tells of all people and places named: two that never stand together did not meet there. */
export function tellsTogether(story: Story, question: Question, lexicon: Lexicon): boolean {
  const asked = question.named.filter((slug) => ['person', 'place'].includes(lexicon.entity(slug)?.kind ?? ''))
  const places = asked.some((slug) => lexicon.entity(slug)?.kind === 'place')
  const isHappening = question.events.some((event) => happenings.has(event))
  if (asked.length < 2 || !places || !isHappening || !['when', 'what-happened'].includes(question.kind)) return true
  const people = asked.filter((slug) => lexicon.entity(slug)?.kind === 'person')
  // People are always tagged: reading whole texts is for those that name them.
  const candidates = story.articles.filter((article) => people.every((slug) => article.people.includes(slug)))
  return candidates.some((article) => {
    const [first = '', second = '', ...rest] = article.text.split(/\n\n+/)
    return [`${article.title}\n${first}\n${second}`, ...rest].some((paragraph) => {
      const told = new Set(lexicon.mentions(paragraph, article.lang).map((mention) => mention.slug))
      return asked.every((slug) => told.has(slug))
    })
  })
}

const encounters = ['meet', 'call', 'visit', 'talks']

/** Whether one paragraph tells that all people named met or called, where that is asked. */
export function tellsEncounter(story: Story, question: Question, lexicon: Lexicon): boolean {
  const people = question.named.filter((slug) => lexicon.entity(slug)?.kind === 'person')
  if (people.length < 2 || !question.words.some(({ notions }) => notions.some((notion) => encounters.includes(notion)))) return true
  const candidates = story.articles.filter((article) => people.every((slug) => article.people.includes(slug)))
  return candidates.some((article) =>
    [article.title, ...article.text.split(/\n\n+/)].some((paragraph) => {
      const notions = notionsOf(paragraph, article.lang)
      if (!encounters.some((notion) => notions.has(notion))) return false
      const told = new Set(lexicon.mentions(paragraph, article.lang).map((mention) => mention.slug))
      return people.every((slug) => told.has(slug))
    }),
  )
}

/** Named in the text, though too weakly to be a tag. */
function speaksOf(article: Article, slug: string, lexicon: Lexicon): boolean {
  return lexicon.mentions(`${article.title}\n${article.text}`, article.lang).some((mention) => mention.slug === slug)
}

/** Whether the story holds every name that the question cannot do without, and tells of one of its countries; people must stand together in one article. */
export function holdsNames(story: Story, question: Question, lexicon: Lexicon): boolean {
  const people = question.named.filter((slug) => lexicon.entity(slug)?.kind === 'person')
  const others = question.named.filter((slug) => lexicon.entity(slug)?.kind !== 'person')
  const tagged = (article: Article, slug: string): boolean =>
    article.people.includes(slug) || article.organisations.includes(slug) || article.places.includes(slug)
  if (question.countries.length > 0 && !story.articles.some((article) => question.countries.some((country) => article.countries.includes(country))))
    return false
  return (
    story.articles.some((article) => people.every((slug) => tagged(article, slug))) &&
    others.every(
      (slug) => story.articles.some((article) => tagged(article, slug)) || story.articles.some((article) => speaksOf(article, slug, lexicon)),
    )
  )
}
