/** Names that admins added ↔ their rows; a removed one keeps its row. */
import { type Kysely, type Selectable, sql } from 'kysely'
import type { LexiconEntries } from '../lexicon/lexicon-entries.js'
import { addNames, type OverlayEntry } from '../lexicon/overlay.js'
import type { Database } from './schema.js'

function entryOfRow({
  slug,
  entry,
  author,
  added_at,
}: Pick<Selectable<Database['lexicon_entry']>, 'slug' | 'entry' | 'author' | 'added_at'>): OverlayEntry {
  return { ...(entry as unknown as Pick<OverlayEntry, 'kind' | 'names' | 'familyNames' | 'side'>), slug, author, addedAt: added_at.toISOString() }
}

export function createLexiconEntries(db: Kysely<Database>): LexiconEntries {
  return {
    async list() {
      const rows = await db.selectFrom('lexicon_entry').selectAll().where('removed_at', 'is', null).orderBy('id').execute()
      return rows.map(entryOfRow)
    },
    async stamp() {
      const { rows } = await sql<{ stamp: string }>`select concat(max(id), ':', count(removed_at)) as stamp from lexicon_entry`.execute(db)
      return rows[0]?.stamp ?? ''
    },
    async add(entry) {
      const at = new Date(entry.addedAt)
      return db.transaction().execute(async (tx) => {
        // Two admins who add to one slug at once: the second waits and sees what the first added.
        const before = await tx
          .selectFrom('lexicon_entry')
          .selectAll()
          .where('slug', '=', entry.slug)
          .where('removed_at', 'is', null)
          .orderBy('id')
          .forUpdate()
          .execute()
        const { slug, author, addedAt, ...whole } = before.map(entryOfRow).reduceRight((added, standing) => addNames(standing, added), entry)
        await tx.updateTable('lexicon_entry').set({ removed_at: at }).where('slug', '=', slug).where('removed_at', 'is', null).execute()
        await tx
          .insertInto('lexicon_entry')
          .values({ slug, entry: JSON.stringify(whole), author, added_at: at, removed_at: null })
          .execute()
        return { slug, author, addedAt, ...whole }
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
