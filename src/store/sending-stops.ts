/** Bots from which their platforms take nothing ↔ rows of the newsroom's settings: every process knows. */
import type { Kysely } from 'kysely'
import type { StoppedSender } from '../subscribers/outbox-view.js'
import type { Database } from './schema.js'
import { createSettings } from './settings.js'

const prefix = 'sending-stopped:'

/** Null ends it; a second stop keeps the first one's instant. */
export async function stopSender(db: Kysely<Database>, sender: string, reason: string | null, now: Date): Promise<void> {
  const name = prefix + sender
  if (reason === null) await db.deleteFrom('setting').where('name', '=', name).execute()
  else if ((await createSettings(db).get(name)) === null) await createSettings(db).set(name, { reason }, now)
}

export async function stoppedSenders(db: Kysely<Database>): Promise<StoppedSender[]> {
  const rows = await db.selectFrom('setting').selectAll().where('name', 'like', `${prefix}%`).orderBy('name').execute()
  return rows.map(({ name, value, updated_at }) => ({
    sender: name.slice(prefix.length),
    reason: String((value as { reason?: unknown } | null)?.reason ?? ''),
    since: updated_at,
  }))
}
