/** What the Web API answered, or did not → a receipt. One table of platform errors (docs.slack.dev: errors of chat.postMessage, chat.update, conversations.join). */
import type { Receipt, Refusal } from '../../src/platform.js'

type Kind =
  /** Never by trying again. */
  | 'permanent'
  /** The chat or the workspace can't be reached any more. */
  | 'gone'
  /** Not taken now; worth another try. */
  | 'later'
  /** Slack takes nothing with this token. */
  | 'token'
  /** Slack itself says that some of it may have happened. */
  | 'unknown'

/** Every error that we know how to take; others are permanent refusals of this one message. */
export const platformErrors: Readonly<Record<string, Kind>> = {
  // the chat
  channel_not_found: 'gone',
  is_archived: 'gone',
  channel_is_archived: 'gone',
  user_disabled: 'gone',
  user_not_found: 'gone',
  cannot_dm_bot: 'gone',
  messages_tab_disabled: 'gone',
  not_in_channel: 'permanent',
  user_not_in_channel: 'permanent',
  restricted_action: 'permanent',
  restricted_action_read_only_channel: 'permanent',
  restricted_action_thread_only_channel: 'permanent',
  restricted_action_non_threadable_channel: 'permanent',
  restricted_action_thread_locked: 'permanent',
  channel_type_not_supported: 'permanent',
  method_not_supported_for_channel_type: 'permanent',
  is_inactive: 'gone',
  // the workspace: whether its token is the operator's to mend, or it removed the app, send.ts finds out
  account_inactive: 'token',
  token_revoked: 'token',
  token_expired: 'token',
  invalid_auth: 'token',
  not_authed: 'token',
  team_not_found: 'gone',
  team_access_not_granted: 'gone',
  two_factor_setup_required: 'later',
  enterprise_is_restricted: 'permanent',
  org_login_required: 'later',
  ekm_access_denied: 'permanent',
  missing_scope: 'permanent',
  no_permission: 'permanent',
  not_allowed_token_type: 'permanent',
  access_denied: 'permanent',
  deprecated_endpoint: 'permanent',
  method_deprecated: 'permanent',
  unknown_method: 'permanent',
  // the message
  invalid_blocks: 'permanent',
  invalid_blocks_format: 'permanent',
  invalid_arguments: 'permanent',
  invalid_arg_name: 'permanent',
  invalid_array_arg: 'permanent',
  invalid_charset: 'permanent',
  invalid_form_data: 'permanent',
  invalid_json: 'permanent',
  invalid_post_type: 'permanent',
  missing_post_type: 'permanent',
  msg_too_long: 'permanent',
  msg_blocks_too_long: 'permanent',
  no_text: 'permanent',
  message_not_found: 'permanent',
  cant_update_message: 'permanent',
  cannot_reply_to_message: 'permanent',
  edit_window_closed: 'permanent',
  file_not_found: 'permanent',
  thread_not_found: 'permanent',
  duplicate_channel_not_found: 'permanent',
  duplicate_message_not_found: 'permanent',
  // the moment
  ratelimited: 'later',
  rate_limited: 'later',
  message_limit_exceeded: 'later',
  service_unavailable: 'later',
  request_timeout: 'later',
  team_added_to_org: 'later',
  accesslimited: 'later',
  internal_error: 'unknown',
  fatal_error: 'unknown',
}

/** No connection was made, so that nothing was written. */
const unconnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])
const minuteMs = 60_000

interface Shaped {
  code?: unknown
  data?: { error?: unknown }
  statusCode?: unknown
  retryAfter?: unknown
  original?: unknown
  cause?: unknown
  message?: unknown
}

const shaped = (error: unknown): Shaped => (typeof error === 'object' && error !== null ? error : { message: String(error) })

/** Slack's own word for what went wrong ("is_archived"); null where the answer was none of Slack's. */
export function platformError(error: unknown): string | null {
  const { data } = shaped(error)
  // A page instead of JSON comes as an "error" too.
  return typeof data?.error === 'string' && /^[a-z][a-z0-9_.-]{1,80}$/.test(data.error) ? data.error : null
}

/** The innermost code of a failed connection: fetch wraps it once or twice. */
function connectionCode(error: unknown): string {
  for (let at: unknown = error, depth = 0; at && depth < 5; depth++) {
    const { code, original, cause } = shaped(at)
    if (typeof code === 'string' && /^[A-Z_]+$/.test(code)) return code
    at = original ?? cause
  }
  return ''
}

function refused(reason: string, more: Partial<Refusal> = {}): Refusal {
  return { outcome: 'refused', reason, permanent: false, ...more }
}

/** For the operator of a workspace that is configured by token. */
export function tokenRefused(answer: string): string {
  return `Slack refuses SLACK_BOT_TOKEN now (${answer}): copy it anew from "OAuth & Permissions" and start again`
}

/** A failed call → what is known about it. */
export function receiptOf(error: unknown): Exclude<Receipt, { outcome: 'sent' }> {
  const named = platformError(error)
  if (named) {
    const kind = platformErrors[named] ?? 'permanent'
    if (kind === 'unknown') return { outcome: 'unknown', reason: named }
    return refused(named, {
      permanent: kind !== 'later' && kind !== 'token',
      ...(kind === 'token' ? { botRefused: tokenRefused(named) } : {}),
      ...(kind === 'gone' ? { gone: true } : {}),
      ...(named === 'message_limit_exceeded' || named === 'accesslimited' ? { retryAfterMs: minuteMs } : {}),
    })
  }
  const { code, statusCode, retryAfter } = shaped(error)
  if (code === 'slack_webapi_rate_limited_error')
    return refused('ratelimited', { retryAfterMs: Math.max(1, typeof retryAfter === 'number' ? retryAfter : 1) * 1_000 })
  // Slack answers what it processed with 200; another status comes from what stands before it. 504: it may still be at work behind.
  if (code === 'slack_webapi_http_error')
    return statusCode === 504 ? { outcome: 'unknown', reason: 'HTTP 504' } : refused(`HTTP ${String(statusCode)}`, { permanent: statusCode === 413 })
  const connection = connectionCode(error)
  if (unconnected.has(connection)) return refused(connection)
  return { outcome: 'unknown', reason: connection || 'the reply could not be read' }
}
