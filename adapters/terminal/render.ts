/** A message → lines for a terminal: bold and links where it is one, plain text where it is not. */
import type { Block, Message, Span } from '../../src/messages/message.js'

export interface TerminalLook {
  colours: boolean
  /** Columns to wrap at. */
  width: number
}

const sgr = (on: number, off: number, text: string): string => `\u001b[${on}m${text}\u001b[${off}m`

function spanText(span: Span, look: TerminalLook): string {
  if (!look.colours) return span.text
  let text = span.text
  if (span.bold) text = sgr(1, 22, text)
  if (span.italic) text = sgr(2, 22, text)
  if (span.href) text = `\u001b]8;;${span.href}\u001b\\${text}\u001b]8;;\u001b\\`
  return text
}

/** Width as printed: look codes take no column. */
function printed(text: string): number {
  return [...text.replace(/\u001b\[\d+m|\u001b\]8;;[^\u001b]*\u001b\\/g, '')].length
}

function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line && printed(line) + 1 + printed(word) > width - indent.length) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  lines.push(line)
  return lines.map((one) => indent + one).join('\n')
}

function blockLines(block: Block, look: TerminalLook, indent: string): string {
  const line = (spans: readonly Span[], more = ''): string => wrap(spans.map((span) => spanText(span, look)).join(''), look.width, indent + more)
  switch (block.type) {
    case 'heading':
      return `\n${line(block.spans.map((span) => ({ ...span, bold: true as const })))}`
    case 'paragraph':
      return line(block.spans)
    case 'quote':
      return line(block.spans, '  ')
    case 'context':
      return line(block.spans.map((span) => ({ ...span, italic: true as const })))
    case 'list':
      return block.items.map((item, index) => line([{ text: block.ordered ? `${index + 1}. ` : '• ' }, ...item])).join('\n')
    case 'fold':
      return [line(block.title), ...block.blocks.map((inner) => blockLines(inner, look, `${indent}  `))].join('\n')
    case 'image':
      return `${indent}[${block.alt}]`
    case 'file':
      return block.text
    case 'divider':
      return indent + '─'.repeat(Math.min(40, look.width))
    case 'break':
      return ''
  }
}

/** Message → text that ends with a line break. */
export function renderForTerminal(message: Message, look: TerminalLook): string {
  const lines = message.blocks.map((block) => blockLines(block, look, ''))
  const buttons = message.buttons
    .flat()
    .map((button) =>
      'command' in button
        ? `[${button.label}: ${button.command}${button.argument ? ` ${button.argument}` : ''}]`
        : `[${button.label}: ${button.href}]`,
    )
  return `${[...lines, ...(buttons.length > 0 ? [buttons.join(' ')] : [])].join('\n').trim()}\n`
}
