import { beforeEach, describe, expect, it } from 'vitest'
import type { Article } from '../../src/articles/article.js'
import { everyArticle } from '../../src/pipeline.js'
import { createArchive } from '../../src/store/archive.js'
import type { Store } from '../../src/store/open.js'
import { createStoryStore } from '../../src/store/stories.js'
import { placeArticle, rebuildStories } from '../../src/stories/place.js'
import type { StoryStore } from '../../src/stories/story-store.js'
import { openTestStore } from '../store/test-store.js'
import { together, world } from './world.js'

const now = new Date('2026-01-01T00:00:00Z')
let store: Store
let stories: StoryStore

async function empty(): Promise<void> {
  await store.pool.query('truncate article, story, story_change, mend, article_address, revision restart identity cascade')
}

beforeEach(async () => {
  if (!store) {
    store = await openTestStore()
    stories = createStoryStore(store.db)
    for (let n = 1; n <= 5; n++)
      await store.pool.query(
        `insert into source (name, kind, url, identity, country, ownership, confirmed, added_at) values ($1, 'feed', $1, $1, $2, 'public', true, now())`,
        [`outlet ${n}`, ['AZ', 'RU', 'GB', 'AM', 'FR'][n - 1]],
      )
  }
  await empty()
})

/** Saves and places in the given order; gives the ids by canonical URL. */
async function read(articles: readonly Article[]): Promise<void> {
  for (const one of articles) {
    const { id } = await store.articles.save(one, now)
    const kept = await store.articles.byId(id)
    if (kept) await placeArticle(kept, stories, { now })
  }
}

const number = (url: string): number => Number(url.split('/').at(-1))

/** What is together in the store, as numbers of the world's articles. */
async function stored(): Promise<number[][]> {
  const byStory = new Map<number, number[]>()
  for await (const one of everyArticle(store.articles)) {
    expect(one.story).not.toBeNull()
    byStory.set(one.story as number, [...(byStory.get(one.story as number) ?? []), number(one.canonicalUrl)])
  }
  return [...byStory.values()].map((ids) => ids.sort((a, b) => a - b)).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
}

async function storyOf(n: number): Promise<number> {
  return (await store.articles.byUrl(`https://outlet.example/${n}`))?.story as number
}

describe('placing', () => {
  it('gives the same stories whatever the order of arrival', async () => {
    for (const order of [
      (a: Article[]) => a,
      (a: Article[]) => a.reverse(),
      (a: Article[]) => a.sort((x, y) => ((x.id * 7) % 13) - ((y.id * 7) % 13)),
    ]) {
      await empty()
      await read(order(world()))
      expect(await stored()).toEqual(together)
    }
  })

  it('gives the same when half is read first and everything is rebuilt twice', async () => {
    const all = world()
    await read(all.filter((one) => one.id % 2 === 0))
    await read(all.filter((one) => one.id % 2 === 1))
    const first = await Promise.all(all.map((one) => storyOf(one.id)))
    for (let round = 0; round < 2; round++) {
      await rebuildStories(stories, everyArticle(store.articles), { now })
      expect(await stored()).toEqual(together)
      expect(await Promise.all(all.map((one) => storyOf(one.id)))).toEqual(first)
    }
  })

  it('merges on an admin’s word, splits again when it is undone, and old ids open', async () => {
    await read(world())
    const [calls, pashinyan] = [await storyOf(6), await storyOf(8)]
    const [a, b] = [await store.articles.byUrl('https://outlet.example/6'), await store.articles.byUrl('https://outlet.example/8')]
    const mend = await stories.addMend({ kind: 'must-link', articles: [a?.id ?? 0, b?.id ?? 0], detail: null, by: 'admin', at: now })
    await placeArticle(b as Article, stories, { now })
    expect(await storyOf(8)).toBe(calls)
    expect(await stories.resolve(pashinyan)).toBe(calls)
    expect((await createArchive(store.db, store.concepts).story(pashinyan)).map((one) => number(one.canonicalUrl))).toEqual([6, 7, 8])
    await rebuildStories(stories, everyArticle(store.articles), { now })
    expect(await storyOf(8)).toBe(calls)
    await stories.undoMend(mend, 'admin', now)
    await placeArticle((await store.articles.byId(b?.id ?? 0)) as Article, stories, { now })
    expect(await stored()).toEqual(together)
    expect(await storyOf(6)).toBe(calls)
    expect(await stories.resolve(await storyOf(8))).toBe(await storyOf(8))
    expect((await stories.changesSince(0, [calls])).map((change) => change.kind)).toEqual(
      expect.arrayContaining(['article-added', 'merged', 'split']),
    )
  })

  it('takes an article that is no longer relevant out of its story', async () => {
    await read(world())
    const one = (await store.articles.byUrl('https://outlet.example/3')) as Article
    await store.articles.saveUnderstanding(one.id, { ...one, relevant: false })
    await placeArticle((await store.articles.byId(one.id)) as Article, stories, { now })
    expect(await storyOf(3)).toBeNull()
    expect(await storyOf(1)).toBe(await storyOf(2))
  })

  it('knows no story that never was', async () => {
    expect(await stories.resolve(99_999)).toBeNull()
  })
})
