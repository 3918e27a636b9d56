/** What `doctor` asks of the kept articles: which were derived by older rules, which contradict the lexicon. Implemented in store/. */
import type { Statement } from './article.js'

export interface DoubtfulStatement {
  articleId: number
  url: string
  title: string
  statement: Statement
}

export interface DerivationStore {
  /** Articles that another version of lexicon or rules derived. */
  countStale(versions: { lexicon: string; rules: string }): Promise<number>
  /** Statements of articles read since then whose text gives an office that the lexicon does not know of that day; newest first. */
  contradictions(since: Date, limit: number): Promise<DoubtfulStatement[]>
  /** By source: relevant articles read since then, and those of them that nobody sees: neither they nor their story have a date. */
  unseen(since: Date): Promise<{ sourceId: number; undated: number; all: number }[]>
}
