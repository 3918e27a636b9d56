/** Messages → one conversation, in order and at Slack's pace: the first part where it was asked, the rest as its thread; files as files. */

import type { Button, Message } from '../../src/messages/message.js'
import { plain } from '../../src/messages/spans.js'
import { interfaceLanguage, words } from '../../src/messages/words.js'
import { messageOf } from '../../src/text/error-message.js'
import { platformError } from './errors.js'
import type { Log } from './log.js'
import type { Pacing } from './pacing.js'
import { type Client, fileOf, outgoing, shareFile, withImages } from './send.js'
import { splitMessage } from './split.js'
import type { Talk } from './talk.js'

export interface Poster {
  /** @throws what Slack answers. */
  post(talk: Talk, messages: readonly Message[]): Promise<void>
  /** A file can't be for one person's eyes in a channel: it comes into his own conversation. Gives what is left to say. */
  keepFiles(talk: Talk, messages: readonly Message[]): Promise<Message[]>
}

const rateTries = 3
const longestWaitS = 30

export function createPoster(pacing: Pacing, log: Log): Poster {
  async function postOne(client: Client, talk: Talk, part: Message, thread: string | null, tries = 1): Promise<string> {
    try {
      return await withImages(part, client, log, (made) =>
        pacing.inTurn(`${talk.workspace}/${talk.channel}`, async () => {
          const posted = await client.chat.postMessage({ channel: talk.channel, ...made, ...(thread ? { thread_ts: thread } : {}) } as never)
          return posted.ts ?? ''
        }),
      )
    } catch (error) {
      const wait = (error as { retryAfter?: unknown }).retryAfter
      if (typeof wait !== 'number' || wait > longestWaitS || tries >= rateTries) throw error
      await new Promise((settle) => setTimeout(settle, wait * 1_000).unref())
      return postOne(client, talk, part, thread, tries + 1)
    }
  }

  /** With the words beside it. Gives whether it is there: not every workspace grants files. */
  async function postFile(talk: Talk, message: Message): Promise<boolean> {
    try {
      await pacing.inTurn(`${talk.workspace}/${talk.channel}`, () => shareFile(message, talk))
      return true
    } catch (error) {
      log.warn({ platform: 'slack', error: platformError(error) ?? messageOf(error) }, 'a file could not be sent')
      return false
    }
  }

  /** A refusal that is no matter of the whole channel. */
  async function whisper({ client, channel, user, thread }: Talk, part: Message): Promise<void> {
    await client.chat.postEphemeral({ channel, user, ...outgoing(part), ...(thread ? { thread_ts: thread } : {}) } as never)
  }

  return {
    async post(talk, messages) {
      let { thread } = talk
      for (const message of messages) {
        if (fileOf(message) && (await postFile({ ...talk, thread }, message))) continue
        for (const part of splitMessage(message)) {
          if (part.personal && !talk.private) {
            await whisper(talk, part)
            continue
          }
          const ts = await postOne(talk.client, talk, part, thread)
          // Further parts of one answer are its thread.
          thread ??= ts
        }
      }
    },
    async keepFiles(talk, messages) {
      const left: Message[] = []
      for (const message of messages) {
        const own = fileOf(message) ? (await talk.client.conversations.open({ users: talk.user })).channel?.id : undefined
        const kept = own !== undefined && (await postFile({ ...talk, channel: own, private: true, thread: null }, message))
        left.push(kept ? note(words(interfaceLanguage(message.lang))('slack-kept'), message.lang) : message)
      }
      return left
    },
  }
}

/** One line of the app's own words. */
export function note(text: string, lang: string, buttons: Button[] = []): Message {
  return { blocks: [{ type: 'paragraph', spans: [plain(text)] }], buttons: buttons.length > 0 ? [buttons] : [], lang }
}
