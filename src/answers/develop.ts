/** A story chosen for a question → the development that an answer shows: its sentences, their days, what the sides say. */
import type { Lexicon } from '../lexicon/lexicon.js'
import type { Outlet, QuotedSentence, SideStatement, Story } from '../stories/story.js'
import type { Development, Question } from './answer.js'
import { chooseSentences, type SentenceChoice } from './choose-sentences.js'
import { daysOf } from './days.js'
import type { Judge } from './rank.js'
import type { RetrievalPorts } from './retrieve.js'
import { namesAny } from './sentence-reading.js'
import { isTold, sidesOf, sidesUnheard } from './sides.js'

/** Sentences of a development and the characters they may take: an answer is read on a phone. */
export function roomFor(question: Question, index: number, all: number): { count: number; characters: number } {
  if (question.kind === 'timeline') return { count: 1, characters: 150 }
  if (index > 0) return { count: 1, characters: 190 }
  if (question.kind === 'positions') return { count: 3, characters: 560 }
  return all === 1 ? { count: 6, characters: 930 } : { count: 5, characters: all > 3 ? 480 : 680 }
}

/** Sentences that stay where what the sides say takes the room of others. */
const leastBesideSides = 3
/** Weight of the cue by which a step of a chain must name the matter. */
const namedInPassing = 2

interface Developing {
  question: Question
  ports: RetrievalPorts
  judge: Judge
  outlets: ReadonlyMap<number, Outlet>
  count: number
  characters: number
  told: readonly string[]
}

/** A development without sentences has nothing to show. */
export function develop(story: Story, { question, ports, judge, outlets, count, characters, told }: Developing): Development {
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
      ? { naming: { topics: question.topics, weight: namedInPassing } }
      : {}),
  }
  const chosen = namingFirst(chooseSentences(story, choice), question, ports.lexicon)
  const differing = sidesOf(story, chosen, choice)
  const sides = differing.length > 0 || count === 1 ? differing : sidesUnheard(story, chosen, choice)
  // The room is that of a phone: what the sides say takes the place of what was chosen last.
  const sentences = sides === differing ? chosen : withRoomFor(sides, chosen)
  return { story, sentences, days: daysOf(story, sentences, question), sides }
}

/** The last chosen make room for what the sides say, those that a side is pointed to stay. */
function withRoomFor(sides: readonly SideStatement[], chosen: QuotedSentence[]): QuotedSentence[] {
  const beside = sides.filter((statement) => !isTold(statement, chosen)).length
  const kept = Math.max(leastBesideSides, chosen.length - beside)
  return chosen.filter((sentence, index) => index < kept || sides.some((statement) => isTold(statement, [sentence])))
}

/** What is new on a name begins with a sentence that names it. */
function namingFirst(sentences: QuotedSentence[], { kind, named }: Question, lexicon: Lexicon): QuotedSentence[] {
  if (kind !== 'latest' || named.length === 0) return sentences
  const first = sentences.findIndex((sentence) => namesAny(sentence, named, lexicon))
  return first <= 0 ? sentences : [...sentences.slice(first, first + 1), ...sentences.slice(0, first), ...sentences.slice(first + 1)]
}
