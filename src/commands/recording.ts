/** What an admin changed → an entry of the audit, under his name. */
import { chatName, personName } from '../subscribers/people.js'
import type { CommandContext, CommandPorts } from './command.js'

/** `detail` holds what it was done to, old and new values; never a secret. */
export async function record(action: string, detail: unknown, context: CommandContext, ports: CommandPorts): Promise<void> {
  await ports.audit.record({ at: context.now, by: personName(context.person.address), action, detail })
}

/** What somebody changed for a whole group or channel; what a person chooses for himself is nobody's business. */
export async function recordForGroup(action: string, detail: object, context: CommandContext, ports: CommandPorts): Promise<void> {
  if (context.chat.kind !== 'private') await record(action, { chat: chatName(context.chat.address), ...detail }, context, ports)
}
