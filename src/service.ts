/** Everything opened → a running service: sources polled, digests planned and sent, adapters listening; stopped within ten seconds. */

import { type Check, type HealthServer, startHealth } from '../adapters/web/health.js'
import { type PersonalPages, unusedBefore } from '../adapters/web/personal.js'
import { createWeb, loginLink, type WebOptions } from '../adapters/web/web.js'
import { type AlertStore, createAlertPlanner } from '../digests/alerts.js'
import { type CorrectionStore, planCorrections } from '../digests/corrections.js'
import { type DraftStore, draftMessage, settleDrafts } from '../digests/drafts.js'
import type { Editions } from '../digests/editions.js'
import { lossNotice } from '../digests/lost.js'
import type { Outbox } from '../digests/outbox.js'
import { createPlanner } from '../digests/plan.js'
import { createScheduler } from '../digests/schedule.js'
import { createSender, type Sender } from '../digests/sender.js'
import type { EditionPorts } from '../digests/snapshot.js'
import type { LeasePort } from '../digests/standing.js'
import type { CommandPorts } from './commands/command.js'
import { createHandle } from './handle.js'
import type { Log } from './log.js'
import type { ChatEvent, Handle, Platform } from './platform.js'
import type { Handled } from './subscribers/handled.js'
import { messageOf } from './text/error-message.js'

export interface ServiceOptions {
  /** Those that are configured, the terminal's own inbox among them. */
  platforms: readonly Platform[]
  commandPorts: CommandPorts
  editionPorts: EditionPorts
  editions: Editions
  alerts: AlertStore
  corrections: CorrectionStore
  drafts: DraftStore
  outbox: Outbox
  leases: LeasePort
  handled: Handled
  personalPages: PersonalPages
  /** Settings of the newsroom: "sending-paused". */
  isPaused(): Promise<boolean>
  /** Reads what is due, and gives when it ended well. */
  poll(signal: AbortSignal): Promise<void>
  /** Null: fine; else what is wrong with the database. */
  checkDatabase: Check
  lastGoodPoll(): Promise<Date | null>
  /** For `/metrics`; null: no language model is used. */
  languageModelCounts: WebOptions['languageModelCounts']
  access: 'open' | 'invite' | 'list'
  owners: readonly string[]
  zone: string
  http: { host: string; port: number; publicUrl: string | null; password: string | null }
  /** READOUT_SECRET_KEY: signs the sessions of the web's admin pages. */
  secretKeys: readonly string[]
  /** READOUT_HEARTBEAT_URL: called after each good poll. */
  heartbeat: (() => Promise<void>) | null
  /** This process, unlike any other that ever was. */
  owner: string
  /** Other processes may run on the same database. */
  isShared: boolean
  now: () => Date
  log: Log
  /** For people at the terminal, not for the log: the one-time owner link. */
  tell(text: string): void
}

export interface Service {
  /** Where health answers. */
  port: number
  /** Stops everything, at most ten seconds; a second call waits for the first. */
  stop(): Promise<void>
}

const pollEveryMs = 60_000
const quarterMs = 15 * 60_000
const weekMs = 7 * 86_400_000
const alertsEveryMs = 60_000
const pruneEveryMs = 6 * 3_600_000
/** How long receipts, editions and seen-marks are kept. */
const keptMs = 45 * 86_400_000
/** Longer than Telegram keeps an update (24 hours) or Slack repeats an event. */
const repeatedMs = 3 * 86_400_000
const linkEveryMs = 1_000
const handlersMs = 3_000
const sendersMs = 7_000
/** A poll that is older than this is no good sign. */
const staleMs = 3 * 3_600_000

/** Resolves once every part runs. @throws when an adapter or the port can't be used, naming the variable. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { platforms, log, now } = options
  const outside = platforms.filter((platform) => !['terminal', 'web'].includes(platform.name))
  const abort = new AbortController()
  const senders: Sender[] = platforms.map((platform) =>
    createSender({
      platform,
      outbox: options.outbox,
      leases: options.leases,
      sharedBlocks: options.editions.sharedBlocks,
      chatGone: options.editions.chatGone,
      chatMoved: options.editions.chatMoved,
      isPaused: options.isPaused,
      owner: options.owner,
      isShared: options.isShared,
      now,
      log,
    }),
  )
  const platformsByName = new Map(platforms.map((platform) => [platform.name, platform]))
  const draftOptions = { drafts: options.drafts, sharedBlocks: options.editions.sharedBlocks, platforms: platformsByName }
  const answer = createHandle({
    ...options,
    ports: { ...options.commandPorts, actOnDraft: (given) => draftMessage(given, draftOptions) },
    async lossesOf(address, say) {
      const losses = await options.editions.unmentionedAt(address)
      if (losses.length === 0) return null
      await options.editions.mention(
        losses.map((loss) => loss.delivery),
        now(),
      )
      return lossNotice(losses, say)
    },
  })
  const handle: Handle = async (utterance) => {
    const began = performance.now()
    const messages = await answer(utterance)
    if (messages.length > 0) web.answered(utterance.address.platform, (performance.now() - began) / 1_000)
    return messages
  }
  const web = createWeb({ ...options, ...options.http, ports: options.commandPorts, handle })
  const planner = createPlanner({
    ...options.editionPorts,
    editions: options.editions,
    leases: options.leases,
    chatById: options.commandPorts.subscriptions.chatById,
    platforms: platformsByName,
    owner: options.owner,
    zone: options.zone,
    log,
    startedAt: now(),
    silenced: async () => ((await options.isPaused()) ? null : options.outbox.stopped()),
  })
  const alertPlanner = createAlertPlanner({
    ...options.editionPorts,
    alerts: options.alerts,
    editions: options.editions,
    leases: options.leases,
    platforms: platformsByName,
    owner: options.owner,
    zone: options.zone,
    log,
  })
  let alertsLookedAt = 0
  let prunedAt = 0
  const scheduler = createScheduler({
    planner,
    editions: options.editions,
    now,
    log,
    planned: () => {
      for (const sender of senders) sender.poke()
    },
    async alsoDue(at) {
      const settled = await settleDrafts(at, draftOptions, options.commandPorts.subscriptions)
      if (settled > 0) for (const sender of senders) sender.poke()
      if (at.getTime() - prunedAt > pruneEveryMs && (await options.leases.take('prune', options.owner, { now: at, ms: pruneEveryMs / 2 })) !== null) {
        prunedAt = at.getTime()
        await options.editions.prune(new Date(at.getTime() - keptMs))
        await options.handled.dropBefore(new Date(at.getTime() - repeatedMs))
        await options.personalPages.forgetUnused(unusedBefore(at))
      }
      // Neither does a clock that was set back keep alerts waiting.
      if (Math.abs(at.getTime() - alertsLookedAt) < alertsEveryMs) return
      alertsLookedAt = at.getTime()
      const planned = (await alertPlanner.planAlerts(at)) + (await planCorrections(at, { ...options, platforms: platformsByName }))
      if (planned > 0) for (const sender of senders) sender.poke()
    },
    async readBefore(until) {
      await hasten(options.editionPorts.sources, now())
      const signal = AbortSignal.any([abort.signal, AbortSignal.timeout(Math.max(1, until.getTime() - now().getTime()))])
      // What a round of polling is reading already is waited for, not read twice.
      const late = new Promise<void>((settle) => signal.addEventListener('abort', () => settle(), { once: true }))
      await Promise.all([Promise.race([round, late]), options.poll(signal)])
    },
  })

  async function chatEvent(event: ChatEvent): Promise<void> {
    if (event.kind === 'back') return options.editions.chatBack(event.address, now())
    if (event.kind === 'left') {
      const { platform, workspace, reason } = event
      const ended = await options.editions.workspaceGone(platform, workspace, reason, now())
      const detail = { platform, workspace, reason, chats: ended }
      // A workspace tells of it twice: its tokens are revoked, and the app is gone.
      if (ended > 0) await options.commandPorts.audit.record({ at: now(), by: 'readout', action: 'workspace-left', detail })
      return
    }
    for (const { id, thread } of await options.editions.chatsAt(event.address)) {
      if (event.kind === 'gone') await options.editions.chatGone(id, event.reason, now())
      else await options.editions.chatMoved(id, { ...event.movedTo, thread: event.movedTo.thread || thread }, now())
    }
  }

  let polling: Promise<void> = Promise.resolve()
  /** The round of polling that runs. */
  let round: Promise<void> = Promise.resolve()
  const wake = { timer: undefined as NodeJS.Timeout | undefined, settle: () => {} }
  async function pollLoop(): Promise<void> {
    while (!abort.signal.aborted) {
      try {
        const polled = options.poll(abort.signal)
        round = polled.catch(() => {})
        await polled
        await options.heartbeat?.().catch((error: unknown) => log.warn({ error: String(error) }, 'the heartbeat address did not answer'))
      } catch (error) {
        log.error({ error: messageOf(error) }, 'polling failed; the next round tries again')
      }
      await new Promise<void>((settle) => {
        if (abort.signal.aborted) return settle()
        wake.settle = settle
        wake.timer = setTimeout(settle, pollEveryMs)
      })
    }
  }

  const checks: Record<string, Check> = {
    database: options.checkDatabase,
    async 'last poll'() {
      const last = await options.lastGoodPoll()
      const sources = await options.editionPorts.sources.list()
      if (sources.every((source) => source.state !== 'active' || source.kind === 'files')) return null
      return last && now().getTime() - last.getTime() < staleMs ? null : `last good poll: ${last?.toISOString() ?? 'never'}`
    },
  }
  async function stoppedFor({ sender }: Platform): Promise<string | null> {
    return (await options.commandPorts.outboxView.stopped()).find((one) => one.sender === sender)?.reason ?? null
  }
  const started: Platform[] = []
  let health: HealthServer | null = null
  async function stopParts(): Promise<void> {
    abort.abort()
    clearTimeout(wake.timer)
    wake.settle()
    await Promise.all([
      scheduler.stop(),
      ...started.map((platform) =>
        platform.stop(handlersMs).catch((error: unknown) => log.warn({ platform: platform.name, error: String(error) }, 'did not stop cleanly')),
      ),
      ...senders.map((sender) => sender.stop(sendersMs)),
      Promise.race([polling, new Promise((settle) => setTimeout(settle, sendersMs).unref())]),
      health?.close() ?? Promise.resolve(),
    ])
  }

  try {
    const requests = platforms.flatMap((platform) => platform.requests ?? [])
    health = await startHealth({ ...options.http, checks, requests, pages: web.pages })
    for (const [index, platform] of platforms.entries()) {
      await platform.start({ handle, chatEvent, turn: async () => senders[index]?.turn(), holds: () => senders[index]?.holds() ?? true })
      started.push(platform)
      checks[platform.name] = async () => (started.includes(platform) ? (platform.trouble?.() ?? stoppedFor(platform)) : 'not started')
    }
    for (const sender of senders) sender.start()
    scheduler.start()
    polling = pollLoop()
    log.info({ platforms: platforms.map((platform) => platform.name), http: `${options.http.host}:${health.port}` }, 'Readout runs')
    if (outside.length === 0)
      log.warn({}, 'no chat platform is configured: set TELEGRAM_BOT_TOKEN, or SLACK_BOT_TOKEN with SLACK_APP_TOKEN; reading goes on meanwhile')
    await offerOwnership(options, outside, abort.signal)
    await offerAdminPages(options, health.port)
  } catch (error) {
    await stopParts()
    throw error
  }

  let stopping: Promise<void> | null = null
  const { port } = health
  return {
    port,
    stop() {
      stopping ??= stopParts()
      return stopping
    },
  }
}

/**
 * Makes due what has not been read for a quarter of an hour, if it delivered in the last week and is not failing:
 * a failing source waits as long as it was told to.
 */
async function hasten(sources: EditionPorts['sources'], at: Date): Promise<void> {
  for (const [id, state] of await sources.pollStates()) {
    const wasRead = state.lastPolledAt !== null && at.getTime() - state.lastPolledAt.getTime() < quarterMs
    const delivers = state.lastNewItemAt !== null && at.getTime() - state.lastNewItemAt.getTime() < weekMs
    if (!wasRead && delivers && state.failures === 0 && state.nextPollAt !== null && state.nextPollAt > at)
      await sources.savePollState(id, { nextPollAt: at })
  }
}

/** Where no password opens the admin pages, a link of one use does; for the terminal, not for the log. */
async function offerAdminPages({ http, commandPorts, now, tell }: ServiceOptions, port: number): Promise<void> {
  if (http.password !== null) return
  tell(`Admin pages, once, within an hour: ${loginLink({ ...http, port }, await commandPorts.links.make('login', now()))}`)
}

/** While no owner is known, the operator gets a one-time link. */
async function offerOwnership(options: ServiceOptions, outside: readonly Platform[], stopping: AbortSignal): Promise<void> {
  if (outside.length === 0 || options.owners.length > 0 || (await options.commandPorts.people.hasOwner())) return
  let code: string | null = null
  /** Those that do not know their own name yet. */
  async function offer(platforms: readonly Platform[]): Promise<Platform[]> {
    const late: Platform[] = []
    for (const platform of platforms) {
      const known = platform.startLink?.('')
      if (known === null) late.push(platform)
      if (!known) continue
      // Made when it can be shown: it is good for an hour only.
      code ??= await options.commandPorts.links.make('own', options.now())
      options.tell(`No owner yet. Open within an hour to become it: ${platform.startLink?.(`own_${code}`)}`)
    }
    return late
  }
  const wait = async (late: Platform[]): Promise<void> => {
    while (late.length > 0 && !stopping.aborted) {
      await new Promise((settle) => setTimeout(settle, linkEveryMs).unref())
      late = await offer(late)
    }
  }
  const late = await offer(outside)
  // A platform that could not be reached is waited for beside everything else.
  wait(late).catch((error: unknown) => options.log.warn({ error: String(error) }, 'the owner link could not be made: readout admin link makes one'))
}
