/** Rendered story blocks that chats share + what is a message's own → parts small enough to store by the hundred thousand, and back. */
import { createHash } from 'node:crypto'
import type { Citation } from '../src/messages/citations.js'
import type { Block, Message, Span } from '../src/messages/message.js'
import { bold } from '../src/messages/spans.js'

/** A story as rendered once for everyone who reads it alike. Its citations are numbered from 1. */
export interface SharedBlock {
  story: number
  /** Hash of the content: another content is another version. */
  version: string
  /** Language, zone, languages read, length: how it is rendered. */
  look: string
  blocks: Block[]
  /** In the order of their numbers. */
  cited: Citation[]
}

/** Where a shared block stands in a message: under which label, and which numbers its citations get there. */
export interface BlockRef {
  type: 'story'
  story: number
  version: string
  look: string
  label: string | null
  numbers: number[]
}

/** A part as stored: its own blocks, and references to shared ones. */
export interface StoredPart {
  blocks: (Block | BlockRef)[]
  buttons: Message['buttons']
  lang: string
  preview?: string
  stories?: number[]
}

export function blockKey(ref: { story: number; version: string; look: string }): string {
  return `${ref.story}|${ref.version}|${ref.look}`
}

export function contentVersion(blocks: readonly Block[]): string {
  return createHash('sha256').update(JSON.stringify(blocks)).digest('base64url').slice(0, 12)
}

function renumbered(spans: readonly Span[], numbers: readonly number[]): Span[] {
  return spans.map((span) => {
    const local = span.href ? /^\[(\d+)\]$/.exec(span.text) : null
    const number = local ? numbers[Number(local[1]) - 1] : undefined
    return number === undefined ? span : { ...span, text: `[${number}]` }
  })
}

function placedBlock(block: Block, numbers: readonly number[]): Block {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'quote':
    case 'context':
      return { ...block, spans: renumbered(block.spans, numbers) }
    case 'list':
      return { ...block, items: block.items.map((item) => renumbered(item, numbers)) }
    case 'fold':
      return { ...block, title: renumbered(block.title, numbers), blocks: block.blocks.map((inner) => placedBlock(inner, numbers)) }
    default:
      return { ...block }
  }
}

/** A shared block with the label and the numbers that it has in one message. Every block is a new object. */
export function placed(shared: Pick<SharedBlock, 'blocks'>, ref: Pick<BlockRef, 'label' | 'numbers'>): Block[] {
  const blocks = shared.blocks.map((block) => placedBlock(block, ref.numbers))
  const first = blocks.findIndex((block) => block.type === 'paragraph')
  const head = blocks[first]
  if (ref.label && head?.type === 'paragraph') blocks[first] = { ...head, spans: [bold(ref.label), ...head.spans] }
  return blocks
}

/** One thing of a message in the making: a block of its own, or a shared one in its place. */
export type Item = Block | { ref: BlockRef; shared: SharedBlock }

function isShared(item: Item): item is { ref: BlockRef; shared: SharedBlock } {
  return 'ref' in item
}

/**
 * Splits a message by the platform's measure and stores each part with references.
 * A shared block that the platform had to cut is stored as it is.
 */
export function storedParts(
  items: readonly Item[],
  frame: Omit<Message, 'blocks'>,
  split: (message: Message) => Message[],
): { part: StoredPart; refs: BlockRef[] }[] {
  const origin = new Map<Block, { ref: BlockRef; count: number; index: number }>()
  const blocks = items.flatMap((item) => {
    if (!isShared(item)) return [item]
    const made = placed(item.shared, item.ref)
    made.forEach((block, index) => {
      origin.set(block, { ref: item.ref, count: made.length, index })
    })
    return made
  })
  return split({ ...frame, blocks }).map((part, index) => {
    const stored: (Block | BlockRef)[] = []
    const refs = new Set<BlockRef>()
    for (let at = 0; at < part.blocks.length; at++) {
      const block = part.blocks[at] as Block
      const from = origin.get(block)
      if (from) refs.add(from.ref)
      const whole =
        from?.index === 0 &&
        part.blocks.slice(at, at + from.count).every((other, index) => origin.get(other)?.ref === from.ref && origin.get(other)?.index === index)
      if (from && whole) {
        stored.push(from.ref)
        at += from.count - 1
      } else stored.push(block)
    }
    const { blocks: _blocks, stories: _stories, ...rest } = part
    // The list of stories is the whole message's: it goes with the first part.
    const stories = index === 0 && frame.stories ? { stories: frame.stories } : {}
    return { part: { ...rest, ...stories, blocks: stored }, refs: [...refs] }
  })
}

/** Keys of the shared blocks that a part needs. */
export function neededBlocks(part: StoredPart): BlockRef[] {
  return part.blocks.filter((block): block is BlockRef => block.type === 'story')
}

/** A stored part → the message to send. @throws when a shared block is missing, naming it. */
export function wholeMessage(part: StoredPart, blocks: (key: string) => Block[] | undefined): Message {
  return {
    ...part,
    blocks: part.blocks.flatMap((block) => {
      if (block.type !== 'story') return [block]
      const shared = blocks(blockKey(block))
      if (!shared) throw new Error(`story block ${blockKey(block)}: not kept, expected it beside the deliveries that carry it`)
      return placed({ blocks: shared }, block)
    }),
  }
}
