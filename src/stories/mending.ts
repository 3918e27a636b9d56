/** An admin's word (hide, split, merge, retag, undo) → mends kept, and what they touch placed anew. */
import type { Article } from '../articles/article.js'
import type { ArticleStore } from '../articles/article-store.js'
import { type TagDetail, tagDetail } from './mends.js'
import { placeArticle } from './place.js'
import type { Archive, Mend, StoryStore } from './story-store.js'

export interface Mender {
  by: string
  at: Date
}

/** Every action gives the ids of the mends it made: handing them to `undo` takes it back. Throws where a story or article is not there. */
export interface Mending {
  hideStory(story: number, mender: Mender): Promise<number[]>
  hideArticle(articleId: number, mender: Mender): Promise<number[]>
  /** Takes articles out of their story, together. */
  split(articleIds: readonly number[], mender: Mender): Promise<number[]>
  /** Joins `other` to `story`; gives also the id that both now have. */
  merge(story: number, other: number, mender: Mender): Promise<number[]>
  retag(articleId: number, detail: TagDetail, mender: Mender): Promise<number[]>
  undo(mends: readonly number[], mender: Mender): Promise<void>
}

export interface MendingPorts {
  stories: StoryStore
  archive: Pick<Archive, 'story'>
  articles: Pick<ArticleStore, 'byIds'>
}

export function createMending({ stories, archive, articles }: MendingPorts): Mending {
  async function membersOf(story: number): Promise<Article[]> {
    const members = await archive.story(story)
    if (members.length === 0) throw new Error(`story s${story}: it has no articles, expected one that is kept`)
    return members
  }

  async function articlesOf(ids: readonly number[]): Promise<Article[]> {
    const found = await articles.byIds(ids)
    const missing = ids.filter((id) => !found.some((article) => article.id === id))
    if (missing.length > 0) throw new Error(`article ${missing.join(', ')}: not there, expected ids of articles that are kept`)
    return found
  }

  async function place(ids: readonly number[], at: Date): Promise<void> {
    // One by one, each as it now stands: placing the first may move the next.
    for (const id of ids) for (const article of await articles.byIds([id])) await placeArticle(article, stories, { now: at })
  }

  async function add(
    kind: Mend['kind'],
    targets: readonly number[][],
    { detail = null, mender }: { detail?: unknown; mender: Mender },
  ): Promise<number[]> {
    const made: number[] = []
    for (const ids of targets) made.push(await stories.addMend({ kind, articles: ids, detail, by: mender.by, at: mender.at }))
    return made
  }

  /** What would contradict the new mends is undone with them. */
  async function withdraw(kind: Mend['kind'], first: readonly Article[], second: readonly Article[], mender: Mender): Promise<void> {
    const [one, other] = [new Set(first.map((article) => article.id)), new Set(second.map((article) => article.id))]
    for (const mend of await stories.mends()) {
      const [a = 0, b = 0] = mend.articles
      const between = (one.has(a) && other.has(b)) || (one.has(b) && other.has(a))
      if (mend.kind === kind && between) await stories.undoMend(mend.id, mender.by, mender.at)
    }
  }

  return {
    async hideStory(story, mender) {
      return add(
        'hidden',
        (await membersOf(story)).map((article) => [article.id]),
        { mender },
      )
    },

    async hideArticle(articleId, mender) {
      await articlesOf([articleId])
      return add('hidden', [[articleId]], { mender })
    },

    async split(articleIds, mender) {
      const out = await articlesOf(articleIds)
      const story = out[0]?.story
      if (!story) throw new Error(`article ${articleIds.join(', ')}: in no story, expected one that is`)
      const rest = (await archive.story(story)).filter((article) => !articleIds.includes(article.id))
      await withdraw('must-link', out, rest, mender)
      const made = await add(
        'must-not-link',
        out.flatMap((one) => rest.map((other) => [one.id, other.id])),
        { mender },
      )
      await place(articleIds, mender.at)
      return made
    },

    async merge(story, other, mender) {
      const [first, second] = [await membersOf(story), await membersOf(other)]
      await withdraw('must-not-link', first, second, mender)
      const made = await add('must-link', [[first[0]?.id ?? 0, second[0]?.id ?? 0]], { mender })
      await place([second[0]?.id ?? 0], mender.at)
      return made
    },

    async retag(articleId, detail, mender) {
      await articlesOf([articleId])
      const made = await add('tag', [[articleId]], { detail: tagDetail.parse(detail), mender })
      await place([articleId], mender.at)
      return made
    },

    async undo(mends, mender) {
      const undone = (await stories.mends()).filter((mend) => mends.includes(mend.id))
      for (const mend of undone) await stories.undoMend(mend.id, mender.by, mender.at)
      await place([...new Set(undone.filter((mend) => mend.kind !== 'hidden').flatMap((mend) => mend.articles))], mender.at)
    },
  }
}
