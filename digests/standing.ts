/** The lease of one bot, an admin's word, what the platform says of the bot → whether this process may send for it now. */

import type { Log } from '../src/log.js'
import type { Platform } from '../src/platform.js'
import { messageOf } from '../src/text/error-message.js'
import type { Holder, Outbox } from './outbox.js'

/** One holder of a name at a time; implemented in store/. */
export interface LeasePort {
  /** The fencing number when `owner` now holds the name until `now + ms`; null while another does. */
  take(name: string, owner: string, span: { now: Date; ms: number }): Promise<number | null>
  release(name: string, owner: string, now: Date): Promise<void>
}

export interface StandingOptions {
  platform: Pick<Platform, 'sender' | 'check' | 'repeatable'>
  outbox: Pick<Outbox, 'abandon' | 'endLate' | 'stop'>
  leases: LeasePort
  /** True while an admin has paused all sending. */
  isPaused(): Promise<boolean>
  /** This process, unlike any other that ever was. */
  owner: string
  now: () => Date
  log: Log
  /** How long a lease lasts without being renewed, in ms. */
  leaseMs?: number
  /** After how many ms a platform that refuses the bot is asked whether it takes it again; the last one repeats. */
  askAgainMs?: readonly number[]
  /** Another holder begins: what was read to be sent is another's. */
  changed(): void
  /** The lease was looked after. */
  looked(): void
}

export interface Standing {
  /** Looks after the lease until `stop`. */
  run(): Promise<void>
  /** Who begins calls now; null: this process may not. */
  mayBegin(): Holder | null
  /** False: what `by` began must not be called any more. */
  mayCall(by: Holder): boolean
  /** True while this process holds the lease. */
  holds(): boolean
  /** The platform takes nothing from this bot: what is due waits, and another process with another token may send. */
  refused(reason: string): Promise<void>
  /** Deliveries of ended processes whose outcome nobody knows. */
  lost(): number
  stop(): void
  release(): Promise<void>
}

const askAgainMs = [60_000, 120_000, 300_000, 600_000]
const endLateEveryMs = 60_000

export function createStanding(options: StandingOptions): Standing {
  const { platform, outbox, leases, owner, now, log } = options
  const leaseMs = options.leaseMs ?? 15_000
  const lease = `sender:${platform.sender}`
  const clock = (): number => performance.now()
  let holder: Holder | null = null
  let safeUntil = 0
  let paused = false
  /** Why the platform takes nothing from this bot; null: it does. */
  let refusedFor: string | null = null
  let asked = 0
  let askAt = 0
  let lateEndedAt = 0
  let lost = 0
  let stopping = false

  async function renew(): Promise<void> {
    const begun = clock()
    const fencing = await leases.take(lease, owner, { now: now(), ms: leaseMs })
    if (fencing === null) {
      if (holder) log.warn({ lease }, 'another process sends for this bot now')
      holder = null
      options.changed()
      return
    }
    safeUntil = begun + leaseMs * 0.8
    const [wasPaused, isPaused] = [paused, await options.isPaused()]
    if (holder?.fencing !== fencing) await takeOver(isPaused, { lease, owner, fencing })
    else if (!isPaused && (wasPaused || clock() - lateEndedAt > endLateEveryMs)) await endLate()
    paused = isPaused
  }

  async function takeOver(isPaused: boolean, as: Holder): Promise<void> {
    // The rows of whoever held it before: nobody can know what became of them, unless sending them again changes nothing.
    const left = await outbox.abandon(platform.sender, owner, { state: platform.repeatable ? 'planned' : 'unknown', now: now() })
    if (left > 0 && !platform.repeatable) {
      lost += left
      log.warn({ lease, lost: left }, 'deliveries whose sender ended before the reply: outcome unknown')
    }
    options.changed()
    // Whoever takes over may have another token: it finds out by itself.
    await outbox.stop(platform.sender, null, now())
    if (!isPaused) await endLate()
    holder = as
  }

  async function endLate(): Promise<void> {
    lateEndedAt = clock()
    const late = await outbox.endLate(platform.sender, now())
    if (late > 0) log.warn({ lease, late }, 'deliveries ended: too late to be sent')
  }

  function askAfter(): number {
    const pauses = options.askAgainMs ?? askAgainMs
    return pauses[Math.min(asked++, pauses.length - 1)] ?? 0
  }

  async function askAgain(): Promise<void> {
    if (clock() < askAt) return
    askAt = clock() + askAfter()
    if ((await platform.check?.()) ?? null) return
    refusedFor = null
    log.info({ sender: platform.sender }, 'the platform takes this bot again: sending goes on')
    await renew()
  }

  return {
    async run() {
      while (!stopping) {
        try {
          await (refusedFor === null ? renew() : askAgain())
        } catch (error) {
          log.warn({ lease, error: messageOf(error) }, 'the lease could not be renewed')
        }
        options.looked()
        for (let left = holder ? leaseMs / 4 : Math.min(2_000, leaseMs / 4); left > 0 && !stopping; left -= 200)
          await new Promise((settle) => setTimeout(settle, Math.min(200, left)))
      }
    },
    mayBegin: () => (paused || clock() > safeUntil ? null : holder),
    mayCall: (by) => clock() <= safeUntil && holder === by,
    holds: () => holder !== null,
    async refused(reason) {
      if (refusedFor !== null) return
      refusedFor = reason
      asked = 0
      askAt = clock() + askAfter()
      holder = null
      options.changed()
      log.error({ sender: platform.sender }, `nothing is sent any more; what is due waits: ${reason}`)
      await outbox.stop(platform.sender, reason, now())
      await leases.release(lease, owner, now())
    },
    lost: () => lost,
    stop() {
      stopping = true
    },
    release: () => leases.release(lease, owner, now()),
  }
}
