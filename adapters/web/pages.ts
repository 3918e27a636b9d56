/** Requests for Readout's own pages → documents for readers: routes, headers, limits, errors in words. What stands in them: reader-pages.ts. */

import { readFileSync } from 'node:fs'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { etag } from 'hono/etag'
import { html } from 'hono/html'
import type { CommandPorts } from '../../src/commands/command.js'
import { readTyped } from '../../src/commands/typed.js'
import { ownPageOf } from '../../src/messages/own-pages.js'
import { packageFile } from '../../src/package-files.js'
import { type Allowance, createAllowance } from './allowance.js'
import { askForm, pageOf, type Speaking } from './ask.js'
import { documentOf, type Page, stylePath, styleSheet } from './layout.js'
import { limits } from './limits.js'
import { type Reader, readerOf } from './reader.js'
import { aboutPage, answerPage, dayPage, daysPage, type Moved, sourcesPage, storyPage, todayPage } from './reader-pages.js'
import { conversationOf, readerPorts } from './readers.js'
import { topicFeed, topicPage, topicsPage } from './topic-pages.js'

export interface PagesOptions {
  ports: CommandPorts
  /** READOUT_PUBLIC_URL. */
  publicUrl: string | null
  /** IANA zone of the newsroom: days and hours on pages are its. */
  zone: string
  /** READOUT_ACCESS: where not everyone may use the bot, only those who are signed in see its pages. */
  access: 'open' | 'invite' | 'list'
  /** Whether a request carries an admin's session. */
  isSignedIn(context: Context): Promise<boolean>
  /** Told how long an answer took, in seconds; never what was asked. */
  answered(seconds: number): void
  now: () => Date
  log: WebLog
}

/** The few words of a log that this adapter says. */
export interface WebLog {
  error(details: object, message: string): void
}

/** Readout's pages for readers. */
export function createPages(options: PagesOptions): Hono {
  const { now, log, publicUrl } = options
  const speaking: Speaking = { ports: readerPorts(options.ports), zone: options.zone, now }
  const [questions, composed] = [createAllowance(limits.questions), createAllowance(limits.pages)]
  const isPublic = options.access === 'open'
  const pages = new Hono()

  async function show(context: Context, reader: Reader, page: Page, status: 200 | 400 | 403 | 404 | 413 | 414 | 429 | 500 = 200): Promise<Response> {
    const fresh = status === 200 && page.path !== null
    context.header('Cache-Control', fresh ? `${isPublic ? 'public' : 'private'}, max-age=${limits.freshSeconds}` : 'no-store')
    context.header('Vary', 'Accept-Language')
    context.header('Content-Language', reader.lang)
    return context.html(await documentOf(page, reader, options), status)
  }

  /** One line in words, and the form to go on from. */
  function told(context: Context, reader: Reader, text: string, status: 400 | 403 | 404 | 413 | 414 | 429 | 500): Promise<Response> {
    const main = html`<h1>${text}</h1>${status === 403 ? '' : askForm(reader)}`
    return show(context, reader, { title: text, description: text, path: null, main }, status)
  }

  const notFound = (context: Context, reader: Reader): Promise<Response> => told(context, reader, reader.say('web-not-found'), 404)

  function tooMuch(context: Context, reader: Reader, allowance: Allowance): Promise<Response> {
    context.header('Retry-After', String(allowance.retryAfter(now())))
    return told(context, reader, reader.say('slow-down'), 429)
  }

  /** A page that has to be composed. */
  function page(path: string, make: (reader: Reader, context: Context) => Promise<Page | Moved | null>): void {
    pages.get(path, async (context) => {
      const reader = readerOf(context)
      if (!composed.take(now())) return tooMuch(context, reader, composed)
      const made = await make(reader, context)
      if (!made) return notFound(context, reader)
      return 'movedTo' in made ? context.redirect(made.movedTo, 302) : show(context, reader, made)
    })
  }

  async function answer(context: Context, reader: Reader, given: { q: unknown; talk: unknown }): Promise<Response> {
    const typed = typeof given.q === 'string' ? given.q.trim() : ''
    if (typed === '') return context.redirect(reader.to('/'), 303)
    if (typed.length > limits.question) return told(context, reader, reader.say('input-too-long', { most: limits.question }), 413)
    const said = readTyped(typed)
    const elsewhere = pageOf(said, reader)
    if (elsewhere) return context.redirect(elsewhere, 303)
    if (!questions.take(now())) return tooMuch(context, reader, questions)
    const began = performance.now()
    const made = await answerPage({ said, typed, conversation: conversationOf(given.talk) }, reader, speaking)
    options.answered((performance.now() - began) / 1_000)
    return show(context, reader, made)
  }

  pages.get(stylePath, (context) => {
    context.header('Cache-Control', 'public, max-age=31536000, immutable')
    return context.body(styleSheet, 200, { 'Content-Type': 'text/css; charset=utf-8' })
  })
  pages.get('/icon.svg', (context) => {
    context.header('Cache-Control', 'public, max-age=86400')
    return context.body(icon, 200, { 'Content-Type': 'image/svg+xml' })
  })
  pages.get('/robots.txt', (context) => context.text(`User-agent: *\nDisallow: ${isPublic ? '/?q=\nDisallow: /admin\nDisallow: /mine/' : '/'}\n`))
  pages.use(async (context, next) => {
    const reader = readerOf(context)
    if (context.req.url.length > limits.address) return told(context, reader, reader.say('web-unreadable'), 414)
    if (!isPublic && !(await options.isSignedIn(context))) return told(context, reader, reader.say('access-refused'), 403)
    return next()
  })
  pages.use(etag({ weak: true }))
  pages.get('/', async (context, next) => {
    const { q, talk } = context.req.query()
    return q === undefined ? next() : answer(context, readerOf(context), { q, talk })
  })
  page('/', (reader) => todayPage(reader, speaking))
  const tooLarge = (context: Context): Promise<Response> =>
    told(context, readerOf(context), readerOf(context).say('input-too-long', { most: limits.question }), 413)
  pages.post('/', bodyLimit({ maxSize: limits.body, onError: tooLarge }), async (context) => {
    const reader = readerOf(context)
    const form = await context.req.parseBody().catch(() => null)
    return form ? answer(context, reader, { q: form.q, talk: form.talk }) : told(context, reader, reader.say('web-unreadable'), 400)
  })
  page('/digests', (reader) => daysPage(reader, speaking))
  page('/digests/:day', async (reader, context) => {
    const own = ownPageAt(context)
    return own?.kind === 'digest' ? dayPage(own.day, reader, speaking) : null
  })
  page('/stories/:story', async (reader, context) => {
    const own = ownPageAt(context)
    if (own?.kind !== 'story') return null
    const path = `/stories/s${own.story}`
    return context.req.path === path ? storyPage(own.story, reader, speaking) : { movedTo: reader.to(path) }
  })
  page('/topics', (reader) => topicsPage(reader, speaking))
  pages.get('/topics/:feed{[a-z0-9-]+\\.rss}', async (context) => {
    const reader = readerOf(context)
    if (!composed.take(now())) return tooMuch(context, reader, composed)
    const root = publicUrl ?? new URL(context.req.url).origin
    const xml = await topicFeed(context.req.param('feed').replace(/\.rss$/, ''), { reader, speaking, root })
    if (xml === null) return notFound(context, reader)
    context.header('Cache-Control', `${isPublic ? 'public' : 'private'}, max-age=${limits.feedFreshSeconds}`)
    context.header('Vary', 'Accept-Language')
    return context.body(xml, 200, { 'Content-Type': 'application/rss+xml; charset=utf-8' })
  })
  page('/topics/:topic', async (reader, context) => {
    const own = ownPageAt(context)
    return own?.kind === 'topic' ? topicPage(own.topic, reader, speaking) : null
  })
  page('/sources', (reader, context) => sourcesPage((context.req.query('q') ?? '').slice(0, limits.question), reader, speaking))
  page('/about', (reader) => aboutPage(reader, speaking))
  pages.all('*', (context) => notFound(context, readerOf(context)))
  pages.onError((error, context) => {
    // Neither question nor address: only what kind of request failed.
    log.error({ method: context.req.method, error: error.message }, 'a page failed')
    const reader = readerOf(context)
    return told(context, reader, reader.say('went-wrong'), 500)
  })
  return pages
}

/** What the path of a request shows, whatever host it was asked of. */
function ownPageAt(context: Context): ReturnType<typeof ownPageOf> {
  const { origin } = new URL(context.req.url)
  return ownPageOf(origin + context.req.path, origin)
}

const icon = readFileSync(packageFile('adapters/web/icon.svg'), 'utf8')
