/** OPML ↔ sources with their folder and labels (country, language, ownership, zone as attributes of the outline). */
import { generateOpml, parseOpml } from 'feedsmith'
import { z } from 'zod'
import { type Ownership, ownerships, type Source, type SourceKind, type SourceLabels } from './source.js'

/** One outline. `kind` is null where the file does not say: the link has to be looked at. */
export interface ListedSource extends SourceLabels {
  name: string | null
  url: string
  home: string | null
  kind: SourceKind | null
  folder: string | null
}

const labelNames = ['readout:country', 'readout:language', 'readout:ownership', 'readout:zone', 'readout:kind'] as const

const text = z.string().trim().min(1).nullish().catch(null)
const outlineSchema: z.ZodType<Outline> = z.lazy(() =>
  z.looseObject({ text, title: text, xmlUrl: text, htmlUrl: text, language: text, outlines: z.array(z.unknown()).optional().catch([]) }),
)
interface Outline {
  text?: string | null | undefined
  title?: string | null | undefined
  xmlUrl?: string | null | undefined
  htmlUrl?: string | null | undefined
  language?: string | null | undefined
  outlines?: unknown[] | undefined
  [name: string]: unknown
}

function label<T extends string>(outline: Outline, name: string, pattern: RegExp): T | null {
  const value = outline[name] ?? outline[name.toLowerCase()]
  return typeof value === 'string' && pattern.test(value.trim()) ? (value.trim() as T) : null
}

function listed(outline: Outline, folder: string | null): ListedSource | null {
  const url = outline.xmlUrl ?? outline.htmlUrl
  if (!url || !/^(?:https?:\/\/|feed:)/i.test(url)) return null
  const language = label(outline, 'readout:language', /^[a-z]{2}$/) ?? /^[a-z]{2}(?=-|$)/i.exec(outline.language ?? '')?.[0].toLowerCase() ?? null
  return {
    name: outline.title ?? outline.text ?? null,
    url,
    home: outline.htmlUrl ?? null,
    kind: label<SourceKind>(outline, 'readout:kind', /^(?:feed|page|sitemap|telegram)$/),
    folder,
    country: label(outline, 'readout:country', /^[A-Z]{2}$/),
    language,
    ownership: label<Ownership>(outline, 'readout:ownership', new RegExp(`^(?:${ownerships.join('|')})$`)),
    zone: label(outline, 'readout:zone', /^[\w+:/-]{1,60}$/),
  }
}

function flatten(outlines: readonly unknown[], folder: string | null, depth: number, into: ListedSource[]): void {
  for (const raw of outlines) {
    const outline = outlineSchema.safeParse(raw)
    if (!outline.success || into.length >= 2_000) continue
    const source = listed(outline.data, folder)
    if (source) into.push(source)
    const name = outline.data.text ?? outline.data.title ?? null
    if (outline.data.outlines && depth < 5)
      flatten(outline.data.outlines, source ? folder : [folder, name].filter(Boolean).join('/') || null, depth + 1, into)
  }
}

export function looksLikeOpml(source: string): boolean {
  return /<opml[\s>]/i.test(source.slice(0, 4_000))
}

/** The sources an OPML file lists; null when it is none. Never throws. */
export function readOpml(source: string): ListedSource[] | null {
  if (!looksLikeOpml(source)) return null
  try {
    const parsed = parseOpml(source, { extraOutlineAttributes: labelNames })
    const into: ListedSource[] = []
    flatten(parsed.body?.outlines ?? [], null, 0, into)
    return into
  } catch {
    return null
  }
}

/** What `exportsources` writes; `readOpml` gives the same back. Sources of kind "files" have no address and are left out. */
export function writeOpml(sources: readonly Source[], now: Date): string {
  const outline = (source: Source) => ({
    type: 'rss',
    text: source.name,
    title: source.name,
    xmlUrl: source.url,
    ...(source.home ? { htmlUrl: source.home } : {}),
    'readout:kind': source.kind,
    ...(source.country ? { 'readout:country': source.country } : {}),
    ...(source.language ? { 'readout:language': source.language } : {}),
    ...(source.ownership ? { 'readout:ownership': source.ownership } : {}),
    ...(source.zone ? { 'readout:zone': source.zone } : {}),
  })
  const kept = sources.filter((source) => source.kind !== 'files')
  const folders = new Map<string, ReturnType<typeof outline>[]>()
  const loose: ReturnType<typeof outline>[] = []
  for (const source of kept) {
    if (source.folder) folders.set(source.folder, [...(folders.get(source.folder) ?? []), outline(source)])
    else loose.push(outline(source))
  }
  const nested = [...folders].map(([name, outlines]) => ({ text: name, title: name, outlines }))
  const text = generateOpml(
    { head: { title: 'Readout sources', dateCreated: now }, body: { outlines: [...nested, ...loose] } },
    { extraOutlineAttributes: labelNames },
  )
  // OPML 2.0 allows attributes of a namespace that is declared on its root.
  return text.replace('<opml ', '<opml xmlns:readout="urn:readout:labels" ')
}
