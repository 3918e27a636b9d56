/** A text → its quotations, and the text with them blanked out letter for letter, so that no name or verb inside them is taken for the outlet's own. */

import { sayingVerbs } from '../text/abbreviations.js'
import { foldCase } from '../text/normalise.js'

/** Offsets are UTF-16 units; [start, end) is what stands between the marks. */
export interface Quotation {
  start: number
  end: number
  /** False where the paragraph ends before the closing mark: the quotation goes on in the next one. */
  closed: boolean
}

const pairs: readonly { open: string; close: string }[] = [
  { open: '«', close: '»' },
  { open: '„', close: '“”"' },
  { open: '“', close: '”"' },
  { open: '"', close: '"' },
  { open: '‹', close: '›' },
]
/** A mark that opens more than this (UTF-16 units) is a slip, or an inch. */
const longestQuotation = 3_000

function closingAt(text: string, from: number, limit: number, pair: { open: string; close: string }): number {
  let depth = 0
  for (let at = from; at < limit; at++) {
    const char = text.charAt(at)
    if (pair.open !== '"' && char === pair.open) depth++
    else if (pair.close.includes(char)) {
      if (depth === 0) return at
      depth--
    }
  }
  return -1
}

/** Dashes around "said X" inside one pair of marks: «Мы готовы, — сказал он, — но ждём». */
const aside = /[,.!?]\s*[—–-]\s+([^—–«»“”"]{3,90}?)[,.]\s*[—–-]\s+/gu

/** A quotation, cut where its speaker is named within its marks. */
function parted(text: string, start: number, end: number): Quotation[] {
  for (const match of text.slice(start, end).matchAll(aside)) {
    const words = (match[1] ?? '').split(/[\s,]+/)
    if (!words.some((word) => sayingVerbs.has(foldCase(word)))) continue
    const cut = start + match.index
    return [
      { start, end: cut, closed: true },
      { start: cut + match[0].length, end, closed: true },
    ]
  }
  return [{ start, end, closed: true }]
}

function inParagraph(text: string, from: number, to: number, found: Quotation[]): void {
  for (let at = from; at < to; at++) {
    const char = text.charAt(at)
    const pair = pairs.find((one) => one.open === char)
    if (!pair) continue
    // A straight or high mark behind a letter or figure closes or measures.
    if ((char === '"' || char === '“') && /[\p{L}\p{N}]/u.test(text.charAt(at - 1))) continue
    const close = closingAt(text, at + 1, Math.min(to, at + longestQuotation), pair)
    if (close < 0) {
      const opensParagraph =
        text
          .slice(from, at)
          .trim()
          .replace(/^[—–-]/, '') === ''
      // Each paragraph of a long quotation opens it anew; only the last one closes it.
      const goesOn = text
        .slice(to, to + 8)
        .trimStart()
        .startsWith(pair.open)
      if ((opensParagraph || goesOn) && to - at > 20) {
        found.push({ start: at + 1, end: to, closed: false })
        return
      }
      continue
    }
    if (close > at + 1) found.push(...parted(text, at + 1, close))
    at = close
  }
}

/** Outermost quotations in order; the marks of all six languages („…“, «…», “…”, "…"). Single marks are apostrophes too often to be read. */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = []
  let from = 0
  while (from < text.length) {
    const next = text.indexOf('\n', from)
    const to = next < 0 ? text.length : next
    inParagraph(text, from, to, found)
    from = to + 1
  }
  return found
}

/** The text with every letter, digit and inner stop of the quotations replaced; length, marks and the last stop stay. */
export function blankQuotations(text: string, quotations: readonly Quotation[]): string {
  let out = ''
  let at = 0
  for (const { start, end } of quotations) {
    const inner = text.slice(start, end)
    const tail = /[.!?…։,]$/.exec(inner)?.[0] ?? ''
    const words = inner
      .slice(0, inner.length - tail.length)
      .replace(/[^\s]/g, 'x')
      .replace(/\s/g, ' ')
    // A capital lets the sentence splitter see that a new sentence begins.
    const opening = /^[\p{Lu}\u10d0-\u10ff]/u.test(inner) ? words.replace(/^x/, 'X') : words
    out += text.slice(at, start) + opening + tail
    at = end
  }
  return out + text.slice(at)
}

/** Right behind a quotation these tie it to its speaker without a comma. */
const saysBehind = /^\s+(?:diye|dedi|diyor|demişti|sözler\p{L}+|deyə|deyib|deyir|şeklinde|ifadesini)(?!\p{L})/u

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
}

/**
 * Whether a quotation is somebody's speech and not a name or a word held at arm's length: it stops inside its marks, a comma or dash ties it to
 * who said it, a colon opens it, or it is long.
 */
export function isSpeech(text: string, quotation: Quotation): boolean {
  const inner = text.slice(quotation.start, quotation.end)
  const count = wordCount(inner)
  // An aside within the marks: even two words of it are speech.
  if (count >= 2 && /^[,.!?]\s*[—–-]\s/.test(text.slice(quotation.end, quotation.end + 4))) return true
  if (count < 3) return false
  if (count >= 9 || !quotation.closed) return true
  const before = text.slice(Math.max(0, quotation.start - 4), quotation.start - 1)
  const behind = text.slice(quotation.end + 1, quotation.end + 5)
  if (/[.!?…,։]["'”’]?\s*$/u.test(inner)) return true
  if (/[:՝.]\s*$/u.test(before)) return true
  if (saysBehind.test(text.slice(quotation.end + 1, quotation.end + 24))) return true
  const tied = /^\s*,\s*[—–-]\s/.test(behind) || /[,.]\s*[—–-]\s[«"“„]?$/u.test(text.slice(Math.max(0, quotation.start - 6), quotation.start))
  if (tied) return true
  return count >= 4 && (/^\s*,/.test(behind) || /^\s*,?\s*[—–-]\s/.test(behind))
}
