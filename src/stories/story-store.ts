/** What the story room needs kept: candidates for placing, membership with its history, admins' mends, the archive to read from. */
import type { Article } from '../articles/article.js'
import type { PlainDate } from '../text/dates.js'
import type { Outlet } from './story.js'

/** An admin's correction; obeyed by placing and rebuild until undone. */
export interface Mend {
  id: number
  kind: 'must-link' | 'must-not-link' | 'tag' | 'hidden'
  /** Article ids: one for tag and hidden, two for links (smaller first). */
  articles: number[]
  /** For kind "tag": `{ field, add, remove }` as JSON; for the others what act they belong to (mends.ts). */
  detail: unknown
  by: string
  at: Date
  undoneAt: Date | null
}

export interface Membership {
  articleId: number
  /** Both null: the article lost its place (it is no longer relevant). */
  group: number | null
  story: number | null
}

/** One change of a story, in order; a chat's seen-mark is the `seq` of the last one it saw. */
export interface StoryChange {
  seq: number
  story: number
  kind: 'article-added' | 'article-removed' | 'merged' | 'split' | 'corrected'
  articleId: number | null
  at: Date
}

/** Inside one short transaction under the placing lock: nothing else places meanwhile. */
export interface Placing {
  /**
   * Relevant articles published within the window (undated ones beside them) that share a concept, a name key or a fingerprint band;
   * from indexes only; at most `limit`, those that share most first. A null window: an undated article looks at all times, by what is rare.
   */
  candidates(article: Article, window: { from: Date; to: Date } | null, limit: number): Promise<Article[]>
  articles(ids: readonly number[]): Promise<Article[]>
  membersOfGroups(groups: readonly number[]): Promise<Article[]>
  mendsOf(articleIds: readonly number[]): Promise<Mend[]>
  newStoryId(at: Date): Promise<number>
  newGroupId(): Promise<number>
  saveMembership(rows: readonly Membership[], at: Date): Promise<void>
  /** Makes `from` point to `into` for ever. */
  mergeStory(from: number, into: number, at: Date): Promise<void>
  /** Makes an id that was merged into `from` a story of its own again; those of `taken` that lead to `from` lead to it, as they did before. */
  reviveStory(story: number, was: { from: number; taken: readonly number[] }): Promise<void>
  /** Notes that `part` was split off `story`. */
  splitStory(story: number, part: number, at: Date): Promise<void>
  setDuplicateOf(articleId: number, canonicalUrl: string | null): Promise<void>
}

export interface StoryStore {
  placing<T>(work: (placing: Placing) => Promise<T>): Promise<T>
  /** Follows `merged_into` to the id that is alive; null when there never was such a story. */
  resolve(story: number): Promise<number | null>
  /** Ids that lead to this one. */
  mergedInto(story: number): Promise<number[]>
  /** Stories that are no part of another. */
  count(): Promise<number>
  changesSince(seq: number, stories: readonly number[]): Promise<StoryChange[]>
  lastSeq(): Promise<number>
  addMend(mend: Omit<Mend, 'id' | 'undoneAt'>): Promise<number>
  /** False for an unknown one and for one that somebody undid before: nothing changes. */
  undoMend(id: number, by: string, at: Date): Promise<boolean>
  /** Those that stand, oldest first; with `articleIds`, those that touch one of these. */
  mends(articleIds?: readonly number[]): Promise<Mend[]>
}

/** What to look for in the archive. All given conditions must hold; within one list any element suffices. */
export interface ArchiveQuery {
  /** Lexicon slugs and topic ids: an article must carry at least one of each inner list. */
  concepts: readonly (readonly string[])[]
  /** Romanised keys of names outside the lexicon, any of them. */
  nameKeys?: readonly string[]
  /** Visible at this instant: nothing with `visibleFrom` later is seen. */
  asOf: Date
  /** Inclusive lower and upper bounds of `publishedAt`. */
  from?: Date
  to?: Date
  limit: number
}

/** Read-only view for answers and digests. Undated articles come only through `groups`. */
export interface Archive {
  /** Relevant articles, newest first. */
  find(query: ArchiveQuery): Promise<Article[]>
  /**
   * Relevant articles whose title or text has at least one of the words, inside the time window; those with more of the words first, then the newest.
   * Words are lower case and match as the start of a word ("договор" finds "договора"); concepts of the query hold as in `find`.
   */
  findWords(words: readonly string[], query: ArchiveQuery): Promise<Article[]>
  /** All members of the groups, whatever their date. */
  groups(groups: readonly number[]): Promise<Article[]>
  /** Members of a story as stored now; an id that was merged away gives those of the story it is part of. */
  story(story: number): Promise<Article[]>
  /** Outlet labels by source id. */
  outlets(): Promise<Map<number, Outlet>>
  /** Counts that tell the four honest replies apart. */
  state(
    asOf: Date,
  ): Promise<{ articles: number; relevantArticles: number; sources: number; sourcesFailing: number; newestAt: Date | null; lastPollAt: Date | null }>
  /** Days of a zone, within `daysBack` before `asOf`, on which relevant articles were published, newest first. */
  days(asOf: Date, zone: string, daysBack: number): Promise<{ day: PlainDate; articles: number }[]>
  /** Articles whose pages changed in substance or were withdrawn. */
  correctedArticles(ids: readonly number[]): Promise<Set<number>>
}
