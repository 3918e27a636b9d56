/** A new article + the candidates around it → its group and story; the same for all in a rebuild. */
import type { Article } from '../articles/article.js'
import { candidateWindow, touchedGroups } from './candidates.js'
import { copiesAmong } from './copies.js'
import { withMendedTags } from './mends.js'
import { type Cluster, type Group, solve } from './solve.js'
import { planIds } from './story-ids.js'
import type { Membership, Mend, Placing, StoryStore } from './story-store.js'

/** Candidates that are compared with one article; the most alike in tags come first. */
const candidateLimit = 80

/** Re-solves, under the placing lock, the connected group of candidates that the article touches. */
export async function placeArticle(article: Article, stories: StoryStore, options: { now: Date }): Promise<void> {
  await stories.placing(async (placing) => {
    // As it stands under the lock: another placing may have moved it since it was read.
    const [fresh] = await placing.articles([article.id])
    if (!fresh) return
    const groups = await groupsAround(fresh, await placing.mendsOf([fresh.id]), placing)
    const members = (await placing.membersOfGroups(groups)).filter((member) => member.id !== fresh.id)
    await settle([...members, fresh], placing, options.now)
  })
}

/** The groups that hold the article, an article alike to it, or one that a mend ties to it. */
async function groupsAround(article: Article, own: readonly Mend[], placing: Placing): Promise<number[]> {
  const groups = new Set<number>(article.group === null ? [] : [article.group])
  const [mended] = withMendedTags([article], own)
  if (mended?.relevant) {
    const candidates = await placing.candidates(mended, candidateWindow(mended), candidateLimit)
    for (const group of touchedGroups(mended, candidates)) groups.add(group)
  }
  const tied = own.filter((mend) => mend.kind === 'must-link' && mend.undoneAt === null).flatMap((mend) => mend.articles)
  for (const other of await placing.articles(tied.filter((id) => id !== article.id))) if (other.group !== null) groups.add(other.group)
  return [...groups]
}

/** Solves whole groups anew and writes what changed. Irrelevant articles lose their place. */
async function settle(articles: readonly Article[], placing: Placing, now: Date): Promise<void> {
  const mends = await placing.mendsOf(articles.map((article) => article.id))
  const mended = withMendedTags(articles, mends)
  const solved = solve(
    mended.filter((article) => article.relevant),
    mends,
  )
  const gone = mended.filter((article) => !article.relevant && article.group !== null).map(({ id }) => ({ articleId: id, group: null, story: null }))
  await save(solved, { articles, gone }, { placing, now })
}

interface Writing {
  placing: Placing
  now: Date
}

async function save(
  solved: readonly Group[],
  was: { articles: readonly Article[]; gone: readonly Membership[] },
  { placing, now }: Writing,
): Promise<void> {
  const before = new Map(was.articles.map((article) => [article.id, article]))
  const clusters = solved.flatMap((group) => group.clusters)
  const plan = planIds(clusters, (id) => before.get(id)?.story ?? null)
  const ids: number[] = []
  for (const id of plan.ids) ids.push(id ?? (await placing.newStoryId(now)))
  const storyOf = new Map<Cluster, number>(clusters.map((cluster, index) => [cluster, ids[index] as number]))
  const rows: Membership[] = [...was.gone]
  const taken = new Set<number>()
  for (const group of solved) {
    const number = await groupId(group, taken, placing)
    for (const cluster of group.clusters)
      for (const { id } of cluster) {
        const row = { articleId: id, group: number, story: storyOf.get(cluster) as number }
        const old = before.get(id)
        if (old?.group !== row.group || old.story !== row.story) rows.push(row)
      }
  }
  if (rows.length > 0) await placing.saveMembership(rows, now)
  for (const [index, cluster] of clusters.entries()) {
    const part = plan.ids[index] === null ? before.get(cluster.find((article) => before.get(article.id)?.story)?.id ?? 0)?.story : null
    if (part) await placing.splitStory(part, ids[index] as number, now)
  }
  for (const { from, into } of plan.merged) await placing.mergeStory(from, ids[into] as number, now)
  for (const group of solved)
    for (const [id, original] of copiesAmong(group.members)) if (before.get(id)?.duplicateOf !== original) await placing.setDuplicateOf(id, original)
}

/** A group keeps the smallest id that a member held and no other group took. */
async function groupId(group: Group, taken: Set<number>, placing: Placing): Promise<number> {
  const held = group.members.flatMap((member) => (member.group === null || taken.has(member.group) ? [] : [member.group]))
  const id = held.length > 0 ? Math.min(...held) : await placing.newGroupId()
  taken.add(id)
  return id
}

/**
 * Places every article anew, one short transaction each, so that a service goes on beside it; stopped half-way, what is placed is right.
 * The result does not depend on the order, and ids stay by the rule of placing. Before it, everything must be understood anew.
 */
export async function rebuildStories(stories: StoryStore, articles: AsyncIterable<Article>, options: { now: Date }): Promise<void> {
  for await (const article of articles) if (article.relevant || article.group !== null) await placeArticle(article, stories, options)
}
