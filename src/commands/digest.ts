/** digest: the last 24 hours, a week, a day, or an edition of this chat once more; inbox: what this chat was sent. */
import { z } from 'zod'
import { messageText, plain, typed } from '../messages/spans.js'
import { startOfDay } from '../text/dates.js'
import type { Command } from './command.js'
import { nothingRead } from './newest.js'

const dayMs = 86_400_000
const inboxShown = 3
const dayPattern = /^\d{4}-\d{2}-\d{2}$/
const editionPattern = /^edition (\d{1,15})$/

export const digestCommands: Command<string>[] = [
  {
    name: 'digest',
    aliases: { ru: ['дайджест'], hy: ['ամփոփում'], az: ['icmal'], ka: ['დაიჯესტი'], tr: ['özet'] },
    who: 'anyone',
    summary: 'command-digest',
    arguments: z.string().trim(),
    async run(words, context, ports) {
      const edition = editionPattern.exec(words)
      if (edition) {
        const messages = await ports.showEdition(Number(edition[1]), context.chat.id)
        if (messages.length > 0) return { messages, data: { edition: Number(edition[1]) } }
        const text = context.say('edition-unknown')
        return { messages: [{ blocks: [{ type: 'paragraph', spans: [plain(text)] }], buttons: [], lang: context.lang }], data: { text } }
      }
      if ((await ports.archive.state(context.asOf)).articles === 0) return nothingRead(context)
      const day = dayPattern.test(words) && !Number.isNaN(Date.parse(words)) ? startOfDay(words, context.zone) : null
      const to = day ? new Date(Math.min(day.getTime() + dayMs, context.asOf.getTime())) : context.asOf
      // Whatever else was typed: the last day, the nearest thing there is.
      const from = day ?? new Date(context.asOf.getTime() - (/^week/i.test(words) ? 7 : 1) * dayMs)
      const { lang, zone, languagesRead } = context
      const { message, data, shown } = await ports.composeDigest({ from, to, asOf: to, lang, zone, languagesRead })
      // A day that is past tells less than is known of its stories by now.
      return { messages: [message], data, ...(day ? {} : { shown }) }
    },
  },
  {
    name: 'inbox',
    aliases: {},
    who: 'anyone',
    summary: 'command-inbox',
    arguments: z.string().trim(),
    async run(words, context, ports) {
      const limit = /^\d{1,2}$/.test(words) ? Number(words) : inboxShown
      const came = (await ports.showInbox(context.chat.id, limit))
        .reverse()
        .flatMap(({ kind, messages }) => messages.map((message) => ({ kind, message })))
      if (came.length > 0)
        return {
          messages: came.map(({ message }) => message),
          data: came.map(({ kind, message }) => ({ kind, text: messageText(message), stories: message.stories ?? [] })),
        }
      const text = context.say('inbox-empty')
      return { messages: [{ blocks: [{ type: 'paragraph', spans: typed(text) }], buttons: [], lang: context.lang }], data: [] }
    },
  },
]
