/** Who manages a chat, as Telegram says: asked only where a command needs it, remembered for a minute. */
import { type Api, GrammyError } from 'grammy'
import type { Chat, ChatMember } from 'grammy/types'
import { findCommand } from '../../src/commands/table.js'
import type { ChatStore } from '../../src/subscribers/chat.js'
import { addressOf, type Scene } from './updates.js'

/** A channel by its number, or by its public name ("@news"). */
export type ChannelName = number | string

export interface Rights {
  /** Whether who speaks manages the chat, as far as the command asks for it. */
  manages(scene: Scene, command: string): Promise<boolean>
  isAdmin(chat: number | string, user: number): Promise<boolean>
  /** The bot may write there. */
  canPost(chat: number, bot: number): Promise<boolean>
  /** Telegram told that the bot came into a channel, or went. */
  noted(channel: Pick<Chat, 'id' | 'username'>, inside: boolean): void
  /** Whether the bot is in a channel, as far as it was told; null: not known. Who is not in it may not ask about it. */
  isInside(channel: ChannelName): Promise<boolean | null>
}

const rememberedMs = 60_000

function isManager(member: ChatMember): boolean {
  return member.status === 'creator' || member.status === 'administrator'
}

export function createRights({ api, chats, now }: { api: Pick<Api, 'getChatMember'>; chats: Pick<ChatStore, 'standing'>; now: () => Date }): Rights {
  const known = new Map<string, { admin: boolean; until: number }>()
  const channels = new Map<string, boolean>()

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
    async manages({ address, kind, user, speaksAsChat }, command) {
      if (kind === 'private' || speaksAsChat) return true
      return user !== null && findCommand(command)?.who === 'manager' ? isAdmin(address.chat, user) : false
    },
    async canPost(chat, bot) {
      if (channels.get(String(chat)) === false) return false
      try {
        const member = await api.getChatMember(chat, bot)
        channels.set(String(chat), isManager(member))
        return member.status === 'administrator' && member.can_post_messages !== false
      } catch (error) {
        // Who may not ask is not in it; any other failure tells nothing.
        if (error instanceof GrammyError && [400, 403].includes(error.error_code)) channels.set(String(chat), false)
        return false
      }
    },
    noted({ id, username }, inside) {
      channels.set(String(id), inside)
      if (username) channels.set(`@${username.toLowerCase()}`, inside)
    },
    async isInside(channel) {
      const told = channels.get(String(channel).toLowerCase())
      if (told !== undefined || typeof channel === 'string') return told ?? null
      const standing = await chats.standing(addressOf(channel))
      return standing?.kind === 'channel' ? !standing.ended : null
    },
  }
}
