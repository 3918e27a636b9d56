/** about: how stories are chosen, what is counted, what is read, whether a language model is used. */
import { z } from 'zod'
import { clockTime, longDate } from '../messages/format.js'
import type { Block } from '../messages/message.js'
import { bold, messageText, plain } from '../messages/spans.js'
import type { Command } from './command.js'

export const about: Command<string> = {
  name: 'about',
  aliases: { ru: ['обот'], hy: ['մասին'], az: ['haqqında'], ka: ['შესახებ'], tr: ['hakkında'] },
  who: 'anyone',
  summary: 'command-about',
  arguments: z.string(),
  async run(_words, context, ports) {
    const { say, lang, zone } = context
    const sources = await ports.sources.list()
    const counts = new Map<string, number>()
    for (const source of sources) {
      const label = [source.country ?? say('unlabelled'), source.ownership && say(`ownership-${source.ownership}`)].filter(Boolean).join(' ')
      counts.set(label, (counts.get(label) ?? 0) + 1)
    }
    const countries = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([label, count]) => `${label} ${count}`)
    const state = await ports.archive.state(context.asOf)
    // Read by hand, before any poll: until now.
    const readAt = state.lastPollAt ?? (state.articles > 0 ? context.asOf : null)
    const when = readAt ? `${longDate(readAt, lang, zone)}, ${clockTime(readAt, lang, zone)}` : say('never')
    const lines = [
      say('help-line'),
      `${say('about-methods')} ${ports.languageModel === null ? say('about-no-model') : say('about-model', { model: ports.languageModel })}`,
      say('about-balance'),
      say('about-sources', { total: sources.length, countries: countries.join(' · ') || '–' }),
      say('about-read', { when, articles: state.articles, relevant: state.relevantArticles }),
      say('about-questions'),
    ]
    const blocks: Block[] = [
      { type: 'heading', spans: [bold(say('about-title'))] },
      ...lines.map((text): Block => ({ type: 'paragraph', spans: [plain(text)] })),
    ]
    const message = { blocks, buttons: [[{ label: say('sources'), command: 'sources' }]], lang }
    return {
      messages: [message],
      data: { text: messageText(message), sources: Object.fromEntries(counts), articles: state.articles, relevant: state.relevantArticles },
    }
  },
}
