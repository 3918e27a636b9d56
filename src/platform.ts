/** The port that every adapter implements: how a chat utters a command, how a message reaches it. */
import type { Message } from './messages/message.js'
import type { ChatAddress, ChatKind, PersonAddress } from './subscribers/address.js'

/** Something a person said or pressed, already understood as a command by name. */
export interface Utterance {
  address: ChatAddress
  kind: ChatKind
  person: PersonAddress
  /** Command name (`latest`) or "ask" for plain words. */
  command: string
  argument: string
  /** Interface language the platform reports for the person (ISO 639-1). */
  languageHint: string | null
  /** IANA zone the platform reports for the person. */
  zoneHint: string | null
  /** True when the person administers this chat on the platform. */
  chatAdmin: boolean
  /** Platform's own id of this utterance: an utterance is handled once. */
  idempotencyKey: string
}

/** Takes an utterance, gives what to answer; an empty list says nothing. */
export type Handle = (utterance: Utterance) => Promise<Message[]>

/** What became of one message part. `unknown`: the reply was lost, nobody can know. */
export type Receipt =
  | { outcome: 'sent'; messageIds: string[] }
  | { outcome: 'unknown'; reason: string }
  | { outcome: 'refused'; reason: string; permanent: boolean; gone?: boolean; movedTo?: ChatAddress; retryAfterMs?: number }

export interface SendOptions {
  silent?: boolean
  signal?: AbortSignal
}

export interface Platform {
  name: string
  start(handle: Handle): Promise<void>
  /** Splits a message into parts that each fit one message of the platform. */
  split(message: Message): Message[]
  send(address: ChatAddress, part: Message, options: SendOptions): Promise<Receipt>
  stop(): Promise<void>
}
