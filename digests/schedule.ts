/** The clock → ticks: what is due is planned, and shortly before a slot what it draws on is read. */

import { schedule } from 'node-cron'
import type { Log } from '../src/log.js'
import { messageOf } from '../src/text/error-message.js'
import type { Editions } from './editions.js'
import type { Planner } from './plan.js'

export interface ScheduleOptions {
  planner: Planner
  editions: Pick<Editions, 'nextSlotAfter'>
  now: () => Date
  log: Log
  /** Reads the sources that have not been read lately; ends at `until` at the latest. Also before what was missed is made up for. */
  readBefore(until: Date): Promise<void>
  /** Something was planned. */
  planned(): void
  /** Other work of each tick: alerts. */
  alsoDue?: (now: Date) => Promise<void>
}

export interface Scheduler {
  start(): void
  /** One tick now: for tests, and at the start. */
  tick(): Promise<void>
  /** No more ticks; waits for the one that runs. */
  stop(): Promise<void>
}

const everyFiveSeconds = '*/5 * * * * *'
/** How long before a slot its sources are read. */
const readAheadMs = 3 * 60_000

export function createScheduler(options: ScheduleOptions): Scheduler {
  const { planner, editions, now, log } = options
  let running: Promise<void> | null = null
  let isReading = false
  let readFor = 0
  /** Null once what was missed may be planned. */
  let catchingUp: Promise<void> | null = null
  let stopped = false
  let task: { stop(): unknown } | null = null

  async function readAhead(at: Date): Promise<void> {
    if (isReading) return
    const next = await editions.nextSlotAfter(at)
    if (!next || next.getTime() - at.getTime() > readAheadMs || next.getTime() <= readFor) return
    // One reading serves the slots of the next minutes too.
    readFor = next.getTime() + readAheadMs
    isReading = true
    void options
      .readBefore(next)
      .catch((error: unknown) => log.warn({ error: String(error) }, 'reading before a slot failed'))
      .finally(() => {
        isReading = false
      })
  }

  /** What was missed while nothing ran is told as it stands now, not as it was read before. */
  async function catchUp(): Promise<void> {
    const began = now()
    const missed = await editions.nextSlotAfter(new Date(0))
    if (missed && missed < began) await options.readBefore(new Date(began.getTime() + readAheadMs))
  }

  async function work(): Promise<void> {
    const at = now()
    try {
      if (!catchingUp && (await planner.planDue(at)) > 0) options.planned()
      await options.alsoDue?.(at)
      await readAhead(now())
    } catch (error) {
      log.error({ error: messageOf(error) }, 'a tick failed; the next one tries again')
    }
  }

  function tick(): Promise<void> {
    running ??= work().finally(() => {
      running = null
    })
    return running
  }

  return {
    start() {
      task = schedule(everyFiveSeconds, () => tick(), { name: 'digests' })
      catchingUp = catchUp()
        .catch((error: unknown) => log.warn({ error: String(error) }, 'reading before what was missed failed'))
        .finally(() => {
          catchingUp = null
          if (!stopped) void tick()
        })
    },
    tick,
    async stop() {
      stopped = true
      await task?.stop()
      await catchingUp
      await running
    },
  }
}
