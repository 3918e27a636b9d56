/** A command's name and words, in a situation → its reply; wrong words become a clear reply, never a throw. */
import { z } from 'zod'
import type { Language } from '../lexicon/lexicon.js'
import type { Message } from '../messages/message.js'
import { plain } from '../messages/spans.js'
import { interfaceLanguage, words as wordsOf } from '../messages/words.js'
import type { ChatAddress, ChatKind, PersonAddress } from '../subscribers/address.js'
import { languagesReadOf, type Role } from '../subscribers/chat.js'
import type { Command, CommandContext, CommandPorts, Reply } from './command.js'
import { sourceCommandNames } from './managing-sources.js'
import { findCommand } from './table.js'

/** Who says it, where, when. */
export interface Situation {
  address: ChatAddress
  kind: ChatKind
  /** The chat's own title, where it has one. */
  title?: string | null
  person: PersonAddress
  languageHint: string | null
  zoneHint: string | null
  now: Date
  /** Null: now. */
  asOf: Date | null
  /** The person manages this chat on its platform; absent: as in a private chat. */
  chatAdmin?: boolean
  /** The person runs the whole workspace on its platform. */
  workspaceAdmin?: boolean
  /** Nobody asked for it: what it tells does not count as seen. */
  unasked?: boolean
  /** Set where the place itself gives the right (the operator's terminal). */
  role?: Role
}

/** Words that a command cannot use. The message is for the person who typed them. */
export class WrongWords extends Error {
  override name = 'WrongWords'
}

async function contextOf(situation: Situation, ports: CommandPorts, defaultZone: string): Promise<CommandContext> {
  const chat = await ports.chats.chat(situation.address, situation.kind, situation.now)
  const { title } = situation
  if (title && situation.kind !== 'private' && title !== chat.title) await ports.chats.saveTitle(chat.id, title)
  const person = await ports.chats.person(situation.person, situation.now)
  const lang: Language = chat.settings.lang ?? interfaceLanguage(situation.languageHint)
  return {
    now: situation.now,
    asOf: situation.asOf ?? situation.now,
    lang,
    zone: chat.settings.zone ?? situation.zoneHint ?? defaultZone,
    languagesRead: languagesReadOf(chat.settings.languagesRead, lang),
    chat,
    person: situation.role ? { ...person, role: situation.role } : person,
    say: wordsOf(lang),
  }
}

/** A message made from the sample says so first. */
function withNotice(message: Message, notice: string): Message {
  return { ...message, blocks: [{ type: 'context', spans: [plain(notice)] }, ...message.blocks] }
}

function mayRun(command: Command, context: CommandContext, chatAdmin: boolean): boolean {
  if (command.who === 'anyone' || (command.who === 'manager' && chatAdmin)) return true
  if (command.who === 'manager' && context.person.role !== 'reader') return true
  return context.person.role === 'owner' || (command.who === 'admin' && context.person.role === 'admin')
}

/** Who runs a workspace may change the sources, where the owner let that workspace: he acts as an admin then, and in nothing else. */
async function mayChangeSources(command: Command, { person, workspaceAdmin }: Situation, ports: CommandPorts): Promise<boolean> {
  if (command.who !== 'admin' || !workspaceAdmin || !sourceCommandNames.has(command.name)) return false
  return ports.workspaceRights.mayChangeSources(person.platform, person.workspace)
}

/**
 * Runs one command. `input` is the words after it, or the parsed arguments of a command that takes more than words.
 * The list of stories in the reply becomes the chat's last list.
 * @throws WrongWords when there is no such command, or its arguments do not fit.
 */
export async function runCommand(name: string, input: unknown, situation: Situation, ports: CommandPorts, defaultZone: string): Promise<Reply> {
  const command = findCommand(name)
  if (!command) throw new WrongWords(`${name}: no such command`)
  const context = await contextOf(situation, ports, defaultZone)
  if (await mayChangeSources(command, situation, ports)) context.person = { ...context.person, role: 'admin' }
  if (!mayRun(command, context, situation.chatAdmin ?? situation.kind === 'private')) {
    const text = context.say(command.who === 'manager' ? 'not-manager' : 'not-allowed', { command: command.name })
    const refusal: Message = { blocks: [{ type: 'paragraph', spans: [plain(text)] }], buttons: [], lang: context.lang, personal: true }
    return { messages: [refusal], data: { refused: text } }
  }
  const parsed = command.arguments.safeParse(input)
  if (!parsed.success) throw new WrongWords(`${command.name}: ${JSON.stringify(input)}: ${z.prettifyError(parsed.error)}`)
  const reply = await command.run(parsed.data, context, ports)
  if (ports.sample) reply.messages = reply.messages.map((message) => withNotice(message, context.say('sample-notice')))
  const list = reply.messages.findLast((message) => message.stories)?.stories
  if (list) await ports.chats.saveList(context.chat.id, list, situation.now)
  // In a group one member's question must not take the others' digest away.
  if (reply.shown && context.chat.kind === 'private' && situation.asOf === null && !situation.unasked)
    await ports.chats.markSeen(context.chat.id, reply.shown, situation.now)
  return reply
}
