/** Events that Slack tells of → utterances, App Home, greetings, and what happened to chats. */
import { interfaceLanguage, words } from '../../src/messages/words.js'
import type { PlatformHooks } from '../../src/platform.js'
import type { Handled } from '../../src/subscribers/handled.js'
import type { Agent } from './agent.js'
import type { Converse } from './converse.js'
import type { HintsOf } from './hints.js'
import type { OwnConversations } from './own-conversations.js'
import { type Base, type Body, type Event, idOf, installedAt, workspaceOf } from './payload.js'
import { note } from './post.js'
import type { Client } from './send.js'
import type { Talk } from './talk.js'
import { readPlain, wordsOfMessage } from './typed.js'

export interface EventOptions {
  converse: Converse
  home(talk: Talk, key: string): Promise<void>
  conversations: OwnConversations
  hints: HintsOf
  agent: Agent
  /** Shows what stands on own pages that a message links to. */
  unfurl(talk: Talk, event: Event, key: string): Promise<void>
  handled: Handled
  hooks(): PlatformHooks
  /** The workspace, or the organisation, removed the app or took its token back. */
  uninstalled(workspace: string, reason: string): Promise<void>
  now: () => Date
}

type Listener = (event: Event, body: Body, base: Base) => Promise<void>

const ownSubtypes = new Set([undefined, 'file_share', 'thread_broadcast'])

/** One for each event of the manifest, whatever it is made for. */
export function eventListeners(options: EventOptions): Record<string, Listener> {
  const { converse, conversations, agent, handled, hooks, now } = options
  const firstTime = (key: string): Promise<boolean> => handled.first('slack', key, now())

  function gone(reason: string): Listener {
    return async (event, body, base) => {
      const workspace = workspaceOf(body, base)
      const chat = idOf(event.channel)
      await hooks().chatEvent({ kind: 'gone', address: { platform: 'slack', workspace, chat, thread: '' }, reason })
      // Who adds the app again is greeted again.
      await handled.forget('slack', greetingKey(workspace, chat))
    }
  }

  async function back(event: Event, body: Body, base: Base): Promise<void> {
    await hooks().chatEvent({
      kind: 'back',
      address: { platform: 'slack', workspace: workspaceOf(body, base), chat: idOf(event.channel), thread: '' },
    })
  }

  return {
    async app_mention(event, body, base) {
      if (event.bot_id || !event.user) return
      const talk: Talk = {
        client: base.client,
        workspace: workspaceOf(body, base),
        user: idOf(event.user),
        channel: idOf(event.channel),
        private: false,
        title: null,
        thread: event.thread_ts ?? event.ts ?? null,
      }
      await converse.say(talk, readPlain(wordsOfMessage(event), base.context.botUserId ?? null), body.event_id ?? event.ts ?? '', { to: 'channel' })
    },
    async 'message.im'(event, body, base) {
      if (event.channel_type !== 'im' || event.bot_id || !event.user || !ownSubtypes.has(event.subtype)) return
      const workspace = workspaceOf(body, base)
      const user = idOf(event.user)
      const channel = idOf(event.channel)
      conversations.learn(workspace, user, channel)
      // In the agent container each question begins a thread of its own.
      const thread = event.thread_ts ?? (base.context.agent ? (event.ts ?? null) : null)
      const talk: Talk = { client: base.client, workspace, user, channel, private: true, title: null, thread }
      const said = readPlain(wordsOfMessage(event), base.context.botUserId ?? null)
      if (base.context.agent && thread) await agent.asked({ ...talk, thread }, said.argument || said.command)
      await converse.say(talk, said, body.event_id ?? event.ts ?? '', { to: 'channel' })
    },
    async app_home_opened(event, body, base) {
      const workspace = workspaceOf(body, base)
      const user = idOf(event.user)
      conversations.learn(workspace, user, idOf(event.channel))
      const key = `event:${body.event_id ?? event.ts ?? ''}`
      if (!(await firstTime(key))) return
      if (event.tab === 'messages' && base.context.agent)
        await agent.opened({ client: base.client, workspace, user, channel: idOf(event.channel), thread: null })
      if (event.tab !== undefined && event.tab !== 'home') return
      await options.home(homeTalk(base.client, workspace, user), key)
    },
    async link_shared(event, body, base) {
      const key = `event:${body.event_id ?? ''}`
      if (!event.user || !(await firstTime(key))) return
      const [workspace, user, channel] = [workspaceOf(body, base), idOf(event.user), idOf(event.channel)]
      // A message that is still being written stands in no conversation: then it is shown as in the person's own.
      const alone = event.source === 'composer' || channel.startsWith('D')
      const talk: Talk = { client: base.client, workspace, user, channel, private: alone, title: null, thread: event.thread_ts ?? null }
      await options.unfurl(talk, event, key)
    },
    async assistant_thread_started(event, body, base) {
      const at = event.assistant_thread
      if (!base.context.agent || !at?.channel_id || !at.thread_ts || !(await firstTime(`event:${body.event_id ?? ''}`))) return
      const workspace = workspaceOf(body, base)
      conversations.learn(workspace, at.user_id ?? '', at.channel_id)
      await agent.opened({ client: base.client, workspace, user: at.user_id ?? '', channel: at.channel_id, thread: at.thread_ts })
    },
    async member_joined_channel(event, body, base) {
      if (idOf(event.user) !== base.context.botUserId) return
      const workspace = workspaceOf(body, base)
      const channel = idOf(event.channel)
      if (!(await firstTime(`event:${body.event_id ?? ''}`))) return
      await hooks().chatEvent({ kind: 'back', address: { platform: 'slack', workspace, chat: channel, thread: '' } })
      if (!(await firstTime(greetingKey(workspace, channel)))) return
      const talk: Talk = { client: base.client, workspace, user: '', channel, private: false, title: null, thread: null }
      const inviter = idOf((event as { inviter?: string }).inviter)
      const language = inviter ? (await options.hints.of(base.client, workspace, inviter)).language : null
      const lang = interfaceLanguage(language)
      const say = words(lang)
      await converse.post(talk, [
        note(say('slack-greeting'), lang, [
          { label: say('button-latest'), command: 'latest' },
          { label: say('slack-subscribe-button'), command: 'subscribe' },
          { label: say('button-topics'), command: 'topics' },
        ]),
      ])
    },
    channel_left: gone('channel_left'),
    group_left: gone('group_left'),
    channel_archive: gone('channel_archive'),
    group_archive: gone('group_archive'),
    channel_deleted: gone('channel_deleted'),
    group_deleted: gone('group_deleted'),
    channel_unarchive: back,
    group_unarchive: back,
    async channel_id_changed(event, body, base) {
      const at = { platform: 'slack', workspace: workspaceOf(body, base), thread: '' }
      if (!event.old_channel_id || !event.new_channel_id) return
      await hooks().chatEvent({ kind: 'moved', address: { ...at, chat: event.old_channel_id }, movedTo: { ...at, chat: event.new_channel_id } })
    },
    async app_uninstalled(_event, body, base) {
      if (await firstTime(`event:${body.event_id ?? ''}`)) await options.uninstalled(installedAt(body, base), 'app_uninstalled')
    },
    async team_access_revoked(event, body) {
      if (!(await firstTime(`event:${body.event_id ?? ''}`))) return
      for (const team of event.team_ids ?? []) await options.uninstalled(team, 'team_access_revoked')
    },
    async tokens_revoked(event, body, base) {
      // A person who takes back only his own token changes nothing for the app.
      if (event.tokens?.bot?.length && (await firstTime(`event:${body.event_id ?? ''}`)))
        await options.uninstalled(installedAt(body, base), 'tokens_revoked')
    },
    async user_change(event, body, base) {
      const [workspace, user] = [workspaceOf(body, base), idOf(event.user)]
      options.hints.forget(workspace, user)
      // Who left the workspace reads no digest: nothing waits until the next one fails.
      if (typeof event.user === 'object' && event.user.deleted)
        await hooks().chatEvent({ kind: 'gone', address: { platform: 'slack', workspace, chat: user, thread: '' }, reason: 'user_deactivated' })
    },
  }
}

/** The person's own conversation with the app, in which App Home stands. */
export function homeTalk(client: Client, workspace: string, user: string): Talk {
  return { client, workspace, user, channel: user, private: true, title: null, thread: null }
}

/** Kept while the app is in the channel: a channel is greeted once. */
export function greetingKey(workspace: string, channel: string): string {
  return `greeting:${workspace}/${channel}`
}
