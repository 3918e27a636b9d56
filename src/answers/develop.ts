/** A story chosen for a question → the development that an answer shows: its sentences, their days, what the sides say. */
import type { Outlet, Story } from '../stories/story.js'
import type { Development, Question } from './answer.js'
import { chooseSentences, type SentenceChoice } from './choose-sentences.js'
import { daysOf } from './days.js'
import type { Judge } from './rank.js'
import type { RetrievalPorts } from './retrieve.js'
import { sidesOf } from './sides.js'

/** Sentences of a development and the characters they may take: an answer is read on a phone. */
export function roomFor(question: Question, index: number, all: number): { count: number; characters: number } {
  if (question.kind === 'timeline') return { count: 1, characters: 150 }
  if (index > 0) return { count: 1, characters: 190 }
  if (question.kind === 'positions') return { count: 3, characters: 560 }
  return all === 1 ? { count: 6, characters: 930 } : { count: 5, characters: all > 3 ? 480 : 680 }
}

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
      ? { naming: question.topics }
      : {}),
  }
  const sentences = chooseSentences(story, choice)
  return { story, sentences, days: daysOf(story, sentences, question), sides: sidesOf(story, sentences, choice) }
}
