/** A new cluster that nobody has open → the same without its template databases, which are half of its files. */
import { PGlite } from '@electric-sql/pglite'

/** We never make another database from them. Gives the engine, still open. */
export async function openSlim(cluster: string): Promise<PGlite> {
  const engine = await PGlite.create({ dataDir: cluster })
  for (const template of ['template0', 'template1']) {
    await engine.query('update pg_database set datistemplate = false where datname = $1', [template])
    await engine.query(`drop database if exists ${template}`)
  }
  await engine.query('checkpoint')
  return engine
}
