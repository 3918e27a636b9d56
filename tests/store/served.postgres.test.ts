import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { migrations } from '../../src/store/migrations/index.js'
import { openStore, restoreStore, type Store } from '../../src/store/open.js'
import { everyRow, fill } from './full-store.js'
import { type RealPostgres, startRealPostgres } from './real-postgres.js'
import { describeStore } from './store-behaviour.js'
import { openTestStore, preparedFolder, silentLog, temporaryFolder } from './test-store.js'

let postgres: RealPostgres
beforeAll(async () => {
  postgres = await startRealPostgres()
})
afterAll(() => postgres.stop())
afterEach(() => {
  delete migrations['9999-test']
})

async function open(databaseUrl: string): Promise<Store> {
  return openStore({ dataDir: temporaryFolder(), databaseUrl, now: () => new Date(), log: silentLog })
}

describeStore('a served store', async () => open(await postgres.newDatabase()))

describe('a backup', () => {
  it('goes from embedded to served to embedded and is still the same', async () => {
    const first = await openTestStore()
    await fill(first)
    const rows = await everyRow(first)
    const file = join(temporaryFolder(), 'all.jsonl.gz')
    await first.backUp(file)
    const databaseUrl = await postgres.newDatabase()
    const options = { dataDir: temporaryFolder(), now: () => new Date('2024-09-01T00:00:00Z'), log: silentLog }
    await restoreStore({ ...options, databaseUrl }, file)
    const served = await open(databaseUrl)
    expect(await everyRow(served)).toEqual(rows)
    await served.backUp(file)
    await served.close()
    const dataDir = await preparedFolder()
    await restoreStore({ ...options, dataDir, databaseUrl: null }, file)
    const last = await openStore({ ...options, dataDir, databaseUrl: null })
    expect(await everyRow(last)).toEqual(rows)
    await last.close()
  })

  it('is not put into a database on which a service works, which is named', async () => {
    const databaseUrl = await postgres.newDatabase()
    const store = await open(databaseUrl)
    const file = join(temporaryFolder(), 'all.jsonl.gz')
    await store.backUp(file)
    await store.leases.take('service', 'readout start on host-a', { now: new Date(), ms: 60_000 })
    await store.close()
    const options = { dataDir: temporaryFolder(), databaseUrl, now: () => new Date(), log: silentLog }
    await expect(restoreStore(options, file)).rejects.toThrow('readout start on host-a works on this database')
  })

  it('of an older schema is brought up to date', async () => {
    const old = await open(await postgres.newDatabase())
    await fill(old)
    const file = join(temporaryFolder(), 'all.jsonl.gz')
    await old.backUp(file)
    await old.close()
    migrations['9999-test'] = {
      up: (db) =>
        db.schema
          .alterTable('source')
          .addColumn('extra', 'text', (column) => column.defaultTo('new'))
          .execute(),
    }
    const databaseUrl = await postgres.newDatabase()
    await (await open(databaseUrl)).close()
    await restoreStore({ dataDir: temporaryFolder(), databaseUrl, now: () => new Date('2024-09-01T00:00:00Z'), log: silentLog }, file)
    const restored = await open(databaseUrl)
    expect((await sql`select name, extra from source`.execute(restored.db)).rows).toEqual([{ name: 'outlet', extra: 'new' }])
    await restored.close()
  })
})

describe('a served store', () => {
  it('that holds data is migrated once by four processes that start at once', async () => {
    const url = await postgres.newDatabase()
    const store = await open(url)
    await fill(store)
    await store.close()
    migrations['9999-test'] = { up: (db) => db.schema.alterTable('source').addColumn('extra', 'text').execute() }
    const stores = await Promise.all(Array.from({ length: 4 }, () => open(url)))
    expect(await Promise.all(stores.map(async ({ db }) => (await sql`select extra from source`.execute(db)).rows))).toEqual(
      Array(4).fill([{ extra: null }]),
    )
    await Promise.all(stores.map((each) => each.close()))
  })

  it('goes on when the server drops its connections, in the middle of a query and of a transaction', async () => {
    const store = await open(await postgres.newDatabase())
    const slow = sql`select pg_sleep(20)`.execute(store.db)
    const transaction = store.db.transaction().execute(async (trx) => {
      await trx.insertInto('concept').values({ slug: 'never' }).execute()
      await new Promise((done) => setTimeout(done, 300))
      await trx.insertInto('concept').values({ slug: 'never either' }).execute()
    })
    const both = Promise.allSettled([slow, transaction])
    await new Promise((done) => setTimeout(done, 150))
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(store.db)
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await store.db.selectFrom('concept').select('slug').execute()).toEqual([])
    await store.close()
  })

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
