/** Articles of a group → which are near-verbatim copies of which: the earliest of a text is its origin. */
import type { Article } from '../articles/article.js'
import { similarity } from '../text/shingles.js'
import { byTimeThenUrl } from './solve.js'

/** Estimated Jaccard similarity from which two texts are one. */
const alike = 0.8

/** Article id → canonical URL of the original, null for an original. */
export function copiesAmong(articles: readonly Article[]): Map<number, string | null> {
  const originals: Article[] = []
  const found = new Map<number, string | null>()
  for (const article of [...articles].sort(byTimeThenUrl)) {
    const original = originals.find((other) => other.lang === article.lang && similarity(other.fingerprint, article.fingerprint) >= alike)
    found.set(article.id, original ? original.canonicalUrl : null)
    if (!original) originals.push(article)
  }
  return found
}
