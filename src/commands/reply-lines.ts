/** Lines that may name words to type → a message, with its buttons two in a row. */
import type { Block, Button, Message } from '../messages/message.js'
import { messageText, typed } from '../messages/spans.js'
import type { CommandContext, Reply } from './command.js'

/** Buttons of one row. */
const rowOf = 2

/** Two beside each other. */
export function inRows(buttons: readonly Button[]): Button[][] {
  return Array.from({ length: Math.ceil(buttons.length / rowOf) }, (_, row) => buttons.slice(row * rowOf, (row + 1) * rowOf))
}

/** `data` null: the text alone is the data. */
export function reply(lines: string[], context: CommandContext, data: unknown, buttons: Button[] = []): Reply {
  const blocks = lines.map((text): Block => ({ type: 'paragraph', spans: typed(text) }))
  const message: Message = { blocks, buttons: inRows(buttons), lang: context.lang }
  return { messages: [message], data: data ?? { text: messageText(message) } }
}
