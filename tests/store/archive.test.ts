import { beforeAll, describe, expect, it } from 'vitest'
import { createArchive } from '../../src/store/archive.js'
import type { Store } from '../../src/store/open.js'
import type { Archive } from '../../src/stories/story-store.js'
import { article } from '../stories/telling.js'
import { openTestStore } from './test-store.js'

let store: Store
let archive: Archive
const now = new Date('2024-09-01T00:00:00Z')
const at = (iso: string) => ({ publishedAt: new Date(iso), visibleFrom: new Date(iso) })

beforeAll(async () => {
  store = await openTestStore()
  archive = createArchive(store.db, store.concepts)
  await store.pool.query(
    `insert into source (name, kind, url, identity, country, ownership, confirmed, added_at) values ('One', 'feed', 'a', 'a', 'AM', 'public', true, now()), ('Two', 'feed', 'b', 'b', 'AZ', 'state', false, now())`,
  )
  const texts = [
    article({ id: 1, ...at('2024-08-27T10:00:00Z'), text: 'Ministers met on the treaty (договора) in Almaty.', nameKeys: ['tom karvar'] }),
    article({
      id: 2,
      ...at('2024-08-28T10:00:00Z'),
      lang: 'ru',
      title: 'Текст договора',
      text: 'Министры обсудили текст мирного договора.',
      people: ['ararat-mirzoyan'],
    }),
    article({ id: 3, ...at('2024-08-29T10:00:00Z'), topics: ['energy'], touches: ['climate'], people: [] }),
    article({ id: 4, relevant: false, ...at('2024-08-29T11:00:00Z') }),
  ]
  for (const one of texts) await store.articles.save(one, now)
})

const ids = (found: readonly { canonicalUrl: string }[]) => found.map((one) => Number(one.canonicalUrl.split('/').at(-1)))

describe('the archive', () => {
  it('finds by concepts, newest first, each list by any of its own', async () => {
    expect(ids(await archive.find({ concepts: [], asOf: now, limit: 10 }))).toEqual([3, 2, 1])
    expect(ids(await archive.find({ concepts: [['peace-treaty', 'energy']], asOf: now, limit: 10 }))).toEqual([3, 2, 1])
    expect(ids(await archive.find({ concepts: [['peace-treaty'], ['jeyhun-bayramov']], asOf: now, limit: 10 }))).toEqual([1])
    expect(await archive.find({ concepts: [['nobody-ever-named']], asOf: now, limit: 10 })).toEqual([])
  })

  it('finds by a topic that is only touched, and gives it back', async () => {
    const found = await archive.find({ concepts: [['touches:climate']], asOf: now, limit: 10 })
    expect(ids(found)).toEqual([3])
    expect(found[0]?.touches).toEqual(['climate'])
    expect(await archive.find({ concepts: [['climate']], asOf: now, limit: 10 })).toEqual([])
  })

  it('sees nothing later than the instant, and keeps to the bounds', async () => {
    expect(ids(await archive.find({ concepts: [], asOf: new Date('2024-08-28T10:00:00Z'), limit: 10 }))).toEqual([2, 1])
    expect(
      ids(await archive.find({ concepts: [], asOf: now, from: new Date('2024-08-28T00:00:00Z'), to: new Date('2024-08-28T23:00:00Z'), limit: 10 })),
    ).toEqual([2])
    expect(ids(await archive.find({ concepts: [], nameKeys: ['tom karvar', 'other'], asOf: now, limit: 10 }))).toEqual([1])
  })

  it('finds words by their beginning in any case and script, most of them first', async () => {
    expect(ids(await archive.findWords(['договор', 'мирн'], { concepts: [], asOf: now, limit: 10 }))).toEqual([2, 1])
    expect(ids(await archive.findWords(['ДОГОВОР'], { concepts: [], asOf: now, limit: 10 }))).toEqual([2, 1])
    expect(await archive.findWords(['оговор', '.*', '[a'], { concepts: [], asOf: now, limit: 10 })).toEqual([])
    expect(await archive.findWords([], { concepts: [], asOf: now, limit: 10 })).toEqual([])
  })

  it('labels confirmed outlets only', async () => {
    const outlets = [...(await archive.outlets()).values()]
    expect(outlets.map(({ name, country, ownership }) => [name, country, ownership])).toEqual([
      ['One', 'AM', 'public'],
      ['Two', null, null],
    ])
  })

  it('counts what was read by an instant', async () => {
    expect(await archive.state(now)).toMatchObject({
      articles: 4,
      relevantArticles: 3,
      sources: 2,
      sourcesFailing: 0,
      newestAt: new Date('2024-08-29T11:00:00Z'),
    })
    expect(await archive.state(new Date('2024-01-01'))).toMatchObject({ articles: 0, newestAt: null })
  })

  it('gives the same article as long as its row is the same, and what was changed at once', async () => {
    const [before] = await archive.find({ concepts: [['energy']], asOf: now, limit: 1 })
    expect((await archive.find({ concepts: [['energy']], asOf: now, limit: 1 }))[0]).toBe(before)
    await store.pool.query(`update article set title = 'Changed' where canonical_url like '%/3'`)
    const [after] = await archive.find({ concepts: [['energy']], asOf: now, limit: 1 })
    expect([after?.id, after?.title]).toEqual([before?.id, 'Changed'])
  })

  it('finds what few carry behind thousands that do not, and the newest of what many carry', async () => {
    const { rows } = await store.pool.query(
      `select column_name as name from information_schema.columns where table_name = 'article' and is_identity = 'NO' order by ordinal_position`,
    )
    const names = rows.map((row) => row.name as string)
    const copy: Record<string, string> = {
      canonical_url: `canonical_url || '?copy=' || n`,
      visible_from: `visible_from + n * interval '1 second'`,
      published_at: `published_at + n * interval '1 second'`,
    }
    await store.pool.query(
      `insert into article (${names.join(', ')}) select ${names.map((name) => copy[name] ?? name).join(', ')} from article cross join generate_series(1, 2500) n where canonical_url like '%/3'`,
    )
    const found = await archive.find({ concepts: [['jeyhun-bayramov']], asOf: now, limit: 10 })
    expect(ids(found)).toEqual([1])
    expect(ids(await archive.find({ concepts: [], nameKeys: ['tom karvar'], asOf: now, limit: 10 }))).toEqual([1])
    const many = await archive.find({ concepts: [['energy'], ['touches:climate']], asOf: now, limit: 3 })
    expect(many.map(({ canonicalUrl }) => canonicalUrl.split('=').at(-1))).toEqual(['2500', '2499', '2498'])
    expect(await archive.find({ concepts: [['energy'], ['jeyhun-bayramov']], asOf: now, limit: 3 })).toEqual([])
  })
})
