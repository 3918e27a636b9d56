/** A person opens App Home → today's digest, his digests and followed topics, what is announced; for admins the sources. */

import type { Block, Button, Message } from '../../src/messages/message.js'
import { interfaceLanguage, words } from '../../src/messages/words.js'
import { messageOf } from '../../src/text/error-message.js'
import { plainText, type SlackBlock } from './blocks.js'
import { actionBlocks } from './buttons.js'
import type { Converse } from './converse.js'
import { fitView, limits } from './limits.js'
import type { Log } from './log.js'
import { renderBlocks } from './render.js'
import type { Talk } from './talk.js'

export interface HomeOptions {
  converse: Converse
  /** Owner or admin of this Readout, or an admin of a workspace that may change the sources. */
  changesSources(talk: Talk): Promise<boolean>
  log: Log
}

interface Section {
  title: string
  command: string
  /** Most blocks. */
  most: number
}

const sections: readonly Section[] = [
  { title: 'slack-home-today', command: 'digest', most: 40 },
  { title: 'slack-home-subscriptions', command: 'settings', most: 12 },
  { title: 'slack-home-following', command: 'following', most: 6 },
  { title: 'slack-home-announced', command: 'calendar', most: 20 },
]
const adminSection: Section = { title: 'slack-home-sources', command: 'sources', most: 16 }

/** Words to type, and the buttons that go with them: here the form above does it. */
function withoutHowTo(message: Message): Message {
  const typed = (block: Block): boolean => block.type === 'paragraph' && block.spans.some((span) => span.code)
  if (!message.blocks.some(typed)) return message
  return { ...message, blocks: message.blocks.filter((block) => !typed(block)), buttons: [] }
}

/** Digests carry a heading of their own; what stands right below a title needs none. */
function sectionBlocks(messages: readonly Message[], most: number): SlackBlock[] {
  const blocks = messages
    .flatMap((message) => renderBlocks(withoutHowTo(message)))
    .filter((block, index) => !(index === 0 && block.type === 'header'))
  const buttons = blocks.filter((block) => block.type === 'actions')
  return [...blocks.filter((block) => block.type !== 'actions').slice(0, most - Math.min(buttons.length, 3)), ...buttons.slice(0, 3)]
}

/** Publishes; never throws. `key`: of the event that asked for it. */
export function createHome({ converse, changesSources, log }: HomeOptions): (talk: Talk, key: string) => Promise<void> {
  return async (talk, key) => {
    try {
      const admin = await changesSources(talk)
      const wanted = admin ? [...sections, adminSection] : sections
      const made: { section: Section; messages: Message[] }[] = []
      // One after another: a person waits for the whole page anyway, others for nothing.
      for (const section of wanted)
        made.push({
          section,
          messages: await converse.messagesFor(talk, { command: section.command, argument: '', unasked: true }, `${key}:${section.command}`),
        })
      if (made.every(({ messages }) => messages.length === 0)) return
      const say = words(interfaceLanguage(made[0]?.messages[0]?.lang))
      const top: Button[] = [
        { label: say('slack-home-refresh'), command: 'home' },
        { label: say('slack-subscribe-button'), command: 'subscribe' },
        { label: say('button-follow'), command: 'follow' },
        { label: say('button-settings'), command: 'settings' },
        ...(admin ? [{ label: say('slack-add-title'), command: 'addsource' }] : []),
      ]
      const blocks: SlackBlock[] = [
        { type: 'context', elements: [plainText(say('slack-home-ask'), limits.blockText)] },
        ...actionBlocks([top]),
        ...made.flatMap(({ section, messages }): SlackBlock[] => [
          { type: 'header', text: plainText(say(section.title), limits.header) },
          ...sectionBlocks(messages, section.most),
        ]),
      ]
      await talk.client.views.publish({ user_id: talk.user, view: { type: 'home', blocks: fitView(blocks) } as never })
    } catch (error) {
      log.error({ platform: 'slack', error: messageOf(error) }, 'App Home could not be shown')
    }
  }
}
