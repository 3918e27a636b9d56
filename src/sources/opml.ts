/** OPML ↔ sources with their folder and labels (country, language, ownership, zone as attributes of the outline). */
import { isValidZone } from '../text/zones.js'
import { type Ownership, ownerships, type Source, type SourceKind, type SourceLabels } from './source.js'
import { isElement, parseXml, type XmlElement } from './xml-tree.js'

/** One outline. `kind` is null where the file does not say: the link has to be looked at. */
export interface ListedSource extends SourceLabels {
  name: string | null
  url: string
  home: string | null
  kind: SourceKind | null
  folder: string | null
}

const deepest = 5
const mostSources = 2_000

/** An attribute's value where it fits; names are lower case in the tree. */
function value<T extends string>(outline: XmlElement, name: string, pattern = /\S/): T | null {
  const text = outline.attributes.get(name)?.replace(/\s+/g, ' ').trim()
  return text && pattern.test(text) ? (text as T) : null
}

function listed(outline: XmlElement, folder: string | null): ListedSource | null {
  const address = /^(?:https?:\/\/|feed:)/i
  const home = value(outline, 'htmlurl', address)
  const url = value(outline, 'xmlurl', address) ?? home
  if (!url) return null
  const zone = value(outline, 'readout:zone', /^[\w+:/-]{1,60}$/)
  return {
    name: value(outline, 'title') ?? value(outline, 'text'),
    url,
    home,
    kind: value<SourceKind>(outline, 'readout:kind', /^(?:feed|page|sitemap|telegram)$/),
    folder,
    country: value(outline, 'readout:country', /^[A-Z]{2}$/),
    language:
      value(outline, 'readout:language', /^[a-z]{2}$/) ??
      value(outline, 'language', /^[a-z]{2}(?=-|$)/i)
        ?.slice(0, 2)
        .toLowerCase() ??
      null,
    ownership: value<Ownership>(outline, 'readout:ownership', new RegExp(`^(?:${ownerships.join('|')})$`)),
    zone: zone !== null && isValidZone(zone) ? zone : null,
  }
}

function collect(parent: XmlElement, folder: string | null, depth: number, into: ListedSource[]): void {
  for (const node of parent.children) {
    if (!isElement(node) || into.length >= mostSources) continue
    if (node.name !== 'outline') {
      collect(node, folder, depth, into)
      continue
    }
    const source = listed(node, folder)
    if (source) into.push(source)
    const name = value(node, 'text') ?? value(node, 'title')
    if (depth < deepest) collect(node, source ? folder : [folder, name].filter(Boolean).join('/') || null, depth + 1, into)
  }
}

export function looksLikeOpml(text: string): boolean {
  return /<opml[\s>]/i.test(text.slice(0, 4_000))
}

/** The sources an OPML file lists; null when it is none. Never throws: of a broken file what can be read. */
export async function readOpml(text: string): Promise<ListedSource[] | null> {
  if (!looksLikeOpml(text)) return null
  const { root } = await parseXml(text, null)
  const into: ListedSource[] = []
  collect(root, null, 0, into)
  return into
}

function attribute(name: string, text: string | null): string {
  const escaped = text?.replace(/[&<>"\n\r\t]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return escaped ? ` ${name}="${escaped}"` : ''
}

function outlineOf(source: Source): string {
  const own = attribute('text', source.name) + attribute('title', source.name) + attribute('xmlUrl', source.url) + attribute('htmlUrl', source.home)
  const labels = (['kind', 'country', 'language', 'ownership', 'zone'] as const).map((name) => attribute(`readout:${name}`, source[name]))
  return `<outline type="rss"${own}${labels.join('')}/>`
}

/** What `exportsources` writes (OPML 2.0, labels in a namespace of our own); `readOpml` gives the same back. Kind "files" has no address and is left out. */
export function writeOpml(sources: readonly Source[], now: Date): string {
  const kept = sources.filter((source) => source.kind !== 'files')
  const folders = [...new Set(kept.flatMap((source) => (source.folder ? [source.folder] : [])))]
  const nested = folders.flatMap((folder) => [
    `    <outline${attribute('text', folder)}>`,
    ...kept.filter((source) => source.folder === folder).map((source) => `      ${outlineOf(source)}`),
    '    </outline>',
  ])
  const loose = kept.filter((source) => !source.folder).map((source) => `    ${outlineOf(source)}`)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<opml version="2.0" xmlns:readout="urn:readout:labels">',
    `  <head><title>Readout sources</title><dateCreated>${now.toUTCString()}</dateCreated></head>`,
    '  <body>',
    ...nested,
    ...loose,
    '  </body>',
    '</opml>',
    '',
  ].join('\n')
}
