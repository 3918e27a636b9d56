/** An admin's word (hide, split, merge, retag, undo) → mends kept, and what they touch placed anew. */
import type { Article } from '../articles/article.js'
import type { ArticleStore } from '../articles/article-store.js'
import { type ActDetail, actOf, type TagDetail, tagDetail } from './mends.js'
import { placeArticle } from './place.js'
import type { Archive, Mend, StoryStore } from './story-store.js'

export interface Mender {
  by: string
  at: Date
}

/** Every act gives the ids of the mends it made, the first one standing for all of them. @throws CannotMend */
export interface Mending {
  hideStory(story: number, mender: Mender): Promise<number[]>
  hideArticle(articleId: number, mender: Mender): Promise<number[]>
  /** Takes articles out of their story. */
  split(articleIds: readonly number[], mender: Mender): Promise<number[]>
  /** Joins `other` to `story`. */
  merge(story: number, other: number, mender: Mender): Promise<number[]>
  retag(articleId: number, detail: TagDetail, mender: Mender): Promise<number[]>
  /** Takes back the whole acts to which these mends belong; what an act had set aside holds again. Gives all mends taken back. */
  undo(mends: readonly number[], mender: Mender): Promise<number[]>
}

export type MendFault = 'story-unknown' | 'mend-no-article' | 'mend-in-no-story' | 'mend-other-story' | 'mend-whole-story' | 'mend-one-already'

/** Why nothing was mended; `fault` is its key in messages/words, with `values`. */
export class CannotMend extends Error {
  override name = 'CannotMend'
  constructor(
    readonly fault: MendFault,
    readonly values: Record<string, string>,
  ) {
    super(`${fault}: ${Object.values(values).join(', ')}`)
  }
}

export interface MendingPorts {
  stories: StoryStore
  archive: Pick<Archive, 'story'>
  articles: Pick<ArticleStore, 'byIds'>
  /** What an article's text and the mends that stand make of it, kept and placed. */
  understandAnew(article: number): Promise<void>
}

const opposite = { 'must-link': 'must-not-link', 'must-not-link': 'must-link' } as const
type Link = keyof typeof opposite

interface Linking {
  between: [number, number][]
  joined?: NonNullable<ActDetail['joined']>
  mender: Mender
}

function pairsOf(first: readonly Article[], second: readonly Article[]): [number, number][] {
  return first.flatMap((one) => second.map((other): [number, number] => [one.id, other.id]))
}

export function createMending({ stories, archive, articles, understandAnew }: MendingPorts): Mending {
  async function membersOf(story: number): Promise<[Article, ...Article[]]> {
    const [first, ...others] = await archive.story(story)
    if (!first) throw new CannotMend('story-unknown', { story: `s${story}` })
    return [first, ...others]
  }

  async function articlesOf(ids: readonly number[]): Promise<Article[]> {
    const found = await articles.byIds(ids)
    const missing = ids.filter((id) => !found.some((article) => article.id === id))
    if (missing.length > 0) throw new CannotMend('mend-no-article', { article: missing.map((id) => `a${id}`).join(', ') })
    return found
  }

  async function place(ids: readonly number[], at: Date): Promise<void> {
    // One by one, each as it now stands: placing the first may move the next.
    for (const id of ids) for (const article of await articles.byIds([id])) await placeArticle(article, stories, { now: at })
  }

  /** The mends of one act. */
  async function act(kind: Mend['kind'], targets: readonly number[][], { detail, mender }: { detail: ActDetail; mender: Mender }): Promise<number[]> {
    const made: number[] = []
    for (const ids of targets) {
      const [first] = made
      made.push(await stories.addMend({ kind, articles: ids, detail: first === undefined ? detail : { first }, by: mender.by, at: mender.at }))
    }
    return made
  }

  /** Pairs tied the one way; what tied such pairs the other way is set aside until this is taken back. `between` are all pairs of the two sides. */
  async function link(kind: Link, pairs: [number, number][], { between, joined, mender }: Linking): Promise<number[]> {
    const keys = new Set(between.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
    const against = (await stories.mends()).filter((mend) => mend.kind === opposite[kind] && keys.has(mend.articles.join(' ')))
    for (const mend of against) await stories.undoMend(mend.id, mender.by, mender.at)
    const withdrew = against.map(({ articles: [a = 0, b = 0] }): [number, number] => [a, b])
    return act(kind, pairs, { detail: { ...(withdrew.length > 0 ? { withdrew } : {}), ...(joined ? { joined } : {}) }, mender })
  }

  /** The story that a merge took in gets its articles and its number back: who was shown that number finds what he saw. */
  async function partAgain({ joined = [] }: ActDetail, at: Date): Promise<void> {
    for (const { story, articles: ids, taken } of joined) {
      const alive = await stories.resolve(story)
      if (alive === null || alive === story) continue
      await stories.placing(async (placing) => {
        const own = (await placing.articles(ids)).filter((article) => article.story === alive)
        if (own.length === 0) return
        await placing.reviveStory(story, { from: alive, taken })
        await placing.saveMembership(
          own.map(({ id, group }) => ({ articleId: id, group, story })),
          at,
        )
      })
    }
  }

  return {
    async hideStory(story, mender) {
      const members = await membersOf(story)
      return act(
        'hidden',
        members.map((article) => [article.id]),
        { detail: { story: members[0].story ?? story }, mender },
      )
    },

    async hideArticle(articleId, mender) {
      await articlesOf([articleId])
      return act('hidden', [[articleId]], { detail: {}, mender })
    },

    async split(articleIds, mender) {
      const out = await articlesOf([...new Set(articleIds)])
      const first = out.find((article) => article.id === articleIds[0])
      if (!first?.story) throw new CannotMend('mend-in-no-story', { article: `a${articleIds[0]}` })
      const elsewhere = out.find((article) => article.story !== first.story)
      if (elsewhere) throw new CannotMend('mend-other-story', { article: `a${elsewhere.id}`, story: `s${first.story}` })
      const rest = (await archive.story(first.story)).filter((article) => !articleIds.includes(article.id))
      if (rest.length === 0) throw new CannotMend('mend-whole-story', { story: `s${first.story}` })
      const pairs = pairsOf(out, rest)
      const made = await link('must-not-link', pairs, { between: pairs, mender })
      await place(articleIds, mender.at)
      return made
    },

    async merge(story, other, mender) {
      const [first, second] = [await membersOf(story), await membersOf(other)]
      if (first[0].story === second[0].story) throw new CannotMend('mend-one-already', { story: `s${first[0].story}` })
      const joined = await Promise.all(
        [first, second].map(async (members) => {
          const id = members[0].story as number
          return { story: id, articles: members.map((article) => article.id), taken: await stories.mergedInto(id) }
        }),
      )
      const made = await link('must-link', [[first[0].id, second[0].id]], { between: pairsOf(first, second), joined, mender })
      await place([second[0].id], mender.at)
      return made
    },

    async retag(articleId, detail, mender) {
      await articlesOf([articleId])
      const id = await stories.addMend({ kind: 'tag', articles: [articleId], detail: tagDetail.parse(detail), by: mender.by, at: mender.at })
      await understandAnew(articleId)
      return [id]
    },

    async undo(mends, mender) {
      const standing = await stories.mends()
      const firstOf = (mend: Mend): number => actOf(mend).first ?? mend.id
      const acts = new Set(standing.filter((mend) => mends.includes(mend.id)).map(firstOf))
      const undone: Mend[] = []
      // Another admin may be undoing the same: what he undid is his.
      for (const mend of standing) if (acts.has(firstOf(mend)) && (await stories.undoMend(mend.id, mender.by, mender.at))) undone.push(mend)
      const touched = new Set<number>()
      for (const mend of undone) {
        const { withdrew = [] } = actOf(mend)
        if (mend.kind !== 'must-link' && mend.kind !== 'must-not-link') continue
        await act(opposite[mend.kind], withdrew, { detail: {}, mender })
        await partAgain(actOf(mend), mender.at)
        for (const id of [...mend.articles, ...withdrew.flat()]) touched.add(id)
      }
      await place([...touched], mender.at)
      for (const { kind, articles: ids } of undone) if (kind === 'tag') for (const id of ids) await understandAnew(id)
      return undone.map((mend) => mend.id)
    },
  }
}
