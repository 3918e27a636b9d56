import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Parser from 'rss-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSession } from '../../src/verbs/session.js'
import { openSampleSite, type Site } from './site.js'

let site: Site
let hostile: Server
beforeAll(async () => {
  site = await openSampleSite()
  hostile = await openHostileOutlet()
  const { port } = hostile.address() as AddressInfo
  await createSession(site.readout, {}).say('addsource', { link: `http://127.0.0.1:${port}/feed`, yes: true, country: 'GB', name: '<b>Outlet</b>' })
})
afterAll(async () => {
  await site?.close()
  hostile?.close()
})

const hostileTitle = 'Mirzoyan and Bayramov <script>alert(1)</script> meet in Tbilisi \u202Eon border\u202C "onmouseover=x'

const accusation = 'The Azerbaijani Defence Ministry accused Armenia of opening fire at its positions on the border on Saturday morning.'
const hostilePages = {
  '/a': {
    title: hostileTitle,
    words:
      'The foreign ministers of Armenia and Azerbaijan, Ararat Mirzoyan and Jeyhun Bayramov, met in Tbilisi on 9 August 2025 and spoke about the border <img src=x onerror=alert(1)>.',
    more: 'They agreed to meet again in Yerevan and in Baku, the ministry said in a statement after the talks in Tbilisi on the peace treaty.',
  },
  '/b': {
    title: 'Azerbaijan speaks of shots at the border',
    words: accusation,
    more: 'The ministry said that its units returned fire near the village.',
  },
}
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** An outlet that writes markup and marks of direction where words are expected, and carries a claim of one side alone. */
async function openHostileOutlet(): Promise<Server> {
  const server = createServer((request, response) => {
    const root = `http://${request.headers.host}`
    const found = Object.entries(hostilePages).find(([path]) => path === request.url)?.[1]
    if (found) {
      const title = escaped(found.title)
      const body = `<article><h1>${title}</h1><p>${escaped(found.words)}</p><p>${escaped(found.more)}</p></article>`
      const head = `<title>${title}</title><meta property="article:published_time" content="2025-08-09T10:00:00Z">`
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`)
      return
    }
    const items = Object.entries(hostilePages).map(
      ([path, { title }]) =>
        `<item><title>${escaped(title)}</title><link>${root}${path}</link><pubDate>Sat, 09 Aug 2025 10:00:00 GMT</pubDate></item>`,
    )
    const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>x</title><link>${root}/</link><description>x</description>${items.join('')}</channel></rss>`
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed)
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  return server
}

/** The path of today's first story. */
const storyPath = async (): Promise<string> => /\/stories\/s\d+/.exec((await site.get('/')).body)?.[0] ?? ''
/** The words of a page's main part, without tags. */
const wordsOf = (body: string): string => (/<main[^>]*>([\s\S]*)<\/main>/.exec(body)?.[1] ?? '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const hrefs = (body: string): string[] => [...body.matchAll(/href="([^"]+)"/g)].map((found) => (found[1] ?? '').replaceAll('&amp;', '&'))

describe('the pages for readers', () => {
  it('show today’s digest beside the form, every sentence quoted with its outlet and country', async () => {
    const { status, body } = await site.get('/')
    expect(status).toBe(200)
    expect(body).toContain('<form class="ask" method="post" action="/"')
    expect(wordsOf(body)).toMatch(/“[^”]+” - Sample \w+, [A-Z]{2} \[1\]/)
  })
  it('lead from one to the next without a dead link', async () => {
    const seen = new Set<string>()
    const open = ['/']
    while (open.length > 0 && seen.size < 40) {
      const path = open.pop() ?? ''
      seen.add(path)
      const { status, body } = await site.get(path)
      expect([path, status]).toEqual([path, 200])
      for (const next of hrefs(body)) if (next.startsWith('/') && !/[?#]/.test(next) && !seen.has(next) && !open.includes(next)) open.push(next)
    }
    expect([...seen].filter((path) => path.startsWith('/stories/')).length).toBeGreaterThan(3)
    expect([...seen].some((path) => path.endsWith('.rss'))).toBe(true)
  })
  it.each([
    ['hy', 'Ձեր հարցը'],
    ['ka', 'თქვენი კითხვა'],
    ['ru', 'Ваш вопрос'],
    ['az', 'Sualınız'],
    ['tr', 'Sorunuz'],
  ])('speak %s when the address or the browser asks for it, and keep to it', async (lang, words) => {
    const asked = await site.get(`/?lang=${lang}`)
    expect(asked.body).toContain(`<html lang="${lang}"`)
    expect(asked.body).toContain(words)
    expect(hrefs(asked.body).filter((href) => href.startsWith('/stories/') && !href.endsWith(`?lang=${lang}`))).toEqual([])
    expect((await site.get('/', { 'accept-language': `xx, ${lang}-XX;q=0.9, en;q=0.5` })).body).toContain(words)
  })
  it('name a past day as it was, quiet or not', async () => {
    expect(wordsOf((await site.get('/digests/2025-08-09')).body)).toContain('Digest, 9 August 2025')
    const quiet = wordsOf((await site.get('/digests/2025-08-07')).body)
    expect(quiet).toContain('7 August 2025')
    expect(quiet).not.toContain('8 August 2025')
  })
  it('answer a question by form and by address, and go on in the same conversation', async () => {
    const { body, headers } = await site.post('/', { q: 'latest on peace treaty' })
    expect(headers['cache-control']).toBe('no-store')
    expect(wordsOf(body)).toMatch(/“[^”]+” - Sample/)
    const talk = /name="talk" value="([\w-]{22})"/.exec(body)?.[1] ?? ''
    expect(talk).not.toBe('')
    expect(wordsOf((await site.post('/', { q: 'more', talk })).body)).not.toBe(wordsOf((await site.post('/', { q: 'more' })).body))
    expect((await site.get('/?q=positions%20peace%20treaty')).status).toBe(200)
  })
  it('keep nothing of those who ask', async () => {
    await site.post('/', { q: 'latest on border' })
    expect((await site.readout.commandPorts.subscriptions.counts()).chats).toBe(0)
    const chat = await site.readout.commandPorts.chats.chat({ platform: 'web', workspace: '', chat: 'probe', thread: '' }, 'private', new Date())
    const person = await site.readout.commandPorts.chats.person({ platform: 'web', workspace: '', user: 'probe' }, new Date())
    // The operator's own terminal is the only other one there is.
    expect([chat.id, person.id]).toEqual([2, 2])
  })
  it('refuse kindly what needs a chat, what is too long and what comes too fast', async () => {
    const { body } = await site.post('/', { q: '/subscribe 8:30' })
    expect(wordsOf(body)).toContain('needs a page of your own, or a chat in Telegram or Slack')
    expect(body).toContain('href="/mine?q=%2Fsubscribe+8%3A30"')
    expect(wordsOf((await site.post('/', { q: '/stats' })).body)).toContain('for admins of this bot')
    const long = await site.post('/', { q: 'x'.repeat(1_001) })
    expect([long.status, wordsOf(long.body)]).toEqual([413, expect.stringContaining('too long for a question')])
    expect((await site.post('/', { q: 'x'.repeat(40_000) })).status).toBe(413)
    expect((await site.get(`/?q=${'x'.repeat(5_000)}`)).status).toBe(414)
    const other = await site.open()
    const all = await Promise.all(Array.from({ length: 25 }, () => other.post('/', { q: 'what is new' })))
    const slowed = all.filter(({ status }) => status === 429)
    expect(slowed.length).toBeGreaterThan(0)
    expect(Number(slowed[0]?.headers['retry-after'])).toBeGreaterThan(0)
    await other.close()
  })
  it('escape what is asked', async () => {
    const { body } = await site.post('/', { q: '<script>alert(1)</script>" onfocus="x' })
    expect(body).not.toContain('<script')
    expect(body).not.toContain('" onfocus="x')
  })
  it('send a command that has a page of its own there', async () => {
    const to = async (q: string) => (await site.post('/', { q })).headers.location
    expect(await Promise.all(['topics', 'story s4', 'digest 2025-08-09', 'sources ru'].map(to))).toEqual([
      '/topics',
      '/stories/s4',
      '/digests/2025-08-09',
      '/sources?q=ru',
    ])
  })
  it('show what a hostile outlet wrote as words, on every page and in the feed', async () => {
    const latest = await site.post('/', { q: 'latest border Tbilisi' })
    const found = await Promise.all(['/', '/topics/border', '/topics/border.rss', '/sources', '/digests/2025-08-09'].map((path) => site.get(path)))
    const bodies = [latest, ...found].map(({ body }) => body)
    expect(bodies.filter((body) => body.includes('&lt;script&gt;alert(1)')).length).toBeGreaterThan(2)
    for (const body of bodies) expect(body).not.toMatch(/<script|<img src=x|<b>Outlet|"onmouseover|[\u202a-\u202e\u2066-\u2069]/)
  })
  it('tell where the answer to a claim was looked for, wherever the claim is told', async () => {
    for (const path of ['/topics/border', '/topics/border.rss']) {
      const { body } = await site.get(path)
      expect(body).toContain(accusation)
      expect(body).toMatch(/No answer from Yerevan in the one source of Armenia read until \d\d:\d\d/)
    }
  })
  it('say in words that there is no such page', async () => {
    for (const path of [
      '/nope',
      '/stories/s99999',
      '/stories/x',
      '/digests/2025-13-01',
      '/digests/2031-01-01',
      '/topics/nothing',
      '/topics/nothing.rss',
    ]) {
      const { status, body } = await site.get(path)
      expect([path, status]).toEqual([path, 404])
      expect(wordsOf(body)).toContain('There is no such page.')
    }
    expect((await site.get('/stories/4')).headers.location).toBe('/stories/s4')
  })
})

describe('the headers of pages', () => {
  it('allow no script, no frame, nothing from elsewhere, and set no cookie', async () => {
    const { headers, body } = await site.get('/')
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
    expect([headers['x-content-type-options'], headers['referrer-policy'], headers['set-cookie']]).toEqual(['nosniff', 'same-origin', undefined])
    expect(body).not.toMatch(/<script|<style| style=| on\w+=/)
  })
  it('let a browser ask whether a page has changed', async () => {
    const first = await site.get('/about')
    const again = await site.get('/about', { 'if-none-match': String(first.headers.etag) })
    expect([again.status, again.body]).toEqual([304, ''])
    expect(first.headers['cache-control']).toBe('public, max-age=60')
  })
  it('keep the style sheet for ever under an address of its own', async () => {
    const path = hrefs((await site.get('/')).body).find((href) => href.endsWith('.css')) ?? ''
    const { headers } = await site.get(path)
    expect(headers['content-type']).toContain('text/css')
    expect(headers['cache-control']).toContain('immutable')
  })
  it('name absolute addresses only where the public one is known', async () => {
    const path = await storyPath()
    const inside = (await site.get(path)).body
    expect(inside).not.toMatch(/og:url|canonical|hreflang="x-default"/)
    const outside = await site.open({ publicUrl: 'https://readout.example' })
    const { body, headers } = await outside.get(path, { host: 'readout.example' })
    expect(body).toContain(`<meta property="og:url" content="https://readout.example${path}">`)
    expect(body).toContain(`<link rel="alternate" hreflang="ka" href="https://readout.example${path}?lang=ka">`)
    expect(body).toMatch(/og:description" content="“[^"]+” - Sample \w+, [A-Z]{2}/)
    expect(headers['strict-transport-security']).toBe('max-age=15552000')
    expect((await outside.get('/', { host: 'evil.example' })).status).toBe(421)
    await outside.close()
  })
  it('are refused to readers who are not invited', async () => {
    const closed = await site.open({ access: 'invite', password: 'a long password' })
    const { status, body } = await closed.get(await storyPath())
    expect([status, wordsOf(body)]).toEqual([403, expect.stringContaining('invited')])
    expect((await closed.get('/topics/peace-treaty.rss')).status).toBe(403)
    const signedIn = await closed.post('/admin/login', { password: 'a long password' }, { origin: closed.root })
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? ''
    const entered = await closed.get('/', { cookie })
    expect([entered.status, entered.headers['cache-control']]).toEqual([200, 'private, max-age=60'])
    await closed.close()
  })
})

describe('a topic’s feed', () => {
  it('is RSS that a feed reader takes, with quoted headlines and absolute links', async () => {
    const outside = await site.open({ publicUrl: 'https://readout.example' })
    const { body, headers } = await outside.get('/topics/peace-treaty.rss', { host: 'readout.example' })
    expect(headers['content-type']).toContain('application/rss+xml')
    const feed = await new Parser().parseString(body)
    expect([feed.link, feed.language]).toEqual(['https://readout.example/topics/peace-treaty', 'en'])
    expect(feed.items.length).toBeGreaterThan(1)
    for (const item of feed.items) {
      expect(item.link).toMatch(/^https:\/\/readout\.example\/stories\/s\d+$/)
      expect(item.title).toMatch(/“[^”]+” - .+, [A-Z]{2}/)
    }
    await outside.close()
  })
})

describe('/metrics', () => {
  it('names a bot that its platform refuses, while it does', async () => {
    const { commandPorts: ports } = site.readout
    const stopped = [{ sender: 'telegram:1', reason: 'copy the token anew', since: new Date() }]
    const refused = await site.open({ ports: { ...ports, outboxView: { ...ports.outboxView, stopped: async () => stopped.splice(0) } } })
    expect((await refused.get('/metrics')).body).toMatch(/^readout_sending_stopped\{sender="telegram:1"\} 1$/m)
    await refused.close()
    const fine = await site.open()
    expect((await fine.get('/metrics')).body).not.toMatch(/^readout_sending_stopped\{/m)
    await fine.close()
  })
  it('gives numbers in Prometheus’ format, and nobody’s words', async () => {
    const other = await site.open()
    await other.post('/', { q: 'latest on peace treaty' })
    const { body, headers } = await other.get('/metrics')
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/)
    expect(body).toMatch(/^readout_articles\{relevant="true"\} [1-9]\d*$/m)
    expect(body).toMatch(/^readout_stories [1-9]\d*$/m)
    expect(body).toMatch(/^readout_sources\{condition="well"\} [1-9]\d*$/m)
    expect(body).toMatch(/^readout_outbox\{state="stuck"\} 0$/m)
    expect(body).toMatch(/^readout_answer_seconds_count\{platform="web"\} 1$/m)
    expect(body).toMatch(/^process_resident_memory_bytes [1-9]\d*$/m)
    expect(body).not.toContain('peace')
    for (const line of body.split('\n')) expect(line).toMatch(/^(?:#.*|[a-z_\d]+(?:\{[^}]*\})? [-+\d.e]+|)$/i)
    // No language model is used.
    expect(body).not.toContain('readout_model')
    await other.close()
  })
  it('counts what the language model was asked and what of it may be shown, where there is one', async () => {
    const counts = { answered: 7, failed: 2, translated: 4, refused: 3 }
    const other = await site.open({ languageModelCounts: () => counts })
    expect((await other.get('/metrics')).body).toMatch(/^readout_model_calls_total\{outcome="failed"\} 2$/m)
    counts.translated++
    const { body } = await other.get('/metrics')
    expect(body).toMatch(/^readout_model_headlines_total\{outcome="translated"\} 5$/m)
    expect(body).toMatch(/^readout_model_headlines_total\{outcome="refused"\} 3$/m)
    await other.close()
  })
})

describe('what admins mend', () => {
  it('shows on every page at once: no hidden story, and from a merged one to the one it became', async () => {
    const session = createSession(site.readout, {})
    const { body } = await site.get('/')
    const [gone, into, from] = [...new Set([...body.matchAll(/\/stories\/s(\d+)/g)].map((found) => Number(found[1])))].slice(-3)
    const title = /<h1 class="story">[\s\S]*?<strong>([^<]+)</.exec((await site.get(`/stories/s${gone}`)).body)?.[1] ?? ''
    expect(title).not.toBe('')
    await session.say('hide', `s${gone}`)
    expect((await site.get(`/stories/s${gone}`)).status).toBe(404)
    for (const path of ['/', '/digests/2025-08-09']) expect((await site.get(path)).body).not.toContain(title)
    await session.say('merge', `s${into} s${from}`)
    const [kept, merged] = [Math.min(into ?? 0, from ?? 0), Math.max(into ?? 0, from ?? 0)]
    const moved = (await Promise.all([kept, merged].map((id) => site.get(`/stories/s${id}`)))).filter(({ status }) => status === 302)
    expect(moved).toHaveLength(1)
    expect((await site.get(String(moved[0]?.headers.location))).status).toBe(200)
  })
})
