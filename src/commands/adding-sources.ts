/** addsource: a link is looked at, shown with samples, confirmed, added and read once; a starter list is added as a whole. */
import { z } from 'zod'
import { countryName } from '../messages/format.js'
import type { Block, Button } from '../messages/message.js'
import { bold, link, plain } from '../messages/spans.js'
import type { Candidate, Discovery } from '../sources/discover.js'
import type { FeedItem } from '../sources/feed-item.js'
import { type NewSource, ownerships, type Source } from '../sources/source.js'
import { sourceIdentity } from '../sources/source-identity.js'
import { guessLabels, starterLists, starterOf, zoneOfCountry } from '../sources/starter-list.js'
import { identifyLanguage } from '../text/language.js'
import { isValidZone } from '../text/zones.js'
import type { Command, CommandContext, CommandPorts, Reply } from './command.js'
import { importListed } from './exchanging-sources.js'
import { labelLine, lines } from './naming-source.js'
import { record } from './recording.js'

const fields = z.object({
  link: z.string().trim().default(''),
  yes: z.boolean().default(false),
  /** Which of several candidates, 1-based. */
  pick: z.coerce.number().int().min(1).default(1),
  /** Starter lists to add instead of a link ("am az", "all"). */
  starter: z.union([z.string(), z.literal(true)]).optional(),
  name: z.string().optional(),
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/)
    .toUpperCase()
    .optional(),
  language: z
    .string()
    .regex(/^[A-Za-z]{2}$/)
    .toLowerCase()
    .optional(),
  ownership: z.enum(ownerships).optional(),
  zone: z.string().refine(isValidZone, 'expected an IANA zone such as Asia/Yerevan, or an offset such as +04:00').optional(),
})
export type AddSource = z.infer<typeof fields>

/** "https://x.am yes country=AM --ownership independent name="X News"" → its parts. */
function parseWords(words: string): Record<string, unknown> {
  const found: Record<string, unknown> = {}
  const rest = words
    .replace(
      /(?:--)?(country|language|ownership|zone|name|pick|starter)(?:\s*=\s*|(?<=--\w+)\s+)(?:"([^"]*)"|(\S+))/gi,
      (_, name: string, quoted?: string, bare?: string) => {
        found[name.toLowerCase()] = quoted ?? bare ?? ''
        return ' '
      },
    )
    .trim()
  const tokens = rest.split(/\s+/).filter(Boolean)
  if (/^(?:--)?starter$/i.test(tokens[0] ?? '')) return { ...found, starter: tokens.slice(1).join(' ') || true }
  found.yes = tokens.some((token) => /^(?:--)?yes$/i.test(token))
  return { ...found, link: tokens.find((token) => !/^(?:--)?yes$/i.test(token)) ?? '' }
}

/** What `addsource` understands besides the link, as words or as the terminal's options. Labels given confirm the source. */
export const addSourceArguments = z.preprocess(
  (input) => (typeof input === 'string' ? parseWords(input) : input),
  fields,
) as unknown as z.ZodType<AddSource>

function wantedSource(candidate: Candidate, input: AddSource): NewSource {
  const country = input.country ?? null
  return {
    name: input.name ?? candidate.title ?? new URL(candidate.url).host,
    kind: candidate.kind,
    url: candidate.url,
    home: candidate.home,
    country,
    language: input.language ?? candidate.language,
    ownership: input.ownership ?? null,
    zone: input.zone ?? zoneOfCountry(country),
    confirmed: input.country !== undefined,
  }
}

function sampleLine(item: FeedItem, candidate: Candidate, context: CommandContext): string {
  const words = (item.summary ?? item.content ?? '').split(/\s+/).slice(0, 14).join(' ')
  const text = `${item.title ?? ''} ${words}`
  const values = {
    date: item.publishedAt?.instant.toISOString().slice(0, 10) ?? context.say('undated'),
    lang: identifyLanguage(text, candidate.language).lang,
    title: item.title ?? '',
  }
  return words && !words.startsWith(values.title) ? context.say('source-sample-words', { ...values, words }) : context.say('source-sample', values)
}

function labelWords(link: string): string {
  const guess = guessLabels(link)
  return Object.entries(guess)
    .flatMap(([name, value]) => (value ? [`${name}=${value}`] : []))
    .join(' ')
}

/** What was found, three samples each, the guess of its labels, and a button for each way to say yes. */
function preview(given: string, found: Discovery, context: CommandContext): Reply {
  const guess = guessLabels(found.candidates[0]?.home ?? given)
  const blocks = found.candidates.slice(0, 6).flatMap((candidate, index): Block[] => [
    {
      type: 'paragraph',
      spans: [
        bold(`${index + 1}. `),
        link(context.say('source-found', { kind: candidate.kind, title: candidate.title ?? candidate.url, url: candidate.url }), candidate.url),
      ],
    },
    { type: 'list', ordered: false, items: candidate.sample.map((item) => [plain(sampleLine(item, candidate, context))]) },
  ])
  const guessed = labelLine({ ...guess, language: guess.language ?? found.candidates[0]?.language ?? null }, context)
  const notes = [
    ...(found.pageLinks.length > 0 ? [context.say('source-page-links', { count: found.pageLinks.length })] : []),
    ...(guess.country ? [context.say('source-guess', { labels: guessed })] : []),
    context.say('source-confirm'),
  ]
  const buttons = found.candidates.slice(0, 6).map((_candidate, index): Button[] => {
    const pick = index === 0 ? '' : ` pick=${index + 1}`
    const add = (label: string, words: string): Button => ({
      label,
      command: 'addsource',
      argument: `${given} yes${pick}${words ? ` ${words}` : ''}`,
    })
    const plainly = add(context.say('button-add', { number: index + 1 }), '')
    return guess.country
      ? [add(context.say('button-add-as', { number: index + 1, labels: guessed }), labelWords(found.candidates[0]?.home ?? given)), plainly]
      : [plainly]
  })
  const message = { blocks: [...blocks, ...notes.map((text): Block => ({ type: 'context', spans: [plain(text)] }))], buttons, lang: context.lang }
  return { messages: [message], data: found }
}

async function known(found: Discovery, ports: CommandPorts): Promise<Source | null> {
  const identities = new Set(found.candidates.map(({ url }) => sourceIdentity(url)))
  const same = (await ports.sources.list()).filter((source) => identities.has(sourceIdentity(source.url)))
  return found.candidates.length === 1 ? (same[0] ?? null) : null
}

function bare(context: CommandContext): Reply {
  const named = (list: string): string => (list.length === 2 ? countryName(list.toUpperCase(), context.lang) : context.say(`starter-${list}`))
  const buttons = ['all', ...starterLists].map((list): Button => ({ label: named(list), command: 'addsource', argument: `starter=${list}` }))
  const rows = buttons.flatMap((_button, index) => (index % 2 === 0 ? [buttons.slice(index, index + 2)] : []))
  return lines([context.say('addsource-bare')], context, { added: null, starter: starterLists }, rows)
}

/** Looked at a few at a time; one that cannot be opened is added as a page, unverified, and `check-sources` goes on from there. */
async function addStarter(words: string, context: CommandContext, ports: CommandPorts): Promise<Reply> {
  const entries = starterOf(words)
  if (!entries)
    return lines(
      [context.say('starter-unknown', { words, lists: starterLists.join(', ') })],
      context,
      { added: null },
      bare(context).messages[0]?.buttons as Button[][],
    )
  const have = new Set((await ports.sources.list()).flatMap(({ url, home }) => [url, home].flatMap((one) => (one ? [sourceIdentity(one)] : []))))
  const wanted = entries.filter((entry) => !have.has(sourceIdentity(entry.link)))
  const found: (Candidate | undefined)[] = wanted.map(() => undefined)
  const queue = [...wanted.entries()]
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, entry] = next
      found[index] = (await ports.discover(entry.link, zoneOfCountry(entry.country))).candidates[0]
    }
  }
  await Promise.all(Array.from({ length: Math.min(8, wanted.length) }, work))
  const added: Source[] = []
  // In the order of the list, whichever site answered first: so that the numbers are the same each time.
  for (const [index, entry] of wanted.entries()) {
    const best = found[index]
    const { name, link: home, country, language, ownership, list } = entry
    const labels = { country, language, ownership, zone: zoneOfCountry(country), confirmed: true, folder: list }
    const result = await ports.sources.add({ name, kind: best?.kind ?? 'page', url: best?.url ?? home, home, ...labels }, context.now)
    if (!result.existed) added.push(result.source)
  }
  if (added.length > 0) await record('addsource', { starter: words, sources: added.map((source) => source.id) }, context, ports)
  const opened = added.filter((source) => found.some((best) => best?.url === source.url)).length
  const text = context.say('starter-added', { added: added.length, known: entries.length - added.length, opened, unverified: added.length - opened })
  return lines([text, context.say('starter-next')], context, { added, opened, unverified: added.length - opened }, [
    [{ label: context.say('button-sources'), command: 'sources' }],
  ])
}

async function run(input: AddSource, context: CommandContext, ports: CommandPorts): Promise<Reply> {
  if (input.starter !== undefined) return addStarter(input.starter === true ? 'all' : input.starter, context, ports)
  if (input.link === '') return bare(context)
  const found = await ports.discover(input.link, input.zone ?? zoneOfCountry(input.country ?? null))
  if (found.listed.length > 0) return importListed(found.listed, context, ports)
  const candidate = found.candidates[Math.min(input.pick, found.candidates.length) - 1]
  if (!candidate) {
    const text = context.say('source-nothing', { url: input.link, reason: found.problem ?? '' })
    return { ...lines([text], context, { added: null, problem: found.problem }), failed: true }
  }
  const there = await known(found, ports)
  if (there && !input.yes)
    return lines([context.say('source-exists', { number: there.id, name: there.name })], context, { added: null, existing: there })
  if (!input.yes) return preview(input.link, found, context)
  const { source, existed } = await ports.sources.add(wantedSource(candidate, input), context.now)
  if (existed) return lines([context.say('source-exists', { number: source.id, name: source.name })], context, { added: null, existing: source })
  await record('addsource', { source: source.id, name: source.name, url: source.url }, context, ports)
  const { read, dropped } = await ports.readSource(source, found.pageLinks)
  const text = context.say('source-added', { name: source.name, kind: source.kind, count: read })
  return lines([text, ...(source.confirmed ? [] : [context.say('source-unconfirmed', { number: source.id })])], context, {
    added: source,
    read,
    dropped,
  })
}

export const addSourceCommand: Command<AddSource> = {
  name: 'addsource',
  aliases: { ru: ['добавить'], hy: ['ավելացնել'], az: ['əlavə'], ka: ['დამატება'], tr: ['ekle'] },
  who: 'admin',
  summary: 'command-addsource',
  arguments: addSourceArguments,
  run,
}
