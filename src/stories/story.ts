/** The articles of one event → a story as it stands at an instant: the shape that digests and answers see. */
import type { Article } from '../articles/article.js'
import type { EventType, Language, TopicId } from '../lexicon/lexicon.js'
import type { PlainDate } from '../text/dates.js'

/** A label of an outlet, as shown beside each citation. */
export interface Outlet {
  sourceId: number
  name: string
  /** ISO alpha-2 or null = unlabelled. */
  country: string | null
  ownership: string | null
}

/** One sentence of a source, verbatim. The only way in which a source's words travel. */
export interface QuotedSentence {
  text: string
  /** ISO 639-1 of the sentence. */
  lang: string
  articleId: number
  url: string
  articleTitle: string
  outlet: Outlet
  /** When the article was published; null when only the story is dated. */
  publishedAt: Date | null
  /** When the page was seen to be gone; only where nothing else tells the story. */
  withdrawnAt?: Date
  /** What a language model made of it, checked, by language; only of titles. Never shown without its mark. */
  machineTranslations?: Partial<Record<Language, string>>
}

/** The headline: quoted from a source, or a label made from agreed tags where no plain one exists. */
export type Headline =
  | { kind: 'quoted'; sentence: QuotedSentence }
  | { kind: 'label'; event: EventType | null; topics: TopicId[]; places: string[]; people: string[]; date: PlainDate | null }

/** Origins (reprints count once) by country of outlet; key "unlabelled" for outlets without confirmed country. */
export type Balance = Record<string, { origins: number; state: number }>

/** Statement of a side in this story. */
export interface SideStatement {
  speaker: string
  role: string | null
  side: string | null
  standing: 'official' | 'other' | 'unknown'
  denial: boolean
  sentence: QuotedSentence
  /** True when it is known only through outlets of another side. */
  onlyThroughOthers: boolean
}

/** What most of a story's articles agree on, strongest first. */
export interface AgreedTags {
  topics: TopicId[]
  threads: string[]
  countries: string[]
  people: string[]
  organisations: string[]
  places: string[]
  event: EventType | null
  eventDate: PlainDate | null
  eventDateInText: boolean
}

export interface Story extends AgreedTags {
  id: number
  headline: Headline
  /** One to three sentences: what happened, who, when, what follows. */
  summary: QuotedSentence[]
  firstAt: Date
  lastAt: Date
  balance: Balance
  /** Number of origins. */
  origins: number
  statements: SideStatement[]
  /** Newest first. An undated one carries the day its story lends (`publishedAtFrom` "story"). */
  articles: Article[]
  /** Labels of the outlets of its articles. */
  outlets: Outlet[]
  /** True when a page of it was changed in a figure or name, or withdrawn, after it was read. */
  corrected: boolean
}
