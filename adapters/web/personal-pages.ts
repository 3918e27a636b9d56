/** Requests below /mine → readers' own pages: made, read, spoken to, read as a feed. Whoever knows a page's key has the page; no cookie, no script. */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { html } from 'hono/html'
import type { CommandPorts } from '../../src/commands/command.js'
import { findCommand } from '../../src/commands/table.js'
import { readTyped } from '../../src/commands/typed.js'
import type { Message } from '../../src/messages/message.js'
import { plain } from '../../src/messages/spans.js'
import { words as wordsOf } from '../../src/messages/words.js'
import type { Handle } from '../../src/platform.js'
import type { Chat } from '../../src/subscribers/chat.js'
import { type Allowance, createAllowance } from './allowance.js'
import { documentOf, type Page, personalPath } from './layout.js'
import { limits } from './limits.js'
import type { WebLog } from './pages.js'
import { feedKeyOf, hashOf, isKey, newKey, type PersonalPages } from './personal.js'
import { personalFeedXml } from './personal-feed.js'
import { forgottenPage, makingPage, type PersonalView, personalPage } from './personal-page.js'
import { type Reader, readerOf } from './reader.js'
import { readerCommands } from './readers.js'

export interface PersonalOptions {
  ports: CommandPorts
  personalPages: PersonalPages
  /** The same as for every chat: commands, once each, gated. */
  handle: Handle
  publicUrl: string | null
  zone: string
  access: 'open' | 'invite' | 'list'
  isSignedIn(context: Context): Promise<boolean>
  now: () => Date
  log: WebLog
}

interface Shown {
  status?: 200 | 403 | 404 | 413 | 429
  times?: string
}

/** Bare, they only show. */
const showing: ReadonlySet<string> = new Set(['settings', 'following', 'help', 'inbox'])

function isAsking(command: string, argument: string): boolean {
  return readerCommands.has(command) || (showing.has(command) && argument === '')
}

/** Whoever holds a link is nobody who runs this Readout: for that there are the admin pages. */
function isForReaders(command: string): boolean {
  const who = findCommand(command)?.who
  return command !== 'own' && (who === undefined || who === 'anyone' || who === 'manager')
}

export function createPersonalPages(options: PersonalOptions): Hono {
  const { ports, personalPages, publicUrl, zone, access, now } = options
  const [makes, visits, questions] = [createAllowance(limits.personalPages), createAllowance(limits.pages), createAllowance(limits.questions)]
  const pages = new Hono()

  /** `times`: of which zone the hours on the page are. */
  async function show(context: Context, reader: Reader, page: Page, { status = 200, times = zone }: Shown = {}): Promise<Response> {
    context.header('Content-Language', reader.lang)
    return context.html(await documentOf(page, reader, { publicUrl, zone: times }), status)
  }

  function told(context: Context, reader: Reader, text: string, status: NonNullable<Shown['status']>): Promise<Response> {
    return show(context, reader, { title: text, description: text, path: null, main: html`<h1>${text}</h1>` }, { status })
  }

  function tooMuch(context: Context, reader: Reader, allowance: Allowance): Promise<Response> {
    context.header('Retry-After', String(allowance.retryAfter(now())))
    return told(context, reader, reader.say('slow-down'), 429)
  }

  function viewOf(key: string, reader: Reader): PersonalView {
    return {
      path: `${personalPath}/${key}`,
      feedPath: `${personalPath}/feeds/${feedKeyOf(key)}.atom`,
      reader,
      zone,
      isPublic: access === 'open',
      isAsking,
    }
  }

  /** The language of the address, of the chat, of the browser, in this order. */
  function readerFor(context: Context, chat: Chat): Reader {
    const reader = readerOf(context)
    const { lang } = chat.settings
    return lang && context.req.query('lang') !== reader.lang ? { ...reader, lang, say: wordsOf(lang) } : reader
  }

  /** What one says on his page → what is answered. */
  async function say(typed: string, chat: Chat, reader: Reader, once: string): Promise<Message[]> {
    const { command, argument } = readTyped(typed)
    if (!isForReaders(command) || (command === 'start' && /^own_/.test(argument))) {
      const text = reader.say('not-allowed', { command })
      return [{ blocks: [{ type: 'paragraph', spans: [plain(text)] }], buttons: [], lang: reader.lang }]
    }
    return options.handle({
      address: chat.address,
      kind: 'private',
      title: null,
      person: { platform: 'web', workspace: '', user: chat.address.chat },
      command,
      argument,
      languageHint: reader.lang,
      zoneHint: null,
      chatAdmin: true,
      idempotencyKey: once,
    })
  }

  async function whole(context: Context, key: string, chat: Chat, { said, words }: { said: readonly Message[]; words: string }): Promise<Response> {
    const reader = readerFor(context, chat)
    const subscriptions = await ports.subscriptions.ofChat(chat.id)
    const follows = await ports.subscriptions.following(chat.id)
    const entries = await ports.showInbox(chat.id, limits.inboxShown)
    const view = { ...viewOf(key, reader), zone: chat.settings.zone ?? zone }
    return show(context, reader, personalPage({ said, words, entries, subscribes: subscriptions.length + follows.length > 0 }, view), {
      times: view.zone,
    })
  }

  /** Who may make a page: everybody where the bot is open, else an admin who is signed in, or whom an admin invited. */
  async function mayMake(context: Context, code: string): Promise<boolean> {
    if (access === 'open' || (await options.isSignedIn(context))) return true
    return access === 'invite' && code !== '' && ports.links.use('invite', code.replace(/^inv_/, ''), 'web', now())
  }

  const tooLarge = (context: Context): Promise<Response> =>
    told(context, readerOf(context), readerOf(context).say('input-too-long', { most: limits.question }), 413)

  async function fields(context: Context): Promise<Record<string, string>> {
    const form = await context.req.parseBody().catch(() => ({}))
    return Object.fromEntries(Object.entries(form).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : '']))
  }

  pages.use(`${personalPath}/*`, async (context, next) => {
    context.header('Cache-Control', 'no-store')
    context.header('X-Robots-Tag', 'noindex, nofollow')
    if (!visits.take(now())) return tooMuch(context, readerOf(context), visits)
    return next()
  })
  pages.use(`${personalPath}/*`, bodyLimit({ maxSize: limits.body, onError: tooLarge }))

  pages.get(personalPath, async (context) => {
    const reader = readerOf(context)
    const { code = '', q = '' } = context.req.query()
    const isWelcome = access === 'open' || (access === 'invite' && code !== '') || (await options.isSignedIn(context))
    return isWelcome
      ? show(context, reader, makingPage({ code, words: q.slice(0, limits.question) }, reader))
      : told(context, reader, reader.say('web-mine-closed'), 403)
  })
  pages.post(personalPath, async (context) => {
    const reader = readerOf(context)
    const { code = '', q = '' } = await fields(context)
    if (!makes.take(now())) return tooMuch(context, reader, makes)
    if (!(await mayMake(context, code))) return told(context, reader, reader.say('web-mine-closed'), 403)
    const key = newKey()
    const chat = await personalPages.make({ hash: hashOf(key), feedHash: hashOf(feedKeyOf(key)), now: now() })
    if (access !== 'open') await ports.people.allow(chat.id, true)
    if (q !== '' && q.length <= limits.question) await say(q, chat, reader, newKey())
    return context.redirect(reader.to(`${personalPath}/${key}`, q === '' ? {} : { q: 'settings' }), 303)
  })
  pages.get(`${personalPath}/feeds/:feed{[\\w-]{22}\\.atom}`, async (context) => {
    const feedHash = hashOf(context.req.param('feed').replace(/\.atom$/, ''))
    const chat = await personalPages.byFeedHash(feedHash, now())
    if (!chat) return context.text(readerOf(context).say('web-mine-gone'), 404)
    const { lang, say: speak } = readerFor(context, chat)
    const entries = await ports.showInbox(chat.id, limits.inboxShown)
    const path = new URL(context.req.url).pathname
    const xml = await personalFeedXml({ entries, title: speak('web-mine'), lang, feedHash, made: now(), publicUrl, path })
    return context.body(xml, 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' })
  })
  pages.get(`${personalPath}/:key`, async (context) => {
    const key = context.req.param('key')
    const chat = isKey(key) ? await personalPages.byHash(hashOf(key), now()) : null
    if (!chat) return told(context, readerOf(context), readerOf(context).say('web-mine-gone'), 404)
    const typed = (context.req.query('q') ?? '').trim().slice(0, limits.question)
    const { command, argument } = readTyped(typed)
    // A link may be opened by whatever looks at links: it changes nothing.
    if (typed === '' || !isAsking(command, argument)) return whole(context, key, chat, { said: [], words: typed })
    const reader = readerFor(context, chat)
    if (!questions.take(now())) return tooMuch(context, reader, questions)
    return whole(context, key, chat, { said: await say(typed, chat, reader, newKey()), words: '' })
  })
  pages.post(`${personalPath}/:key`, async (context) => {
    const key = context.req.param('key')
    const chat = isKey(key) ? await personalPages.byHash(hashOf(key), now()) : null
    if (!chat) return told(context, readerOf(context), readerOf(context).say('web-mine-gone'), 404)
    const reader = readerFor(context, chat)
    const { q = '', once = '' } = await fields(context)
    if (q.length > limits.question) return tooLarge(context)
    if (!questions.take(now())) return tooMuch(context, reader, questions)
    const said = q === '' ? [] : await say(q, chat, reader, isKey(once) ? once : newKey())
    const left = await personalPages.byHash(hashOf(key), now())
    return left ? whole(context, key, left, { said, words: '' }) : show(context, reader, forgottenPage(said, viewOf(key, reader)))
  })
  return pages
}
