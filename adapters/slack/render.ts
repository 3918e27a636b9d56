/** A message → Slack blocks and one escaped fallback text. Quoted words are never markup: they stand in rich_text, which has none. */
import type { Block, Message, Span } from '../../src/messages/message.js'
import { messageText, spansText } from '../../src/messages/spans.js'
import { chunks, plainText, type RichElement, type RichPart, type SlackBlock } from './blocks.js'
import { actionBlocks } from './buttons.js'
import { cut, limits } from './limits.js'

/** Ids of uploaded files by the image they hold. */
export type Uploads = ReadonlyMap<Uint8Array, string>
const noUploads: Uploads = new Map()

/** Escapes the three characters that Slack reads as control characters ("Formatting text: escaping"). */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

// mrkdwn knows no escape for these; beside a link they become their look-alikes, so that quoted words can't turn bold or into code.
const lookAlikes: Record<string, string> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' }

function mrkdwn(span: Span): string {
  const text = escapeText(span.text.replace(/[*_~`]/g, (mark) => lookAlikes[mark] ?? mark))
  // "|" ends the address within <…|…>; so do ">" and "<".
  const href = span.href?.replaceAll('&', '&amp;').replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E')
  return href && href.length <= limits.url ? `<${href}|${text.trim() === '' ? escapeText(span.href ?? '') : text}>` : text
}

function rich(spans: readonly Span[]): RichElement[] {
  const elements = spans
    .filter((span) => span.text !== '')
    .map(({ text, href, bold, italic, code }): RichElement => {
      const style = { ...(bold ? { bold } : {}), ...(italic ? { italic } : {}), ...(code ? { code } : {}) }
      const look = Object.keys(style).length > 0 ? { style } : {}
      return href && href.length <= limits.url ? { type: 'link', url: href, text, ...look } : { type: 'text', text, ...look }
    })
  return elements.length > 0 ? elements : [{ type: 'text', text: ' ' }]
}

/** Spans in runs of at most `most` characters, cut at spaces where there are some. */
export function spanRuns(spans: readonly Span[], most: number): Span[][] {
  const runs: Span[][] = []
  let run: Span[] = []
  let left = most
  for (const span of spans) {
    let rest = [...span.text]
    while (rest.length > left) {
      const space = rest.slice(0, left).lastIndexOf(' ')
      const at = space > left / 2 ? space + 1 : run.length > 0 && rest.length <= most ? 0 : left
      if (at > 0) run.push({ ...span, text: rest.slice(0, at).join('') })
      rest = rest.slice(at)
      if (run.length > 0) runs.push(run)
      run = []
      left = most
    }
    if (rest.length > 0) {
      run.push({ ...span, text: rest.join('') })
      left -= rest.length
    }
  }
  if (run.length > 0) runs.push(run)
  return runs
}

function contextBlocks(spans: readonly Span[]): SlackBlock[] {
  if (!spans.some((span) => span.href)) {
    const runs = spanRuns(spans, limits.blockText)
    return runs.length > 0 ? [{ type: 'context', elements: runs.map((run) => plainText(spansText(run), limits.blockText)) }] : []
  }
  // Addresses count as well: runs are measured as they are written.
  const texts: string[] = []
  for (const span of spans.flatMap((one) => spanRuns([one], 600).flat())) {
    const written = mrkdwn(span)
    const last = texts.at(-1)
    if (last !== undefined && last.length + written.length <= limits.blockText) texts[texts.length - 1] = last + written
    else texts.push(written)
  }
  return chunks(texts, limits.contextElements).map((some) => ({
    type: 'context',
    elements: some.map((text) => ({ type: 'mrkdwn', text: text.trim() || '–', verbatim: true })),
  }))
}

function partsOf(block: Block): RichPart[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return spanRuns(block.spans, limits.blockText).map((run) => ({
        type: 'rich_text_section',
        elements: rich(block.type === 'heading' ? run.map((span) => ({ ...span, bold: true as const })) : run),
      }))
    case 'quote':
      return spanRuns(block.spans, limits.blockText).map((run) => ({ type: 'rich_text_quote', elements: rich(run) }))
    case 'list':
      return chunks(block.items, 40).map((items) => ({
        type: 'rich_text_list',
        style: block.ordered ? 'ordered' : 'bullet',
        elements: items.map((item) => ({ type: 'rich_text_section', elements: rich(spanRuns(item, limits.blockText)[0] ?? item) })),
      }))
    default:
      return []
  }
}

/** Blocks of a part that needs no cut; a fold is shown open, since blocks can't fold. */
function blocksOf(blocks: readonly Block[], uploads: Uploads): SlackBlock[] {
  const made: SlackBlock[] = []
  for (const block of blocks) {
    if (block.type === 'break') continue
    if (block.type === 'divider') made.push({ type: 'divider' })
    else if (block.type === 'context') made.push(...contextBlocks(block.spans))
    else if (block.type === 'fold') made.push(...blocksOf([{ type: 'heading', spans: block.title }, ...block.blocks], uploads))
    else if (block.type === 'image') {
      const file = uploads.get(block.png)
      const alt = cut(block.alt || '–', limits.altText)
      made.push(file ? { type: 'image', slack_file: { id: file }, alt_text: alt } : { type: 'context', elements: [plainText(alt, limits.blockText)] })
    } else if (block.type === 'file') made.push({ type: 'context', elements: [plainText(block.name, limits.blockText)] })
    else if (block.type === 'heading' && !block.spans.some((span) => span.href) && [...spansText(block.spans)].length <= limits.header)
      made.push({ type: 'header', text: plainText(spansText(block.spans), limits.header) })
    else
      for (const part of partsOf(block)) {
        const last = made.at(-1)
        // A quotation or list belongs to the paragraph above it; paragraphs keep a space between them.
        if (last?.type === 'rich_text' && part.type !== 'rich_text_section' && richLength(last.elements) + richLength([part]) <= limits.blockText)
          last.elements.push(part)
        else made.push({ type: 'rich_text', elements: [part] })
      }
  }
  return made
}

function richLength(parts: readonly RichPart[]): number {
  return parts.reduce(
    (sum, part) =>
      sum +
      (part.type === 'rich_text_list'
        ? richLength(part.elements)
        : part.elements.reduce((all, element) => all + [...(element.text ?? '')].length, 0)),
    0,
  )
}

/** A part that fits one message → blocks. `uploads` hold the images that stand in it. */
export function renderBlocks(message: Message, uploads: Uploads = noUploads): SlackBlock[] {
  return [...blocksOf(message.blocks, uploads), ...actionBlocks(message.buttons)]
}

/** The words of notifications and screen readers, escaped; never empty. */
export function fallbackText(message: Message): string {
  const text = (message.preview ?? messageText(message)).trim() || '–'
  let most: number = limits.fallback
  // Escaped characters count as they are written.
  for (let escaped = escapeText(cut(text, most)); ; escaped = escapeText(cut(text, most))) {
    if (escaped.length <= limits.fallback) return escaped
    most = Math.floor(most * 0.8)
  }
}

/** Characters of all texts, as they count against one message. */
export function textLength(blocks: readonly SlackBlock[]): number {
  return blocks.reduce((sum, block) => {
    if (block.type === 'rich_text') return sum + richLength(block.elements)
    if (block.type === 'context') return sum + block.elements.reduce((all, one) => all + [...one.text].length, 0)
    return sum + (block.type === 'header' ? [...block.text.text].length : 0)
  }, 0)
}
