/** HTML of a listing page → a plain tree of its elements, built in small steps. */
import { Parser } from 'htmlparser2'
import { createBreath } from './breath.js'

export interface HtmlElement {
  name: string
  attributes: Readonly<Record<string, string>>
  children: (HtmlElement | string)[]
  parent: HtmlElement | null
}

const depthLimit = 300
/** So deep nothing is a listing any more, and the parser's own stack grows slow: the rest is not read. */
const stopDepth = 1_000
const elementLimit = 60_000
/** A page of links is not longer; what follows is not looked at. UTF-16 units. */
const lengthLimit = 3_000_000
const chunk = 8_192

/** Never throws; deeper or more than the limits is left out. */
export async function parseHtml(html: string): Promise<HtmlElement> {
  const root: HtmlElement = { name: '', attributes: {}, children: [], parent: null }
  let current = root
  let depth = 0
  let elements = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth++
        if (depth > depthLimit || ++elements > elementLimit) return
        const element: HtmlElement = { name, attributes, children: [], parent: current }
        current.children.push(element)
        current = element
      },
      onclosetag() {
        if (depth <= depthLimit && elements <= elementLimit && current.parent) current = current.parent
        depth--
      },
      ontext(text) {
        if (depth <= depthLimit) current.children.push(text)
      },
    },
    { decodeEntities: true },
  )
  const breathe = createBreath()
  const end = Math.min(html.length, lengthLimit)
  for (let at = 0; at < end && elements <= elementLimit && depth < stopDepth; at += chunk) {
    parser.write(html.slice(at, Math.min(at + chunk, end)))
    if (at + chunk < end) await breathe()
  }
  if (elements <= elementLimit && depth < stopDepth) parser.end()
  return root
}

/** Every element below, in document order. */
export function* elementsOf(root: HtmlElement): Generator<HtmlElement> {
  const stack: HtmlElement[] = [root]
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (element !== root) yield element
    for (let index = element.children.length - 1; index >= 0; index--) {
      const child = element.children[index]
      if (child && typeof child !== 'string') stack.push(child)
    }
  }
}

const silent = new Set(['script', 'style', 'noscript', 'template', 'svg'])
const apart = new Set(['p', 'div', 'li', 'td', 'tr', 'br', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'span', 'time', 'small'])

/** Text of an element on one line, cut at some `most` UTF-16 units. `without`: subtrees left out. */
export function lineText(root: HtmlElement, without: ReadonlySet<HtmlElement> = new Set(), most = 3_000): string {
  const parts: string[] = []
  let length = 0
  const stack: (HtmlElement | string)[] = [root]
  for (let node = stack.pop(); node !== undefined && length < most; node = stack.pop()) {
    if (typeof node === 'string') {
      parts.push(node)
      length += node.trim().length
      continue
    }
    if (silent.has(node.name) || without.has(node)) continue
    if (apart.has(node.name)) parts.push(' ')
    for (let index = node.children.length - 1; index >= 0; index--) stack.push(node.children[index] as HtmlElement | string)
  }
  return parts.join('').replace(/\s+/g, ' ').trim()
}

export function hasClass(element: HtmlElement, name: string): boolean {
  return (element.attributes.class ?? '').split(/\s+/).includes(name)
}
