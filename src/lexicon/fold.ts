/** Text → the letters that names are compared by, one code unit for one, with the way back to the original offsets. */

/** Folded code units of a text. Where marks were left out or ե+ւ became և, `starts` and `ends` lead back to the original. */
export interface FoldedText {
  codes: Uint16Array
  length: number
  /** Original offset at which a folded unit starts and ends; null when folding moved nothing. */
  starts: Int32Array | null
  ends: Int32Array | null
}

const ech = 0x565
const yiwn = 0x582
const vew = 0x57e
const echYiwn = 0x587
const breve = 0x306
const shortI = 0x439
const plainI = 0x438

const latinBase: Record<string, string> = { ə: 'e', ı: 'i', ø: 'o', ł: 'l', đ: 'd', ß: 's', æ: 'a', œ: 'o', ð: 'd', þ: 't' }
const apostrophes = '’‘ʼʻ`´՚＇'
const hyphens = '‐‑–֊'
const spaces = '\u00a0\u2007\u2009\u202f\u200a\u2002\u2003\t\r'

/** Soft hyphens, joiners, direction marks, stress and the Armenian marks that stand inside a word (՛ ՜ ՞) carry no letter. */
function isDropped(code: number): boolean {
  return (
    (code >= 0x300 && code <= 0x36f) ||
    code === 0x55b ||
    code === 0x55c ||
    code === 0x55e ||
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069) ||
    code === 0xfeff
  )
}

function lowerUnit(char: string): string {
  const lower = char.toLowerCase()
  // 'İ' grows to two units when lower-cased; a table of single units keeps every offset.
  return lower.length === 1 ? lower : (lower[0] ?? char)
}

function foldUnit(code: number): number {
  const char = String.fromCharCode(code)
  if (apostrophes.includes(char)) return 39
  if (hyphens.includes(char)) return 45
  if (spaces.includes(char)) return 32
  const lower = lowerUnit(char)
  if (lower === 'ё') return 'е'.charCodeAt(0)
  const known = latinBase[lower]
  if (known !== undefined) return known.charCodeAt(0)
  const base = lower.normalize('NFD')[0] ?? lower
  return (/[a-z]/.test(base) ? base : lower).charCodeAt(0)
}

const foldTable = new Uint16Array(65536)
const wordTable = new Uint8Array(65536)
for (let code = 0; code < 65536; code++) {
  const surrogate = code >= 0xd800 && code <= 0xdfff
  foldTable[code] = surrogate ? code : isDropped(code) ? 0 : foldUnit(code)
  wordTable[code] = !surrogate && /[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? 1 : 0
}

/** Whether a folded unit belongs to a word (letter or digit). */
export function isWordCode(code: number): boolean {
  return wordTable[code] === 1
}

/** Folds a text: case, Latin marks, ё/е, ı/i, և/եւ; drops what stands inside words without being a letter. */
export function foldText(text: string): FoldedText {
  const size = text.length
  const codes = new Uint16Array(size)
  let starts: Int32Array | null = null
  let ends: Int32Array | null = null
  let out = 0
  const move = (): void => {
    if (starts) return
    starts = new Int32Array(size)
    ends = new Int32Array(size)
    for (let i = 0; i < out; i++) {
      starts[i] = i
      ends[i] = i + 1
    }
  }
  for (let i = 0; i < size; i++) {
    const raw = text.charCodeAt(i)
    const code = foldTable[raw] ?? raw
    const last = out > 0 ? (codes[out - 1] ?? 0) : 0
    const merged = (code === yiwn || code === vew) && last === ech ? echYiwn : raw === breve && last === plainI ? shortI : 0
    if (merged !== 0) {
      move()
      codes[out - 1] = merged
      ;(ends as Int32Array | null)?.fill(i + 1, out - 1, out)
      continue
    }
    if (code === 0) {
      move()
      continue
    }
    codes[out] = code
    if (starts && ends) {
      ;(starts as Int32Array)[out] = i
      ;(ends as Int32Array)[out] = i + 1
    }
    out++
  }
  return { codes, length: out, starts, ends }
}

/** Original offset where folded unit `index` starts. */
export function originalStart(folded: FoldedText, index: number): number {
  return folded.starts ? (folded.starts[index] ?? 0) : index
}

/** Original offset behind folded unit `index - 1`, for the exclusive end `index`. */
export function originalEnd(folded: FoldedText, index: number): number {
  return folded.ends ? (folded.ends[index - 1] ?? 0) : index
}

/** The folded units [from, to) as a string. */
export function foldedSlice(folded: FoldedText, from: number, to: number): string {
  let text = ''
  for (let i = from; i < to; i++) text += String.fromCharCode(folded.codes[i] ?? 0)
  return text
}

/** A short text (an alias, a word) folded to a string. */
export function foldString(text: string): string {
  const folded = foldText(text)
  return foldedSlice(folded, 0, folded.length)
}

/** Lower case with its marks kept, one unit for one; i, ı and İ are the same letter. For names too short to lose their marks. */
export function softFold(text: string): string {
  let out = ''
  for (const char of text) {
    const lower = char.length === 1 ? lowerUnit(char) : char
    out += lower === 'ı' ? 'i' : lower === 'ё' ? 'е' : lower
  }
  return out
}

/** Whether a letter is lower case; Georgian has no case in running text. */
export function isLowerCase(char: string): boolean {
  return char !== char.toUpperCase() && char === char.toLowerCase() && !/[\u10a0-\u10ff]/.test(char)
}
