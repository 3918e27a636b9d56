/** How the sources are → what owners and admins hear in private: at once what cannot wait, once a week the rest. */
import { urgentSourceNotice, weeklySourceReport } from '../src/commands/source-notices.js'
import type { Message } from '../src/messages/message.js'
import { interfaceLanguage, words } from '../src/messages/words.js'
import type { Platform } from '../src/platform.js'
import type { SourceStore } from '../src/sources/source-store.js'
import type { Chat, ChatStore } from '../src/subscribers/chat.js'
import type { PeopleStore } from '../src/subscribers/people.js'
import type { NewDelivery } from './outbox.js'

export interface NoticeOptions {
  sources: SourceStore
  people: Pick<PeopleStore, 'admins'>
  chats: Pick<ChatStore, 'chat'>
  settings: { get(name: string): Promise<unknown>; set(name: string, value: unknown, now: Date): Promise<void> }
  save(deliveries: readonly NewDelivery[], now: Date): Promise<void>
  /** Those that run, by name. */
  platforms: ReadonlyMap<string, Pick<Platform, 'name' | 'sender'>>
  zone: string
}

const weekMs = 7 * 86_400_000
const lastWeekly = 'last-weekly-source-report'

/** The private chats of owners and admins on the platforms that run. */
async function adminChats(now: Date, { people, chats, platforms }: NoticeOptions): Promise<Chat[]> {
  const reachable = (await people.admins()).filter(({ address }) => address.platform !== 'terminal' && platforms.has(address.platform))
  return Promise.all(
    // A private chat has its person's id; Slack opens the direct message by it.
    reachable.map(({ address: { platform, workspace, user } }) => chats.chat({ platform, workspace, chat: user, thread: '' }, 'private', now)),
  )
}

function delivery(kind: string, chat: Chat, message: Message, now: Date, options: NoticeOptions): NewDelivery[] {
  const platform = options.platforms.get(chat.address.platform)
  if (!platform) return []
  const key = `${kind}:${chat.id}:${now.toISOString()}`
  return [
    {
      key,
      platform: platform.name,
      sender: platform.sender,
      chatId: chat.id,
      part: 0,
      kind: 'notice',
      message,
      silent: true,
      carried: [],
      notBefore: now,
    },
  ]
}

/** To be called after each round of polling. Gives the number of notices written into the outbox. */
export async function noticeAdmins(now: Date, options: NoticeOptions): Promise<number> {
  const chats = await adminChats(now, options)
  const first = chats[0]
  if (!first) return 0
  const hearer = (chat: Chat) => {
    const lang = interfaceLanguage(chat.settings.lang)
    return { now, lang, zone: chat.settings.zone ?? options.zone, say: words(lang) }
  }
  // What was told is remembered once for all of them, so it is said once, in the first one's language.
  const urgent = await urgentSourceNotice(options, hearer(first))
  const made = urgent ? chats.flatMap((chat) => delivery('sources-urgent', chat, urgent, now, options)) : []
  const last = Date.parse(String((await options.settings.get(lastWeekly)) ?? ''))
  // One that lies ahead was written while the clock was wrong.
  if (!(Math.abs(now.getTime() - last) < weekMs)) {
    await options.settings.set(lastWeekly, now.toISOString(), now)
    // The first week begins with the first round.
    if (Number.isFinite(last))
      for (const chat of chats) made.push(...delivery('sources-weekly', chat, await weeklySourceReport(options, hearer(chat)), now, options))
  }
  if (made.length > 0) await options.save(made, now)
  return made.length
}
