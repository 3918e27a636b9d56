/** What the outbox keeps: a delivery is one message part to one chat, `planned → sending → sent | unknown | refused`. */
import type { Pace } from '../src/platform.js'
import type { ChatAddress, ChatKind } from '../src/subscribers/address.js'
import type { QuietHours } from '../src/subscribers/schedule.js'
import type { StoredPart } from './shared-blocks.js'

/** A story that a part showed: up to which of its changes, and from which articles its sentences came. */
export interface Carried {
  story: number
  seq: number
  articles: number[]
}

export type DeliveryKind = 'edition' | 'alert' | 'draft' | 'correction' | 'notice'

/** A part to be written into the outbox. */
export interface NewDelivery {
  /** Unique for ever: `<subscription>:<slot>:<part>`. */
  key: string
  platform: string
  sender: string
  chatId: number
  part: number
  kind: DeliveryKind
  message: StoredPart
  silent: boolean
  carried: Carried[]
  notBefore: Date
  /** The delivery under which it belongs (an answer under its claim). */
  under?: number
}

/** A part that may be sent now: nothing older of its chat is open. */
export interface DueDelivery {
  id: number
  chatId: number
  address: ChatAddress
  chatKind: ChatKind
  kind: DeliveryKind
  part: number
  message: StoredPart
  silent: boolean
  /** Calls that were begun before. */
  attempts: number
  madeAt: Date
  /** Of an edition or an alert that is over five minutes late: the quiet hours of its chat. */
  quiet: (QuietHours & { zone: string }) | null
  /** Message ids of the edition's first part, and of what this belongs under. */
  firstPart: string[] | null
  replyTo: string[] | null
}

/** What became of a call. */
export type Closing =
  | { id: number; state: 'sent'; messageIds: string[] }
  | { id: number; state: 'unknown'; reason: string }
  | { id: number; state: 'refused'; reason: string }
  | { id: number; state: 'planned'; reason: string; notBefore: Date }

/** Who sends for a bot: the holder of its lease, with the number that grew when it took it. */
export interface Holder {
  lease: string
  owner: string
  fencing: number
}

/** Implemented in store/. */
export interface Outbox {
  /** Parts of one sender that may go now, oldest first; at most one of a chat, none of `except`. */
  due(sender: string, now: Date, options: { limit: number; except: readonly number[] }): Promise<DueDelivery[]>
  /** Commits `sending` before the call. Gives the ids that were still planned; none when the holder lost its lease. */
  begin(ids: readonly number[], holder: Holder, now: Date): Promise<number[]>
  /** Closes what this owner began, also where it was given up meanwhile; what was shown becomes the chat's seen-mark. */
  close(closings: readonly Closing[], owner: string, now: Date): Promise<void>
  /** `sending` rows of a sender that another owner began become `unknown`, or `planned` where sending them again changes nothing. Gives their number. */
  abandon(sender: string, owner: string, to: { state: 'unknown' | 'planned'; now: Date }): Promise<number>
  /** Planned parts that are to wait longer. */
  postpone(parts: readonly { id: number; notBefore: Date }[]): Promise<void>
  /**
   * Ends what is too late to be sent: parts of editions and drafts planned over twelve hours ago, alerts over six. What an ended edition
   * told is told by the next one of its subscription. Gives their number.
   */
  endLate(sender: string, now: Date): Promise<number>
  /** When an answer of a process that does not send for the bot may go, in ms from now: one after the other, by the pace of `Pace.others`. */
  turnBeside(sender: string, others: NonNullable<Pace['others']>): Promise<number>
  /** The sender's digests go out for so many ms from now: other processes answer more slowly. Gives after how many ms what they were promised before is over. */
  announce(sender: string, ms: number): Promise<number>
  /** The platform takes nothing from this bot, for a reason with its remedy; null: it does (again). */
  stop(sender: string, reason: string | null, now: Date): Promise<void>
  /** Senders that are stopped. */
  stopped(): Promise<ReadonlySet<string>>
  /** The instant of the next planned part of a sender; null: none. */
  nextAt(sender: string): Promise<Date | null>
}
