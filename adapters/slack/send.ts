/** A part for a chat → calls of the Web API, each made once → a receipt. What was written and not answered is never written again. */

import type { webApi } from '@slack/bolt'
import type { Block, Message } from '../../src/messages/message.js'
import type { Receipt, Refusal, SendOptions } from '../../src/platform.js'
import type { ChatAddress } from '../../src/subscribers/address.js'
import { messageOf } from '../../src/text/error-message.js'
import { platformError, receiptOf } from './errors.js'
import { limits } from './limits.js'
import type { Log } from './log.js'
import type { Pacing } from './pacing.js'
import { fallbackText, renderBlocks, type Uploads } from './render.js'

export type Client = webApi.WebClient

/** What chat.postMessage, chat.update and response_url take, in one shape. */
export interface Outgoing {
  text: string
  blocks: ReturnType<typeof renderBlocks>
  unfurl_links: false
  unfurl_media: false
}

export interface Delivering {
  /** The client of a workspace; null when the app is not installed there (any more). */
  clientOf(workspace: string): Promise<Client | null>
  pacing: Pacing
  log: Log
  /** How the app came into the workspace of a client: by OAuth, by SLACK_BOT_TOKEN beside others that come by OAuth, or by it alone. */
  cameBy(client: Client): 'oauth' | 'token-beside' | 'token'
  /** Slack refuses the token of a workspace that installed the app: it is asked once more. True: refused again, the installation has ended. */
  revoked(workspace: string, client: Client, reason: string): Promise<boolean>
  /** Called before the app joins a channel by itself, so that it does not greet there. */
  joining(workspace: string, channel: string): Promise<void>
}

const imageTries = 4
const imagePauseMs = 700

/** "D1/1724.5": chat.update needs the channel in which the message came to stand, for a private chat another than its address. */
export function messageId(channel: string, ts: string): string {
  return `${channel}/${ts}`
}

export function placeOf(id: string): { channel: string; ts: string } | null {
  const [channel, ts] = id.split('/')
  return channel && ts ? { channel, ts } : null
}

/** Uploads the images of a message without sharing them; one that can't be uploaded is shown by its words. */
export async function uploadImages(message: Message, client: Client, log: Log): Promise<Uploads> {
  const uploads = new Map<Uint8Array, string>()
  for (const block of message.blocks) {
    if (block.type !== 'image') continue
    try {
      const done = await client.filesUploadV2({ file: Buffer.from(block.png), filename: 'timeline.png', alt_text: block.alt.slice(0, 1_000) })
      const id = done.files?.[0]?.files?.[0]?.id
      if (id) uploads.set(block.png, id)
    } catch (error) {
      log.warn({ platform: 'slack', error: messageOf(error) }, 'a picture could not be uploaded')
    }
  }
  return uploads
}

/** The file of a message; null: it has none. */
export function fileOf(message: Message): Extract<Block, { type: 'file' }> | null {
  return message.blocks.find((block) => block.type === 'file') ?? null
}

/** Shares the file of a message in a conversation, with the message's words beside it. @throws what Slack answers; then nothing was shared. */
export async function shareFile(
  message: Message,
  { client, channel, thread }: { client: Client; channel: string; thread: string | null },
): Promise<void> {
  const file = fileOf(message)
  if (!file) return
  const words = { ...message, blocks: message.blocks.filter((block) => block !== file) }
  await client.filesUploadV2({
    channel_id: channel,
    ...(thread ? { thread_ts: thread } : {}),
    file: Buffer.from(file.text),
    filename: file.name,
    initial_comment: fallbackText(words),
  } as never)
}

export function outgoing(message: Message, uploads?: Uploads): Outgoing {
  return { text: fallbackText(message), blocks: renderBlocks(message, uploads), unfurl_links: false, unfurl_media: false }
}

/** Runs `call` with the blocks of a message; a picture that Slack has not looked at yet is refused, so tried again, at last left out. */
export async function withImages<T>(message: Message, client: Client, log: Log, call: (made: Outgoing) => Promise<T>): Promise<T> {
  const uploads = await uploadImages(message, client, log)
  for (let tries = 1; ; tries++) {
    try {
      return await call(outgoing(message, tries < imageTries ? uploads : undefined))
    } catch (error) {
      if (uploads.size === 0 || tries >= imageTries || platformError(error) !== 'invalid_blocks') throw error
      await new Promise((settle) => setTimeout(settle, imagePauseMs * tries))
    }
  }
}

async function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_settle, fail) => {
    const stop = (): void => fail(new Error('stopped while waiting'))
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
}

export interface Deliverer {
  send(address: ChatAddress, part: Message, options: SendOptions): Promise<Receipt>
  edit(address: ChatAddress, messageIds: readonly string[], part: Message): Promise<Receipt>
}

export function createDeliverer({ clientOf, pacing, log, joining, cameBy, revoked }: Delivering): Deliverer {
  const noClient: Refusal = { outcome: 'refused', reason: 'the app is not installed in this workspace', permanent: true, gone: true }

  async function post(client: Client, address: ChatAddress, part: Message, thread: string | null): Promise<string> {
    return withImages(part, client, log, (made) =>
      pacing.inTurn(`${address.workspace}/${address.chat}`, async () => {
        const posted = await client.chat.postMessage({ channel: address.chat, ...made, ...(thread ? { thread_ts: thread } : {}) } as never)
        return messageId(posted.channel ?? address.chat, posted.ts ?? '')
      }),
    )
  }

  /** A token that can't be read now is no sign that the app was removed. */
  async function withClient(workspace: string, work: (client: Client) => Promise<Receipt>): Promise<Receipt> {
    let client: Client | null
    try {
      client = await clientOf(workspace)
    } catch (error) {
      return { outcome: 'refused', reason: messageOf(error), permanent: false }
    }
    if (!client) return noClient
    const receipt = await work(client)
    return receipt.outcome === 'refused' && receipt.botRefused !== undefined ? refusedToken(workspace, client, receipt) : receipt
  }

  /** One workspace's token says nothing of the others'. */
  async function refusedToken(workspace: string, client: Client, receipt: Refusal): Promise<Receipt> {
    const by = cameBy(client)
    if (by === 'token') return receipt
    const { botRefused: _, ...later } = receipt
    return by === 'oauth' && (await revoked(workspace, client, receipt.reason)) ? { ...noClient, reason: receipt.reason } : later
  }

  async function sendBy(client: Client, address: ChatAddress, part: Message, { firstPart, replyTo, signal }: SendOptions): Promise<Receipt> {
    const root = (replyTo ?? firstPart)?.[0]
    const thread = (root ? placeOf(root)?.ts : null) ?? (address.thread || null)
    const attempt = async (): Promise<Receipt> => {
      try {
        return { outcome: 'sent', messageIds: [await post(client, address, part, thread)] }
      } catch (error) {
        return receiptOf(error)
      }
    }
    const work = async (): Promise<Receipt> => {
      const receipt = await attempt()
      if (receipt.outcome !== 'refused' || receipt.reason !== 'not_in_channel') return receipt
      // A public channel can be joined; a private one needs an invitation.
      await joining(address.workspace, address.chat)
      const joined = await client.conversations.join({ channel: address.chat }).then(
        () => true,
        () => false,
      )
      if (joined) return attempt()
      return { ...receipt, reason: 'not_in_channel: somebody in the channel must type /invite @Readout' }
    }
    try {
      return await Promise.race([work(), aborted(signal)])
    } catch (error) {
      return { outcome: 'unknown', reason: messageOf(error) }
    }
  }

  async function editBy(client: Client, messageIds: readonly string[], part: Message): Promise<Receipt> {
    const place = messageIds[0] ? placeOf(messageIds[0]) : null
    if (!place) return { outcome: 'refused', reason: `message id ${String(messageIds[0])}: expected channel/ts`, permanent: true }
    try {
      await withImages(part, client, log, (made) => client.chat.update({ ...place, text: made.text, blocks: made.blocks } as never))
      return { outcome: 'sent', messageIds: [messageIds[0] as string] }
    } catch (error) {
      return receiptOf(error)
    }
  }

  return {
    send: (address, part, options) => withClient(address.workspace, (client) => sendBy(client, address, part, options)),
    edit: (address, messageIds, part) => withClient(address.workspace, (client) => editBy(client, messageIds, part)),
  }
}

/** Slack's own pace: one message a second a channel, several hundred a minute a workspace. */
export const pace = { perSecond: 4, perChatPerSecond: 1_000 / limits.betweenPostsMs, perGroupPerMinute: null }
