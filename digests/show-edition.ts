/** An edition that was made → its messages once more, for the chat it was made for. */
import type { Block, Message } from '../src/messages/message.js'
import type { OutboxView } from '../src/subscribers/outbox-view.js'
import { type BlockRef, refsOf, type StoredPart, wholeMessage } from './shared-blocks.js'

export interface ShowPorts {
  outboxView: Pick<OutboxView, 'editionParts'>
  sharedBlocks(refs: readonly BlockRef[]): Promise<Map<string, Block[]>>
}

/** Empty when there is none such for this chat. */
export async function showEdition(edition: number, chat: number, ports: ShowPorts): Promise<Message[]> {
  const parts = (await ports.outboxView.editionParts(edition, chat)).map(({ message }) => message as StoredPart)
  const blocks = await ports.sharedBlocks(parts.flatMap((part) => refsOf(part.blocks)))
  return parts.map((part) => wholeMessage(part, (key) => blocks.get(key)))
}
