/** mute, unmute: what a chat's digests leave out, topics and sources alike. */
import { z } from 'zod'
import { conjunction } from '../messages/format.js'
import type { Block, Button, Message } from '../messages/message.js'
import { messageText, typed } from '../messages/spans.js'
import { nextDue } from '../subscribers/schedule.js'
import type { Choice, Subscription } from '../subscribers/subscription.js'
import type { Command, CommandContext, CommandPorts, Reply } from './command.js'

type Muted = Pick<Choice, 'mutedConcepts' | 'mutedSources'>

const none: Muted = { mutedConcepts: [], mutedSources: [] }
const mostButtons = 8

function reply(text: string, context: CommandContext, data: unknown, buttons: Button[] = []): Reply {
  const blocks: Block[] = [{ type: 'paragraph', spans: typed(text) }]
  const message: Message = { blocks, buttons: buttons.map((button) => [button]), lang: context.lang }
  return { messages: [message], data: data ?? { text: messageText(message) } }
}

/** A source by its number or whole name; else the topic, country, person or place of these words; else the sources they name. */
async function meant(words: string, context: CommandContext, ports: CommandPorts): Promise<Muted> {
  const sources = await ports.sources.find(words)
  const whole = sources.filter(({ id, name }) => String(id) === words || name.toLowerCase() === words.toLowerCase())
  if (whole.length > 0) return { ...none, mutedSources: whole.map((source) => source.id) }
  const concepts = ports.lexicon.resolve(words, context.lang).filter((concept) => concept.kind !== 'event')
  if (concepts.length > 0) return { ...none, mutedConcepts: [...new Set(concepts.map((concept) => concept.slug))] }
  return { ...none, mutedSources: sources.map((source) => source.id) }
}

async function namesOf({ mutedConcepts, mutedSources }: Muted, context: CommandContext, ports: CommandPorts): Promise<string[]> {
  const sources = mutedSources.length > 0 ? await ports.sources.list() : []
  return [
    ...mutedConcepts.map((slug) => ports.lexicon.displayName(slug, context.lang)),
    ...mutedSources.map((id) => sources.find((source) => source.id === id)?.name ?? String(id)),
  ]
}

function together<T>(all: readonly T[], some: readonly T[]): T[] {
  return [...new Set([...all, ...some])]
}

function without<T>(all: readonly T[], some: readonly T[]): T[] {
  return all.filter((one) => !some.includes(one))
}

async function change(all: readonly Subscription[], to: (choice: Choice) => Muted, context: CommandContext, ports: CommandPorts): Promise<void> {
  for (const one of all) {
    const choice = { ...one.choice, ...to(one.choice) }
    await ports.subscriptions.change(one.id, { ...one, choice, nextAt: nextDue({ ...one, choice }, context.now) })
  }
}

/** What any subscription of the chat leaves out, each with a button that lets it in again. */
async function mutedList(all: readonly Subscription[], context: CommandContext, ports: CommandPorts): Promise<Reply> {
  const muted: Muted = {
    mutedConcepts: [...new Set(all.flatMap((one) => one.choice.mutedConcepts))],
    mutedSources: [...new Set(all.flatMap((one) => one.choice.mutedSources))],
  }
  const names = await namesOf(muted, context, ports)
  if (names.length === 0) return reply(context.say('mute-what'), context, { muted })
  const words = [...muted.mutedConcepts, ...muted.mutedSources.map(String)]
  const buttons = names
    .slice(0, mostButtons)
    .map((name, index): Button => ({ label: context.say('button-unmute', { topic: name }), command: 'unmute', argument: words[index] ?? name }))
  return reply(context.say('mute-list', { names: conjunction(names, context.lang) }), context, { muted }, buttons)
}

/** `apply` adds what was meant to a choice, or takes it out. */
function muting(
  name: 'mute' | 'unmute',
  aliases: Command['aliases'],
  apply: <T>(all: readonly T[], some: readonly T[]) => T[],
  undo: (names: string) => Pick<Button, 'label' | 'command'>,
): Command<string> {
  return {
    name,
    aliases,
    who: 'manager',
    summary: `command-${name}`,
    arguments: z.string().trim(),
    async run(words, context, ports) {
      const all = await ports.subscriptions.ofChat(context.chat.id)
      if (all.length === 0) {
        const daily: Button = { label: context.say('button-daily', { time: '8:30' }), command: 'subscribe', argument: '8:30' }
        return reply(context.say('subscription-none'), context, { muted: none }, [daily])
      }
      if (!words) return mutedList(all, context, ports)
      const wish = await meant(words, context, ports)
      const names = await namesOf(wish, context, ports)
      if (names.length === 0) return reply(context.say('mute-unknown', { words }), context, { muted: none })
      await change(
        all,
        (choice) => ({
          mutedConcepts: apply(choice.mutedConcepts, wish.mutedConcepts),
          mutedSources: apply(choice.mutedSources, wish.mutedSources),
        }),
        context,
        ports,
      )
      const told = conjunction(names, context.lang)
      return reply(context.say(`${name}-done`, { names: told }), context, { [`${name}d`]: wish }, [
        { ...undo(context.say(name === 'mute' ? 'button-unmute' : 'button-mute', { topic: told })), argument: words },
      ])
    },
  }
}

export const mutingCommands = [
  muting('mute', { ru: ['скрыть'], hy: ['թաքցնել'], az: ['gizlət'], ka: ['დამალვა'], tr: ['gizle'] }, together, (label) => ({
    label,
    command: 'unmute',
  })),
  muting('unmute', {}, without, (label) => ({ label, command: 'mute' })),
]
