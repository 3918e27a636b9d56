/** A parsed page without hidden parts → the blocks of its article, and what was left out with the reason. */
import { Readability } from '@mozilla/readability'
import { dropBoxes, dropLedBoxes } from './clutter-boxes.js'
import { clutterReason, isHour } from './clutter-lines.js'
import { levelPhrase } from './clutter-phrases.js'
import type { DroppedText } from './dropped-text.js'
import { type Block, type DomDocument, type DomElement, readBlocks, upward, wordCount } from './extract-dom.js'
import { isRepeated, type RepeatedBlocks, repeatedReason } from './repeated-blocks.js'

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
  markBodies(document)
  const shown = document.body ? readBlocks(document.body).map((block) => block.text) : []
  const content = mainContent(document)
  const blocks = content ? readBlocks(content) : []
  const kept = blocks.map((block) => block.text).join('\n')
  for (const text of shown) if (!kept.includes(text)) dropped.push({ step: 'main content', reason: 'outside the main text of the page', text })
  return content ? cleanBlocks(withinHolder(blocks, content, { context, dropped }), context, dropped) : []
}

const holderShare = 0.7

/** The deepest element that holds most of the paragraphs: what the layout calls the text, whatever its name. */
function textHolder(blocks: readonly Block[], root: DomElement): DomElement {
  const words = new Map<DomElement, number>()
  let all = 0
  for (const block of blocks.filter(isParagraph)) {
    const count = wordCount(block.text)
    all += count
    for (const at of upward(block.element)) words.set(at, (words.get(at) ?? 0) + count)
  }
  let holder = root
  for (let next: DomElement | undefined = root; next; ) {
    holder = next
    next = [...elementsIn(holder)].find((child) => (words.get(child) ?? 0) >= all * holderShare)
  }
  // A single long paragraph is a part of the text, not its holder.
  return holder.localName === 'p' && holder.parentNode && holder !== root ? holder.parentNode : holder
}

const standfirstName =
  /(?:^|[\s_-])(?:dek|deck|standfirst|stand-first|sub-?title|sub-?head(?:ing|line)?|summary|excerpt|intro|teaser|description|spot|anons|podzagolovok)(?=$|[\s_-])/i

const bodyName = /(?:^|[\s_-])(?:article|entry|post|story|news|item|page)-?(?:body|content|text)(?=$|[\s_-])/i

const bodyMark = 'data-readout-body'

/** Readability takes elements out of their holders; the mark stays with them. */
function markBodies(document: DomDocument): void {
  for (const element of document.querySelectorAll('div[class],section[class],article[class],td[class],[itemprop="articleBody"]')) {
    if (element.getAttribute('itemprop') !== 'articleBody' && !bodyName.test(element.getAttribute('class') ?? '')) continue
    element.setAttribute(bodyMark, '')
    for (const inner of element.querySelectorAll('p,div,section,td,li,blockquote')) inner.setAttribute(bodyMark, '')
  }
}

function isInsideBody(element: DomElement): boolean {
  for (const at of upward(element)) if (at.hasAttribute(bodyMark)) return true
  return false
}

/** Between title and text: the page's own summary of the article. */
function isStandfirst(block: Block, context: ExtractContext): boolean {
  if (/^h[2-6]$/.test(block.tag)) return true
  const bare = bareText(block.text)
  const summary = bareText(context.summary ?? '')
  if (
    summary.length > 30 &&
    !isInsideBody(block.element) &&
    (bare === summary || (bare.length > 40 && summary.startsWith(bare)) || bare.startsWith(summary.slice(0, 120)))
  )
    return true
  for (const at of [...upward(block.element)].slice(0, 2))
    if (standfirstName.test(`${at.getAttribute('class') ?? ''} ${at.getAttribute('id') ?? ''}`)) return true
  return false
}

/** By its own name, where the layout has no holder that tells head from text. */
function isNamedStandfirst(element: DomElement): boolean {
  return standfirstName.test(element.getAttribute('class') ?? '') && !element.hasAttribute(bodyMark)
}

function* elementsIn(parent: DomElement): Generator<DomElement> {
  for (let child = parent.firstElementChild; child; child = child.nextElementSibling) yield child
}

/** Outside of the holder only a paragraph near it counts: a lead before it, an end after it. */
function withinHolder(
  blocks: readonly Block[],
  root: DomElement,
  { context, dropped }: { context: ExtractContext; dropped: DroppedText[] },
): Block[] {
  const holder = textHolder(blocks, root)
  const first = blocks.findIndex((block) => holder.contains(block.element))
  const near = holder.parentNode ?? holder
  return blocks.filter((block, index) => {
    if (holder.contains(block.element)) return true
    const before = index < first
    if (before && isStandfirst(block, context)) {
      dropped.push({ step: 'holder', reason: 'standfirst', text: block.text })
      return false
    }
    const paragraph = isParagraph(block) && /[.!?։…:”"»)]$/u.test(block.text)
    if (paragraph && (before || near.contains(block.element) || wordCount(block.text) >= 40)) return true
    dropped.push({ step: 'holder', reason: before ? 'before the text' : 'after the text', text: block.text })
    return false
  })
}

/** Line rules over blocks in order: headings that open a box take the links that follow with them. */
export function cleanBlocks(blocks: readonly Block[], context: ExtractContext, dropped: DroppedText[]): Block[] {
  const first = firstOfText(blocks)
  const last = blocks.findLastIndex(isParagraph)
  const title = bareText(context.title)
  const kept: Block[] = []
  let inBox: string | null = null
  let words = 0
  let ended = false
  const drop = (block: Block, reason: string) => dropped.push({ step: 'lines', reason, text: block.text })
  for (const [index, block] of blocks.entries()) {
    const linked = block.linked / block.text.length
    const place = first >= 0 && index < first ? 'head' : index > last ? 'tail' : 'body'
    const bare = bareText(block.text)
    const clutter = clutterReason({ text: block.text, linked, place })
    if (bare !== '' && bare === title && kept.length === 0) drop(block, 'title again')
    else if (kept.length === 0 && isNamedStandfirst(block.element)) drop(block, 'standfirst')
    else if (context.repeated && isRepeated(context.repeated, block.text)) drop(block, repeatedReason)
    else if (clutter) {
      drop(block, clutter.reason)
      if (clutter.reason === 'comments' && clutter.opensBox && words >= 60) ended = true
      inBox = clutter.opensBox ? clutter.reason : inBox && linked > 0.5 ? inBox : null
      continue
    } else if (ended) {
      drop(block, 'comments')
      continue
    } else if (inBox && (linked > 0.5 || (wordCount(block.text) < 20 && !/[.!?։…:”"»]$/u.test(block.text)))) {
      drop(block, inBox)
      continue
    } else {
      kept.push(block)
      words += wordCount(block.text)
    }
    inBox = null
  }
  return trimEnds(kept, drop)
}

const fewestEntries = 3

/** The first paragraph; of a running report the hour of its first entry. */
function firstOfText(blocks: readonly Block[]): number {
  const first = blocks.findIndex(isParagraph)
  const entries = blocks.flatMap((block, index) => (isHour(block.text) && blocks.slice(index + 1, index + 3).some(isParagraph) ? [index] : []))
  return entries.length >= fewestEntries ? Math.min(first, entries[0] ?? first) : first
}

/** Short unfinished lines before the first and after the last paragraph: section names, names of authors, ends of lists. */
function trimEnds(blocks: Block[], drop: (block: Block, reason: string) => void): Block[] {
  const first = firstOfText(blocks)
  const last = blocks.findLastIndex(isParagraph)
  if (first < 0) return blocks
  return blocks.filter((block, index) => {
    const words = wordCount(block.text)
    const outside = index < first || index > last
    // Items of a list without links, and the heading over them, end many an article.
    const listed = block.linked === 0 && (block.tag === 'li' || (/^h\d$/.test(block.tag) && blocks[index + 1]?.tag === 'li'))
    if (!outside || listed || words > 8 || /[.!?։…:”"»)]$/u.test(block.text)) return true
    drop(block, index < first ? 'short line before the text' : 'short line after the text')
    return false
  })
}
