/** An element of a feed that carries text (title, summary, content), in any of the ways feeds write it → plain text. */
import { escapeText } from './entities.js'
import { htmlToLine, htmlToText, looksLikeHtml, oneLine } from './html-text.js'
import { isElement, textOf, type XmlElement } from './xml-tree.js'

const voids = new Set(['br', 'hr', 'img', 'input', 'wbr'])

/** Inline markup back to HTML, attributes dropped: only its text is wanted. */
function innerHtml(element: XmlElement): string {
  const parts: string[] = []
  const walk = (node: XmlElement | string): void => {
    if (!isElement(node)) parts.push(escapeText(node))
    else if (voids.has(node.name)) parts.push(`<${node.name}>`)
    else if (/^[a-z][a-z\d]*$/.test(node.name)) {
      parts.push(`<${node.name}>`)
      for (const child of node.children) walk(child)
      parts.push(`</${node.name}>`)
    }
  }
  for (const child of element.children) walk(child)
  return parts.join('')
}

function decoded(text: string): string {
  return /^[A-Za-z\d+/=\s]+$/.test(text) ? Buffer.from(text, 'base64').toString('utf8') : text
}

type Written = { html: string } | { plain: string } | null

/** How the element writes its text: RSS always as HTML, Atom as its type and mode say (RFC 4287 section 3.1; Atom 0.3 section 3.1). */
function written(element: XmlElement): Written {
  const type = element.attributes.get('type')?.trim().toLowerCase() ?? ''
  const mode = element.attributes.get('mode')?.trim().toLowerCase() ?? ''
  if (element.children.some((child) => isElement(child))) return { html: innerHtml(element) }
  const raw = textOf(element)
  if (element.space !== 'atom') return { html: raw }
  if (mode === 'base64') return { html: decoded(raw) }
  if (type.includes('html') || mode === 'escaped') return { html: raw }
  if (type === '' || type === 'text' || type === 'plain' || type.startsWith('text/')) return looksLikeHtml(raw) ? { html: raw } : { plain: raw }
  if (type.includes('xml')) return { html: raw }
  // RFC 4287 section 4.1.3.3: any other media type is base64; only text is wanted.
  return /[/]/.test(type) ? null : { html: raw }
}

/** One line of plain text; null when there is none. */
export function lineOf(element: XmlElement | null): string | null {
  const text = element && written(element)
  if (!text) return null
  return ('html' in text ? htmlToLine(text.html) : oneLine(text.plain)) || null
}

/** Paragraphs of plain text divided by a blank line; null when there is none. */
export function paragraphsOf(element: XmlElement | null): string | null {
  const text = element && written(element)
  if (!text) return null
  if ('html' in text) return htmlToText(text.html) || null
  const paragraphs = text.plain.split(/\n\s*\n/).map((part) => part.replace(/[^\S\n]+/g, ' ').trim())
  return paragraphs.filter(Boolean).join('\n\n') || null
}
