/** digest: the last 24 hours, a week, a day, or an edition of this chat once more; inbox: what this chat was sent. */
import { z } from 'zod'
import { findTimeRange } from '../answers/time-range.js'
import type { Language } from '../lexicon/lexicon.js'
import { longDay } from '../messages/format.js'
import { messageText, plain, typed } from '../messages/spans.js'
import { addDays, type PlainDate, plainDateIn, startOfDay } from '../text/dates.js'
import { plainDate } from '../text/zones.js'
import type { Command, CommandContext } from './command.js'
import { nothingRead } from './newest.js'

const dayMs = 86_400_000
const inboxShown = 3
const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
/** "week", and how the six languages begin it. */
const weekPattern = /^(?:week|недел|շաբաթ|həftə|hefte|კვირ|hafta)/iu
const editionPattern = /^edition (\d{1,15})$/

interface Span {
  from: Date
  to: Date
  /** Why it is not what was typed. */
  note?: string
}

/** "week", "2024-08-19", "yesterday", "19 августа" → the time wanted; else the last day, the nearest thing there is, and why. */
function spanOf(words: string, { asOf, zone, lang, say }: CommandContext): Span {
  const back = (days: number): Span => ({ from: new Date(asOf.getTime() - days * dayMs), to: asOf })
  if (words === '') return back(1)
  if (weekPattern.test(words)) return back(7)
  const today = plainDateIn(asOf, zone)
  const [first, last] = daysNamed(words, lang, today)
  if (first === null) return { ...back(1), note: say('digest-not-understood', { words: words.slice(0, 60) }) }
  const from = startOfDay(first, zone)
  if (from > asOf) return { ...back(1), note: say('digest-not-yet', { date: longDay(first, lang) }) }
  return { from, to: new Date(Math.min(startOfDay(addDays(last ?? today, 1), zone).getTime(), asOf.getTime())) }
}

/** The first and the last day that words name in the reader's language, or in English; no first where they name none. */
function daysNamed(words: string, lang: Language, today: PlainDate): [PlainDate | null, PlainDate | null] {
  const [, year, month, day] = dayPattern.exec(words) ?? []
  if (day) {
    const named = plainDate(Number(year), Number(month), Number(day))
    return [named, named]
  }
  const range = [lang, 'en'].map((one) => findTimeRange(words, one, today)).find(({ from }) => from !== null)
  return [range?.from ?? null, range?.to ?? null]
}

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
      const { lang, zone, languagesRead } = context
      const { from, to, note } = spanOf(words, context)
      const { message, data, shown } = await ports.composeDigest({ from, to, asOf: to, lang, zone, languagesRead })
      const told = note ? { ...message, blocks: [{ type: 'paragraph' as const, spans: [plain(note)] }, ...message.blocks] } : message
      // A day that is past tells less than is known of its stories by now.
      return { messages: [told], data, ...(to < context.asOf ? {} : { shown }) }
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
