/** What a service asks for every minute, on a store that has run for long → found by an index, and found at all. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../src/store/open.js'
import { sampleArticle, sampleSource } from './sample-articles.js'
import { openTestStore } from './test-store.js'

const now = new Date('2024-12-01T10:00:00Z')
let store: Store
let source: number

beforeAll(async () => {
  store = await openTestStore()
  source = await sampleSource(store, 'outlet', 'UTC')
})

/** Copies of one article, made in the database. */
async function copies(of: number, count: number): Promise<void> {
  const { rows } = await sql<{ names: string }>`
    select string_agg(column_name, ', ') as names from information_schema.columns
    where table_name = 'article' and is_identity = 'NO' and column_name not in ('canonical_url', 'reread_at')`.execute(store.db)
  const names = rows[0]?.names ?? ''
  await sql
    .raw(
      `insert into article (canonical_url, reread_at, ${names}) select canonical_url || '?copy=' || n, reread_at - n * interval '1 second', ${names}
      from article cross join generate_series(1, ${count}) n where id = ${of}`,
    )
    .execute(store.db)
}

describe('pages to be read again', () => {
  it('are found however many pages of sources that are not read any more have come due before them', async () => {
    const paused = await sampleSource(store, 'paused', 'UTC')
    const due = { etag: null, lastModified: null }
    const urls = ['https://paused.example/1', 'https://outlet.example/1']
    const ids: number[] = []
    for (const [index, url] of urls.entries())
      ids.push((await store.articles.save(sampleArticle(index === 0 ? paused : source, { url, canonicalUrl: url }), now)).id)
    const [old = 0, wanted = 0] = ids
    await store.rereads.plan(old, new Date(now.getTime() - 3_600_000), due)
    await copies(old, 2_100)
    await store.rereads.plan(wanted, new Date(now.getTime() - 60_000), due)
    await store.sources.update(paused, { state: 'paused' })
    const taken = await store.rereads.take({ now, all: false, limit: 60, perSource: 10, leaseMs: 60_000 })
    expect(taken.map(({ articleId }) => articleId)).toEqual([wanted])
  })
})

describe('what was written while the clock was a year ahead', () => {
  const ahead = new Date(now.getTime() + 365 * 86_400_000)
  it('holds no lease', async () => {
    const { leases } = store
    expect(await leases.take('sender:x', 'then', { now: ahead, ms: 60_000 })).toBe(1)
    expect(await leases.take('sender:x', 'now', { now, ms: 60_000 })).toBe(2)
    expect(await leases.take('sender:x', 'third', { now, ms: 60_000 })).toBeNull()
  })
  it('keeps no source from being polled', async () => {
    const { sources } = store
    const all = { all: false, leaseMs: 60_000, limit: 10 }
    const ids = async (at: Date, owner: string): Promise<number[]> => (await sources.takeDue({ ...all, now: at, owner })).map(({ id }) => id)
    await sources.savePollState(source, { nextPollAt: ahead })
    expect(await ids(ahead, 'then')).toContain(source)
    expect(await ids(now, 'now')).toContain(source)
    expect(await ids(now, 'third')).not.toContain(source)
    await sources.release(source, 'now')
    await sources.savePollState(source, { nextPollAt: new Date(now.getTime() + 7 * 86_400_000) })
    expect(await ids(now, 'third')).not.toContain(source)
  })
})

describe('of a table of many rows', () => {
  it.each([
    ['the addresses of an article', 'select from article_address where article_id = 5'],
    ['the last round of polling', `select max(finished_at) from poll_run where finished_at <= '2024-12-01'`],
    ['the items of some weeks', `select from seen_item where seen_at > '2024-11-30'`],
    ['the messages of a day', `select from delivery where state in ('planned', 'sending') or closed_at > '2024-11-30'`],
  ])('%s are found by an index', async (_what, query) => {
    const plan = await store.db.transaction().execute(async (trx) => {
      await sql`set local enable_seqscan = off`.execute(trx)
      return (await sql.raw<{ 'QUERY PLAN': string }>(`explain ${query}`).execute(trx)).rows.map((row) => row['QUERY PLAN']).join('\n')
    })
    expect(plan).not.toMatch(/Seq Scan/)
  })
})
