/** A new article + the candidates around it → its group and story; the same for all in a rebuild. */
import type { Article } from '../articles/article.js'
import type { StoryStore } from './story-store.js'

/** Re-solves, under the placing lock, the connected group of candidates that the article touches. */
export declare function placeArticle(article: Article, stories: StoryStore, options: { now: Date }): Promise<void>

/** Solves everything anew; ids stay by the rule of placing. */
export declare function rebuildStories(stories: StoryStore, articles: AsyncIterable<Article>, options: { now: Date }): Promise<void>
