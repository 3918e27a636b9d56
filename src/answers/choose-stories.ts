/** Stories ranked for a question → those that answer it, in the order in which they are told. */
import type { EventType } from '../lexicon/lexicon.js'
import type { Story } from '../stories/story.js'
import type { Question } from './answer.js'
import { isOnTopic, type RankedStory } from './rank.js'

const dayMs = 86_400_000
/** Days before the newest development within which others still belong to the news. */
const newsDays = 60
/** Share of a question's weight that a story must hold to answer it, anywhere and where its news is told. */
const leastCoverage = 0.5
const leastStrength = 0.45
/** The same where the story has a statement of the one whose words are asked for, wherever in its texts. */
const leastCoverageOfSpeaker = 0.65
/** A chain of events holds what is about the matter, not what mentions it. */
const leastStrengthOfTimeline = 0.55

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

/** Those that answer, in the order in which they are told. */
export function chooseStories(ranked: readonly RankedStory[], question: Question, languages: readonly string[]): RankedStory[] {
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
    return newestFirst(ofTopic(good, question), languages).slice(0, most)
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

/** Where some are of the topic named, those that share only its words or names are no news of it. */
function ofTopic(ranked: readonly RankedStory[], question: Question): readonly RankedStory[] {
  const own = ranked.filter(({ story }) => isOnTopic(story, question))
  return own.length > 0 ? own : ranked
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

/** What a report may call an event that is asked after. */
const alsoCalled: Partial<Record<EventType, readonly EventType[]>> = {
  signing: ['signing'],
  law: ['law', 'vote'],
  vote: ['vote', 'law'],
  release: ['release', 'agreement', 'aid'],
  arrest: ['arrest', 'trial'],
}

/** False when it is asked whether something has happened to a topic, and no story of the topic tells of such an event: another one's is no answer. */
export function tellsOfIt(ranked: readonly RankedStory[], question: Question): boolean {
  const asked = question.events.flatMap((event) => alsoCalled[event] ?? [])
  if (!question.whether || question.future || question.topics.length === 0 || asked.length === 0) return true
  return ranked.some(({ story }) => isOnTopic(story, question) && asked.some((event) => event === story.event))
}

/** Stories whose statements tell the positions: those shown, and others that fit well enough. */
export function voicesOf(ranked: readonly RankedStory[], chosen: readonly RankedStory[]): Story[] {
  const top = ranked[0]?.score ?? 0
  const fitting = ranked.filter(({ score, coverage }) => score >= top * 0.6 && coverage >= leastCoverage)
  return [...new Set([...chosen, ...fitting].map(({ story }) => story))].slice(0, 6)
}
