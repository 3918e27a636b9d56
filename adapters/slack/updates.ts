/** What Bolt receives → utterances, answered where they were said. Acknowledged at once, always; each handled once. */

import type { App } from '@slack/bolt'
import { findCommand } from '../../src/commands/table.js'
import type { Said } from '../../src/commands/typed.js'
import { messageOf } from '../../src/text/error-message.js'
import { actionPrefix } from './buttons.js'
import type { Way } from './converse.js'
import { type EventOptions, eventListeners, homeTalk } from './events.js'
import type { Log } from './log.js'
import { checkShortcut } from './manifest.js'
import { formOf, type Modals } from './modals.js'
import { type Base, type Body, type Event, workspaceOf } from './payload.js'
import type { Talk } from './talk.js'
import { readButton, readCommand, wordsOfMessage } from './typed.js'

export interface UpdateOptions extends EventOptions {
  app: App
  modals: Modals
  mayManage(talk: Talk): Promise<boolean>
  log: Log
  /** Every handler that runs, so that a stop can wait for it. */
  track(work: Promise<unknown>): void
}

/** Registers every listener. */
export function listen(options: UpdateOptions): void {
  const { app, converse, modals, conversations, handled, log, now } = options

  /** Nothing that goes wrong may reach Slack as a missing acknowledgement, or end the process. */
  function run(what: string, work: () => Promise<void>): Promise<void> {
    const running = work().catch((error: unknown) => log.error({ platform: 'slack', error: messageOf(error) }, what))
    options.track(running)
    return running
  }

  async function firstTime(key: string): Promise<boolean> {
    return handled.first('slack', key, now())
  }

  for (const [name, listener] of Object.entries(eventListeners(options)))
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
      if (form) {
        if (!(await firstTime(`open:${command.trigger_id}`))) return
        if (await modals.openForm(talk, form, command.trigger_id, command.trigger_id)) return
      }
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
    if (!(await firstTime(`press:${key}`))) return
    const form = formOf(said)
    if (body.view) {
      const home = body.view.type === 'home'
      const workspace = workspaceOf(body, base)
      const talk = home
        ? homeTalk(base.client, workspace, body.user?.id ?? '')
        : modals.talkOf({ client: base.client, workspace, user: body.user?.id ?? '', title: null, thread: null }, body.view.private_metadata)
      if (said.command === 'home') return options.home(talk, key)
      if (home && form) return void (await modals.openForm(talk, form, key, key))
      return home ? modals.openAnswer(talk, said, key, key) : modals.replaceAnswer(talk, said, body.view, key)
    }
    if (form || said.command === 'cite') {
      const where = { workspace: workspaceOf(body, base), user: body.user?.id ?? '', channel: body.channel?.id ?? '' }
      const talk: Talk = { ...where, client: base.client, private: where.channel.startsWith('D'), title: body.channel?.name ?? null, thread: null }
      if (!form) return modals.openAnswer(talk, said, key, key)
      if (await modals.openForm(talk, form, key, key)) return
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
