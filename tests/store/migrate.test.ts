import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { migrations } from '../../src/store/migrations/index.js'
import { openStore } from '../../src/store/open.js'
import { sampleSource } from './sample-articles.js'
import { preparedFolder, silentLog } from './test-store.js'

function open(dataDir: string, lines: string[] = []) {
  const log = { ...silentLog, info: (details: object, message: string) => lines.push(`${message} ${JSON.stringify(details)}`) }
  return openStore({ dataDir, databaseUrl: null, now: () => new Date('2024-09-01T12:00:00Z'), log })
}

describe('the schema', () => {
  afterEach(() => {
    delete migrations['9999-test']
  })

  it('has a list of migrations that names every file, in order', () => {
    const files = readdirSync(new URL('../../src/store/migrations', import.meta.url)).filter((name) => /^\d{4}-/.test(name))
    expect(Object.keys(migrations)).toEqual(files.map((name) => name.replace(/\.ts$/, '')).sort())
  })

  it('newer than the program is refused, naming what is unknown', async () => {
    const folder = await preparedFolder()
    const store = await open(folder)
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', 'then')`.execute(store.db)
    await store.close()
    await expect(open(folder)).rejects.toThrow('its schema is newer than this program (it has 9999-later; this program knows up to ')
  })

  it('is brought up to date after a backup that the log names; an empty store needs none', async () => {
    const lines: string[] = []
    const folder = await preparedFolder()
    const store = await open(folder)
    await sampleSource(store, 'outlet', null)
    await store.close()
    migrations['9999-test'] = { up: (db: Kysely<unknown>) => db.schema.alterTable('source').addColumn('extra', 'text').execute() }
    const newer = await open(folder, lines)
    expect((await sql`select extra from source`.execute(newer.db)).rows).toEqual([{ extra: null }])
    await newer.close()
    const file = join(folder, 'backups', 'auto-2024-09-01T12-00-00Z-before-9999-test.jsonl.gz')
    expect(lines).toContain(`backed up before the schema changes ${JSON.stringify({ file })}`)
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(1)
    const empty = await preparedFolder()
    await (await open(empty)).close()
    expect(readdirSync(empty)).toEqual(['database'])
  })

  it('stays as it was when a migration fails, with all its data', async () => {
    const folder = await preparedFolder()
    const store = await open(folder)
    await sampleSource(store, 'outlet', null)
    await store.close()
    migrations['9999-test'] = {
      async up(db: Kysely<unknown>) {
        await db.schema.alterTable('source').dropColumn('name').execute()
        throw new Error('half-way')
      },
    }
    await expect(open(folder)).rejects.toThrow('migration failed: half-way')
    delete migrations['9999-test']
    const again = await open(folder)
    expect((await again.db.selectFrom('source').select('name').execute())[0]?.name).toBe('outlet')
    await again.close()
  })
})
