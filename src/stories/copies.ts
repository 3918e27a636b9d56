/** Articles of a group → which are near-verbatim copies of which: the earliest of a text is its origin. */
import type { Article } from '../articles/article.js'
import { copyOf } from '../articles/near-duplicate.js'
import { similarity } from '../text/shingles.js'

/** Texts that share less are not compared word by word: a copy cut to a quarter of its origin still shares about so much. */
const leastAlike = 0.12

/** Article id → canonical URL of the original, null for an original. */
export function copiesAmong(articles: readonly Article[]): Map<number, string | null> {
  return new Map(
    articles.map((article) => {
      const alike = articles.filter(
        (other) => other !== article && other.lang === article.lang && similarity(other.fingerprint, article.fingerprint) >= leastAlike,
      )
      return [article.id, alike.length === 0 ? null : copyOf(article, alike)]
    }),
  )
}
