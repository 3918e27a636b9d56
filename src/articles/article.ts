/** A clean page with its understanding → the article: the shape in which everything later sees it. */
import type { EventType, Language, TopicId } from '../lexicon/lexicon.js'
import type { DatePrecision, PlainDate } from '../text/dates.js'

/** Where `publishedAt` comes from. `story`: lent by the story's dated articles, never stored on the page itself. */
export type DateOrigin = 'page' | 'feed' | 'sitemap' | 'text' | 'story'

/** Who said what. `text` stands verbatim in the article's text or title. */
export interface Statement {
  /** Slug of a person or organisation; for someone not in the lexicon the romanised name as a slug. */
  speaker: string
  /** The office or description as the text has it; null where the text has none. */
  role: string | null
  /** ISO country or the slug of a body that is none; null unknown. */
  side: string | null
  standing: 'official' | 'other' | 'unknown'
  text: string
  /** True: words in quotation marks; false: reported speech. */
  quoted: boolean
  /** UTF-16 offset of `text` in the article's `text`; -1 for the title. */
  start: number
  /** True when it denies or rejects something ("denied", "опроверг"). */
  denial: boolean
  /** The words it denies, verbatim from the same article; null when it denies nothing or they do not stand there. */
  denies: string | null
  /** True when the text gives an office that the lexicon knows the speaker not to have held that day: never official, and for `doctor` to list. */
  contradictsLexicon: boolean
}

/** A page as it was read, clean and dated, nothing understood yet. */
export interface ReadArticle {
  /** As it was fetched or handed in. */
  url: string
  /** Identity of the article. */
  canonicalUrl: string
  sourceId: number
  lang: string
  title: string
  author: string | null
  /** Paragraphs joined by a blank line. */
  text: string
  /** UTC instant; for precision "day" the start of the day in the source's zone. */
  publishedAt: Date | null
  publishedAtFrom: DateOrigin | null
  publishedAtPrecision: DatePrecision | null
}

/** What Readout understood from the article's own text. Derived: carries the versions that made it. */
export interface Understanding {
  relevant: boolean
  topics: TopicId[]
  /** Topics whose words clearly stand in the text though it is not about them, likeliest first; none of `topics`. */
  touches: TopicId[]
  event: EventType | null
  eventDate: PlainDate | null
  /** True only if a sentence of the text carries the day, or a weekday that resolves. */
  eventDateInText: boolean
  /** ISO alpha-2. */
  countries: string[]
  people: string[]
  organisations: string[]
  places: string[]
  /** Romanised keys of names that the lexicon does not know (text/romanise `nameKey`). */
  nameKeys: string[]
  statements: Statement[]
  /** 128 MinHash values of the text's shingles (unsigned 32-bit). */
  fingerprint: number[]
  /** Agency or outlet that the text names as its origin ("With reporting by AFP" → "afp"). */
  originHint: string | null
  lexiconVersion: string
  rulesVersion: string
}

/** An article as the store holds it. */
export interface Article extends ReadArticle, Understanding {
  id: number
  /** The title as a language model translated it, checked, by language: never a source's words. */
  titleIn: Partial<Record<Language, string>>
  /** When Readout first read it, UTC. */
  readAt: Date
  /** The instant from which it is visible to an "as of" question: publishedAt, or the end of its day when day-precise; null while undated. */
  visibleFrom: Date | null
  /** Number of stored revisions; 1 for a page never changed. */
  revisions: number
  /** When Readout saw that its outlet had taken the page down, UTC; null while it stands. */
  withdrawnAt: Date | null
  /** Canonical URL of the article of which this is a near-verbatim copy. */
  duplicateOf: string | null
  /** Story id; null when not relevant. */
  story: number | null
  /** Id of the connected group of story candidates the article belongs to (house.md, Data); null when not relevant. */
  group: number | null
}
