/** When other processes than a bot's sender may answer, so that answers and digests of one bot together keep its pace. */
import { type Kysely, sql } from 'kysely'

export async function up(database: Kysely<unknown>): Promise<void> {
  // Unlogged: after a crash nothing is promised to anybody.
  await sql`create unlogged table pace (sender text primary key, next_at timestamptz not null, digests_until timestamptz not null)`.execute(database)
}
