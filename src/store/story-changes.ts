/** A change of a story → its row in the history, and the story's mark of the last one; the lock under which membership changes. */
import { sql, type Transaction } from 'kysely'
import type { StoryChange } from '../stories/story-store.js'
import type { Database } from './schema.js'

/** Name of the advisory lock under which one placing at a time runs, over all processes. */
const placingLock = 7_305_001

export const ints = (ids: readonly number[]) => sql<number[]>`${[...ids]}::integer[]`

/** Held until the transaction ends; to be taken before any row is locked. */
export async function lockPlacing(trx: Transaction<Database>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${placingLock})`.execute(trx)
}

export async function addChanges(
  trx: Transaction<Database>,
  changes: readonly Omit<StoryChange, 'seq'>[],
  other: number | null = null,
): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map((change) => ({
    story_id: change.story,
    kind: change.kind,
    article_id: change.articleId,
    other_story: other,
    at: change.at,
  }))
  const made = await trx.insertInto('story_change').values(rows).returning(['seq', 'story_id']).execute()
  const last = new Map<number, number>()
  for (const { seq, story_id } of made) last.set(story_id, Math.max(seq, last.get(story_id) ?? 0))
  await sql`update story set last_change = v.seq from (select unnest(${ints([...last.keys()])}) as id, unnest(${[...last.values()]}::bigint[]) as seq) v where story.id = v.id`.execute(
    trx,
  )
}
