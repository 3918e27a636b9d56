/** An app-level token → a socket to Slack that is opened again for as long as the service runs. */
import { SocketModeReceiver } from '@slack/bolt'
import { platformError } from './errors.js'
import { boltLogger, type Log, messageOf } from './log.js'

const reconnectMs = 30_000
/** Slack itself asks for a new socket every few hours; that takes seconds. */
const graceMs = 30_000

export interface PatientSocket {
  receiver: SocketModeReceiver
  /** @throws naming SLACK_APP_TOKEN when Slack refuses it. */
  open(): Promise<void>
  /** Why nothing comes in now; null: all is well. */
  trouble(): string | null
  close(): Promise<void>
}

export function createSocket(appToken: string, slackApiUrl: string, { now, log }: { now: () => Date; log: Log }): PatientSocket {
  // apps.connections.open may be repeated at will: here Slack's own client keeps its patience.
  const receiver = new SocketModeReceiver({ appToken, logger: boltLogger(log) as never, installerOptions: { clientOptions: { slackApiUrl } } })
  const { client } = receiver
  let opened = false
  let closed = false
  let lostAt: Date | null = null
  client.on('connected', () => {
    lostAt = null
  })
  client.on('close', () => {
    lostAt ??= now()
  })
  const start = client.start.bind(client)
  // The client reconnects by itself and lets nobody catch what goes wrong then: an app token that was revoked would end the process.
  client.start = async () => {
    for (;;) {
      try {
        return await start()
      } catch (error) {
        if (!opened || closed) throw error
        log.error({ platform: 'slack', error: platformError(error) ?? messageOf(error) }, 'no connection to Slack; trying again')
        await new Promise((settle) => setTimeout(settle, reconnectMs).unref())
      }
    }
  }
  return {
    receiver,
    async open() {
      try {
        await client.start()
        opened = true
      } catch (error) {
        const reason = platformError(error) ?? messageOf(error)
        throw new Error(`SLACK_APP_TOKEN: Slack refuses it (${reason}). Expected: an app-level token with connections:write.`, { cause: error })
      }
    },
    trouble: () => (lostAt && now().getTime() - lostAt.getTime() > graceMs ? `no connection to Slack since ${lostAt.toISOString()}` : null),
    async close() {
      closed = true
      await receiver.stop()
    },
  }
}
