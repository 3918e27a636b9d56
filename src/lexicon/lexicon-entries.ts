/** What an admin typed or a file holds → a checked entry of the overlay; the port by which entries are kept. */
import { z } from 'zod'
import { romanise } from '../text/romanise.js'
import type { Lexicon } from './lexicon.js'
import type { LexiconOverlay, OverlayEntry } from './overlay.js'

/** Kept entries. An entry of a slug replaces the one before it; what was removed stays in the table for the audit. */
export interface LexiconEntries {
  /** Those that stand, oldest first: the overlay to load the lexicon with. */
  list(): Promise<LexiconOverlay>
  /** Differs from an earlier one when anything was added or removed since. */
  stamp(): Promise<string>
  add(entry: OverlayEntry): Promise<void>
  /** False when no entry of that slug stands. */
  remove(slug: string, at: Date): Promise<boolean>
}

const spellings = z.array(z.string().trim().min(2).max(120)).min(1).max(20)
const names = z.strictObject({
  en: spellings.exactOptional(),
  ru: spellings.exactOptional(),
  hy: spellings.exactOptional(),
  az: spellings.exactOptional(),
  ka: spellings.exactOptional(),
  tr: spellings.exactOptional(),
})

/** What `lexicon add` takes: a new person, organisation or place, or more names of one that is known (`slug`). */
export const newEntrySchema = z
  .strictObject({
    slug: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case Latin words joined by hyphens')
      .exactOptional(),
    kind: z.enum(['person', 'organisation', 'place']),
    names,
    familyNames: names.exactOptional(),
    side: z.string().trim().min(2).max(60).nullable().exactOptional(),
  })
  .refine((entry) => Object.keys(entry.names).length > 0, 'expected a name in at least one language')

export type NewEntry = z.output<typeof newEntrySchema>

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
 * the entry that has it. Throws when a slug belongs to another kind.
 */
export function addEntry(typed: NewEntry, context: { lexicon: Lexicon; author: string; now: Date }): OverlayEntry {
  const { kind, names, familyNames, side } = typed
  const spoken = names.en?.[0] ?? Object.values(names)[0]?.[0] ?? ''
  const slug = typed.slug ?? knownSlug(spoken, kind, context.lexicon) ?? slugOf(spoken)
  if (slug === '') throw new Error(`lexicon add: ${JSON.stringify(spoken)} gives no slug, expected a name with letters or a slug`)
  const known = context.lexicon.entity(slug)
  if (known && known.kind !== kind) throw new Error(`lexicon add: ${slug} is a ${known.kind}, expected a ${kind}; give another slug`)
  return {
    slug,
    kind,
    names,
    ...(familyNames ? { familyNames } : {}),
    ...(side === undefined ? {} : { side }),
    author: context.author,
    addedAt: context.now.toISOString(),
  }
}

function knownSlug(name: string, kind: OverlayEntry['kind'], lexicon: Lexicon): string | undefined {
  return lexicon.mentions(name, 'en').find((mention) => mention.kind === kind && mention.by === 'name' && mention.text === name)?.slug
}

/** One JSON line an entry, ready to be offered to the project. */
export function exportEntries(overlay: LexiconOverlay): string {
  return overlay.map((entry) => `${JSON.stringify(entry)}\n`).join('')
}
