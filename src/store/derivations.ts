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
  }
}
