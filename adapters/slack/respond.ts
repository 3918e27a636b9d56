/** Messages → a response_url: seen by the person alone, by the channel, or in place of what was pressed. Five uses each. */
import type { Message } from '../../src/messages/message.js'
import type { SlackBlock } from './blocks.js'
import { actionBlocks } from './buttons.js'
import { limits } from './limits.js'
import type { Log } from './log.js'
import { type Client, type Outgoing, withImages } from './send.js'

export type Fetch = typeof globalThis.fetch

/** What response_url answered instead of "ok". */
export class RefusedResponse extends Error {
  override name = 'RefusedResponse'
  constructor(
    readonly status: number,
    /** In the place where a Web API error carries its word, so that one table reads both. */
    readonly data: { error: string },
  ) {
    super(`response_url: HTTP ${status} ${data.error}`)
  }
}

export async function respond(url: string, body: object, fetch: Fetch): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(15_000),
  })
  const text = await answer.text()
  if (!answer.ok) throw new RefusedResponse(answer.status, { error: text.slice(0, 80) })
}

export interface Response {
  url: string
  client: Client
  fetch: Fetch
  log: Log
}

export interface ResponseLook {
  seenBy: 'person' | 'channel'
  /** True: the message whose button was pressed gives its place. */
  replace?: boolean
  thread?: string | null
  /** Rows below the last part. */
  more?: readonly SlackBlock[]
}

/** Sends parts in order; what is beyond the uses of one address is left out. */
export async function respondWith(parts: readonly Message[], { url, client, fetch, log }: Response, look: ResponseLook): Promise<void> {
  const shown = parts.slice(0, limits.responses)
  for (const [index, part] of shown.entries()) {
    const body = (made: Outgoing): object => ({
      ...made,
      blocks: [...made.blocks, ...(index === shown.length - 1 ? (look.more ?? []) : [])],
      response_type: look.seenBy === 'channel' ? 'in_channel' : 'ephemeral',
      replace_original: look.replace === true && index === 0,
      ...(look.thread ? { thread_ts: look.thread } : {}),
    })
    await withImages(part, client, log, (made) => respond(url, body(made), fetch))
  }
}

/** "Share here" and "Keep in my DM" under a reply that only one person sees. `kept`: which reply; `said`: how to make it again. */
export function shareRow(labels: { share: string; keep: string }, kept: string, said: string): SlackBlock[] {
  const value = `${kept} ${said}`
  if ([...value].length > limits.buttonValue) return []
  return actionBlocks([
    [
      { label: labels.share, command: value },
      { label: labels.keep, command: value },
    ],
  ]).map((block) =>
    block.type === 'actions'
      ? { ...block, elements: block.elements.map((element, index) => ({ ...element, action_id: index === 0 ? 'share' : 'keep' })) }
      : block,
  )
}
