/** sources, addsource, pausesource, resumesource, removesource: the list is public, changes are admins'. */
import { z } from 'zod'
import type { Block } from '../messages/message.js'
import { link, messageText, plain } from '../messages/spans.js'
import { type NewSource, ownerships, type Source } from '../sources/source.js'
import type { Command, CommandContext, CommandPorts, Reply } from './command.js'

function say(lines: string[], context: CommandContext, data: unknown): Reply {
  const blocks = lines.map((text): Block => ({ type: 'paragraph', spans: [plain(text)] }))
  return { messages: [{ blocks, buttons: [], lang: context.lang }], data: data ?? { text: lines.join('\n') } }
}

function labels(source: Source, context: CommandContext): string {
  const parts = [source.country, source.language, source.ownership].filter(Boolean)
  return parts.length > 0 ? parts.join(', ') : context.say('unlabelled')
}

const sources: Command<string> = {
  name: 'sources',
  aliases: { ru: ['источники'], hy: ['աղբյուրներ'], az: ['mənbələr'], ka: ['წყაროები'], tr: ['kaynaklar'] },
  who: 'anyone',
  summary: 'command-sources',
  arguments: z.string(),
  async run(_words, context, ports) {
    const rows = await ports.sources.list()
    if (rows.length === 0) {
      return say([context.say('sources-none'), context.say('nothing-read-next', { add: 'addsource <link>', demo: 'demo' })], context, [])
    }
    const total = context.say('sources-total', { total: rows.length, active: rows.filter((row) => row.state === 'active').length, failing: 0 })
    const blocks: Block[] = [
      { type: 'paragraph', spans: [plain(total)] },
      ...rows.map(
        (row): Block => ({
          type: 'paragraph',
          spans: [
            link(context.say('source-line', { number: row.id, name: row.name, labels: labels(row, context), state: row.state }), row.home ?? row.url),
          ],
        }),
      ),
    ]
    return { messages: [{ blocks, buttons: [], lang: context.lang }], data: rows }
  },
}

/** What `addsource` understands besides the link. Labels given confirm the source. */
export const addSourceArguments = z.object({
  link: z.string().trim().min(1),
  yes: z.boolean().default(false),
  name: z.string().optional(),
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/)
    .toUpperCase()
    .optional(),
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .optional(),
  ownership: z.enum(ownerships).optional(),
  zone: z.string().optional(),
})
type AddSource = z.infer<typeof addSourceArguments>

const addsource: Command<AddSource> = {
  name: 'addsource',
  aliases: { ru: ['добавить'], hy: ['ավելացնել'], az: ['əlavə'], ka: ['დამატება'], tr: ['ekle'] },
  who: 'admin',
  summary: 'command-addsource',
  arguments: addSourceArguments,
  async run(input, context, ports) {
    const found = await ports.discover(input.link, input.zone ?? null)
    const best = found.candidates[0]
    if (!best)
      return say([context.say('source-nothing', { url: input.link, reason: found.problem ?? '' })], context, { added: null, problem: found.problem })
    const lines = [context.say('source-found', { kind: best.kind, title: best.title ?? best.url, url: best.url })]
    if (!input.yes) {
      const samples = best.sample.map((item) =>
        context.say('source-sample', {
          date: item.publishedAt?.instant.toISOString().slice(0, 10) ?? context.say('undated'),
          title: item.title ?? '',
        }),
      )
      return say([...lines, ...samples, context.say('source-confirm')], context, found)
    }
    const wanted: NewSource = {
      name: input.name ?? best.title ?? new URL(best.url).host,
      kind: best.kind,
      url: best.url,
      home: best.home,
      country: input.country ?? null,
      language: input.language ?? best.language,
      ownership: input.ownership ?? null,
      zone: input.zone ?? null,
      confirmed: input.country !== undefined,
    }
    const { source, existed } = await ports.sources.add(wanted, context.now)
    if (existed) return say([context.say('source-exists', { number: source.id, name: source.name })], context, { added: null, existing: source })
    const { read } = await ports.readSource(source, found.pageLinks)
    return say([context.say('source-added', { name: source.name, kind: source.kind, count: read })], context, { added: source, read })
  },
}

/** A command that changes the one source that the words name. */
function change(name: string, done: string, act: (source: Source, ports: CommandPorts) => Promise<void>): Command<string> {
  return {
    name,
    aliases: {},
    who: 'admin',
    summary: `command-${name}`,
    arguments: z.string().trim().min(1),
    async run(words, context, ports) {
      const matches = await ports.sources.find(words)
      const [source] = matches
      if (!source) return say([context.say('source-unknown', { words })], context, { changed: null })
      if (matches.length > 1)
        return say([context.say('source-several', { words, names: matches.map((match) => `${match.id}. ${match.name}`).join(', ') })], context, {
          candidates: matches,
        })
      await act(source, ports)
      return say([context.say(done, { name: source.name })], context, { changed: source.id })
    },
  }
}

export const sourceCommands = [
  sources,
  addsource,
  change('pausesource', 'source-paused', (source, ports) => ports.sources.update(source.id, { state: 'paused' })),
  change('resumesource', 'source-resumed', (source, ports) => ports.sources.update(source.id, { state: 'active', pausedUntil: null })),
  change('removesource', 'source-removed', (source, ports) => ports.sources.remove(source.id)),
]

/** The text of a reply, for logs and tests. */
export function replyText(reply: Reply): string {
  return reply.messages.map(messageText).join('\n\n')
}
