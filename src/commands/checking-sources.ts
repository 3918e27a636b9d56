/** check-sources: opens every source that was not read lately (`check-sources starter am`: the starter list's links), says what is wrong with each and what would mend it. */
import { z } from 'zod'
import { countryName } from '../messages/format.js'
import type { Button } from '../messages/message.js'
import type { Candidate } from '../sources/discover.js'
import { type Health, thinSides } from '../sources/health.js'
import { sourceIdentity } from '../sources/source-identity.js'
import { type StarterEntry, starterOf, zoneOfCountry } from '../sources/starter-list.js'
import type { Command, CommandContext, CommandPorts, Reply } from './command.js'
import { sourceHealth } from './listing-sources.js'
import { lines } from './naming-source.js'

export interface Checked {
  id: number
  name: string
  readable: boolean
  problem: string | null
  /** A better address, when one was found. */
  proposal: string | null
}

const freshMs = 24 * 3_600_000

/** The source's own address, then its home page: what would be read there instead. */
export async function betterAddress(
  health: Pick<Health, 'source'>,
  ports: CommandPorts,
): Promise<{ own: Candidate | null; other: Candidate | null; problem: string | null }> {
  const { source } = health
  const first = await ports.discover(source.url, source.zone)
  const own = first.candidates.find((candidate) => sourceIdentity(candidate.url) === sourceIdentity(source.url)) ?? null
  const better = first.candidates.find((candidate) => candidate !== own && (source.kind === 'page' ? candidate.kind !== 'page' : own === null))
  if (own || better || !source.home || sourceIdentity(source.home) === sourceIdentity(source.url))
    return { own, other: better ?? null, problem: first.problem }
  const second = await ports.discover(source.home, source.zone)
  return { own: null, other: second.candidates[0] ?? null, problem: first.problem ?? second.problem }
}

async function check(health: Health, context: CommandContext, ports: CommandPorts): Promise<Checked> {
  const { source, state } = health
  const about = { id: source.id, name: source.name }
  const fresh = state.lastSuccessAt !== null && state.failures === 0 && context.now.getTime() - state.lastSuccessAt.getTime() < freshMs
  if (fresh && source.kind !== 'page') return { ...about, readable: true, problem: null, proposal: null }
  const { own, other, problem } = await betterAddress(health, ports)
  return {
    ...about,
    readable: own !== null || (fresh && other === null),
    problem: own ? null : (problem ?? context.say('check-nothing-there')),
    proposal: other?.url ?? null,
  }
}

/** The starter list's own links, opened without adding any: which can be read from here, and where something else would be read. */
async function checkStarter(entries: readonly StarterEntry[], context: CommandContext, ports: CommandPorts): Promise<Reply> {
  const queue = entries.map((entry, index) => ({ entry, id: index + 1 }))
  const checked: Checked[] = []
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { entry, id } = next
      const found = await ports.discover(entry.link, zoneOfCountry(entry.country))
      const best = found.candidates[0]
      const problem = best ? null : (found.problem ?? context.say('check-nothing-there'))
      checked.push({ id, name: entry.name, readable: best !== undefined, problem, proposal: best?.url ?? null })
    }
  }
  await Promise.all(Array.from({ length: Math.min(6, queue.length) }, work))
  checked.sort((a, b) => Number(a.readable) - Number(b.readable) || a.id - b.id)
  const readable = checked.filter((one) => one.readable).length
  const texts = [
    context.say('check-total', { all: checked.length, readable }),
    ...checked.flatMap((one) =>
      one.readable ? [] : [context.say('check-unreadable', { number: one.id, name: one.name, problem: one.problem ?? '' })],
    ),
  ]
  return lines(texts, context, { checked, readable })
}

async function run(words: string, context: CommandContext, ports: CommandPorts): Promise<Reply> {
  const [what, ...lists] = words.trim().split(/\s+/)
  const starter = what === 'starter' ? starterOf(lists.join(' ')) : null
  if (starter) return checkStarter(starter, context, ports)
  const healths = (await sourceHealth(ports, context.now)).filter(({ source }) => source.state === 'active')
  const queue = [...healths]
  const checked: Checked[] = []
  const work = async (): Promise<void> => {
    for (let health = queue.shift(); health; health = queue.shift()) checked.push(await check(health, context, ports))
  }
  await Promise.all(Array.from({ length: Math.min(6, queue.length) }, work))
  checked.sort((a, b) => Number(a.readable) - Number(b.readable) || a.id - b.id)
  const readable = new Set(checked.filter((one) => one.readable).map(({ id }) => id))
  const thin = thinSides(healths.map((health) => ({ ...health, condition: readable.has(health.source.id) ? 'well' : 'failing' })))
  const texts = [
    context.say('check-total', { all: checked.length, readable: readable.size }),
    ...thin.map(({ country, readable: count }) => context.say('check-thin', { country: countryName(country, context.lang), count })),
    ...checked.flatMap((one) => [
      ...(one.readable ? [] : [context.say('check-unreadable', { number: one.id, name: one.name, problem: one.problem ?? '' })]),
      ...(one.proposal ? [context.say('check-proposal', { number: one.id, name: one.name, url: one.proposal })] : []),
    ]),
  ]
  const buttons = checked
    .flatMap((one): Button[] =>
      one.proposal
        ? [{ label: context.say('button-use-address', { number: one.id }), command: 'movesource', argument: `${one.id} ${one.proposal}` }]
        : [],
    )
    .slice(0, 10)
  return lines(
    texts,
    context,
    { checked, readable: readable.size, thin },
    buttons.map((button) => [button]),
  )
}

export const checkSourcesCommand: Command<string> = {
  name: 'check-sources',
  aliases: { en: ['checksources'] },
  who: 'admin',
  summary: 'command-check-sources',
  arguments: z.string(),
  run,
}
