/**
 * A store → one file in a format of our own, the same for embedded and served: gzip of JSON lines.
 *
 * First line `{ format, version, migrations, madeAt }`; then for each table `{ table, columns }` and its rows as arrays of
 * PostgreSQL's text forms (null: null), parents before children; then `{ sequences }`; last `{ end, rows }`.
 */

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { finished } from 'node:stream/promises'
import { createGzip, type Gzip } from 'node:zlib'
import { type Kysely, sql } from 'kysely'
import { messageOf } from '../text/error-message.js'
import { type BackupTable, nameList, readTables } from './backup-tables.js'
import { applied } from './migrate.js'
import type { Database } from './schema.js'

export const backupFormat = { format: 'readout-backup', version: 1 }

const rowsAtATime = 500
const automaticKept = 7

/** Pages of a table by its key; each page is a query of its own, so that others get their turn. */
async function* pages(db: Kysely<Database>, { name, columns, key }: BackupTable): AsyncGenerator<(string | null)[][]> {
  const texts = sql.join(columns.map((column) => sql`${sql.ref(column.name)}::text`))
  const typeOf = new Map(columns.map((column) => [column.name, column.type]))
  const places = key.map((column) => columns.findIndex((other) => other.name === column))
  let last: (string | null)[] | null = null
  for (;;) {
    const after: ReturnType<typeof sql> = last
      ? sql`where (${nameList(key)}) > (${sql.join(key.map((column, i) => sql`${(last as (string | null)[])[i]}::${sql.raw(typeOf.get(column) ?? 'text')}`))})`
      : sql``
    const { rows } = await sql<{ row: (string | null)[] }>`
      select array[${texts}]::text[] as row from ${sql.table(name)} ${after} order by ${nameList(key)} limit ${sql.lit(rowsAtATime)}`.execute(db)
    const page = rows.map(({ row }) => row)
    if (page.length > 0) yield page
    const end = page.at(-1)
    if (!end || page.length < rowsAtATime) return
    last = places.map((place) => end[place] ?? null)
  }
}

async function sequences(db: Kysely<Database>): Promise<Record<string, string>> {
  const { rows } = await sql<{ name: string; value: string | null }>`
    select sequencename as name, last_value::text as value from pg_sequences where schemaname = current_schema() order by 1`.execute(db)
  return Object.fromEntries(rows.flatMap(({ name, value }) => (value === null ? [] : [[name, value]])))
}

async function writeAll(db: Kysely<Database>, out: Gzip, madeAt: Date): Promise<number> {
  const put = async (line: unknown) => {
    if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain')
  }
  let rows = 0
  await put({ ...backupFormat, migrations: await applied(db), madeAt: madeAt.toISOString() })
  for (const table of await readTables(db, null)) {
    await put({ table: table.name, columns: table.columns.map((column) => column.name) })
    for await (const page of pages(db, table)) {
      for (const row of page) await put(row)
      rows += page.length
    }
  }
  // After the rows: no number given out meanwhile is ever given again.
  await put({ sequences: await sequences(db) })
  await put({ end: true, rows })
  return rows
}

export interface BackupOptions {
  file: string
  now: Date
  kind: 'embedded' | 'served'
}

/**
 * Writes the file (through `<file>.part`) and gives the number of rows. A served database is read in one snapshot; the
 * embedded one, where a transaction would keep everybody waiting, page by page: what is added meanwhile may be left out.
 */
export async function backUp(db: Kysely<Database>, { file, now, kind }: BackupOptions): Promise<number> {
  const part = `${file}.part`
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    const gzip = createGzip()
    const target = gzip.pipe(createWriteStream(part, { mode: 0o600 }))
    const failed = once(target, 'error').then(([error]) => {
      // Whoever waits for the stream to drain must hear of it too.
      gzip.destroy(error as Error)
      throw error
    })
    failed.catch(() => {})
    const write =
      kind === 'embedded'
        ? writeAll(db, gzip, now)
        : db
            .transaction()
            .setIsolationLevel('repeatable read')
            .execute((snapshot) => writeAll(snapshot, gzip, now))
    const rows = await Promise.race([write, failed as Promise<never>])
    gzip.end()
    await finished(target)
    await rename(part, file)
    return rows
  } catch (error) {
    await rm(part, { force: true }).catch(() => {})
    throw new Error(`backup ${file}: ${messageOf(error)}, expected to write it`, { cause: error })
  }
}

const dayMs = 86_400_000

/** What a process that was killed in the middle of a backup left of it. */
async function removeBroken(folder: string, now: Date): Promise<void> {
  for (const name of (await readdir(folder)).filter((one) => /^auto-.*\.jsonl\.gz\.part$/.test(one))) {
    const path = join(folder, name)
    const written = await stat(path).catch(() => null)
    if (written && now.getTime() - written.mtimeMs > dayMs) await rm(path, { force: true })
  }
}

/** A backup beside the data, named by reason and time; of those that were made so the last seven stay. Gives its path. */
export async function backUpBeside(db: Kysely<Database>, folder: string, options: Omit<BackupOptions, 'file'> & { reason: string }): Promise<string> {
  const stamp = options.now.toISOString().replaceAll(':', '-').replace(/\..*/, 'Z')
  const file = join(folder, `auto-${stamp}-${options.reason}.jsonl.gz`)
  await backUp(db, { ...options, file })
  const old = (await readdir(folder)).filter((name) => /^auto-.*\.jsonl\.gz$/.test(name)).sort()
  for (const name of old.slice(0, -automaticKept)) await rm(join(folder, name), { force: true })
  await removeBroken(folder, options.now)
  return file
}
