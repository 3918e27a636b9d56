/** Bytes of a page with the type its server named → its text, in the encoding it is really in. */
import { gunzipSync } from 'node:zlib'
import { decodeArmscii } from './decode-armscii.js'
import { UnreadablePage } from './unreadable-page.js'

/** Largest page read, in bytes. */
export const pageByteLimit = 10_000_000

const binaryTypes = /^(?:image|audio|video|font)\/|^application\/(?:pdf|zip|gzip|octet-stream|msword|vnd\.|x-)/i
const textTypes = /xml|html|json|text|php/i
const magics = ['%PDF-', 'PK\u0003\u0004', '\u0089PNG', 'GIF8', '\u00ff\u00d8\u00ff', 'RIFF', '\u0000\u0000\u0001\u0000', 'wOF', 'ID3', '\u007fELF']
const legacies = ['windows-1251', 'windows-1254', 'windows-1252', 'koi8-r'] as const

function latin(bytes: Uint8Array, length: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, length))
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function declared(bytes: Uint8Array, contentType: string | null): string[] {
  const head = latin(bytes, 4096)
  const names = [
    /charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType ?? ''),
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head),
    /^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w:.-]+)/i.exec(head),
  ]
  return names.flatMap((found) => (found?.[1] ? [found[1].toLowerCase()] : []))
}

function decodeAs(bytes: Uint8Array, name: string, fatal: boolean): string | null {
  if (/^armscii-?8a?$/.test(name)) return decodeArmscii(bytes)
  try {
    return new TextDecoder(name, { fatal }).decode(bytes)
  } catch {
    return null
  }
}

/** Share of the non-ASCII characters that are letters as a text of that encoding has them; 0 to 1. */
function plausibility(text: string, name: string): number {
  let strange = 0
  let fitting = 0
  let before = ''
  for (const character of text.slice(0, 40_000)) {
    if (character >= '\u0080') {
      const cyrillic = /[а-яёА-ЯЁҐґЄєІіЇї]/.test(character)
      const fits =
        name === 'windows-1251' || name === 'koi8-r'
          ? // A capital in the middle of a word is what the wrong one of the two Cyrillic tables gives.
            cyrillic && !(/[А-ЯЁ]/.test(character) && /[а-яё]/.test(before))
          : name === 'windows-1254'
            ? /[çğıöşüÇĞİÖŞÜâîûÂÎÛ]/.test(character)
            : /[äöüßéèêàçñáíóúÄÖÜÉÀ]/.test(character)
      if (fits || /[«»“”„‘’–—…№\u00a0·•©°]/.test(character)) fitting += fits ? 1 : 0.5
      else strange++
    }
    before = character
  }
  return fitting + strange === 0 ? 0 : fitting / (fitting + strange)
}

function guess(bytes: Uint8Array): string | null {
  const best = legacies
    .map((name) => ({ text: decodeAs(bytes, name, false) ?? '', name }))
    .map((candidate) => ({ ...candidate, score: plausibility(candidate.text, candidate.name) }))
    .reduce((a, b) => (b.score > a.score + 0.02 ? b : a))
  return best.score >= 0.75 ? best.text : null
}

function refuseBinary(bytes: Uint8Array, contentType: string | null, url: string): void {
  const start = latin(bytes, 1024)
  const refuse = (value: string) => new UnreadablePage('binary', { url, value, expectation: 'a page of text' })
  if (magics.some((magic) => start.startsWith(magic))) throw refuse(`a binary file (begins with ${JSON.stringify(start.slice(0, 4))})`)
  if (contentType && binaryTypes.test(contentType) && !textTypes.test(contentType)) throw refuse(`content type "${contentType.slice(0, 60)}"`)
  const controls = bytes.subarray(0, 4096).reduce((sum, byte) => sum + (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) ? 1 : 0), 0)
  if (controls > Math.min(bytes.length, 4096) * 0.02) throw refuse(`${controls} control characters in the first 4096 bytes`)
}

/** UTF-16 without a mark shows as a zero in every second byte of its ASCII part. */
function wideWithoutMark(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 512)
  if (sample.length < 16) return null
  let even = 0
  let odd = 0
  for (const [index, byte] of sample.entries()) if (byte === 0) index % 2 ? odd++ : even++
  if (odd > sample.length * 0.3 && even < sample.length * 0.05) return 'utf-16le'
  return even > sample.length * 0.3 && odd < sample.length * 0.05 ? 'utf-16be' : null
}

/** A saved `.html.gz`, or a page whose server forgot to say that it is packed. */
function unpack(bytes: Uint8Array, url: string): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: pageByteLimit })
  } catch (cause) {
    const large = cause instanceof RangeError
    throw large
      ? new UnreadablePage('size', {
          url,
          value: `more than ${pageByteLimit} bytes when unpacked`,
          expectation: `at most ${pageByteLimit} bytes`,
          cause,
        })
      : new UnreadablePage('binary', { url, value: 'a broken gzip file', expectation: 'a page of text', cause })
  }
}

/** Feeds and data that programs read: their text is no article. */
function refuseData(text: string, url: string): void {
  const start = text.slice(0, 2_000).replace(/^\s*(?:<\?xml[^>]{0,200}\?>|<!--[\s\S]{0,1000}?-->|<\?xml-stylesheet[^>]{0,300}\?>|\s+)*/, '')
  const root = /^<(rss|feed|rdf:RDF|urlset|sitemapindex|opml)[\s>]/i.exec(start)?.[1]
  const refuse = (value: string) => new UnreadablePage('data', { url, value, expectation: 'a page of text' })
  if (root) throw refuse(`a feed or list for programs (<${root}>)`)
  if (/^(?:\{\s*"|\[\s*\{\s*")/.test(start) && /[}\]]\s*$/.test(text)) throw refuse('JSON')
}

/**
 * Order: byte order mark, HTTP charset, meta charset, UTF-8; a declaration that the bytes contradict is not believed
 * (WHATWG Encoding names; ARMSCII-8 besides). A gzip file is unpacked.
 * Throws UnreadablePage for nothing, a binary, a feed, too much, or no encoding that gives text.
 */
export function decodePage(packed: Uint8Array, contentType: string | null, url: string): string {
  const bytes = unpack(packed, url)
  if (bytes.length > pageByteLimit)
    throw new UnreadablePage('size', { url, value: `${bytes.length} bytes`, expectation: `at most ${pageByteLimit} bytes` })
  if (bytes.length === 0) throw new UnreadablePage('empty', { url, value: 'an empty page', expectation: 'a page of text' })
  const mark = byteOrderMark(bytes) ?? wideWithoutMark(bytes)
  if (!mark) refuseBinary(bytes, bytes === packed ? contentType : null, url)
  const text = (mark && decodeAs(bytes, mark, false)) ?? decodeUnmarked(bytes, declared(bytes, contentType), url)
  if (text.trim() === '') throw new UnreadablePage('empty', { url, value: 'nothing but white space', expectation: 'a page of text' })
  const clean = text.replaceAll('\u0000', '').replace(/^\ufeff/, '')
  refuseData(clean, url)
  return clean
}

function decodeUnmarked(bytes: Uint8Array, names: string[], url: string): string {
  const utf8 = decodeAs(bytes, 'utf-8', true)
  // Text of another encoding is valid UTF-8 only by a rare accident, so valid UTF-8 wins over any single-byte declaration.
  if (utf8 !== null && !names.some((name) => /^(?:iso-2022|hz-gb|utf-7)/.test(name))) return utf8
  for (const name of names) {
    if (/^utf-?(?:8|16)/.test(name)) continue
    const text = decodeAs(bytes, name, false)
    if (text !== null && !text.includes('\ufffd')) {
      const cyrillic = /^(?:windows-1251|koi8-r|cp1251)$/.test(name)
      if (!cyrillic || plausibility(text, name === 'koi8-r' ? 'koi8-r' : 'windows-1251') > 0.6) return text
    }
  }
  const lossy = new TextDecoder('utf-8').decode(bytes)
  const lost = lossy.split('\ufffd').length - 1
  const multibyte = lossy.match(/[\u0080-\ufffc]/g)?.length ?? 0
  // A few broken bytes in a UTF-8 page (a cut character, a pasted ad) are no reason to read it otherwise.
  if (lost < 4 || lost < multibyte * 0.05) return lossy
  const guessed = guess(bytes)
  if (guessed !== null) return guessed
  if (lost < lossy.length * 0.02) return lossy
  throw new UnreadablePage('encoding', {
    url,
    value: `${lost} characters that are not UTF-8${names.length ? ` (declared "${names.join('", "')}")` : ''}`,
    expectation: 'UTF-8 or a declared encoding that gives text',
  })
}
