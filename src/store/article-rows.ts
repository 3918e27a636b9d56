/** Rows of `article` ↔ articles; the columns that are derived from the text. */
import { type Kysely, type Selectable, sql } from 'kysely'
import type { Article, DateOrigin, ReadArticle, Statement, Understanding } from '../articles/article.js'
import type { TitleTranslation } from '../articles/title-translations.js'
import type { EventType, Language, TopicId } from '../lexicon/lexicon.js'
import { addDays, type DatePrecision, plainDateIn, startOfDay } from '../text/dates.js'
import { bands } from '../text/shingles.js'
import type { Database } from './schema.js'

/** Columns of an article; the others serve finding and placing. */
export const articleColumns = [
  'id',
  'url',
  'canonical_url',
  'source_id',
  'lang',
  'title',
  'title_translations',
  'author',
  'text',
  'published_at',
  'published_at_from',
  'published_at_precision',
  'relevant',
  'topics',
  'derived',
  'event',
  'event_date',
  'event_date_in_text',
  'countries',
  'people',
  'organisations',
  'places',
  'name_keys',
  'statements',
  'fingerprint',
  'origin_hint',
  'lexicon_version',
  'rules_version',
  'read_at',
  'visible_from',
  'revisions',
  'withdrawn_at',
  'duplicate_of',
  'story_id',
  'group_id',
] as const

export type ArticleRow = Pick<Selectable<Database['article']>, (typeof articleColumns)[number]>

/** Those that may be shown. */
function translated(kept: Partial<Record<Language, TitleTranslation>>): Article['titleIn'] {
  return Object.fromEntries(Object.entries(kept).flatMap(([lang, one]) => ('text' in one ? [[lang, one.text]] : [])))
}

/** A row as it is stored → the article. Slugs, topics and statements were checked when they were written. */
export function articleOfRow(row: ArticleRow): Article {
  return {
    id: row.id,
    url: row.url,
    canonicalUrl: row.canonical_url,
    sourceId: row.source_id,
    lang: row.lang,
    title: row.title,
    titleIn: translated(row.title_translations as Partial<Record<Language, TitleTranslation>>),
    author: row.author,
    text: row.text,
    publishedAt: row.published_at,
    publishedAtFrom: row.published_at_from as DateOrigin | null,
    publishedAtPrecision: row.published_at_precision as DatePrecision | null,
    relevant: row.relevant,
    topics: row.topics as TopicId[],
    // Rows that older rules derived have none.
    touches: (row.derived as { touches?: TopicId[] }).touches ?? [],
    event: row.event as EventType | null,
    eventDate: row.event_date,
    eventDateInText: row.event_date_in_text,
    countries: row.countries,
    people: row.people,
    organisations: row.organisations,
    places: row.places,
    nameKeys: row.name_keys,
    statements: row.statements as Statement[],
    fingerprint: row.fingerprint,
    originHint: row.origin_hint,
    lexiconVersion: row.lexicon_version,
    rulesVersion: row.rules_version,
    readAt: row.read_at,
    visibleFrom: row.visible_from,
    revisions: row.revisions,
    withdrawnAt: row.withdrawn_at,
    duplicateOf: row.duplicate_of,
    story: row.story_id,
    group: row.group_id,
  }
}

/** Articles by id or by group, in order of their ids. */
export async function articlesWhere(db: Kysely<Database>, column: 'id' | 'group_id', ids: readonly number[]) {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('article')
    .select(articleColumns)
    .where(column, '=', sql<number>`any(${[...ids]}::integer[])`)
    .orderBy('id')
    .execute()
  return rows.map(articleOfRow)
}

/** Slugs and ids under which an article is found; a topic that it only touches under `touches:<topic>`. */
export function conceptsOf(article: Understanding): string[] {
  const { topics, touches, event, countries, people, organisations, places } = article
  return [
    ...new Set([
      ...topics,
      ...touches.map((topic) => `touches:${topic}`),
      ...(event ? [event] : []),
      ...countries,
      ...people,
      ...organisations,
      ...places,
    ]),
  ]
}

/** `publishedAt`, or the end of its day in the source's zone (null: UTC) when only the day is known. */
function visibleFrom(dated: Pick<ReadArticle, 'publishedAt' | 'publishedAtPrecision'>, zone: string | null): Date | null {
  const { publishedAt, publishedAtPrecision } = dated
  if (!publishedAt || publishedAtPrecision !== 'day') return publishedAt
  return startOfDay(addDays(plainDateIn(publishedAt, zone), 1), zone)
}

/** Columns that `saveUnderstanding` replaces. */
export function derivedColumns(
  article: Understanding & Pick<ReadArticle, 'publishedAt' | 'publishedAtFrom' | 'publishedAtPrecision'>,
  { concepts, zone }: { concepts: number[]; zone: string | null },
) {
  return {
    published_at: article.publishedAt,
    published_at_from: article.publishedAtFrom,
    published_at_precision: article.publishedAtPrecision,
    visible_from: visibleFrom(article, zone),
    relevant: article.relevant,
    topics: [...article.topics],
    derived: JSON.stringify({ touches: article.touches }),
    event: article.event,
    event_date: article.eventDate,
    event_date_in_text: article.eventDateInText,
    countries: [...article.countries],
    people: [...article.people],
    organisations: [...article.organisations],
    places: [...article.places],
    concepts,
    name_keys: [...article.nameKeys],
    statements: JSON.stringify(article.statements),
    fingerprint: [...article.fingerprint],
    bands: bands(article.fingerprint),
    origin_hint: article.originHint,
    lexicon_version: article.lexiconVersion,
    rules_version: article.rulesVersion,
  }
}
