/** A message part → one call of the Bot API → its receipt. What was written and not answered is never written again. */
import { type Api, InputFile } from 'grammy'
import type { Message } from '../../src/messages/message.js'
import type { Receipt, SendOptions } from '../../src/platform.js'
import type { ChatAddress } from '../../src/subscribers/address.js'
import { isNetworkError, receiptOf } from './errors.js'
import type { Gate } from './gate.js'
import type { Keyboards } from './keyboard.js'
import { limits } from './limits.js'
import type { Link } from './link.js'
import { type Rendered, render } from './render.js'
import { isAttachment } from './split.js'

export interface SendPorts {
  api: Api
  keyboards: Keyboards
  gate: Gate
  link: Link
}

/** What an answer has beside a digest. */
interface AnswerOptions extends SendOptions {
  mostWaitMs?: number
  /** In place of the part's own buttons. */
  extraMarkup?: object
  /** Waits for a slot of the bot's overall pace, which the outbox keeps for digests. */
  turn?: () => Promise<void>
}

export interface Sending {
  send(address: ChatAddress, part: Message, options: AnswerOptions): Promise<Receipt>
  edit(address: ChatAddress, messageIds: readonly string[], part: Message): Promise<Receipt>
}

/** A digest that would wait longer goes back to the outbox, which knows better what to send meanwhile. */
const digestWaitMs = 5_000

type Signal = Parameters<Api['sendMessage']>[3]

/** A caption's text; what is longer is cut (the splitter leaves nothing to cut). */
function caption({ text, entities }: Rendered): Rendered {
  if (text.length <= limits.caption) return { text, entities }
  const cut = text.slice(0, limits.caption - 1).replace(/[\ud800-\udbff]$/, '')
  return { text: `${cut}…`, entities: entities.filter((entity) => entity.offset + entity.length <= cut.length) }
}

export function createSending({ api, keyboards, gate, link }: SendPorts): Sending {
  const channels = new Map<string, boolean>()

  async function attempt(address: ChatAddress, write: () => Promise<string[]>): Promise<Receipt> {
    if (!(await link.reachable())) return { outcome: 'refused', reason: 'Telegram cannot be reached', permanent: false }
    try {
      const messageIds = await write()
      link.restored()
      return { outcome: 'sent', messageIds }
    } catch (error) {
      if (isNetworkError(error)) link.lost()
      const receipt = receiptOf(error, address)
      if (receipt.outcome === 'refused' && receipt.retryAfterMs !== undefined) gate.hold(address.chat, receipt.retryAfterMs)
      return receipt
    }
  }

  /** What is pressed in a channel would be answered before all its readers: a channel's messages carry no commands. */
  async function isChannel(chat: string): Promise<boolean> {
    if (!chat.startsWith('-100')) return false
    const known = channels.get(chat)
    if (known !== undefined) return known
    try {
      const found = (await api.getChat(chat)).type === 'channel'
      channels.set(chat, found)
      return found
    } catch {
      // The message itself will tell what is wrong with the chat.
      return true
    }
  }

  return {
    async send(address, part, options) {
      const { text, entities } = render(part)
      const attached = part.blocks.find(isAttachment)
      if (!text && !attached) return { outcome: 'refused', reason: 'the message has no text', permanent: true }
      const most = options.mostWaitMs ?? digestWaitMs
      const place = gate.enter(address.chat, most)
      if (!place)
        return { outcome: 'refused', reason: 'too many messages to this chat now', permanent: false, retryAfterMs: gate.waitMs(address.chat) }
      await place
      await options.turn?.()
      if (options.signal?.aborted) return { outcome: 'refused', reason: 'stopped before it was written', permanent: false }
      const markup = options.extraMarkup ?? (part.buttons.length > 0 && !(await isChannel(address.chat)) ? keyboards.markup(part.buttons) : null)
      const replied = Number(options.replyTo?.[0])
      const other = {
        ...(address.thread ? { message_thread_id: Number(address.thread) } : {}),
        ...(options.silent ? { disable_notification: true } : {}),
        ...(Number.isSafeInteger(replied) && replied > 0 ? { reply_parameters: { message_id: replied, allow_sending_without_reply: true } } : {}),
        ...(markup ? { reply_markup: markup as ReturnType<Keyboards['markup']> & object } : {}),
      }
      const signal = options.signal as Signal
      return attempt(address, async () => {
        if (attached) {
          const under = caption(text || attached.type === 'file' ? { text, entities } : { text: attached.alt, entities: [] })
          const captioned = { ...other, ...(under.text ? { caption: under.text, caption_entities: under.entities } : {}) }
          const sent =
            attached.type === 'image'
              ? await api.sendPhoto(address.chat, new InputFile(attached.png, 'readout.png'), captioned, signal)
              : await api.sendDocument(address.chat, new InputFile(Buffer.from(attached.text, 'utf8'), attached.name), captioned, signal)
          return [String(sent.message_id)]
        }
        const sent = await api.sendMessage(address.chat, text, { ...other, entities, link_preview_options: { is_disabled: true } }, signal)
        return [String(sent.message_id)]
      })
    },

    async edit(address, messageIds, part) {
      const message = Number(messageIds[0])
      const { text, entities } = render(part)
      if (!text || !Number.isSafeInteger(message)) return { outcome: 'refused', reason: 'nothing to edit', permanent: true }
      const markup = keyboards.markup(part.buttons)
      return attempt(address, async () => {
        await api.editMessageText(address.chat, message, text, {
          entities,
          link_preview_options: { is_disabled: true },
          ...(markup ? { reply_markup: markup } : {}),
        })
        return [String(message)]
      })
    },
  }
}
