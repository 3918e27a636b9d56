/** Pages to be read again ↔ the columns of their articles. */
import { type Kysely, sql } from 'kysely'
import type { RereadStore } from '../articles/reread-store.js'
import type { Database } from './schema.js'
import { ints } from './story-changes.js'

/** Rows looked at for one round: more than any round takes. Those of sources that are not read any more stay due for ever, and do not count. */
const looked = 2_000

export function createRereadStore(db: Kysely<Database>): RereadStore {
  return {
    async plan(articleId, at, { etag, lastModified }) {
      await db.updateTable('article').set({ reread_at: at, page_etag: etag, page_last_modified: lastModified }).where('id', '=', articleId).execute()
    },

    async take({ now, all, limit, perSource, leaseMs }) {
      const until = all ? new Date('9999-01-01T00:00:00Z') : now
      const due = await sql<{ id: number }>`
        select id from (
          select due.id, due.reread_at, row_number() over (partition by due.source_id order by due.reread_at, due.id) as place
          from (
            select article.id, source_id, reread_at from article
            join source on source.id = source_id and source.removed_at is null and source.state = 'active'
            where reread_at <= ${until} order by reread_at limit ${looked}
          ) due
        ) placed where place <= ${perSource} order by reread_at, id limit ${limit}`.execute(db)
      if (due.rows.length === 0) return []
      // Another process that took them meanwhile has moved them on.
      const taken = await db
        .updateTable('article')
        .set({ reread_at: new Date(now.getTime() + leaseMs) })
        .where('id', '=', sql<number>`any(${ints(due.rows.map((row) => row.id))})`)
        .where('reread_at', '<=', until)
        .returning('id')
        .execute()
      const rows = await db
        .selectFrom('article')
        .innerJoin('source', 'source.id', 'article.source_id')
        .leftJoin('story', 'story.id', 'article.story_id')
        .select([
          'article.id',
          'article.source_id',
          'article.page_etag',
          'article.page_last_modified',
          'article.withdrawn_at',
          'source.ownership',
          'story.made_at',
        ])
        .where('article.id', '=', sql<number>`any(${ints(taken.map((row) => row.id))})`)
        .orderBy('article.id')
        .execute()
      return rows.map((row) => ({
        articleId: row.id,
        sourceId: row.source_id,
        etag: row.page_etag,
        lastModified: row.page_last_modified,
        withdrawn: row.withdrawn_at !== null,
        official: row.ownership === 'official',
        storyMadeAt: row.made_at,
      }))
    },
  }
}
