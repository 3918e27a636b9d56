/** What a chat is talking about, for the minutes that follow-ups need, whichever process the next question reaches. */
import { type Kysely, sql } from 'kysely'

const statements = [
  // Unlogged: what people ask reaches no log archive, and a crash may forget it.
  `create unlogged table conversation (
    chat_id integer primary key references chat (id) on delete cascade, person_id integer not null references person (id) on delete cascade,
    lines jsonb not null, until timestamptz not null
  )`,
  `create index conversation_until on conversation (until)`,
  `create index conversation_person on conversation (person_id)`,
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
