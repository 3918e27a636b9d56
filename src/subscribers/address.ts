/** Where a chat and a person are on a platform. */

/** A chat's address. `thread`: forum topic or Slack thread, "" elsewhere. `workspace`: Slack team, "" elsewhere. */
export interface ChatAddress {
  platform: string
  workspace: string
  chat: string
  thread: string
}

export interface PersonAddress {
  platform: string
  workspace: string
  user: string
}

/** What kind of chat it is; decides greetings, personal buttons and who may change settings. */
export type ChatKind = 'private' | 'group' | 'channel'
