/** The health of all sources → what admins hear at once, and what they hear once a week. */
import { countryName } from '../messages/format.js'
import type { Block, Message } from '../messages/message.js'
import { bold, plain } from '../messages/spans.js'
import { type Notice, notices } from '../sources/health.js'
import type { CommandContext, CommandPorts } from './command.js'
import { healthText, isIll, sourceHealth, totalsText } from './listing-sources.js'

type Hearer = Pick<CommandContext, 'now' | 'lang' | 'zone' | 'say'>

function text(notice: Notice, hearer: Hearer): string {
  if (notice.kind === 'country') return hearer.say('notice-country', { country: countryName(notice.country, hearer.lang) })
  const { source, state } = notice.health
  const about = { number: source.id, name: source.name }
  return notice.kind === 'ended' ? hearer.say('notice-ended', { ...about, error: state.lastError ?? '' }) : hearer.say('notice-shape', about)
}

function message(title: string, lines: readonly string[], hearer: Hearer): Message {
  const blocks: Block[] = [
    { type: 'heading', spans: [bold(title)] },
    { type: 'list', ordered: false, items: lines.map((line) => [plain(line)]) },
  ]
  return { blocks, buttons: [[{ label: hearer.say('button-sources'), command: 'sources', argument: 'bad' }]], lang: hearer.lang }
}

/** To be called after each round of polling; null when nothing is new. What it tells is remembered, so that it is told once. */
export async function urgentSourceNotice(ports: Pick<CommandPorts, 'sources'>, hearer: Hearer): Promise<Message | null> {
  const [healths, told, shapes] = await Promise.all([sourceHealth(ports, hearer.now), ports.sources.told(), ports.sources.shapes(hearer.now)])
  const found = notices(healths, { told, shapes }, hearer.now)
  await ports.sources.saveTold(found.told)
  const lines = found.notices.map((notice) => text(notice, hearer))
  return lines.length > 0 ? message(hearer.say('notices-title'), lines, hearer) : null
}

/** Totals, and each source that is in trouble. */
export async function weeklySourceReport(ports: Pick<CommandPorts, 'sources'>, hearer: Hearer): Promise<Message> {
  const healths = await sourceHealth(ports, hearer.now)
  const ill = healths.filter(isIll).map((health) => `${health.source.id}. ${health.source.name}: ${healthText(health, hearer)}`)
  return message(
    hearer.say('weekly-title'),
    [...totalsText(healths, hearer), ...(ill.length > 0 ? ill.slice(0, 20) : [hearer.say('weekly-fine')])],
    hearer,
  )
}
