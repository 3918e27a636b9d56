import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { isFailure } from '../../src/sources/fetch.js'
import { createHostQueue } from '../../src/sources/host-queue.js'
import { type Answer, openSite, testFetcher } from './site.js'

const text = 'Хəбəр '.repeat(500)
const packed =
  (encoding: string, body: Buffer): Answer =>
  (_request, response) =>
    response.writeHead(200, { 'content-encoding': encoding, 'content-type': 'text/html' }).end(body)

describe('fetching', () => {
  it('undoes gzip, br and deflate, offers nothing it cannot undo, and says who comes', async () => {
    const site = await openSite({
      '/gzip': packed('gzip', gzipSync(text)),
      '/br': packed('br', brotliCompressSync(text)),
      '/deflate': packed('deflate', deflateSync(text)),
      '/cut': packed('gzip', gzipSync(text).subarray(0, -12)),
      '/odd': packed('lzma', Buffer.from('x')),
    })
    const fetcher = testFetcher()
    for (const path of ['/gzip', '/br', '/deflate', '/cut']) {
      const outcome = await fetcher.fetch({ url: site.root + path })
      expect(outcome.kind === 'ok' && Buffer.from(outcome.bytes).toString().startsWith('Хəбəр '), path).toBe(true)
    }
    expect(await fetcher.fetch({ url: `${site.root}/odd` })).toMatchObject({ kind: 'network', meaning: expect.stringContaining('compressed') })
    const headers = site.requests.at(-1)?.headers ?? {}
    expect(headers['user-agent']).toBe('Readout/1.2 (+mail@example.org)')
    expect(headers['accept-encoding']?.includes('zstd')).toBe('createZstdDecompress' in (await import('node:zlib')))
  })

  it('asks only for what changed', async () => {
    const site = await openSite({
      '/': (request, response) => {
        if (request.headers['if-none-match'] === '"a"' && request.headers['if-modified-since']) response.writeHead(304).end()
        else response.writeHead(200, { etag: '"a"', 'last-modified': 'Sun, 18 Aug 2024 10:00:00 GMT' }).end('x')
      },
    })
    const fetcher = testFetcher()
    const first = await fetcher.fetch({ url: site.root })
    if (first.kind !== 'ok') throw new Error(first.kind)
    expect(await fetcher.fetch({ url: site.root, etag: first.etag, lastModified: first.lastModified })).toMatchObject({ kind: 'not-modified' })
  })

  it('leaves out a validator that no header takes, and goes on reading', async () => {
    const site = await openSite({ '/': (_request, response) => response.writeHead(200, { etag: '"\u00e9"', 'last-modified': 'd\u00fcn' }).end('x') })
    const fetcher = testFetcher()
    const first = await fetcher.fetch({ url: site.root })
    if (first.kind !== 'ok') throw new Error(first.kind)
    expect(await fetcher.fetch({ url: site.root, etag: first.etag, lastModified: first.lastModified })).toMatchObject({ kind: 'ok' })
    expect(site.requests.at(-1)?.headers).not.toHaveProperty('if-none-match')
  })

  it('names the new address only when every redirect was permanent', async () => {
    const to =
      (status: number, location: string): Answer =>
      (_request, response) =>
        response.writeHead(status, { location }).end()
    const site = await openSite({ '/a': to(301, '/b'), '/b': to(308, '/end'), '/c': to(301, '/d'), '/d': to(302, '/end'), '/end': 'x' })
    const fetcher = testFetcher()
    expect(await fetcher.fetch({ url: `${site.root}/a` })).toMatchObject({ kind: 'ok', movedTo: `${site.root}/end` })
    expect(await fetcher.fetch({ url: `${site.root}/c` })).toMatchObject({ kind: 'ok', movedTo: null, url: `${site.root}/end` })
  })

  it.each([
    [404, 'http-error', false],
    [410, 'gone', false],
    [500, 'http-error', true],
    [403, 'http-error', false],
  ])('says what status %i means', async (status, kind, passing) => {
    const site = await openSite({ '/': (_request, response) => response.writeHead(status).end() })
    const outcome = await testFetcher().fetch({ url: site.root, robots: false })
    expect(outcome).toMatchObject({ kind, status, passing })
    expect(isFailure(outcome) && outcome.meaning).toContain(`(${status})`)
  })

  it('leaves a site alone that asks for it, until its time is over', async () => {
    const site = await openSite({ '/': (_request, response) => response.writeHead(429, { 'retry-after': '120' }).end() })
    const fetcher = testFetcher()
    expect(await fetcher.fetch({ url: site.root, robots: false })).toMatchObject({ retryAfter: new Date('2024-09-01T12:02:00Z') })
    await fetcher.fetch({ url: `${site.root}/other`, robots: false })
    expect(site.requests).toHaveLength(1)
  })

  it('keeps to robots.txt, which it reads once', async () => {
    const robots: Answer = (_request, response) =>
      response.writeHead(200).end('User-agent: *\nDisallow: /\n\nUser-agent: readout\nDisallow: /private\nAllow: /private/open')
    const site = await openSite({ '/robots.txt': robots, '/private/a': 'x', '/private/open': 'x', '/b': 'x' })
    const fetcher = testFetcher()
    expect(await fetcher.fetch({ url: `${site.root}/private/a` })).toMatchObject({ kind: 'refused', meaning: expect.stringContaining('robots.txt') })
    expect(await fetcher.fetch({ url: `${site.root}/private/open` })).toMatchObject({ kind: 'ok' })
    expect(await fetcher.fetch({ url: `${site.root}/b` })).toMatchObject({ kind: 'ok' })
    expect(site.requests.filter(({ path }) => path === '/robots.txt')).toHaveLength(1)
    expect(site.requests.map(({ path }) => path)).not.toContain('/private/a')
  })

  it('stops at once when it is told to', async () => {
    const site = await openSite({ '/': () => undefined })
    const control = new AbortController()
    const asked = testFetcher().fetch({ url: site.root, robots: false, signal: control.signal })
    setTimeout(() => control.abort(), 50)
    expect(await asked).toMatchObject({ kind: 'aborted' })
  })
})

describe('the queue of a host', () => {
  it('runs one at a time with a pause, and several hosts beside each other', async () => {
    const queue = createHostQueue()
    const log: string[] = []
    let running = 0
    let most = 0
    const task = (name: string) => async () => {
      most = Math.max(most, ++running)
      log.push(name)
      await new Promise((resolve) => setTimeout(resolve, 10))
      running--
    }
    const start = performance.now()
    await Promise.all(['a1', 'a2', 'a3'].map((name) => queue.run('a', { atOnce: 1, pauseMs: 40 }, task(name))))
    expect(performance.now() - start).toBeGreaterThanOrEqual(100)
    expect([log, most]).toEqual([['a1', 'a2', 'a3'], 1])
    await Promise.all(['b', 'c', 'd'].map((host) => queue.run(host, { atOnce: 1, pauseMs: 40 }, task(host))))
    expect(most).toBe(3)
  })
  it('goes on after a task that failed, and lets one leave that waits', async () => {
    const queue = createHostQueue()
    const pace = { atOnce: 1, pauseMs: 0 }
    const control = new AbortController()
    const failing = queue.run('a', pace, async () => Promise.reject(new Error('no')))
    const leaving = queue.run('a', pace, async () => 1, control.signal)
    const last = queue.run('a', pace, async () => 2)
    control.abort(new Error('left'))
    await expect(failing).rejects.toThrow('no')
    await expect(leaving).rejects.toThrow('left')
    expect(await last).toBe(2)
  })
})
