/** A running service's store → tidied in small steps, backed up once a day, and marked as in use; until it is stopped. */

import type { Log } from './log.js'
import { messageOf } from './text/error-message.js'

/** What upkeep needs of the store; handed in by main.ts. */
export interface UpkeepPorts {
  leases: {
    take(name: string, owner: string, span: { now: Date; ms: number }): Promise<number | null>
    release(name: string, owner: string, now: Date): Promise<void>
  }
  settings: { get(name: string): Promise<unknown>; set(name: string, value: unknown, now: Date): Promise<void> }
  /** Null where the database tidies itself and is backed up by its own keepers (PostgreSQL). */
  embedded: { step(): Promise<unknown>; backUpBeside(reason: string): Promise<string> } | null
  /** Deletes a few articles that were read before the instant; gives how many, 0 when none is left. */
  forgetSome(readBefore: Date): Promise<number>
  /** Deletes what chats asked some minutes ago. */
  forgetTalks(now: Date): Promise<unknown>
}

export interface UpkeepOptions extends UpkeepPorts {
  /** This process, unlike any other that ever was. */
  owner: string
  /** READOUT_KEEP_DAYS; null: articles are kept for ever. */
  keepDays: number | null
  now: () => Date
  log: Log
}

const everyMs = 60_000
/** `restore` refuses a database on which such a lease is alive; several services may hold one each. */
const leaseMs = 3 * everyMs
const dayMs = 86_400_000
const lastBackup = 'last-daily-backup'

/** Steps of one round: an archive of years goes within hours, and nothing waits for it. */
const forgettingSteps = 20

async function forgetOld({ keepDays, forgetSome, now, log }: UpkeepOptions): Promise<void> {
  if (keepDays === null) return
  let gone = 0
  for (let step = 0; step < forgettingSteps; step++) {
    const some = await forgetSome(new Date(now().getTime() - keepDays * dayMs))
    gone += some
    if (some === 0) break
  }
  if (gone > 0) log.info({ articles: gone, days: keepDays }, 'articles older than READOUT_KEEP_DAYS deleted')
}

async function backUpDaily({ settings, embedded, now, log }: UpkeepOptions): Promise<void> {
  const since = now().getTime() - Date.parse(String((await settings.get(lastBackup)) ?? ''))
  // One that lies ahead was written while the clock was wrong.
  if (!embedded || (since >= 0 && since < dayMs)) return
  const file = await embedded.backUpBeside('daily')
  await settings.set(lastBackup, now().toISOString(), now())
  log.info({ file }, 'daily backup written')
}

async function markInUse({ leases, owner, now }: UpkeepOptions): Promise<void> {
  await leases.take(`service ${owner}`, owner, { now: now(), ms: leaseMs })
}

async function tidy(options: UpkeepOptions): Promise<void> {
  await markInUse(options)
  await options.forgetTalks(options.now())
  await options.embedded?.step()
  await backUpDaily(options)
  await forgetOld(options)
}

/** A fault is logged and the next round tries again: upkeep never stops a service. */
async function round(options: UpkeepOptions, work: (options: UpkeepOptions) => Promise<void>): Promise<void> {
  try {
    await work(options)
  } catch (error) {
    options.log.warn({ error: messageOf(error) }, 'upkeep of the store failed; it is tried again in a minute')
  }
}

/** A stop waits so long for a round that runs. A backup is broken off: nothing of it stays, and the next start makes another. */
const patienceMs = 2_000

/** Resolves once the database is marked as in use; the first round runs beside the rest of the start, for a backup may take minutes. */
export async function startUpkeep(options: UpkeepOptions): Promise<{ stop(): Promise<void> }> {
  await round(options, markInUse)
  let running = round(options, tidy)
  let stopped = false
  const timer = setInterval(() => {
    running = running.then(() => (stopped ? undefined : round(options, tidy)))
  }, everyMs)
  timer.unref()
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await Promise.race([running, new Promise((settle) => setTimeout(settle, patienceMs).unref())])
      await options.leases.release(`service ${options.owner}`, options.owner, options.now())
    },
  }
}
