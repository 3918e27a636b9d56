/** An article → the ids of those around it that may tell the same event: by time first, so that the archive's size does not matter. */
import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.js'

/** Rows looked at where no window bounds them: the newest. */
const newestRead = 3_000
const undatedRead = 500

export interface CandidateQuery {
  /** Bounds of `published_at`; null: the article is undated. */
  window: { from: Date; to: Date } | null
  limit: number
}

/** What two rows share: concepts, names twice, bands four times (a shared band is hardly chance). */
const shared = sql`
  (select count(*) from unnest(near.concepts) c where c = any(me.concepts))
  + 2 * (select count(*) from unnest(near.name_keys) n where n = any(me.name_keys))
  + 4 * (select count(*) from unnest(near.bands) b where b = any(me.bands))`

/** Most in common first, then the smaller id. `offset 0` keeps the window's index scan apart from the rest, whatever the planner's statistics say. */
export async function candidateIds(db: Kysely<Database>, articleId: number, { window, limit }: CandidateQuery): Promise<number[]> {
  const columns = sql`id, concepts, name_keys, bands`
  const dated = window
    ? sql`(select ${columns} from article where relevant and visible_from between ${window.from} and ${new Date(window.to.getTime() + 86_400_000)}
        and published_at between ${window.from} and ${window.to} offset 0)`
    : sql`(select ${columns} from article where relevant and visible_from is not null order by visible_from desc limit ${newestRead})`
  const undated = sql`(select ${columns} from article where relevant and visible_from is null order by id desc limit ${undatedRead})`
  const found = await sql<{ id: number }>`
    with me as (select concepts, name_keys, bands from article where id = ${articleId}),
    near as (${dated} union all ${undated}),
    counted as (select near.id, ${shared} as shared from near, me where near.id <> ${articleId}
      and (near.concepts && me.concepts or near.name_keys && me.name_keys or near.bands && me.bands))
    select id from counted order by shared desc, id limit ${limit}`.execute(db)
  return found.rows.map((row) => row.id)
}
