/** Words → spans that no hostile text can break: control characters out, links http(s) only. */
import type { Block, Message, Span } from './message.js'

// Line breaks, control characters and the marks that turn the direction of writing: they could forge what stands beside them.
const unsafe = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g

function clean(text: string): string {
  return text.replace(unsafe, ' ')
}

/** Plain text as a span. */
export function plain(text: string): Span {
  return { text: clean(text) }
}

export function bold(text: string): Span {
  return { text: clean(text), bold: true }
}

export function italic(text: string): Span {
  return { text: clean(text), italic: true }
}

/** Our own words in which `…` stands around what is to be typed. */
export function typed(text: string): Span[] {
  return text.split('`').flatMap((part, index): Span[] => (part === '' ? [] : index % 2 === 1 ? [{ ...plain(part), code: true }] : [plain(part)]))
}

/** A link; text only when `href` is not an absolute http(s) URL. */
export function link(text: string, href: string): Span {
  if (!/^https?:\/\//i.test(href) || !URL.canParse(href)) return plain(text)
  return { text: clean(text), href: new URL(href).href }
}

/** The text of spans, looks forgotten. */
export function spansText(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join('')
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'quote':
    case 'context':
      return spansText(block.spans)
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '•'} ${spansText(item)}`).join('\n')
    case 'fold':
      return [spansText(block.title), ...block.blocks.map(blockText)].filter(Boolean).join('\n')
    case 'image':
      return block.alt
    case 'file':
      return block.name
    case 'divider':
    case 'break':
      return ''
  }
}

/** A message as plain text, without buttons: what exports and scores see. */
export function messageText(message: Message): string {
  return message.blocks.map(blockText).filter(Boolean).join('\n')
}
