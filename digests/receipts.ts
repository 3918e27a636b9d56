/** What became of calls → rows closed together, tried until the database takes them; then what it means for the chat. */

import type { Log } from '../src/log.js'
import { messageOf } from '../src/text/error-message.js'
import type { Closing, DueDelivery, Outbox } from './outbox.js'

interface Closed {
  closing: Closing
  delivery: DueDelivery
  after: (() => Promise<void>) | null
}

export interface ReceiptsOptions {
  outbox: Pick<Outbox, 'close'>
  owner: string
  now: () => Date
  log: Log
  /** True: a database that is away is not waited for much longer. */
  isStopping(): boolean
  /** The receipt is in the database and was acted on; the chat may get its next part. */
  written(delivery: DueDelivery): void
}

export interface Receipts {
  /** `after`: what a refusal means for the chat, done once the receipt is written. */
  add(delivery: DueDelivery, closing: Closing, after?: (() => Promise<void>) | null): void
  /** How many are not written yet. */
  waiting(): number
}

const longestPauseMs = 2_000
const triesAtStop = 5

export function createReceipts({ outbox, owner, now, log, isStopping, written }: ReceiptsOptions): Receipts {
  let collected: Closed[] = []
  let writing = 0

  async function write(some: readonly Closed[]): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        await outbox.close(
          some.map((one) => one.closing),
          owner,
          now(),
        )
        break
      } catch (error) {
        log.error({ error: messageOf(error), rows: some.length }, 'receipts could not be written; trying again')
        if (isStopping() && tries >= triesAtStop) break
        await new Promise((settle) => setTimeout(settle, Math.min(250 * tries, longestPauseMs)))
      }
    }
    for (const { delivery, after } of some) {
      if (after)
        await after().catch((error: unknown) => log.error({ error: messageOf(error), chat: delivery.chatId }, 'a refusal could not be acted on'))
      written(delivery)
    }
  }

  /** While some are written the next collect, so that a busy sender closes many at once. */
  async function writeAll(): Promise<void> {
    while (collected.length > 0) {
      const some = collected
      collected = []
      writing = some.length
      await write(some)
      writing = 0
    }
  }

  return {
    add(delivery, closing, after = null) {
      const isIdle = collected.length === 0 && writing === 0
      collected.push({ closing, delivery, after })
      if (isIdle) void writeAll()
    },
    waiting: () => collected.length + writing,
  }
}
