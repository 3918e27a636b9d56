/** Slack's agent container, where the workspace granted it: what to ask, "one moment" under a question, a title for its thread. */

import { interfaceLanguage, words } from '../../src/messages/words.js'
import { messageOf } from '../../src/text/error-message.js'
import type { HintsOf } from './hints.js'
import { limits } from './limits.js'
import type { Log } from './log.js'
import type { Client } from './send.js'
import type { Talk } from './talk.js'

/** A conversation that was opened. `thread`: only in the container that Slack calls "assistant", which new apps do not get. */
export interface Opened {
  client: Client
  workspace: string
  user: string
  channel: string
  thread: string | null
}

export interface Agent {
  opened(where: Opened): Promise<void>
  /** A question was asked in a thread and is being answered; Slack takes the words away when the answer stands. */
  asked(talk: Talk & { thread: string }, question: string): Promise<void>
}

const keptThreads = 1_000
const statusMs = 1_000

/** Never throws: without it everything works as in any conversation. */
export function createAgent({ hints, log }: { hints: HintsOf; log: Log }): Agent {
  /** Threads of the older container that have no title yet. */
  const untitled = new Set<string>()

  async function quietly(call: () => Promise<unknown>): Promise<void> {
    await call().catch((error: unknown) => log.debug({ platform: 'slack', error: messageOf(error) }, 'the agent container did not take a call'))
  }

  return {
    async opened({ client, workspace, user, channel, thread }) {
      const say = words(interfaceLanguage((await hints.of(client, workspace, user)).language))
      const prompts = [
        { title: say('slack-home-today'), message: 'digest' },
        { title: say('button-latest'), message: 'latest' },
        { title: say('slack-home-announced'), message: 'calendar' },
        { title: say('button-topics'), message: 'topics' },
      ] as const
      await quietly(() =>
        client.assistant.threads.setSuggestedPrompts({
          channel_id: channel,
          prompts: [...prompts],
          ...(thread ? { thread_ts: thread } : {}),
        } as never),
      )
      if (!thread) return
      if (untitled.size >= keptThreads) untitled.clear()
      untitled.add(`${channel}/${thread}`)
    },
    async asked({ client, workspace, user, channel, thread }, question) {
      const say = words(interfaceLanguage((await hints.of(client, workspace, user)).language))
      const at = { channel_id: channel, thread_ts: thread }
      const shown = quietly(() => client.assistant.threads.setStatus({ ...at, status: say('slack-wait') }))
      // An answer waits for the words only as long as it must, so that they do not come after it.
      await Promise.race([shown, new Promise((settle) => setTimeout(settle, statusMs).unref())])
      if (untitled.delete(`${channel}/${thread}`) && question !== '')
        await quietly(() => client.assistant.threads.setTitle({ ...at, title: [...question].slice(0, limits.threadTitle).join('') }))
    },
  }
}
