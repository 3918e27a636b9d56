/** A story + a question → the statements of its sides that belong beside the answer: each side once, a denial beside its claim. */
import type { Lexicon } from '../lexicon/lexicon.js'
import type { QuotedSentence, SideStatement, Story } from '../stories/story.js'
import type { Question } from './answer.js'
import { speaksFor } from './choose-sentences.js'

const mostForPositions = 4
const mostBeside = 2

/** Statements that the sentences do not already show. */
export function sidesOf(story: Story, sentences: readonly QuotedSentence[], question: Question, lexicon: Lexicon): SideStatement[] {
  const shown = (text: string): boolean => sentences.some((sentence) => sentence.text.includes(text) || text.includes(sentence.text))
  const open = story.statements.filter((statement) => !shown(statement.sentence.text))
  if (question.kind === 'positions') return onePerSide(open, question, lexicon).slice(0, mostForPositions)
  if (question.kind === 'timeline') return []
  const differ = story.statements.some((statement) => statement.denial)
  if (!differ) return []
  return onePerSide(
    open.filter((statement) => statement.denial || statement.standing === 'official'),
    question,
    lexicon,
  ).slice(0, mostBeside)
}

/** The newest statement of each side, official ones before others, those asked for first. */
function onePerSide(statements: readonly SideStatement[], question: Question, lexicon: Lexicon): SideStatement[] {
  const asked = (statement: SideStatement): boolean =>
    question.speakers.some((speaker) => speaksFor(statement.speaker, statement.side, speaker, lexicon)) ||
    question.countries.includes(statement.side ?? '')
  const rank = (statement: SideStatement): number => (asked(statement) ? 0 : 2) + (statement.standing === 'official' ? 0 : 1)
  const newest = (statement: SideStatement): number => statement.sentence.publishedAt?.getTime() ?? 0
  const found = new Map<string, SideStatement>()
  for (const statement of [...statements].sort((a, b) => rank(a) - rank(b) || newest(b) - newest(a))) {
    const side = statement.side ?? statement.speaker
    if (!found.has(side)) found.set(side, statement)
  }
  return [...found.values()]
}
