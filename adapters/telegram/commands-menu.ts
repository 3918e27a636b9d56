/** The words of the interface → Telegram's menus: commands by language and kind of chat, and what the bot says of itself. */
import type { Api } from 'grammy'
import type { BotCommand, BotCommandScope } from 'grammy/types'
import { words } from '../../src/messages/words.js'
import { limits } from './limits.js'
import type { TelegramLog } from './log.js'

/** ISO 639-1; null: for everybody else. */
const languages = [null, 'ru', 'hy', 'az', 'ka', 'tr'] as const

const readers = [
  'latest',
  'ask',
  'digest',
  'topics',
  'timeline',
  'positions',
  'story',
  'calendar',
  'check',
  'cite',
  'subscribe',
  'settings',
  'follow',
  'following',
  'unsubscribe',
  'sources',
  'about',
  'help',
  'forget',
]
const groupReaders = ['latest', 'ask', 'digest', 'topics', 'timeline', 'positions', 'story', 'calendar', 'about']
const groupManagers = [...groupReaders, 'subscribe', 'settings', 'follow', 'following', 'unsubscribe', 'help']

const scopes: readonly [BotCommandScope, readonly string[]][] = [
  [{ type: 'all_private_chats' }, [...readers.slice(0, 15), 'channel', ...readers.slice(15)]],
  [{ type: 'all_group_chats' }, groupReaders],
  [{ type: 'all_chat_administrators' }, groupManagers],
]

function entries(names: readonly string[], lang: (typeof languages)[number]): BotCommand[] {
  const say = words(lang ?? 'en')
  return names.map((command) => ({ command, description: say(`command-${command}`).slice(0, limits.commandDescription) }))
}

/** What does not fit ends before its colon. */
function shortened(line: string): string {
  return line.length <= limits.shortDescription ? line : (line.split(/[:.]/)[0] ?? '').slice(0, limits.shortDescription)
}

/** Some thirty calls, one after the other: a menu that could not be set is no reason not to answer. */
export async function publishMenus(api: Api, log: TelegramLog, signal: AbortSignal): Promise<void> {
  const pass = signal as Parameters<Api['getMe']>[0]
  const calls: (() => Promise<unknown>)[] = [
    () => api.setChatMenuButton({ menu_button: { type: 'commands' } }, pass),
    ...languages.flatMap((lang) => {
      const language_code = lang ?? undefined
      const code = language_code === undefined ? {} : { language_code }
      const say = words(lang ?? 'en')
      return [
        ...scopes.map(
          ([scope, names]) =>
            () =>
              api.setMyCommands(entries(names, lang), { scope, ...code }, pass),
        ),
        () => api.setMyDescription(say('bot-description').slice(0, limits.description), code, pass),
        () => api.setMyShortDescription(shortened(say('help-line')), code, pass),
      ]
    }),
  ]
  for (const call of calls) {
    if (signal.aborted) return
    try {
      await call()
    } catch (error) {
      if (signal.aborted) return
      log.warn({ error: error instanceof Error ? error.message : String(error) }, "the bot's menus could not be set; the next start tries again")
      return
    }
  }
}
