/** What an admin looks at → pages: sources worst first, outbox, changes, a form for every command; what a command answered. English, as all of the operator's. */
import { html } from 'hono/html'
import type { CommandPorts, Reply } from '../../src/commands/command.js'
import { healthText, sourceHealth } from '../../src/commands/listing-sources.js'
import { labelLine } from '../../src/commands/naming-source.js'
import type { Button, Message } from '../../src/messages/message.js'
import { link, typed } from '../../src/messages/spans.js'
import { operatorWords } from '../../src/messages/words.js'
import type { Page } from './layout.js'
import { type Html, messageHtml, spansHtml } from './render.js'
import type { Session } from './sessions.js'

const say = operatorWords()

/** Who looks, and through what. */
export interface Desk {
  session: Session
  ports: CommandPorts
  zone: string
  now: () => Date
  /** Runs a command as the one who is signed in. */
  run(command: string, argument: string): Promise<Reply>
}

type Health = Awaited<ReturnType<typeof sourceHealth>>[number]

/** A button that runs one command: by POST, with the session's token. */
function commandForm({ label, command, argument = '' }: Button, { session }: Desk, quiet = true): Html {
  return html`<form method="post" action="/admin/run"><input type="hidden" name="token" value="${session.formToken}"><input type="hidden" name="command" value="${command}"><input type="hidden" name="argument" value="${argument}"><button class="${quiet ? 'quiet' : 'plain'}">${label}</button></form>`
}

function messagesHtml(messages: readonly Message[], desk: Desk): Html {
  const look = { story: (story: number) => `/stories/s${story}`, button: (button: Button) => commandForm(button, desk) }
  return html`${messages.map((message) => messageHtml(message, look))}`
}

function page(title: string, main: Html): Page {
  return { title, description: title, path: null, main }
}

/** A link and nothing else goes in: what is there is shown first. */
function addForm({ session }: Desk): Html {
  return html`<form class="ask" method="post" action="/admin/run"><input type="hidden" name="token" value="${session.formToken}"><input type="hidden" name="command" value="addsource">
<label for="link">${say('web-admin-link')}</label>
<div class="row"><input type="text" id="link" name="argument" autocomplete="off" autocapitalize="off" spellcheck="false" required> <button>${say('web-admin-look')}</button></div></form>`
}

function anyForm({ session }: Desk): Html {
  return html`<form class="ask" method="post" action="/admin/run"><input type="hidden" name="token" value="${session.formToken}">
<label for="words">${say('web-admin-command')}</label>
<div class="row"><input type="text" id="words" name="words" autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="words-hint" required> <button>${say('web-admin-run')}</button></div>
<p class="hint" id="words-hint">${say('web-admin-command-hint')}</p></form>`
}

const ill: readonly string[] = ['ended', 'failing', 'unreadable', 'silent']

function sourceItem(health: Health, desk: Desk): Html {
  const { source, condition } = health
  const number = String(source.id)
  const hearer = { now: desk.now(), lang: 'en' as const, zone: desk.zone, say }
  const act = (key: string, command: string, argument: string): Html => commandForm({ label: say(key), command, argument }, desk)
  const turn =
    condition === 'paused'
      ? act('web-admin-resume', 'resumesource', number)
      : html`${act('web-admin-pause', 'pausesource', number)}${act('web-admin-pause-week', 'pausesource', `${number} week`)}`
  const name = spansHtml([link(`${number}. ${source.name}`, source.home ?? source.url)])
  return html`<li><div class="source"><p>${name} <span class="small">${labelLine(source, hearer)}</span></p><p class="${ill.includes(condition) ? 'small ill' : 'small'}">${healthText(health, hearer)}</p>
<details><summary>${say('web-admin-actions')}</summary><div class="row">${turn}${act('web-admin-remove', 'removesource', number)}</div></details></div></li>`
}

async function sourcesList(desk: Desk): Promise<Html> {
  const all = await sourceHealth(desk.ports, desk.now())
  return all.length === 0 ? html`<p>${say('web-admin-no-sources')}</p>` : html`<ul class="list">${all.map((health) => sourceItem(health, desk))}</ul>`
}

function head(desk: Desk, back: boolean): Html {
  const signOut = html`<form method="post" action="/admin/leave"><input type="hidden" name="token" value="${desk.session.formToken}"><button class="quiet">${say('web-admin-sign-out')}</button></form>`
  return html`<nav class="beside">${back ? html`<a href="/admin">${say('web-admin-back')}</a>` : html`<a href="/admin/outbox">${say('web-admin-outbox')}</a><a href="/admin/audit">${say('web-admin-audit')}</a>`}${signOut}</nav>`
}

/** Numbers, sources worst first, and what can be done. */
export async function overviewPage(desk: Desk): Promise<Page> {
  const { messages } = await desk.run('stats', '')
  const title = say('web-admin')
  return page(
    title,
    html`<h1>${title}</h1>${head(desk, false)}
<h2>${say('web-admin-reading')}</h2>${messagesHtml(messages, desk)}
<h2>${say('web-admin-add')}</h2>${addForm(desk)}
<h2>${say('web-admin-sources')}</h2>${await sourcesList(desk)}
${anyForm(desk)}`,
  )
}

/** What is stuck, unknown or refused, and a button for each that may be sent once more. */
export async function outboxPage(desk: Desk): Promise<Page> {
  const { messages, data } = await desk.run('outbox', '')
  const { troubled } = data as { troubled: { delivery: number; state: string }[] }
  const again = troubled
    .filter(({ state }) => state === 'unknown' || state === 'refused')
    .map(({ delivery }) => commandForm({ label: `resend ${delivery}`, command: 'resend', argument: String(delivery) }, desk))
  const title = say('web-admin-outbox')
  return page(title, html`<h1>${title}</h1>${head(desk, true)}${messagesHtml(messages, desk)}<div class="row">${again}</div>`)
}

/** Changes, the newest first; `before`: those with a lower number. */
export async function auditPage(desk: Desk, before: number | null): Promise<Page> {
  const { messages, data } = await desk.run('audit', before === null ? '' : String(before))
  const last = (data as { id: number }[]).at(-1)?.id
  const title = say('web-admin-audit')
  const older = last !== undefined && last > 1 ? html`<p><a href="/admin/audit?before=${last}">${say('web-admin-older')}</a></p>` : ''
  return page(title, html`<h1>${title}</h1>${head(desk, true)}${messagesHtml(messages, desk)}${older}`)
}

/** What a command answered. */
export function donePage(said: string, { messages }: Reply, desk: Desk): Page {
  return page(say('web-admin'), html`<h1><code>${said}</code></h1>${messagesHtml(messages, desk)}${head(desk, true)}`)
}

/** How to get in: by password where one is set, else what to do. `trouble`: why it failed just now. */
export function signInPage({ hasPassword, hasKey }: { hasPassword: boolean; hasKey: boolean }, trouble: string | null): Page {
  const form = hasPassword
    ? html`<form class="ask" method="post" action="/admin/login"><label for="password">${say('web-admin-password')}</label>
<div class="row"><input type="password" id="password" name="password" autocomplete="current-password" required> <button>${say('web-admin-sign-in')}</button></div></form>`
    : ''
  const how = [say(hasPassword ? 'web-admin-how-password' : 'web-admin-how-link'), ...(hasKey ? [] : [say('web-admin-how-key')])]
  return page(
    say('web-admin-sign-in'),
    html`<h1>${say('web-admin')}</h1>${trouble ? html`<p class="note" role="alert">${trouble}</p>` : ''}${form}${how.map((text) => html`<p class="small">${spansHtml(typed(text))}</p>`)}`,
  )
}

/** A link opened by whoever previews it is not used up: that takes a press. */
export function enterPage(code: string): Page {
  return page(
    say('web-admin-sign-in'),
    html`<h1>${say('web-admin')}</h1><p>${say('web-admin-enter')}</p><form method="post" action="/admin/enter"><input type="hidden" name="code" value="${code}"><button>${say('web-admin-sign-in')}</button></form>`,
  )
}
