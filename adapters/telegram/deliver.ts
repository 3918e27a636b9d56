/** Messages that answer someone → parts sent in order into the chat; the chat's end or move is told. */
import type { Block, Message } from '../../src/messages/message.js'
import { plain } from '../../src/messages/spans.js'
import type { PlatformHooks, Receipt } from '../../src/platform.js'
import type { ChatAddress } from '../../src/subscribers/address.js'
import type { TelegramLog } from './log.js'
import type { Sending } from './send.js'
import { isAttachment, split } from './split.js'

export interface Place {
  address: ChatAddress
  /** Message to reply to. */
  replyTo: number | null
  /** Message to replace by the first part. */
  edit: number | null
  /** In place of the last part's own buttons. */
  extraMarkup?: object
  silent?: true
}

export interface Delivering {
  deliver(messages: readonly Message[], place: Place): Promise<void>
}

/** An answer waits its turn at most so long. */
const answerWaitMs = 120_000
const tries = 4
const longestPauseMs = 60_000

/** A part without what is attached to it; what stood alone is told by its name. */
function inWords(part: Message): Message {
  const blocks = part.blocks.flatMap((block): Block[] => {
    if (!isAttachment(block)) return [block]
    return part.blocks.length > 1 ? [] : [{ type: 'paragraph', spans: [plain(block.type === 'image' ? block.alt : block.name)] }]
  })
  return { ...part, blocks }
}

export interface DeliveringOptions extends Pick<PlatformHooks, 'chatEvent' | 'turn'> {
  sending: Sending
  log: TelegramLog
}

export function createDelivering(options: DeliveringOptions): Delivering {
  const { sending, log } = options
  const turn = options.turn ?? (async () => {})

  async function untilTaken(address: ChatAddress, send: (to: ChatAddress) => Promise<Receipt>): Promise<Receipt> {
    let receipt = await send(address)
    let to = address
    for (let n = 1; n < tries && receipt.outcome === 'refused' && !receipt.permanent && !receipt.botRefused; n++) {
      if (receipt.movedTo) {
        await options.chatEvent({ kind: 'moved', address: to, movedTo: receipt.movedTo })
        to = receipt.movedTo
      } else {
        const pause = receipt.retryAfterMs ?? 1_000 * 2 ** n
        if (pause > longestPauseMs) break
        await new Promise((settle) => setTimeout(settle, pause).unref())
      }
      receipt = await send(to)
    }
    return receipt
  }

  return {
    async deliver(messages, { address, replyTo, edit, extraMarkup, silent }) {
      const parts = messages.flatMap(split)
      for (const [index, part] of parts.entries()) {
        const first = index === 0
        const ways = {
          mostWaitMs: answerWaitMs,
          turn,
          ...(silent ? { silent } : {}),
          ...(first && replyTo !== null ? { replyTo: [String(replyTo)] } : {}),
          ...(index === parts.length - 1 && extraMarkup ? { extraMarkup } : {}),
        }
        let receipt: Receipt | null = null
        if (first && edit !== null && !part.blocks.some(isAttachment))
          receipt = await untilTaken(address, async (to) => {
            await turn()
            return sending.edit(to, [String(edit)], part)
          })
        // What can't be edited any more is said anew.
        if (receipt === null || (receipt.outcome === 'refused' && receipt.permanent && !receipt.gone))
          receipt = await untilTaken(address, (to) => sending.send(to, part, ways))
        // Where pictures or files are forbidden, the words still come.
        if (receipt.outcome === 'refused' && receipt.permanent && !receipt.gone && part.blocks.some(isAttachment))
          receipt = await untilTaken(address, (to) => sending.send(to, inWords(part), ways))
        if (receipt.outcome === 'sent') continue
        log.warn({ outcome: receipt.outcome, reason: receipt.reason }, 'an answer did not go out')
        if (receipt.outcome === 'refused' && receipt.gone) await options.chatEvent({ kind: 'gone', address, reason: receipt.reason })
        // A part whose fate is not known may have come; the rest still follows.
        if (receipt.outcome === 'refused') return
      }
    },
  }
}
