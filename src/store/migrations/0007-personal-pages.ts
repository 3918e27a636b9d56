/** Readers' own pages on the web: each is a chat whose address is the hash of its key; its feed has a key of its own. */
import { type Kysely, sql } from 'kysely'

export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    create table personal_page (
      chat_id integer primary key references chat (id) on delete cascade, feed_hash text not null unique, visited_at timestamptz not null
    )`.execute(database)
  await sql`create index personal_page_visited on personal_page (visited_at)`.execute(database)
}
