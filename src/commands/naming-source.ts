/** Words that name a source (number, host, part of its name in any script) → that one source, or what to say instead. */
import type { Block, Button } from '../messages/message.js'
import { plain, typed } from '../messages/spans.js'
import type { Source } from '../sources/source.js'
import type { CommandContext, CommandPorts, Reply } from './command.js'

/** Lines of plain text as a reply. */
export function lines(texts: readonly string[], context: CommandContext, data: unknown, buttons: Button[][] = []): Reply {
  const blocks = texts.map((text): Block => ({ type: 'paragraph', spans: [plain(text)] }))
  return { messages: [{ blocks, buttons, lang: context.lang }], data: data ?? { text: texts.join('\n') } }
}

/** One line of our own words in which `…` stands around what is to be typed. */
export function hint(text: string, context: CommandContext, data: unknown, buttons: Button[][] = []): Reply {
  return { messages: [{ blocks: [{ type: 'paragraph', spans: typed(text) }], buttons, lang: context.lang }], data: data ?? { text } }
}

/** Country, language and ownership in one line; "unlabelled" where nothing is known. */
export function labelLine(source: Pick<Source, 'country' | 'language' | 'ownership'>, context: Pick<CommandContext, 'say'>): string {
  const parts = [source.country, source.language, source.ownership && context.say(`ownership-${source.ownership}`)].filter(Boolean)
  return parts.length > 0 ? parts.join(', ') : context.say('unlabelled')
}

/** Candidates shown as buttons when the words fit several sources. */
const mostCandidates = 6

/** Runs `act` on the one source that the words name. `command` and `rest` make the buttons when several fit. */
export async function withSource(
  words: string,
  wish: { command: string; rest: string },
  situation: { context: CommandContext; ports: CommandPorts },
  act: (source: Source) => Promise<Reply>,
): Promise<Reply> {
  const { context, ports } = situation
  const matches = words === '' ? [] : await ports.sources.find(words)
  const [source] = matches
  if (!source) {
    const sources: Button[][] = [[{ label: context.say('button-sources'), command: 'sources' }]]
    if (words === '') return hint(context.say('source-which', { command: `\`${wish.command}\`` }), context, { changed: null }, sources)
    return { ...lines([context.say('source-unknown', { words })], context, { changed: null }, sources), failed: true }
  }
  if (matches.length === 1) return act(source)
  const names = matches.slice(0, mostCandidates).map((match) => `${match.id}. ${match.name}`)
  const buttons = matches
    .slice(0, mostCandidates)
    .map((match): Button[] => [{ label: `${match.id}. ${match.name}`, command: wish.command, argument: `${match.id} ${wish.rest}`.trim() }])
  return lines([context.say('source-several', { words, names: names.join(', ') })], context, { candidates: matches }, buttons)
}
