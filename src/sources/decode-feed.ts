/** Bytes of a feed with the type its server named → its text, in the encoding it is really in. */
import { fromWindows1252 } from './entities.js'

export interface DecodedFeed {
  text: string
  /** WHATWG name of the encoding that was used. */
  encoding: string
  /** What was declared and not believed; null when all agrees. */
  problem: string | null
}

function mark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le'
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be'
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  // "<" or "<?" without a mark, XML 1.0 appendix F.
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return 'utf-32le'
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return 'utf-32be'
  if (a === 0x3c && b === 0 && d === 0) return 'utf-16le'
  if (a === 0 && b === 0x3c && c === 0) return 'utf-16be'
  return null
}

function decodeWide(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let text = ''
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const code = view.getUint32(at, littleEndian)
    text += code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd'
  }
  return text
}

function decodeAs(bytes: Uint8Array, name: string, fatal: boolean): string | null {
  if (name.startsWith('utf-32')) return decodeWide(bytes, name.endsWith('le'))
  try {
    const text = new TextDecoder(name, { fatal }).decode(bytes)
    return name === 'windows-1252' ? fromWindows1252(text) : text
  } catch {
    return null
  }
}

/** Names that feeds use and the Encoding Standard does not know. */
const aliases: Record<string, string> = {
  'cp-1251': 'windows-1251',
  win1251: 'windows-1251',
  cp1254: 'windows-1254',
  koi8r: 'koi8-r',
  gb_2312: 'gb18030',
  utf_16: 'utf-16',
  u16: 'utf-16',
  utf16: 'utf-16',
  utf8: 'utf-8',
  utf_8: 'utf-8',
}

function known(name: string | undefined): string | null {
  if (!name) return null
  const lower = name.trim().toLowerCase()
  const wanted = aliases[lower] ?? lower
  try {
    return new TextDecoder(wanted).encoding
  } catch {
    return null
  }
}

const singleBytes = ['windows-1251', 'koi8-r', 'windows-1254', 'windows-1252'] as const

const lettersOf = {
  // Text in the wrong one of the two Cyrillic tables shows capitals inside words.
  'windows-1251': /[а-яёіїєґ]|(?<![а-яё])[А-ЯЁ]/g,
  'koi8-r': /[а-яёіїєґ]|(?<![а-яё])[А-ЯЁ]/g,
  'windows-1254': /[çğıöşüÇĞİÖŞÜâîûÂ]/g,
  'windows-1252': /[äöüßéèêàçñáíóúÄÖÜÉÀ£€§]/g,
} as const satisfies Record<(typeof singleBytes)[number], RegExp>

/** Share of the signs beyond ASCII that are likely in that encoding; without one of its letters none is. */
function likelihood(text: string, name: (typeof singleBytes)[number]): number {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const letters = count(lettersOf[name])
  return letters === 0 ? 0 : (letters + count(/[«»–—…№„“”‘’]/g)) / count(/[\u0080-\uffff]/g)
}

/** Judged by the beginning: a whole large document in nine encodings would keep everything else waiting. */
function guessed(bytes: Uint8Array): { text: string; encoding: string } {
  const sample = bytes.subarray(0, 65_536)
  const rated = singleBytes.map((encoding) => ({ encoding, score: likelihood(decodeAs(sample, encoding, false) ?? '', encoding) }))
  const best = rated.reduce((a, b) => (b.score > a.score + 0.02 ? b : a))
  const wide = best.score > 0.6 ? undefined : ['gb18030', 'euc-jp', 'euc-kr', 'big5', 'shift_jis'].find((name) => fits(sample, name))
  const encoding = wide ?? (best.score > 0.6 ? best.encoding : 'windows-1252')
  return { text: decodeAs(bytes, encoding, false) ?? '', encoding }
}

/** The sample may end in the middle of a character. */
function fits(sample: Uint8Array, encoding: string): boolean {
  return [0, 1, 2, 3].some((cut) => decodeAs(sample.subarray(0, sample.length - cut), encoding, true) !== null)
}

/**
 * Order: byte order mark, HTTP charset, XML declaration (of a page: its meta tag), UTF-8; a declaration that the bytes contradict is not believed.
 * Never throws: bytes in no known encoding are read as what they are most likely.
 */
export function decodeFeed(bytes: Uint8Array, contentType: string | null): DecodedFeed {
  const marked = mark(bytes)
  if (marked) return { text: (decodeAs(bytes, marked, false) ?? '').replace(/^\ufeff/, ''), encoding: marked, problem: null }
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const declaredNames = [
    /charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType ?? '')?.[1],
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']+)["']/i.exec(head)?.[1],
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1],
  ]
  const utf8 = decodeAs(bytes, 'utf-8', true)
  const refused: string[] = []
  for (const name of declaredNames) {
    if (!name) continue
    const encoding = known(name)
    // Declared wide, but no zero bytes in it: the declaration was copied from elsewhere.
    if (!encoding || (encoding.startsWith('utf-16') && !bytes.subarray(0, 200).includes(0))) {
      refused.push(name)
      continue
    }
    if (encoding === 'utf-8' && utf8 === null) {
      refused.push(name)
      continue
    }
    // Text that is valid UTF-8 beyond ASCII is UTF-8, whatever a single-byte declaration says.
    if (utf8 !== null && encoding !== 'utf-8' && /[\u0080-\uffff]/.test(utf8) && !/^(?:iso-2022|hz)/.test(encoding)) {
      refused.push(name)
      continue
    }
    const text = decodeAs(bytes, encoding, true)
    if (text !== null) return { text, encoding, problem: problemOf(refused, encoding) }
    refused.push(name)
  }
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', problem: problemOf(refused, 'utf-8') }
  const lossy = new TextDecoder('utf-8').decode(bytes)
  const sample = lossy.slice(0, 1_000_000)
  const lost = sample.split('\ufffd').length - 1
  const read = sample.match(/[\u0080-\ufffc]/g)?.length ?? 0
  // A few broken bytes in UTF-8 (a cut character) are no reason to read it otherwise.
  if (lost <= 3 && read > lost * 10) return { text: lossy, encoding: 'utf-8', problem: `${lost} broken characters` }
  const guess = guessed(bytes)
  return { text: guess.text, encoding: guess.encoding, problem: problemOf(refused.length > 0 ? refused : ['none'], guess.encoding) }
}

function problemOf(refused: readonly string[], used: string): string | null {
  return refused.length > 0 ? `declared encoding ${refused.map((name) => JSON.stringify(name)).join(', ')} does not fit, read as ${used}` : null
}
