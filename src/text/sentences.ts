/** Paragraphs of text → sentences with their offsets, in six languages. */
import { abbreviations, closingAbbreviations, sayingVerbs, sentenceOpeners, unitsBeforeNumbers } from './abbreviations.js'
import { foldCase } from './normalise.js'

/** `text` is the slice [start, end) of the text given (UTF-16 units), without white space at its ends. */
export interface Sentence {
  text: string
  start: number
  end: number
}

/** No sentence of a newspaper is longer; text without any stop is cut at the last space before it. */
const longestSentence = 2_000
/** How far back the word before a full stop is read. */
const longestToken = 24

const closers = /["'”’»“)\]›]/
const openers = /["'“„«(‹[‘]/
const letter = /\p{L}/u
const upperCase = /\p{Lu}/u
const lowerCase = /\p{Ll}/u
const digit = /\d/
const georgianLetter = /[\u10d0-\u10ff]/
const armenianLetter = /[\u0531-\u0587]/
const space = /\s/

function isLower(char: string): boolean {
  // Georgian letters count as lower case in Unicode, but a Georgian sentence begins with one.
  return lowerCase.test(char) && !georgianLetter.test(char)
}

/** The run of letters, digits and inner full stops that ends at `end` (exclusive). */
function tokenBefore(text: string, end: number, floor: number): string {
  let at = end
  while (at > floor && end - at < longestToken && /[\p{L}\p{M}\p{N}.'’-]/u.test(text.charAt(at - 1))) at--
  return text.slice(at, end)
}

function wordAfter(text: string, from: number, limit: number): string {
  let at = from
  while (at < limit && at - from < longestToken && /[\p{L}\p{M}'’]/u.test(text.charAt(at))) at++
  return text.slice(from, at)
}

/** Whether the full stop at `dot` belongs to the word before it. `next` is where the next word begins. */
function staysWithWord(text: string, dot: number, next: number, floor: number, limit: number, lang: string): boolean {
  const token = tokenBefore(text, dot, floor)
  if (token === '') return false
  const following = wordAfter(text, next, limit)
  const opens = sentenceOpeners.has(foldCase(following))
  const nextChar = text.charAt(next)
  if (/^\p{L}$/u.test(token) && (upperCase.test(token) || georgianLetter.test(token))) return !opens || following.length === 1
  // "and so on" stands at the end.
  if (closingAbbreviations.has(foldCase(token))) return false
  // "A.B.", "U.S.", "т.е.": letters with stops between them.
  if (/^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(token)) return !opens
  const bare = foldCase(token.slice(token.lastIndexOf('.') + 1).replace(/^[-'’]+/, ''))
  if (abbreviations.always.has(bare)) return true
  if (abbreviations.mostly.has(bare)) return !opens
  if (unitsBeforeNumbers.has(bare)) return digit.test(nextChar)
  if (/^\d{1,3}$/.test(token)) {
    const startsParagraph = text.slice(floor, dot - token.length).trim() === ''
    if (startsParagraph) return true
    // "18. avqust", "3. zirve": ordinals are written with a full stop.
    return (lang === 'tr' || lang === 'az') && !opens && token.length <= 2
  }
  return false
}

/** `"Will it hold?" Pashinyan asked.`: a verb of saying within the next three words ties the quotation to its speaker. */
function isAttribution(text: string, from: number, limit: number): boolean {
  const next = text.slice(from, Math.min(limit, from + 60)).split(/[\s,.:]+/, 4)
  return next.slice(0, 3).some((word) => sayingVerbs.has(foldCase(word)))
}

interface Stop {
  /** Behind the stop and its closing quotation marks. */
  end: number
  next: number
}

function stopAt(text: string, at: number, floor: number, limit: number, lang: string, armenianStops: boolean): Stop | null {
  const first = text.charAt(at)
  if (first === ':') {
    // Typed for the Armenian full stop; a colon proper is followed by a small letter or a digit.
    if (!armenianLetter.test(text.charAt(at - 1)) && !/[\d»"”)]/.test(text.charAt(at - 1))) return null
    if (lang !== 'hy') return null
  }
  let end = at + 1
  while (end < limit && /[.!?…։]/.test(text.charAt(end))) end++
  const run = text.slice(at, Math.min(end, at + 8))
  while (end < limit && closers.test(text.charAt(end))) end++
  // A note's number behind the stop: "…signed.[2]"
  let next = end
  while (next < limit && space.test(text.charAt(next))) next++
  if (next >= limit) return { end, next }
  const nextChar = text.charAt(next)
  if (next === end) {
    // No white space: a stop only where a sentence was glued to the next one.
    if (first === '։' && (letter.test(nextChar) || openers.test(nextChar))) return { end, next }
    const glued = /[.!?]/.test(run) && run.length === 1 && upperCase.test(nextChar) && isLower(text.charAt(next + 1))
    return glued &&
      end === at + 1 &&
      /\p{Ll}{3}$/u.test(text.slice(Math.max(floor, at - 3), at)) &&
      !/\S[@/]\S/.test(text.slice(Math.max(floor, at - 20), at))
      ? { end, next }
      : null
  }
  let word = next
  while (word < limit && (openers.test(text.charAt(word)) || /[-–—\s]/.test(text.charAt(word)))) word++
  const wordChar = text.charAt(word)
  if (first === '։') return { end, next }
  if (first === ':') return upperCase.test(wordChar) || openers.test(nextChar) ? { end, next } : null
  if (isLower(wordChar)) return null
  const dash = /[-–—]/.test(nextChar)
  if (dash && !upperCase.test(wordChar) && !georgianLetter.test(wordChar)) return null
  const quoted = end > at + run.length
  if (run === '.' && !quoted && staysWithWord(text, at, word, floor, limit, lang)) return null
  // In Armenian "." introduces like a colon; it ends a sentence only where nothing better is used.
  if (run === '.' && lang === 'hy' && !quoted && (armenianStops || openers.test(nextChar)) && !digit.test(text.charAt(at - 1))) return null
  if ((quoted || dash) && isAttribution(text, word, limit)) return null
  if (run === '.' && digit.test(text.charAt(at - 1)) && digit.test(nextChar) && !quoted && /^\d{1,2}$/.test(tokenBefore(text, at, floor))) return null
  return { end, next }
}

function push(found: Sentence[], text: string, from: number, to: number): void {
  let start = from
  let end = to
  while (start < end && space.test(text.charAt(start))) start++
  while (end > start && space.test(text.charAt(end - 1))) end--
  while (end - start > longestSentence) {
    const space = text.lastIndexOf(' ', start + longestSentence)
    const cut = space > start + longestSentence / 2 ? space : start + longestSentence
    found.push({ text: text.slice(start, cut), start, end: cut })
    start = cut
    while (start < end && /\s/.test(text.charAt(start))) start++
  }
  if (end > start) found.push({ text: text.slice(start, end), start, end })
}

function splitParagraph(text: string, from: number, to: number, lang: string, found: Sentence[]): void {
  const armenianStops = lang === 'hy' && /[։:](?=\s|$|[»"])/.test(text.slice(from, to))
  let start = from
  for (let at = from; at < to; at++) {
    const char = text.charAt(at)
    if (char !== '.' && char !== '!' && char !== '?' && char !== '…' && char !== '։' && char !== ':') continue
    const stop = stopAt(text, at, start, to, lang, armenianStops)
    if (stop) {
      push(found, text, start, stop.end)
      start = stop.next
      at = stop.next - 1
    } else {
      while (at + 1 < to && /[.!?…։]/.test(text.charAt(at + 1))) at++
    }
  }
  push(found, text, start, to)
}

/**
 * Sentences in order. A blank line always ends one; a single line break does unless the next line goes on with a small letter.
 * Closing quotation marks belong to the sentence they close; a quotation stays with the verb of saying behind it.
 * Own rules rather than the engine's segmenter: that one splits at initials and abbreviations, knows no Armenian ":" and is slow on long text.
 */
export function splitSentences(text: string, lang: string): Sentence[] {
  const found: Sentence[] = []
  let start = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at)) {
    let next = at + 1
    let breaks = 1
    while (next < text.length && space.test(text.charAt(next))) {
      if (text.charAt(next) === '\n') breaks++
      next++
    }
    if (breaks > 1 || !isLower(text.charAt(next))) {
      splitParagraph(text, start, at, lang, found)
      start = next
    }
    at = next
  }
  splitParagraph(text, start, text.length, lang, found)
  return found
}
