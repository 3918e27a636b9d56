/** What the Bot API answered, or how the connection ended → a receipt: one table of everything that delivery can meet. */
import { GrammyError, HttpError } from 'grammy'
import type { Receipt, Refusal } from '../../src/platform.js'
import type { ChatAddress } from '../../src/subscribers/address.js'

/** What a refusal means. `gone`: the chat can't be reached any more. `retry`: worth another try. `done`: what was wanted is so already. `token`: nothing is taken from this bot. */
type Meaning = 'gone' | 'refused' | 'token' | 'retry' | 'moved' | 'unknown' | 'done'

interface Row {
  code: number | 'any'
  /** Of the description, without its "Bad Request: " or "Forbidden: ". */
  says: RegExp
  means: Meaning
}

/**
 * Texts as in telegram-bot-api's Client.cpp (fail_query_with_error and callers) and TDLib's error names.
 * The first row that fits decides; the last rows of a code are for what it does not name.
 */
export const errorTable: readonly Row[] = [
  // the chat is no more
  { code: 403, says: /bot was blocked by the user/i, means: 'gone' },
  { code: 403, says: /user is deactivated/i, means: 'gone' },
  { code: 403, says: /bot was kicked from the/i, means: 'gone' },
  { code: 403, says: /bot is not a member of the/i, means: 'gone' },
  { code: 403, says: /the (?:super)?group chat was deleted/i, means: 'gone' },
  { code: 403, says: /bot can't initiate conversation with a user/i, means: 'gone' },
  { code: 403, says: /bot can't send messages to (?:bots|the user)/i, means: 'gone' },
  { code: 403, says: /USER_IS_BLOCKED|YOU_BLOCKED_USER|USER_IS_BOT|INPUT_USER_DEACTIVATED|CHANNEL_PRIVATE|CHAT_FORBIDDEN/i, means: 'gone' },
  {
    code: 400,
    says: /chat not found|user not found|(?:PEER|CHAT|USER)_ID_INVALID|INPUT_USER_DEACTIVATED|USER_IS_BLOCKED|YOU_BLOCKED_USER|USER_IS_BOT|CHANNEL_(?:PRIVATE|INVALID)|CHAT_FORBIDDEN/i,
    means: 'gone',
  },
  { code: 400, says: /message thread not found|TOPIC_DELETED|TOPIC_ID_INVALID|TOPIC_NOT_FOUND/i, means: 'gone' },
  // it lives on elsewhere
  { code: 400, says: /group chat was upgraded to a supergroup/i, means: 'moved' },
  // its people can mend it
  { code: 400, says: /TOPIC_CLOSED/i, means: 'refused' },
  {
    code: 400,
    says: /not enough rights|have no rights to send|need administrator rights|CHAT_ADMIN_REQUIRED|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|CHAT_(?:GUEST_)?SEND_(?:\w+_)?FORBIDDEN|USER_BANNED_IN_CHANNEL|ALLOW_PAYMENT_REQUIRED|PRIVACY_PREMIUM_REQUIRED/i,
    means: 'refused',
  },
  {
    code: 403,
    says: /not enough rights|have no rights to send|need administrator rights|CHAT_\w*(?:WRITE|SEND)\w*_FORBIDDEN|ALLOW_PAYMENT_REQUIRED|PRIVACY_PREMIUM_REQUIRED/i,
    means: 'refused',
  },
  // edits
  { code: 400, says: /message is not modified|MESSAGE_NOT_MODIFIED/i, means: 'done' },
  {
    code: 400,
    says: /message to (?:edit|delete|be replied|reply|pin) not found|repl\w+ message not found|message can't be (?:edited|deleted)|MESSAGE_(?:ID_INVALID|AUTHOR_REQUIRED|EDIT_TIME_EXPIRED|DELETE_FORBIDDEN)|no (?:text|caption) in the message|message is too old/i,
    means: 'refused',
  },
  // what we wrote
  {
    code: 400,
    says: /must be non-empty|(?:text|chat_id) is empty|message is too long|caption is too long|MESSAGE_(?:TOO_LONG|EMPTY)|CAPTION_TOO_LONG|can't parse|ENTIT(?:Y|IES)_|BUTTON_|reply markup|REPLY_MARKUP_|too much|too big|wrong (?:remote )?(?:file|type)|PHOTO_|IMAGE_PROCESS|FILE_|failed to get HTTP URL|WEBPAGE_|web page/i,
    means: 'refused',
  },
  { code: 413, says: /./, means: 'refused' },
  // a button pressed, a query asked too long ago
  { code: 400, says: /query is too old|QUERY_ID_INVALID/i, means: 'refused' },
  // the bot, the server
  { code: 401, says: /./, means: 'token' },
  { code: 404, says: /./, means: 'token' },
  { code: 409, says: /./, means: 'retry' },
  { code: 420, says: /./, means: 'retry' },
  { code: 429, says: /./, means: 'retry' },
  { code: 500, says: /message was immediately deleted|request aborted/i, means: 'unknown' },
  // A gateway that did not hear the server's answer does not know what the server did.
  { code: 502, says: /./, means: 'unknown' },
  { code: 504, says: /./, means: 'unknown' },
  { code: 400, says: /./, means: 'refused' },
  { code: 403, says: /./, means: 'refused' },
  { code: 'any', says: /./, means: 'retry' },
]

/** A revoked token, or a server that is none of Telegram's, is mended by hand. */
function tokenRefused(answer: string): string {
  return `Telegram refuses TELEGRAM_BOT_TOKEN now (${answer}; revoked?): copy it anew from @BotFather and start again`
}

/** What names a failure before any byte of the request left: nothing can have arrived. */
const notConnected = /\breason: (?:connect|getaddrinfo)\b|before secure TLS connection was established|\b(?:certificate|self.signed|SSL routines)\b/i

function meaningOf(code: number, description: string): Meaning {
  return errorTable.find((row) => (row.code === code || row.code === 'any') && row.says.test(description || '-'))?.means ?? 'retry'
}

function apiReceipt(error: GrammyError, address: ChatAddress): Receipt {
  const { error_code: code, description, parameters } = error
  const reason = `${code} ${description}`
  const base: Refusal = { outcome: 'refused', reason, permanent: true }
  switch (meaningOf(code, description)) {
    case 'gone':
      return { ...base, gone: true }
    case 'moved': {
      const to = parameters.migrate_to_chat_id
      return to === undefined ? base : { ...base, permanent: false, movedTo: { ...address, chat: String(to) } }
    }
    case 'refused':
      return base
    case 'done':
      return { outcome: 'sent', messageIds: [] }
    case 'unknown':
      return { outcome: 'unknown', reason }
    case 'token':
      return { ...base, permanent: false, botRefused: tokenRefused(reason) }
    case 'retry':
      return { ...base, permanent: false, ...(parameters.retry_after === undefined ? {} : { retryAfterMs: parameters.retry_after * 1000 }) }
  }
}

/** Why no call of this bot is answered, with the remedy; null: this error says no such thing. */
export function tokenFault(error: unknown): string | null {
  if (!(error instanceof GrammyError) || meaningOf(error.error_code, error.description) !== 'token') return null
  return tokenRefused(`${error.error_code} ${error.description}`)
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : ''
}

/** True: the network failed, not Telegram's word. */
export function isNetworkError(error: unknown): boolean {
  return error instanceof HttpError
}

/** Network trouble in words that hold no token (grammY's own hold the address). */
export function networkReason(error: unknown): string {
  const inner = error instanceof HttpError ? error.error : error
  const code = codeOf(inner)
  const text = inner instanceof Error ? inner.message : ''
  if (/invalid json/i.test(text)) return 'the reply was no JSON (a gateway between here and Telegram?)'
  const kind = notConnected.test(text) ? 'no connection' : 'the connection broke before the reply'
  return code ? `${kind} (${code})` : kind
}

/** A failed call → its receipt. Never throws. */
export function receiptOf(error: unknown, address: ChatAddress): Receipt {
  if (error instanceof GrammyError) return apiReceipt(error, address)
  const inner = error instanceof HttpError ? error.error : error
  const reason = networkReason(error)
  if (inner instanceof Error && notConnected.test(inner.message)) return { outcome: 'refused', reason, permanent: false }
  return { outcome: 'unknown', reason }
}
