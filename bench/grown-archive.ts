/** Understood articles + a store → an archive of any size in it: the articles, and copies of them with older dates, groups and stories of their own. */
import { sql } from 'kysely'
import type { Article } from '../src/articles/article.js'
import type { Store } from '../src/store/open.js'

/** A copy's address ends so. */
export const copyMark = '?v='
/** Days that the copies lie back: the first more than a year, each further one by some more. */
export const copyDays = (copy: number): number => copy * 3 + 400

/** The articles with the groups and stories that solving gave. */
export async function plant(store: Store, articles: readonly Article[]): Promise<void> {
  const sites = [...new Set(articles.map((article) => article.sourceId))].sort((a, b) => a - b)
  for (const id of sites)
    await sql`insert into source (name, kind, url, identity, country, confirmed, added_at) values (${`Outlet ${id}`}, 'feed', ${`http://gold.example/${id}`}, ${`gold-${id}`}, null, true, now())`.execute(
      store.db,
    )
  const ids = await sql<{ id: number }>`select id from source order by id`.execute(store.db)
  for (const article of articles) {
    const kept = await store.articles.save({ ...article, sourceId: ids.rows[sites.indexOf(article.sourceId)]?.id ?? 1 }, article.readAt)
    if (article.story === null) continue
    await sql`insert into story (id, made_at) overriding system value values (${article.story}, now()) on conflict do nothing`.execute(store.db)
    await sql`update article set story_id = ${article.story}, group_id = ${article.group} where id = ${kept.id}`.execute(store.db)
  }
}

/** What differs in a copy. */
const changed: Record<string, string> = {
  canonical_url: `a.canonical_url || '${copyMark}' || copy`,
  url: `a.url || '${copyMark}' || copy`,
  title: "a.title || ' ' || copy",
  text: "a.text || ' ' || copy",
  published_at: "a.published_at - (copy * 3 + 400) * interval '1 day'",
  visible_from: "a.visible_from - (copy * 3 + 400) * interval '1 day'",
  event_date: 'a.event_date - (copy * 3 + 400)',
  group_id: 'a.group_id + copy * 1000',
  story_id: 'a.story_id + copy * 1000',
  duplicate_of: 'null',
}
const copiesAtOnce = 40

/** Adds copies until there are `size` articles or a few more, then tidies as the service does. */
export async function grow(store: Store, size: number): Promise<void> {
  const columns = await sql<{
    name: string
  }>`select column_name as name from information_schema.columns where table_name = 'article' and is_generated = 'NEVER' and is_identity = 'NO'`.execute(
    store.db,
  )
  const names = columns.rows.map((column) => column.name)
  const counted = await sql<{ planted: number; copies: number }>`
    select count(*) filter (where url not like ${`%${copyMark}%`})::integer as planted, coalesce(max(substring(url from '[?]v=([0-9]+)')::integer), 0) as copies from article`.execute(
    store.db,
  )
  const { planted = 1, copies = 0 } = counted.rows[0] ?? {}
  const last = Math.ceil(size / planted) - 1
  for (let from = copies + 1; from <= last; from += copiesAtOnce) {
    const to = Math.min(last, from + copiesAtOnce - 1)
    await sql`insert into story (id, made_at) overriding system value select s.id + copy * 1000, now() from story s cross join generate_series(${sql.lit(from)}, ${sql.lit(to)}) copy where s.id < 1000 on conflict do nothing`.execute(
      store.db,
    )
    await sql
      .raw(
        `insert into article (${names.join(', ')}) select ${names.map((name) => changed[name] ?? `a.${name}`).join(', ')} from article a cross join generate_series(${from}, ${to}) copy where a.url not like '%${copyMark}%'`,
      )
      .execute(store.db)
  }
  await sql`vacuum (analyze) article`.execute(store.db)
}
