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

/** Blocks of a message's own and leaves of another kind, which may stand in what folds away too. */
type Tree<Leaf> = Exclude<Block, { type: 'fold' }> | Leaf | { type: 'fold'; title: Span[]; blocks: Tree<Leaf>[] }

/** As stored: shared blocks by reference. */
export type StoredBlock = Tree<BlockRef>

/** A part as stored: its own blocks, and references to shared ones. */
export interface StoredPart {
  blocks: StoredBlock[]
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

/** The number that a citation gets instead of its own; undefined: it keeps it. */
type Anew = (number: number) => number | undefined

function renumberedSpans(spans: readonly Span[], anew: Anew): Span[] {
  return spans.map((span) => {
    const local = span.href ? /^\[(\d+)\]$/.exec(span.text) : null
    const number = local ? anew(Number(local[1])) : undefined
    return number === undefined ? span : { ...span, text: `[${number}]` }
  })
}

/** A block with its citations numbered anew, in the order in which they stand. Always a new object. */
export function renumbered(block: Block, anew: Anew): Block {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'quote':
    case 'context':
      return { ...block, spans: renumberedSpans(block.spans, anew) }
    case 'list':
      return { ...block, items: block.items.map((item) => renumberedSpans(item, anew)) }
    case 'fold':
      return { ...block, title: renumberedSpans(block.title, anew), blocks: block.blocks.map((inner) => renumbered(inner, anew)) }
    default:
      return { ...block }
  }
}

/** A shared block with the label and the numbers that it has in one message. Every block is a new object. */
function placed(shared: Pick<SharedBlock, 'blocks'>, ref: Pick<BlockRef, 'label' | 'numbers'>): Block[] {
  const blocks = shared.blocks.map((block) => renumbered(block, (number) => ref.numbers[number - 1]))
  const first = blocks.findIndex((block) => block.type === 'paragraph')
  const head = blocks[first]
  if (ref.label && head?.type === 'paragraph') blocks[first] = { ...head, spans: [bold(ref.label), ...head.spans] }
  return blocks
}

/** A shared block in its place. */
export interface PlacedStory {
  type: 'shared'
  ref: BlockRef
  shared: SharedBlock
}

/** A message in the making. */
export type Item = Tree<PlacedStory>

/** References in order, those that fold away too. */
export function refsOf(blocks: readonly StoredBlock[]): BlockRef[] {
  return blocks.flatMap((block) => (block.type === 'story' ? [block] : block.type === 'fold' ? refsOf(block.blocks) : []))
}

/** Shared blocks in order, those that fold away too. */
export function placedStories(items: readonly Item[]): PlacedStory[] {
  return items.flatMap((item) => (item.type === 'shared' ? [item] : item.type === 'fold' ? placedStories(item.blocks) : []))
}

/** The whole message by reference, before anything is split. */
export function storedBlocks(items: readonly Item[]): StoredBlock[] {
  return items.map((item) => {
    if (item.type === 'shared') return item.ref
    return item.type === 'fold' ? { ...item, blocks: storedBlocks(item.blocks) } : item
  })
}

/** Stored blocks → a message in the making; a reference whose block is not kept is left out. */
export function itemsOf(blocks: readonly StoredBlock[], kept: (key: string) => Block[] | undefined): Item[] {
  return blocks.flatMap((block): Item[] => {
    if (block.type === 'fold') return [{ ...block, blocks: itemsOf(block.blocks, kept) }]
    if (block.type !== 'story') return [block]
    const { story, version, look } = block
    const found = kept(blockKey(block))
    return found ? [{ type: 'shared', ref: block, shared: { story, version, look, blocks: found, cited: [] } }] : []
  })
}

/** Where a block of a message came from: the `index`-th of the `count` blocks of a reference. */
type Origins = Map<Block, { ref: BlockRef; count: number; index: number }>

/** The blocks of a message; `origins` learns which of them are shared. */
export function blocksOf(items: readonly Item[], origins: Origins = new Map()): Block[] {
  return items.flatMap((item): Block[] => {
    if (item.type === 'fold') return [{ ...item, blocks: blocksOf(item.blocks, origins) }]
    if (item.type !== 'shared') return [item]
    const made = placed(item.shared, item.ref)
    made.forEach((block, index) => {
      origins.set(block, { ref: item.ref, count: made.length, index })
    })
    return made
  })
}

/** Blocks of a part → by reference where a shared block stands whole; `refs` learns what the part shows. */
function stored(blocks: readonly Block[], origins: Origins, refs: Set<BlockRef>): StoredBlock[] {
  const made: StoredBlock[] = []
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as Block
    if (block.type === 'fold' && !origins.has(block)) {
      made.push({ ...block, blocks: stored(block.blocks, origins, refs) })
      continue
    }
    const from = origins.get(block)
    if (from) refs.add(from.ref)
    const isWhole =
      from?.index === 0 &&
      blocks.slice(at, at + from.count).every((other, index) => origins.get(other)?.ref === from.ref && origins.get(other)?.index === index)
    made.push(from && isWhole ? from.ref : block)
    if (from && isWhole) at += from.count - 1
  }
  return made
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
  const origins: Origins = new Map()
  return split({ ...frame, blocks: blocksOf(items, origins) }).map((part, index) => {
    const refs = new Set<BlockRef>()
    const blocks = stored(part.blocks, origins, refs)
    const { blocks: _blocks, stories: _stories, ...rest } = part
    // The list of stories is the whole message's: it goes with the first part.
    const stories = index === 0 && frame.stories ? { stories: frame.stories } : {}
    return { part: { ...rest, ...stories, blocks }, refs: [...refs] }
  })
}

/** Stored blocks → blocks. @throws when a shared block is missing, naming it. */
function whole(blocks: readonly StoredBlock[], kept: (key: string) => Block[] | undefined): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.type === 'fold') return [{ ...block, blocks: whole(block.blocks, kept) }]
    if (block.type !== 'story') return [block]
    const shared = kept(blockKey(block))
    if (!shared) throw new Error(`story block ${blockKey(block)}: not kept, expected it beside the deliveries that carry it`)
    return placed({ blocks: shared }, block)
  })
}

/** A stored part → the message to send. @throws when a shared block is missing, naming it. */
export function wholeMessage(part: StoredPart, kept: (key: string) => Block[] | undefined): Message {
  return { ...part, blocks: whole(part.blocks, kept) }
}
