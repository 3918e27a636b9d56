/** pausesource, resumesource, removesource, retrysource, movesource, labelsource: what admins do to a source that stands. */
import { z } from 'zod'
import { longDate } from '../messages/format.js'
import { type Ownership, ownerships, type Source } from '../sources/source.js'
import { guessLabels, zoneOfCountry } from '../sources/starter-list.js'
import { addSourceCommand } from './adding-sources.js'
import { betterAddress, checkSourcesCommand } from './checking-sources.js'
import type { Command, CommandContext, CommandPorts, Reply } from './command.js'
import { exchangeCommands } from './exchanging-sources.js'
import { sourcesCommand } from './listing-sources.js'
import { labelLine, lines, withSource } from './naming-source.js'
import { record } from './recording.js'

interface Change {
  /** Splits the words: what names the source, and what else is wanted. */
  split?: (words: string) => { named: string; rest: string }
  act(source: Source, rest: string, situation: { context: CommandContext; ports: CommandPorts }): Promise<Reply>
}

/** A command that changes the one source that the words name. */
function change(name: string, { split = (words) => ({ named: words, rest: '' }), act }: Change): Command<string> {
  return {
    name,
    aliases: {},
    who: 'admin',
    summary: `command-${name}`,
    arguments: z.string().trim(),
    run(words, context, ports) {
      const { named, rest } = split(words)
      return withSource(named, { command: name, rest }, { context, ports }, async (source) => {
        const reply = await act(source, rest, { context, ports })
        const { changed } = reply.data as { changed?: number | null }
        // Reading again changes nothing that an admin would look for.
        if (changed && name !== 'retrysource')
          await record(name, { source: changed, name: source.name, ...(rest ? { words: rest } : {}) }, context, ports)
        return reply
      })
    },
  }
}

/** "12 week", "hetq 3 days" → the days of a pause; no days: without end. */
function splitPause(words: string): { named: string; rest: string } {
  const found = /^(.*?)[\s,]+(?:for\s+)?((?:a\s+)?weeks?|\d{1,3}\s*(?:d|days?|weeks?))$/i.exec(words)
  return found?.[1] ? { named: found[1].trim(), rest: found[2] ?? '' } : { named: words, rest: '' }
}

function daysOf(rest: string): number | null {
  if (rest === '') return null
  const number = Number(/\d+/.exec(rest)?.[0] ?? 1)
  return /week/i.test(rest) ? number * 7 : number
}

const pause = change('pausesource', {
  split: splitPause,
  async act(source, rest, { context, ports }) {
    const days = daysOf(rest)
    const until = days === null ? null : new Date(context.now.getTime() + days * 86_400_000)
    await ports.sources.update(source.id, { state: 'paused', pausedUntil: until })
    const text = until
      ? context.say('source-paused-until', { name: source.name, date: longDate(until, context.lang, context.zone) })
      : context.say('source-paused', { name: source.name })
    return lines([text], context, { changed: source.id, until }, [
      [{ label: context.say('button-resume', { number: source.id }), command: 'resumesource', argument: String(source.id) }],
    ])
  },
})

const resume = change('resumesource', {
  async act(source, _rest, { context, ports }) {
    await ports.sources.update(source.id, { state: 'active', pausedUntil: null })
    await ports.sources.savePollState(source.id, { nextPollAt: context.now })
    return lines([context.say('source-resumed', { name: source.name })], context, { changed: source.id })
  },
})

const remove = change('removesource', {
  async act(source, _rest, { context, ports }) {
    await ports.sources.remove(source.id)
    return lines([context.say('source-removed', { name: source.name })], context, { changed: source.id })
  },
})

const retry = change('retrysource', {
  async act(source, _rest, { context, ports }) {
    if (source.state !== 'active') await ports.sources.update(source.id, { state: 'active', pausedUntil: null })
    const { read, dropped } = await ports.readSource(source, [])
    const { lastError } = await ports.sources.pollState(source.id)
    const text = lastError
      ? context.say('source-still-failing', { name: source.name, error: lastError })
      : context.say('source-read-again', { name: source.name, count: read })
    return lines([text], context, { changed: source.id, read, dropped, error: lastError })
  },
})

/** "12 https://…": that address is used once it was opened; "12": an address is looked for. */
const move = change('movesource', {
  split(words) {
    const found = /^(.*?)\s+((?:https?:\/\/|@)\S+)$/i.exec(words)
    return found?.[1] ? { named: found[1].trim(), rest: found[2] ?? '' } : { named: words, rest: '' }
  },
  async act(source, rest, { context, ports }) {
    const found = rest === '' ? (await betterAddress({ source }, ports)).other : ((await ports.discover(rest, source.zone)).candidates[0] ?? null)
    if (!found) return lines([context.say('source-no-better', { name: source.name })], context, { changed: null })
    if (rest === '') {
      const use = { label: context.say('button-use-address', { number: source.id }), command: 'movesource', argument: `${source.id} ${found.url}` }
      return lines(
        [context.say('check-proposal', { number: source.id, name: source.name, url: found.url })],
        context,
        { changed: null, proposal: found.url },
        [[use]],
      )
    }
    await ports.sources.update(source.id, { url: found.url, kind: found.kind, state: 'active' })
    const moved = (await ports.sources.byId(source.id)) ?? source
    if (moved.url !== found.url) return lines([context.say('source-address-taken', { url: found.url })], context, { changed: null })
    const { read } = await ports.readSource(moved, [])
    return lines([context.say('source-moved', { name: source.name, url: found.url, count: read })], context, { changed: source.id, url: found.url })
  },
})

interface Labels {
  country?: string
  language?: string
  ownership?: Ownership
}

/** "AM hy independent" in any order; capitals are a country, small letters a language. */
function labelsIn(rest: string): Labels {
  const labels: Labels = {}
  for (const raw of rest.split(/[\s,]+/).filter(Boolean)) {
    const word = raw.replace(/^(?:--)?(?:country|language|ownership)=/, '')
    const ownership = ownerships.find((one) => one === word.toLowerCase())
    if (ownership) labels.ownership = ownership
    else if (/^[A-Z]{2}$/.test(word)) labels.country = word
    else if (/^[a-z]{2}$/.test(word)) labels.language = word
  }
  return labels
}

async function setLabels(source: Source, labels: Labels, ports: CommandPorts): Promise<Source> {
  const country = labels.country ?? source.country
  const zone = source.zone ?? zoneOfCountry(country)
  await ports.sources.update(source.id, { ...labels, zone, confirmed: country !== null })
  return { ...source, ...labels }
}

function guessFor(source: Source): Labels {
  const { country, language, ownership } = guessLabels(source.home ?? source.url)
  return { ...(country ? { country } : {}), ...(language && !source.language ? { language } : {}), ...(ownership ? { ownership } : {}) }
}

const labelOne = change('labelsource', {
  split(words) {
    const found = /^(.*?)\s+((?:(?:guess|[A-Z]{2}|[a-z]{2}|state|public|independent|party|exile|official|agency)(?:[\s,]+|$))+)$/.exec(words)
    return found?.[1] ? { named: found[1].trim(), rest: found[2]?.trim() ?? '' } : { named: words, rest: '' }
  },
  async act(source, rest, { context, ports }) {
    const labels = rest === 'guess' || rest === '' ? guessFor(source) : labelsIn(rest)
    if (rest === '') {
      const use = Object.values(labels).join(' ')
      const buttons = use ? [[{ label: use, command: 'labelsource', argument: `${source.id} ${use}` }]] : []
      return lines(
        [context.say('label-how', { name: source.name, labels: labelLine(source, context) })],
        context,
        { changed: null, guess: labels },
        buttons,
      )
    }
    const labelled = await setLabels(source, labels, ports)
    return lines([context.say('source-labelled', { name: source.name, labels: labelLine(labelled, context) })], context, { changed: source.id })
  },
})

/** "all guess": every source without labels gets those that its address suggests. */
const label: Command<string> = {
  ...labelOne,
  async run(words, context, ports) {
    if (!/^all\s+guess$/i.test(words)) return labelOne.run(words, context, ports)
    const open = (await ports.sources.list()).filter((source) => !source.confirmed && source.kind !== 'files')
    const labelled: Source[] = []
    for (const source of open) {
      const guess = guessFor(source)
      if (guess.country) labelled.push(await setLabels(source, guess, ports))
    }
    if (labelled.length > 0) await record('labelsource', { guessed: labelled.map(({ id }) => id) }, context, ports)
    const named = labelled.slice(0, 30).map((source) => `${source.id}. ${source.name}: ${labelLine(source, context)}`)
    return lines([context.say('labels-guessed', { count: labelled.length, left: open.length - labelled.length }), ...named], context, {
      changed: labelled.map(({ id }) => id),
    })
  },
}

export const sourceCommands = [sourcesCommand, addSourceCommand, ...exchangeCommands, checkSourcesCommand, pause, resume, remove, retry, move, label]

/** What changes sources; the list itself is everybody's. */
export const sourceCommandNames: ReadonlySet<string> = new Set(sourceCommands.filter((command) => command.who === 'admin').map(({ name }) => name))
