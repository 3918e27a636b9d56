/** Question + archive → answer: find by concepts, weigh, compose the stories as of the instant asked, choose sentences; or an honest no. */
import type { Article } from '../articles/article.js'
import type { EventType, Language, Lexicon } from '../lexicon/lexicon.js'
import { notionsOf } from '../lexicon/notions.js'
import type { Outlet, QuotedSentence, Story } from '../stories/story.js'
import type { Archive, StoryStore } from '../stories/story-store.js'
import { plainDateIn } from '../text/dates.js'
import type { Answer, Development, NoAnswerReason, Question } from './answer.js'
import { chooseSentences, type SentenceChoice } from './choose-sentences.js'
import { comingUp } from './coming-up.js'
import { daysOf } from './days.js'
import { createJudge, holdsNames, isOnTopic, type Judge, type RankedStory, rankStories, tellsEncounter, tellsTogether } from './rank.js'
import { rereadings, withBearers } from './rereading.js'
import { type Found, findArticles, knowsNames, storiesOf } from './retrieve.js'
import { speaksFor } from './sentence-fit.js'
import { readSentence } from './sentence-reading.js'
import { positionsOf, sidesOf } from './sides.js'
import { touchingDevelopments } from './touching.js'

export interface AnswerPorts {
  archive: Archive
  stories: StoryStore
  lexicon: Lexicon
  /** Languages the reader reads, best first. */
  languagesRead: readonly Language[]
}

const dayMs = 86_400_000
/** Days before the newest development within which others still belong to the news. */
const newsDays = 60
/** Days after which a report that announces nothing says no more when something will be. */
const staleDays = 21
/** Share of a question's weight that a story must hold to answer it, anywhere and where its news is told. */
const leastCoverage = 0.5
const leastStrength = 0.45
/** The same where the story has a statement of the one whose words are asked for, wherever in its texts. */
const leastCoverageOfSpeaker = 0.65
/** A chain of events holds what is about the matter, not what mentions it. */
const leastStrengthOfTimeline = 0.55
/** Groups whose stories are composed. */
const groupsComposed = 14

/** Fit beside the best story from which a story belongs to the answer, and how many developments an answer shows. */
const shown: Record<Question['kind'], { least: number; most: number }> = {
  latest: { least: 0.55, most: 5 },
  'what-changed': { least: 0.5, most: 5 },
  'who-said': { least: 0.72, most: 2 },
  when: { least: 0.72, most: 3 },
  'what-happened': { least: 0.75, most: 2 },
  positions: { least: 0.6, most: 2 },
  check: { least: 0.6, most: 3 },
  timeline: { least: 0.6, most: 7 },
  calendar: { least: 0.4, most: 5 },
}

/** Never throws for what was typed; errors are the store's. */
export async function answerQuestion(asked: Question, ports: AnswerPorts): Promise<Answer> {
  const question = await withBearers(asked, ports)
  const first = await tryToAnswer(question, ports)
  if (first.found) return first
  if (first.leadsNowhere)
    for (const reading of await rereadings(question, ports)) {
      const other = await tryToAnswer(reading, ports)
      if (other.found) return other
    }
  return refuse(question, first, ports)
}

/** Why one reading of a question has no answer; what only the last word needs is looked up by then. */
interface Refusal {
  found: false
  reason: NoAnswerReason
  /** No story fits: the words may be meant otherwise. */
  leadsNowhere: boolean
  nearest(): Promise<Development | null>
}

function refusal(reason: NoAnswerReason, nearest: Development | null = null): Refusal {
  return { found: false, reason, leadsNowhere: false, nearest: async () => nearest }
}

async function tryToAnswer(question: Question, ports: AnswerPorts): Promise<Extract<Answer, { found: true }> | Refusal> {
  if (isElsewhere(question, ports.lexicon)) return refusal('not-covered')
  const isBounded = Boolean(question.from || question.to)
  if (question.subjects.length === 0 && question.words.length === 0) return refusal(isBounded ? 'nothing-found' : 'not-covered')
  const search = await searchStories(question, ports, true)
  const fresh = search.ranked.filter(({ story }) => !question.skip.includes(story.id))
  const chosen = choose(fresh, question, ports.languagesRead)
  if (chosen.length === 0)
    return {
      found: false,
      reason: search.known || question.subjects.length > 0 ? 'nothing-found' : 'not-covered',
      leadsNowhere: true,
      nearest: async () => (isBounded ? nearestOf(question, ports) : null),
    }
  const [premise] = chosen
  if (premise && !tellsOfIt(search.ranked, question)) {
    const about = search.ranked.find(({ story }) => isOnTopic(story, question)) ?? premise
    const near = develop(about.story, { question, ports, judge: search.judge, outlets: search.outlets, count: 1, characters: 250, told: [] })
    return refusal('nothing-found', near.sentences.length > 0 ? { ...near, sides: [] } : null)
  }
  const told: string[] = []
  const common = {
    question,
    terms: search.judge.terms,
    lexicon: ports.lexicon,
    outlets: search.outlets,
    languages: ports.languagesRead,
    count: 1,
    characters: 300,
  }
  const developments = chosen.map(({ story }, index): Development => {
    const development = develop(story, {
      question,
      ports,
      judge: search.judge,
      outlets: search.outlets,
      ...roomFor(question, index, chosen.length),
      told,
    })
    told.push(...development.sentences.map((sentence) => sentence.text))
    return development
  })
  const shownStories = onSubject(
    developments.filter((development) => development.sentences.length > 0),
    question,
    ports.lexicon,
  )
  if (shownStories.length === 0) return refusal('nothing-found')
  const beside = await touchingDevelopments(
    question,
    {
      shown: shownStories.map(({ story }) => story),
      weighed: search.ranked.map(({ story }) => story),
      outlets: search.outlets,
      choice: { ...common, count: 1, characters: 240, told },
    },
    ports,
  )
  const newest = Math.max(...shownStories.map(({ story }) => story.lastAt.getTime()))
  const newestAgeDays = Math.max(0, Math.floor((question.asOf.getTime() - newest) / dayMs))
  const coming = comingUp(
    chosen.map(({ story }) => story),
    { asOf: question.asOf, zone: question.zone, lexicon: ports.lexicon, outlets: search.outlets, languages: ports.languagesRead },
  )
  // What will be is not told by what was: an old event is offered as the nearest only.
  const tellsOfNext = shownStories.some(({ sentences }) => sentences.some(({ text, lang }) => notionsOf(text, lang).has('date')))
  if (question.kind === 'when' && question.future && coming.length === 0 && (newestAgeDays > staleDays || (question.next && !tellsOfNext)))
    return refusal('nothing-found', shownStories[0] ? { ...shownStories[0], sides: [] } : null)
  return {
    found: true,
    question,
    lead: leading(shownStories, search.ranked, question)?.sentences ?? [],
    developments: [...shownStories, ...beside],
    positions: question.kind === 'positions' ? positionsOf(voicesOf(search.ranked, chosen), { ...common, told }) : null,
    coming,
    unheard: unheardIn(shownStories, question, ports.lexicon),
    newestAgeDays,
  }
}

/** Of a list of what is new on a name, what is shown names it; where nothing does, all. */
function onSubject(developments: Development[], { kind, named }: Question, lexicon: Lexicon): Development[] {
  if (kind !== 'latest' || named.length === 0) return developments
  const naming = developments.filter(({ sentences }) =>
    sentences.some(({ text, lang }) => named.some((slug) => readSentence(text, lang, lexicon).concepts().has(slug))),
  )
  return naming.length > 0 ? naming : developments
}

/** The speaker asked for, where no story shown holds a statement of his or of one who speaks for it, and no sentence shown so much as names him. */
function unheardIn(shownStories: readonly Development[], { kind, speakers }: Question, lexicon: Lexicon): string | null {
  const isAsked = (speaker: string, side: string | null): boolean => speakers.some((asked) => speaksFor(speaker, side, asked, lexicon))
  const names = ({ text, lang }: QuotedSentence): boolean => speakers.some((asked) => readSentence(text, lang, lexicon).concepts().has(asked))
  const heard = shownStories.some(
    ({ story, sentences }) => sentences.some(names) || story.statements.some(({ speaker, side }) => isAsked(speaker, side)),
  )
  return kind === 'who-said' && !heard ? (speakers[0] ?? null) : null
}

/** What a report may call an event that is asked after. */
const alsoCalled: Partial<Record<EventType, readonly EventType[]>> = {
  signing: ['signing'],
  law: ['law', 'vote'],
  vote: ['vote', 'law'],
  release: ['release', 'agreement', 'aid'],
  arrest: ['arrest', 'trial'],
}

/** False when it is asked whether something has happened to a topic, and no story of the topic tells of such an event: another one's is no answer. */
function tellsOfIt(ranked: readonly RankedStory[], question: Question): boolean {
  const asked = question.events.flatMap((event) => alsoCalled[event] ?? [])
  if (!question.whether || question.future || question.topics.length === 0 || asked.length === 0) return true
  return ranked.some(({ story }) => isOnTopic(story, question) && asked.some((event) => event === story.event))
}

/** Of a chain of events the step that tells most of the matter; else the first development. */
function leading(shownStories: readonly Development[], ranked: readonly RankedStory[], question: Question): Development | undefined {
  if (question.kind !== 'timeline') return shownStories[0]
  const scores = new Map(ranked.map((one) => [one.story, one.score]))
  return [...shownStories].sort((a, b) => (scores.get(b.story) ?? 0) - (scores.get(a.story) ?? 0))[0]
}

/** An honest no. Nothing read, or nothing readable, goes before what was asked. */
async function refuse(question: Question, { reason, nearest }: Refusal, ports: AnswerPorts): Promise<Answer> {
  const state = await ports.archive.state(question.asOf)
  const nothing: NoAnswerReason = state.sources > 0 && state.sourcesFailing === state.sources ? 'sources-down' : 'nothing-read'
  return {
    found: false,
    question,
    reason: state.articles === 0 ? nothing : reason,
    nearest: await nearest(),
    searched: state.relevantArticles,
    lastRead: state.lastPollAt,
  }
}

/** Stories whose statements tell the positions: those shown, and others that fit well enough. */
function voicesOf(ranked: readonly RankedStory[], chosen: readonly RankedStory[]): Story[] {
  const top = ranked[0]?.score ?? 0
  const fitting = ranked.filter(({ score, coverage }) => score >= top * 0.6 && coverage >= leastCoverage)
  return [...new Set([...chosen, ...fitting].map(({ story }) => story))].slice(0, 6)
}

/** Off the newsroom's field: unless somebody of its own field is asked about. */
function isElsewhere(question: Question, lexicon: Lexicon): boolean {
  if (!question.elsewhere) return false
  return !question.named.some((slug) => ['person', 'organisation'].includes(lexicon.entity(slug)?.kind ?? ''))
}

interface Search {
  ranked: RankedStory[]
  judge: Judge
  outlets: ReadonlyMap<number, Outlet>
  /** True when the archive holds articles that share something with the question. */
  known: boolean
}

async function searchStories(question: Question, ports: AnswerPorts, bounded: boolean): Promise<Search> {
  const found: Found = await findArticles(question, ports, bounded)
  const judge = createJudge(question, found.articles, ports.lexicon)
  if (!(await knowsNames(question, found, ports))) return { ranked: [], judge, outlets: found.outlets, known: found.articles.length > 0 }
  const stories = await storiesOf(promising(found.articles, question, judge), question, found, ports)
  const inTime = bounded ? stories.filter((story) => isInside(story.firstAt, story.lastAt, story.eventDate, question)) : stories
  const named = inTime.filter(
    (story) =>
      holdsNames(story, question, ports.lexicon) && tellsTogether(story, question, ports.lexicon) && tellsEncounter(story, question, ports.lexicon),
  )
  return { ranked: rankStories(named, question, judge), judge, outlets: found.outlets, known: found.articles.length > 0 }
}

/** Articles of the best groups; for what is asked newest first, the newest of those that fit. */
function promising(articles: readonly Article[], question: Question, judge: Judge): Article[] {
  const fits = articles.map((article) => ({ article, fit: judge.fit(article) })).sort((a, b) => b.fit.score - a.fit.score)
  const top = fits[0]?.fit.score ?? 0
  const newestFirst = question.kind === 'latest' || question.kind === 'what-changed' || question.kind === 'calendar'
  const good = fits.filter(({ fit }) => fit.score >= top * (newestFirst ? 0.5 : 0.3))
  if (newestFirst) good.sort((a, b) => (b.article.publishedAt?.getTime() ?? 0) - (a.article.publishedAt?.getTime() ?? 0))
  const groups = new Set<number>()
  const limit = question.kind === 'timeline' ? groupsComposed * 2 : groupsComposed
  return good.flatMap(({ article }) => {
    if (article.group === null || (groups.size >= limit && !groups.has(article.group))) return []
    groups.add(article.group)
    return [article]
  })
}

/** Told or dated within the bounds that the question names. */
function isInside(first: Date, last: Date, eventDate: string | null, { from, to, zone }: Question): boolean {
  if (!from && !to) return true
  if (eventDate) {
    const after = !from || eventDate >= plainDateIn(from, zone)
    const before = !to || eventDate < plainDateIn(to, zone)
    if (after && before) return true
  }
  return (!from || last >= from) && (!to || first < to)
}

function choose(ranked: readonly RankedStory[], question: Question, languages: readonly string[]): RankedStory[] {
  const isAbout = ({ story, coverage, strength, isTold, speaks }: RankedStory): boolean => {
    if (question.kind !== 'timeline')
      return isTold && coverage >= leastCoverage && (strength >= leastStrength || (speaks && coverage >= leastCoverageOfSpeaker))
    if (isOfMatter(story, question)) return strength >= leastStrength * 0.6
    return coverage >= leastCoverage && strength >= leastStrengthOfTimeline
  }
  const fitting = ranked.filter(isAbout)
  const { least: share, most } = shown[question.kind]
  const top = fitting[0]?.score ?? 0
  // Steps of the matter named are weighed higher: others are compared with what they would have.
  const least = question.kind === 'timeline' && fitting.some(({ story }) => isOfMatter(story, question)) ? share / 1.6 : share
  const good = fitting.filter(({ score }) => score >= top * least)
  if (question.kind === 'latest' || question.kind === 'what-changed' || question.kind === 'calendar')
    return newestFirst(good, languages).slice(0, most)
  if (question.kind === 'timeline') return inOrder(good.slice(0, most))
  return good.slice(0, most)
}

/** By the day of the event. Two of one day and kind are one event told in two languages: the better one stays. */
function inOrder(ranked: readonly RankedStory[]): RankedStory[] {
  const dayOf = ({ story }: RankedStory): string => (story.eventDateInText && story.eventDate) || story.firstAt.toISOString().slice(0, 10)
  const kept: RankedStory[] = []
  for (const one of ranked)
    if (!kept.some((other) => dayOf(other) === dayOf(one) && other.story.event === one.story.event && other.story.topics[0] === one.story.topics[0]))
      kept.push(one)
  return kept.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : a.story.id - b.story.id))
}

/** Part of a long-running matter that is named, or first of all about a topic that is. */
function isOfMatter(story: Story, { threads, topics }: Question): boolean {
  return story.threads.some((thread) => threads.includes(thread)) || (threads.length === 0 && topics.some((topic) => topic === story.topics[0]))
}

/** Much older ones are no news beside the newest. */
function newestFirst(ranked: readonly RankedStory[], languages: readonly string[]): RankedStory[] {
  const isRead = (one: RankedStory): boolean => one.story.articles.some((article) => languages.includes(article.lang))
  // What the reader cannot read comes behind what was told a day before in words that he can.
  const at = (one: RankedStory): number => one.story.lastAt.getTime() - (isRead(one) ? 0 : 1.5 * dayMs)
  const sorted = [...ranked].sort((a, b) => at(b) - at(a) || a.story.id - b.story.id)
  const newest = sorted[0]?.story.lastAt.getTime() ?? 0
  return sorted.filter((one) => newest - one.story.lastAt.getTime() <= newsDays * dayMs)
}

/** Sentences of a development and the characters they may take: an answer is read on a phone. */
function roomFor(question: Question, index: number, all: number): { count: number; characters: number } {
  if (question.kind === 'timeline') return { count: 1, characters: 150 }
  if (index > 0) return { count: 1, characters: 190 }
  if (question.kind === 'positions') return { count: 3, characters: 560 }
  return all === 1 ? { count: 6, characters: 930 } : { count: 5, characters: all > 3 ? 480 : 680 }
}

interface Developing {
  question: Question
  ports: AnswerPorts
  judge: Judge
  outlets: ReadonlyMap<number, Outlet>
  count: number
  characters: number
  told: readonly string[]
}

function develop(story: RankedStory['story'], { question, ports, judge, outlets, count, characters, told }: Developing): Development {
  const choice: SentenceChoice = {
    question,
    terms: judge.terms,
    lexicon: ports.lexicon,
    outlets,
    languages: ports.languagesRead,
    count,
    characters,
    told,
    // A step that is first of all about something else is told by what it says of the matter.
    ...(question.kind === 'timeline' && question.topics.length > 0 && !question.topics.some((topic) => topic === story.topics[0])
      ? { naming: question.topics }
      : {}),
  }
  const sentences = chooseSentences(story, choice)
  return { story, sentences, days: daysOf(story, sentences, question), sides: sidesOf(story, sentences, choice) }
}

/** The nearest that was read outside the bounds in time, offered as such. */
async function nearestOf(question: Question, ports: AnswerPorts): Promise<Development | null> {
  const open: Question = { ...question, from: null, to: null }
  const search = await searchStories(open, ports, false)
  const [best] = choose(search.ranked, { ...open, kind: 'latest' }, ports.languagesRead)
  if (!best || best.coverage < 0.6) return null
  const near = develop(best.story, { question: open, ports, judge: search.judge, outlets: search.outlets, count: 1, characters: 250, told: [] })
  return near.sentences.length > 0 ? { ...near, sides: [] } : null
}
