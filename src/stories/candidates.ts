/** An article and its candidates → the window to look in and the groups that a pair ties it to. */
import type { Article } from '../articles/article.js'
import { pairScore, threshold, windowDays } from './pair-score.js'

const dayMs = 86_400_000

/** Bounds of `publishedAt` within which a candidate can lie; null for an undated article, whose candidates may lie anywhere. */
export function candidateWindow(article: Article): { from: Date; to: Date } | null {
  if (!article.publishedAt) return null
  const at = article.publishedAt.getTime()
  return { from: new Date(at - windowDays * dayMs), to: new Date(at + windowDays * dayMs) }
}

export function touchedGroups(article: Article, candidates: readonly Article[]): Set<number> {
  const groups = new Set<number>()
  for (const candidate of candidates)
    if (candidate.id !== article.id && candidate.group !== null && !groups.has(candidate.group) && pairScore(article, candidate) >= threshold)
      groups.add(candidate.group)
  return groups
}
