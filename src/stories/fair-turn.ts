/** A story that both sides of a dispute tell → whose turn it is to be quoted first: decided by the story itself, like a coin, never by alphabet or speed. */
import type { Article } from '../articles/article.js'
import { disputes } from '../lexicon/disputes.js'
import { byTimeThenUrl } from './solve.js'
import type { Outlet } from './story.js'

function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  return (value ^ (value >>> 13)) >>> 0
}

/** Countries of the two sides, the one whose turn it is first; null when not both sides tell it. */
export function fairTurn(articles: readonly Article[], outlets: ReadonlyMap<number, Outlet>): readonly [string, string] | null {
  const countries = new Set(articles.map((article) => outlets.get(article.sourceId)?.country))
  const dispute = disputes.find(([one, other]) => countries.has(one) && countries.has(other))
  if (!dispute) return null
  const first = [...articles].sort(byTimeThenUrl)[0]
  const [one, other] = dispute
  return hash(first?.title ?? '') % 2 === 0 ? [one, other] : [other, one]
}
