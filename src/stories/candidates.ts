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

/** A text that ties to many groups is of none of them; the ones it ties to most are solved anew. */
const mostGroups = 6

export function touchedGroups(article: Article, candidates: readonly Article[]): number[] {
  const best = new Map<number, number>()
  for (const candidate of candidates) {
    if (candidate.id === article.id || candidate.group === null) continue
    const score = pairScore(article, candidate)
    if (score >= threshold) best.set(candidate.group, Math.max(score, best.get(candidate.group) ?? 0))
  }
  return [...best]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, mostGroups)
    .map(([group]) => group)
}
