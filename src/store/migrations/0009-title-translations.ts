/** What a language model made of an article's title, by language: `{"ru": {"text": …}}`, or `{"refused": reason}` so that it is not asked again. */
import { type Kysely, sql } from 'kysely'

export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`alter table article add column if not exists title_translations jsonb not null default '{}'`.execute(database)
}
