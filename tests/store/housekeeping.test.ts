import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Store } from '../../src/store/open.js'
import { openTestStore } from './test-store.js'

/** Counts of changes are written a second late, to spare work. */
async function flush(store: Store): Promise<void> {
  await sql`select pg_stat_force_next_flush()`.execute(store.db)
  await store.articles.count()
}

describe('housekeeping of the embedded store', () => {
  it('tidies, one table at a time, those that changed much, writes the log out, and then rests', async () => {
    const store = await openTestStore()
    await sql`insert into handled (platform, key, at) select 'telegram', g::text, now() from generate_series(1, 3000) g`.execute(store.db)
    await sql`insert into concept (slug) select g::text from generate_series(1, 1000) g`.execute(store.db)
    await flush(store)
    const done: string[] = []
    for (let i = 0; i < 10; i++) {
      const step = await store.housekeeping.step()
      if (!step) break
      done.push(step.table)
    }
    expect(done).toEqual(['handled', 'concept', 'write-ahead log'])
    const { rows } = await sql<{ rows: number }>`select reltuples::integer as rows from pg_class where relname = 'handled'`.execute(store.db)
    expect(rows).toEqual([{ rows: 3000 }])
    await store.handled.dropBefore(new Date('2100-01-01T00:00:00Z'))
    await flush(store)
    expect((await store.housekeeping.step())?.table).toBe('handled')
  })
})
