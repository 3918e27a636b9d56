/** What an admin sees of sending: numbers, what is stuck, unknown or refused, with reasons; never who reads what. */

export interface OutboxLine {
  delivery: number
  /** "telegram", the chat's own number of ours. */
  platform: string
  chat: number
  kind: string
  state: 'planned' | 'sending' | 'sent' | 'unknown' | 'refused'
  attempts: number
  reason: string | null
  notBefore: Date
  madeAt: Date
}

export interface OutboxCounts {
  planned: number
  sending: number
  /** Of the last 24 hours. */
  sent: number
  unknown: number
  refused: number
  /** Planned parts that are over ten minutes late. */
  stuck: number
}

/** What came to a chat at once. */
export interface InboxEntry {
  /** Unlike any other's of all chats; stays the same. */
  id: number
  kind: 'edition' | 'alert' | 'draft' | 'notice'
  at: Date
  /** As stored, in order. */
  messages: unknown[]
}

/** A bot from which its platform takes nothing: what is planned for it waits. */
export interface StoppedSender {
  /** "telegram:123456". */
  sender: string
  /** With the remedy; for the operator. */
  reason: string
  since: Date
}

/** Implemented in store/. */
export interface OutboxView {
  stopped(): Promise<StoppedSender[]>
  counts(now: Date): Promise<OutboxCounts>
  /** Stuck, unknown and refused, the newest first. */
  troubled(now: Date, limit: number): Promise<OutboxLine[]>
  /** Plans an unknown or refused delivery once more, on an admin's word. False: there is none such. */
  resend(delivery: number, now: Date): Promise<boolean>
  /** What a chat was sent, the newest first: an edition with all its parts, a correction in place of what it corrects. */
  inbox(chat: number, limit: number): Promise<InboxEntry[]>
  /** Messages of one edition of a chat, in order, as stored; empty when it is none of this chat's. */
  editionParts(edition: number, chat: number): Promise<{ message: unknown }[]>
}
