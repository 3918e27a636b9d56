/** A question and the one before it in the same chat → the question as it is meant: "and what did Yerevan say?", "since when?", "more". */
import type { Language, Lexicon } from '../lexicon/lexicon.js'
import type { Question, QuestionKind } from './answer.js'
import { parseQuestion } from './parse-question.js'
import { goesOn, greets, more, sinceWhen } from './question-cues.js'

/** One typed line that was answered. */
export interface Line {
  text: string
  /** The command's kind it was said with; null: plain words. */
  kind: QuestionKind | null
  lang: Language
  zone: string
  asOf: Date
  /** Ids of the stories that answered it. */
  shown: number[]
}

/**
 * What a chat is talking about: its last question that stood by itself and what went on from it, oldest first.
 * Kept for the minutes that follow-ups need, for whichever process the next line reaches, then deleted.
 */
export interface Conversations {
  /** Empty when nothing was said, or too long ago. */
  last(chat: number, now: Date): Promise<Line[]>
  /** Replaces what was kept of the chat; it goes with the person when he is forgotten. Deletes what has expired anywhere. */
  remember(talk: { chat: number; person: number; lines: readonly Line[] }, span: { now: Date; until: Date }): Promise<void>
  /** Deletes what nothing can go on from any more; gives how many chats that were. */
  forgetExpired(now: Date): Promise<number>
}

/** How long a subject is kept, ms. */
export const keptMs = 10 * 60_000
/** Lines that are kept of one talk. */
export const linesKept = 6

/** The last question of a chat and the stories that answered it. */
interface Turn {
  question: Question
  shown: readonly number[]
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

/** The question as it is meant, and the lines it goes on from: none when it stands by itself. */
export function goingOn(question: Question, lines: readonly Line[], lexicon: Lexicon): { question: Question; before: readonly Line[] } {
  const typed = question.text.trim()
  if (lines.length === 0 || greets.test(typed) || !(more.test(typed) || sinceWhen.test(typed) || leansOnTheLast(question)))
    return { question, before: [] }
  const [turn] = lines.reduce<Turn[]>((before, { text, kind, shown, ...how }) => {
    const parsed = parseQuestion(text, { ...how, lexicon, ...(kind ? { kind } : {}) })
    return [{ question: before[0] && !kind ? continued(parsed, before[0], lexicon) : parsed, shown }]
  }, [])
  return turn ? { question: continued(question, turn, lexicon), before: lines } : { question, before: [] }
}

/** "And Baku?" after "what did Lavrov say about it": whoever is named is asked for his words. */
function asSpeaker(question: Question, before: Question, lexicon: Lexicon): Question {
  if (before.kind !== 'who-said' || question.kindSaid || question.named.length + question.countries.length !== 1) return question
  const { text, lang, asOf, zone } = question
  return parseQuestion(text, { lexicon, lang, asOf, zone, kind: 'who-said' })
}

/** What a question that goes on is about, in words that can be asked again. */
function subjectOf({ named, countries, topics, words, lang }: Question, lexicon: Lexicon): string {
  const concepts = [...named, ...countries, ...topics.slice(0, 1)].map((slug) => lexicon.displayName(slug, lang))
  return [...concepts, ...words.filter(({ inTopic }) => !inTopic).map(({ text }) => text)].join(' ')
}

/** `asked` unchanged when it stands by itself. */
function continued(asked: Question, turn: Turn, lexicon: Lexicon): Question {
  const before = turn.question
  const question = leansOnTheLast(asked) ? asSpeaker(asked, before, lexicon) : asked
  const typed = question.text.trim()
  if (more.test(typed)) return { ...before, text: typed, asOf: question.asOf, skip: [...before.skip, ...turn.shown] }
  if (sinceWhen.test(typed)) return { ...before, text: typed, asOf: question.asOf, kind: 'timeline', asked: ['date'], skip: [] }
  if (!leansOnTheLast(asked)) return question
  const speakers = question.speakers.length > 0 ? question.speakers : question.kind === 'who-said' ? question.countries : []
  const replaced = new Set(before.speakers)
  const people = question.named.filter((slug) => !before.named.includes(slug))
  const named = [...before.named.filter((slug) => speakers.length === 0 || !replaced.has(slug)), ...people]
  const isSame = people.length + speakers.length + question.countries.length === 0
  const meant: Question = {
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
  return isSame ? meant : { ...meant, subject: subjectOf(meant, lexicon) }
}
