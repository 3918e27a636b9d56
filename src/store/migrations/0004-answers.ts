/** What was visible at an instant is counted from an index: an honest no tells how many articles were searched. */
import { type Kysely, sql } from 'kysely'

export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`create index if not exists article_known on article (visible_from, relevant)`.execute(database)
}
