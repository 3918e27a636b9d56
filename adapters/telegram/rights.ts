/** Who manages a chat, as Telegram says: asked only where a command needs it, remembered for a minute. */
import type { Api } from 'grammy'
import type { ChatMember } from 'grammy/types'
import { findCommand } from '../../src/commands/table.js'
import type { Scene } from './updates.js'

export interface Rights {
  /** Whether who speaks manages the chat, as far as the command asks for it. */
  manages(scene: Scene, command: string): Promise<boolean>
  isAdmin(chat: number | string, user: number): Promise<boolean>
  /** The bot may write there. */
  canPost(chat: number | string, bot: number): Promise<boolean>
  /** A channel in which the bot was seen as an admin since the start: others are not asked about, which Telegram would refuse. */
  knows(channel: number): boolean
}

const rememberedMs = 60_000

function isManager(member: ChatMember): boolean {
  return member.status === 'creator' || member.status === 'administrator'
}

export function createRights(api: Pick<Api, 'getChatMember'>, now: () => Date): Rights {
  const known = new Map<string, { admin: boolean; until: number }>()
  const channels = new Set<string>()

  async function isAdmin(chat: number | string, user: number): Promise<boolean> {
    const key = `${chat}/${user}`
    const found = known.get(key)
    if (found && found.until > now().getTime()) return found.admin
    try {
      const admin = isManager(await api.getChatMember(chat, user))
      if (known.size > 5_000) known.clear()
      known.set(key, { admin, until: now().getTime() + rememberedMs })
      return admin
    } catch {
      // Who can't be asked about has no rights.
      return false
    }
  }

  return {
    isAdmin,
    async manages({ address, kind, user }, command) {
      // An anonymous admin, or a channel's own post: they speak as the chat.
      if (kind === 'private' || user === null) return true
      return findCommand(command)?.who === 'manager' ? isAdmin(address.chat, user) : false
    },
    async canPost(chat, bot) {
      try {
        const member = await api.getChatMember(chat, bot)
        const can = member.status === 'administrator' && member.can_post_messages !== false
        if (can) channels.add(String(chat))
        return can
      } catch {
        return false
      }
    },
    knows: (channel) => channels.has(String(channel)),
  }
}
