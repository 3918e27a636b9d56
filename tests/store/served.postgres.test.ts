import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore, type Store } from '../../src/store/open.js'
import { type RealPostgres, startRealPostgres } from './real-postgres.js'
import { describeStore } from './store-behaviour.js'
import { silentLog, temporaryFolder } from './test-store.js'

let postgres: RealPostgres
beforeAll(async () => {
  postgres = await startRealPostgres()
})
afterAll(() => postgres.stop())

async function open(databaseUrl: string): Promise<Store> {
  return openStore({ dataDir: temporaryFolder(), databaseUrl, now: () => new Date(), log: silentLog })
}

describeStore('a served store', async () => open(await postgres.newDatabase()))

describe('a served store', () => {
  it('is made once by eight processes that start at once', async () => {
    const url = await postgres.newDatabase()
    const stores = await Promise.all(Array.from({ length: 8 }, () => open(url)))
    expect(await Promise.all(stores.map((store) => store.articles.count()))).toEqual(Array(8).fill(0))
    await Promise.all(stores.map((store) => store.close()))
  })

  it('refuses a database that belongs to something else', async () => {
    const url = await postgres.newDatabase()
    const store = await open(url)
    await store.pool.query('drop table kysely_migration, kysely_migration_lock')
    await store.close()
    await expect(open(url)).rejects.toThrow(
      "it holds tables of something else (article, article_address, audit, chat, chat_seen), expected one of Readout's own",
    )
  })
})
