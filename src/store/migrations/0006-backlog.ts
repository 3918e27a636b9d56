/** What a source's first poll brings, or the first after an outage, is no news to alert of: until when it was read is kept. */
import { type Kysely, sql } from 'kysely'

export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`alter table source add column if not exists backlog_until timestamptz`.execute(database)
}
