/** Lexicon data (JSON, six languages) → one queryable lexicon; the shapes every other room sees. */
import type { PlainDate } from '../text/dates.js'

/** The six languages of the region's news that Readout speaks. */
export const languages = ['en', 'ru', 'hy', 'az', 'ka', 'tr'] as const
export type Language = (typeof languages)[number]

/** Whether a language code is one of the six. */
export function isLanguage(lang: string): lang is Language {
  return (languages as readonly string[]).includes(lang)
}

export const topicIds = [
  'peace-treaty',
  'border',
  'transport-links',
  'karabakh',
  'constitution',
  'detainees',
  'humanitarian',
  'security',
  'mediation',
  'turkey-armenia',
  'eu-integration',
  'georgia-politics',
  'abkhazia-south-ossetia',
  'energy',
  'trade-economy',
  'international-law',
  'climate',
  'domestic-politics',
] as const
export type TopicId = (typeof topicIds)[number]

export const eventTypes = [
  'visit',
  'call',
  'meeting',
  'summit',
  'negotiation',
  'signing',
  'statement',
  'clash',
  'release',
  'arrest',
  'trial',
  'vote',
  'law',
  'protest',
  'sanction',
  'exercise',
  'aid',
  'appointment',
  'agreement',
  'publication',
] as const
export type EventType = (typeof eventTypes)[number]

/** Names of one thing per language; the first is the one that is displayed, the rest are spellings that match. */
export type Names = Partial<Record<Language, readonly string[]>>

/** Where a fact comes from (a public record, a CC0 data set, or "general knowledge") and when it was last looked at. */
export interface Provenance {
  source: string
  checkedOn: PlainDate
}

export interface Office extends Provenance {
  /** Display title per language ("Foreign Minister of Armenia"). */
  title: Names
  /** ISO country or slug of a body that the holder speaks for while in office. */
  side: string
  /** official: speaks for the side (head of state or government, minister, spokesperson …); other: deputy, opposition, expert … */
  standing: 'official' | 'other'
  /** Slug of the organisation, where there is one. */
  body?: string
  from: PlainDate | null
  to: PlainDate | null
}

export interface Person extends Partial<Provenance> {
  kind: 'person'
  slug: string
  names: Names
  /** Family names that alone may stand for the person when nobody else of that name is in the text. */
  familyNames: Names
  /** ISO country or slug of the body of which the person is a figure, whatever the office of the day. */
  side: string | null
  offices: readonly Office[]
}

export interface Organisation extends Partial<Provenance> {
  kind: 'organisation'
  slug: string
  names: Names
  /** ISO country the body is of, or null for an international one. */
  country: string | null
  /** government: a ministry, presidency, parliament … speaks officially for its country. */
  class: 'government' | 'parliament' | 'party' | 'international' | 'court' | 'company' | 'media' | 'ngo' | 'de-facto' | 'military' | 'other'
  /** Slug of the body that is meant too when its name stands in this one's ("EU Council"). */
  partOf?: string
}

export interface Place extends Partial<Provenance> {
  kind: 'place'
  slug: string
  names: Names
  country: string | null
  /** True for a seat of government ("Baku said" stands for the country, not the place). */
  capital?: boolean
  /** True for a sea, a mountain range or a part of the world: named often, seldom where the news happens. */
  wide?: boolean
  /** Slug of the town of which this is a street, square or building: news from there is the town's. */
  within?: string
  /** Neutral form for Readout's own words where names are contested ("Stepanakert (Khankendi)"), per language. */
  neutral?: Partial<Record<Language, string>>
}

export interface Country {
  kind: 'country'
  /** ISO-3166 alpha-2 in capitals. */
  slug: string
  names: Names
}

export type Entity = Person | Organisation | Place | Country

/** Where a concept of the lexicon stands in a text. Offsets are UTF-16 units. */
export interface Mention {
  slug: string
  kind: Entity['kind']
  start: number
  end: number
  text: string
  /** How it is named: by its own name, by adjective ("Armenian"), by metonym ("Baku said"), by family name alone. */
  by: 'name' | 'adjective' | 'metonym' | 'family-name'
}

/** A cue word (topic, event, loaded term) found in a text. */
export interface Cue {
  /** Topic id, event type, thread id or the loaded term's id. */
  id: string
  weight: number
  start: number
  end: number
}

/** A title of office found in a text ("foreign minister", "пресс-секретарь"), whoever holds it. */
export interface OfficeWord {
  id: string
  /** official: the holder speaks for the side; other: deputy of parliament, party leader, expert, relative … */
  standing: 'official' | 'other'
  start: number
  end: number
}

/** A long-running matter that ties stories (peace-treaty, border-delimitation …), with the words that speak for it. */
export interface Thread {
  id: string
  names: Names
  /** What people call it in a question. */
  aliases: Names
  topics: readonly TopicId[]
  countries: readonly string[]
}

/** The merged lexicon. All methods are pure; offsets are UTF-16 units of the text given. */
export interface Lexicon {
  /** Hash of the shipped data plus the overlay; every derived row stores it. */
  version: string
  entity(slug: string): Entity | undefined
  people(): readonly Person[]
  organisations(): readonly Organisation[]
  places(): readonly Place[]
  countries(): readonly Country[]
  /** Entities named in a text, longest first, inflected forms included, namesakes resolved by context. */
  mentions(text: string, lang: string): Mention[]
  /** Topic cue words with their weights. */
  topicCues(text: string, lang: string): Cue[]
  /** Event-type cue words with their weights. */
  eventCues(text: string, lang: string): Cue[]
  /** Cue words of the long-running threads with their weights. */
  threadCues(text: string, lang: string): Cue[]
  threads(): readonly Thread[]
  /** Loaded terms (product.md, promise 3); `weight` is 1. */
  loadedTerms(text: string, lang: string): Cue[]
  /** Words of matters that are none of Readout's (sport, weather, advertising …); the id is the matter. */
  offTopicCues(text: string, lang: string): Cue[]
  /** Titles of office in a text, the longest at each place, inflected forms included. */
  officeWords(text: string, lang: string): OfficeWord[]
  /** The office that a person held on a day (the most senior sourced one first). */
  officesOn(slug: string, on: PlainDate): Office[]
  /** Name to show for a concept (entity or topic) in Readout's own words: neutral where contested; the slug's words for whom the lexicon does not know. */
  displayName(slug: string, lang: Language): string
  /** Concepts that a typed query names, tolerant of typos, of lacking marks and of Latin letters for other scripts. */
  resolve(query: string, lang: string): QueryConcept[]
}

export interface QueryConcept {
  slug: string
  kind: Entity['kind'] | 'topic' | 'event' | 'thread'
  /** 0 to 1: exact spelling 1, fuzzy less. */
  confidence: number
  start: number
  end: number
}
