/** A conversation on the web page → its chat, in memory only: nothing of a reader is kept, and no reader hears another's follow-ups. */
import type { CommandPorts } from '../../src/commands/command.js'
import type { Chat, ChatStore, Person } from '../../src/subscribers/chat.js'
import { limits } from './limits.js'
import { isKey, newKey } from './personal.js'

interface Kept {
  chat: Chat
  list: number[]
}

/** Ids are negative: no chat or person of the store has such a one. */
function createReaderChats(): ChatStore {
  const kept = new Map<string, Kept>()
  const byId = new Map<number, Kept>()
  let last = 0
  return {
    async chat(address, kind) {
      const known = kept.get(address.chat)
      if (known) return known.chat
      last--
      const made: Kept = { chat: { id: last, address, kind, title: null, settings: { lang: null, zone: null, languagesRead: [] } }, list: [] }
      kept.set(address.chat, made)
      byId.set(last, made)
      const oldest = kept.size > limits.conversations ? kept.entries().next().value : undefined
      if (oldest) {
        kept.delete(oldest[0])
        byId.delete(oldest[1].chat.id)
      }
      return made.chat
    },
    standing: async () => null,
    async saveTitle() {},
    async saveSettings() {},
    person: async (address): Promise<Person> => ({ id: -1, address, role: 'reader' }),
    async setRole() {},
    async markSeen() {},
    async saveList(chat, stories) {
      const known = byId.get(chat)
      if (known) known.list = [...stories]
    },
    lastList: async (chat) => byId.get(chat)?.list ?? [],
  }
}

/** What each conversation is about, for the minutes that follow-ups need. */
function createReaderTalks(): CommandPorts['conversations'] {
  const kept = new Map<number, { lines: Awaited<ReturnType<CommandPorts['conversations']['last']>>; until: number }>()
  async function forgetExpired(now: Date): Promise<number> {
    const gone = [...kept].filter(([, { until }]) => until <= now.getTime())
    for (const [chat] of gone) kept.delete(chat)
    return gone.length
  }
  return {
    async last(chat, now) {
      await forgetExpired(now)
      return kept.get(chat)?.lines ?? []
    },
    async remember({ chat, lines }, { now, until }) {
      await forgetExpired(now)
      kept.delete(chat)
      kept.set(chat, { lines: [...lines], until: until.getTime() })
      const oldest = kept.size > limits.conversations ? kept.keys().next().value : undefined
      if (oldest !== undefined) kept.delete(oldest)
    },
    forgetExpired,
  }
}

/** What commands may use when a reader of the web page says them. A page leads to others by itself: its messages need no links to them. */
export function readerPorts(ports: CommandPorts): CommandPorts {
  return { ...ports, chats: createReaderChats(), conversations: createReaderTalks(), web: { ...ports.web, publicUrl: null } }
}

/** Commands that need no chat of one's own; any other is for Telegram and Slack. */
export const readerCommands: ReadonlySet<string> = new Set([
  'start',
  'ask',
  'latest',
  'timeline',
  'positions',
  'calendar',
  'topics',
  'story',
  'cite',
  'check',
  'digest',
  'sources',
  'about',
])

/** The conversation that a form or an address names; a new one, unlike any other, where it names none. */
export function conversationOf(given: unknown): string {
  return typeof given === 'string' && isKey(given) ? given : newKey()
}
