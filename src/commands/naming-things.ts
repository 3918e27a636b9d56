/** lexicon add, remove, list, export: names of an admin's own beside the shipped ones; audited, and in use at once. */
import { z } from 'zod'
import { languages } from '../lexicon/lexicon.js'
import { addEntry, CannotAdd, exportEntries, newEntry } from '../lexicon/lexicon-entries.js'
import type { OverlayEntry } from '../lexicon/overlay.js'
import { longDate } from '../messages/format.js'
import type { Block } from '../messages/message.js'
import { messageText, plain } from '../messages/spans.js'
import { personName } from '../subscribers/people.js'
import type { Command, CommandContext, CommandPorts, Reply } from './command.js'

/** `how`: what was typed is none of the others. */
const actions = ['add', 'remove', 'list', 'export', 'how'] as const

/** What the words or the terminal's options say; whether an entry fits is checked when it is added. */
const fields = z.object({
  action: z.enum(actions).catch('how'),
  kind: z.string().optional(),
  slug: z.string().optional(),
  side: z.string().optional(),
  names: z.record(z.string(), z.array(z.string())).default({}),
  familyNames: z.record(z.string(), z.array(z.string())).default({}),
  /** What stands where a name with its language is expected. */
  odd: z.string().default(''),
})
type LexiconWords = z.infer<typeof fields>

/** "add person slug:x side:AM en:Mher Grigoryan, M. Grigoryan family-en:Grigoryan" → its parts. */
function parseWords(words: string): Record<string, unknown> {
  const keys = `slug|side|(?:family-)?(?:${languages.join('|')})`
  const [head = '', ...parts] = words.trim().split(new RegExp(`\\s+(?=(?:${keys}):)`, 'i'))
  const [action = 'list', second, ...more] = head.split(/\s+/)
  const names: Record<string, string[]> = {}
  const familyNames: Record<string, string[]> = {}
  const found: Record<string, unknown> = { action: action.toLowerCase() || 'list', names, familyNames, odd: more.join(' ').slice(0, 60) }
  if (second) found[action.toLowerCase() === 'add' ? 'kind' : 'slug'] = second.toLowerCase()
  for (const part of parts) {
    const [, key = '', value = ''] = /^([\w-]+):\s*([\s\S]*)$/.exec(part) ?? []
    const spellings = value
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean)
    const name = key.toLowerCase()
    if (name === 'slug' || name === 'side') found[name] = value.trim()
    else if (name.startsWith('family-')) familyNames[name.slice('family-'.length)] = spellings
    else names[name] = spellings
  }
  return found
}

function reply(lines: string[], context: CommandContext, data: object): Reply {
  const blocks = lines.map((text): Block => ({ type: 'paragraph', spans: [plain(text)] }))
  const message = { blocks, buttons: [], lang: context.lang }
  return { messages: [message], data: { text: messageText(message), ...data } }
}

function namesText({ names }: Pick<OverlayEntry, 'names'>): string {
  return Object.entries(names)
    .map(([lang, spellings]) => `${lang}: ${spellings.join(', ')}`)
    .join('; ')
}

async function add(words: LexiconWords, context: CommandContext, ports: CommandPorts): Promise<Reply> {
  const by = personName(context.person.address)
  const entry = entryOrFault(words, { lexicon: ports.lexicon, author: by, now: context.now })
  if (entry instanceof CannotAdd)
    return reply([context.say(entry.fault, { ...entry.values, ...kindIn(entry.values, context) })], context, { added: null })
  const added = await ports.lexiconEntries.add(entry)
  await ports.audit.record({ at: context.now, by, action: 'lexicon add', detail: entry })
  const retagged = await ports.takeUpNames()
  return reply([context.say('lexicon-added', { slug: added.slug, count: retagged })], context, { added, retagged })
}

function entryOrFault(words: LexiconWords, about: Parameters<typeof addEntry>[1]): OverlayEntry | CannotAdd {
  try {
    const [lang = ''] = words.odd.split(':')
    if (words.odd && words.kind !== undefined && words.kind in kindWords) throw new CannotAdd('lexicon-no-language', { lang })
    return addEntry(newEntry(words, about.lexicon), about)
  } catch (error) {
    if (error instanceof CannotAdd) return error
    throw error
  }
}

const kindWords = {
  person: 'lexicon-kind-person',
  organisation: 'lexicon-kind-organisation',
  place: 'lexicon-kind-place',
  country: 'lexicon-kind-country',
} as const

/** A kind of the lexicon in the words of the interface; what somebody typed for one stays as it is. */
function kindIn({ kind }: Record<string, string>, { say }: CommandContext): { kind?: string } {
  const key = Object.entries(kindWords).find(([one]) => one === kind)?.[1]
  return key ? { kind: say(key) } : {}
}

async function remove({ slug = '' }: LexiconWords, context: CommandContext, ports: CommandPorts): Promise<Reply> {
  if (!slug || !(await ports.lexiconEntries.remove(slug, context.now)))
    return reply([context.say('lexicon-unknown', { slug: slug || '?' })], context, { removed: null })
  const by = personName(context.person.address)
  await ports.audit.record({ at: context.now, by, action: 'lexicon remove', detail: { slug } })
  const retagged = await ports.takeUpNames()
  return reply([context.say('lexicon-removed', { slug, count: retagged })], context, { removed: slug, retagged })
}

async function list(context: CommandContext, ports: CommandPorts): Promise<Reply> {
  const entries = await ports.lexiconEntries.list()
  if (entries.length === 0) return reply([context.say('lexicon-none'), context.say('lexicon-how')], context, { entries })
  const lines = entries.map((entry) =>
    context.say('lexicon-line', {
      slug: entry.slug,
      kind: context.say(`lexicon-kind-${entry.kind}`),
      names: namesText(entry),
      author: entry.author,
      date: longDate(new Date(entry.addedAt), context.lang, context.zone),
    }),
  )
  return reply(lines, context, { entries })
}

const lexicon: Command<LexiconWords> = {
  name: 'lexicon',
  aliases: {},
  who: 'admin',
  summary: 'command-lexicon',
  arguments: z.preprocess((input) => (typeof input === 'string' ? parseWords(input) : input), fields) as unknown as z.ZodType<LexiconWords>,
  async run(words, context, ports) {
    if (words.action === 'add') return add(words, context, ports)
    if (words.action === 'remove') return remove(words, context, ports)
    if (words.action === 'list') return list(context, ports)
    if (words.action === 'how') return reply([context.say('lexicon-how')], context, { added: null })
    const entries = await ports.lexiconEntries.list()
    const text = exportEntries(entries).trimEnd()
    return reply([text || context.say('lexicon-none')], context, { entries })
  },
}

export const namingCommands = [lexicon]
