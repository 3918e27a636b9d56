import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, describe, expect, it } from 'vitest'
import { createExtractionPool } from '../../src/articles/extraction-pool.js'
import type { PageContext, RawPage } from '../../src/articles/page.js'
import { measuringSet } from '../measuring-sets.js'

const context: PageContext = { zone: '+04:00', now: new Date('2025-06-01T00:00:00Z'), languageHint: null }

function page(html: string, url = 'https://outlet.example/news/1'): RawPage {
  return { url, finalUrl: url, bytes: new TextEncoder().encode(html), contentType: 'text/html; charset=utf-8' }
}

const article = `<html><head><title>Ministers meet in Tbilisi | Outlet</title></head><body><h1>Ministers meet in Tbilisi</h1>
<p>The foreign ministers of two neighbouring states met in Tbilisi on Monday and spoke about the opening of a road between them.</p>
<p>Both sides said that the talks would go on next month, and that experts would first look at the old maps of the valley.</p></body></html>`

describe('the extraction pool', () => {
  const pool = createExtractionPool({ size: 2, timeoutMs: 60_000 })
  afterAll(() => pool.close())

  it('reads pages in its workers', async () => {
    const outcomes = await Promise.all(['a', 'b', 'c', 'd'].map((path) => pool.readPage(page(article, `https://outlet.example/${path}`), context)))
    expect(outcomes.map((outcome) => outcome.ok && [outcome.page.canonicalUrl, outcome.page.title])).toEqual([
      ['https://outlet.example/a', 'Ministers meet in Tbilisi'],
      ['https://outlet.example/b', 'Ministers meet in Tbilisi'],
      ['https://outlet.example/c', 'Ministers meet in Tbilisi'],
      ['https://outlet.example/d', 'Ministers meet in Tbilisi'],
    ])
  })

  it('reads pasted texts', async () => {
    const bytes = new TextEncoder().encode(
      'date 2024-08-28 A call about the treaty\n\nThe two presidents spoke by telephone about the treaty on Wednesday.\n',
    )
    const outcome = await pool.readPasted({ name: 'call.txt', url: 'file:///call.txt', bytes }, context)
    expect(outcome.ok && [outcome.page.title, outcome.page.text]).toEqual([
      'A call about the treaty',
      'The two presidents spoke by telephone about the treaty on Wednesday.',
    ])
  })

  it('tells why a page cannot be read, and goes on', async () => {
    const outcome = await pool.readPage(page('%PDF-1.7 …'), context)
    expect(outcome).toEqual({
      ok: false,
      failure: { reason: 'binary', message: 'https://outlet.example/news/1: a binary file (begins with "%PDF"), expected a page of text' },
    })
    expect((await pool.readPage(page(article), context)).ok).toBe(true)
  })

  it('keeps the main thread free while hostile pages are read', async () => {
    const delay = monitorEventLoopDelay({ resolution: 10 })
    delay.enable()
    const hostile = [
      `<p>${'<div>'.repeat(2_000)}deep`,
      '<br>'.repeat(62_500),
      '<p>one</p>'.repeat(200_000),
      '<div>'.repeat(200_000),
      `<p>${'<b><i>'.repeat(60)}${'a b '.repeat(80_000)}`,
      `<div style="${'height:0;'.repeat(100_000)}">x</div><p>${'word '.repeat(1_000)}</p>`,
      `<title>${'- '.repeat(100_000)}</title><h1>${'« '.repeat(100_000)}</h1>`,
      `<p>${'1.1.1.1.'.repeat(50_000)}</p>`,
      // 5 MB, most of it script, as some portals serve it.
      `${article}<script>${'window.state = "x";'.repeat(260_000)}</script>`,
    ]
    const outcomes = await Promise.all(hostile.map((html) => pool.readPage(page(html), context)))
    delay.disable()
    expect(outcomes.slice(0, 4).map((outcome) => !outcome.ok && outcome.failure.reason)).toEqual(['depth', 'elements', 'elements', 'depth'])
    expect(outcomes.some((outcome) => !outcome.ok && outcome.failure.reason === 'timeout')).toBe(false)
    expect(delay.max / 1e6).toBeLessThan(200)
  }, 90_000)
})

const hostileSet = measuringSet('hostile')

describe.skipIf(hostileSet === null)('the hostile documents (READOUT_CORPORA)', () => {
  const pool = createExtractionPool({ size: 1, timeoutMs: 60_000 })
  afterAll(() => pool.close())

  it('give no page, nothing from outside and nothing large', async () => {
    const folder = join(hostileSet ?? '', 'xml')
    const files = readdirSync(folder).filter((name) => name.endsWith('.xml'))
    expect(files.length).toBeGreaterThan(5)
    for (const name of files) {
      const raw = { ...page(''), bytes: readFileSync(join(folder, name)), contentType: 'text/html' }
      const outcome = await pool.readPage(raw, context)
      expect(outcome.ok || outcome.failure.reason, name).not.toBe('timeout')
      // The entity as it is written, at most: never what it stands for.
      expect(outcome.ok ? outcome.page.rawText.length : 0, name).toBeLessThanOrEqual(raw.bytes.length)
      expect(outcome.ok ? outcome.page.rawText : '', name).not.toMatch(/root:|daemon:/)
    }
  })
})

describe('an extraction pool under stress', () => {
  it('stops a page that takes too long and serves the next one from a new worker', async () => {
    const pool = createExtractionPool({ size: 1, timeoutMs: 1 })
    const slow = page(`<body>${`<div><p>${'word, '.repeat(300)}</p></div>`.repeat(1_500)}</body>`)
    const [first, second] = await Promise.all([pool.readPage(slow, context), pool.readPage(slow, context)])
    expect([first, second].map((outcome) => !outcome.ok && outcome.failure)).toEqual([
      { reason: 'timeout', message: 'https://outlet.example/news/1: not read after 1 ms, expected less' },
      { reason: 'timeout', message: 'https://outlet.example/news/1: not read after 1 ms, expected less' },
    ])
    await pool.close()
  })

  it('ends what waits when it is closed', async () => {
    const pool = createExtractionPool({ size: 1, timeoutMs: 10_000 })
    const waiting = [pool.readPage(page(article), context), pool.readPage(page(article), context)]
    await pool.close()
    const after = await pool.readPage(page(article), context)
    expect([...(await Promise.all(waiting)), after].map((outcome) => !outcome.ok && outcome.failure.reason)).toEqual(['closed', 'closed', 'closed'])
  })
})
