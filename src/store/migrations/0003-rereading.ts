/** When a page is read again, with what it said of its version; and what is oldest, for those who keep articles for some days only. */
import { type Kysely, sql } from 'kysely'

const statements = [
  `alter table article add reread_at timestamptz, add page_etag text, add page_last_modified text`,
  `create index article_reread on article (reread_at) where reread_at is not null`,
  `create index article_read on article (read_at)`,
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
