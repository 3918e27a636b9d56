/** Answers beside digests → when each may go, so that the processes of one bot together keep its pace. Times in ms of one clock. */
import type { Platform } from '../src/platform.js'
import type { Outbox } from './outbox.js'
import type { Pacer } from './pace.js'

export interface TurnsOptions {
  platform: Pick<Platform, 'sender' | 'pace'>
  outbox: Pick<Outbox, 'turnBeside' | 'announce'>
  pacer: Pacer
  /** True while this process sends for the bot. */
  holds(): boolean
  /** Other processes may answer for the bot too. */
  isShared: boolean
  clock: () => number
}

export interface Turns {
  /** Takes the next slot and gives how long an answer waits for it, before any digest that waits for one; where another process sends, beside it. */
  take(): Promise<number>
  /** To be called before digests go out: other processes learn of it, and what they were promised before is waited for. */
  announce(): Promise<void>
}

/** How long other processes believe that digests go out. */
const announcedMs = 10_000

export function createTurns({ platform, outbox, pacer, holds, isShared, clock }: TurnsOptions): Turns {
  const { sender, pace } = platform
  const others = isShared ? pace.others : undefined
  // What others are promised while no digests go out is left to them.
  const ownGap = others && pace.perSecond !== null ? 1000 / Math.max(1, pace.perSecond - others.alone) : 0
  let ownAt = 0
  let announcedUntil = 0

  return {
    async take() {
      if (others && !holds()) return outbox.turnBeside(sender, others)
      const own = Math.max(ownAt, clock())
      ownAt = own + ownGap
      // A slot that is taken early and used late would come on top of those behind it.
      if (own > clock()) await new Promise((settle) => setTimeout(settle, own - clock()))
      return pacer.takeSlot(clock()) - clock()
    },
    async announce() {
      if (!others || clock() < announcedUntil - announcedMs / 2) return
      const waitMs = await outbox.announce(sender, announcedMs)
      announcedUntil = clock() + announcedMs
      if (waitMs > 0) pacer.hold(null, clock() + waitMs)
    },
  }
}
