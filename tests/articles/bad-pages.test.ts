import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readPage } from '../../src/articles/page.js'
import { readPastedText } from '../../src/articles/pasted-text.js'
import { UnreadablePage } from '../../src/articles/unreadable-page.js'

const context = { zone: null, now: new Date('2025-06-01T12:00:00Z'), languageHint: null }
const url = 'https://outlet.example/1'

function refusal(bytes: Uint8Array, contentType: string | null = 'text/html'): [string, string] {
  try {
    readPage({ url, finalUrl: url, bytes, contentType }, context)
  } catch (error) {
    if (error instanceof UnreadablePage) return [error.reason, error.message]
    throw error
  }
  throw new Error('the page was read, expected an UnreadablePage')
}

const bytesOf = (text: string) => new TextEncoder().encode(text)
const article = '<h1>Envoy to visit</h1><p>The special envoy will visit the coast on 20 March, the foreign ministry said on Wednesday.</p>'

describe('a page that is none', () => {
  it.each<[string, Uint8Array, string | null, string, string]>([
    ['an empty file', new Uint8Array(), 'text/html', 'empty', 'an empty page, expected a page of text'],
    ['white space', bytesOf(' \n\t '), 'text/html', 'empty', 'nothing but white space, expected a page of text'],
    [
      'a picture',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      'text/html',
      'binary',
      'a binary file (begins with "\u0089PNG"), expected a page of text',
    ],
    ['a PDF by its type', bytesOf('whatever'), 'application/pdf', 'binary', 'content type "application/pdf", expected a page of text'],
    [
      'noise',
      Uint8Array.from({ length: 4_096 }, (_, at) => (at * 97 + (at >> 3)) % 251),
      'text/html',
      'binary',
      'control characters in the first 4096 bytes',
    ],
    [
      'a feed',
      bytesOf('<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>'),
      'text/html',
      'data',
      'a feed or list for programs (<rss>)',
    ],
    ['JSON', bytesOf('{"error": "not found"}'), 'text/html', 'data', 'JSON, expected a page of text'],
    ['50 MB', new Uint8Array(50_000_000).fill(0x61), 'text/html', 'size', '50000000 bytes, expected at most 10000000 bytes'],
    ['50 MB in 50 KB of gzip', gzipSync(new Uint8Array(50_000_000).fill(0x61)), 'text/html', 'size', 'more than 10000000 bytes when unpacked'],
    ['a broken gzip file', gzipSync(bytesOf(article)).subarray(0, 40), 'text/html', 'binary', 'a broken gzip file'],
    [
      'no known encoding',
      bytesOf('').constructor === Uint8Array ? Uint8Array.from({ length: 3_000 }, (_, at) => 0x80 + ((at * 31) % 0x1f)) : new Uint8Array(),
      'text/html; charset=x-unheard-of',
      'encoding',
      'characters that are not UTF-8 (declared "x-unheard-of")',
    ],
  ])('%s is refused in clear words', (_, bytes, contentType, reason, words) => {
    const [found, message] = refusal(bytes, contentType)
    expect(found).toBe(reason)
    expect(message).toContain(`${url}: `)
    expect(message).toContain(words)
  })

  it('is refused as a pasted file too', () => {
    const paste = (bytes: Uint8Array) => () => readPastedText({ name: 'note.txt', url: 'file:///note.txt', bytes }, context)
    expect(paste(new Uint8Array())).toThrow('note.txt: an empty page, expected a page of text')
    expect(paste(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toThrow('a binary file')
  })
})

describe('a page that looks odd', () => {
  const textOf = (bytes: Uint8Array, contentType: string | null) => readPage({ url, finalUrl: url, bytes, contentType }, context).text
  const russian = 'Министры двух соседних государств встретились в среду и договорились открыть дорогу вдоль канала.'
  const windows1251 = Uint8Array.from(
    [...`<p>${russian}</p>`].map((char) =>
      char >= 'а' && char <= 'я' ? char.charCodeAt(0) - 0x350 : char >= 'А' && char <= 'Я' ? char.charCodeAt(0) - 0x350 : char.charCodeAt(0),
    ),
  )

  it('is read where it is packed, whatever its server says', () => {
    expect(textOf(gzipSync(bytesOf(article)), 'application/x-gzip')).toContain('special envoy')
  })
  it('is read in the encoding it is really in', () => {
    expect(textOf(windows1251, 'text/html; charset=utf-8')).toBe(russian)
    expect(textOf(windows1251, null)).toBe(russian)
    expect(textOf(windows1251, 'text/html; charset=x-unheard-of')).toBe(russian)
    expect(textOf(bytesOf(`<p>${russian}</p>`), 'text/html; charset=windows-1251')).toBe(russian)
    expect(
      textOf(
        new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from([...`<p>${russian}</p>`].map((char) => char.charCodeAt(0))).buffer)]),
        null,
      ),
    ).toBe(russian)
  })
  it('with broken bytes loses these alone', () => {
    expect(
      textOf(
        new Uint8Array([...bytesOf('<p>The envoy will visit the coast'), 0xff, ...bytesOf(', the ministry said on Wednesday in a note.</p>')]),
        null,
      ),
    ).toMatch(/^The envoy will visit the coast.?, the ministry said/u)
  })
})
