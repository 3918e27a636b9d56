/** Versions and statements of the kept articles → what `doctor` is told of them. */
import { type Kysely, sql } from 'kysely'
import type { Statement } from '../articles/article.js'
import type { DerivationStore } from '../articles/derivation-store.js'
import type { Database } from './schema.js'

export function createDerivations(db: Kysely<Database>): DerivationStore {
  return {
    async countStale({ lexicon, rules }) {
      const { count } = await db
        .selectFrom('article')
        .select((of) => of.fn.countAll<number>().as('count'))
        .where((of) => of.or([of('lexicon_version', '<>', lexicon), of('rules_version', '<>', rules)]))
        .executeTakeFirstOrThrow()
      return Number(count)
    },

    async contradictions(since, limit) {
      const rows = await db
        .selectFrom('article')
        .select(['id', 'url', 'title', 'statements'])
        .where('read_at', '>=', since)
        .where(sql<boolean>`statements @> '[{"contradictsLexicon": true}]'`)
        .orderBy('read_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.flatMap((row) =>
        (row.statements as Statement[])
          .filter((statement) => statement.contradictsLexicon)
          .map((statement) => ({ articleId: row.id, url: row.url, title: row.title, statement })),
      )
    },

    async unseen(since) {
      const { rows } = await sql<{ sourceId: number; undated: number; all: number }>`
        select source_id as "sourceId", count(*)::integer as "all",
          (count(*) filter (where visible_from is null and not exists (
            select from article other where other.story_id = article.story_id and other.visible_from is not null)))::integer as undated
        from article where relevant and read_at >= ${since} group by source_id order by source_id`.execute(db)
      return rows
    },
  }
}
