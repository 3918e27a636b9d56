/** A database → its tables of ours as a backup sees them: columns with types, keys, parents before children. */
import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import type { Database } from './schema.js'

const tableShape = z.object({
  name: z.string(),
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
  key: z.array(z.string()),
  /** Foreign keys of one column each. */
  references: z.array(z.object({ column: z.string(), table: z.string(), to: z.string() })),
})
export type BackupTable = z.infer<typeof tableShape>

const query = sql<BackupTable>`
  select c.relname as name,
    (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    (select jsonb_agg(a.attname order by k.n)
      from pg_index i cross join lateral unnest(i.indkey::smallint[]) with ordinality as k(attnum, n)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
      where i.indrelid = c.oid and i.indisprimary) as key,
    coalesce((select jsonb_agg(jsonb_build_object('column', a.attname, 'table', p.relname, 'to', b.attname) order by a.attname)
      from pg_constraint f
      join pg_class p on p.oid = f.confrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = f.conkey[1]
      join pg_attribute b on b.attrelid = p.oid and b.attnum = f.confkey[1]
      where f.conrelid = c.oid and f.contype = 'f'), '[]') as references
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname = current_schema()
  order by c.relname`

/** Kysely's own, written by the migrations themselves; what people asked, which is gone within minutes; and what holds for seconds only. */
export const notBackedUp = ['kysely_migration', 'kysely_migration_lock', 'conversation', 'pace']

/** Names in the order in which rows can be put in. */
function parentsFirst(tables: readonly BackupTable[]): BackupTable[] {
  const ordered: BackupTable[] = []
  const waiting = new Map(tables.map((table) => [table.name, table]))
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter((table) =>
      table.references.every(({ table: parent }) => parent === table.name || !waiting.has(parent)),
    )
    if (ready.length === 0) throw new Error(`backup: ${[...waiting.keys()].join(', ')} refer to one another in a circle, expected none to`)
    for (const table of ready) {
      ordered.push(table)
      waiting.delete(table.name)
    }
  }
  return ordered
}

/** The tables in `names` (null: every table of the schema that is backed up). */
export async function readTables(db: Kysely<Database>, names: ReadonlySet<string> | null): Promise<BackupTable[]> {
  const { rows } = await query.execute(db)
  const tables = rows.map((row) => tableShape.parse(row)).filter(({ name }) => !notBackedUp.includes(name) && (names?.has(name) ?? true))
  return parentsFirst(tables)
}

/** `"a", "b"`, quoted. */
export function nameList(names: readonly string[]) {
  return sql.join(names.map((name) => sql.ref(name)))
}
