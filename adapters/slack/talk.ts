/** Where and by whom something was said on Slack → an utterance of the port, and the messages that answer it. */

import type { Said } from '../../src/commands/typed.js'
import type { Message } from '../../src/messages/message.js'
import type { PlatformHooks, Utterance } from '../../src/platform.js'
import type { ChatAddress, PersonAddress } from '../../src/subscribers/address.js'
import type { HintsOf } from './hints.js'
import type { Client } from './send.js'

/** One conversation at one moment. */
export interface Talk {
  client: Client
  /** Team id; of an app installed for a whole organisation without a team, the organisation's. */
  workspace: string
  user: string
  /** Channel in which it was said, "" in App Home and in modals opened there. */
  channel: string
  /** The person's own conversation with the app. */
  private: boolean
  title: string | null
  /** Root of the thread in which it was said. */
  thread: string | null
}

/** Who may change what a channel gets: kept per channel; implemented in store/ through main.ts. */
export interface ChannelRules {
  /** True: only workspace admins; false: every member. */
  adminsOnly(workspace: string, channel: string): Promise<boolean>
  setAdminsOnly(workspace: string, channel: string, adminsOnly: boolean, by: PersonAddress): Promise<void>
}

export interface Talking {
  hints: HintsOf
  rules: ChannelRules
  hooks(): PlatformHooks
}

export function addressOf(talk: Pick<Talk, 'workspace' | 'user' | 'channel' | 'private'>): ChatAddress {
  // A private chat is addressed by the person: the same wherever he says it, also before the conversation exists.
  return { platform: 'slack', workspace: talk.workspace, chat: talk.private ? talk.user : talk.channel, thread: '' }
}

export function personOf({ workspace, user }: Pick<Talk, 'workspace' | 'user'>): PersonAddress {
  return { platform: 'slack', workspace, user }
}

/** Whether the person may change what this chat gets. */
export async function mayManage(talk: Talk, { hints, rules }: Pick<Talking, 'hints' | 'rules'>): Promise<boolean> {
  if (talk.private) return true
  const { workspaceAdmin, guest } = await hints.of(talk.client, talk.workspace, talk.user)
  if (workspaceAdmin) return true
  return !guest && !(await rules.adminsOnly(talk.workspace, talk.channel))
}

/** `key`: Slack's own id of this utterance. */
export async function utter(talk: Talk, said: Said & { unasked?: true }, key: string, talking: Talking): Promise<Message[]> {
  const { zone, language, workspaceAdmin } = await talking.hints.of(talk.client, talk.workspace, talk.user)
  const utterance: Utterance = {
    address: addressOf(talk),
    kind: talk.private ? 'private' : 'group',
    title: talk.title,
    person: personOf(talk),
    command: said.command,
    argument: said.argument,
    languageHint: language,
    zoneHint: zone,
    chatAdmin: await mayManage(talk, talking),
    workspaceAdmin,
    ...(said.unasked ? { unasked: true } : {}),
    idempotencyKey: key,
  }
  return talking.hooks().handle(utterance)
}
