/** What Bolt receives → utterances, answered where they were said. Acknowledged at once, always; each handled once. */
import type { App } from '@slack/bolt'
import { findCommand } from '../../src/commands/table.js'
import { interfaceLanguage, words } from '../../src/messages/words.js'
import type { PlatformHooks } from '../../src/platform.js'
import type { Handled } from '../../src/subscribers/handled.js'
import { type Converse, note, type Way } from './converse.js'
import type { HintsOf } from './hints.js'
import { type Log, messageOf } from './log.js'
import { checkShortcut, type events } from './manifest.js'
import { formOf, type Modals } from './modals.js'
import type { OwnConversations } from './own-conversations.js'
import { actionPrefix } from './render.js'
import type { Client } from './send.js'
import type { Talk } from './talk.js'
import { readButton, readCommand, readPlain, type Said, wordsOfMessage } from './typed.js'

export interface UpdateOptions {
  app: App
  converse: Converse
  modals: Modals
  home(talk: Talk, key: string): Promise<void>
  conversations: OwnConversations
  hints: HintsOf
  handled: Handled
  hooks(): PlatformHooks
  mayManage(talk: Talk): Promise<boolean>
  /** The workspace removed the app, or took its token back. */
  uninstalled(workspace: string): Promise<void>
  now: () => Date
  log: Log
  /** Every handler that runs, so that a stop can wait for it. */
  track(work: Promise<unknown>): void
}

interface Base {
  client: Client
  context: { teamId?: string | undefined; enterpriseId?: string | undefined; botUserId?: string | undefined }
}
/** Fields of any payload that we read; Slack leaves many out, depending on where it comes from. */
interface Body {
  event_id?: string
  team_id?: string | null
  team?: { id?: string } | null
  enterprise_id?: string | null
  enterprise?: { id?: string } | null
  user?: { id?: string; team_id?: string }
  channel?: { id?: string; name?: string }
  container?: { type?: string; is_ephemeral?: boolean; thread_ts?: string; channel_id?: string }
  message?: { ts?: string; thread_ts?: string; text?: string; attachments?: unknown }
  view?: { id: string; type?: string; callback_id: string; private_metadata: string; state: unknown; hash?: string }
  trigger_id?: string
  response_url?: string
  message_ts?: string
}
interface Event {
  type: string
  user?: string | { id?: string }
  channel?: string | { id?: string }
  channel_type?: string
  subtype?: string
  bot_id?: string
  text?: string
  attachments?: unknown
  ts?: string
  thread_ts?: string
  tab?: string
  old_channel_id?: string
  new_channel_id?: string
  tokens?: { bot?: string[] }
}
type EventName = (typeof events)[number]

function workspaceOf(body: Body, { context }: Base): string {
  return (
    context.teamId ?? body.team_id ?? body.team?.id ?? body.user?.team_id ?? context.enterpriseId ?? body.enterprise_id ?? body.enterprise?.id ?? ''
  )
}

function idOf(value: string | { id?: string } | undefined): string {
  return typeof value === 'string' ? value : (value?.id ?? '')
}

const ownSubtypes = new Set([undefined, 'file_share', 'thread_broadcast'])

/** Registers every listener. */
export function listen(options: UpdateOptions): void {
  const { app, converse, modals, conversations, handled, hooks, log, now } = options

  /** Nothing that goes wrong may reach Slack as a missing acknowledgement, or end the process. */
  function run(what: string, work: () => Promise<void>): Promise<void> {
    const running = work().catch((error: unknown) => log.error({ platform: 'slack', error: messageOf(error) }, what))
    options.track(running)
    return running
  }

  async function firstTime(key: string): Promise<boolean> {
    return handled.first('slack', key, now())
  }

  const listeners: Record<EventName, (event: Event, body: Body, base: Base) => Promise<void>> = {
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
      const thread = event.thread_ts ?? null
      const talk: Talk = { client: base.client, workspace, user, channel, private: true, title: null, thread }
      const said = readPlain(wordsOfMessage(event), base.context.botUserId ?? null)
      await converse.say(talk, said, body.event_id ?? event.ts ?? '', { to: 'channel' })
    },
    async app_home_opened(event, body, base) {
      const workspace = workspaceOf(body, base)
      const user = idOf(event.user)
      conversations.learn(workspace, user, idOf(event.channel))
      if (event.tab !== undefined && event.tab !== 'home') return
      const key = `event:${body.event_id ?? event.ts ?? ''}`
      if (!(await firstTime(key))) return
      await options.home(homeTalk(base.client, workspace, user), key)
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
      await options.uninstalled(workspaceOf(body, base))
    },
    async tokens_revoked(event, body, base) {
      // A person who takes back only his own token changes nothing for the app.
      if (event.tokens?.bot?.length) await options.uninstalled(workspaceOf(body, base))
    },
    async user_change(event, body, base) {
      options.hints.forget(workspaceOf(body, base), idOf(event.user))
    },
  }

  function gone(reason: string): (event: Event, body: Body, base: Base) => Promise<void> {
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

  for (const [name, listener] of Object.entries(listeners))
    app.event(name === 'message.im' ? 'message' : name, ({ event, body, client, context }) =>
      run(`the event ${name} could not be handled`, () => listener(event as Event, body as Body, { client, context } as Base)),
    )

  app.command(/.*/, async ({ command, ack, client, context, body }) => {
    await ack()
    const base = { client, context } as Base
    const workspace = workspaceOf(body as Body, base)
    const where = { workspace, user: command.user_id, channel: command.channel_id }
    await run('a slash command could not be handled', async () => {
      const said = readCommand(command.command, command.text ?? '')
      const form = formOf(said)
      // A trigger does not wait: the form opens before anything else is asked.
      const direct = command.channel_id.startsWith('D')
      const talk: Talk = { ...where, client, private: direct, title: direct ? null : command.channel_name, thread: null }
      if (form && (await firstTime(`open:${command.trigger_id}`))) return modals.openForm(talk, form, command.trigger_id, command.trigger_id)
      // Between two people a command is answered to the one who typed it, unseen by the other.
      const own = direct && (await conversations.isOwn(client, where))
      const said_: Talk = direct && !own ? { ...talk, channel: '' } : talk
      await converse.say(said_, said, command.trigger_id, { to: 'person', url: command.response_url })
    })
  })

  app.shortcut(checkShortcut, async ({ shortcut, ack, client, context, body }) => {
    await ack()
    const at = body as unknown as Body
    await run('a shortcut could not be handled', async () => {
      const message = (shortcut as { message?: Body['message'] }).message
      const talk = await talkOf(at, { client, context } as Base, message?.thread_ts ?? null)
      const said: Said = { command: 'check', argument: wordsOfMessage(message) }
      await converse.say(talk, said, at.trigger_id ?? '', { to: 'person', url: at.response_url ?? '' })
    })
  })

  async function talkOf(body: Body, base: Base, thread: string | null): Promise<Talk> {
    const where = { workspace: workspaceOf(body, base), user: body.user?.id ?? '', channel: body.channel?.id ?? body.container?.channel_id ?? '' }
    const direct = where.channel.startsWith('D')
    const own = direct && (await conversations.isOwn(base.client, where))
    return {
      ...where,
      client: base.client,
      private: direct,
      channel: direct && !own ? '' : where.channel,
      title: direct ? null : (body.channel?.name ?? null),
      thread,
    }
  }

  async function pressed(said: Said, edit: boolean, body: Body, base: Base): Promise<void> {
    const key = body.trigger_id ?? ''
    const form = formOf(said)
    if (body.view) {
      const home = body.view.type === 'home'
      const workspace = workspaceOf(body, base)
      const talk = home
        ? homeTalk(base.client, workspace, body.user?.id ?? '')
        : modals.talkOf({ client: base.client, workspace, user: body.user?.id ?? '', title: null, thread: null }, body.view.private_metadata)
      if (said.command === 'home') return options.home(talk, key)
      if (home && form) return modals.openForm(talk, form, key, key)
      return home ? modals.openAnswer(talk, said, key, key) : modals.replaceAnswer(talk, said, body.view, key)
    }
    if (form || said.command === 'cite') {
      const where = { workspace: workspaceOf(body, base), user: body.user?.id ?? '', channel: body.channel?.id ?? '' }
      const talk: Talk = { ...where, client: base.client, private: where.channel.startsWith('D'), title: body.channel?.name ?? null, thread: null }
      return form ? modals.openForm(talk, form, key, key) : modals.openAnswer(talk, said, key, key)
    }
    const talk = await talkOf(body, base, body.message?.thread_ts ?? body.container?.thread_ts ?? null)
    // A refusal must not take the place of what others read.
    const command = findCommand(said.command)
    const may = talk.private || command?.who === 'anyone' || (await options.mayManage(talk))
    const way: Way = edit && may && body.response_url ? { to: 'place', url: body.response_url } : { to: 'person', url: body.response_url ?? '' }
    await converse.say(talk, said, key, way)
  }

  app.action(new RegExp(`^(?:${actionPrefix.run}|${actionPrefix.edit}|${actionPrefix.more}):`), async ({ action, ack, body, client, context }) => {
    await ack()
    const {
      action_id: id = '',
      value,
      selected_option: chosen,
    } = action as { action_id?: string; value?: string; selected_option?: { value?: string } }
    const said = readButton(value ?? chosen?.value ?? '')
    await run('a button could not be handled', () =>
      pressed(said, id.startsWith(`${actionPrefix.edit}:`), body as unknown as Body, { client, context } as Base),
    )
  })

  // A link button opens in the browser; Slack still wants to hear that it was heard.
  app.action(new RegExp(`^${actionPrefix.link}:`), async ({ ack }) => ack())

  app.action(/^(?:share|keep)$/, async ({ action, ack, body, client, context }) => {
    await ack()
    const at = body as unknown as Body
    const { action_id: id, value } = action as { action_id?: string; value?: string }
    await run('a reply could not be shared', async () => {
      if (!(await firstTime(`share:${at.trigger_id ?? ''}`))) return
      const talk = await talkOf(at, { client, context } as Base, at.container?.thread_ts ?? null)
      await converse.share(talk, value ?? '', at.trigger_id ?? '', at.response_url ?? '', id === 'keep' ? 'keep' : 'share')
    })
  })

  app.view(/.*/, async ({ ack, body, client, context }) => {
    const at = body as unknown as Body
    const { view } = at
    if (!view) return ack()
    const base = { client, context } as Base
    const talk = { client, workspace: workspaceOf(at, base), user: at.user?.id ?? '', title: null, thread: null }
    await run('a form could not be handled', () =>
      modals.submit({ talk, view, key: `view:${view.id}:${view.hash ?? ''}`, ack: ack as (answer?: object) => Promise<void> }),
    )
  })
}

function homeTalk(client: Client, workspace: string, user: string): Talk {
  return { client, workspace, user, channel: user, private: true, title: null, thread: null }
}

/** Kept while the app is in the channel: a channel is greeted once. */
export function greetingKey(workspace: string, channel: string): string {
  return `greeting:${workspace}/${channel}`
}
