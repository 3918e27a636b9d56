import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { createExtractionPool } from '../../src/articles/extraction-pool.js'
import { inspectPage } from '../../src/articles/inspect.js'

const pool = createExtractionPool({ size: 1, timeoutMs: 20_000 })
afterAll(() => pool.close())
const context = { zone: '+04:00', now: new Date('2025-06-01T00:00:00Z'), languageHint: null }
const html = `<html><head><title>Envoy to visit | Outlet</title><meta name="author" content="Lena Korb"></head><body><h1>Envoy to visit</h1><div>12.03.2025 18:20</div>
<p>The special envoy will visit the coast on 20 March, the foreign ministry said on Wednesday.</p><p>Read also: <a href="/2">Divers look for a ferry</a></p></body></html>`

describe('inspecting', () => {
  it('a page tells what would be understood of it, packed or not', async () => {
    for (const bytes of [Buffer.from(html), gzipSync(html)]) {
      const found = await inspectPage({ name: 'envoy.html', url: 'file:///envoy.html', bytes, contentType: null }, context, pool)
      expect(found).toEqual({
        file: 'envoy.html',
        title: 'Envoy to visit',
        author: 'Lena Korb',
        publishedAt: '2025-03-12T14:20:00.000Z',
        publishedAtFrom: 'page',
        publishedAtPrecision: 'minute',
        dateHints: [
          { text: '20 March', kind: 'yearless' },
          { text: 'Wednesday', kind: 'weekday' },
        ],
        lang: 'en',
        kind: 'article',
        canonicalUrl: 'file:///envoy.html',
        text: 'The special envoy will visit the coast on 20 March, the foreign ministry said on Wednesday.',
        dropped: expect.arrayContaining([expect.objectContaining({ text: 'Read also: Divers look for a ferry' })]),
      })
    }
  })

  it('a pasted text is read as one', async () => {
    const file = {
      name: 'note.txt',
      url: 'file:///note.txt',
      bytes: Buffer.from('date 2025-03-12 Envoy to visit the coast\n\nThe special envoy will visit the coast, the ministry said.\n'),
    }
    expect(await inspectPage({ ...file, contentType: null }, context, pool)).toMatchObject({
      title: 'Envoy to visit the coast',
      publishedAtPrecision: 'day',
      lang: 'en',
    })
  })

  it('what cannot be read is told with its reason', async () => {
    const found = await inspectPage({ name: 'empty.html', url: 'file:///empty.html', bytes: new Uint8Array(), contentType: null }, context, pool)
    expect(found).toMatchObject({ file: 'empty.html', kind: 'unreadable', text: '', title: '', publishedAt: null, lang: 'und' })
    expect(found.dropped).toEqual([{ step: 'reading', reason: 'empty: file:///empty.html: an empty page, expected a page of text', text: '' }])
    expect(found.problem).toBe('file:///empty.html: an empty page, expected a page of text')
  })
})
