/** What a reader asks or a page shows → the same commands as in every chat, said in the reader's language. */
import { html } from 'hono/html'
import type { CommandPorts, Reply } from '../../src/commands/command.js'
import { runCommand, WrongWords } from '../../src/commands/run.js'
import { findCommand } from '../../src/commands/table.js'
import type { Said } from '../../src/commands/typed.js'
import type { Button, Message } from '../../src/messages/message.js'
import { plain } from '../../src/messages/spans.js'
import { personalPath } from './layout.js'
import { limits } from './limits.js'
import type { Reader } from './reader.js'
import { readerCommands } from './readers.js'
import { type Html, type Look, messageHtml } from './render.js'

export interface Speaking {
  /** Those of readers: no chat of the store is touched. */
  ports: CommandPorts
  /** IANA zone of the newsroom. */
  zone: string
  now: () => Date
}

/** The conversation of what pages say by themselves; no reader can name it. */
const ofPages = 'pages'

function inWords(text: string, reader: Reader): Reply {
  return { messages: [{ blocks: [{ type: 'paragraph', spans: [plain(text)] }], buttons: [], lang: reader.lang }], data: { text } }
}

/** A command that needs a chat of one's own: it can be said on a page of one's own. */
function needsOwnPage({ command, argument }: Said, reader: Reader): Reply {
  if (!['manager', 'anyone'].includes(findCommand(command)?.who ?? '')) return inWords(reader.say('not-allowed', { command }), reader)
  const made = inWords(reader.say('web-chat-only', { command }), reader)
  const button: Button = { label: reader.say('web-mine-make'), command, argument }
  return { ...made, messages: made.messages.map((message) => ({ ...message, buttons: [[button]] })) }
}

/** Says a command on the page → its reply. Never throws for what a reader typed: that is answered. */
export async function utter({ command, argument }: Said, reader: Reader, speaking: Speaking, conversation = ofPages): Promise<Reply> {
  if (!readerCommands.has(command)) return needsOwnPage({ command, argument }, reader)
  const { ports, zone, now } = speaking
  try {
    return await runCommand(
      command,
      argument,
      {
        address: { platform: 'web', workspace: '', chat: conversation, thread: '' },
        kind: 'private',
        person: { platform: 'web', workspace: '', user: conversation },
        languageHint: reader.lang,
        zoneHint: null,
        now: now(),
        asOf: null,
      },
      ports,
      zone,
    )
  } catch (error) {
    if (error instanceof WrongWords) return inWords(error.message, reader)
    throw error
  }
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/

/** The page that shows what a command says; null where only an answer does. */
export function pageOf({ command, argument }: Said, reader: Reader): string | null {
  if (command === 'story' && /^s\d+$/i.test(argument)) return reader.to(`/stories/${argument.toLowerCase()}`)
  if (command === 'digest' && dayPattern.test(argument)) return reader.to(`/digests/${argument}`)
  if (command === 'sources') return reader.to('/sources', argument ? { q: argument } : {})
  if (argument !== '') return null
  if (command === 'help') return reader.to('/about')
  if (command === 'topics' || command === 'about') return reader.to(`/${command}`)
  return command === 'start' || command === 'digest' ? reader.to('/') : null
}

/** Where buttons and stories lead: to a page, or to the answer, within the same conversation. */
function lookOf(reader: Reader, more: { conversation?: string; headsPage?: boolean } = {}): Look {
  const talk = more.conversation ? { talk: more.conversation } : {}
  return {
    story: (story) => reader.to(`/stories/s${story}`),
    button({ label, command, argument = '' }: Button) {
      if (!readerCommands.has(command))
        return more.conversation ? html`<a href="${reader.to(personalPath, { q: `/${command} ${argument}`.trim() })}">${label}</a>` : null
      const to = pageOf({ command, argument }, reader) ?? reader.to('/', { q: `${command} ${argument}`.trim(), ...talk })
      return html`<a href="${to}">${label}</a>`
    },
    ...(more.headsPage ? { headsPage: true } : {}),
  }
}

/** Messages as they stand on a reader's page. */
export function messagesHtml(messages: readonly Message[], reader: Reader, more: { conversation?: string; headsPage?: boolean } = {}): Html {
  return html`${messages.map((message) => messageHtml(message, lookOf(reader, more)))}`
}

/** The form: by POST, so that what is asked stands in no address, no history and no proxy's log. */
export function askForm(reader: Reader, { conversation, question = '' }: { conversation?: string; question?: string } = {}): Html {
  const label = reader.say(conversation ? 'web-ask-further' : 'web-question')
  return html`<form class="ask" method="post" action="${reader.to('/')}" role="search">
<label for="q">${label}</label>
<div class="row"><input type="search" id="q" name="q" value="${question}" maxlength="${limits.question}" autocomplete="off" autocapitalize="off" enterkeyhint="search" aria-describedby="hint" required>
${conversation ? html`<input type="hidden" name="talk" value="${conversation}">` : ''}<button>${reader.say('web-ask')}</button></div>
<p class="hint" id="hint">${reader.say('question-missing')}</p>
</form>`
}
