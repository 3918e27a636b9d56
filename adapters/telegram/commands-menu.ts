/** The words of the interface → Telegram's menus: commands by language and kind of chat. */

import type { Api } from 'grammy'
import type { BotCommand, BotCommandScope } from 'grammy/types'
import { words } from '../../src/messages/words.js'
import { messageOf } from '../../src/text/error-message.js'
import { limits } from './limits.js'
import type { TelegramLog } from './log.js'

/** ISO 639-1; null: for everybody else. */
export const menuLanguages = [null, 'ru', 'hy', 'az', 'ka', 'tr'] as const

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
// Without settings and help: where the bot is the only one, the menu sends them without its name, and then they are not for it.
const groupManagers = [...groupReaders, 'subscribe', 'follow', 'following', 'unsubscribe']

const scopes: readonly [BotCommandScope, readonly string[]][] = [
  [{ type: 'all_private_chats' }, [...readers.slice(0, 15), 'channel', ...readers.slice(15)]],
  [{ type: 'all_group_chats' }, groupReaders],
  [{ type: 'all_chat_administrators' }, groupManagers],
]

function entries(names: readonly string[], lang: (typeof menuLanguages)[number]): BotCommand[] {
  const say = words(lang ?? 'en')
  return names.map((command) => ({ command, description: say(`command-${command}`).slice(0, limits.commandDescription) }))
}

/** Eighteen calls, one after the other: a menu that could not be set is no reason not to answer. */
export async function publishMenus(api: Api, log: TelegramLog, signal: AbortSignal): Promise<void> {
  const pass = signal as Parameters<Api['getMe']>[0]
  const calls = menuLanguages.flatMap((lang) =>
    scopes.map(
      ([scope, names]) =>
        () =>
          api.setMyCommands(entries(names, lang), { scope, ...(lang === null ? {} : { language_code: lang }) }, pass),
    ),
  )
  for (const call of calls) {
    if (signal.aborted) return
    try {
      await call()
    } catch (error) {
      if (signal.aborted) return
      log.warn({ error: messageOf(error) }, 'the menus could not be set; the next start tries again')
      return
    }
  }
}
