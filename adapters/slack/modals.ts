/** Modals: opened at once (a trigger lasts 3 seconds), filled when the answer is there, checked where they are filled in. */

import type { Said } from '../../src/commands/typed.js'
import type { Message } from '../../src/messages/message.js'
import { interfaceLanguage, type Say, words } from '../../src/messages/words.js'
import type { ChatStore } from '../../src/subscribers/chat.js'
import { messageOf } from '../../src/text/error-message.js'
import type { Converse } from './converse.js'
import { addWords, faults, filledIn, settingsWords, subscribeWords } from './form-values.js'
import * as forms from './forms.js'
import type { Log } from './log.js'
import { note } from './post.js'
import type { Uploads } from './render.js'
import { uploadImages } from './send.js'
import { addressOf, mayManage, personOf, type Talk, type Talking } from './talk.js'

export interface ModalOptions extends Talking {
  converse: Converse
  chats: Pick<ChatStore, 'chat'>
  /** Every topic by its name in one interface language. */
  topics(lang: string): string[]
  /** Owner or admin of this Readout, or an admin of a workspace that may change the sources. */
  changesSources(talk: Talk): Promise<boolean>
  now: () => Date
  log: Log
  /** Something changed that App Home shows. */
  changed(talk: Talk): Promise<void>
}

/** Kept in the view itself, so that a submission is understood whatever was restarted meanwhile. */
interface About {
  channel: string
  private: boolean
  link?: string
}

type FormName = 'subscribe' | 'settings' | 'addsource'
type Ack = (answer?: object) => Promise<void>

export interface Submission {
  talk: Omit<Talk, 'channel' | 'private'>
  view: { id: string; callback_id: string; private_metadata: string; state: unknown }
  key: string
  ack: Ack
}

const titles: Record<FormName, string> = { subscribe: 'slack-subscribe-title', settings: 'slack-settings-title', addsource: 'slack-add-title' }
const patienceMs = 1_800
const settleMs = 1_000

export function formOf(said: Said): FormName | null {
  return said.argument === '' && said.command in titles ? (said.command as FormName) : null
}

export interface Modals {
  /** A form for a bare `subscribe`, `settings`, `addsource`. False: it did not open, so that words must do. */
  openForm(talk: Talk, form: FormName, trigger: string, key: string): Promise<boolean>
  /** The answer to a command, for reading or (`cite`) copying. */
  openAnswer(talk: Talk, said: Said, trigger: string, key: string): Promise<void>
  /** A button within a modal: its answer takes the modal's place. */
  replaceAnswer(talk: Talk, said: Said, view: { id: string; private_metadata: string }, key: string): Promise<void>
  submit(submission: Submission): Promise<void>
  talkOf(base: Omit<Talk, 'channel' | 'private'>, metadata: string): Talk
}

export function createModals(options: ModalOptions): Modals {
  const { converse, chats, now, log } = options

  const aboutOf = (talk: Talk, link?: string): string =>
    JSON.stringify({ channel: talk.channel, private: talk.private, ...(link ? { link } : {}) } satisfies About)

  function readAbout(metadata: string): About {
    try {
      const about = JSON.parse(metadata) as Partial<About>
      return { channel: about.channel ?? '', private: about.private ?? true, ...(about.link ? { link: about.link } : {}) }
    } catch {
      return { channel: '', private: true }
    }
  }

  async function current(talk: Talk): Promise<forms.Now & { say: Say }> {
    const [{ settings }, hints] = await Promise.all([
      chats.chat(addressOf(talk), talk.private ? 'private' : 'group', now()),
      options.hints.of(talk.client, talk.workspace, talk.user),
    ])
    const lang = settings.lang ?? interfaceLanguage(hints.language)
    return { lang, zone: settings.zone ?? hints.zone, languagesRead: settings.languagesRead, say: words(lang) }
  }

  function shown(title: string, messages: readonly Message[], talk: Talk, uploads?: Uploads): forms.View {
    const say = words(interfaceLanguage(messages[0]?.lang))
    return forms.modal('answer', { title, close: say('slack-done'), about: aboutOf(talk) }, forms.messageBlocks(messages, uploads))
  }

  async function open(talk: Talk, title: string, trigger: string): Promise<string | null> {
    const say = words(interfaceLanguage((await Promise.race([options.hints.of(talk.client, talk.workspace, talk.user), soon(600)]))?.language))
    const waiting = forms.modal(
      'waiting',
      { title: say(title), close: say('slack-cancel'), about: aboutOf(talk) },
      forms.messageBlocks([note(say('slack-wait'), 'en')]),
    )
    const { view } = await talk.client.views.open({ trigger_id: trigger, view: waiting as never })
    return view?.id ?? null
  }

  async function fill(talk: Talk, id: string, view: forms.View): Promise<void> {
    await talk.client.views.update({ view_id: id, view: view as never })
  }

  /** With its pictures; where Slack has not looked at them yet, with what they tell. */
  async function fillAnswer(talk: Talk, id: string, title: string, messages: readonly Message[]): Promise<void> {
    const uploads = new Map<Uint8Array, string>()
    for (const message of messages) for (const [png, file] of await uploadImages(message, talk.client, log)) uploads.set(png, file)
    try {
      await fill(talk, id, shown(title, messages, talk, uploads))
    } catch (error) {
      if (uploads.size === 0) throw error
      await fill(talk, id, shown(title, messages, talk))
    }
  }

  async function form(talk: Talk, name: FormName): Promise<forms.View> {
    const state = await current(talk)
    const { say } = state
    const frame = { title: say(titles[name]), close: say('slack-cancel'), about: aboutOf(talk) }
    if (name === 'subscribe')
      return forms.modal(name, { ...frame, submit: say('slack-save') }, forms.subscribeFields(state, options.topics(state.lang), say))
    if (name === 'settings') {
      const admin = !talk.private && (await options.hints.of(talk.client, talk.workspace, talk.user)).workspaceAdmin
      const adminsOnly = admin ? await options.rules.adminsOnly(talk.workspace, talk.channel) : null
      return forms.modal(name, { ...frame, submit: say('slack-save') }, forms.settingsFields(state, adminsOnly, say))
    }
    return forms.modal(name, { ...frame, submit: say('slack-look') }, forms.linkField(say))
  }

  async function safely(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      log.error({ platform: 'slack', error: messageOf(error) }, what)
    }
  }

  /** What the work makes: shown at once where it is quick, else after a "one moment" (a submission must be answered within 3 s). */
  async function answered({ view, ack }: Submission, talk: Talk, say: Say, work: () => Promise<forms.View>): Promise<void> {
    const made = work()
    const quick = await Promise.race([made, soon(patienceMs)])
    if (quick) return ack({ response_action: 'update', view: quick })
    const waiting = note(say('slack-wait-long'), 'en')
    await ack({
      response_action: 'update',
      view: forms.modal('waiting', { title: say('slack-wait'), close: say('slack-cancel'), about: '{}' }, forms.messageBlocks([waiting])),
    })
    const late = await made
    // The update by ack and this one travel on different ways.
    await new Promise((settle) => setTimeout(settle, settleMs))
    await fill(talk, view.id, late)
  }

  async function addSource(submission: Submission, talk: Talk, about: About, values: Record<string, string>, say: Say): Promise<void> {
    const frame = { title: say('slack-add-title'), close: say('slack-cancel') }
    if (about.link) {
      const said = { command: 'addsource', argument: addWords(about.link, values) }
      return answered(submission, talk, say, async () => shown(say('slack-add-title'), await converse.messagesFor(talk, said, submission.key), talk))
    }
    const link = values.link ?? ''
    await answered(submission, talk, say, async () => {
      const found = await converse.messagesFor(talk, { command: 'addsource', argument: link }, submission.key)
      const addable = found.some((message) => message.buttons.flat().some((button) => 'command' in button && button.command === 'addsource'))
      if (!addable) return shown(say('slack-add-title'), found, talk)
      const fields = forms.addFields(found, interfaceLanguage(found[0]?.lang), say)
      return forms.modal('addsource', { ...frame, submit: say('slack-add'), about: aboutOf(talk, link) }, fields)
    })
  }

  const talkOf: Modals['talkOf'] = (base, metadata) => {
    const about = readAbout(metadata)
    return { ...base, channel: about.channel, private: about.private }
  }

  return {
    talkOf,
    async openForm(talk, name, trigger, key) {
      let id: string | null = null
      await safely('a form could not be opened', async () => {
        id = await open(talk, titles[name], trigger)
      })
      if (id === null) return false
      const opened: string = id
      await safely('a form could not be filled', async () => {
        const may = name === 'addsource' ? await options.changesSources(talk) : await mayManage(talk, options)
        if (!may) {
          const refused = await converse.messagesFor(talk, { command: name, argument: '' }, key)
          return fill(talk, opened, shown(words('en')(titles[name]), refused, talk))
        }
        await fill(talk, opened, await form(talk, name))
      })
      return true
    },
    openAnswer: (talk, said, trigger, key) =>
      safely('an answer could not be shown in a modal', async () => {
        const title = said.command === 'cite' ? 'slack-cite-title' : 'slack-home-title'
        const id = await open(talk, title, trigger)
        if (!id) return
        const messages = await converse.messagesFor(talk, said, key)
        const say = words(interfaceLanguage(messages[0]?.lang))
        if (said.command !== 'cite') {
          await fillAnswer(talk, id, say(title), messages)
          return options.changed(talk)
        }
        const frame = { title: say(title), submit: say('slack-done'), close: say('slack-cancel'), about: aboutOf(talk) }
        await fill(talk, id, forms.modal('copy', frame, forms.copyFields(messages, say)))
      }),
    replaceAnswer: (talk, said, view, key) =>
      safely('an answer could not be shown in a modal', async () => {
        const messages = await converse.messagesFor(talk, said, key)
        if (messages.length === 0) return
        const say = words(interfaceLanguage(messages[0]?.lang))
        if (said.command === 'cite') {
          const frame = { title: say('slack-cite-title'), submit: say('slack-done'), close: say('slack-cancel'), about: aboutOf(talk) }
          return fill(talk, view.id, forms.modal('copy', frame, forms.copyFields(messages, say)))
        }
        await fillAnswer(talk, view.id, say('slack-home-title'), messages)
        await options.changed(talk)
      }),
    submit: (submission) =>
      safely('a form could not be taken', async () => {
        const { view, ack, key } = submission
        const talk = talkOf(submission.talk, view.private_metadata)
        const about = readAbout(view.private_metadata)
        const values = filledIn(view.state)
        const hints = await Promise.race([options.hints.of(talk.client, talk.workspace, talk.user), soon(800)])
        const say = words(interfaceLanguage(hints?.language))
        const wrong = faults(values, say)
        if (Object.keys(wrong).length > 0) return ack({ response_action: 'errors', errors: wrong })
        if (view.callback_id === 'addsource') {
          await addSource(submission, talk, about, values, say)
          return options.changed(talk)
        }
        if (view.callback_id !== 'subscribe' && view.callback_id !== 'settings') return ack()
        const name = view.callback_id
        const argument = name === 'subscribe' ? subscribeWords(values) : settingsWords(values)
        await answered(submission, talk, say, async () => {
          const hint = await options.hints.of(talk.client, talk.workspace, talk.user)
          if (values.who && hint.workspaceAdmin && !talk.private)
            await options.rules.setAdminsOnly(talk.workspace, talk.channel, values.who === 'admins', personOf(talk))
          const messages = await converse.messagesFor(talk, { command: name, argument }, key)
          return shown(words(interfaceLanguage(messages[0]?.lang))(titles[name]), messages, talk)
        })
        await options.changed(talk)
      }),
  }
}

async function soon(ms: number): Promise<null> {
  return new Promise((settle) => setTimeout(() => settle(null), ms).unref())
}
