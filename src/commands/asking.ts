/** ask, latest, timeline, positions: words → an answer with its sources. */
import { z } from 'zod'
import type { QuestionKind } from '../answers/answer.js'
import { answerJson } from '../answers/answer-json.js'
import { answerQuestion } from '../answers/answer-question.js'
import { parseQuestion } from '../answers/parse-question.js'
import { answerMessage } from '../messages/answer-message.js'
import { messageText, plain } from '../messages/spans.js'
import { labelText } from '../messages/story-message.js'
import type { Command, CommandContext, CommandPorts, Reply } from './command.js'
import { newestStories } from './newest.js'

async function answer(text: string, kind: QuestionKind | undefined, context: CommandContext, ports: CommandPorts): Promise<Reply> {
  const question = parseQuestion(text, {
    lexicon: ports.lexicon,
    lang: context.lang,
    asOf: context.asOf,
    zone: context.zone,
    ...(kind ? { kind } : {}),
  })
  const found = await answerQuestion(question, { ...ports, languagesRead: context.languagesRead })
  const { lastPollAt } = await ports.archive.state(context.asOf)
  const view = answerMessage(found, { lexicon: ports.lexicon, say: context.say, lastRead: lastPollAt, languagesRead: context.languagesRead })
  const label = labelText(ports.lexicon, context.lang)
  return { messages: [view.message], data: answerJson(found, { text: messageText(view.message), citations: view.citations }, label) }
}

/** A command whose words are a question of a certain kind; without words it runs `bare`. */
function questionCommand(
  name: string,
  aliases: Command<string>['aliases'],
  kind: QuestionKind | undefined,
  bare: (context: CommandContext, ports: CommandPorts) => Promise<Reply>,
): Command<string> {
  return {
    name,
    aliases,
    who: 'anyone',
    summary: `command-${name}`,
    arguments: z.string(),
    run: (text, context, ports) => (text.trim() ? answer(text.trim(), kind, context, ports) : bare(context, ports)),
  }
}

/** Nothing was asked: says what to ask. */
async function whatToAsk(context: CommandContext): Promise<Reply> {
  const text = context.say('question-missing')
  return { messages: [{ blocks: [{ type: 'paragraph', spans: [plain(text)] }], buttons: [], lang: context.lang }], data: { found: false, text } }
}

export const askingCommands = [
  questionCommand('ask', { ru: ['спросить'], hy: ['հարցնել'], az: ['soruş'], ka: ['კითხვა'], tr: ['sor'] }, undefined, whatToAsk),
  questionCommand('latest', { ru: ['новости'], hy: ['վերջինը'], az: ['son'], ka: ['ბოლო'], tr: ['son'] }, 'latest', newestStories),
  questionCommand(
    'timeline',
    { ru: ['хронология'], hy: ['ժամանակագրություն'], az: ['xronologiya'], ka: ['ქრონოლოგია'], tr: ['kronoloji'] },
    'timeline',
    newestStories,
  ),
  questionCommand(
    'positions',
    { ru: ['позиции'], hy: ['դիրքորոշումներ'], az: ['mövqelər'], ka: ['პოზიციები'], tr: ['tutumlar'] },
    'positions',
    newestStories,
  ),
]
