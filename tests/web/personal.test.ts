/** A reader's own page over real HTTP: made, subscribed on, delivered to by the outbox, read as a feed, forgotten. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startHealth } from '../../adapters/web/health.js'
import { createWebPlatform } from '../../adapters/web/inbox.js'
import { unusedBefore } from '../../adapters/web/personal.js'
import { createWeb, inviteLink, type WebOptions } from '../../adapters/web/web.js'
import { showEdition, showInbox } from '../../digests/show-edition.js'
import type { CommandPorts } from '../../src/commands/command.js'
import { createHandle } from '../../src/handle.js'
import { loadLexicon } from '../../src/lexicon/load.js'
import type { Store } from '../../src/store/open.js'
import { placeArticle } from '../../src/stories/place.js'
import { plannerOf, senderOf } from '../digests/parts.js'
import { states, until } from '../digests/world.js'
import { sampleArticle, sampleSource } from '../store/sample-articles.js'
import { openTestStore, silentLog } from '../store/test-store.js'

const lexicon = loadLexicon()
const evening = new Date('2024-08-18T20:00:00Z')
const morning = new Date('2024-08-19T08:30:02Z')
let now = evening
let store: Store
let ports: CommandPorts
const closing: (() => Promise<void>)[] = []

beforeAll(async () => {
  store = await openTestStore()
  const shown = { outboxView: store.outboxView, sharedBlocks: store.editions.sharedBlocks }
  ports = {
    ...store,
    lexicon,
    sample: false,
    web: { publicUrl: null, loginLink: (code: string) => code, inviteLink: (code: string) => inviteLink('https://r.example/', code) },
    showEdition: (edition: number, chat: number) => showEdition(edition, chat, shown),
    showInbox: (chat: number, limit: number) => showInbox(chat, limit, shown),
    isSendingPaused: async () => false,
  } as unknown as CommandPorts
  const source = await sampleSource(store, 'wire', 'UTC')
  const url = 'https://wire.example/border'
  const article = sampleArticle(source, {
    url,
    canonicalUrl: url,
    title: 'Ministers meet on the border',
    text: 'The ministers of Armenia and Azerbaijan met on Sunday and spoke for an hour about the border.',
    publishedAt: new Date('2024-08-18T21:00:00Z'),
    topics: ['border'],
    countries: ['AM', 'AZ'],
  })
  const { id } = await store.articles.save(article, new Date('2024-08-18T21:10:00Z'))
  const saved = await store.articles.byId(id)
  if (saved) await placeArticle(saved, store.stories, { now: new Date('2024-08-18T21:10:00Z') })
})
beforeEach(async () => {
  now = evening
  for (const table of ['delivery', 'edition', 'subscription', 'chat', 'person', 'lease', 'one_time_link'] as const)
    await store.db.deleteFrom(table).execute()
})
afterAll(async () => {
  for (const close of closing) await close()
})

interface Page {
  status: number
  body: string
  headers: Headers
}

async function open(
  more: Partial<WebOptions> = {},
): Promise<(path: string, form?: Record<string, string>, headers?: Record<string, string>) => Promise<Page>> {
  const access = more.access ?? 'open'
  const { pages } = createWeb({
    ports,
    personalPages: store.personalPages,
    handle: createHandle({ ports, handled: store.handled, access, owners: [], zone: 'UTC', now: () => now, log: silentLog }),
    publicUrl: null,
    zone: 'UTC',
    access,
    password: null,
    secretKeys: [],
    lastGoodPoll: async () => null,
    languageModelCounts: null,
    now: () => now,
    log: silentLog,
    ...more,
  })
  const server = await startHealth({ host: '127.0.0.1', port: 0, publicUrl: null, checks: {}, pages })
  closing.push(() => server.close())
  return async (path, form, headers = {}) => {
    const reply = await fetch(`http://127.0.0.1:${server.port}${path}`, {
      redirect: 'manual',
      headers: { origin: `http://127.0.0.1:${server.port}`, ...headers },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    return { status: reply.status, body: await reply.text(), headers: reply.headers }
  }
}

type Asking = Awaited<ReturnType<typeof open>>

/** The address of a new page. */
async function make(ask: Asking, form: Record<string, string> = {}): Promise<string> {
  const { headers, status } = await ask('/mine', form)
  expect(status).toBe(303)
  return (headers.get('location') ?? '').split('?')[0] ?? ''
}

/** What is due now is made and delivered. */
async function deliver(sent: number): Promise<void> {
  const platform = createWebPlatform()
  await plannerOf(store, platform).planDue(now)
  const sender = senderOf(store, platform, { now: () => now })
  sender.start()
  await until('all is sent', async () => (await states(store)).sent === sent)
  await sender.stop(2_000)
}

const feedOf = (body: string): string => /\/mine\/feeds\/[\w-]{22}\.atom/.exec(body)?.[0] ?? ''

describe("a reader's own page", () => {
  it('gets the digests he subscribes to, each once, newest first, and as a feed', async () => {
    const ask = await open()
    const home = await ask('/', { q: 'subscribe 8:30 UTC' })
    expect(home.body).toContain('href="/mine?q=%2Fsubscribe+8%3A30+UTC"')
    const offer = await ask('/mine?q=/subscribe 8:30 UTC')
    expect(offer.body).toContain('<input type="hidden" name="q" value="/subscribe 8:30 UTC">')
    const path = await make(ask, { q: '/subscribe 8:30 UTC' })
    expect((await ask(`${path}?q=settings`)).body).toContain('every day at 08:30 (UTC)')
    expect((await ask(path)).body).toContain('Nothing has come yet; the next digest comes at its time')
    now = morning
    await deliver(1)
    const { body } = await ask(path)
    expect(body).toContain('Digest, 19 August 2024')
    expect(body).toContain('Ministers meet on the border')
    expect(body.split('Ministers meet on the border')).toHaveLength(2)
    now = new Date('2024-08-20T08:30:02Z')
    await deliver(2)
    const both = (await ask(path)).body
    expect(both.indexOf('Digest, 20 August')).toBeLessThan(both.indexOf('Digest, 19 August'))
    expect(both.indexOf('Digest, 20 August')).toBeGreaterThan(0)
    const feed = await ask(feedOf(both))
    expect([feed.status, feed.headers.get('content-type')]).toEqual([200, 'application/atom+xml; charset=utf-8'])
    expect(feed.body.match(/<entry>/g)).toHaveLength(2)
    expect(feed.body).toContain('Ministers meet on the border')
    // Neither the page nor any other of ours is named where nobody outside would find it.
    expect(feed.body).not.toContain('/stories/')
    expect(feed.body).not.toContain(path)
    const known = await open({ publicUrl: 'https://r.example/' })
    expect((await known(feedOf(both))).body).toMatch(/https:\/\/r\.example\/stories\/s\d+/)
  })
  it('is nobody else’s: not kept in clear, not told to other pages, in no cache and no index', async () => {
    const ask = await open()
    const path = await make(ask)
    const { headers, body } = await ask(path)
    expect(body).toContain('No digest has come here yet')
    expect(body).toContain('<p class="note">The address of the page is its key')
    expect([headers.get('cache-control'), headers.get('referrer-policy'), headers.get('x-robots-tag'), headers.get('set-cookie')]).toEqual([
      'no-store',
      'no-referrer',
      'noindex, nofollow',
      null,
    ])
    expect(body).toContain('<meta name="robots" content="noindex">')
    expect(body).not.toContain('<script')
    const key = path.split('/').at(-1) ?? ''
    expect(key).toMatch(/^[\w-]{22}$/)
    const rows = JSON.stringify([
      await store.db.selectFrom('chat').selectAll().execute(),
      await store.db.selectFrom('personal_page').selectAll().execute(),
      await store.db.selectFrom('person').selectAll().execute(),
    ])
    expect(rows).not.toContain(key)
    expect(rows).not.toContain(feedOf(body).slice(12, 34))
    for (const other of ['/mine/AAAAAAAAAAAAAAAAAAAAAA', '/mine/x', '/mine/feeds/AAAAAAAAAAAAAAAAAAAAAA.atom', `/mine/${feedOf(body).slice(12, 34)}`])
      expect((await ask(other)).status, other).toBe(404)
  })
  it('takes settings, alerts and their end; what is sent twice is done once; a link changes nothing', async () => {
    const ask = await open()
    const path = await make(ask)
    const say = async (q: string, once = '') => (await ask(path, { q, once })).body
    expect((await ask(`${path}?q=subscribe 9:00`)).body).toContain('value="subscribe 9:00"')
    expect((await store.subscriptions.counts()).subscriptions).toBe(0)
    expect(await say('follow border')).toContain('Following')
    expect(await say('settings lang ru')).toContain('русский')
    expect((await ask(path)).body).toContain('<html lang="ru"')
    expect((await ask(`${path}?lang=en`)).body).toContain('<html lang="en"')
    const once = 'ABCDEFGHIJKLMNOPQRSTUV'
    expect(await say('/subscribe 10:00 UTC', once)).toContain('Вы подписаны')
    expect(await say('/subscribe 11:00 UTC', once)).not.toContain('Вы подписаны')
    expect((await store.subscriptions.counts()).subscriptions).toBe(1)
    expect(await say('unsubscribe')).toContain('Подписка')
    expect((await store.subscriptions.counts()).subscriptions).toBe(0)
  })
  it('gives nobody a right', async () => {
    const ask = await open()
    const path = await make(ask)
    const code = await store.links.make('own', now)
    for (const q of [`/start own_${code}`, `/own ${code}`, '/stats', '/promote web:x', '/weblogin'])
      expect((await ask(path, { q })).body, q).toContain('for admins of this bot')
    expect(await store.people.hasOwner()).toBe(false)
  })
  it('is forgotten at a word, with all that hung on it', async () => {
    const ask = await open()
    const path = await make(ask, { q: '/subscribe 8:30 UTC' })
    now = morning
    await deliver(1)
    const feed = feedOf((await ask(path)).body)
    expect((await ask(path, { q: 'forget me' })).body).toContain('Forgotten: 1 subscription')
    expect([(await ask(path)).status, (await ask(feed)).status]).toEqual([404, 404])
    for (const table of ['chat', 'person', 'subscription', 'edition', 'delivery', 'personal_page'] as const)
      expect(await store.db.selectFrom(table).selectAll().execute(), table).toEqual([])
  })
  it('ends where nobody uses it: after 60 days, or a day where it subscribes to nothing', async () => {
    const ask = await open()
    const day = 86_400_000
    const empty = await make(ask)
    const read = await make(ask, { q: '/subscribe 8:30 UTC' })
    const left = await make(ask, { q: '/subscribe 8:30 UTC' })
    const feed = feedOf((await ask(read)).body)
    now = new Date(evening.getTime() + 2 * day)
    expect(await store.personalPages.forgetUnused(unusedBefore(now))).toBe(1)
    expect((await ask(empty)).status).toBe(404)
    now = new Date(evening.getTime() + 40 * day)
    expect((await ask(feed)).status).toBe(200)
    now = new Date(evening.getTime() + 61 * day)
    expect(await store.personalPages.forgetUnused(unusedBefore(now))).toBe(1)
    expect([(await ask(left)).status, (await ask(read)).status]).toEqual([404, 200])
    expect((await store.db.selectFrom('person').selectAll().execute()).length).toBe(1)
  })
  it('is made by few at once', async () => {
    const ask = await open()
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask('/mine', {})))
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(5)
    expect(Number(answers.find(({ status }) => status === 429)?.headers.get('retry-after'))).toBeGreaterThan(0)
  })
  it('is made by an invitation, once, where the bot is not open to all', async () => {
    const ask = await open({ access: 'invite' })
    expect((await ask('/mine')).status).toBe(403)
    expect((await ask('/mine', {})).status).toBe(403)
    const code = `inv_${await store.links.make('invite', now)}`
    const { body } = await ask(`/mine?code=${code}`)
    expect(body).toContain(`name="code" value="${code}"`)
    const path = await make(ask, { code })
    expect((await ask(path, { q: 'subscribe 8:30 UTC' })).body).toContain('You are subscribed')
    expect((await ask('/mine', { code })).status).toBe(403)
    // Pages of stories are for those who are signed in: here they open within.
    now = morning
    await deliver(1)
    expect((await ask(path)).body).toContain(`href="${path}?q=story+s`)
    const listed = await open({ access: 'list' })
    expect((await listed('/mine', { code: `inv_${await store.links.make('invite', now)}` })).status).toBe(403)
    // An admin who is signed in makes one, to hand its address over.
    const admins = await open({ access: 'list', password: 'correct horse' })
    const { headers } = await admins('/admin/login', { password: 'correct horse' })
    const cookie = (headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const made = await admins('/mine', {}, { cookie })
    expect((await listed(made.headers.get('location') ?? '', { q: 'subscribe 8:30 UTC' })).body).toContain('You are subscribed')
  })
  it('shows a correction in place of what it corrects', async () => {
    const ask = await open()
    const path = await make(ask, { q: '/subscribe 8:30 UTC' })
    now = morning
    await deliver(1)
    const { id, chat_id } = await store.db.selectFrom('delivery').select(['id', 'chat_id']).executeTakeFirstOrThrow()
    const message = { blocks: [{ type: 'context', spans: [{ text: 'Edited at 9:00' }] }], buttons: [], lang: 'en', stories: [] }
    const correction = { key: 'c', platform: 'web', sender: 'web', chatId: chat_id, part: 0, kind: 'correction', silent: true, carried: [] } as const
    await store.corrections.save([{ ...correction, carried: [], message: message as never, notBefore: now, under: id }], now)
    await deliver(2)
    const { body } = await ask(path)
    expect(body).toContain('Edited at 9:00')
    expect(body).not.toContain('Digest, 19 August 2024')
  })
  it('loses nothing when the process that delivers is killed, and says nothing of it', async () => {
    const ask = await open()
    const path = await make(ask, { q: '/subscribe 8:30 UTC' })
    now = morning
    await plannerOf(store, createWebPlatform()).planDue(now)
    await store.db.updateTable('delivery').set({ state: 'sending', lease_owner: 'dead', attempts: 1 }).execute()
    await deliver(1)
    expect((await ask(path)).body).toContain('Digest, 19 August 2024')
    expect(await states(store)).toEqual({ sent: 1 })
  })
})
