/** What an admin typed or a file holds → a checked entry of the overlay; the port by which entries are kept. */
import { z } from 'zod'
import { romanise } from '../text/romanise.js'
import { isLanguage, type Lexicon, type Mention, type Names } from './lexicon.js'
import type { LexiconOverlay, OverlayEntry } from './overlay.js'
import { slugPattern } from './schema.js'

/** Kept entries, one a slug; what was removed stays in the table for the audit. */
export interface LexiconEntries {
  /** Those that stand, oldest first: the overlay to load the lexicon with. */
  list(): Promise<LexiconOverlay>
  /** Differs from an earlier one when anything was added or removed since. */
  stamp(): Promise<string>
  /** Its names come beside those that stand for the slug; gives what stands then. */
  add(entry: OverlayEntry): Promise<OverlayEntry>
  /** False when no entry of that slug stands. */
  remove(slug: string, at: Date): Promise<boolean>
}

const spellings = z.array(z.string().trim()).min(1).max(20)
const names = z.strictObject({
  en: spellings.exactOptional(),
  ru: spellings.exactOptional(),
  hy: spellings.exactOptional(),
  az: spellings.exactOptional(),
  ka: spellings.exactOptional(),
  tr: spellings.exactOptional(),
})

const kinds = ['person', 'organisation', 'place'] as const

/** What `lexicon add` takes: a new person, organisation or place, or more names of one that is known (`slug`). */
export interface NewEntry {
  slug?: string
  kind: OverlayEntry['kind']
  names: Names
  familyNames?: Names
  side?: string | null
}

/** Words as they were typed, not yet looked at. */
export interface TypedEntry {
  kind?: string | undefined
  slug?: string | undefined
  side?: string | undefined
  names: Record<string, string[]>
  familyNames: Record<string, string[]>
}

type Fault =
  | 'lexicon-how'
  | 'lexicon-no-kind'
  | 'lexicon-no-language'
  | 'lexicon-bad-name'
  | 'lexicon-bad-slug'
  | 'lexicon-no-side'
  | 'lexicon-other-kind'
  | 'lexicon-taken'

/** Why something cannot be added; `fault` is its key in messages/words, with `values` (of which `kind` is one of the lexicon's kinds). */
export class CannotAdd extends Error {
  override name = 'CannotAdd'
  constructor(
    readonly fault: Fault,
    readonly values: Record<string, string> = {},
  ) {
    super(`${fault}: ${JSON.stringify(values)}`)
  }
}

const longestName = 120
const longestShown = 60

/** Something that a text can name: two letters at least, no control characters, a capital letter in scripts that use them. */
function isName(name: string): boolean {
  if (name.length > longestName || /\p{C}/u.test(name) || !/\p{L}.*\p{L}/u.test(name)) return false
  const cased = name.replace(/\P{L}|\p{Script=Georgian}/gu, '')
  return cased === '' || cased !== cased.toLowerCase()
}

/** A country that Intl knows, or a body that the lexicon knows. */
function sideOf(typed: string, lexicon: Lexicon): string {
  const code = typed.toUpperCase()
  if (/^[A-Z]{2}$/.test(code) && new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code)) return code
  const slug = typed.toLowerCase()
  if (lexicon.entity(slug)?.kind === 'organisation' || lexicon.people().some((person) => person.side === slug)) return slug
  throw new CannotAdd('lexicon-no-side', { side: typed.slice(0, longestShown) })
}

/** What was typed → an entry whose words are fit; whose name it is, is asked by `addEntry`. @throws CannotAdd naming what does not fit. */
export function newEntry({ kind, slug, side, names: typed, familyNames }: TypedEntry, lexicon: Lexicon): NewEntry {
  const known = kinds.find((one) => one === kind)
  if (!known) throw new CannotAdd(kind ? 'lexicon-no-kind' : 'lexicon-how', kind ? { kind: kind.slice(0, longestShown) } : {})
  const lists = [...Object.entries(typed), ...Object.entries(familyNames)]
  const strange = lists.find(([lang]) => !isLanguage(lang))
  if (strange) throw new CannotAdd('lexicon-no-language', { lang: strange[0].slice(0, longestShown) })
  const unfit = lists.flatMap(([, all]) => all).find((name) => !isName(name.trim()))
  if (unfit !== undefined) throw new CannotAdd('lexicon-bad-name', { name: unfit.replace(/\p{C}/gu, '·').slice(0, longestShown) })
  if (slug && !slugPattern.test(slug)) throw new CannotAdd('lexicon-bad-slug', { slug: slug.slice(0, longestShown) })
  const parsed = z.object({ names, familyNames: names }).safeParse({ names: typed, familyNames }).data
  if (!parsed || Object.keys(parsed.names).length === 0) throw new CannotAdd('lexicon-how')
  return {
    kind: known,
    names: parsed.names,
    ...(slug ? { slug } : {}),
    ...(side ? { side: sideOf(side, lexicon) } : {}),
    ...(Object.keys(parsed.familyNames).length > 0 ? { familyNames: parsed.familyNames } : {}),
  }
}

/** "Մհեր Գրիգորյան" → "mher-grigoryan". */
export function slugOf(name: string): string {
  return romanise(name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

/**
 * The overlay's entry of what was typed. Without a slug the first name gives it, English before the rest; a name that the lexicon knows leads to
 * the entry that has it. @throws CannotAdd when a slug belongs to another kind, or a name to something else: a text could not tell whom it means.
 */
export function addEntry(typed: NewEntry, { lexicon, author, now }: { lexicon: Lexicon; author: string; now: Date }): OverlayEntry {
  const { kind, names, familyNames, side } = typed
  const spoken = names.en?.[0] ?? Object.values(names)[0]?.[0] ?? ''
  const slug = typed.slug ?? knownSlug(spoken, kind, lexicon) ?? slugOf(spoken)
  const known = lexicon.entity(slug)
  for (const [lang, list] of Object.entries(names))
    for (const name of list) {
      const owner = ownerOf(name, lang, lexicon)
      if (owner && (owner.slug !== (known?.slug ?? slug) || owner.kind !== kind))
        throw new CannotAdd('lexicon-taken', { name, slug: owner.slug, kind: owner.kind })
    }
  if (known && known.kind !== kind) throw new CannotAdd('lexicon-other-kind', { slug: known.slug, kind: known.kind })
  return {
    slug,
    kind,
    names,
    ...(familyNames ? { familyNames } : {}),
    ...(side === undefined ? {} : { side }),
    author,
    addedAt: now.toISOString(),
  }
}

function knownSlug(name: string, kind: OverlayEntry['kind'], lexicon: Lexicon): string | undefined {
  return lexicon.mentions(name, 'en').find((mention) => mention.kind === kind && mention.by === 'name' && mention.text === name)?.slug
}

/** What a text means that says this and nothing else. */
function ownerOf(name: string, lang: string, lexicon: Lexicon): Mention | undefined {
  return lexicon.mentions(name, lang).find((mention) => mention.start === 0 && mention.end === name.length)
}

/** One JSON line an entry, ready to be offered to the project. */
export function exportEntries(overlay: LexiconOverlay): string {
  return overlay.map((entry) => `${JSON.stringify(entry)}\n`).join('')
}
