/** Blocks of spans → text and entities with UTF-16 offsets; never a parse mode, so that no text can break or forge a message. */
import type { MessageEntity } from 'grammy/types'
import type { Block, Message, Span } from '../../src/messages/message.js'
import { limits } from './limits.js'

export interface Rendered {
  text: string
  entities: MessageEntity[]
}

interface Page {
  text: string
  entities: MessageEntity[]
  /** Line breaks due before the next block. */
  gap: number
}

// What the server would take out of a text (TDLib's clean_input_string), and half surrogate pairs.
const unsent = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Telegram drops a link whose host has no dot, without a word. */
export function linkable(href: string): boolean {
  if (!/^https?:\/\//i.test(href) || !URL.canParse(href)) return false
  return /\.[^.]/.test(new URL(href).hostname)
}

function putSpan(page: Page, span: Span): void {
  const offset = page.text.length
  page.text += span.text.replace(unsent, ' ')
  const length = page.text.length - offset
  if (length === 0) return
  // `code` can't be combined with any other look.
  if (span.code) {
    page.entities.push({ type: 'code', offset, length })
    return
  }
  if (span.bold) page.entities.push({ type: 'bold', offset, length })
  if (span.italic) page.entities.push({ type: 'italic', offset, length })
  if (span.href && linkable(span.href)) page.entities.push({ type: 'text_link', offset, length, url: span.href })
}

function putLine(page: Page, spans: readonly Span[], look: Pick<Span, 'bold' | 'italic'> = {}): void {
  for (const span of spans) putSpan(page, { ...span, ...look })
}

/** Runs `write` and marks what it wrote. */
function marked(page: Page, type: 'blockquote' | 'expandable_blockquote', write: () => void): void {
  const offset = page.text.length
  const at = page.entities.length
  write()
  const length = page.text.length - offset
  if (length > 0) page.entities.splice(at, 0, { type, offset, length })
}

function putBlocks(page: Page, blocks: readonly Block[], folded: boolean): void {
  for (const block of blocks) {
    if (block.type === 'break' || block.type === 'divider') {
      page.gap = folded ? 1 : 2
      continue
    }
    if (block.type === 'image') continue
    if (page.text !== '') page.text += '\n'.repeat(page.gap)
    page.gap = 1
    putBlock(page, block, folded)
  }
}

function putBlock(page: Page, block: Exclude<Block, { type: 'break' | 'divider' | 'image' }>, folded: boolean): void {
  switch (block.type) {
    case 'heading':
      return putLine(page, block.spans, { bold: true })
    case 'paragraph':
      return putLine(page, block.spans)
    case 'context':
      return putLine(page, block.spans, { italic: true })
    case 'quote':
      // Quotations do not nest.
      return folded ? putLine(page, block.spans) : marked(page, 'blockquote', () => putLine(page, block.spans))
    case 'list':
      block.items.forEach((item, index) => {
        if (index > 0) page.text += '\n'
        putLine(page, [{ text: block.ordered ? `${index + 1}. ` : '• ' }, ...item])
      })
      return
    case 'fold': {
      const write = (): void => {
        putLine(page, block.title, { bold: true })
        putBlocks(page, block.blocks, true)
      }
      return folded ? write() : marked(page, 'expandable_blockquote', write)
    }
  }
}

/** Entities of one kind that touch become one. */
function joined(entities: readonly MessageEntity[]): MessageEntity[] {
  const kept: MessageEntity[] = []
  for (const entity of entities) {
    const before = kept.findLast((one) => one.type === entity.type)
    const touches = before && before.offset + before.length === entity.offset
    if (touches && (entity.type === 'bold' || entity.type === 'italic')) before.length += entity.length
    else kept.push({ ...entity })
  }
  return kept
}

/** The server trims a text's ends; so do we, that the offsets hold. Looks end before spaces. */
function trimmed({ text, entities }: Pick<Page, 'text' | 'entities'>): Rendered {
  const start = text.length - text.trimStart().length
  const end = text.trimEnd().length
  const kept = entities.flatMap((entity): MessageEntity[] => {
    let from = Math.max(entity.offset, start)
    let to = Math.min(entity.offset + entity.length, end)
    while (from < to && /\s/.test(text.charAt(from))) from++
    while (from < to && /\s/.test(text.charAt(to - 1))) to--
    return to > from ? [{ ...entity, offset: from - start, length: to - from }] : []
  })
  return { text: text.slice(start, Math.max(start, end)), entities: kept }
}

/** What is least missed goes first when a message has more entities than Telegram takes. */
function atMost(entities: readonly MessageEntity[]): MessageEntity[] {
  let kept = [...entities]
  for (const type of ['italic', 'bold', 'code'] as const)
    if (kept.length > limits.entities) {
      let over = kept.length - limits.entities
      kept = kept.filter((entity) => entity.type !== type || over-- <= 0)
    }
  return kept.slice(0, limits.entities)
}

function page(blocks: readonly Block[]): Rendered {
  const made: Page = { text: '', entities: [], gap: 1 }
  putBlocks(made, blocks, false)
  const { text, entities } = trimmed(made)
  return { text, entities: joined(entities).sort((a, b) => a.offset - b.offset || b.length - a.length) }
}

/** Text in UTF-16 units and entities that blocks would take, before anything is dropped. */
export function measure(blocks: readonly Block[]): { units: number; entities: number } {
  const { text, entities } = page(blocks)
  return { units: text.length, entities: entities.length }
}

/** Blocks → text and entities; images are no part of the text. */
export function render(message: Pick<Message, 'blocks'>): Rendered {
  const { text, entities } = page(message.blocks)
  return { text, entities: atMost(entities) }
}
