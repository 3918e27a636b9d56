/** What sending by the hundred thousand asks of the indexes, and what an unknown outcome must remember. */
import { type Kysely, sql } from 'kysely'

const statements = [
  `drop index delivery_open`,
  `create index delivery_due on delivery (sender, not_before, id) where state = 'planned'`,
  // Order within a chat: is anything older still open?
  `create index delivery_chat_open on delivery (chat_id, id) where state in ('planned', 'sending')`,
  // An outcome that nobody knows is told once, in the chat's next message.
  `alter table delivery add mentioned_at timestamptz, add under_delivery bigint`,
  `create index delivery_unmentioned on delivery (chat_id) where state = 'unknown' and mentioned_at is null`,
  `create index edition_draft on edition (slot) where state = 'draft'`,
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
