/** An answer → the message a reader sees: first what was asked, with its date, then developments, then sources. */

import type { Answer, Development } from '../answers/answer.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import type { Citation } from './citations.js'
import { createCitations, quotation, sourceList, type Voice } from './citations.js'
import { longDate } from './format.js'
import type { Block, Message } from './message.js'
import { bold, plain } from './spans.js'
import { storyDate } from './story-message.js'
import type { Say } from './words.js'

export interface AnswerView {
  message: Message
  citations: Citation[]
}

function developmentBlocks(development: Development, number: number, voice: Voice): Block[] {
  const [first, ...rest] = development.sentences
  if (!first) return []
  const sides = development.sides.map((side): Block => ({ type: 'quote', spans: quotation(side.sentence, voice) }))
  return [
    { type: 'break' },
    { type: 'paragraph', spans: [bold(`${number}. ${storyDate(development.story, voice)}: `), ...quotation(first, voice)] },
    ...rest.map((sentence): Block => ({ type: 'quote', spans: quotation(sentence, voice) })),
    ...sides,
  ]
}

/** Answer → message with its citations in order of use. `lastRead` tells when sources were last read well. */
export function answerMessage(answer: Answer, options: { lexicon: Lexicon; say: Say; lastRead: Date | null }): AnswerView {
  const { question } = answer
  const lang = question.lang as Voice['lang']
  const voice: Voice = { lang, zone: question.zone, say: options.say, citations: createCitations() }
  const asOf = longDate(question.asOf, lang, question.zone)
  if (!answer.found) return { message: refusal(answer, voice, options.lastRead, asOf), citations: voice.citations.list() }
  const [first, ...others] = answer.developments
  const lead = answer.lead.map((sentence): Block => ({ type: 'quote', spans: quotation(sentence, voice) }))
  const blocks: Block[] = [
    ...(first ? [{ type: 'paragraph' as const, spans: [bold(`${storyDate(first.story, voice)}`)] }] : []),
    ...lead,
    ...(first?.sides ?? [])
      .filter((side) => !answer.lead.some((sentence) => sentence.text === side.sentence.text))
      .map((side): Block => ({ type: 'quote', spans: quotation(side.sentence, voice) })),
    ...others.flatMap((development, index) => developmentBlocks(development, index + 2, voice)),
    ...(answer.newestAgeDays > 2
      ? [{ type: 'context' as const, spans: [plain(options.say('newest-age', { days: answer.newestAgeDays, asOf }))] }]
      : []),
  ]
  blocks.push({ type: 'break' }, sourceList(voice))
  return {
    message: { blocks, buttons: [], lang, stories: answer.developments.map((development) => development.story.id) },
    citations: voice.citations.list(),
  }
}

function refusal(answer: Extract<Answer, { found: false }>, voice: Voice, lastRead: Date | null, asOf: string): Message {
  const values = {
    question: answer.question.text.slice(0, 200),
    searched: answer.searched,
    asOf,
    lastRead: lastRead ? longDate(lastRead, voice.lang, voice.zone) : voice.say('never'),
  }
  const blocks: Block[] = [{ type: 'paragraph', spans: [plain(voice.say(answer.reason, values))] }]
  if (answer.reason === 'nothing-read')
    blocks.push({ type: 'context', spans: [plain(voice.say('nothing-read-next', { add: 'addsource', demo: 'demo' }))] })
  const near = answer.nearest?.sentences[0]
  if (answer.nearest && near) {
    blocks.push(
      { type: 'paragraph', spans: [plain(voice.say('nearest', { date: storyDate(answer.nearest.story, voice) }))] },
      { type: 'quote', spans: quotation(near, voice) },
    )
  }
  return { blocks, buttons: [], lang: voice.lang }
}
