/** A source → the blocks its pages share; an article's text without them. */
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { ClutterStore } from '../articles/clutter-store.js'
import type { Database } from './schema.js'

const repeatedBlocks = z.object({ pages: z.number(), blocks: z.record(z.string(), z.number()) })

export function createClutterStore(db: Kysely<Database>): ClutterStore {
  return {
    async repeated(sourceId) {
      const row = await db.selectFrom('source').select('repeated_blocks').where('id', '=', sourceId).executeTakeFirst()
      return row?.repeated_blocks ? repeatedBlocks.parse(row.repeated_blocks) : null
    },
    async saveRepeated(sourceId, blocks) {
      await db
        .updateTable('source')
        .set({ repeated_blocks: JSON.stringify(blocks) })
        .where('id', '=', sourceId)
        .execute()
    },
    async replaceText(articleId, text) {
      await db.transaction().execute(async (trx) => {
        const row = await trx.updateTable('article').set({ text }).where('id', '=', articleId).returning('revisions').executeTakeFirst()
        if (!row) throw new Error(`article ${articleId}: there is none, expected the id of a stored article`)
        await trx.updateTable('revision').set({ text }).where('article_id', '=', articleId).where('n', '=', row.revisions).execute()
      })
    },
  }
}
