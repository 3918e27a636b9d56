import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openStore, restoreStore, type Store, type StoreOptions } from '../../src/store/open.js'
import { everyRow, fill, question } from './full-store.js'
import { openTestStore, preparedFolder, silentLog, temporaryFolder } from './test-store.js'

function optionsFor(dataDir: string, changes: Partial<StoreOptions> = {}): StoreOptions {
  return { dataDir, databaseUrl: null, now: () => new Date('2024-09-01T00:00:00Z'), log: silentLog, ...changes }
}

async function filledBackup(): Promise<{ store: Store; file: string }> {
  const store = await openTestStore()
  await fill(store)
  const file = join(temporaryFolder(), 'all.jsonl.gz')
  await store.backUp(file)
  return { store, file }
}

describe('a backup', () => {
  it('gives back every row of every table, and goes on with new numbers', async () => {
    const { store, file } = await filledBackup()
    const folder = await preparedFolder()
    const { leftOut } = await restoreStore(optionsFor(folder), file)
    expect(leftOut).toBe(0)
    const restored = await openStore(optionsFor(folder))
    expect(await everyRow(restored)).toEqual(await everyRow(store))
    const ids = await Promise.all(
      [store, restored].map((each) => each.db.insertInto('story').values({ made_at: new Date() }).returning('id').executeTakeFirstOrThrow()),
    )
    expect(ids[0]).toEqual(ids[1])
    await restored.close()
  })

  it('that was made while an article came into a new story gives the article back, to be placed anew', async () => {
    const store = await openTestStore()
    await fill(store)
    const story = await store.db.insertInto('story').values({ made_at: new Date() }).returning('id').executeTakeFirstOrThrow()
    const { rows } = await store.pool.query<{ id: number }>(
      'update article set relevant = true, group_id = 1, story_id = $1 where id = (select min(id) from article) returning id',
      [story.id],
    )
    const placed = rows[0]?.id ?? 0
    const file = join(temporaryFolder(), 'all.jsonl.gz')
    await store.backUp(file)
    let table = ''
    let gone = 0
    const lines = gunzipSync(readFileSync(file))
      .toString()
      .trimEnd()
      .split('\n')
      .flatMap((text) => {
        const line = JSON.parse(text) as { table?: string; end?: boolean; rows: number } | string[]
        if (!Array.isArray(line)) {
          table = line.table ?? table
          return [line.end ? JSON.stringify({ ...line, rows: line.rows - gone }) : text]
        }
        if (table === 'story' && line[0] === String(story.id)) {
          gone++
          return []
        }
        return [text]
      })
    const late = join(temporaryFolder(), 'late.jsonl.gz')
    writeFileSync(late, gzipSync(`${lines.join('\n')}\n`))
    const folder = await preparedFolder()
    await restoreStore(optionsFor(folder), late)
    const restored = await openStore(optionsFor(folder))
    expect(await restored.articles.unplaced(10)).toContain(placed)
    expect((await restored.articles.byId(placed))?.story).toBeNull()
    await restored.close()
  })

  it('holds nothing of what was asked', async () => {
    const { store, file } = await filledBackup()
    expect((await store.pool.query('select lines::text as lines from conversation')).rows[0].lines).toContain(question)
    expect(gunzipSync(readFileSync(file)).toString()).not.toContain(question)
  })

  it('is not put into a store that holds something', async () => {
    const { store, file } = await filledBackup()
    await store.close()
    const folder = await preparedFolder()
    const other = await openStore(optionsFor(folder))
    await other.chats.person({ platform: 'telegram', workspace: '', user: '1' }, new Date())
    await other.close()
    await expect(restoreStore(optionsFor(folder), file)).rejects.toThrow('the database is not empty (person), expected an empty one')
  })

  it('is not put into a store that somebody has open, who is named', async () => {
    const { file } = await filledBackup()
    const folder = await preparedFolder()
    const service = await openStore(optionsFor(folder, { name: 'readout start' }))
    await expect(restoreStore(optionsFor(folder), file)).rejects.toThrow(`readout start (process ${process.pid}) has the data folder open`)
    await service.close()
  })

  it('that is cut off, damaged or something else changes nothing', async () => {
    const { file } = await filledBackup()
    const folder = await preparedFolder()
    const whole = readFileSync(file)
    const lines = gunzipSync(whole).toString().trimEnd().split('\n')
    const bad: [Buffer | string, string][] = [
      [whole.subarray(0, whole.length / 2), 'unexpected end of file'],
      [gzipSync(`${lines.slice(0, -1).join('\n')}\n`), 'it ends in the middle'],
      [gzipSync(`${lines.filter((line) => !line.startsWith('["1"')).join('\n')}\n`), 'rows where it says'],
      ['no gzip at all', 'incorrect header check'],
      [gzipSync('{"format":"other"}\n'), 'no backup of Readout'],
      [gzipSync(`${lines[0]?.replace('0001-first', '9999-later')}\n`), 'made by a newer Readout'],
    ]
    for (const [content, fault] of bad) {
      writeFileSync(file, content)
      await expect(restoreStore(optionsFor(folder), file)).rejects.toThrow(fault)
    }
    await expect(restoreStore(optionsFor(folder), join(folder, 'nothing.gz'))).rejects.toThrow('ENOENT')
    const store = await openStore(optionsFor(folder))
    expect(await store.articles.count()).toBe(0)
    await store.close()
  })

  it('beside the data is named by its reason, and the last seven stay', async () => {
    let now = Date.parse('2024-08-01T00:00:00Z')
    const folder = await preparedFolder()
    const store = await openStore(optionsFor(folder, { now: () => new Date(now) }))
    for (let i = 0; i < 9; i++) {
      await store.backUpBeside('daily')
      now += 86_400_000
    }
    writeFileSync(join(folder, 'backups', 'mine.jsonl.gz'), '')
    const file = await store.backUpBeside('daily')
    expect(file).toBe(join(folder, 'backups', 'auto-2024-08-10T00-00-00Z-daily.jsonl.gz'))
    expect(readdirSync(join(folder, 'backups')).sort()).toEqual([
      ...Array.from({ length: 7 }, (_, i) => `auto-2024-08-${String(i + 4).padStart(2, '0')}T00-00-00Z-daily.jsonl.gz`),
      'mine.jsonl.gz',
    ])
    await store.close()
  })

  it('that cannot be written says so and leaves nothing behind', async () => {
    const store = await openTestStore()
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'taken.gz'))
    await expect(store.backUp(join(folder, 'taken.gz'))).rejects.toThrow(`backup ${join(folder, 'taken.gz')}: `)
    expect(readdirSync(folder)).toEqual(['taken.gz'])
    truncateSync(await store.backUpBeside('daily'), 0)
  })
})
