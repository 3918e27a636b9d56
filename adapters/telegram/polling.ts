/** getUpdates, again and again → updates; a lost network is waited out, a second poller explained. */
import { type Api, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import { networkReason, tokenFault } from './errors.js'
import type { Link } from './link.js'
import type { TelegramLog } from './log.js'

export const wantedUpdates = ['message', 'channel_post', 'callback_query', 'inline_query', 'my_chat_member'] as const

const longPollSeconds = 25
const firstPauseMs = 500
const longestPauseMs = 30_000
/** How often a process that leaves the updates to another looks whether that has ended. */
const holdingMs = 500
/** A refused token is mended by hand, not by asking again and again. */
const tokenPauseMs = 300_000
/** The same trouble is told at most so often. */
const toldMs = 300_000

export interface Polling {
  /** What @grammyjs/runner asks for its next updates. Ends only when `signal` is aborted. */
  supply(batch: number, signal: AbortSignal): Promise<Update[]>
  /** Why updates don't come now; null while they do. */
  trouble(): string | null
}

function explain(error: unknown): string {
  if (!(error instanceof GrammyError)) return `Telegram can't be reached: ${networkReason(error)}; trying again`
  if (error.error_code === 409 && /webhook/i.test(error.description))
    return 'a webhook is set for this bot, perhaps by another program; it takes the updates'
  if (error.error_code === 409)
    return 'another program polls with the same TELEGRAM_BOT_TOKEN: stop it, or give one of the two a bot of its own (@BotFather); trying again'
  return tokenFault(error) ?? `Telegram answers ${error.error_code} ${error.description}; trying again`
}

export interface PollingOptions {
  api: Pick<Api, 'getUpdates'>
  link: Link
  log: TelegramLog
  /** False: another process of this Readout sends for the bot, and where Telegram lets only one ask for updates it is that one. */
  holds(): boolean
}

export function createPolling({ api, link, log, holds }: PollingOptions): Polling {
  let offset = 0
  let trouble: string | null = null
  /** In a row. */
  let conflicts = 0
  let toldAt = Number.NEGATIVE_INFINITY

  function tell(text: string): void {
    if (text === trouble && performance.now() - toldAt < toldMs) return
    toldAt = performance.now()
    trouble = text
    log.error({}, text)
  }

  async function untilHolding(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !holds()) await new Promise((settle) => setTimeout(settle, holdingMs))
  }

  return {
    trouble: () => trouble,
    async supply(batch, signal) {
      for (let pause = firstPauseMs; ; pause = Math.min(longestPauseMs, pause * 2)) {
        try {
          const updates = await api.getUpdates(
            { offset, limit: Math.max(1, Math.min(batch, 100)), timeout: longPollSeconds, allowed_updates: [...wantedUpdates] },
            signal as Parameters<Api['getUpdates']>[1],
          )
          link.restored()
          conflicts = 0
          if (trouble !== null) log.info({}, 'updates come again')
          trouble = null
          const last = updates.at(-1)
          if (last) offset = last.update_id + 1
          return updates
        } catch (error) {
          if (signal.aborted) throw error
          if (!(error instanceof GrammyError)) link.lost()
          // Telegram ends the older of two requests.
          const isConflict = error instanceof GrammyError && error.error_code === 409
          conflicts = isConflict ? conflicts + 1 : 0
          if (isConflict && !holds()) {
            trouble = null
            await untilHolding(signal)
            if (signal.aborted) throw error
            pause = firstPauseMs
            continue
          }
          // Another process of this Readout that starts asks once, before it learns that it is not the one.
          if (!isConflict || conflicts > 1) tell(explain(error))
          const asked =
            error instanceof GrammyError ? Math.max((error.parameters.retry_after ?? 0) * 1000, tokenFault(error) === null ? 0 : tokenPauseMs) : 0
          await new Promise<void>((settle) => {
            const ended = (): void => {
              clearTimeout(timer)
              signal.removeEventListener('abort', ended)
              settle()
            }
            const timer = setTimeout(ended, Math.max(pause, asked))
            signal.addEventListener('abort', ended)
          })
          if (signal.aborted) throw error
        }
      }
    },
  }
}
