/** A backup file → an empty database with everything that stood in it. */

import { createReadStream } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import { createGunzip } from 'node:zlib'
import { type Kysely, sql, type Transaction } from 'kysely'
import { z } from 'zod'
import { messageOf } from '../text/error-message.js'
import { backupFormat } from './backup.js'
import { type BackupTable, nameList, notBackedUp, readTables } from './backup-tables.js'
import { applied, migrate, migrateTo } from './migrate.js'
import { migrations } from './migrations/index.js'
import type { Database } from './schema.js'

const headLine = z.object({ format: z.literal(backupFormat.format), version: z.literal(backupFormat.version), migrations: z.array(z.string()) })
const tableLine = z.object({ table: z.string(), columns: z.array(z.string()) })
const sequenceLine = z.object({ sequences: z.record(z.string(), z.string().regex(/^\d+$/)) })
const endLine = z.object({ end: z.literal(true), rows: z.number() })
const rowLine = z.array(z.string().nullable())

const rowsAtATime = 200

async function* linesOf(file: string): AsyncGenerator<unknown> {
  const gunzip = createGunzip()
  const input = createReadStream(file).on('error', (error) => gunzip.destroy(error))
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for await (const chunk of input.pipe(gunzip)) {
    const lines = (rest + decoder.write(chunk as Buffer)).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line)
  }
  if (rest !== '') throw new Error('its last line is cut off')
}

/** Rows of one table, put in by pages; a row whose parent is not there (it was added while the backup was made) is left out. */
function createLoader(trx: Transaction<Database>, table: BackupTable, names: readonly string[]) {
  const types = names.map((name) => {
    const column = table.columns.find((other) => other.name === name)
    if (!column) throw new Error(`table ${table.name} has no column ${name}`)
    return column.type
  })
  const itself = table.references.filter((reference) => reference.table === table.name)
  const parents = table.references.filter((reference) => reference.table !== table.name)
  const later: { column: string; key: (string | null)[]; value: string }[] = []
  let waiting: (string | null)[][] = []
  let kept = 0

  async function flush(): Promise<void> {
    if (waiting.length === 0) return
    const given = sql.join(names.map((_, i) => sql`${waiting.map((row) => row[i] ?? null)}::text[]`))
    const cast = sql.join(names.map((name, i) => sql`given.${sql.ref(name)}::${sql.raw(types[i] ?? 'text')}`))
    const parentsThere = parents.map(({ column, table: parent, to }) => {
      const type = types[names.indexOf(column)] ?? 'text'
      return sql`and (given.${sql.ref(column)} is null or exists (select from ${sql.table(parent)} parent where parent.${sql.ref(to)} = given.${sql.ref(column)}::${sql.raw(type)}))`
    })
    const { numAffectedRows } = await sql`
      insert into ${sql.table(table.name)} (${nameList(names)}) overriding system value
      select ${cast} from unnest(${given}) as given(${nameList(names)}) where true ${sql.join(parentsThere, sql` `)}`.execute(trx)
    kept += Number(numAffectedRows ?? 0)
    waiting = []
  }

  return {
    async add(row: (string | null)[]): Promise<void> {
      const values = [...row]
      // A row may point to one that comes later: set when all are in.
      for (const { column } of itself) {
        const place = names.indexOf(column)
        const value = values[place]
        if (value == null) continue
        later.push({ column, key: table.key.map((key) => row[names.indexOf(key)] ?? null), value })
        values[place] = null
      }
      waiting.push(values)
      if (waiting.length >= rowsAtATime) await flush()
    },
    async end(): Promise<number> {
      await flush()
      for (const { column, key, value } of later) {
        const same = table.key.map((name, i) => sql`${sql.ref(name)}::text = ${key[i]}`)
        await sql`update ${sql.table(table.name)} set ${sql.ref(column)} = ${value}::${sql.raw(types[names.indexOf(column)] ?? 'text')}
          where ${sql.join(same, sql` and `)}`.execute(trx)
      }
      return kept
    },
  }
}

async function load(trx: Transaction<Database>, lines: AsyncGenerator<unknown>): Promise<{ rows: number; leftOut: number }> {
  const tables = new Map((await readTables(trx, null)).map((table) => [table.name, table]))
  let loader: ReturnType<typeof createLoader> | null = null
  let [rows, seen] = [0, 0]
  const endTable = async () => {
    rows += (await loader?.end()) ?? 0
    loader = null
  }
  for await (const line of lines) {
    if (Array.isArray(line)) {
      if (!loader) throw new Error('a row before its table')
      seen++
      await loader.add(rowLine.parse(line))
      continue
    }
    await endTable()
    const head = tableLine.safeParse(line)
    if (head.success) {
      const table = tables.get(head.data.table)
      if (!table) throw new Error(`an unknown table ${JSON.stringify(head.data.table)}`)
      loader = createLoader(trx, table, head.data.columns)
      continue
    }
    const numbers = sequenceLine.safeParse(line)
    if (numbers.success) {
      for (const [name, value] of Object.entries(numbers.data.sequences))
        await sql`select setval(${`"${name}"`}::regclass, ${value}::bigint)`.execute(trx)
      continue
    }
    if (endLine.parse(line).rows !== seen) throw new Error(`${seen} rows where it says ${endLine.parse(line).rows}`)
    return { rows, leftOut: seen - rows }
  }
  throw new Error('it ends in the middle')
}

/** An article that was placed while the backup was made may name a story that was not there yet: it is placed anew at the next start. */
async function unplaceOrphans(trx: Transaction<Database>): Promise<void> {
  await sql`
    update article set story_id = null, group_id = null
    where story_id is not null and not exists (select from story where story.id = article.story_id)`.execute(trx)
}

/** Names of our tables that hold something (concepts alone tell nothing). */
async function filledTables(db: Kysely<Database>): Promise<string[]> {
  const filled: string[] = []
  for (const { name } of await readTables(db, null)) {
    const { rows } = await sql`select from ${sql.table(name)} limit 1`.execute(db)
    if (rows.length > 0 && name !== 'concept') filled.push(name)
  }
  return filled
}

/** Brings an empty database to exactly the schema that the backup was made with. */
async function prepareSchema(db: Kysely<Database>, wanted: readonly string[]): Promise<void> {
  const done = await applied(db)
  if (done.length > wanted.length) {
    for (const { name } of await readTables(db, null)) await sql`drop table ${sql.table(name)} cascade`.execute(db)
    await sql`drop sequence if exists story_group`.execute(db)
    for (const name of notBackedUp) await sql`drop table if exists ${sql.table(name)} cascade`.execute(db)
  }
  const last = wanted.at(-1)
  if (last && done.length !== wanted.length) await migrateTo(db, last)
  await sql`truncate concept cascade`.execute(db)
}

/**
 * All or nothing. Throws when the database holds anything, when the file is none of ours, is cut off, or was made by a newer
 * Readout. `leftOut`: rows whose parent was not in the backup.
 */
export async function restore(db: Kysely<Database>, file: string): Promise<{ rows: number; leftOut: number }> {
  const filled = await filledTables(db)
  if (filled.length > 0) throw new Error(`restore ${file}: the database is not empty (${filled.slice(0, 5).join(', ')}), expected an empty one`)
  try {
    const lines = linesOf(file)
    const first = headLine.safeParse((await lines.next()).value)
    if (!first.success) throw new Error('no backup of Readout')
    const unknown = first.data.migrations.filter((name) => !(name in migrations))
    if (unknown.length > 0) throw new Error(`made by a newer Readout (${unknown.join(', ')})`)
    await prepareSchema(db, first.data.migrations)
    const loaded = await db.transaction().execute(async (trx) => {
      const counted = await load(trx, lines)
      await unplaceOrphans(trx)
      return counted
    })
    await migrate(db, async () => {})
    return loaded
  } catch (error) {
    throw new Error(`restore ${file}: ${messageOf(error)}, expected a whole file that \`readout backup\` wrote`, {
      cause: error,
    })
  }
}
