import { beforeAll, describe, expect, it } from 'vitest'
import { everyArticle } from '../../src/pipeline.js'
import { createArchive } from '../../src/store/archive.js'
import type { Store } from '../../src/store/open.js'
import { createStoryStore } from '../../src/store/stories.js'
import { explainStory } from '../../src/stories/explain.js'
import { createMending, type Mending } from '../../src/stories/mending.js'
import { placeArticle, rebuildStories } from '../../src/stories/place.js'
import type { StoryStore } from '../../src/stories/story-store.js'
import { openTestStore } from '../store/test-store.js'
import { world } from './world.js'

const now = new Date('2026-01-01T00:00:00Z')
const mender = { by: 'admin', at: now }
let store: Store
let stories: StoryStore
let mending: Mending

beforeAll(async () => {
  store = await openTestStore()
  stories = createStoryStore(store.db)
  const understandAnew = async (id: number): Promise<void> => {
    const [kept] = await store.articles.byIds([id])
    if (kept) await placeArticle(kept, stories, { now })
  }
  mending = createMending({ stories, archive: createArchive(store.db, store.concepts), articles: store.articles, understandAnew })
  for (let n = 1; n <= 5; n++)
    await store.pool.query(`insert into source (name, kind, url, identity, added_at) values ($1, 'feed', $1, $1, now())`, [`outlet ${n}`])
  for (const one of world()) {
    const { id } = await store.articles.save(one, now)
    const kept = await store.articles.byId(id)
    if (kept) await placeArticle(kept, stories, { now })
  }
})

const find = async (n: number) => {
  const found = await store.articles.byUrl(`https://outlet.example/${n}`)
  if (!found) throw new Error(`article ${n} is not there`)
  return found
}
const storyOf = async (n: number): Promise<number> => (await find(n)).story as number

describe('an admin mends', () => {
  it('splits an article off, keeps it so through a rebuild, and takes it back', async () => {
    const made = await mending.split([(await find(3)).id], mender)
    expect(await storyOf(3)).not.toBe(await storyOf(1))
    await rebuildStories(stories, everyArticle(store.articles), { now })
    expect(await storyOf(3)).not.toBe(await storyOf(1))
    await mending.undo(made, mender)
    expect(await storyOf(3)).toBe(await storyOf(1))
  })

  it('merges two stories with all that is in them, and takes it back', async () => {
    const [one, other] = [await storyOf(6), await storyOf(9)]
    const made = await mending.merge(one, other, mender)
    expect(new Set(await Promise.all([6, 7, 9, 10].map(storyOf))).size).toBe(1)
    expect(await stories.resolve(other)).toBe(await stories.resolve(one))
    await mending.undo(made, mender)
    expect(await storyOf(6)).not.toBe(await storyOf(9))
    expect(await storyOf(9)).toBe(await storyOf(10))
    expect([await storyOf(6), await storyOf(9)], 'each under the number that it had').toEqual([one, other])
    expect(await stories.resolve(other)).toBe(other)
  })

  it('merges again what was split', async () => {
    await mending.split([(await find(10)).id], mender)
    const [one, other] = [await storyOf(9), await storyOf(10)]
    expect(one).not.toBe(other)
    const made = await mending.merge(one, other, mender)
    expect(await storyOf(9)).toBe(await storyOf(10))
    await mending.undo(made, mender)
    expect(await storyOf(9), 'the merge is taken back, the split stands as before it').not.toBe(await storyOf(10))
    await mending.merge(one, other, mender)
  })

  it('holds for what is published later', async () => {
    const later = async (like: number, id: number) => {
      const [model] = world().filter((one) => one.id === like)
      if (!model) throw new Error(`no article ${like} in the world`)
      const url = `https://outlet.example/${id}`
      const saved = await store.articles.save({ ...model, url, canonicalUrl: url, sourceId: 5, title: `${model.title} (2)` }, now)
      const [kept] = await store.articles.byIds([saved.id])
      if (kept) await placeArticle(kept, stories, { now })
      return (await store.articles.byIds([saved.id]))[0]?.story
    }
    const parted = await mending.split([(await find(3)).id], mender)
    const [own, rest] = [await storyOf(3), await storyOf(1)]
    expect([own, rest]).toContain(await later(1, 101))
    expect([own, rest]).toContain(await later(3, 103))
    expect(await storyOf(3), 'what comes between the two does not join them').not.toBe(await storyOf(1))
    await mending.undo(parted, mender)
    const [call, border] = [await storyOf(6), await storyOf(9)]
    const joined = await mending.merge(call, border, mender)
    const one = await storyOf(6)
    expect([await later(7, 107), await later(9, 109)]).toEqual([one, one])
    await rebuildStories(stories, everyArticle(store.articles), { now })
    expect(new Set(await Promise.all([6, 7, 9, 10, 107, 109].map(storyOf))).size).toBe(1)
    await mending.undo(joined, mender)
    expect([await storyOf(6), await storyOf(9)]).toEqual([call, border])
    expect([await storyOf(107), await storyOf(109)], 'each goes where it belongs').toEqual([call, border])
  })

  it.each(['last made first', 'first made first'])(
    'is taken back one merge after the other, %s, and every number leads where it led',
    async (order) => {
      const own = [await storyOf(6), await storyOf(9), await storyOf(11)]
      const [call = 0, border = 0, anniversary = 0] = own
      const resolved = () => Promise.all(own.map((id) => stories.resolve(id)))
      const first = await mending.merge(border, anniversary, mender)
      const second = await mending.merge(call, border, mender)
      expect(new Set(await resolved()).size).toBe(1)
      if (order === 'last made first') {
        await mending.undo(second, mender)
        expect([await stories.resolve(anniversary), await storyOf(6)]).toEqual([await storyOf(9), call])
        await mending.undo(first, mender)
      } else {
        await mending.undo(first, mender)
        expect([await storyOf(11), await storyOf(9)]).toEqual([anniversary, await storyOf(6)])
        await mending.undo(second, mender)
      }
      expect(await Promise.all([6, 9, 11].map(storyOf))).toEqual(own)
      expect(await resolved()).toEqual(own)
    },
  )

  it('is undone by two admins at once, and made by two at once', async () => {
    const ids = [(await find(1)).id, (await find(2)).id]
    const [first, second] = await Promise.all(ids.map((id, n) => mending.split([id], { by: `admin ${n}`, at: now })))
    expect(new Set([await storyOf(1), await storyOf(2), await storyOf(3)]).size).toBeGreaterThan(1)
    const undone = await Promise.all([mending.undo(first ?? [], mender), mending.undo([...(first ?? []), ...(second ?? [])], mender)])
    expect(undone.flat().length).toBeGreaterThan(0)
    expect((await stories.mends()).filter((mend) => mend.articles.some((id) => ids.includes(id)))).toEqual([])
    expect(new Set([await storyOf(1), await storyOf(2), await storyOf(3)]).size).toBe(1)
  })

  it('takes a whole act back by any of its mends, once', async () => {
    const made = await mending.split([(await find(3)).id], mender)
    expect(made.length).toBeGreaterThan(1)
    expect(await mending.undo([made.at(-1) as number], mender)).toEqual(made)
    expect(await storyOf(3)).toBe(await storyOf(1))
    expect(await mending.undo(made, mender)).toEqual([])
  })

  it('refuses what would change nothing or leave nothing', async () => {
    const [first, sixth] = [await find(1), await find(6)]
    const whole = (await createArchive(store.db, store.concepts).story(first.story as number)).map((article) => article.id)
    await expect(mending.split(whole, mender)).rejects.toMatchObject({ fault: 'mend-whole-story' })
    await expect(mending.split([first.id, sixth.id], mender)).rejects.toMatchObject({
      fault: 'mend-other-story',
      values: { article: `a${sixth.id}` },
    })
    await expect(mending.merge(first.story as number, first.story as number, mender)).rejects.toMatchObject({ fault: 'mend-one-already' })
    expect((await stories.mends()).filter((mend) => mend.articles.includes(first.id))).toEqual([])
  })

  it('takes an article out that an admin calls irrelevant, and names what is not there', async () => {
    const article = await find(8)
    const made = await mending.retag(article.id, { field: 'relevant', add: ['no'] }, mender)
    expect(await storyOf(8)).toBeNull()
    await mending.undo(made, mender)
    expect(await storyOf(8)).not.toBeNull()
    await expect(mending.merge(1, 99_999, mender)).rejects.toThrow('s99999')
    await expect(mending.split([99_999], mender)).rejects.toThrow('99999')
  })

  it('is told why an article stands where it stands', async () => {
    const members = await createArchive(store.db, store.concepts).groups([(await find(6)).group as number])
    const [why] = explainStory(await storyOf(6), members)
    expect(why?.nearest?.score).toBeGreaterThan(why?.threshold ?? 1)
    expect(why?.nearest?.reasons.length).toBeGreaterThan(2)
  })
})
