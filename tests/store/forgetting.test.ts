/** READOUT_KEEP_DAYS on a real store: old articles go in small steps, and nothing else does. */
import { describe, expect, it } from 'vitest'
import type { Store } from '../../src/store/open.js'
import { startUpkeep } from '../../src/upkeep.js'
import { everyRow, fill } from './full-store.js'
import { sampleArticle, sampleSource } from './sample-articles.js'
import { openTestStore, silentLog } from './test-store.js'

const now = new Date('2024-12-01T10:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

function upkeepOf(store: Store, keepDays: number | null) {
  const { leases, settings } = store
  const forgetSome = (readBefore: Date) => store.forgetting.step(readBefore)
  return startUpkeep({
    leases,
    settings,
    embedded: null,
    forgetSome,
    forgetTalks: store.conversations.forgetExpired,
    keepDays,
    owner: 'test',
    now: () => now,
    log: silentLog,
  })
}

describe('articles kept for some days only', () => {
  it('go with their revisions and addresses; everything else stays as it was', async () => {
    const store = await openTestStore()
    await fill(store)
    const before = await everyRow(store)
    expect(await store.forgetting.step(new Date('2024-08-18T10:00:00Z'))).toBe(0)
    expect(await store.forgetting.step(daysAgo(60))).toBe(3)
    await store.articles.save(sampleArticle(1, { url: 'https://outlet.example/young', canonicalUrl: 'https://outlet.example/young' }), now)
    const after = await everyRow(store)
    for (const table of Object.keys(before)) {
      if (['article', 'article_address', 'revision', 'concept'].includes(table)) continue
      expect(after[table], table).toEqual(before[table])
    }
    expect([after.article?.length, after.article_address?.length, after.revision?.length]).toEqual([1, 1, 1])
  })

  it('are those that were read before; a service deletes them by the hundred, and none while no days are set', async () => {
    const store = await openTestStore()
    const source = await sampleSource(store, 'outlet', '+04:00')
    for (let n = 0; n < 130; n++) {
      const url = `https://outlet.example/${n}`
      // Old news that was read lately is kept as long as any.
      await store.articles.save(sampleArticle(source, { url, canonicalUrl: url }), daysAgo(n < 120 ? 31 : 29))
    }
    await (await upkeepOf(store, null)).stop()
    expect(await store.articles.count()).toBe(130)
    expect(await store.forgetting.step(daysAgo(30))).toBe(100)
    await (await upkeepOf(store, 30)).stop()
    expect(await store.articles.count()).toBe(10)
  })
})

describe('what doctor asks of the kept articles', () => {
  it('is which were derived by other versions, and which contradict the lexicon', async () => {
    const store = await openTestStore()
    const source = await sampleSource(store, 'outlet', '+04:00')
    const [statement] = sampleArticle(source).statements
    if (!statement) throw new Error('the sample article has no statement')
    const save = (name: string, days: number, contradictsLexicon: boolean) => {
      const url = `https://outlet.example/${name}`
      return store.articles.save(sampleArticle(source, { url, canonicalUrl: url, statements: [{ ...statement, contradictsLexicon }] }), daysAgo(days))
    }
    const doubtful = await save('doubtful', 1, true)
    await save('fine', 1, false)
    await save('long-ago', 20, true)
    const { lexiconVersion: lexicon, rulesVersion: rules } = sampleArticle(source)
    expect(await store.derivations.countStale({ lexicon, rules })).toBe(0)
    expect(await store.derivations.countStale({ lexicon, rules: `${rules}+` })).toBe(3)
    const found = await store.derivations.contradictions(daysAgo(7), 10)
    expect(found).toMatchObject([{ articleId: doubtful.id, statement: { speaker: statement.speaker, contradictsLexicon: true } }])
  })

  it('is also what nobody sees for want of a date, by source', async () => {
    const store = await openTestStore()
    const source = await sampleSource(store, 'outlet', '+04:00')
    const save = async (name: string, publishedAt: Date | null, story: number | null) => {
      const url = `https://outlet.example/${name}`
      const dated = publishedAt ? { publishedAt } : { publishedAt: null, publishedAtFrom: null, publishedAtPrecision: null }
      const { id } = await store.articles.save(sampleArticle(source, { url, canonicalUrl: url, ...dated }), daysAgo(1))
      if (story !== null) await store.pool.query('update article set story_id = $1 where id = $2', [story, id])
    }
    await store.pool.query('insert into story (made_at) values (now()), (now())')
    await save('dated', daysAgo(1), 1)
    await save('lent', null, 1)
    await save('alone', null, 2)
    await save('nowhere', null, null)
    expect(await store.derivations.unseen(daysAgo(30))).toEqual([{ sourceId: source, undated: 2, all: 4 }])
    expect(await store.derivations.unseen(new Date(Date.now() + 86_400_000))).toEqual([])
  })
})
