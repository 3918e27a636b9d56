/** report: a reader says that a story is wrong → a line in the audit, without his name. */
import { z } from 'zod'
import type { Block, Message } from '../messages/message.js'
import { messageText, typed } from '../messages/spans.js'
import type { Command, CommandContext, Reply } from './command.js'
import { storyId } from './reading.js'

const hourMs = 3_600_000
/** What is written down in an hour; more than that helps nobody. */
const mostAnHour = 30
const longestWords = 300

function reply(text: string, context: CommandContext, data: object): Reply {
  const blocks: Block[] = [{ type: 'paragraph', spans: typed(text) }]
  const message: Message = { blocks, buttons: [], lang: context.lang }
  return { messages: [message], data: { ...data, text: messageText(message) } }
}

export const report: Command<string> = {
  name: 'report',
  aliases: {},
  who: 'anyone',
  summary: 'command-report',
  arguments: z.string().trim(),
  async run(words, context, ports) {
    const [which = '', ...rest] = words.split(/\s+/)
    const id = which === '' ? null : await storyId(which, context, ports)
    const story = id === null ? null : await ports.stories.resolve(id)
    if (story === null) return reply(context.say('report-which'), context, { reported: null })
    const before = new Date(context.now.getTime() - hourMs)
    const recent = (await ports.audit.list(2 * mostAnHour)).filter((entry) => entry.action === 'report' && entry.at > before)
    const wrong = rest.join(' ').slice(0, longestWords)
    if (recent.length < mostAnHour)
      await ports.audit.record({
        at: context.now,
        by: 'reader',
        action: 'report',
        detail: { story: `s${story}`, ...(wrong ? { words: wrong } : {}) },
      })
    return reply(context.say('report-done', { story: `s${story}` }), context, { reported: `s${story}` })
  },
}
