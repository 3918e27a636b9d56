/** Lexicon files as read from disk → checked shapes; every error names the file, the entry and what was expected. */
import { z } from 'zod'
import { eventTypes, topicIds } from './lexicon.js'

export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/
const slug = z.string().regex(slugPattern, 'expected lower-case Latin words joined by hyphens')
const isoCountry = z.string().regex(/^[A-Z]{2}$/, 'expected an ISO-3166 alpha-2 code in capitals')
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected YYYY-MM-DD')
const spellings = z.array(z.string().min(1)).readonly().exactOptional()
const names = z.strictObject({ en: spellings, ru: spellings, hy: spellings, az: spellings, ka: spellings, tr: spellings })
const noNames = names.default({})
const provenance = { source: z.string().exactOptional(), checkedOn: day.exactOptional() }
const language = z.enum(['en', 'ru', 'hy', 'az', 'ka', 'tr'])

const office = z.object({
  title: names,
  side: z.string(),
  standing: z.enum(['official', 'other']),
  body: slug.exactOptional(),
  from: day.nullable(),
  to: day.nullable(),
  source: z.string().default(''),
  checkedOn: day.default('1970-01-01'),
})

export const personSchema = z.object({
  slug,
  names,
  familyNames: noNames,
  side: z.string().nullable(),
  offices: z.array(office).default([]),
  ...provenance,
})

export const organisationSchema = z.object({
  slug,
  names,
  country: isoCountry.nullable(),
  class: z.enum(['government', 'parliament', 'party', 'international', 'court', 'company', 'media', 'ngo', 'de-facto', 'military', 'other']),
  partOf: slug.exactOptional(),
  ...provenance,
})

export const placeSchema = z.object({
  slug,
  names,
  country: isoCountry.nullable(),
  capital: z.boolean().exactOptional(),
  wide: z.boolean().exactOptional(),
  within: slug.exactOptional(),
  neutral: z.partialRecord(language, z.string()).exactOptional(),
  ...provenance,
})

export const countrySchema = z.object({
  slug: isoCountry,
  names,
  adjectives: noNames,
  demonyms: noNames,
  capital: slug.nullable().default(null),
  metonyms: noNames,
})

const cue = z.object({ lang: language, text: z.string().min(1), weight: z.number().positive() })

export const topicSchema = z.object({ id: z.enum(topicIds), names, aliases: noNames, cues: z.array(cue).default([]) })
export const eventSchema = z.object({ id: z.enum(eventTypes), names, cues: z.array(cue).default([]) })
export const threadSchema = z.object({
  id: slug,
  names,
  aliases: noNames,
  topics: z.array(z.enum(topicIds)).default([]),
  countries: z.array(isoCountry).default([]),
  cues: z.array(cue).default([]),
})
export const loadedTermSchema = z.object({
  id: slug,
  names,
  except: z.union([names, z.array(z.string())]).exactOptional(),
  side: z.string().nullable().exactOptional(),
})
/** `of`: whose body of that kind has a slug that does not end in the id. `beside`: a common noun, read as that body only beside its country's name. */
export const bodySchema = z.object({ id: slug, names, of: z.record(isoCountry, slug).exactOptional(), beside: z.boolean().exactOptional() })
export const offTopicSchema = z.object({ id: slug, cues: z.array(cue) })
export const officeWordSchema = z.object({ id: z.string(), names, standing: z.enum(['official', 'other']) })

/** Everything the lexicon is made of, as it ships. */
export const lexiconDataSchema = z.object({
  people: z.array(personSchema),
  organisations: z.array(organisationSchema),
  places: z.array(placeSchema),
  countries: z.array(countrySchema),
  topics: z.array(topicSchema),
  events: z.array(eventSchema),
  threads: z.array(threadSchema),
  loadedTerms: z.array(loadedTermSchema),
  offices: z.array(officeWordSchema),
  bodies: z.array(bodySchema),
  offTopic: z.array(offTopicSchema),
})

export type LexiconData = z.output<typeof lexiconDataSchema>

/** Data with nothing in it, to build on in tests and where a part is not needed.@internal */
export const emptyData: LexiconData = {
  people: [],
  organisations: [],
  places: [],
  countries: [],
  topics: [],
  events: [],
  threads: [],
  loadedTerms: [],
  offices: [],
  bodies: [],
  offTopic: [],
}
