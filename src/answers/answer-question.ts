/** Question + archive → answer: retrieve by concepts, compose the stories as of the instant asked, rank, choose sentences. */
import type { Language, Lexicon } from '../lexicon/lexicon.js'
import type { Story } from '../stories/story.js'
import type { Archive, StoryStore } from '../stories/story-store.js'
import { sentencesFor } from '../stories/summary.js'
import type { Answer, Development, NoAnswerReason, Question } from './answer.js'
import { retrieveStories } from './retrieve.js'

export interface AnswerPorts {
  archive: Archive
  stories: StoryStore
  lexicon: Lexicon
  /** Languages the reader reads, best first. */
  languagesRead: readonly Language[]
}

const dayMs = 86_400_000

/** Never throws for what was typed; errors are the store's. */
export async function answerQuestion(question: Question, ports: AnswerPorts): Promise<Answer> {
  const state = await ports.archive.state(question.asOf)
  const refuse = (reason: NoAnswerReason, nearest: Development | null = null): Answer => ({
    found: false,
    question,
    reason,
    nearest,
    searched: state.relevantArticles,
  })
  if (state.articles === 0) return refuse(state.sources > 0 && state.sourcesFailing === state.sources ? 'sources-down' : 'nothing-read')
  if (question.subjects.length === 0) return refuse('not-covered')
  const stories = await retrieveStories(question, ports)
  if (stories.length === 0) return refuse('nothing-found')
  const ranked = rank(stories, question)
  const developments = ranked.slice(0, 5).map((story, index) => develop(story, question, ports, index === 0 ? 2 : 1))
  const newest = Math.max(...ranked.map((story) => story.lastAt.getTime()))
  return {
    found: true,
    question,
    lead: developments[0]?.sentences ?? [],
    developments,
    newestAgeDays: Math.floor((question.asOf.getTime() - newest) / dayMs),
  }
}

function develop(story: Story, question: Question, ports: AnswerPorts, count: number): Development {
  const focus = { concepts: question.subjects.flat(), words: question.words }
  return { story, sentences: sentencesFor(story, { languages: ports.languagesRead, count, lexicon: ports.lexicon, focus }), sides: [] }
}

function fitOf(story: Story, question: Question): number {
  const has = new Set<string>([...story.topics, ...story.people, ...story.organisations, ...story.places, ...story.countries])
  const hit = question.subjects.filter((any) => any.some((slug) => has.has(slug))).length
  return hit / Math.max(1, question.subjects.length)
}

function rank(stories: readonly Story[], question: Question): Story[] {
  const byTime = (a: Story, b: Story): number => b.lastAt.getTime() - a.lastAt.getTime() || a.id - b.id
  if (question.kind === 'latest') return [...stories].sort(byTime)
  return [...stories].sort((a, b) => fitOf(b, question) - fitOf(a, question) || byTime(a, b))
}
