/** A message → parts that each takes one Telegram message, split between stories; only what fits no message is cut. */
import type { Block, Message, Span } from '../../src/messages/message.js'
import { limits } from './limits.js'
import { measure, render } from './render.js'

function fits(blocks: readonly Block[], units: number = limits.text): boolean {
  const size = measure(blocks)
  return size.units <= units && size.entities <= limits.entities
}

/** UTF-16 units; a longer title of a fold is left out where the fold must be cut. */
const longestTitle = 500

/** Groups that should stay together; each begins with its break. */
function groupsOf(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = []
  for (const block of blocks) {
    if (block.type === 'break' || groups.length === 0) groups.push([])
    groups.at(-1)?.push(block)
  }
  return groups
}

/** Characters as a reader sees them, whatever they are made of (Unicode Standard Annex #29). */
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Where a text may be cut at or before `limit`: at a space, else between characters as a reader sees them. */
function cutAt(text: string, limit: number): number {
  const space = text.lastIndexOf(' ', limit)
  if (space > limit - 200 && space > 0) return space
  const start = graphemes.segment(text).containing(limit)?.index ?? limit
  if (start > 0) return start
  // One character that is longer than a message: not within a surrogate pair at least.
  return Math.max(1, /[\udc00-\udfff]/.test(text.charAt(limit)) ? limit - 1 : limit)
}

/** Spans → runs that each takes, as told by `takes`. */
function cutSpans(spans: readonly Span[], takes: (run: readonly Span[]) => boolean, longest: number): Span[][] {
  const runs: Span[][] = [[]]
  const queue = [...spans]
  for (let span = queue.shift(); span; span = queue.shift()) {
    const run = runs.at(-1) as Span[]
    if (takes([...run, span])) run.push(span)
    else if (run.length > 0) {
      runs.push([])
      queue.unshift(span)
    } else {
      const at = Math.min(span.text.length, cutAt(span.text, Math.min(longest, Math.max(1, span.text.length - 1))))
      run.push({ ...span, text: span.text.slice(0, at) })
      const rest = span.text.slice(at)
      runs.push([])
      if (rest) queue.unshift({ ...span, text: rest })
    }
  }
  return runs.filter((run) => run.length > 0)
}

/** Quotations do not nest: a fold within a fold is its title and what follows. */
function unfolded(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] =>
    block.type === 'fold'
      ? [...(block.title.length > 0 ? [{ type: 'heading' as const, spans: block.title }] : []), ...unfolded(block.blocks)]
      : [block],
  )
}

/** A block that does not fit into `room` UTF-16 units → blocks that do. */
function cutBlock(block: Block, room: number = limits.text): Block[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'quote':
    case 'context':
      return cutSpans(block.spans, (run) => fits([{ ...block, spans: [...run] }], room), room).map((spans) => ({ ...block, spans }))
    case 'list':
      return packed(
        block.items.flatMap((item, index) => {
          const marker: Span = { text: block.ordered ? `${index + 1}. ` : '• ' }
          const line: Block = { type: 'paragraph', spans: [marker, ...item] }
          return fits([line], room) ? [line] : cutBlock(line, room)
        }),
      ).flat()
    case 'fold': {
      const title = fits([{ type: 'paragraph', spans: block.title }], longestTitle) ? block.title : []
      const left = room - measure([{ type: 'paragraph', spans: title }]).units - 2
      const inner = unfolded(block.blocks).flatMap((one) => (fits([{ ...block, title, blocks: [one] }], room) ? [one] : cutBlock(one, left)))
      const made: Block[] = []
      let current: Block[] = []
      for (const one of inner) {
        if (current.length > 0 && !fits([{ ...block, title, blocks: [...current, one] }])) {
          made.push({ ...block, title, blocks: current })
          current = []
        }
        current.push(one)
      }
      return [...made, { ...block, title, blocks: current }]
    }
    default:
      return [block]
  }
}

/** Blocks in order → runs that takes. */
function packed(blocks: readonly Block[]): Block[][] {
  const runs: Block[][] = [[]]
  for (const block of blocks) {
    const run = runs.at(-1) as Block[]
    if (run.length > 0 && !fits([...run, block])) runs.push([block])
    else run.push(block)
  }
  return runs
}

/** What Telegram takes beside a text, not within it. */
export function isAttachment(block: Block): block is Extract<Block, { type: 'image' | 'file' }> {
  return block.type === 'image' || block.type === 'file'
}

function splitBlocks(blocks: readonly Block[]): Block[][] {
  const parts: Block[][] = [[]]
  for (const group of groupsOf(blocks)) {
    const part = parts.at(-1) as Block[]
    if (fits([...part, ...group])) part.push(...group)
    else if (fits(group)) parts.push([...group])
    else for (const run of packed(group.flatMap((block) => (fits([block]) ? [block] : cutBlock(block))))) parts.push(run)
  }
  return parts.filter((part) => render({ blocks: part }).text !== '')
}

/**
 * Buttons and the list of stories go with the last part, the preview with the first.
 * A picture or file keeps the text as its caption where that fits; else it comes first, alone.
 */
export function split(message: Message): Message[] {
  const attached = message.blocks.filter(isAttachment)
  const blocks = message.blocks.filter((block) => !isAttachment(block))
  const parts =
    attached.length === 1 && fits(blocks, limits.caption)
      ? [[...blocks, ...attached]]
      : [...attached.map((one): Block[] => [one]), ...splitBlocks(blocks)]
  const { buttons, stories, preview, lang } = message
  return parts.map((part, index): Message => {
    const last = index === parts.length - 1
    return {
      lang,
      blocks: part,
      buttons: last ? buttons : [],
      ...(last && stories ? { stories } : {}),
      ...(index === 0 && preview !== undefined ? { preview } : {}),
    }
  })
}
