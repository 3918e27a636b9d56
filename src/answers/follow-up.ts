/** A question and the one before it in the same chat → the question as it is meant: "and what did Yerevan say?", "since when?", "more". */
import type { Question } from './answer.js'
import { goesOn, more, sinceWhen } from './question-cues.js'

/** The last question of a chat and the stories that answered it. */
interface Turn {
  question: Question
  shown: number[]
  at: number
}

/** What a chat is talking about. In memory only: a restart, or some minutes, forget it. */
export interface Conversations {
  last(chat: number, now: Date): Turn | null
  remember(chat: number, turn: { question: Question; shown: readonly number[] }, now: Date): void
  forget(chat: number): void
}

/** How long a subject is kept. */
const keptMs = 10 * 60_000
/** Chats that are remembered at once; the oldest goes first. */
const chatsKept = 2_000

export function createConversations(): Conversations {
  const turns = new Map<number, Turn>()
  return {
    last(chat, now) {
      const turn = turns.get(chat)
      if (!turn) return null
      if (now.getTime() - turn.at <= keptMs) return turn
      turns.delete(chat)
      return null
    },
    remember(chat, { question, shown }, now) {
      turns.delete(chat)
      turns.set(chat, { question, shown: [...shown], at: now.getTime() })
      if (turns.size > chatsKept) turns.delete(turns.keys().next().value as number)
    },
    forget: (chat) => void turns.delete(chat),
  }
}

/** Words that name a subject of their own, beside a speaker or a side. */
function hasSubject(question: Question): boolean {
  const speakers = new Set(question.speakers)
  return (
    question.topics.length > 0 ||
    question.named.some((slug) => !speakers.has(slug)) ||
    question.words.some((word) => word.notions.length > 0 || word.text.length > 3)
  )
}

/** A short question that names nothing, or only who is asked about. */
function leansOnTheLast(question: Question): boolean {
  const count = question.text.trim().split(/\s+/).length
  if (goesOn.test(question.text.trim())) return !hasSubject(question) || count <= 4
  return count <= 4 && !hasSubject(question) && question.countries.length + question.named.length <= 1
}

/** `question` unchanged when it stands by itself. */
export function continued(question: Question, turn: { question: Question; shown: readonly number[] } | null): Question {
  if (!turn) return question
  const before = turn.question
  const typed = question.text.trim()
  if (more.test(typed)) return { ...before, text: typed, asOf: question.asOf, skip: [...before.skip, ...turn.shown] }
  if (sinceWhen.test(typed)) return { ...before, text: typed, asOf: question.asOf, kind: 'timeline', asked: ['date'], skip: [] }
  if (!leansOnTheLast(question)) return question
  const speakers = question.speakers.length > 0 ? question.speakers : question.kind === 'who-said' ? question.countries : []
  const replaced = new Set(before.speakers)
  const people = question.named.filter((slug) => !before.named.includes(slug))
  const named = [...before.named.filter((slug) => speakers.length === 0 || !replaced.has(slug)), ...people]
  return {
    ...before,
    text: typed,
    kind: question.kindSaid ? question.kind : before.kind,
    kindSaid: question.kindSaid,
    asked: question.asked.length > 0 ? question.asked : before.asked,
    future: question.future,
    named,
    countries: [...new Set([...before.countries, ...question.countries])],
    subjects: [...named, ...before.related, ...before.countries, ...before.topics].map((slug) => [slug]),
    speakers,
    from: question.from ?? before.from,
    to: question.to ?? before.to,
    asOf: question.asOf,
    skip: [],
  }
}
