/** The starter list (data in starter/) → outlets, bodies and agencies that cover the region, checked; none was opened from here. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { packageFile } from '../package-files.js'
import { ownerships } from './source.js'
import { sourceIdentity } from './source-identity.js'

export const starterLists = ['am', 'az', 'ge', 'ru', 'tr', 'world', 'bodies'] as const
export type StarterListName = (typeof starterLists)[number]

const entrySchema = z.strictObject({
  name: z.string().min(2),
  link: z.url({ protocol: /^https?$/ }),
  /** Null: a body of no country. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  language: z.string().regex(/^[a-z]{2}$/),
  ownership: z.enum(ownerships),
  /** What is known of it and of the link. */
  note: z.string().min(3),
})
export type StarterEntry = z.infer<typeof entrySchema> & { list: StarterListName }

let loaded: StarterEntry[] | null = null

/** Every entry. @throws ZodError naming the entry when the data is at fault. */
export function starterEntries(): StarterEntry[] {
  loaded ??= starterLists.flatMap((list) => {
    const raw: unknown = JSON.parse(readFileSync(packageFile(`src/sources/starter/${list}.json`), 'utf8'))
    return z
      .array(entrySchema)
      .parse(raw)
      .map((entry) => ({ ...entry, list }))
  })
  return loaded
}

/** Entries of the lists named ("am", "am az", "all"); null when a word names none. */
export function starterOf(words: string): StarterEntry[] | null {
  const wanted = words
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
  if (wanted.length === 0 || wanted.includes('all')) return starterEntries()
  if (!wanted.every((word) => (starterLists as readonly string[]).includes(word))) return null
  return starterEntries().filter(({ list }) => wanted.includes(list))
}

/** What the list knows of the outlet at an address: the entry of the same host, the nearest path first. */
export function knownOutlet(address: string): StarterEntry | null {
  const identity = sourceIdentity(address)
  const host = identity.split('/')[0]
  const same = starterEntries().filter(({ link }) => sourceIdentity(link).split('/')[0] === host)
  return same.find(({ link }) => identity.startsWith(sourceIdentity(link))) ?? same[0] ?? null
}

const zones: Record<string, string> = {
  AM: 'Asia/Yerevan',
  AZ: 'Asia/Baku',
  GE: 'Asia/Tbilisi',
  RU: 'Europe/Moscow',
  TR: 'Europe/Istanbul',
  IR: 'Asia/Tehran',
  FR: 'Europe/Paris',
  DE: 'Europe/Berlin',
  GB: 'Europe/London',
  BE: 'Europe/Brussels',
  EU: 'Europe/Brussels',
  CH: 'Europe/Zurich',
  US: 'America/New_York',
}

/** The zone in which a country's outlets write times; null where it is not known. */
export function zoneOfCountry(country: string | null): string | null {
  return country ? (zones[country] ?? null) : null
}

const topLevels: Record<string, string> = {
  am: 'AM',
  az: 'AZ',
  ge: 'GE',
  ru: 'RU',
  tr: 'TR',
  ir: 'IR',
  fr: 'FR',
  de: 'DE',
  uk: 'GB',
  eu: 'EU',
  us: 'US',
  gov: 'US',
  ua: 'UA',
  kz: 'KZ',
}

/** Labels offered to an admin for an address; a guess, never stored unasked. */
export function guessLabels(
  address: string,
): Pick<StarterEntry, 'country'> & { language: string | null; ownership: StarterEntry['ownership'] | null } {
  const known = knownOutlet(address)
  if (known) return { country: known.country, language: known.language, ownership: known.ownership }
  const host = URL.canParse(address) ? new URL(address).hostname : ''
  const official = /(?:^|\.)(?:gov|mfa|president|parliament|government)\./i.test(host) || /\.(?:gov|mil)(?:\.\w{2})?$/i.test(host)
  return { country: topLevels[host.split('.').at(-1) ?? ''] ?? null, language: null, ownership: official ? 'official' : null }
}
