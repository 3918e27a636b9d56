/** Who may what: owners, admins, managers of a chat; one-time links; forgetting a person. */
import type { ChatAddress, PersonAddress } from './address.js'
import type { Person } from './chat.js'

/** What roles need kept; implemented in store/. */
export interface PeopleStore {
  /** Owners and admins, owners first. */
  admins(): Promise<Person[]>
  hasOwner(): Promise<boolean>
  /** Everything kept about a person, and his private chat with all that hangs on it. Gives what was deleted, by kind. */
  forget(person: number, privateChat: number | null): Promise<{ subscriptions: number; follows: number; chats: number; person: boolean }>
  /** True once an admin has let the chat in (READOUT_ACCESS invite or list). */
  isAllowed(chat: number): Promise<boolean>
  allow(chat: number, allowed: boolean): Promise<void>
}

/** `own`: makes an owner; `invite`: lets a chat in; `login`: opens the admin pages of the web. */
export type LinkPurpose = 'own' | 'invite' | 'login'

/** Links of 128 random bits, stored hashed, one use, an hour; implemented in store/. */
export interface OneTimeLinks {
  /** Gives the code, which is not kept. */
  make(purpose: LinkPurpose, now: Date): Promise<string>
  /** True when the code was good until now; it is used up by that. */
  use(purpose: LinkPurpose, code: string, by: string, now: Date): Promise<boolean>
}

/** "telegram:123", "slack:T1/U1": how configuration, audit and commands name a person. */
export function personName({ platform, workspace, user }: PersonAddress): string {
  return `${platform}:${workspace ? `${workspace}/` : ''}${user}`
}

/** Workspaces whose own admins may change the sources, because the owner of this Readout said so. Implemented in store/. */
export interface WorkspaceRights {
  mayChangeSources(platform: string, workspace: string): Promise<boolean>
  letChangeSources(platform: string, workspace: string, yes: boolean, now: Date): Promise<void>
}

/** "telegram:123", "slack:T1/U1", or a user alone on the platform it is said on ("123", "<@U1>"); null for anything else. */
export function parsePerson(text: string, here: Pick<PersonAddress, 'platform' | 'workspace'>): PersonAddress | null {
  const named = /^(telegram|slack|terminal|web):(?:([\w-]+)\/)?([\w-]+)$/i.exec(text.trim())
  if (named) {
    const platform = named[1]?.toLowerCase() ?? ''
    return { platform, workspace: named[2] ?? (platform === here.platform ? here.workspace : ''), user: named[3] ?? '' }
  }
  const alone = /^(?:<@)?([\w-]+)(?:\|[^>]*)?>?$/.exec(text.trim())
  return alone?.[1] ? { ...here, user: alone[1] } : null
}

/** A chat as audit and admins name it. */
export function chatName({ platform, workspace, chat, thread }: ChatAddress): string {
  return `${platform}:${workspace ? `${workspace}/` : ''}${chat}${thread ? `/${thread}` : ''}`
}
