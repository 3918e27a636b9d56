/** sources: the totals in a line, then the sources, worst first, ten a page, with what can be done about each. */
import { z } from 'zod'
import { clockTime, longDate } from '../messages/format.js'
import type { Block, Button } from '../messages/message.js'
import { link, plain } from '../messages/spans.js'
import { type Condition, conditions, type Health, judge, totals, worstFirst } from '../sources/health.js'
import { ownerships } from '../sources/source.js'
import type { Command, CommandContext, CommandPorts, Reply } from './command.js'
import { labelLine } from './naming-source.js'

const pageLength = 10
const bad: readonly Condition[] = ['ended', 'failing', 'unreadable', 'silent']

/** In what language and zone things are said, and when. */
type Hearer = Pick<CommandContext, 'now' | 'lang' | 'zone' | 'say'>

export function isIll({ condition }: Health): boolean {
  return bad.includes(condition)
}

/** How every source is now, worst first. */
export async function sourceHealth(ports: Pick<CommandPorts, 'sources'>, now: Date): Promise<Health[]> {
  const [all, states, habits] = await Promise.all([ports.sources.list(), ports.sources.pollStates(), ports.sources.habits(now)])
  return worstFirst(
    all.flatMap((source) => {
      const state = states.get(source.id)
      return state && source.kind !== 'files' ? [judge(source, state, habits.get(source.id), now)] : []
    }),
  )
}

/** How many sources are in each condition. */
export async function sourceCounts(ports: Pick<CommandPorts, 'sources'>, now: Date): Promise<Record<Condition, number>> {
  return totals(await sourceHealth(ports, now)).by
}

function when(instant: Date, context: Hearer): string {
  return `${longDate(instant, context.lang, context.zone)}, ${clockTime(instant, context.lang, context.zone)}`
}

/** How one source is, in a few words. */
export function healthText({ condition, state, source, error, ...health }: Health, context: Hearer): string {
  const { say } = context
  switch (condition) {
    case 'ended':
      return say('health-ended', { error: state.lastError ?? '' })
    case 'failing':
      return say('health-failing', { error: error ?? '', last: state.lastSuccessAt ? when(state.lastSuccessAt, context) : say('never') })
    case 'unreadable':
      return say('health-unreadable', { percent: Math.round((health.unreadableShare ?? 0) * 100) })
    case 'silent':
      return say('health-silent', { days: Math.floor((health.silentHours ?? 0) / 24) })
    case 'unread':
      return say('health-unread')
    case 'paused':
      return source.pausedUntil
        ? say('health-paused-until', { date: longDate(source.pausedUntil, context.lang, context.zone) })
        : say('health-paused')
    case 'well':
      return say('health-well', { when: when(state.lastSuccessAt ?? state.lastPolledAt ?? context.now, context) })
  }
}

export function totalsText(healths: readonly Health[], context: Hearer): string[] {
  const sums = totals(healths)
  const parts = conditions.flatMap((condition) =>
    sums.by[condition] > 0 ? [context.say(`condition-${condition}`, { count: sums.by[condition] })] : [],
  )
  if (sums.unlabelled > 0) parts.push(context.say('condition-unlabelled', { count: sums.unlabelled }))
  const countries = sums.countries.map(({ country, all, readable }) => `${country} ${readable === all ? all : `${readable}/${all}`}`)
  return [
    context.say('sources-count', { total: sums.all, parts: parts.join(', ') }),
    ...(countries.length > 0 ? [context.say('sources-countries', { countries: countries.join(' · ') })] : []),
  ]
}

interface View {
  page: number
  /** What stood in the words besides the page: goes into the buttons again. */
  filter: string
}

function viewOf(words: string): View {
  const page = /(?:^|\s)page\s*=?\s*(\d{1,4})\b/i.exec(words)
  return {
    page: Math.max(1, Number(page?.[1] ?? 1)),
    filter: words
      .replace(page?.[0] ?? '', ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  }
}

/** "am" is a country where sources of it are kept, else a language; "bad" are those in trouble; other words name sources. */
async function filtered(all: readonly Health[], filter: string, ports: CommandPorts): Promise<Health[]> {
  let left = [...all]
  for (const word of filter.toLowerCase().split(' ').filter(Boolean)) {
    const code = word.toUpperCase()
    if (word === 'bad') left = left.filter(({ condition }) => bad.includes(condition))
    else if (word === 'unlabelled') left = left.filter(({ source }) => source.country === null)
    else if ((ownerships as readonly string[]).includes(word)) left = left.filter(({ source }) => source.ownership === word)
    else if (all.some(({ source }) => source.country === code)) left = left.filter(({ source }) => source.country === code)
    else if (all.some(({ source }) => source.language === word)) left = left.filter(({ source }) => source.language === word)
    else if (/^[a-z]{2}$/.test(word)) left = []
    else {
      const named = new Set((await ports.sources.find(filter)).map(({ id }) => id))
      return all.filter(({ source }) => named.has(source.id))
    }
  }
  return left
}

function rowButtons({ source, condition }: Health, context: CommandContext): Button[] {
  if (!bad.includes(condition) && condition !== 'paused') return []
  const number = String(source.id)
  const retry = { label: context.say('button-retry', { number }), command: 'retrysource', argument: number }
  const pause = { label: context.say('button-pause-week', { number }), command: 'pausesource', argument: `${number} week` }
  const resume = { label: context.say('button-resume', { number }), command: 'resumesource', argument: number }
  if (condition === 'paused') return [resume]
  const search = { label: context.say('button-find-address', { number }), command: 'movesource', argument: number }
  return condition === 'silent' ? [retry, pause] : [retry, pause, search]
}

function pageButtons({ page, filter }: View, pages: number, context: CommandContext): Button[][] {
  const to = (target: number, key: string): Button => ({
    label: context.say(key),
    command: 'sources',
    argument: `${filter} page ${target}`.trim(),
    mode: 'edit',
  })
  const row = [...(page > 1 ? [to(page - 1, 'button-previous')] : []), ...(page < pages ? [to(page + 1, 'button-next')] : [])]
  return row.length > 0 ? [row] : []
}

function isAdmin(context: CommandContext): boolean {
  return context.person.role === 'owner' || context.person.role === 'admin'
}

function sourceJson({ source, state, condition, error }: Health): unknown {
  const { lastSuccessAt, lastNewItemAt, nextPollAt, intervalMinutes, failures } = state
  return { ...source, condition, error, lastSuccessAt, lastNewItemAt, nextPollAt, intervalMinutes, failures }
}

async function run(words: string, context: CommandContext, ports: CommandPorts): Promise<Reply> {
  const all = await sourceHealth(ports, context.now)
  if (all.length === 0) {
    const blocks: Block[] = [
      { type: 'paragraph', spans: [plain(context.say('sources-none'))] },
      { type: 'context', spans: [plain(context.say('nothing-read-next', { add: 'addsource <link>', demo: 'demo' }))] },
    ]
    const buttons: Button[][] = isAdmin(context) ? [[{ label: context.say('button-starter'), command: 'addsource', argument: 'starter=all' }]] : []
    return { messages: [{ blocks, buttons, lang: context.lang }], data: [] }
  }
  const asked = viewOf(words)
  const found = await filtered(all, asked.filter, ports)
  const pages = Math.max(1, Math.ceil(found.length / pageLength))
  const view = { ...asked, page: Math.min(asked.page, pages) }
  const shown = found.slice((view.page - 1) * pageLength, view.page * pageLength)
  const rows = shown.map((health): Block => {
    const { source } = health
    const text = context.say('source-line', {
      number: source.id,
      name: source.name,
      labels: labelLine(source, context),
      health: healthText(health, context),
    })
    return { type: 'paragraph', spans: [link(text, source.home ?? source.url)] }
  })
  const foot =
    found.length === 0
      ? [context.say('sources-no-match', { words: asked.filter })]
      : pages > 1
        ? [context.say('sources-page', { page: view.page, pages })]
        : []
  const blocks: Block[] = [
    ...totalsText(all, context).map((text): Block => ({ type: 'paragraph', spans: [plain(text)] })),
    ...rows,
    ...foot.map((text): Block => ({ type: 'context', spans: [plain(text)] })),
  ]
  const repairs = isAdmin(context)
    ? shown
        .map((health) => rowButtons(health, context))
        .filter((row) => row.length > 0)
        .slice(0, 5)
    : []
  return { messages: [{ blocks, buttons: [...repairs, ...pageButtons(view, pages, context)], lang: context.lang }], data: found.map(sourceJson) }
}

export const sourcesCommand: Command<string> = {
  name: 'sources',
  aliases: { ru: ['источники'], hy: ['աղբյուրներ'], az: ['mənbələr'], ka: ['წყაროები'], tr: ['kaynaklar'] },
  who: 'anyone',
  summary: 'command-sources',
  arguments: z.string(),
  run,
}
