/** A direct conversation's id → whether it is the person's with the app, or one between people where a command was typed. */
import type { Client } from './send.js'

export interface OwnConversations {
  /** Learnt from an event: Slack delivers messages and App Home only of the app's own conversations. */
  learn(workspace: string, user: string, channel: string): void
  isOwn(client: Client, where: { workspace: string; user: string; channel: string }): Promise<boolean>
}

const most = 10_000

export function createOwnConversations(): OwnConversations {
  const known = new Map<string, string>()
  const learn: OwnConversations['learn'] = (workspace, user, channel) => {
    if (known.size > most) known.clear()
    known.set(`${workspace}/${user}`, channel)
  }
  return {
    learn,
    async isOwn(client, { workspace, user, channel }) {
      if (!channel.startsWith('D')) return false
      const key = `${workspace}/${user}`
      if (!known.has(key)) {
        const opened = await client.conversations.open({ users: user }).catch(() => null)
        if (opened?.channel?.id) learn(workspace, user, opened.channel.id)
      }
      return known.get(key) === channel
    },
  }
}
