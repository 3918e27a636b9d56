/** What is kept → the read-only view from which answers and digests are made. */
import { type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import type { Archive, ArchiveQuery } from '../stories/story-store.js'
import { articleOfRow, articlesWhere } from './article-rows.js'
import type { Concepts } from './concepts.js'
import type { Database } from './schema.js'

/** Rows within the time window in which words are looked for: the newest. */
const wordsReadIn = 1_500

type Articles = SelectQueryBuilder<Database, 'article', object>

function escaped(word: string): string {
  return word.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')
}

/** Beginning of a word, whatever its case, in a regular expression of PostgreSQL. */
function wordPattern(word: string): string {
  return `(^|[^[:alnum:]])${escaped(word)}`
}

function anyPattern(words: readonly string[]): string {
  return `(^|[^[:alnum:]])(${words.map(escaped).join('|')})`
}

export function createArchive(db: Kysely<Database>, concepts: Concepts): Archive {
  /** Null: a concept is asked for that no article ever carried. */
  async function matching(query: ArchiveQuery): Promise<Articles | null> {
    const numbers = await concepts.known([...new Set(query.concepts.flat())])
    let articles: Articles = db.selectFrom('article').where('relevant', '=', true).where('visible_from', '<=', query.asOf)
    for (const any of query.concepts) {
      const known = any.flatMap((slug) => numbers.get(slug) ?? [])
      if (known.length === 0) return null
      articles = articles.where(sql<boolean>`concepts && ${known}::integer[]`)
    }
    if (query.nameKeys && query.nameKeys.length > 0) articles = articles.where(sql<boolean>`name_keys && ${[...query.nameKeys]}::text[]`)
    // `visible_from` follows from `published_at` (the same instant, or the end of its day) and has the index.
    if (query.from) articles = articles.where('published_at', '>=', query.from).where('visible_from', '>=', query.from)
    if (query.to) articles = articles.where('published_at', '<=', query.to).where('visible_from', '<=', new Date(query.to.getTime() + 2 * 86_400_000))
    return articles
  }

  return {
    async find(query) {
      const articles = await matching(query)
      const rows = await articles?.selectAll().orderBy('visible_from', 'desc').orderBy('id', 'desc').limit(query.limit).execute()
      return (rows ?? []).map(articleOfRow)
    },

    async findWords(words, query) {
      const articles = await matching(query)
      if (!articles || words.length === 0) return []
      const near = articles.selectAll().orderBy('visible_from', 'desc').orderBy('id', 'desc').limit(wordsReadIn).as('near')
      const hits = sql<number>`(select count(*) from unnest(${words.map(wordPattern)}::text[]) w where near.title ~* w or near.text ~* w)`
      // One expression sorts out most rows; the words are counted in the rest only.
      const some = db
        .selectFrom(near)
        .selectAll()
        .where(sql<boolean>`(near.title || ' ' || near.text) ~* ${anyPattern(words)}`)
        .as('near')
      const rows = await db
        .selectFrom(db.selectFrom(some).selectAll().select(hits.as('hits')).as('counted'))
        .selectAll()
        .where('hits', '>', 0)
        .orderBy('hits', 'desc')
        .orderBy('visible_from', 'desc')
        .orderBy('id', 'desc')
        .limit(query.limit)
        .execute()
      return rows.map(articleOfRow)
    },

    groups: (groups) => articlesWhere(db, 'group_id', groups),

    async story(story) {
      const row = await db.selectFrom('story').select(['id', 'merged_into']).where('id', '=', story).executeTakeFirst()
      if (!row) return []
      const rows = await db
        .selectFrom('article')
        .selectAll()
        .where('story_id', '=', row.merged_into ?? row.id)
        .orderBy('id')
        .execute()
      return rows.map(articleOfRow)
    },

    async outlets() {
      const rows = await db.selectFrom('source').select(['id', 'name', 'country', 'ownership', 'confirmed']).execute()
      return new Map(
        rows.map((row) => [
          row.id,
          { sourceId: row.id, name: row.name, country: row.confirmed ? row.country : null, ownership: row.confirmed ? row.ownership : null },
        ]),
      )
    },

    async state(asOf) {
      const counted = await sql<{ articles: number; relevant: number; newest: Date | null }>`
        select sum(n)::integer as articles, sum(n) filter (where relevant)::integer as relevant, max(newest) as newest from (
          select relevant, count(*) as n, max(visible_from) as newest from article where visible_from <= ${asOf} group by relevant
          union all select relevant, count(*), null from article where visible_from is null group by relevant) counted`.execute(db)
      const sources = await sql<{ all: number; failing: number }>`
        select count(*)::integer as all, count(*) filter (where failures > 0)::integer as failing from source where removed_at is null and folder is null`.execute(
        db,
      )
      const poll = await db
        .selectFrom('poll_run')
        .select(sql<Date | null>`max(finished_at)`.as('at'))
        .where('finished_at', '<=', asOf)
        .executeTakeFirst()
      const [articles, source] = [counted.rows[0], sources.rows[0]]
      return {
        articles: articles?.articles ?? 0,
        relevantArticles: articles?.relevant ?? 0,
        sources: source?.all ?? 0,
        sourcesFailing: source?.failing ?? 0,
        newestAt: articles?.newest ?? null,
        lastPollAt: poll?.at ?? null,
      }
    },

    async days(asOf, zone, daysBack) {
      const from = new Date(asOf.getTime() - daysBack * 86_400_000)
      const { rows } = await sql<{ day: string; articles: number }>`
        select to_char(published_at at time zone ${zone}, 'YYYY-MM-DD') as day, count(*)::integer as articles
        from article where relevant and visible_from > ${from} and visible_from <= ${asOf} and published_at >= ${from}
        group by 1 order by 1 desc`.execute(db)
      return rows
    },

    async correctedArticles(ids) {
      if (ids.length === 0) return new Set()
      const rows = await db
        .selectFrom('article')
        .select('id')
        .where('corrected', '=', true)
        .where('id', '=', sql<number>`any(${[...ids]}::integer[])`)
        .execute()
      return new Set(rows.map((row) => row.id))
    },
  }
}
