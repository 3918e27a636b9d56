/** The real bot over loopback, before the fake Bot API, with whatever handles its utterances; for the tests of this room. */
import { createTelegramPlatform } from '../../adapters/telegram/platform.js'
import type { Message } from '../../src/messages/message.js'
import { plain } from '../../src/messages/spans.js'
import type { ChatEvent, Platform, Utterance } from '../../src/platform.js'
import type { ChatStanding } from '../../src/subscribers/chat.js'
import { type FakeBotApi, openFakeBotApi, token } from './fake-bot-api.js'

export interface Running {
  api: FakeBotApi
  platform: Platform
  heard: Utterance[]
  events: ChatEvent[]
  logged: string[]
  /** What is known of a chat, by its number on the platform. */
  standings: Map<string, ChatStanding>
  /** What is answered; by default a line that names the command. */
  answer: (utterance: Utterance) => Message[] | Promise<Message[]>
  end(): Promise<void>
}

export function line(text: string, more: Partial<Message> = {}): Message {
  return { blocks: [{ type: 'paragraph', spans: [plain(text)] }], buttons: [], lang: 'en', ...more }
}

export async function openBot(options: { start?: boolean; webhook?: { url: string; secret: string }; token?: string } = {}): Promise<Running> {
  const api = await openFakeBotApi()
  const logged: string[] = []
  const note = (details: object, message: string): void => void logged.push(`${message} ${JSON.stringify(details)}`)
  const platform = createTelegramPlatform({
    token: options.token ?? token,
    apiRoot: `${api.root}/`,
    webhook: options.webhook ?? null,
    chats: { standing: async ({ chat }) => running.standings.get(chat) ?? null },
    handled: { first: async (_platform, key) => firstTime(key) },
    now: () => new Date(),
    log: { error: note, warn: note, info: note, debug: note },
    fetch,
  })
  const handled = new Set<string>()
  const firstTime = (key: string): boolean => handled.size < handled.add(key).size
  const running: Running = {
    api,
    platform,
    heard: [],
    events: [],
    logged,
    standings: new Map(),
    answer: ({ command, argument }) => [line(`${command} ${argument}`.trim())],
    async end() {
      await platform.stop(1_000)
      await api.close()
    },
  }
  if (options.start !== false)
    await platform.start({
      // As src/handle.ts: what was handled is not handled again.
      async handle(utterance) {
        if (!firstTime(utterance.idempotencyKey)) return []
        running.heard.push(utterance)
        return running.answer(utterance)
      },
      async chatEvent(event) {
        running.events.push(event)
      },
    })
  return running
}
