/** What a chat was sent → its messages once more: one edition, or the newest of everything. */
import type { Block, Message } from '../src/messages/message.js'
import type { InboxEntry, OutboxView } from '../src/subscribers/outbox-view.js'
import { type BlockRef, blockKey, refsOf, type StoredPart, wholeMessage } from './shared-blocks.js'

export interface ShowPorts {
  outboxView: Pick<OutboxView, 'editionParts' | 'inbox'>
  sharedBlocks(refs: readonly BlockRef[]): Promise<Map<string, Block[]>>
}

/** Empty when there is none such for this chat. */
export async function showEdition(edition: number, chat: number, ports: ShowPorts): Promise<Message[]> {
  const parts = (await ports.outboxView.editionParts(edition, chat)).map(({ message }) => message as StoredPart)
  const blocks = await ports.sharedBlocks(parts.flatMap((part) => refsOf(part.blocks)))
  return parts.map((part) => wholeMessage(part, (key) => blocks.get(key)))
}

/** The newest first. */
export async function showInbox(chat: number, limit: number, ports: ShowPorts): Promise<(Omit<InboxEntry, 'messages'> & { messages: Message[] })[]> {
  const entries = await ports.outboxView.inbox(chat, limit)
  const parts = entries.flatMap(({ messages }) => messages as StoredPart[])
  const blocks = await ports.sharedBlocks(parts.flatMap((part) => refsOf(part.blocks)))
  // A block that is kept no more takes only its own message along.
  const isWhole = (part: StoredPart): boolean => refsOf(part.blocks).every((ref) => blocks.has(blockKey(ref)))
  return entries.map(({ messages, ...entry }) => ({
    ...entry,
    messages: (messages as StoredPart[]).filter(isWhole).map((part) => wholeMessage(part, (key) => blocks.get(key))),
  }))
}
