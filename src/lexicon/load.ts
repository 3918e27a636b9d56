/** Shipped JSON files (and the admins' overlay) → the lexicon, read once. */

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { packageFile } from '../package-files.js'
import { messageOf } from '../text/error-message.js'
import { createLexicon } from './create.js'
import type { Lexicon } from './lexicon.js'
import { type LexiconOverlay, mergeOverlay } from './overlay.js'
import { type LexiconData, lexiconDataSchema } from './schema.js'

const folder = 'src/lexicon/data'
const files = {
  organisations: 'organisations.json',
  places: 'places.json',
  countries: 'countries.json',
  topics: 'topics.json',
  events: 'events.json',
  threads: 'threads.json',
  loadedTerms: 'loaded-terms.json',
  offices: 'offices.json',
  bodies: 'bodies.json',
  offTopic: 'off-topic.json',
} as const

/** Reads one file. The names of entries, not positions, stand in the error, so that who edits the data finds the place. */
function readEntries<T>(file: string, schema: z.ZodType<T>): T[] {
  const path = packageFile(`${folder}/${file}`)
  if (!existsSync(path)) return []
  let entries: unknown
  try {
    entries = JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new Error(`${folder}/${file}: not JSON: ${messageOf(cause)}`, { cause })
  }
  if (!Array.isArray(entries)) throw new Error(`${folder}/${file}: expected an array, found ${typeof entries}`)
  return entries.map((entry: { slug?: string; id?: string }, index) => {
    const checked = schema.safeParse(entry)
    if (checked.success) return checked.data
    throw new Error(`${folder}/${file}, entry ${index} (${entry?.slug ?? entry?.id ?? 'without slug'}): ${z.prettifyError(checked.error)}`)
  })
}

/** All shipped data, checked. Throws with file, entry and expectation. */
export function readLexiconData(): LexiconData {
  const shape = lexiconDataSchema.shape
  const peopleFolder = packageFile(`${folder}/people`)
  const peopleFiles = existsSync(peopleFolder)
    ? readdirSync(peopleFolder)
        .filter((name) => name.endsWith('.json'))
        .sort()
    : []
  return {
    people: peopleFiles.flatMap((name) => readEntries(`people/${name}`, shape.people.element)),
    organisations: readEntries(files.organisations, shape.organisations.element),
    places: readEntries(files.places, shape.places.element),
    countries: readEntries(files.countries, shape.countries.element),
    topics: readEntries(files.topics, shape.topics.element),
    events: readEntries(files.events, shape.events.element),
    threads: readEntries(files.threads, shape.threads.element),
    loadedTerms: readEntries(files.loadedTerms, shape.loadedTerms.element),
    offices: readEntries(files.offices, shape.offices.element),
    bodies: readEntries(files.bodies, shape.bodies.element),
    offTopic: readEntries(files.offTopic, shape.offTopic.element),
  }
}

let shipped: { data: LexiconData; hash: string } | null = null
let shippedLexicon: Lexicon | null = null

/**
 * The lexicon as shipped, with the admins' overlay merged in where one is given. The files are read once in a process;
 * `version` is a hash of data and overlay.
 */
export function loadLexicon(overlay?: LexiconOverlay): Lexicon {
  if (!shipped) {
    const data = readLexiconData()
    shipped = { data, hash: createHash('sha256').update(JSON.stringify(data)).digest('hex') }
  }
  if (!overlay || overlay.length === 0) {
    shippedLexicon ??= createLexicon(shipped.data, { version: shipped.hash.slice(0, 12) })
    return shippedLexicon
  }
  const { data, redirects } = mergeOverlay(shipped.data, overlay)
  const version = createHash('sha256').update(shipped.hash).update(JSON.stringify(overlay)).digest('hex').slice(0, 12)
  return createLexicon(data, { version, redirects })
}
