/** A reader's own page → what stands on it: what was answered just now, a form, what came, newest first; and how one is made. */
import { html } from 'hono/html'
import type { CommandPorts } from '../../src/commands/command.js'
import { clockTime, longDate } from '../../src/messages/format.js'
import type { Button, Message } from '../../src/messages/message.js'
import { typed } from '../../src/messages/spans.js'
import { type Page, personalPath } from './layout.js'
import { limits } from './limits.js'
import { newKey } from './personal.js'
import type { Reader } from './reader.js'
import { type Html, type Look, messageHtml, spansHtml } from './render.js'

/** A page as its reader stands before it. */
export interface PersonalView {
  /** Path of the page, key and all. */
  path: string
  feedPath: string
  reader: Reader
  zone: string
  /** Everybody may see the pages of stories. */
  isPublic: boolean
  /** Commands that change nothing: a link says them. */
  isAsking(command: string, argument: string): boolean
}

/** Lets a form be taken once, however often it is sent. */
function onceField(): Html {
  return html`<input type="hidden" name="once" value="${newKey()}">`
}

function lookOf({ path, reader, isPublic, isAsking }: PersonalView): Look {
  return {
    story: (story) => reader.to(isPublic ? `/stories/s${story}` : path, isPublic ? {} : { q: `story s${story}` }),
    button({ label, command, argument = '' }: Button) {
      const words = `${command} ${argument}`.trim()
      if (isAsking(command, argument)) return html`<a href="${reader.to(path, { q: words })}">${label}</a>`
      return html`<form method="post" action="${reader.to(path)}">${onceField()}<input type="hidden" name="q" value="/${words}"><button class="quiet">${label}</button></form>`
    },
  }
}

function hint(reader: Reader, key: string, words?: Record<string, string | number>): Html {
  return html`<p class="small">${spansHtml(typed(reader.say(key, words)))}</p>`
}

function sayForm({ path, reader }: PersonalView, words: string): Html {
  return html`<form class="ask" method="post" action="${reader.to(path)}">
<label for="q">${reader.say('web-mine-say')}</label>
<div class="row">${onceField()}<input type="text" id="q" name="q" value="${words}" maxlength="${limits.question}" autocomplete="off" autocapitalize="off" aria-describedby="hint" required> <button>${reader.say('web-mine-do')}</button></div>
<p class="hint" id="hint">${spansHtml(typed(reader.say('web-mine-hint')))}</p>
</form>`
}

function page(title: string, main: Html, languagesAt?: string): Page {
  return { title, description: title, path: null, main, ...(languagesAt ? { languagesAt } : {}) }
}

type Entry = Awaited<ReturnType<CommandPorts['showInbox']>>[number]

/** `words`: what stands in the form to be sent; `subscribes`: digests or alerts come here. */
export function personalPage(
  { said, words, entries, subscribes }: { said: readonly Message[]; words: string; entries: readonly Entry[]; subscribes: boolean },
  view: PersonalView,
): Page {
  const { reader, zone, feedPath, path } = view
  const { say, lang } = reader
  const look = lookOf(view)
  const title = say('web-mine')
  const start = look.button({ label: say('button-daily', { time: '8:30' }), command: 'subscribe', argument: '8:30' })
  const came = entries.map(
    ({ at, messages }) =>
      html`<article><p class="date">${longDate(at, lang, zone)}, ${clockTime(at, lang, zone)}</p>${messages.map((message) => messageHtml(message, look))}</article>`,
  )
  // While the page is new, what must not be overlooked stands first.
  return page(
    title,
    html`<h1>${title}</h1>
${came.length > 0 ? '' : html`<p class="note">${say('web-mine-keep')}</p>`}
${said.map((message) => messageHtml(message, look))}
${sayForm(view, words)}
${subscribes || said.length > 0 ? '' : html`<nav class="beside">${start}</nav>`}
<h2>${say('web-mine-came')}</h2>
${came.length > 0 ? came : hint(reader, subscribes ? 'web-mine-none' : 'inbox-empty')}
<h2>${say('web-mine-key')}</h2>
${came.length > 0 ? hint(reader, 'web-mine-keep') : ''}
<p class="small"><a href="${feedPath}">${say('web-mine-feed')}</a></p>
${hint(reader, 'web-mine-unused', { days: limits.unusedDays })}`,
    path,
  )
}

/** After `forget me`: the page is no more. */
export function forgottenPage(said: readonly Message[], view: PersonalView): Page {
  const look: Look = { story: () => null, button: () => null }
  return page(view.reader.say('web-mine'), html`<h1>${view.reader.say('web-mine')}</h1>${said.map((message) => messageHtml(message, look))}`)
}

/** How a page of one's own is made. `code`: of an invitation; `words`: what is to be done there first. */
export function makingPage({ code, words }: { code: string; words: string }, reader: Reader): Page {
  const { say } = reader
  const title = say('web-mine')
  const given = html`${code ? html`<input type="hidden" name="code" value="${code}">` : ''}${words ? html`<input type="hidden" name="q" value="${words}">` : ''}`
  return page(
    title,
    html`<h1>${title}</h1>
<p>${say('web-mine-what')}</p>
<form method="post" action="${reader.to(personalPath)}">${given}<button>${say('web-mine-make')}</button></form>
${words ? html`<p class="small"><code>${words}</code></p>` : ''}
${hint(reader, 'web-mine-keep')}
${hint(reader, 'web-mine-unused', { days: limits.unusedDays })}`,
    personalPath,
  )
}
