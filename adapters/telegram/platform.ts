/** A bot token → the platform: it listens by long polling or webhook, keeps the order of each chat, sends and edits. */

import { createConcurrentSink, createRunner, createSource, type RunnerHandle, sequentialize } from '@grammyjs/runner'
import { Bot, type Context, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import type { Platform, PlatformHooks } from '../../src/platform.js'
import type { ChatStore } from '../../src/subscribers/chat.js'
import type { Handled } from '../../src/subscribers/handled.js'
import { messageOf } from '../../src/text/error-message.js'
import { createChannels } from './channels.js'
import { publishMenus } from './commands-menu.js'
import { createConverse, orderKey } from './converse.js'
import { createDelivering } from './deliver.js'
import { networkReason, tokenFault } from './errors.js'
import { createFlood } from './flood.js'
import { createGate } from './gate.js'
import { createKeyboards } from './keyboard.js'
import { pace } from './limits.js'
import { createLink } from './link.js'
import type { TelegramLog } from './log.js'
import { createPolling, type Polling, wantedUpdates } from './polling.js'
import { createRights } from './rights.js'
import { createSending } from './send.js'
import { split } from './split.js'
import { createTongue } from './tongue.js'
import type { Me } from './updates.js'
import { createWebhook } from './webhook.js'

export interface TelegramOptions {
  token: string
  /** "https://api.telegram.org", or a Bot API server of one's own. */
  apiRoot: string
  /** Null: long polling. */
  webhook: { url: string; secret: string } | null
  chats: Pick<ChatStore, 'standing'>
  handled: Pick<Handled, 'first'>
  now: () => Date
  log: TelegramLog
  fetch: typeof fetch
}

const callSeconds = 60
/** A start without network waits so long; then it goes on trying while the rest runs. */
const startWaitMs = 8_000
const checkMs = 10_000
const concurrency = 100
/** Where this process takes updates; TELEGRAM_WEBHOOK_URL is how the world reaches it. */
const webhookPath = '/telegram/webhook'

export function createTelegramPlatform(options: TelegramOptions): Platform {
  const { token, log, now, webhook, chats, handled } = options
  const apiRoot = options.apiRoot.replace(/\/+$/, '')
  const bot = new Bot(token, { client: { apiRoot, timeoutSeconds: callSeconds } })
  const { api } = bot
  const keyboards = createKeyboards()
  const gate = createGate()
  const link = createLink(api)
  const sending = createSending({ api, keyboards, gate, link })
  const rights = createRights({ api, chats, now })
  const tongue = createTongue(chats)
  const ending = new AbortController()
  const handling = new Set<Promise<void>>()
  let me: Me | null = null
  let runner: RunnerHandle | null = null
  let polling: Polling | null = null
  let take: ((update: Update) => boolean) | null = null

  /** A call that the start needs: waits while the network is away. @throws naming the variable that Telegram refuses. */
  async function needed(call: () => Promise<unknown>): Promise<void> {
    for (let pause = 500; ; pause = Math.min(30_000, pause * 2)) {
      try {
        await call()
        return
      } catch (error) {
        if (ending.signal.aborted) throw error
        if (error instanceof GrammyError && tokenFault(error) !== null)
          throw new Error(`TELEGRAM_BOT_TOKEN: Telegram refuses it (${error.error_code} ${error.description}). Copy it anew from @BotFather.`)
        if (error instanceof GrammyError && error.error_code === 400)
          throw new Error(`TELEGRAM_WEBHOOK_URL: Telegram refuses it (${error.description}). Expected: a public https address of ${webhookPath}.`)
        const reason = error instanceof GrammyError ? `${error.error_code} ${error.description}` : networkReason(error)
        log.warn({ reason }, "Telegram can't be reached; trying again")
        // A stopped process does not wait for it.
        await new Promise((settle) => setTimeout(settle, pause).unref())
      }
    }
  }

  async function download(fileId: string): Promise<string> {
    const file = await api.getFile(fileId)
    const reply = await options.fetch(`${apiRoot}/file/bot${token}/${file.file_path}`, { signal: AbortSignal.timeout(30_000) })
    if (!reply.ok) throw new Error(`a file could not be fetched: ${reply.status}`)
    return reply.text()
  }

  /** What fails beside the handlers' own care (an update of no known shape) must not end the process. */
  function track(work: Promise<void>): void {
    const done = work.catch((error: unknown) => log.error({ error: messageOf(error) }, 'an update failed')).finally(() => handling.delete(done))
    handling.add(done)
  }

  async function listen(self: Me, hooks: PlatformHooks): Promise<void> {
    me = self
    const channels = createChannels({ api, rights, chats, tongue, handle: hooks.handle })
    const delivering = createDelivering({ ...hooks, sending, log })
    const converse = createConverse({
      api,
      me: self,
      hooks,
      keyboards,
      rights,
      channels,
      flood: createFlood(),
      delivering,
      tongue,
      chats,
      handled,
      download,
      now,
      ending: ending.signal,
      log,
    })
    bot.use((context, next) => {
      converse.arrived(context.update)
      return next()
    })
    bot.use(sequentialize((context: Context) => orderKey(context.update)))
    bot.use(async (context) => {
      try {
        await converse.handle(context.update)
      } catch (error) {
        // Never what was said: only that it failed.
        log.error({ update: context.update.update_id, error: messageOf(error) }, 'an update failed')
      }
    })
    if (webhook) {
      take = (update) => {
        track(bot.handleUpdate(update))
        return true
      }
      const { url, secret } = webhook
      await needed(() => api.setWebhook(url, { secret_token: secret, allowed_updates: [...wantedUpdates] }))
    } else {
      await needed(() => api.deleteWebhook())
      polling = createPolling({ api, link, log, holds: hooks.holds ?? (() => true) })
      const sink = createConcurrentSink<Update, Error>({ consume: (update) => bot.handleUpdate(update) }, async () => {}, { concurrency })
      runner = createRunner(createSource<Update>({ supply: polling.supply as Parameters<typeof createSource<Update>>[0]['supply'] }), sink)
      runner.start()
    }
    log.info({ bot: self.username, by: webhook ? 'webhook' : 'long polling' }, 'Telegram listens')
    track(publishMenus(api, log, ending.signal))
  }

  return {
    name: 'telegram',
    sender: `telegram:${token.split(':')[0]}`,
    pace: { ...pace },
    split,
    send: (address, part, sendOptions) => sending.send(address, part, sendOptions),
    edit: (address, messageIds, part) => sending.edit(address, messageIds, part),
    async check() {
      try {
        await api.getMe(AbortSignal.timeout(checkMs) as Parameters<typeof api.getMe>[0])
        return null
      } catch (error) {
        return tokenFault(error) ?? networkReason(error)
      }
    },
    trouble: () => (me === null ? 'not connected yet' : (polling?.trouble() ?? null)),
    startLink: (payload) => (me ? `https://t.me/${me.username}?start=${payload}` : null),
    ...(webhook ? { requests: { path: webhookPath, answer: createWebhook(webhook.secret, (update) => take?.(update) ?? false) } } : {}),

    async start(hooks) {
      // Not bot.init: that tries again by itself, without a word to the operator.
      const begun = needed(async () => {
        bot.botInfo = await api.getMe(ending.signal as Parameters<typeof api.getMe>[0])
      }).then(() => listen({ id: bot.botInfo.id, username: bot.botInfo.username }, hooks))
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<'late'>((settle) => {
        timer = setTimeout(() => settle('late'), startWaitMs)
      })
      const first = await Promise.race([begun, late])
      clearTimeout(timer)
      if (first !== 'late') return
      begun.catch((error: unknown) => {
        if (!ending.signal.aborted) log.error({ error: messageOf(error) }, 'Telegram could not be started')
      })
    },

    async stop(withinMs) {
      ending.abort()
      take = null
      const stopped = runner?.stop() ?? Promise.resolve()
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((settle) => {
        timer = setTimeout(settle, withinMs)
      })
      const idle = async (): Promise<void> => {
        await stopped
        while ((runner?.size() ?? 0) > 0) await new Promise((settle) => setTimeout(settle, 20))
        await Promise.allSettled([...handling])
      }
      await Promise.race([idle(), late])
      clearTimeout(timer)
    },
  }
}
