/** Messages that answer someone → parts sent in order into the chat; the chat's end or move is told. */
import type { Message } from '../../src/messages/message.js'
import type { ChatEvent, Receipt } from '../../src/platform.js'
import type { ChatAddress } from '../../src/subscribers/address.js'
import type { TelegramLog } from './log.js'
import type { Sending } from './send.js'
import { split } from './split.js'

export interface Place {
  address: ChatAddress
  /** Message to reply to. */
  replyTo: number | null
  /** Message to replace by the first part. */
  edit: number | null
  /** In place of the last part's own buttons. */
  extraMarkup?: object
}

export interface Delivering {
  deliver(messages: readonly Message[], place: Place): Promise<void>
}

/** An answer waits its turn at most so long. */
const answerWaitMs = 120_000
const tries = 4
const longestPauseMs = 60_000

export function createDelivering(options: { sending: Sending; chatEvent(event: ChatEvent): Promise<void>; log: TelegramLog }): Delivering {
  const { sending, log } = options

  async function untilTaken(address: ChatAddress, send: (to: ChatAddress) => Promise<Receipt>): Promise<Receipt> {
    let receipt = await send(address)
    let to = address
    for (let n = 1; n < tries && receipt.outcome === 'refused' && !receipt.permanent; n++) {
      if (receipt.movedTo) {
        await options.chatEvent({ kind: 'moved', address: to, movedTo: receipt.movedTo })
        to = receipt.movedTo
      } else {
        const pause = receipt.retryAfterMs ?? 1_000 * 2 ** n
        if (pause > longestPauseMs) break
        await new Promise((settle) => setTimeout(settle, pause))
      }
      receipt = await send(to)
    }
    return receipt
  }

  return {
    async deliver(messages, { address, replyTo, edit, extraMarkup }) {
      const parts = messages.flatMap(split)
      for (const [index, part] of parts.entries()) {
        const first = index === 0
        const withMarkup = index === parts.length - 1 && extraMarkup ? { extraMarkup } : {}
        let receipt: Receipt | null = null
        if (first && edit !== null && !part.blocks.some((block) => block.type === 'image'))
          receipt = await untilTaken(address, (to) => sending.edit(to, [String(edit)], part))
        // What can't be edited any more is said anew.
        if (receipt === null || (receipt.outcome === 'refused' && receipt.permanent && !receipt.gone))
          receipt = await untilTaken(address, (to) =>
            sending.send(to, part, { mostWaitMs: answerWaitMs, ...(first && replyTo !== null ? { replyTo: [String(replyTo)] } : {}), ...withMarkup }),
          )
        if (receipt.outcome === 'sent') continue
        log.warn({ outcome: receipt.outcome, reason: receipt.reason }, 'an answer did not go out')
        if (receipt.outcome === 'refused' && receipt.gone) await options.chatEvent({ kind: 'gone', address, reason: receipt.reason })
        // A part whose fate is not known may have come; the rest still follows.
        if (receipt.outcome === 'refused') return
      }
    },
  }
}
