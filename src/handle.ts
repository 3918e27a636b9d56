/** An utterance of any platform → the messages that answer it: once, gated by READOUT_ACCESS, never a throw for what a person typed. */

import type { CommandPorts } from './commands/command.js'
import { runCommand, type Situation, WrongWords } from './commands/run.js'
import type { Log } from './log.js'
import type { Block, Button, Message } from './messages/message.js'
import { plain } from './messages/spans.js'
import { interfaceLanguage, type Say, words } from './messages/words.js'
import type { Handle, Utterance } from './platform.js'
import type { ChatAddress } from './subscribers/address.js'
import type { Role } from './subscribers/chat.js'
import type { Handled } from './subscribers/handled.js'
import { personName } from './subscribers/people.js'
import { messageOf } from './text/error-message.js'

export interface HandleOptions {
  ports: CommandPorts
  handled: Handled
  access: 'open' | 'invite' | 'list'
  /** Owners named by configuration: "telegram:123". */
  owners: readonly string[]
  /** IANA zone where neither chat nor platform names one. */
  zone: string
  /** What a chat is to hear of deliveries that may not have reached it, each once; null: nothing. */
  lossesOf?(address: ChatAddress, say: Say): Promise<{ blocks: Block[]; buttons: Button[][] } | null>
  now: () => Date
  log: Log
}

/** A start payload that is a one-time code: whose command it is. */
const startCodes: readonly [RegExp, string][] = [
  [/^own_[\w-]{16,}$/, 'own'],
  [/^inv_[\w-]{16,}$/, 'enter'],
]

export function createHandle(options: HandleOptions): Handle {
  const { ports, handled, log, now } = options

  function one(text: string, lang: string): Message[] {
    return [{ blocks: [{ type: 'paragraph', spans: [plain(text)] }], buttons: [], lang }]
  }

  async function answer(utterance: Utterance): Promise<Message[]> {
    const { argument } = utterance
    const code = utterance.command === 'start' ? startCodes.find(([pattern]) => pattern.test(argument.trim())) : undefined
    const command = code?.[1] ?? utterance.command
    const role: Role | undefined = options.owners.includes(personName(utterance.person)) ? 'owner' : undefined
    const at = now()
    const lang = interfaceLanguage(utterance.languageHint)
    if (options.access !== 'open' && command !== 'own' && !(await mayEnter(utterance, command, role, at)))
      return one(words(lang)('access-refused'), lang)
    const situation: Situation = {
      address: utterance.address,
      kind: utterance.kind,
      title: utterance.title,
      person: utterance.person,
      languageHint: utterance.languageHint,
      zoneHint: utterance.zoneHint,
      now: at,
      asOf: null,
      chatAdmin: utterance.chatAdmin,
      workspaceAdmin: utterance.workspaceAdmin === true,
      unasked: utterance.unasked === true,
      ...(role ? { role } : {}),
    }
    return (await runCommand(command === 'enter' ? 'start' : command, command === 'enter' ? '' : argument, situation, ports, options.zone)).messages
  }

  /** The chat's next message says what may be missing; in a group not everybody sees an answer, so there the next digest does. */
  async function withLosses(messages: Message[], { address, kind }: Utterance): Promise<Message[]> {
    const [first, ...others] = messages
    const lost = first && kind === 'private' ? await options.lossesOf?.(address, words(interfaceLanguage(first.lang))) : null
    if (!first || !lost) return messages
    return [{ ...first, blocks: [...lost.blocks, ...first.blocks], buttons: [...lost.buttons, ...first.buttons] }, ...others]
  }

  /** Let in: admins everywhere, a chat that was let in, an invite that is good; an admin's word lets his group in. */
  async function mayEnter(utterance: Utterance, command: string, role: Role | undefined, at: Date): Promise<boolean> {
    const person = await ports.chats.person(utterance.person, at)
    const isAdmin = role === 'owner' || person.role !== 'reader'
    const chat = await ports.chats.chat(utterance.address, utterance.kind, at)
    if (await ports.people.isAllowed(chat.id)) return true
    const invited =
      options.access === 'invite' &&
      command === 'enter' &&
      (await ports.links.use('invite', utterance.argument.trim().replace(/^inv_/, ''), personName(utterance.person), at))
    if (invited || (isAdmin && utterance.kind !== 'private')) await ports.people.allow(chat.id, true)
    return invited || isAdmin
  }

  return async (utterance) => {
    const { platform } = utterance.address
    if (!(await handled.first(platform, utterance.idempotencyKey, now()))) return []
    const lang = interfaceLanguage(utterance.languageHint)
    try {
      return await withLosses(await answer(utterance), utterance)
    } catch (error) {
      if (error instanceof WrongWords) return one(error.message, lang)
      // Questions are never logged: only which command failed.
      log.error({ platform, command: utterance.command, error: messageOf(error) }, 'a command failed')
      return one(words(lang)('went-wrong'), lang)
    }
  }
}
