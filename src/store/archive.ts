/** What is kept → the read-only view from which answers and digests are made. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Archive, ArchiveQuery } from '../stories/story-store.js'
import { createArticleCounts } from './article-counts.js'
import type { Concepts } from './concepts.js'
import { type ArticleRef, createKeptArticles, version } from './kept-articles.js'
import type { Database } from './schema.js'

/** Rows within the time window in which words are looked for: the newest. */
const wordsReadIn = 1_500
/** The newest rows in which tags are looked for before their own index is asked. */
const newestRead = 1_000
/** The newest rows in which both indexes look together. */
const middleRead = 20_000
const edgeKeptMs = 10 * 60_000
const edgesKept = 100

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

/** `visible_from` follows from `published_at` (the same instant, or the end of its day) and has the index. */
function timeConditions({ asOf, from, to }: ArchiveQuery): RawBuilder<unknown>[] {
  return [
    sql`relevant`,
    sql`visible_from <= ${asOf}`,
    ...(from ? [sql`published_at >= ${from}`, sql`visible_from >= ${from}`] : []),
    ...(to ? [sql`published_at <= ${to}`, sql`visible_from <= ${new Date(to.getTime() + 2 * 86_400_000)}`] : []),
  ]
}

export function createArchive(db: Kysely<Database>, concepts: Concepts): Archive {
  const kept = createKeptArticles(db)
  const counts = createArticleCounts(db)

  /** Conditions on `article`, apart from those on its time; null: a concept is asked for that no article ever carried. */
  async function tagConditions({ concepts: asked, nameKeys = [] }: ArchiveQuery): Promise<RawBuilder<unknown>[] | null> {
    const numbers = await concepts.known([...new Set(asked.flat())])
    const conditions: RawBuilder<unknown>[] = []
    for (const any of asked) {
      const known = any.flatMap((slug) => numbers.get(slug) ?? [])
      if (known.length === 0) return null
      conditions.push(sql`concepts && ${known}::integer[]`)
    }
    if (nameKeys.length > 0) conditions.push(sql`name_keys && ${[...nameKeys]}::text[]`)
    return conditions
  }

  /** Edges by day; where an edge lies decides only how long a query takes. */
  const edges = new Map<string, { at: Date; readAt: number }>()

  /** Before which instant all but the newest thousands of rows of a day lie; long ago where there are not so many. */
  async function edgeBefore(asOf: Date): Promise<Date> {
    const day = asOf.toISOString().slice(0, 10)
    const known = edges.get(day)
    if (known && performance.now() - known.readAt < edgeKeptMs) return known.at
    const row = await db
      .selectFrom('article')
      .select('visible_from')
      .where('relevant', '=', true)
      .where('visible_from', '<=', asOf)
      .orderBy('visible_from', 'desc')
      .offset(middleRead)
      .limit(1)
      .executeTakeFirst()
    const at = row?.visible_from ?? new Date(0)
    if (edges.size >= edgesKept) edges.clear()
    edges.set(day, { at, readAt: performance.now() })
    return at
  }

  /**
   * The newest that fit, by the shortest of three ways: what many carry is among the newest rows, which the index on time gives; what fewer carry
   * comes from the indexes on tags and on time together; what hardly any carries from that on tags alone. Each is only gone when those before it
   * gave too little. Left to itself the planner guesses how tags go together, and walks through everything for what is nowhere.
   */
  async function newest(query: ArchiveQuery, tags: readonly RawBuilder<unknown>[]): Promise<ArticleRef[]> {
    const order = sql`order by visible_from desc, id desc`
    const time = sql.join(timeConditions(query), sql` and `)
    const columns = sql`id, xmin::text as version, visible_from`
    if (tags.length === 0) {
      const { rows } = await sql<ArticleRef>`select id, xmin::text as version from article where ${time} ${order} limit ${query.limit}`.execute(db)
      return rows
    }
    const fits = sql.join(tags, sql` and `)
    const edge = await edgeBefore(query.asOf)
    const { rows } = await sql<ArticleRef>`
      with near as materialized (
        select id, version, visible_from from (
          select ${columns}, concepts, name_keys from article where ${time} ${order} limit ${newestRead}) newest
        where ${fits} ${order} limit ${query.limit}),
      middle as materialized (
        select ${columns} from article where ${time} and ${fits} and visible_from > ${edge} and (select count(*) from near) < ${query.limit}),
      far as materialized (
        select ${columns} from article
        where ${time} and ${fits} and visible_from <= ${edge} and (select count(*) from near) < ${query.limit} and (select count(*) from middle) < ${query.limit})
      select id, version from (select * from near union select * from middle union select * from far) found ${order} limit ${query.limit}`.execute(db)
    return rows
  }

  return {
    async find(query) {
      const tags = await tagConditions(query)
      return tags ? kept.of(await newest(query, tags)) : []
    },

    async findWords(words, query) {
      const tags = await tagConditions(query)
      if (!tags || words.length === 0) return []
      const near = db
        .selectFrom('article')
        .select(['id', 'title', 'text', 'visible_from'])
        .select(version)
        .where(sql<boolean>`${sql.join([...timeConditions(query), ...tags], sql` and `)}`)
        .orderBy('visible_from', 'desc')
        .orderBy('id', 'desc')
        .limit(wordsReadIn)
        .as('near')
      const hits = sql<number>`(select count(*) from unnest(${words.map(wordPattern)}::text[]) w where near.title ~* w or near.text ~* w)`
      // One expression sorts out most rows; the words are counted in the rest only.
      const some = db
        .selectFrom(near)
        .selectAll()
        .where(sql<boolean>`(near.title || ' ' || near.text) ~* ${anyPattern(words)}`)
        .as('near')
      const refs = await db
        .selectFrom(db.selectFrom(some).select(['id', 'version', 'visible_from']).select(hits.as('hits')).as('counted'))
        .select(['id', 'version'])
        .where('hits', '>', 0)
        .orderBy('hits', 'desc')
        .orderBy('visible_from', 'desc')
        .orderBy('id', 'desc')
        .limit(query.limit)
        .execute()
      return kept.of(refs)
    },

    async groups(groups) {
      if (groups.length === 0) return []
      const refs = await db
        .selectFrom('article')
        .select('id')
        .select(version)
        .where('group_id', '=', sql<number>`any(${[...groups]}::integer[])`)
        .orderBy('id')
        .execute()
      return kept.of(refs)
    },

    async story(story) {
      const row = await db.selectFrom('story').select(['id', 'merged_into']).where('id', '=', story).executeTakeFirst()
      if (!row) return []
      const refs = await db
        .selectFrom('article')
        .select('id')
        .select(version)
        .where('story_id', '=', row.merged_into ?? row.id)
        .orderBy('id')
        .execute()
      return kept.of(refs)
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
      const [counted, sources, poll] = await Promise.all([
        counts.at(asOf),
        sql<{ all: number; failing: number }>`
          select count(*)::integer as all, count(*) filter (where failures > 0)::integer as failing from source where removed_at is null and folder is null`.execute(
          db,
        ),
        db.selectFrom('poll_run').select(sql<Date | null>`max(finished_at)`.as('at')).where('finished_at', '<=', asOf).executeTakeFirst(),
      ])
      const [source] = sources.rows
      return {
        articles: counted.articles,
        relevantArticles: counted.relevant,
        sources: source?.all ?? 0,
        sourcesFailing: source?.failing ?? 0,
        newestAt: counted.newest,
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
