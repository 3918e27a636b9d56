/** Names that admins added ↔ their rows; a removed one keeps its row. */
import { type Kysely, sql } from 'kysely'
import type { LexiconEntries } from '../lexicon/lexicon-entries.js'
import type { OverlayEntry } from '../lexicon/overlay.js'
import type { Database } from './schema.js'

export function createLexiconEntries(db: Kysely<Database>): LexiconEntries {
  return {
    async list() {
      const rows = await db.selectFrom('lexicon_entry').selectAll().where('removed_at', 'is', null).orderBy('id').execute()
      return rows.map(({ slug, entry, author, added_at }) => ({
        ...(entry as unknown as Pick<OverlayEntry, 'kind' | 'names' | 'familyNames' | 'side'>),
        slug,
        author,
        addedAt: added_at.toISOString(),
      }))
    },
    async stamp() {
      const { rows } = await sql<{ stamp: string }>`select concat(max(id), ':', count(removed_at)) as stamp from lexicon_entry`.execute(db)
      return rows[0]?.stamp ?? ''
    },
    async add({ slug, author, addedAt, ...entry }) {
      const at = new Date(addedAt)
      await db.transaction().execute(async (tx) => {
        await tx.updateTable('lexicon_entry').set({ removed_at: at }).where('slug', '=', slug).where('removed_at', 'is', null).execute()
        await tx
          .insertInto('lexicon_entry')
          .values({ slug, entry: JSON.stringify(entry), author, added_at: at, removed_at: null })
          .execute()
      })
    },
    async remove(slug, at) {
      const [result] = await db
        .updateTable('lexicon_entry')
        .set({ removed_at: at })
        .where('slug', '=', slug)
        .where('removed_at', 'is', null)
        .execute()
      return (result?.numUpdatedRows ?? 0n) > 0n
    },
  }
}
