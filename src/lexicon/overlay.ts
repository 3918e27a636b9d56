/** Shipped data + names that admins added at run time → the merged data, with who added what kept outside it. */
import { foldString } from './fold.js'
import type { Names } from './lexicon.js'
import type { LexiconData } from './schema.js'

/** What an admin added: names of a known entry, or a new entry. `author` and `addedAt` (ISO instant) are for the audit. */
export interface OverlayEntry {
  slug: string
  kind: 'person' | 'organisation' | 'place'
  names: Names
  familyNames?: Names
  /** ISO country (or, for a person, the body) of a new entry. */
  side?: string | null
  author: string
  addedAt: string
}

export type LexiconOverlay = readonly OverlayEntry[]

/** Spellings of both, the first list's first; a spelling that differs only in case or marks is not repeated. */
export function mergeNames(shipped: Names, added: Names): Names {
  const merged: Names = { ...shipped }
  for (const [lang, spellings] of Object.entries(added) as [keyof Names, readonly string[]][]) {
    const known = new Set((merged[lang] ?? []).map(foldString))
    merged[lang] = [...(merged[lang] ?? []), ...spellings.filter((spelling) => !known.has(foldString(spelling)))]
  }
  return merged
}

/** An entry with the names of a later one of its slug beside its own; who added last stands for it. */
export function addNames(standing: OverlayEntry, added: OverlayEntry): OverlayEntry {
  const familyNames = mergeNames(standing.familyNames ?? {}, added.familyNames ?? {})
  return {
    ...standing,
    ...added,
    names: mergeNames(standing.names, added.names),
    ...(Object.keys(familyNames).length > 0 ? { familyNames } : {}),
  }
}

const keysOf = (names: Names): string[] => Object.values(names).flatMap((list) => list.map(foldString))

interface Named {
  slug: string
  names: Names
  familyNames?: Names
}

function mergeInto<T extends Named>(
  entries: readonly T[],
  added: LexiconOverlay,
  context: { create: (entry: OverlayEntry) => T; redirects: Map<string, string> },
): T[] {
  const merged = [...entries]
  for (const entry of added) {
    let index = merged.findIndex((candidate) => candidate.slug === entry.slug)
    if (index < 0) {
      // A later release may ship the same entity under another slug: it takes the admins' names over, and the old slug leads to it.
      const keys = new Set(keysOf(entry.names))
      index = merged.findIndex((candidate) => keysOf(candidate.names).some((key) => keys.has(key)))
      const adopter = merged[index]
      if (adopter) context.redirects.set(entry.slug, adopter.slug)
    }
    const target = merged[index]
    if (!target) merged.push(context.create(entry))
    else {
      const familyNames = entry.familyNames && target.familyNames ? { familyNames: mergeNames(target.familyNames, entry.familyNames) } : {}
      merged[index] = { ...target, names: mergeNames(target.names, entry.names), ...familyNames }
    }
  }
  return merged
}

/** Merges the overlay; entries are keyed by slug, and one whose alias a shipped entry has is adopted by that entry (`redirects`). */
export function mergeOverlay(data: LexiconData, overlay: LexiconOverlay): { data: LexiconData; redirects: ReadonlyMap<string, string> } {
  const redirects = new Map<string, string>()
  const of = (kind: OverlayEntry['kind']): OverlayEntry[] => overlay.filter((entry) => entry.kind === kind)
  const countryOf = (entry: OverlayEntry): string | null => (entry.side && /^[A-Z]{2}$/.test(entry.side) ? entry.side : null)
  return {
    data: {
      ...data,
      people: mergeInto(data.people, of('person'), {
        create: ({ slug, names, familyNames, side }) => ({ slug, names, familyNames: familyNames ?? {}, side: side ?? null, offices: [] }),
        redirects,
      }),
      organisations: mergeInto(data.organisations, of('organisation'), {
        create: (entry) => ({ slug: entry.slug, names: entry.names, country: countryOf(entry), class: 'other' as const }),
        redirects,
      }),
      places: mergeInto(data.places, of('place'), {
        create: (entry) => ({ slug: entry.slug, names: entry.names, country: countryOf(entry) }),
        redirects,
      }),
    },
    redirects,
  }
}
