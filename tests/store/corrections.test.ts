/** A later version of an article → a revision; whether it takes something back is told of its story. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../src/store/open.js'
import { sampleArticle, sampleSource } from './sample-articles.js'
import { openTestStore } from './test-store.js'

const at = new Date('2024-08-18T10:00:00Z')
const later = new Date('2024-08-18T14:00:00Z')
const text = 'The ministers met in Tbilisi on 18 August.\n\nThey spoke of 12 border posts.'

describe('a later version of an article', () => {
  let store: Store
  let source: number
  let page = 0
  let url = ''
  let id = 0
  let story = 0
  const version = (changes: Parameters<typeof sampleArticle>[1] = {}) => sampleArticle(source, { url, canonicalUrl: url, text, ...changes })
  const corrections = async () => (await store.stories.changesSince(0, [story])).filter(({ kind }) => kind === 'corrected')
  const isCorrected = async () => (await store.archive.correctedArticles([id])).has(id)

  beforeAll(async () => {
    store = await openTestStore()
    source = await sampleSource(store, 'outlet', '+04:00')
  })
  beforeEach(async () => {
    url = `https://outlet.example/corrected/${++page}`
    id = (await store.articles.save(version(), at)).id
    story = await store.stories.placing(async (placing) => {
      const made = await placing.newStoryId(at)
      await placing.saveMembership([{ articleId: id, group: await placing.newGroupId(), story: made }], at)
      return made
    })
  })

  it('that changes a figure corrects its story', async () => {
    expect(await store.articles.save(version({ text: text.replace('12', '13') }), later)).toEqual({ id, outcome: 'changed' })
    expect(await corrections()).toMatchObject([{ articleId: id, at: later }])
    expect(await isCorrected()).toBe(true)
  })

  it('that names another person corrects it', async () => {
    const changes = { text: text.replace('The ministers', 'The deputies'), people: ['jeyhun-bayramov'] }
    expect((await store.articles.save(version(changes), later)).outcome).toBe('changed')
    expect(await isCorrected()).toBe(true)
  })

  it('that only adds is a revision and no correction, whatever its tags', async () => {
    const longer = version({ text: `${text}\n\nTalks go on in September.`, countries: ['AM'] })
    expect((await store.articles.save(longer, later)).outcome).toBe('changed')
    expect([await corrections(), await isCorrected()]).toEqual([[], false])
  })

  it('of a live blog, whose older entries go, is a revision and no correction', async () => {
    const moved = version({ text: 'They spoke of 15 other posts.\n\nTalks go on in September.' })
    expect((await store.articles.save(moved, later, { growing: true })).outcome).toBe('changed')
    expect([await corrections(), await isCorrected()]).toEqual([[], false])
    expect(await store.articles.revisions(id)).toHaveLength(2)
  })

  it('that is gone is told once', async () => {
    await store.articles.markWithdrawn(id, later)
    await store.articles.markWithdrawn(id, new Date('2024-08-19T14:00:00Z'))
    expect(await corrections()).toMatchObject([{ articleId: id, at: later }])
  })
})
