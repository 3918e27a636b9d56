/** The port that every adapter implements: how a chat utters a command, how a message reaches it, what became of it. */
import type { Message } from './messages/message.js'
import type { ChatAddress, ChatKind, PersonAddress } from './subscribers/address.js'

/** Something a person said or pressed, already understood as a command by name. */
export interface Utterance {
  address: ChatAddress
  kind: ChatKind
  /** The chat's own title, where it has one. */
  title: string | null
  person: PersonAddress
  /** Command name (`latest`), or "ask" for plain words. */
  command: string
  argument: string
  /** Interface language the platform reports for the person (ISO 639-1). */
  languageHint: string | null
  /** IANA zone the platform reports for the person. */
  zoneHint: string | null
  /** True when the person administers this chat on the platform; always true in a private chat. */
  chatAdmin: boolean
  /** True when the person runs the whole workspace on the platform; absent where it has no workspaces. */
  workspaceAdmin?: boolean
  /** Nobody asked for it (a page that is always there, the preview of a link): what it tells does not count as seen. */
  unasked?: true
  /** Platform's own id of this utterance: an utterance is handled once, however often it is delivered. */
  idempotencyKey: string
}

/** Takes an utterance, gives what to answer; an empty list says nothing. Never throws for wrong words: those are answered. */
export type Handle = (utterance: Utterance) => Promise<Message[]>

/**
 * What happened to a chat that nobody typed. `gone`: blocked, kicked, deleted, archived. `back`: unblocked or added again.
 * `left`: a whole workspace removed the app or took its token back.
 */
export type ChatEvent =
  | { kind: 'gone'; address: ChatAddress; reason: string }
  | { kind: 'back'; address: ChatAddress }
  | { kind: 'moved'; address: ChatAddress; movedTo: ChatAddress }
  | { kind: 'left'; platform: string; workspace: string; reason: string }

/** What an adapter calls while it runs. */
export interface PlatformHooks {
  handle: Handle
  chatEvent(event: ChatEvent): Promise<void>
  /**
   * Resolves when the bot may write one more message: answers and digests share its pace, and an answer waits behind one digest at most.
   * Absent: nothing else is written.
   */
  turn?(): Promise<void>
  /** True while this process sends for the bot: the one that asks for updates where only one may. Absent: it is the only one. */
  holds?(): boolean
}

/** What became of one message part. */
export type Receipt =
  /** The platform's ids of what it accepted, in order; what `edit` and threads need. */
  | { outcome: 'sent'; messageIds: string[] }
  /** The request was written and the reply was lost: nobody can know. Never sent again. */
  | { outcome: 'unknown'; reason: string }
  | Refusal

/** The platform certainly did not take it. */
export interface Refusal {
  outcome: 'refused'
  /** The platform's own words, no token in them. */
  reason: string
  /** False: worth another try (rate limit, 5xx before it was processed, no connection made). */
  permanent: boolean
  /** The chat can't be reached any more (blocked, kicked, deleted, archived, token revoked): its subscriptions end. */
  gone?: boolean
  /** The chat lives on at another address (a group became a supergroup): sent there at once. */
  movedTo?: ChatAddress
  /** Rate limit: not again before so many ms. */
  retryAfterMs?: number
  /** Why, with the remedy: the platform takes nothing from this bot at all (its token was revoked). Nothing more is sent until `check` gives null. */
  botRefused?: string
}

export interface SendOptions {
  /** No sound on the reader's side, where the platform can. */
  silent?: boolean
  /** Message ids of the first part of the same edition, for platforms that thread the rest under it. */
  firstPart?: readonly string[]
  /** Message ids of what this replies to (an alert's answer follows its claim in the same thread). */
  replyTo?: readonly string[]
  /** Aborted: stop waiting; what was already written is `unknown`. */
  signal?: AbortSignal
}

/** What one sender may send, kept by the outbox: adapters need no pacing of their own for digests. */
export interface Pace {
  /** Calls a second over all chats; null: no such limit. */
  perSecond: number | null
  /** Calls a second to one chat. */
  perChatPerSecond: number
  /** Calls in any 60 s to one chat that is no private one; null: no such limit. */
  perGroupPerMinute: number | null
  /** Answers a second of all processes but the sender's: beside digests (what `perSecond` leaves of the platform's limit), and while none go out. Absent: not limited. */
  others?: { beside: number; alone: number }
}

export interface Platform {
  /** As in addresses: `telegram`, `slack`, `terminal`, `web`. */
  name: string
  /** Which bot this is, never its token ("telegram:123456"): one process at a time sends for it. */
  sender: string
  pace: Pace
  /** True: sending a part again changes nothing, so that a call that was cut short is simply made again. */
  repeatable?: true
  /** Starts listening; resolves once it listens. Rejects when the token or configuration is wrong, naming the variable. */
  start(hooks: PlatformHooks): Promise<void>
  /** Splits a message at its breaks into parts that each fit one message of the platform; blocks that need no cut stay the same objects. */
  split(message: Message): Message[]
  /** Sends one part. Never throws for what the platform did or did not answer: that is the receipt. */
  send(address: ChatAddress, part: Message, options: SendOptions): Promise<Receipt>
  /** Replaces what was sent; absent where the platform can't. `permanent` refusal: it can't be edited any more. */
  edit?(address: ChatAddress, messageIds: readonly string[], part: Message): Promise<Receipt>
  /** Requests that the HTTP server hands over: it checks them itself (secret, signature), so no host is refused there. */
  requests?: { path: string; answer(request: Request): Promise<Response> }
  /** How a person opens this bot with a start payload ("https://t.me/bot?start=own_…", "/readout own …"); null before `start`. */
  startLink?(payload: string): string | null
  /** Asks whether the platform takes this bot (again); null: it does, else why not, with the remedy. Posts nothing. Never throws. */
  check?(): Promise<string | null>
  /** Why nothing comes in now, for health; null: all is well. */
  trouble?(): string | null
  /** Stops listening and waits for handlers that run, at most `withinMs`. */
  stop(withinMs: number): Promise<void>
}
