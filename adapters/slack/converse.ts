/** Something said → answered where it was said: in the thread, in the DM, or to the person alone. */

import type { Said } from '../../src/commands/typed.js'
import type { Block, Message } from '../../src/messages/message.js'
import { plain, spansText } from '../../src/messages/spans.js'
import { interfaceLanguage, words } from '../../src/messages/words.js'
import { messageOf } from '../../src/text/error-message.js'
import { buttonValue } from './buttons.js'
import type { KeptReplies } from './kept-replies.js'
import { limits } from './limits.js'
import type { Log } from './log.js'
import type { Pacing } from './pacing.js'
import { createPoster, note } from './post.js'
import { type Fetch, respond, respondWith, shareRow } from './respond.js'
import { fileOf } from './send.js'
import { splitMessage } from './split.js'
import { type Talk, type Talking, utter } from './talk.js'

export interface ConverseOptions extends Talking {
  pacing: Pacing
  kept: KeptReplies
  /** Called before the app joins a channel by itself, so that it does not greet there. */
  joining(workspace: string, channel: string): Promise<void>
  fetch: Fetch
  now: () => Date
  log: Log
}

/** Where an answer goes. */
export type Way =
  /** For all who see the channel or thread; in a private chat for the person. */
  | { to: 'channel' }
  /** Through response_url, for the person alone; a private chat keeps it. */
  | { to: 'person'; url: string }
  /** In place of the message whose button was pressed. */
  | { to: 'place'; url: string }

/** What is worth sharing: the rest concerns one chat or is an admin's. */
const sharable = new Set(['ask', 'latest', 'timeline', 'positions', 'topics', 'story', 'cite', 'check', 'digest', 'calendar', 'about', 'sources'])
/** What leads to messages that nobody asked for at that moment, so that the app must be a member of the channel. */
const needsMembership = new Set(['subscribe', 'follow'])
/** Questions of one person that are worked on at once. */
const mostAtOnce = 8

/** Something was found: not a choice that is offered, nor one line that says there is nothing. */
function worthSharing(said: Said, messages: readonly Message[]): boolean {
  const offered = said.argument === '' && ['timeline', 'positions', 'story'].includes(said.command)
  return sharable.has(said.command) && !offered && messages.some((message) => message.blocks.length > 1)
}

export interface Converse {
  /** Never throws: what goes wrong is logged without the words. */
  say(talk: Talk, said: Said, key: string, way: Way): Promise<void>
  /** The app's own words, not asked from `handle`. */
  post(talk: Talk, messages: readonly Message[]): Promise<void>
  /** `unasked`: what it tells does not count as seen. */
  messagesFor(talk: Talk, said: Said & { unasked?: true }, key: string): Promise<Message[]>
  share(talk: Talk, value: string, key: string, url: string, where: 'share' | 'keep'): Promise<void>
}

export function createConverse(options: ConverseOptions): Converse {
  const { pacing, kept, fetch, log, now } = options
  const { post, keepFiles } = createPoster(pacing, log)
  /** Answers under way, by person. */
  const busy = new Map<string, { answers: number; told: boolean }>()

  /** How to ask is different here: no reply is heard without a mention, and in a thread nobody can type a slash command. */
  function helped(messages: Message[], said: Said, talk: Talk): Message[] {
    const last = messages.at(-1)
    if (!last || (said.command !== 'help' && said.command !== 'start')) return messages
    const say = words(interfaceLanguage(last.lang))
    // What is to be typed stands in backticks there, and in spans of its own in the message.
    const general = say(talk.private ? 'start-ask-private' : 'start-ask-group').replaceAll('`', '')
    const at = last.blocks.findIndex((block) => block.type === 'paragraph' && spansText(block.spans) === general)
    const own: Block = { type: 'paragraph', spans: [plain(say(talk.private ? 'slack-help-private' : 'slack-help-group'))] }
    const blocks = [...last.blocks]
    if (at < 0) blocks.push(own)
    else blocks.splice(at + (talk.private ? 1 : 0), talk.private ? 0 : 1, own)
    return [...messages.slice(0, -1), { ...last, blocks }]
  }

  /** A channel that the app can't post to: says so at once, not when the first digest fails. */
  async function invited(messages: Message[], said: Said, talk: Talk): Promise<Message[]> {
    if (talk.private || !needsMembership.has(said.command)) return messages
    const last = messages.at(-1)
    if (!last || (await isMember(talk))) return messages
    const text = words(interfaceLanguage(last.lang))('slack-invite')
    return [...messages.slice(0, -1), { ...last, blocks: [...last.blocks, { type: 'paragraph', spans: [plain(text)] }] }]
  }

  /** A public channel that subscribes is joined, unseen; a private one needs an invitation. */
  async function isMember({ client, workspace, channel }: Talk): Promise<boolean> {
    const found = (await client.conversations.info({ channel }).catch(() => null))?.channel
    if (!found || found.is_member) return found?.is_member === true
    if (found.is_private) return false
    await options.joining(workspace, channel)
    return client.conversations.join({ channel }).then(
      () => true,
      () => false,
    )
  }

  async function messagesFor(talk: Talk, said: Said & { unasked?: true }, key: string): Promise<Message[]> {
    const messages = await utter(talk, said, key, options)
    return invited(helped(messages, said, talk), said, talk)
  }

  async function slowDown({ client, workspace, user }: Talk): Promise<Message> {
    const lang = interfaceLanguage((await options.hints.of(client, workspace, user)).language)
    return note(words(lang)('slow-down'), lang)
  }

  async function deliver(talk: Talk, said: Said, messages: Message[], way: Way): Promise<void> {
    const response = way.to === 'channel' ? null : { url: way.url, client: talk.client, fetch, log }
    if (!response) return post(talk, messages)
    if (talk.private && talk.channel && messages.some(fileOf)) return post(talk, messages)
    const parts = await fewEnough(
      talk,
      (await keepFiles(talk, messages)).flatMap((message) => splitMessage(message)),
    )
    if (way.to === 'place') {
      const [only, ...others] = parts
      if (only && others.length === 0)
        return respondWith([only], response, { seenBy: talk.private && talk.channel ? 'channel' : 'person', replace: true })
    }
    // In the DM with the app an answer stays, like any message there.
    if (talk.private && talk.channel) return post(talk, messages)
    const say = words(interfaceLanguage(messages[0]?.lang))
    const value = buttonValue(said)
    const more = worthSharing(said, messages) ? shareRow({ share: say('slack-share'), keep: say('slack-keep') }, kept.keep(parts, now()), value) : []
    await respondWith(parts, response, { seenBy: 'person', thread: talk.thread, more })
  }

  /** An answer longer than one response_url takes comes into the person's own conversation, whole. */
  async function fewEnough(talk: Talk, parts: Message[]): Promise<Message[]> {
    const [first] = parts
    if (!first || parts.length <= limits.responses) return parts
    await post({ ...talk, channel: talk.user, private: true, thread: null }, parts)
    return [note(words(interfaceLanguage(first.lang))('slack-kept'), first.lang)]
  }

  return {
    post,
    messagesFor,
    async say(talk, said, key, way) {
      const who = `${talk.workspace}/${talk.user}`
      const mine = busy.get(who) ?? { answers: 0, told: false }
      busy.set(who, mine)
      mine.answers++
      try {
        // Who asks faster than can be answered is told so once, then not heard until all is answered.
        const tooFast = mine.answers > mostAtOnce
        if (tooFast && mine.told) return
        mine.told ||= tooFast
        const messages = tooFast ? [await slowDown(talk)] : await messagesFor(talk, said, key)
        if (messages.length > 0) await deliver(talk, said, messages, way)
      } catch (error) {
        log.error({ platform: 'slack', command: said.command, error: messageOf(error) }, 'an answer could not be given')
      } finally {
        mine.answers--
        if (mine.answers === 0) busy.delete(who)
      }
    },
    async share(talk, value, key, url, where) {
      const [, id = '', rest = ''] = /^(\S+) ([\s\S]*)$/.exec(value) ?? []
      const said = /^(\S+)\s*([\s\S]*)$/.exec(rest)
      try {
        const parts =
          kept.take(id, now()) ??
          (await utter(talk, { command: said?.[1] ?? 'help', argument: said?.[2] ?? '' }, key, options)).flatMap((message) => splitMessage(message))
        if (parts.length === 0) return
        const response = { url, client: talk.client, fetch, log }
        if (where === 'share') {
          await respondWith(parts.slice(0, 4), response, { seenBy: 'channel', thread: talk.thread })
          await respond(url, { delete_original: true }, fetch)
          return
        }
        await post({ ...talk, channel: talk.user, private: true, thread: null }, parts)
        const say = words(interfaceLanguage(parts[0]?.lang))
        await respondWith([note(say('slack-kept'), parts[0]?.lang ?? 'en')], response, { seenBy: 'person', thread: talk.thread })
      } catch (error) {
        log.error({ platform: 'slack', error: messageOf(error) }, 'a reply could not be shared')
      }
    },
  }
}
