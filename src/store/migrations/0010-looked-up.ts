/** What is asked for again and again while the service runs is found by an index, however long it has run. */
import { type Kysely, sql } from 'kysely'

const statements = [
  // Deleting an article looks for its addresses.
  `create index article_address_article on article_address (article_id)`,
  // When was the last round of polling that ended? Asked with every answer; a row a minute.
  `create index poll_run_finished on poll_run (finished_at, id)`,
  // Written in the order of time, so that a few words a range of pages are enough, and hardly anything to write.
  `create index seen_item_seen on seen_item using brin (seen_at)`,
  `create index delivery_closed on delivery using brin (closed_at)`,
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
