/** Articles ↔ their rows, revisions and addresses. */
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { ReadArticle, Understanding } from '../articles/article.js'
import type { ArticleStore, Revision } from '../articles/article-store.js'
import { takesBack } from '../articles/correction.js'
import { type ArticleRow, articleOfRow, conceptsOf, derivedColumns } from './article-rows.js'
import type { Concepts } from './concepts.js'
import type { Database } from './schema.js'
import { addChanges, lockPlacing } from './story-changes.js'

type New = ReadArticle & Understanding

async function zoneOf(db: Kysely<Database>, sourceId: number): Promise<string | null> {
  const source = await db.selectFrom('source').select('zone').where('id', '=', sourceId).executeTakeFirst()
  return source?.zone ?? null
}

async function addAddresses(trx: Transaction<Database>, id: number, urls: readonly string[]): Promise<void> {
  await trx
    .insertInto('article_address')
    .values([...new Set(urls)].map((url) => ({ url, article_id: id })))
    .onConflict((conflict) => conflict.column('url').doNothing())
    .execute()
}

async function addRevision(trx: Transaction<Database>, id: number, revision: Revision): Promise<void> {
  const { n, seenAt, title, text, withdrawn } = revision
  await trx.insertInto('revision').values({ article_id: id, n, seen_at: seenAt, title, text, withdrawn }).execute()
}

function readColumns(article: New) {
  return { url: article.url, source_id: article.sourceId, lang: article.lang, title: article.title, author: article.author, text: article.text }
}

type Derived = ReturnType<typeof derivedColumns>

async function insertNew(trx: Transaction<Database>, article: New, { derived, readAt }: { derived: Derived; readAt: Date }): Promise<number | null> {
  const row = await trx
    .insertInto('article')
    .values({ canonical_url: article.canonicalUrl, read_at: readAt, ...readColumns(article), ...derived })
    .onConflict((conflict) => conflict.column('canonical_url').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return null
  await addRevision(trx, row.id, { n: 1, seenAt: readAt, title: article.title, text: article.text, withdrawn: false })
  return row.id
}

interface Changed {
  article: New
  derived: Derived
  readAt: Date
  growing: boolean
}

/** So that every chat that saw the story hears of it. */
async function noteCorrection(trx: Transaction<Database>, { id, story_id }: Pick<ArticleRow, 'id' | 'story_id'>, at: Date): Promise<void> {
  if (story_id !== null) await addChanges(trx, [{ story: story_id, kind: 'corrected', articleId: id, at }])
}

/** A page that changed or came back. What it says of its date counts only if it says something. */
async function change(
  trx: Transaction<Database>,
  row: Selectable<Database['article']>,
  { article, derived, readAt, growing }: Changed,
): Promise<void> {
  const { published_at, published_at_from, published_at_precision, visible_from, ...rest } = derived
  const dated = published_at ? { published_at, published_at_from, published_at_precision, visible_from } : {}
  const { source_id, ...read } = readColumns(article)
  const n = row.revisions + 1
  // What was made of another title says nothing of this one.
  const retitled = row.title === article.title ? {} : { title_translations: '{}' }
  const corrects = !growing && takesBack(articleOfRow(row), article)
  await trx
    .updateTable('article')
    .set({ ...read, ...rest, ...dated, ...retitled, revisions: n, withdrawn_at: null, corrected: row.corrected || corrects })
    .where('id', '=', row.id)
    .execute()
  if (corrects) await noteCorrection(trx, row, readAt)
  await addRevision(trx, row.id, { n, seenAt: readAt, title: article.title, text: article.text, withdrawn: false })
}

export function createArticleStore(db: Kysely<Database>, concepts: Concepts): ArticleStore {
  async function derive(article: Understanding & Pick<ReadArticle, 'publishedAt' | 'publishedAtFrom' | 'publishedAtPrecision'>, sourceId: number) {
    return derivedColumns(article, { concepts: await concepts.numbers(conceptsOf(article)), zone: await zoneOf(db, sourceId) })
  }

  return {
    async save(article, readAt, { growing = false } = {}) {
      const derived = await derive(article, article.sourceId)
      return db.transaction().execute(async (trx) => {
        const made = await insertNew(trx, article, { derived, readAt })
        if (made !== null) {
          await addAddresses(trx, made, [article.canonicalUrl, article.url])
          return { id: made, outcome: 'new' as const }
        }
        const held = trx.selectFrom('article').selectAll().where('canonical_url', '=', article.canonicalUrl)
        const isSame = (of: ArticleRow): boolean => of.title === article.title && of.text === article.text && !of.withdrawn_at
        const before = await held.executeTakeFirstOrThrow()
        if (!isSame(before)) await lockPlacing(trx)
        const row = await held.forUpdate().executeTakeFirstOrThrow()
        await addAddresses(trx, row.id, [article.url])
        if (isSame(row)) return { id: row.id, outcome: 'same' as const }
        await change(trx, row, { article, derived, readAt, growing })
        return { id: row.id, outcome: 'changed' as const }
      })
    },

    async saveUnderstanding(id, understanding) {
      const row = await db.selectFrom('article').select('source_id').where('id', '=', id).executeTakeFirst()
      if (!row) throw new Error(`article ${id}: there is none, expected the id of a stored article`)
      await db
        .updateTable('article')
        .set(await derive(understanding, row.source_id))
        .where('id', '=', id)
        .execute()
    },

    async markWithdrawn(id, seenAt) {
      await db.transaction().execute(async (trx) => {
        await lockPlacing(trx)
        const row = await trx
          .selectFrom('article')
          .select(['id', 'title', 'text', 'revisions', 'withdrawn_at', 'story_id'])
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirst()
        if (!row || row.withdrawn_at) return
        const n = row.revisions + 1
        await trx.updateTable('article').set({ withdrawn_at: seenAt, corrected: true, revisions: n }).where('id', '=', id).execute()
        await addRevision(trx, id, { n, seenAt, title: row.title, text: row.text, withdrawn: true })
        await noteCorrection(trx, row, seenAt)
      })
    },

    async byId(id) {
      const row = await db.selectFrom('article').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? articleOfRow(row) : null
    },

    async byUrl(url) {
      const row = await db
        .selectFrom('article')
        .innerJoin('article_address', 'article_address.article_id', 'article.id')
        .selectAll('article')
        .where('article_address.url', '=', url)
        .executeTakeFirst()
      return row ? articleOfRow(row) : null
    },

    async byIds(ids) {
      if (ids.length === 0) return []
      const rows = await db
        .selectFrom('article')
        .selectAll()
        .where('id', '=', sql<number>`any(${[...ids]}::integer[])`)
        .orderBy('id')
        .execute()
      return rows.map(articleOfRow)
    },

    async revisions(id) {
      const rows = await db.selectFrom('revision').selectAll().where('article_id', '=', id).orderBy('n').execute()
      return rows.map(({ n, seen_at, title, text, withdrawn }) => ({ n, seenAt: seen_at, title, text, withdrawn }))
    },

    async after(id, limit) {
      const rows = await db.selectFrom('article').selectAll().where('id', '>', id).orderBy('id').limit(limit).execute()
      return rows.map(articleOfRow)
    },

    async readSince(since, { after, limit }) {
      const rows = await db
        .selectFrom('article')
        .select(['id', 'source_id'])
        .where('read_at', '>=', since)
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map((row) => ({ id: row.id, sourceId: row.source_id }))
    },

    async count() {
      const { count } = await db
        .selectFrom('article')
        .select((of) => of.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return count
    },

    async unplaced(limit) {
      const rows = await db
        .selectFrom('article')
        .select('id')
        .where('relevant', '=', true)
        .where('story_id', 'is', null)
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map((row) => row.id)
    },

    async sharingBands(bands, limit) {
      if (bands.length === 0) return []
      const rows = await db
        .selectFrom('article')
        .selectAll()
        .where(sql<boolean>`bands && ${[...bands]}::integer[]`)
        .orderBy(sql`visible_from desc nulls last`)
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(articleOfRow)
    },

    async setDuplicateOf(id, canonicalUrl) {
      await db.updateTable('article').set({ duplicate_of: canonicalUrl }).where('id', '=', id).execute()
    },
  }
}
