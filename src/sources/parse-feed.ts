/** Text of an RSS, RDF, Atom or CDF document → the items it lists, in plain text with absolute links and read dates. */
import type { DatedInstant } from '../text/dates.js'
import { createBreath } from './breath.js'
import { type DateReading, readDate } from './feed-date.js'
import type { Dropped, FeedItem } from './feed-item.js'
import { lineOf, paragraphsOf } from './feed-text.js'
import { oneLine } from './html-text.js'
import { longestUrl } from './longest-url.js'
import { childIndex, childrenOf, isElement, textOf, type XmlElement, type XmlTree } from './xml-tree.js'

export interface ParsedFeed {
  title: string | null
  /** The outlet's page that the feed names. */
  home: string | null
  language: string | null
  items: FeedItem[]
  /** Faults of the document as a whole, and dates that were refused. */
  problems: string[]
  /** Items left out. */
  dropped: Dropped[]
}

/** `url`: where it was read, base of relative links; null: unknown. */
export interface FeedReading {
  url: string | null
  zone: string | null
  now: Date
}

export const itemLimit = 2_000

/** Absolute http(s) URL or null: also for one that no index takes. */
export function absoluteLink(reference: string | null | undefined, base: string | null): string | null {
  const text = reference?.trim() ?? ''
  if (text === '' || text.length > 4_000 || /\s/.test(text)) return null
  const resolved = URL.canParse(text, base ?? undefined) ? new URL(text, base ?? undefined) : null
  return resolved && (resolved.protocol === 'http:' || resolved.protocol === 'https:') && resolved.href.length <= longestUrl ? resolved.href : null
}

function find(parent: XmlElement, names: readonly string[], depth: number): XmlElement | null {
  for (const node of parent.children) if (isElement(node) && names.includes(node.name)) return node
  if (depth > 0)
    for (const node of parent.children) {
      const found = isElement(node) ? find(node, names, depth - 1) : null
      if (found) return found
    }
  return null
}

function collect(parent: XmlElement, depth: number, into: XmlElement[]): XmlElement[] {
  for (const node of parent.children) {
    if (!isElement(node)) continue
    if (node.name === 'item' || node.name === 'entry') into.push(node)
    else if (depth > 0 && ['channel', 'rss', 'rdf', 'feed', 'items'].includes(node.name)) collect(node, depth - 1, into)
  }
  return into
}

/** Reads one element's children by name, in the document's own vocabulary or a well-known module. */
function reader(element: XmlElement, own: readonly string[]) {
  const children = childIndex(element)
  const all = (name: string, spaces: readonly string[] = own) => (children.get(name) ?? []).filter((node) => spaces.includes(node.space))
  const text = (name: string, spaces?: readonly string[]): string | null => {
    for (const node of all(name, spaces)) {
      const value = oneLine(textOf(node))
      if (value) return value
    }
    return null
  }
  const line = (name: string, spaces?: readonly string[]): string | null => {
    for (const node of all(name, spaces)) {
      const value = lineOf(node)
      if (value) return value
    }
    return null
  }
  return { all, text, line }
}
type Reader = ReturnType<typeof reader>

/** Text of RSS, or the href of an Atom link whose rel is alternate. */
function linkOf(element: XmlElement, { all }: Reader): string | null {
  const links = [...all('link'), ...all('link', ['atom', 'rss', ''])]
  for (const node of links) {
    const rel = node.attributes.get('rel')?.toLowerCase().trim() || 'alternate'
    const type = node.attributes.get('type')?.toLowerCase() ?? ''
    if (!node.attributes.has('href') || rel !== 'alternate' || (type && !/html|text/.test(type))) continue
    const found = absoluteLink(node.attributes.get('href'), node.base)
    if (found) return found
  }
  for (const node of all('link')) {
    const found = node.attributes.has('href') ? null : absoluteLink(textOf(node), node.base)
    if (found) return found
  }
  const own = absoluteLink(element.attributes.get('href'), element.base)
  if (own) return own
  for (const node of links) {
    if (/^(?:self|edit|replies|hub|enclosure|license|next|prev|search)/.test(node.attributes.get('rel')?.toLowerCase() ?? '')) continue
    const found = absoluteLink(node.attributes.get('href'), node.base)
    if (found) return found
  }
  return null
}

function itemLink(element: XmlElement, read: Reader): string | null {
  const original = absoluteLink(read.text('origlink', ['feedburner']), element.base)
  const link = linkOf(element, read)
  if (link && !(original && /\/\/(?:feeds\.)?feedproxy|\/\/feeds\.feedburner/.test(link))) return link
  const [guid] = read.all('guid')
  const permanent = guid && guid.attributes.get('ispermalink')?.toLowerCase() !== 'false' ? absoluteLink(textOf(guid), null) : null
  return original ?? link ?? permanent ?? absoluteLink(element.attributes.get('rdf:about'), element.base)
}

/** "mail@host (Name)" → Name. */
function personName(text: string | null): string | null {
  const named = /^\S+@\S+\s*\((.+)\)$/.exec(text ?? '')?.[1] ?? text
  return named?.trim() || null
}

function authorOf(read: Reader): string | null {
  for (const node of read.all('author')) {
    const name = childrenOf(node, 'name', ['atom', 'rss', '', node.space])[0]
    const text = personName(name ? oneLine(textOf(name)) : oneLine(textOf(node)))
    if (text) return text.slice(0, 200)
  }
  return personName(read.line('creator', ['dc']) ?? read.line('author', ['itunes']) ?? read.line('author', ['dc']))
}

function categoriesOf(read: Reader): string[] {
  const found = [...read.all('category'), ...read.all('subject', ['dc'])].map(
    (node) => lineOf(node) ?? node.attributes.get('label') ?? node.attributes.get('term') ?? '',
  )
  return [...new Set(found.map((text) => oneLine(text)).filter(Boolean))].slice(0, 30)
}

const publishedNames: [string, string[] | null][] = [
  ['pubdate', null],
  ['published', null],
  ['issued', null],
  ['issued', ['dcterms']],
  ['date', ['dc']],
  ['created', null],
  ['created', ['dcterms']],
  ['date', null],
  ['available', ['dcterms']],
]
const updatedNames: [string, string[] | null][] = [
  ['updated', null],
  ['modified', null],
  ['modified', ['dcterms']],
  ['updated', ['atom']],
  ['lastbuilddate', null],
  ['lastmod', null],
]

function dateOf(names: typeof publishedNames, read: Reader, reading: DateReading, complain: (reason: string) => void): DatedInstant | null {
  const reasons: string[] = []
  for (const [name, spaces] of names) {
    // Written twice, the later one holds.
    for (const node of (spaces ? read.all(name, spaces) : read.all(name)).reverse()) {
      const { date, reason } = readDate(textOf(node), reading)
      if (date) return date
      if (reason) reasons.push(reason)
    }
  }
  for (const reason of reasons) complain(reason)
  return null
}

function contentNodes(element: XmlElement, read: Reader): { summary: XmlElement[]; content: XmlElement[] } {
  const groups = read.all('group', ['media'])
  const media = [...read.all('description', ['media']), ...groups.flatMap((group) => childrenOf(group, 'description', ['media']))]
  const descriptions = read.all('description')
  const summaries = read.all('summary')
  const isAtom = element.name === 'entry'
  const summary = [
    ...(isAtom ? [] : descriptions),
    ...(descriptions.length > 0 && !isAtom ? [] : summaries),
    ...(isAtom ? descriptions : []),
    ...read.all('description', ['dc']),
    ...read.all('abstract', ['dcterms']),
    ...read.all('abstract'),
    ...read.all('summary', ['itunes']),
    ...media,
  ]
  const content = [
    ...read.all('encoded', ['content']),
    ...read.all('content'),
    ...read.all('body', ['xhtml']),
    ...read.all('div', ['xhtml']),
    ...read.all('fulltext'),
    ...read.all('full-text', [...new Set(['yandex', 'http://news.yandex.ru', ''])]),
    ...(descriptions.length > 0 && !isAtom ? summaries : []),
  ]
  return { summary, content }
}

/** A description this long, in paragraphs, is the text itself. */
const textLength = 900

function itemOf(element: XmlElement, own: readonly string[], reading: DateReading, complain: (reason: string) => void): FeedItem {
  const read = reader(element, own)
  const nodes = contentNodes(element, read)
  const firstOf = <T>(list: readonly XmlElement[], get: (node: XmlElement) => T | null): T | null => {
    for (const node of list) {
      const value = get(node)
      if (value) return value
    }
    return null
  }
  const link = itemLink(element, read)
  const title = read.line('title') ?? read.line('title', ['dc']) ?? read.line('title', ['media']) ?? read.line('title', ['atom'])
  const described = firstOf(nodes.summary, paragraphsOf)
  const full = firstOf(nodes.content, paragraphsOf)
  const content = full ?? (described && described.length > textLength && described.includes('\n\n') ? described : null)
  const stated = read.text('id') ?? read.text('guid') ?? element.attributes.get('rdf:about') ?? read.text('identifier', ['dc'])
  const id = stated?.startsWith('/') ? (absoluteLink(stated, element.base) ?? stated) : stated
  const lastmod = readDate(element.attributes.get('lastmod') ?? null, reading).date
  const publishedAt = dateOf(publishedNames, read, reading, complain)
  const updatedAt = dateOf(updatedNames, read, reading, complain) ?? lastmod
  return {
    id: id ?? link ?? oneLine(`${title ?? ''} ${(publishedAt ?? updatedAt)?.instant.toISOString() ?? ''}`).slice(0, 300),
    title: title?.slice(0, 1_000) ?? null,
    link,
    publishedAt,
    updatedAt,
    summary: described ? oneLine(described) : null,
    content,
    author: authorOf(read),
    categories: categoriesOf(read),
  }
}

/** One GUID for several articles is a fault seen in the wild: then the link tells them apart. */
export function withOwnIds(items: readonly FeedItem[], dropped: Dropped[]): FeedItem[] {
  const byId = new Map<string, FeedItem>()
  for (const item of items) {
    const other = byId.get(item.id)
    if (!other) byId.set(item.id, item)
    else if (item.link && item.link !== other.link && !byId.has(item.link)) byId.set(item.link, { ...item, id: item.link })
    else dropped.push({ step: 'listing', id: item.id, reason: 'listed twice' })
  }
  return [...byId.values()]
}

/** A feed's root element in a tree, or null when the document is none. */
export function feedRoot(tree: XmlTree): XmlElement | null {
  return find(tree.root, ['rss', 'rdf', 'feed', 'channel'], 2)
}

/** Never throws; `root` from `feedRoot`. Yields to other work between items. */
export async function readFeed(root: XmlElement, tree: XmlTree, reading: FeedReading): Promise<ParsedFeed> {
  const channel = root.name === 'feed' || root.name === 'channel' ? root : (find(root, ['channel'], 0) ?? root)
  const own = [...new Set(['', root.space, channel.space, ...(root.name === 'feed' ? ['atom'] : ['rss'])])]
  const head = reader(channel, own)
  const rawLanguage = head.text('language') ?? head.text('language', ['dc']) ?? channel.lang ?? root.lang
  const language = /^[a-z]{2,3}(?=[-_]|$)/i.exec(rawLanguage ?? '')?.[0].toLowerCase() ?? null
  const dates: DateReading = { zone: reading.zone, lang: language, now: reading.now }
  const problems = [...tree.problems]
  const dropped: Dropped[] = []
  const elements = collect(root, 3, [])
  if (elements.length > itemLimit) problems.push(`${elements.length} items, only the first ${itemLimit} are read`)
  const breathe = createBreath()
  const items: FeedItem[] = []
  for (const [index, element] of elements.slice(0, itemLimit).entries()) {
    await breathe()
    const reasons: string[] = []
    const item = itemOf(element, own, dates, (reason) => reasons.push(reason))
    const shown = item.id.slice(0, 200) || `item ${index + 1}`
    for (const reason of reasons) problems.push(`${shown}: ${reason}`)
    if (!item.title && !item.link && !item.content && !item.summary && !item.id)
      dropped.push({ step: 'listing', id: shown, reason: 'an item without title, link, id and text' })
    else items.push(item.id ? item : { ...item, id: oneLine(item.summary ?? item.content ?? '').slice(0, 200) })
  }
  return {
    title: head.line('title') ?? head.line('title', ['dc']),
    home: linkOf(channel, head),
    language,
    items: withOwnIds(items, dropped),
    problems: problems.slice(0, 200),
    dropped,
  }
}
