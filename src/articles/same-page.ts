/** A page as it was kept + what its address shows now → whether that is a later version of it, or something else in its place. Pure. */
import { squeeze } from '../text/normalise.js'
import type { CleanPage } from './page.js'
import { changesIn, diffRevisions, type Version } from './revision-diff.js'

/** Share of the words of the shorter version that the other has too: a page may grow to many times its length. */
const leastShared = 0.3
const leastSharedUnderNewTitle = 0.5

/** Short words stand in any text of a language. */
function words(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu))
}

/** "The page was removed", a consent wall or another article under the same address is no version of the article. */
export function isSamePage(before: Version, after: Version): boolean {
  const [old, now] = [words(before.text), words(after.text)]
  let shared = 0
  for (const word of now) if (old.has(word)) shared++
  const share = shared / Math.max(Math.min(old.size, now.size), 1)
  return share >= (squeeze(before.title) === squeeze(after.title) ? leastShared : leastSharedUnderNewTitle)
}

/** Whether a page that was read again gives an article at all. */
export function isReadable(page: Pick<CleanPage, 'kind' | 'text'>): boolean {
  return page.text !== '' && (page.kind === 'article' || page.kind === 'live-blog')
}

/** White space, and sentences in another order, are no change. */
export function saysTheSame(before: Version, after: Version, lang: string): boolean {
  return changesIn(diffRevisions(before, after, lang)).length === 0
}
