/** A story + the revisions of its articles → what was taken back of it, newest first: which sentence, from what to what, or withdrawn. */
import type { Article } from '../articles/article.js'
import type { ArticleStore, Revision } from '../articles/article-store.js'
import { changesIn, diffRevisions, removesWords, type SentenceChange } from '../articles/revision-diff.js'
import type { Outlet, Story } from './story.js'

export interface Correction {
  article: Article
  outlet: Outlet
  /** When Readout saw it, UTC. */
  at: Date
  /** The page was gone. Then there are no changes. */
  withdrawn: boolean
  /** Sentences of which words were taken out, the title's first. What was only added is no correction. */
  changes: SentenceChange[]
}

type Step = Pick<Correction, 'at' | 'withdrawn' | 'changes'>

/** Each step from one revision to the next that took something back; oldest first. */
function takenBack(revisions: readonly Revision[], lang: string): Step[] {
  return revisions.slice(1).flatMap((revision, index): Step[] => {
    const before = revisions[index]
    if (revision.withdrawn) return [{ at: revision.seenAt, withdrawn: true, changes: [] }]
    const changes = before ? changesIn(diffRevisions(before, revision, lang)).filter(removesWords) : []
    return changes.length > 0 ? [{ at: revision.seenAt, withdrawn: false, changes }] : []
  })
}

/** Articles whose revisions are looked at. */
const mostArticles = 20

/** As of an instant: what was seen later is not told. */
export async function correctionsOf(story: Story, articles: Pick<ArticleStore, 'revisions'>, asOf: Date): Promise<Correction[]> {
  const outlets = new Map(story.outlets.map((outlet) => [outlet.sourceId, outlet]))
  const found: Correction[] = []
  for (const article of story.articles.filter((one) => one.revisions > 1).slice(0, mostArticles)) {
    const outlet = outlets.get(article.sourceId)
    const revisions = (await articles.revisions(article.id)).filter((revision) => revision.seenAt <= asOf)
    if (outlet) found.push(...takenBack(revisions, article.lang).map((step) => ({ article, outlet, ...step })))
  }
  return found.sort((a, b) => b.at.getTime() - a.at.getTime() || (a.article.canonicalUrl < b.article.canonicalUrl ? -1 : 1))
}
