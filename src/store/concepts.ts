/** Slugs and topic ids ↔ the integers that stand in `article.concepts`. */
import type { Kysely } from 'kysely'
import type { Database } from './schema.js'

export interface Concepts {
  /** Numbers of these slugs, made where missing. Not to be called inside a transaction. */
  numbers(slugs: readonly string[]): Promise<number[]>
  /** Numbers of those slugs that some article has ever carried. */
  known(slugs: readonly string[]): Promise<Map<string, number>>
}

export function createConcepts(db: Kysely<Database>): Concepts {
  // A concept once made stays for ever, so what is remembered stays true.
  const remembered = new Map<string, number>()

  async function known(slugs: readonly string[]): Promise<Map<string, number>> {
    const missing = slugs.filter((slug) => !remembered.has(slug))
    if (missing.length > 0) {
      const rows = await db.selectFrom('concept').select(['id', 'slug']).where('slug', 'in', missing).execute()
      for (const row of rows) remembered.set(row.slug, row.id)
    }
    return new Map(slugs.flatMap((slug) => (remembered.has(slug) ? [[slug, remembered.get(slug) as number] as const] : [])))
  }

  return {
    known,
    async numbers(slugs) {
      const distinct = [...new Set(slugs)]
      const missing = distinct.filter((slug) => !remembered.has(slug))
      if (missing.length > 0 && (await known(missing)).size < missing.length) {
        await db
          .insertInto('concept')
          .values(missing.filter((slug) => !remembered.has(slug)).map((slug) => ({ slug })))
          .onConflict((conflict) => conflict.column('slug').doNothing())
          .execute()
      }
      const all = await known(distinct)
      return [...all.values()].sort((a, b) => a - b)
    },
  }
}
