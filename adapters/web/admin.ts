/** Requests to /admin → sign in by password or one-time link, then the same commands as in a chat, said by the one who is signed in. */

import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import type { CommandPorts, Reply } from '../../src/commands/command.js'
import { runCommand, WrongWords } from '../../src/commands/run.js'
import { findCommand } from '../../src/commands/table.js'
import { plain } from '../../src/messages/spans.js'
import { operatorWords, words } from '../../src/messages/words.js'
import { personName } from '../../src/subscribers/people.js'
import { messageOf } from '../../src/text/error-message.js'
import { auditPage, type Desk, donePage, enterPage, outboxPage, overviewPage, signInPage } from './admin-pages.js'
import { createAllowance } from './allowance.js'
import { documentOf, type Page } from './layout.js'
import { limits } from './limits.js'
import type { WebLog } from './pages.js'
import type { Session, Sessions } from './sessions.js'

export interface AdminOptions {
  ports: CommandPorts
  sessions: Sessions
  /** Whether READOUT_WEB_PASSWORD and READOUT_SECRET_KEY are set. */
  hasPassword: boolean
  hasKey: boolean
  publicUrl: string | null
  zone: string
  now: () => Date
  log: WebLog
}

const say = operatorWords()
const admin = { platform: 'web', workspace: '', user: 'admin' }
/** The pages are the operator's: English. */
const reader = { lang: 'en' as const, say: words('en'), to: (path: string) => path }
/** A wrong password is answered no sooner. */
const wrongAfterMs = 400

/** Whether a form came from a page of ours: its origin names the host that was asked, or the public one. */
function isOwnOrigin(origin: string, context: Context, publicUrl: string | null): boolean {
  if (!URL.canParse(origin)) return false
  const { host } = new URL(origin)
  return host === context.req.header('host') || (publicUrl !== null && host === new URL(publicUrl).host)
}

/** `/admin` and what is below it, to be mounted at "/". */
export function createAdmin(options: AdminOptions): Hono {
  const { ports, sessions, publicUrl, zone, now } = options
  const logins = createAllowance(limits.logins)
  const pages = new Hono()

  async function show(context: Context, page: Page, status: 200 | 400 | 403 | 429 = 200): Promise<Response> {
    context.header('Cache-Control', 'no-store')
    return context.html(await documentOf(page, reader, options), status)
  }

  const signIn = (context: Context, trouble: string | null, status: 200 | 403 | 429 = 200): Promise<Response> =>
    show(context, signInPage(options, trouble), status)

  const inWords = (text: string): Reply => ({
    messages: [{ blocks: [{ type: 'paragraph', spans: [plain(text)] }], buttons: [], lang: 'en' }],
    data: null,
  })

  async function run(command: string, argument: string): Promise<Reply> {
    // Subscriptions and settings are a chat's own; this is none that anything could be sent to.
    if (findCommand(command)?.who === 'manager') return inWords(say('web-chat-only', { command }))
    const situation = {
      address: { platform: 'web', workspace: '', chat: 'admin', thread: '' },
      kind: 'private',
      person: admin,
      languageHint: 'en',
      zoneHint: null,
      now: now(),
      asOf: null,
      role: 'owner',
    } as const
    try {
      return await runCommand(command, argument, situation, ports, zone)
    } catch (error) {
      const text = messageOf(error)
      if (!(error instanceof WrongWords)) options.log.error({ command, error: text }, 'a command failed')
      return inWords(text)
    }
  }

  const deskOf = (session: Session): Desk => ({ session, ports, zone, now, run })

  async function entered(context: Context, by: string): Promise<Response> {
    await sessions.open(context)
    await ports.audit.record({ at: now(), by: personName(admin), action: 'web sign-in', detail: { by } })
    context.header('Cache-Control', 'no-store')
    return context.redirect('/admin', 303)
  }

  /** How long to wait. */
  function tooOften(context: Context): Promise<Response> {
    const seconds = logins.retryAfter(now())
    context.header('Retry-After', String(seconds))
    return signIn(context, say('web-admin-slow', { seconds }), 429)
  }

  async function fields(context: Context): Promise<Record<string, string>> {
    const form = await context.req.parseBody().catch(() => ({}))
    return Object.fromEntries(Object.entries(form).filter((field): field is [string, string] => typeof field[1] === 'string'))
  }

  /** A page for those who are signed in. */
  function page(path: string, make: (desk: Desk, context: Context) => Promise<Page>): void {
    pages.get(path, async (context) => {
      const session = await sessions.of(context)
      return session ? show(context, await make(deskOf(session), context)) : signIn(context, null)
    })
  }

  /** A form of those who are signed in. */
  function form(path: string, act: (desk: Desk, given: Record<string, string>, context: Context) => Promise<Response>): void {
    pages.post(path, async (context) => {
      const [session, given] = [await sessions.of(context), await fields(context)]
      if (!session || !sessions.isToken(session, given.token)) return signIn(context, say('web-admin-forged'), 403)
      return act(deskOf(session), given, context)
    })
  }

  pages.use('/admin/*', csrf({ origin: (origin, context) => isOwnOrigin(origin, context, publicUrl) }), bodyLimit({ maxSize: limits.adminBody }))
  page('/admin', overviewPage)
  page('/admin/outbox', outboxPage)
  page('/admin/audit', (desk, context) =>
    auditPage(desk, /^\d{1,15}$/.test(context.req.query('before') ?? '') ? Number(context.req.query('before')) : null),
  )
  pages.post('/admin/login', async (context) => {
    const { password = '' } = await fields(context)
    if (!logins.take(now())) return tooOften(context)
    if (sessions.isPassword(password)) return entered(context, 'password')
    await new Promise((settle) => setTimeout(settle, wrongAfterMs))
    return signIn(context, say('web-admin-wrong'), 403)
  })
  pages.get('/admin/enter', (context) => show(context, enterPage(context.req.query('code') ?? '')))
  pages.post('/admin/enter', async (context) => {
    const { code = '' } = await fields(context)
    if (!logins.take(now())) return tooOften(context)
    if (await ports.links.use('login', code, personName(admin), now())) return entered(context, 'one-time link')
    return signIn(context, say('web-admin-link-bad'), 403)
  })
  form('/admin/leave', async ({ session }, _given, context) => {
    sessions.close(context, session)
    return context.redirect('/admin', 303)
  })
  form('/admin/run', async (desk, given, context) => {
    const [, word = '', rest = ''] = /^\/?(\S+)\s*([\s\S]*)$/u.exec(given.words?.trim() ?? '') ?? []
    const [command, argument] = given.command === undefined ? [word, rest] : [given.command, given.argument ?? '']
    return show(context, donePage(`${command} ${argument}`.trim(), await run(command, argument), desk))
  })
  return pages
}
