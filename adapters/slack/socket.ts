/** An app-level token → a socket to Slack: the next one stands before Slack closes the old one, and one that broke is opened again at once. */

import { type App, type Receiver, SocketModeReceiver } from '@slack/bolt'
import { messageOf } from '../../src/text/error-message.js'
import { platformError } from './errors.js'
import { boltLogger, type Log } from './log.js'

/** So long a socket that Slack refreshes stays open: what came through it is acknowledged through it. */
const refreshedMs = 10_000
/** A socket that lasted less long is opened again with a pause. */
const shortLivedMs = 5_000
const firstPauseMs = 500
const longestPauseMs = 30_000
/** A moment without a socket is no trouble. */
const graceMs = 30_000
const closeMs = 1_000
/** What Slack answers when it is at fault itself, or wants a pause; any other word says that the token will not do. */
const transient = new Set([
  'fatal_error',
  'internal_error',
  'ratelimited',
  'rate_limited',
  'request_timeout',
  'service_unavailable',
  'too_many_websockets',
])

export interface PatientSocket {
  /** What Bolt listens to: all sockets, one after another. */
  receiver: Receiver
  /** Resolves once it listens, or tries again and again because Slack does not answer. @throws naming SLACK_APP_TOKEN when Slack refuses it. */
  open(): Promise<void>
  /** Why nothing comes in now; null: all is well. */
  trouble(): string | null
  close(): Promise<void>
}

interface Standing {
  client: SocketModeReceiver['client']
  since: number
}

/** Slack says that it will close this socket ("warning", "refresh_requested", Socket Mode's "Disconnect messages"). */
function announcesItsEnd(data: unknown): boolean {
  try {
    return typeof data === 'string' && (JSON.parse(data) as { type?: unknown }).type === 'disconnect'
  } catch {
    return false
  }
}

export function createSocket(appToken: string, slackApiUrl: string, { now, log }: { now: () => Date; log: Log }): PatientSocket {
  const logger = boltLogger(log) as never
  let app: App | null = null
  let standing: Standing | null = null
  let opening: Promise<void> | null = null
  let closed = false
  let failures = 0
  let lostAt: Date | null = null
  const sockets = new Set<SocketModeReceiver['client']>()

  /** One attempt. Each socket is a client of its own, so that each answer goes out where its question came in. */
  async function openOne(): Promise<void> {
    const clientOptions = { slackApiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: 15_000, logger }
    const receiver = new SocketModeReceiver({ appToken, logger, autoReconnectEnabled: false, installerOptions: { clientOptions } })
    if (app) receiver.init(app)
    const { client } = receiver
    // Slack's own client closes a socket as soon as its end is announced, and opens the next only seconds later: commands typed meanwhile fail.
    const handlers = client.listeners('ws_message')
    client.removeAllListeners('ws_message')
    client.on('ws_message', (data: unknown, isBinary: unknown) => {
      if (announcesItsEnd(data)) return refresh(client)
      // A payload that the client does not expect must not end the process.
      for (const handler of handlers)
        void Promise.resolve(handler.call(client, data, isBinary)).catch((error: unknown) =>
          log.warn({ platform: 'slack', error: messageOf(error) }, 'something that Slack sent was not understood'),
        )
    })
    client.on('disconnected', () => lost(client))
    sockets.add(client)
    try {
      await client.start()
    } catch (error) {
      sockets.delete(client)
      throw error
    }
    if (closed) return end(client)
    standing = { client, since: performance.now() }
    lostAt = null
  }

  /** Until one stands; `failures` survives, so that sockets which break at once are not opened in a loop. */
  async function openPatiently(): Promise<void> {
    while (!closed) {
      if (failures > 1) await pause(Math.min(longestPauseMs, firstPauseMs * 2 ** (failures - 2)))
      if (closed) return
      try {
        return await openOne()
      } catch (error) {
        failures++
        log.error({ platform: 'slack', error: platformError(error) ?? messageOf(error ?? 'closed') }, 'no connection to Slack; trying again')
      }
    }
  }

  function reopen(): Promise<void> {
    if (standing) failures = performance.now() - standing.since < shortLivedMs ? failures + 1 : 0
    opening ??= openPatiently().finally(() => {
      opening = null
    })
    return opening
  }

  function refresh(client: SocketModeReceiver['client']): void {
    if (closed || standing?.client !== client || opening !== null) return
    void reopen().then(() => setTimeout(() => void end(client), refreshedMs).unref())
  }

  function lost(client: SocketModeReceiver['client']): void {
    sockets.delete(client)
    if (closed || standing?.client !== client) return
    lostAt ??= now()
    void reopen()
  }

  async function end(client: SocketModeReceiver['client']): Promise<void> {
    if (sockets.has(client)) await Promise.race([client.disconnect().catch(() => {}), pause(closeMs)])
  }

  return {
    receiver: {
      init(given) {
        app = given
      },
      start: async () => {},
      stop: async () => {},
    },
    async open() {
      try {
        await openOne()
      } catch (error) {
        const reason = platformError(error)
        if (reason && !transient.has(reason))
          throw new Error(`SLACK_APP_TOKEN: Slack refuses it (${reason}). Expected: an app-level token with connections:write.`, { cause: error })
        failures++
        lostAt ??= now()
        log.error({ platform: 'slack', error: reason ?? messageOf(error) }, 'no connection to Slack; trying again')
        void reopen()
      }
    },
    trouble: () => (lostAt && now().getTime() - lostAt.getTime() > graceMs ? `no connection to Slack since ${lostAt.toISOString()}` : null),
    async close() {
      closed = true
      await Promise.all([...sockets].map(end))
    },
  }
}

async function pause(ms: number): Promise<void> {
  return new Promise((settle) => setTimeout(settle, ms).unref())
}
