/** Articles of a story → its origins (a text and its reprints, or what one agency sent, count once) and the balance by country of outlet. */
import type { Article } from '../articles/article.js'
import { copiesAmong } from './copies.js'
import { byTimeThenUrl } from './solve.js'
import type { Balance, Outlet } from './story.js'

/** Article id → id of the article that first published its text. */
export function originOf(articles: readonly Article[]): Map<number, number> {
  const sorted = [...articles].sort(byTimeThenUrl)
  const byUrl = new Map(sorted.map((article) => [article.canonicalUrl, article.id]))
  const copies = copiesAmong(sorted)
  const firstOfAgency = new Map<string, number>()
  const found = new Map<number, number>()
  for (const article of sorted) {
    const original = copies.get(article.id)
    const copied = original ? byUrl.get(original) : undefined
    const agency = article.originHint ?? null
    const sent = agency === null ? undefined : firstOfAgency.get(agency)
    const origin = (copied === undefined ? undefined : found.get(copied)) ?? sent ?? article.id
    found.set(article.id, origin)
    if (agency !== null && !firstOfAgency.has(agency)) firstOfAgency.set(agency, origin)
  }
  return found
}

export function unknownOutlet(sourceId: number): Outlet {
  return { sourceId, name: `source ${sourceId}`, country: null, ownership: null }
}

/** Origins by country of the outlet that published first; countries with most first, then by code. */
export function balanceOf(articles: readonly Article[], outlets: ReadonlyMap<number, Outlet>): { balance: Balance; origins: number } {
  const origins = originOf(articles)
  const first = articles.filter((article) => origins.get(article.id) === article.id)
  const counts = new Map<string, { origins: number; state: number }>()
  for (const article of first) {
    const outlet = outlets.get(article.sourceId) ?? unknownOutlet(article.sourceId)
    const count = counts.get(outlet.country ?? 'unlabelled') ?? { origins: 0, state: 0 }
    count.origins++
    if (outlet.ownership === 'state') count.state++
    counts.set(outlet.country ?? 'unlabelled', count)
  }
  const ordered = [...counts].sort(([a, x], [b, y]) => y.origins - x.origins || (a < b ? -1 : 1))
  return { balance: Object.fromEntries(ordered), origins: first.length }
}
