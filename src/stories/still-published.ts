/** Articles of a story → those that may speak for it: a page that its outlet took down only where nothing else tells the story. */
import type { Article } from '../articles/article.js'

export function stillPublished(articles: readonly Article[]): readonly Article[] {
  const standing = articles.filter((article) => article.withdrawnAt === null)
  return standing.length > 0 ? standing : articles
}

/** What was withdrawn after the instant still stood then. */
export function asItStood(article: Article, asOf: Date): Article {
  return article.withdrawnAt !== null && article.withdrawnAt > asOf ? { ...article, withdrawnAt: null } : article
}
