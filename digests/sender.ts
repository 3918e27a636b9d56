/** The outbox of one bot → calls of its platform: one process at a time, in order for each chat, at the platform's pace. */

import type { Log } from '../src/log.js'
import type { Block, Message } from '../src/messages/message.js'
import type { Platform, Receipt, SendOptions } from '../src/platform.js'
import type { ChatAddress } from '../src/subscribers/address.js'
import { isQuiet, quietEnd } from '../src/subscribers/schedule.js'
import { messageOf } from '../src/text/error-message.js'
import type { DueDelivery, Holder, Outbox } from './outbox.js'
import { closingOf } from './outcome.js'
import { createPacer } from './pace.js'
import { createReceipts } from './receipts.js'
import { type BlockRef, blockKey, refsOf, wholeMessage } from './shared-blocks.js'
import { createStanding, type LeasePort, type StandingOptions } from './standing.js'
import { createTurns } from './turns.js'

export interface SenderPorts {
  outbox: Outbox
  leases: LeasePort
  /** Kept story blocks by key. */
  sharedBlocks(refs: readonly BlockRef[]): Promise<Map<string, Block[]>>
  /** The chat can't be reached any more: its subscriptions end, with an audit entry. */
  chatGone(chat: number, reason: string, now: Date): Promise<void>
  chatMoved(chat: number, to: ChatAddress, now: Date): Promise<void>
  /** True while an admin has paused all sending. */
  isPaused(): Promise<boolean>
}

export interface SenderOptions extends SenderPorts, Pick<StandingOptions, 'leaseMs' | 'askAgainMs'> {
  platform: Pick<Platform, 'name' | 'sender' | 'pace' | 'send' | 'edit' | 'check' | 'repeatable'>
  /** This process, unlike any other that ever was. */
  owner: string
  now: () => Date
  log: Log
  random?: () => number
  /** Other processes may answer for the bot too. */
  isShared?: boolean
}

export interface Sender {
  start(): void
  /** Something was planned: look now. */
  poke(): void
  /**
   * Resolves when the bot may be used for one more call that is none of the outbox: at the next slot, before any digest that waits for one;
   * where another process sends for the bot, beside it.
   */
  turn(): Promise<void>
  /** True while this process sends for the bot. */
  holds(): boolean
  /** Begins no more calls, waits for those that run at most `withinMs`, closes them, lets the lease go. */
  stop(withinMs: number): Promise<void>
  /** Calls that run now, and outcomes since the start. */
  counts(): { running: number; sent: number; unknown: number; refused: number; retried: number }
}

const idleMs = 1_000
const mostRunning = 400
const refillBelow = 200
const refillTo = 1_000
/** With so many receipts that the database has not taken, no more calls are begun. */
const mostUnwritten = 400
const callTimeoutMs = 60_000
const keptBlocks = 3_000
/** So many chats that are told to wait at the same time hold all. */
const heldTogether = 3
/** Rows begun in one commit: what the pace lets go within so many ms. A crash makes unknown what was begun. */
const batchMs = 25

export function createSender(options: SenderOptions): Sender {
  const { platform, outbox, owner, now, log } = options
  const random = options.random ?? Math.random
  const pacer = createPacer(platform.pace)
  const batch = platform.pace.perSecond === null ? 50 : Math.max(1, Math.round((platform.pace.perSecond * batchMs) / 1000))
  const clock = (): number => performance.now()
  let stopping = false
  let ready: DueDelivery[] = []
  let refilling: Promise<void> | null = null
  let nothingUntil = 0
  const busy = new Set<number>()
  const heldChats = new Map<number, number>()
  const running = new Set<Promise<void>>()
  const aborts = new Set<AbortController>()
  const receipts = createReceipts({
    outbox,
    owner,
    now,
    log,
    isStopping: () => stopping,
    written(delivery) {
      busy.delete(delivery.chatId)
      nothingUntil = Math.min(nothingUntil, clock() + 50)
      wake()
    },
  })
  const blocks = new Map<string, Block[]>()
  const totals = { sent: 0, unknown: 0, refused: 0, retried: 0 }
  let wake: () => void = () => {}
  let loops: Promise<unknown> = Promise.resolve()
  const standing = createStanding({
    ...options,
    changed() {
      ready = []
    },
    looked: () => wake(),
  })
  const turns = createTurns({ platform, outbox, pacer, holds: standing.holds, isShared: options.isShared === true, clock })

  async function pause(ms: number): Promise<void> {
    if (ms <= 0) return
    await new Promise<void>((settle) => {
      const timer = setTimeout(settle, ms)
      wake = () => {
        clearTimeout(timer)
        settle()
      }
    })
  }

  /** Plain wait: not woken. */
  const wait = (ms: number): Promise<void> => (ms <= 0 ? Promise.resolve() : new Promise((settle) => setTimeout(settle, ms)))
  /** A bound on waiting for something else: keeps no process alive. */
  const atMost = (ms: number): Promise<void> => new Promise((settle) => setTimeout(settle, ms).unref())

  function refill(): void {
    if (refilling || ready.length >= refillBelow || clock() < nothingUntil) return
    const except = [...busy, ...ready.map((delivery) => delivery.chatId)]
    refilling = outbox
      .due(platform.sender, now(), { limit: refillTo, except })
      .then(async (due) => {
        const awake = await withoutQuiet(due)
        ready.push(...awake.filter((delivery) => !busy.has(delivery.chatId)))
        if (due.length < refillTo) nothingUntil = clock() + (due.length === 0 ? idleMs : 50)
      })
      .catch((error: unknown) => {
        nothingUntil = clock() + idleMs
        log.warn({ error: messageOf(error) }, 'the outbox could not be read')
      })
      .finally(() => {
        refilling = null
        wake()
      })
  }

  /** What comes late does not come in quiet hours: it waits for their end. */
  async function withoutQuiet(due: readonly DueDelivery[]): Promise<readonly DueDelivery[]> {
    const at = now()
    const later = due.flatMap(({ id, quiet }) =>
      quiet && isQuiet(at, quiet.zone, quiet) ? [{ id, notBefore: quietEnd(at, quiet.zone, quiet) }] : [],
    )
    if (later.length === 0) return due
    await outbox.postpone(later)
    const ids = new Set(later.map(({ id }) => id))
    return due.filter(({ id }) => !ids.has(id))
  }

  /** The next rows whose chats are free, taken out of `ready`; else how long until one is. */
  function choose(): { chosen: DueDelivery[]; waitMs: number } {
    const at = clock()
    const room = Math.min(batch, mostRunning - running.size)
    const chosen: DueDelivery[] = []
    const left: DueDelivery[] = []
    let waitMs = idleMs
    for (const delivery of ready) {
      const free = pacer.chatFreeAt(delivery.chatId, delivery.chatKind !== 'private', at)
      if (chosen.length < room && free <= at) chosen.push(delivery)
      else {
        left.push(delivery)
        waitMs = Math.min(waitMs, Math.max(1, free - at))
      }
    }
    ready = left
    return { chosen, waitMs: room <= 0 ? 5 : waitMs }
  }

  async function loadBlocks(deliveries: readonly DueDelivery[]): Promise<void> {
    const missing = deliveries.flatMap((delivery) => refsOf(delivery.message.blocks)).filter((ref) => !blocks.has(blockKey(ref)))
    if (missing.length === 0) return
    if (blocks.size > keptBlocks) blocks.clear()
    for (const [key, value] of await options.sharedBlocks(missing)) blocks.set(key, value)
  }

  async function call(delivery: DueDelivery): Promise<void> {
    const abort = new AbortController()
    aborts.add(abort)
    const timer = setTimeout(() => abort.abort(), callTimeoutMs)
    let receipt: Receipt
    try {
      const message = wholeMessage(delivery.message, (key) => blocks.get(key))
      receipt = await utter(delivery, message, {
        silent: delivery.silent,
        signal: abort.signal,
        ...(delivery.firstPart ? { firstPart: delivery.firstPart } : {}),
        ...(delivery.replyTo ? { replyTo: delivery.replyTo } : {}),
      })
    } catch (error) {
      // An adapter that throws broke its word: whether the request was written is not known.
      receipt = { outcome: 'unknown', reason: messageOf(error) }
    } finally {
      clearTimeout(timer)
      aborts.delete(abort)
    }
    settle(delivery, receipt)
  }

  /** A correction replaces what was sent; everything else is sent. */
  async function utter(delivery: DueDelivery, message: Message, sending: SendOptions): Promise<Receipt> {
    if (delivery.kind !== 'correction') return platform.send(delivery.address, message, sending)
    if (!platform.edit || !delivery.replyTo?.length) return { outcome: 'refused', reason: 'what was sent cannot be edited', permanent: true }
    return platform.edit(delivery.address, delivery.replyTo, message)
  }

  function settle(delivery: DueDelivery, receipt: Receipt): void {
    const at = now()
    const closing = closingOf(delivery, receipt, { now: at, random: random() })
    if (closing.state === 'planned') totals.retried++
    else totals[closing.state]++
    if (receipt.outcome !== 'refused') {
      if (receipt.outcome === 'unknown')
        log.warn({ delivery: delivery.id, reason: receipt.reason }, 'the reply was lost: outcome unknown, not sent again')
      receipts.add(delivery, closing)
      return
    }
    log.info({ delivery: delivery.id, reason: receipt.reason, permanent: receipt.permanent }, 'refused')
    const { movedTo, retryAfterMs, botRefused } = receipt
    if (botRefused !== undefined) {
      receipts.add(delivery, closing, () => standing.refused(botRefused))
      return
    }
    if (movedTo) {
      receipts.add(delivery, closing, () => options.chatMoved(delivery.chatId, movedTo, at))
      return
    }
    if (receipt.gone) {
      receipts.add(delivery, closing, () => options.chatGone(delivery.chatId, receipt.reason, at))
      return
    }
    if (retryAfterMs !== undefined) {
      const until = clock() + retryAfterMs
      // One chat told to wait may have its own limit; several that wait at once: the limit is the bot's.
      for (const [chat, end] of heldChats) if (end <= clock()) heldChats.delete(chat)
      heldChats.set(delivery.chatId, until)
      if (heldChats.size >= heldTogether) pacer.hold(null, until)
      pacer.hold(delivery.chatId, until)
    }
    receipts.add(delivery, closing)
  }

  function giveBack(delivery: DueDelivery, reason: string): void {
    receipts.add(delivery, { id: delivery.id, state: 'planned', reason, notBefore: now() })
  }

  /** Rows that are committed as `sending` and whose calls come next. */
  interface Begun {
    rows: DueDelivery[]
    by: Holder
  }

  /** Begins what may go next; a number: nothing may, for so many ms. */
  async function begin(): Promise<Begun | number> {
    const by = standing.mayBegin()
    if (!by || receipts.waiting() > mostUnwritten) return 100
    refill()
    const held = pacer.heldUntil() - clock()
    if (held > 0) return Math.min(held, idleMs)
    const { chosen, waitMs } = choose()
    if (chosen.length === 0) return Math.min(waitMs, Math.max(5, nothingUntil - clock()))
    for (const delivery of chosen) busy.add(delivery.chatId)
    try {
      await turns.announce()
      await loadBlocks(chosen)
      const ids = chosen.map((delivery) => delivery.id)
      const begun = new Set(await outbox.begin(ids, by, now()))
      for (const delivery of chosen) if (!begun.has(delivery.id)) busy.delete(delivery.chatId)
      return { rows: chosen.filter((delivery) => begun.has(delivery.id)), by }
    } catch (error) {
      // Perhaps committed, perhaps not; no call was made, and what is `sending` goes back.
      log.warn({ error: messageOf(error) }, 'deliveries could not be begun')
      for (const delivery of chosen) giveBack(delivery, 'not begun')
      return idleMs
    }
  }

  /** Makes the calls of begun rows, each at its slot. */
  async function makeCalls({ rows, by }: Begun): Promise<void> {
    for (const delivery of rows) {
      const slot = pacer.takeSlot(clock())
      if (slot > clock() && !stopping) await wait(slot - clock())
      if (stopping || !standing.mayCall(by)) {
        giveBack(delivery, 'not called')
        continue
      }
      pacer.wrote(delivery.chatId, delivery.chatKind !== 'private', clock())
      const made = call({ ...delivery }).finally(() => running.delete(made))
      running.add(made)
    }
  }

  async function pumpLoop(): Promise<void> {
    let swept = clock()
    let next = begin()
    while (!stopping) {
      const begun = await next
      if (typeof begun === 'number') {
        await pause(begun)
        next = begin()
        continue
      }
      if (clock() - swept > 10_000) {
        pacer.sweep(clock())
        swept = clock()
      }
      // While these wait for their slots the database commits the next: a slow commit costs no slot.
      next = begin()
      await makeCalls(begun)
    }
    const left = await next
    if (typeof left !== 'number') await makeCalls(left)
  }

  return {
    start() {
      loops = Promise.all([standing.run(), pumpLoop()])
    },
    poke() {
      nothingUntil = 0
      wake()
    },
    turn: async () => wait(await turns.take()),
    async stop(withinMs) {
      stopping = true
      standing.stop()
      wake()
      const end = clock() + withinMs
      await Promise.race([loops, atMost(Math.min(3_000, withinMs))])
      await Promise.race([Promise.allSettled([...running]), atMost(Math.max(0, end - clock() - 1_000))])
      for (const abort of aborts) abort.abort()
      await Promise.race([Promise.allSettled([...running]), atMost(500)])
      while (receipts.waiting() > 0 && clock() < end) await wait(20)
      // With calls still open the lease is left to run out: whoever takes it finds them and calls them unknown.
      if (running.size === 0) await standing.release().catch(() => {})
    },
    holds: standing.holds,
    counts: () => ({ running: running.size, ...totals, unknown: totals.unknown + standing.lost() }),
  }
}
