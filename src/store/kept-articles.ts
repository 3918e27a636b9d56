/** Ids with the version of their rows → articles: those read before are kept, the same object as long as the row is the same. */
import { type Kysely, sql } from 'kysely'
import type { Article } from '../articles/article.js'
import { articleColumns, articleOfRow } from './article-rows.js'
import type { Database } from './schema.js'

/** An article as an index finds it. */
export interface ArticleRef {
  id: number
  version: string
}

/** `xmin`, the transaction that wrote the row as it stands: another one after every change. */
export const version = sql<string>`article.xmin::text`.as('version')

export interface KeptArticles {
  /** In the order of the refs; an article that was deleted meanwhile is left out. Not to be changed by who gets them. */
  of(refs: readonly ArticleRef[]): Promise<Article[]>
}

/** People ask about the same days: what those tell is read once. */
const kept = 2_000

export function createKeptArticles(db: Kysely<Database>): KeptArticles {
  const known = new Map<number, { version: string; article: Article }>()

  async function read(ids: readonly number[]): Promise<Map<number, Article>> {
    if (ids.length === 0) return new Map()
    const rows = await db
      .selectFrom('article')
      .select(articleColumns)
      .select(version)
      .where('id', '=', sql<number>`any(${[...ids]}::integer[])`)
      .execute()
    return new Map(
      rows.map((row) => {
        const article = articleOfRow(row)
        known.set(row.id, { version: row.version, article })
        return [row.id, article]
      }),
    )
  }

  return {
    async of(refs) {
      const found = new Map<number, Article>()
      for (const { id, version } of refs) {
        const held = known.get(id)
        if (held?.version !== version) continue
        found.set(id, held.article)
        // What was asked for last goes last.
        known.delete(id)
        known.set(id, held)
      }
      const fresh = await read(refs.flatMap(({ id }) => (found.has(id) ? [] : [id])))
      while (known.size > kept) known.delete(known.keys().next().value as number)
      return refs.flatMap(({ id }) => found.get(id) ?? fresh.get(id) ?? [])
    },
  }
}
