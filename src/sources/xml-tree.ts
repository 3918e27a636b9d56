/** Text of a feed, sound or broken → a small tree of its elements; no entity is fetched, no entity of an entity expanded. */
import { Parser } from 'htmlparser2'
import { createBreath } from './breath.js'
import { decodeReferences } from './entities.js'

export interface XmlElement {
  /** Without prefix, lower case. */
  name: string
  /** Short name of the namespace (`spaces`), '' for none, the URI itself for an unknown one. */
  space: string
  /** Names lower case, as written ("xml:base"). */
  attributes: ReadonlyMap<string, string>
  children: (XmlElement | string)[]
  /** xml:base in force here, absolute where the document's own address was known. */
  base: string | null
  /** xml:lang in force here. */
  lang: string | null
  /** True when the document ended inside it: its text may be cut. */
  cut: boolean
}

export interface XmlTree {
  root: XmlElement
  /** What was wrong with the text, for the report; [] for well-formed input. */
  problems: string[]
}

const depthLimit = 400
const elementLimit = 300_000
const chunk = 16_384

/** Namespace URIs as they are written in the wild → short names. */
const spaces: [RegExp, string][] = [
  [/^https?:\/\/(?:www\.w3\.org\/2005\/atom|purl\.org\/atom\/ns)/, 'atom'],
  [
    /^https?:\/\/(?:purl\.org\/rss\/1\.0\/?$|my\.netscape\.com\/(?:publish\/formats\/rss|rdf\/simple)|purl\.org\/net\/rss1|channel\.netscape|blogs\.law\.harvard\.edu|backend\.userland\.com|www\.rssboard)/,
    'rss',
  ],
  [/^https?:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns/, 'rdf'],
  [/^https?:\/\/purl\.org\/dc\/elements\//, 'dc'],
  [/^https?:\/\/purl\.org\/dc\/terms/, 'dcterms'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content/, 'content'],
  [/^https?:\/\/search\.yahoo\.com\/mrss/, 'media'],
  [/^https?:\/\/www\.itunes\.com\/dtds/, 'itunes'],
  [/^https?:\/\/www\.w3\.org\/1999\/xhtml/, 'xhtml'],
  [/^https?:\/\/www\.google\.com\/schemas\/sitemap-news/, 'news'],
  [/^https?:\/\/www\.(?:sitemaps|google)\.(?:org|com)\/schemas\/sitemap/, 'sitemap'],
  [/^https?:\/\/rssnamespace\.org\/feedburner/, 'feedburner'],
]

function shortSpace(uri: string): string {
  const lower = uri.trim().toLowerCase()
  return spaces.find(([pattern]) => pattern.test(lower))?.[1] ?? lower
}

interface Scope {
  element: XmlElement
  prefixes: ReadonlyMap<string, string>
}

function resolve(reference: string, base: string | null): string | null {
  const text = reference.trim()
  if (base && URL.canParse(text, base)) return new URL(text, base).href
  return URL.canParse(text) ? new URL(text).href : base
}

/** Internal entities that are plain text (no markup, no other entity); external ones are never read. */
function declaredEntities(subset: string): Map<string, string> {
  const declared = new Map<string, string>()
  for (const [, name, , value] of subset.slice(0, 20_000).matchAll(/<!ENTITY\s+(\w{1,40})\s+(["'])([^"'<&%]{0,500})\2\s*>/g)) {
    if (name && value !== undefined && declared.size < 100) declared.set(name, value)
  }
  return declared
}

/** The text without its DOCTYPE, and what the DOCTYPE declares. */
function withoutDoctype(text: string): { text: string; entities: Map<string, string> } {
  const start = text.slice(0, 200_000).search(/<!DOCTYPE/i)
  if (start < 0) return { text, entities: new Map() }
  const open = text.indexOf('[', start)
  const close = text.indexOf('>', start)
  if (close < 0) return { text: text.slice(0, start), entities: new Map() }
  if (open < 0 || open > close) return { text: text.slice(0, start) + text.slice(close + 1), entities: new Map() }
  const ending = /\]\s*>/g
  ending.lastIndex = open
  const end = ending.exec(text)
  const after = end ? end.index + end[0].length : close + 1
  return { text: text.slice(0, start) + text.slice(after), entities: declaredEntities(text.slice(open + 1, end?.index ?? close)) }
}

/** A declared entity may be used this often: 500 units of text each must not become gigabytes. */
const mostExpansions = 2_000

function bounded(entities: ReadonlyMap<string, string>): { get(name: string): string | undefined } {
  let left = mostExpansions
  return { get: (name) => (entities.has(name) && left-- > 0 ? entities.get(name) : undefined) }
}

/** Parses in small steps, so that nothing else waits. `url`: where the document was read; null: unknown. Never throws for bad XML. */
export async function parseXml(source: string, url: string | null): Promise<XmlTree> {
  const problems = new Set<string>()
  const { text, entities } = withoutDoctype(source)
  const root: XmlElement = { name: '', space: '', attributes: new Map(), children: [], base: url, lang: null, cut: false }
  const declared = bounded(entities)
  const stack: Scope[] = [{ element: root, prefixes: new Map() }]
  let elements = 0
  let stopped = false
  let literal = false
  let ending = false
  let attributes = new Map<string, string>()
  const opened: string[] = []

  const top = (): Scope => stack.at(-1) as Scope
  const open = (qualified: string) => {
    opened.push(qualified)
    if (++elements > elementLimit || opened.length > depthLimit) {
      stopped = true
      problems.add(
        elements > elementLimit
          ? `more than ${elementLimit} elements: the rest is not read`
          : `nested deeper than ${depthLimit}: the rest is not read`,
      )
      return
    }
    const parent = top()
    let prefixes = parent.prefixes
    for (const [name, value] of attributes) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
      if (prefixes === parent.prefixes) prefixes = new Map(prefixes)
      ;(prefixes as Map<string, string>).set(name.slice(6), shortSpace(value))
    }
    const lower = qualified.toLowerCase()
    const colon = lower.indexOf(':')
    const prefix = colon < 0 ? '' : lower.slice(0, colon)
    const space = prefixes.get(prefix) ?? prefix
    const base = attributes.get('xml:base')
    const element: XmlElement = {
      name: colon < 0 ? lower : lower.slice(colon + 1),
      space,
      attributes,
      children: [],
      base: base === undefined ? parent.element.base : resolve(base, parent.element.base),
      lang: attributes.get('xml:lang') ?? parent.element.lang,
      cut: false,
    }
    parent.element.children.push(element)
    stack.push({ element, prefixes })
  }

  const parser = new Parser(
    {
      onopentagname: () => {
        attributes = new Map()
      },
      onattribute(name, value) {
        const key = name.toLowerCase()
        if (!attributes.has(key) && attributes.size < 60) attributes.set(key, decodeReferences(value, declared))
      },
      onopentag: (name) => open(name),
      onclosetag(_name, implied) {
        opened.pop()
        if (implied) problems.add(ending ? 'the document ends in the middle' : 'an element is not closed')
        if (ending && implied) top().element.cut = true
        if (stack.length > 1) stack.pop()
      },
      ontext(data) {
        const { children } = top().element
        const piece = literal ? data : decodeReferences(data, declared)
        const last = children.at(-1)
        // A reference may be cut in two where the parser hands text over in pieces.
        if (typeof last === 'string') children[children.length - 1] = last + piece
        else children.push(piece)
      },
      oncdatastart: () => {
        literal = true
      },
      oncdataend: () => {
        literal = false
      },
    },
    { xmlMode: true, decodeEntities: false },
  )
  const breathe = createBreath()
  for (let at = 0; at < text.length && !stopped; ) {
    let end = Math.min(at + chunk, text.length)
    // Never cut inside a reference: "&am" + "p;".
    const ampersand = text.lastIndexOf('&', end)
    if (end < text.length && ampersand > end - 40 && ampersand > at) end = ampersand
    parser.write(text.slice(at, end))
    at = end
    if (at < text.length) await breathe()
  }
  ending = true
  if (!stopped) parser.end()
  return { root, problems: [...problems] }
}

export function isElement(node: XmlElement | string): node is XmlElement {
  return typeof node !== 'string'
}

/** Elements by name, for an element whose children are asked for many times. */
export function childIndex(parent: XmlElement): ReadonlyMap<string, XmlElement[]> {
  const index = new Map<string, XmlElement[]>()
  for (const node of parent.children) {
    if (!isElement(node) || node.cut) continue
    const same = index.get(node.name)
    if (!same) index.set(node.name, [node])
    else if (same.length < 100) same.push(node)
  }
  return index
}

/** Children of a name, in any of the namespaces given. */
export function childrenOf(parent: XmlElement, name: string, allowed: readonly string[]): XmlElement[] {
  return parent.children.filter((node): node is XmlElement => isElement(node) && node.name === name && allowed.includes(node.space))
}

/** All text inside, markup dropped. */
export function textOf(element: XmlElement): string {
  const parts: string[] = []
  const walk = (node: XmlElement | string): void => {
    if (typeof node === 'string') parts.push(node)
    else for (const child of node.children) walk(child)
  }
  walk(element)
  return parts.join('')
}
