/** Deliveries that belong to no edition → their rows; one that is already there stays as it is. */
import type { Kysely } from 'kysely'
import type { NewDelivery } from '../../digests/outbox.js'
import type { Database } from './schema.js'

export async function insertDeliveries(db: Kysely<Database>, deliveries: readonly NewDelivery[], now: Date): Promise<void> {
  for (const one of deliveries)
    await db
      .insertInto('delivery')
      .values({
        idempotency_key: one.key,
        platform: one.platform,
        sender: one.sender,
        chat_id: one.chatId,
        part: one.part,
        kind: one.kind,
        message: JSON.stringify(one.message),
        silent: one.silent,
        carried: JSON.stringify(one.carried),
        not_before: one.notBefore,
        made_at: now,
        under_delivery: one.under ?? null,
      })
      .onConflict((conflict) => conflict.column('idempotency_key').doNothing())
      .execute()
}
