/** Links to this Readout's own pages, posted in a conversation → what stands there, shown below the message. */

import type { Said } from '../../src/commands/typed.js'
import type { Message } from '../../src/messages/message.js'
import { ownPageOf } from '../../src/messages/own-pages.js'
import { messageOf } from '../../src/text/error-message.js'
import type { SlackBlock } from './blocks.js'
import type { Converse } from './converse.js'
import { limits } from './limits.js'
import type { Log } from './log.js'
import type { Event } from './payload.js'
import { renderBlocks } from './render.js'
import type { Talk } from './talk.js'

export interface UnfurlOptions {
  /** READOUT_PUBLIC_URL; null: this Readout has no pages that others can open. */
  publicUrl: string | null
  /** A topic's name in a language; null: there is none of that id. */
  topicName(id: string, lang: string): string | null
  converse: Converse
  log: Log
}

/** The command that shows what a page shows; null: no page of ours. */
function saidBy(address: string, { publicUrl, topicName }: UnfurlOptions): Said | null {
  const page = publicUrl ? ownPageOf(address, publicUrl) : null
  switch (page?.kind) {
    case 'story':
      return { command: 'story', argument: `s${page.story}` }
    case 'digest':
      return { command: 'digest', argument: page.day }
    case 'topic': {
      const name = topicName(page.topic, 'en')
      return name ? { command: 'latest', argument: name } : null
    }
    case 'home':
      return { command: 'digest', argument: '' }
    default:
      return null
  }
}

/** Without buttons: they would be everybody's, under somebody else's message. Empty where nothing was found: one line is no news. */
function blocksOf(messages: readonly Message[]): SlackBlock[] {
  const [first] = messages
  if (!first || first.blocks.length < 2) return []
  const blocks = renderBlocks({ ...first, blocks: first.blocks.filter((block) => block.type !== 'image' && block.type !== 'fold'), buttons: [] })
  return blocks.slice(0, limits.unfurlBlocks)
}

/** Never throws. `talk`: the person who posted, where he posted. */
export function createUnfurl(options: UnfurlOptions): (talk: Talk, event: Event, key: string) => Promise<void> {
  const { converse, log } = options
  return async (talk, event, key) => {
    try {
      const unfurls: Record<string, { blocks: SlackBlock[] }> = {}
      const links = [...new Set((event.links ?? []).map((link) => link.url))].filter((url) => url.length <= limits.url)
      for (const [index, url] of links.slice(0, limits.unfurls).entries()) {
        const said = saidBy(url.replaceAll('&amp;', '&'), options)
        const blocks = said ? blocksOf(await converse.messagesFor(talk, { ...said, unasked: true }, `${key}:${index}`)) : []
        if (blocks.length > 0) unfurls[url] = { blocks }
      }
      if (Object.keys(unfurls).length === 0) return
      const place =
        event.unfurl_id && event.source ? { unfurl_id: event.unfurl_id, source: event.source } : { channel: talk.channel, ts: event.message_ts }
      await talk.client.chat.unfurl({ ...place, unfurls } as never)
    } catch (error) {
      log.warn({ platform: 'slack', error: messageOf(error) }, 'a link to an own page could not be shown')
    }
  }
}
