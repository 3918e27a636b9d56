/** A parsed page without hidden parts → the blocks of its article, and what was left out with the reason. */
import { Readability } from '@mozilla/readability'
import { dropBoxes, dropLedBoxes } from './clutter-boxes.js'
import { clutterReason } from './clutter-lines.js'
import { levelPhrase } from './clutter-phrases.js'
import { type Block, type DomDocument, type DomElement, readBlocks, wordCount } from './extract-dom.js'
import type { DroppedText } from './page.js'
import { isRepeated, type RepeatedBlocks } from './repeated-blocks.js'

export interface ExtractContext {
  /** Title and standfirst are the page's head, not its text. */
  title: string
  /** The page's own summary (meta description); a block that equals it before the first paragraph is the standfirst. */
  summary: string | null
  repeated: RepeatedBlocks | null
}

/** Letters and digits only: how two lines are compared. */
export function bareText(text: string): string {
  return levelPhrase(text).replace(/[^\p{L}\p{N}]+/gu, '')
}

function mainContent(document: DomDocument): DomElement | null {
  const parsed = new Readability(document as never, {
    charThreshold: 250,
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node,
  }).parse()
  return (parsed?.content as unknown as DomElement | null | undefined) ?? null
}

function isParagraph(block: Block): boolean {
  return wordCount(block.text) >= 12 && block.linked < block.text.length * 0.5
}

/** Blocks of the article in order. Changes `document`. */
export function extractBlocks(document: DomDocument, context: ExtractContext, dropped: DroppedText[]): Block[] {
  dropBoxes(document, dropped)
  dropLedBoxes(document, dropped)
  const content = mainContent(document)
  if (!content) return []
  return cleanBlocks(readBlocks(content), context, dropped)
}

/** Line rules over blocks in order: headings that open a box take the links that follow with them. */
export function cleanBlocks(blocks: readonly Block[], context: ExtractContext, dropped: DroppedText[]): Block[] {
  const first = blocks.findIndex(isParagraph)
  const last = blocks.findLastIndex(isParagraph)
  const title = bareText(context.title)
  const summary = context.summary ? bareText(context.summary) : ''
  const kept: Block[] = []
  let inBox: string | null = null
  const drop = (block: Block, reason: string) => dropped.push({ step: 'lines', reason, text: block.text })
  for (const [index, block] of blocks.entries()) {
    const linked = block.linked / block.text.length
    const place = first >= 0 && index < first ? 'head' : index > last ? 'tail' : 'body'
    const bare = bareText(block.text)
    const clutter = clutterReason({ text: block.text, linked, place })
    if (bare !== '' && bare === title && kept.length === 0) drop(block, 'title again')
    else if (context.repeated && isRepeated(context.repeated, block.text)) drop(block, 'repeats on other pages of this source')
    else if (clutter) {
      drop(block, clutter.reason)
      inBox = clutter.opensBox ? clutter.reason : inBox && linked > 0.5 ? inBox : null
      continue
    } else if (inBox && (linked > 0.5 || (wordCount(block.text) < 20 && !/[.!?։…:”"»]$/u.test(block.text)))) {
      drop(block, inBox)
      continue
    } else if (place === 'head' && kept.length === 0 && summary.length > 20 && bare === summary && blocks.length > 3) drop(block, 'standfirst')
    else kept.push(block)
    inBox = null
  }
  return trimEnds(kept, drop)
}

/** Short unfinished lines before the first and after the last paragraph: section names, names of authors, ends of lists. */
function trimEnds(blocks: Block[], drop: (block: Block, reason: string) => void): Block[] {
  const first = blocks.findIndex(isParagraph)
  const last = blocks.findLastIndex(isParagraph)
  if (first < 0) return blocks
  return blocks.filter((block, index) => {
    const words = wordCount(block.text)
    const outside = index < first || index > last
    if (!outside || words > 8 || /[.!?։…:”"»)]$/u.test(block.text)) return true
    drop(block, index < first ? 'short line before the text' : 'short line after the text')
    return false
  })
}
