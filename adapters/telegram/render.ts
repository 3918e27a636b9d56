/** Blocks of spans → text and entities with UTF-16 offsets; never a parse mode, so that no text can break or forge a message. */
import type { MessageEntity } from 'grammy/types'
import { findCommand } from '../../src/commands/table.js'
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

/** Words to type: a command gets its slash, which makes it something to tap. */
function typed(text: string): string {
  const [word = '', ...rest] = text.split(' ')
  if (!findCommand(word) && word !== 'channel') return text
  // Telegram's commands know no hyphen.
  return [`/${word.replaceAll('-', '_')}`, ...rest].join(' ')
}

function putSpan(page: Page, span: Span): void {
  const offset = page.text.length
  const clean = span.text.replace(unsent, ' ')
  page.text += span.code ? typed(clean) : clean
  const length = page.text.length - offset
  if (length === 0) return
  if (span.code) {
    // A command alone is a link by itself; words behind it are for copying. `code` can't be combined with any other look.
    if (!/^\/\w+$/.test(page.text.slice(offset))) page.entities.push({ type: 'code', offset, length })
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
  if (length === 0) return
  // Nothing may stand around `code`.
  const inside = page.entities.splice(at).filter((entity) => entity.type !== 'code')
  page.entities.push({ type, offset, length }, ...inside)
}

function putBlocks(page: Page, blocks: readonly Block[], folded: boolean): void {
  for (const block of blocks) {
    if (block.type === 'break' || block.type === 'divider') {
      page.gap = folded ? 1 : 2
      continue
    }
    if (block.type === 'image' || block.type === 'file') continue
    if (page.text !== '') page.text += '\n'.repeat(page.gap)
    page.gap = 1
    putBlock(page, block, folded)
  }
}

function putBlock(page: Page, block: Exclude<Block, { type: 'break' | 'divider' | 'image' | 'file' }>, folded: boolean): void {
  switch (block.type) {
    case 'heading':
      putLine(page, block.spans, { bold: true })
      return
    case 'paragraph':
      putLine(page, block.spans)
      return
    case 'context': {
      // A list of sources folds where it is long; small print is slanted.
      const links = block.spans.filter((span) => span.href).length
      if (links > 3 && !folded) marked(page, 'expandable_blockquote', () => putLine(page, block.spans))
      else putLine(page, block.spans, links > 0 ? {} : { italic: true })
      return
    }
    case 'quote':
      // Quotations do not nest.
      if (folded) putLine(page, block.spans)
      else marked(page, 'blockquote', () => putLine(page, block.spans))
      return
    case 'list':
      block.items.forEach((item, index) => {
        if (index > 0) page.text += '\n'
        putLine(page, [{ text: block.ordered ? `${index + 1}. ` : '• ' }, ...item])
      })
      return
    case 'fold': {
      const write = (): void => {
        putLine(page, block.title, { bold: true })
        if (block.title.length === 0) page.gap = 0
        putBlocks(page, block.blocks, true)
      }
      if (folded) write()
      else marked(page, 'expandable_blockquote', write)
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

function pageOf(blocks: readonly Block[]): Page {
  const made: Page = { text: '', entities: [], gap: 1 }
  putBlocks(made, blocks, false)
  return made
}

/** Text in UTF-16 units (ends not trimmed: they may stand inside a longer text) and entities that blocks would take. */
export function measure(blocks: readonly Block[]): { units: number; entities: number } {
  const { text, entities } = pageOf(blocks)
  return { units: text.length, entities: joined(entities).length }
}

/** Blocks → text and entities; images are no part of the text. */
export function render(message: Pick<Message, 'blocks'>): Rendered {
  const { text, entities } = trimmed(pageOf(message.blocks))
  const ordered = joined(entities).sort((a, b) => a.offset - b.offset || b.length - a.length)
  return { text, entities: atMost(ordered) }
}
