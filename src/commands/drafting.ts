/** draft: a chat's editions come to its manager first; what he does with one. */
import { z } from 'zod'
import type { Block, Button, Message } from '../messages/message.js'
import { messageText, typed } from '../messages/spans.js'
import { parsePerson } from '../subscribers/people.js'
import { nextDue } from '../subscribers/schedule.js'
import type { Draft, Subscription } from '../subscribers/subscription.js'
import type { Command, CommandContext, CommandPorts, Reply } from './command.js'

const defaultMinutes = 15
const acting = /^(post|later|skip|drop|up)\s+(\S+)(?:\s+(\d{1,2}))?$/
const turningOn = /^(?:on\s+)?(\d{1,3})?\s*(post|skip)?\s*(\S+:\S+)?$/i

function reply(text: string, context: CommandContext, buttons: Button[] = []): Reply {
  const blocks: Block[] = [{ type: 'paragraph', spans: typed(text) }]
  const message: Message = { blocks, buttons: buttons.length > 0 ? [buttons] : [], lang: context.lang }
  return { messages: [message], data: { text: messageText(message) } }
}

/** Minutes before an edition's time at which its draft comes; the last ends that. */
const choices: Button[] = [
  ...[15, 30, 60].map((minutes): Button => ({ label: `${minutes}′`, command: 'draft', argument: `${minutes} skip` })),
  { label: '✕', command: 'draft', argument: 'off' },
]

async function change(
  all: readonly Subscription[],
  to: Partial<Subscription['choice']>,
  context: CommandContext,
  ports: CommandPorts,
): Promise<void> {
  for (const one of all) {
    const choice = { ...one.choice, ...to }
    await ports.subscriptions.change(one.id, { ...one, choice, nextAt: nextDue({ ...one, choice }, context.now) })
  }
}

export const draftingCommands: Command<string>[] = [
  {
    name: 'draft',
    aliases: {},
    who: 'manager',
    summary: 'command-draft',
    arguments: z.string().trim(),
    async run(input, context, ports) {
      const act = acting.exec(input)
      if (act) {
        const [, action = '', key = '', story = '0'] = act
        const message = await ports.actOnDraft({ action, key, story: Number(story), managerChat: context.chat.id, now: context.now })
        return message ? { messages: [message], data: { action, key } } : reply(context.say('draft-unknown'), context)
      }
      const all = await ports.subscriptions.ofChat(context.chat.id)
      if (all.length === 0) return reply(context.say('subscription-none'), context)
      const line = /^(above|sign)\b\s*(.*)$/is.exec(input)
      if (line) {
        const text = line[2]?.trim().slice(0, 300) || null
        await change(all, line[1]?.toLowerCase() === 'above' ? { above: text } : { signature: text }, context, ports)
        return reply(context.say('draft-line-set'), context)
      }
      if (/^off$/i.test(input)) {
        await change(all, { draft: null }, context, ports)
        return reply(context.say('draft-off'), context)
      }
      const on = turningOn.exec(input)
      const manager = on?.[3] ? parsePerson(on[3], context.person.address) : context.person.address
      if (!on || !manager) return reply(context.say('draft-how'), context, choices)
      const { platform, workspace, user } = manager
      // A private chat has its person's own number.
      const managerChat = await ports.chats.chat({ platform, workspace, chat: user, thread: '' }, 'private', context.now)
      const draft: Draft = {
        managerChat: managerChat.id,
        minutes: Math.min(180, Math.max(5, Number(on[1] ?? defaultMinutes))),
        unanswered: on[2]?.toLowerCase() === 'post' ? 'post' : 'skip',
      }
      await change(all, { draft }, context, ports)
      return reply(context.say(`draft-on-${draft.unanswered}`, { minutes: draft.minutes }), context, choices)
    },
  },
]
