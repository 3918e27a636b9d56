/** Fields of what Slack sends that are read here; it leaves many out, depending on where a payload comes from. */
import type { Client } from './send.js'

export interface Base {
  client: Client
  context: {
    teamId?: string | undefined
    enterpriseId?: string | undefined
    botUserId?: string | undefined
    /** The workspace granted Slack's agent container. */
    agent?: boolean | undefined
  }
}
export interface Body {
  event_id?: string
  team_id?: string | null
  team?: { id?: string } | null
  enterprise_id?: string | null
  enterprise?: { id?: string } | null
  user?: { id?: string; team_id?: string }
  channel?: { id?: string; name?: string }
  container?: { type?: string; is_ephemeral?: boolean; thread_ts?: string; channel_id?: string }
  message?: { ts?: string; thread_ts?: string; text?: string; attachments?: unknown }
  authorizations?: { is_enterprise_install?: boolean }[]
  view?: { id: string; type?: string; callback_id: string; private_metadata: string; state: unknown; hash?: string }
  trigger_id?: string
  response_url?: string
  message_ts?: string
}
export interface Event {
  type: string
  user?: string | { id?: string; deleted?: boolean }
  channel?: string | { id?: string }
  channel_type?: string
  subtype?: string
  bot_id?: string
  text?: string
  attachments?: unknown
  ts?: string
  thread_ts?: string
  tab?: string
  message_ts?: string
  links?: { url: string }[]
  unfurl_id?: string
  /** "composer" while the message is still being written. */
  source?: string
  assistant_thread?: { user_id?: string; channel_id?: string; thread_ts?: string }
  old_channel_id?: string
  new_channel_id?: string
  tokens?: { bot?: string[] }
  /** Workspaces that an organisation took the app from. */
  team_ids?: string[]
}

/** Team id; where there is none, the organisation's. */
export function workspaceOf(body: Body, { context }: Base): string {
  return (
    context.teamId ?? body.team_id ?? body.team?.id ?? body.user?.team_id ?? context.enterpriseId ?? body.enterprise_id ?? body.enterprise?.id ?? ''
  )
}

/** What an event about the installation itself is about: the organisation where it is installed for all of it. */
export function installedAt(body: Body, base: Base): string {
  const whole = body.authorizations?.some((one) => one.is_enterprise_install === true)
  return (whole ? body.enterprise_id : null) ?? workspaceOf(body, base)
}

export function idOf(value: string | { id?: string } | undefined): string {
  return typeof value === 'string' ? value : (value?.id ?? '')
}
