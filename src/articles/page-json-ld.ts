/** The JSON-LD of a page → the objects in it that describe the article, the site and its publisher. */
import { z } from 'zod'
import type { DomDocument } from './extract-dom.js'

const longestValue = 2_000
const text = z
  .union([z.string(), z.array(z.unknown()).transform((list) => list.find((item): item is string => typeof item === 'string'))])
  .transform((value) => value?.slice(0, longestValue))
  .optional()
  .catch(undefined)
const named: z.ZodType<string[]> = z
  .unknown()
  .optional()
  .transform((value): string[] => namesIn(value))
  .catch([])

function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (value && typeof value === 'object' && 'name' in value) return namesIn(value.name)
  return []
}

const thing = z.object({
  types: z.array(z.string()),
  headline: text,
  name: text,
  datePublished: text,
  dateCreated: text,
  inLanguage: text,
  author: named,
  publisher: named,
  isAccessibleForFree: z.unknown().optional(),
})

export type LinkedThing = z.infer<typeof thing>

const articleType = /(?:Article|BlogPosting|LiveBlogPosting|Report|Statement|PressRelease|Posting)$/i

/** True for what is an article by its type. */
export function isArticle(item: LinkedThing): boolean {
  return item.types.some((type) => articleType.test(type))
}

function parseLoose(source: string): unknown {
  const bare = source
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[|\/\/\s*<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/, '')
  for (const attempt of [bare, bare.replace(/[\u0000-\u001f]+/g, ' '), bare.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(attempt) as unknown
    } catch {}
  }
  return null
}

function collect(value: unknown, into: LinkedThing[], depth: number): void {
  if (depth > 6 || into.length > 200) return
  if (Array.isArray(value)) for (const item of value) collect(item, into, depth + 1)
  else if (value && typeof value === 'object') {
    const record = value as Record<string, unknown>
    const type = record['@type']
    const types = (Array.isArray(type) ? type : [type]).filter((item): item is string => typeof item === 'string')
    const read = thing.safeParse({ ...record, types })
    if (types.length && read.success) into.push(read.data)
    for (const inner of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item']) collect(record[inner], into, depth + 1)
  }
}

/** A page may put the whole article into it, but no more. */
const scriptLimit = 1_000_000

/** Objects in order; broken JSON is passed over. */
export function readJsonLd(document: DomDocument): LinkedThing[] {
  const things: LinkedThing[] = []
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const source = script.textContent ?? ''
    if (source.length <= scriptLimit) collect(parseLoose(source), things, 0)
  }
  return things
}
