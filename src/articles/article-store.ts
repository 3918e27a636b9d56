/** What the article room needs kept; implemented in store/. */
import type { Article, ReadArticle, Understanding } from './article.js'

export interface Revision {
  n: number
  seenAt: Date
  title: string
  text: string
  /** True when the page was gone (404/410) after it had been read. */
  withdrawn: boolean
}

export interface ArticleStore {
  /**
   * Keeps an article by its canonical URL. Equal title and text change nothing ("same"); others append a revision ("changed").
   * `readAt` is the instant of reading. `growing`: a live blog, whose older entries go without being taken back.
   */
  save(
    article: ReadArticle & Understanding,
    readAt: Date,
    about?: { growing?: boolean },
  ): Promise<{ id: number; outcome: 'new' | 'changed' | 'same' }>
  /** Replaces what is derived (tags, statements, fingerprint, versions, date) and nothing else. */
  saveUnderstanding(
    id: number,
    understanding: Understanding & Pick<ReadArticle, 'publishedAt' | 'publishedAtFrom' | 'publishedAtPrecision'>,
  ): Promise<void>
  markWithdrawn(id: number, seenAt: Date): Promise<void>
  byId(id: number): Promise<Article | null>
  /** By canonical or fetched URL. */
  byUrl(url: string): Promise<Article | null>
  byIds(ids: readonly number[]): Promise<Article[]>
  revisions(id: number): Promise<Revision[]>
  /** All articles by id, a page at a time, for export and rebuild. */
  after(id: number, limit: number): Promise<Article[]>
  /** Articles read at that instant or later, by id; those after `after`. */
  readSince(since: Date, page: { after: number; limit: number }): Promise<{ id: number; sourceId: number }[]>
  count(): Promise<number>
  /** Ids of relevant articles that no story holds yet: a crash came between keeping and placing. Oldest first. */
  unplaced(limit: number): Promise<number[]>
  /** Articles of at least one equal MinHash band, newest first, at most `limit`. */
  sharingBands(bands: readonly number[], limit: number): Promise<Article[]>
  setDuplicateOf(id: number, canonicalUrl: string | null): Promise<void>
}
