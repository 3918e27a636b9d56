/** A DOM subtree → its blocks of text in reading order: the few parts of the DOM that extraction touches, and the walk over them. */

export interface DomNode {
  readonly nodeType: number
  readonly parentNode: DomElement | null
  readonly firstChild: DomNode | null
  readonly nextSibling: DomNode | null
  readonly previousSibling: DomNode | null
  textContent: string | null
  remove(): void
}

export interface DomElement extends DomNode {
  readonly localName: string
  readonly firstElementChild: DomElement | null
  readonly nextElementSibling: DomElement | null
  readonly previousElementSibling: DomElement | null
  getAttribute(name: string): string | null
  hasAttribute(name: string): boolean
  getAttributeNames(): string[]
  setAttribute(name: string, value: string): void
  removeAttribute(name: string): void
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
  contains(other: DomNode): boolean
}

export interface DomDocument {
  readonly documentElement: DomElement | null
  readonly body: DomElement | null
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
}

/** One paragraph, heading, list item, caption or line of the page. */
export interface Block {
  text: string
  /** UTF-16 units of `text` that are inside links. */
  linked: number
  /** Local name of the nearest block element. */
  tag: string
  element: DomElement
}

const elementNode = 1
const textNode = 3

const blockTags = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead time-block tr ul'.split(
    ' ',
  ),
)
const silentTags = new Set(
  'script style noscript template iframe object embed svg math head title link meta select option textarea input canvas audio video map datalist'.split(
    ' ',
  ),
)

export function isElement(node: DomNode | null): node is DomElement {
  return node !== null && node.nodeType === elementNode
}

/** The element itself, its parent, and so on up to the root element. */
export function* upward(element: DomElement): Generator<DomElement> {
  for (let at: DomNode | null = element; isElement(at); at = at.parentNode) yield at
}

/** The first `limit` elements that a selector finds: a page may hold thousands of any kind. */
export function selectSome(root: DomElement | DomDocument, selector: string, limit = 300): DomElement[] {
  const found: DomElement[] = []
  for (const element of root.querySelectorAll(selector)) {
    if (found.length >= limit) break
    found.push(element)
  }
  return found
}

export function isBlock(element: DomElement): boolean {
  return blockTags.has(element.localName)
}

export function squeezeSpaces(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g, ' ')
    .trim()
}

function nextIsBreak(node: DomNode): boolean {
  for (let next = node.nextSibling; next; next = next.nextSibling) {
    if (isElement(next)) return next.localName === 'br'
    if (next.nodeType === textNode && (next.textContent ?? '').trim() !== '') return false
  }
  return false
}

/** Rows of a data table are one line each; cells that hold blocks or long text are laid out, not data. */
function isDataRow(row: DomElement): boolean {
  let cells = 0
  for (let cell = row.firstElementChild; cell; cell = cell.nextElementSibling) {
    if ((cell.textContent ?? '').length > 120 || cell.querySelector('p,div,table,br,ul,ol,h1,h2,h3,h4,img')) return false
    cells++
  }
  return cells > 1
}

/** A line that is one element (bold, italic, a link) from break to break is a heading or a label. */
function isFormattedLine(lineBreak: DomNode, parts: readonly string[]): boolean {
  let before = lineBreak.previousSibling
  while (before && before.nodeType === textNode && (before.textContent ?? '').trim() === '') before = before.previousSibling
  if (!isElement(before) || !/^(?:b|strong|i|em|font|span|a|u|big|small|time)$/.test(before.localName)) return false
  return squeezeSpaces(parts.join('')) === squeezeSpaces(before.textContent ?? '')
}

/**
 * Blocks with some text, in document order. Two `<br>` divide paragraphs; a single one does after a finished sentence.
 * Scripts, styles and form fields have no text.
 */
export function readBlocks(root: DomElement): Block[] {
  const blocks: Block[] = []
  let parts: string[] = []
  let linkedParts: string[] = []
  let holder = root

  function flush(next: DomElement): void {
    const text = squeezeSpaces(parts.join(''))
    if (text !== '') blocks.push({ text, linked: squeezeSpaces(linkedParts.join('')).length, tag: holder.localName, element: holder })
    parts = []
    linkedParts = []
    holder = next
  }

  function walk(element: DomElement, inLink: boolean, inRow: boolean): void {
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === textNode) {
        const text = node.textContent ?? ''
        parts.push(text)
        if (inLink) linkedParts.push(text)
      } else if (isElement(node) && !silentTags.has(node.localName)) {
        if (node.localName === 'br') {
          if (nextIsBreak(node) || isFormattedLine(node, parts) || /[.!?։…:”"»]\s*$/.test(parts.at(-1) ?? '')) flush(holder)
          else parts.push(' ')
        } else if (isBlock(node) && !(inRow && (node.localName === 'td' || node.localName === 'th'))) {
          flush(node)
          walk(node, inLink || node.localName === 'a', node.localName === 'tr' ? isDataRow(node) : inRow)
          flush(element)
        } else {
          if (inRow && node.previousElementSibling && (node.localName === 'td' || node.localName === 'th')) parts.push(' | ')
          const link = inLink || (node.localName === 'a' && node.hasAttribute('href'))
          walk(node, link, inRow)
        }
      }
    }
  }

  walk(root, false, false)
  flush(root)
  return blocks
}

/** Words as white space divides them. Counted unit by unit: a page may be one text of megabytes. */
export function wordCount(text: string): number {
  let count = 0
  let inWord = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const space = unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0x2028 || unit === 0x2029 || unit === 0x3000
    if (!space && !inWord) count++
    inWord = !space
  }
  return count
}
