/** Membership of articles in stories, its history and admins' mends ↔ their rows. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Mend, Placing, StoryChange, StoryStore } from '../stories/story-store.js'
import { articlesWhere } from './article-rows.js'
import { candidateIds } from './candidates.js'
import type { Database } from './schema.js'
import { addChanges, ints, lockPlacing } from './story-changes.js'

type Row = { id: number; kind: string; articles: number[]; detail: unknown; made_by: string; at: Date; undone_at: Date | null }

function mendOfRow(row: Row): Mend {
  return {
    id: row.id,
    kind: row.kind as Mend['kind'],
    articles: row.articles,
    detail: row.detail,
    by: row.made_by,
    at: row.at,
    undoneAt: row.undone_at,
  }
}

/** Rows of one statement; a rebuild writes many. */
const batch = 2_000

/** Mends that stand and touch one of the articles, oldest first. */
async function mendsOf(db: Kysely<Database>, articleIds: readonly number[]): Promise<Mend[]> {
  if (articleIds.length === 0) return []
  const rows = await db
    .selectFrom('mend')
    .selectAll()
    .where(sql<boolean>`articles && ${ints(articleIds)}`)
    .where('undone_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(mendOfRow)
}

function placingIn(trx: Transaction<Database>): Placing {
  return {
    async candidates(article, window, limit) {
      return articlesWhere(trx, 'id', await candidateIds(trx, article.id, { window, limit }))
    },
    articles: (ids) => articlesWhere(trx, 'id', ids),
    membersOfGroups: (groups) => articlesWhere(trx, 'group_id', groups),

    mendsOf: (articleIds) => mendsOf(trx, articleIds),

    async newStoryId(at) {
      const { id } = await trx.insertInto('story').values({ made_at: at }).returning('id').executeTakeFirstOrThrow()
      return id
    },

    async newGroupId() {
      const made = await sql<{ id: number }>`select nextval('story_group')::integer as id`.execute(trx)
      return made.rows[0]?.id ?? 0
    },

    async saveMembership(rows, at) {
      for (let from = 0; from < rows.length; from += batch) {
        const part = rows.slice(from, from + batch)
        const before = await trx
          .selectFrom('article')
          .select(['id', 'story_id'])
          .where('id', '=', sql<number>`any(${ints(part.map((row) => row.articleId))})`)
          .execute()
        const was = new Map(before.map((row) => [row.id, row.story_id]))
        await sql`update article set group_id = v.g, story_id = v.s
          from (select unnest(${ints(part.map((row) => row.articleId))}) as id, unnest(${part.map((row) => row.group)}::integer[]) as g,
            unnest(${part.map((row) => row.story)}::integer[]) as s) v where article.id = v.id`.execute(trx)
        const moved = part.filter((row) => (was.get(row.articleId) ?? null) !== row.story)
        await addChanges(
          trx,
          moved.flatMap(({ articleId, story }) => {
            const old = was.get(articleId) ?? null
            return [
              ...(old === null ? [] : [{ story: old, kind: 'article-removed' as const, articleId, at }]),
              ...(story === null ? [] : [{ story, kind: 'article-added' as const, articleId, at }]),
            ]
          }),
        )
      }
    },

    async mergeStory(from, into, at) {
      await trx.updateTable('story').set({ merged_into: into }).where('id', '=', from).execute()
      // What pointed to it points on: an old id is followed in one step.
      await trx.updateTable('story').set({ merged_into: into }).where('merged_into', '=', from).execute()
      await addChanges(trx, [{ story: into, kind: 'merged', articleId: null, at }], from)
    },

    async reviveStory(story, { from, taken }) {
      await trx.updateTable('story').set({ merged_into: null }).where('id', '=', story).execute()
      await trx
        .updateTable('story')
        .set({ merged_into: story })
        .where('id', '=', sql<number>`any(${ints(taken)})`)
        .where('merged_into', '=', from)
        .execute()
    },

    async splitStory(story, part, at) {
      await addChanges(trx, [{ story, kind: 'split', articleId: null, at }], part)
    },

    async setDuplicateOf(articleId, canonicalUrl) {
      await trx.updateTable('article').set({ duplicate_of: canonicalUrl }).where('id', '=', articleId).execute()
    },
  }
}

export function createStoryStore(db: Kysely<Database>): StoryStore {
  return {
    placing: (work) =>
      db.transaction().execute(async (trx) => {
        await lockPlacing(trx)
        return work(placingIn(trx))
      }),

    async resolve(story) {
      const row = await db.selectFrom('story').select(['id', 'merged_into']).where('id', '=', story).executeTakeFirst()
      return row ? (row.merged_into ?? row.id) : null
    },

    async mergedInto(story) {
      return (await db.selectFrom('story').select('id').where('merged_into', '=', story).orderBy('id').execute()).map(({ id }) => id)
    },

    async count() {
      const { n } = await db
        .selectFrom('story')
        .select((all) => all.fn.countAll<number>().as('n'))
        .where('merged_into', 'is', null)
        .executeTakeFirstOrThrow()
      return Number(n)
    },

    async changesSince(seq, stories) {
      if (stories.length === 0) return []
      const rows = await db
        .selectFrom('story_change')
        .selectAll()
        .where('seq', '>', seq)
        .where('story_id', '=', sql<number>`any(${ints(stories)})`)
        .orderBy('seq')
        .execute()
      return rows.map((row) => ({ seq: row.seq, story: row.story_id, kind: row.kind as StoryChange['kind'], articleId: row.article_id, at: row.at }))
    },

    async lastSeq() {
      const row = await db.selectFrom('story_change').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
      return row?.seq ?? 0
    },

    async addMend(mend) {
      const { id } = await db
        .insertInto('mend')
        .values({
          kind: mend.kind,
          articles: [...mend.articles].sort((a, b) => a - b),
          detail: mend.detail == null ? null : JSON.stringify(mend.detail),
          made_by: mend.by,
          at: mend.at,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      return id
    },

    async undoMend(id, by, at) {
      const [result] = await db
        .updateTable('mend')
        .set({ undone_at: at, undone_by: by })
        .where('id', '=', id)
        .where('undone_at', 'is', null)
        .execute()
      return (result?.numUpdatedRows ?? 0n) > 0n
    },

    async mends(articleIds) {
      if (articleIds) return mendsOf(db, articleIds)
      return (await db.selectFrom('mend').selectAll().where('undone_at', 'is', null).orderBy('id').execute()).map(mendOfRow)
    },
  }
}
