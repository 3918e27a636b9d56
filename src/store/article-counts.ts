/** An instant → how many articles were visible by then. What lies months back is counted seldom: an honest no tells the number each time. */
import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.js'

interface Counts {
  /** Undated ones too. */
  articles: number
  relevant: number
  newest: Date | null
}

/** A small archive is counted anew each time; a large one's past for so long, ms. */
const countedFor = 5 * 60_000
const small = 5_000
const instantsKept = 50

export function createArticleCounts(db: Kysely<Database>): { at(asOf: Date): Promise<Counts> } {
  const known = new Map<number, { counts: Counts; countedAt: number }>()

  /** Those that became visible after `since` (null: undated ones and all others) until an instant. */
  async function count(since: Date | null, until: Date): Promise<Counts> {
    const dated = since ? sql`visible_from > ${since} and visible_from <= ${until}` : sql`visible_from <= ${until}`
    const undated = since ? sql`` : sql`union all select relevant, count(*), null from article where visible_from is null group by relevant`
    const { rows } = await sql<Counts>`
      select coalesce(sum(n), 0)::integer as articles, coalesce(sum(n) filter (where relevant), 0)::integer as relevant, max(newest) as newest from (
        select relevant, count(*) as n, max(visible_from) as newest from article where ${dated} group by relevant ${undated}) counted`.execute(db)
    return rows[0] ?? { articles: 0, relevant: 0, newest: null }
  }

  return {
    async at(asOf) {
      const month = new Date(Date.UTC(asOf.getUTCFullYear(), asOf.getUTCMonth() - 1))
      const now = performance.now()
      const before = known.get(month.getTime())
      const isFresh = before && now - before.countedAt < countedFor
      const past = isFresh ? before.counts : await count(null, month)
      if (!isFresh && past.articles >= small) known.set(month.getTime(), { counts: past, countedAt: now })
      if (known.size > instantsKept) known.delete(known.keys().next().value as number)
      const late = await count(month, asOf)
      return { articles: past.articles + late.articles, relevant: past.relevant + late.relevant, newest: late.newest ?? past.newest }
    },
  }
}
