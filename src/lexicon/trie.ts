/** Patterns (stems with endings, word by word) → a trie; folded text → what matches at a word start, inflected forms included. */
import { endingFits } from './endings.js'
import type { LatinMode } from './endings-turkic.js'
import { type FoldedText, foldedSlice, isWordCode } from './fold.js'
import type { Endings, Stem } from './stem.js'

/** One word of a pattern: its stems, and what separates it from the word before. */
export interface PatternWord {
  stems: readonly Stem[]
  before: ' ' | '-' | ''
}

export interface Trie<T> {
  add(words: readonly PatternWord[], payload: T): void
  /** Calls `visit` with every match that starts at the word start `at` (folded offset). */
  matchAt(text: FoldedText, at: number, mode: LatinMode, visit: (end: number, payloads: readonly T[]) => void): void
}

const separatorSymbol = { ' ': 1, '-': 2, '': 0 } as const
const firstClassSymbol = 1024
const symbolBits = 2048
const longestEnding = 24

/** An edge table with open addressing: (node, symbol) → node. A Map of such keys is five times slower. */
function createEdges(): { get(node: number, symbol: number): number; make(node: number, symbol: number): number } {
  let capacity = 1 << 16
  let keys = new Int32Array(capacity).fill(-1)
  let values = new Int32Array(capacity)
  let used = 0
  let nodes = 1
  const slotOf = (key: number): number => {
    let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & (capacity - 1)
    while (keys[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & (capacity - 1)
    return slot
  }
  const grow = (): void => {
    const [oldKeys, oldValues] = [keys, values]
    capacity *= 2
    keys = new Int32Array(capacity).fill(-1)
    values = new Int32Array(capacity)
    oldKeys.forEach((key, i) => {
      if (key === -1) return
      const slot = slotOf(key)
      keys[slot] = key
      values[slot] = oldValues[i] ?? 0
    })
  }
  return {
    get: (node, symbol) => {
      const slot = slotOf(node * symbolBits + symbol)
      return keys[slot] === -1 ? 0 : (values[slot] ?? 0)
    },
    make: (node, symbol) => {
      const key = node * symbolBits + symbol
      let slot = slotOf(key)
      if (keys[slot] !== -1) return values[slot] ?? 0
      if (used * 2 >= capacity) {
        grow()
        slot = slotOf(key)
      }
      keys[slot] = key
      values[slot] = nodes
      used++
      return nodes++
    },
  }
}

export function createTrie<T>(): Trie<T> {
  const edges = createEdges()
  const symbols = new Uint16Array(65536)
  let nextSymbol = 3
  const classes: Endings[] = []
  const classIds = new Map<Endings, number>()
  const classByContent = new Map<string, number>()
  /** Per node: the ending classes that may follow the stem that ends there. */
  const classesAt: (number[] | undefined)[] = []
  const payloadsAt: (T[] | undefined)[] = []
  const goesOn = new Set<number>()

  const classId = (endings: Endings): number => {
    const known = classIds.get(endings)
    if (known !== undefined) return known
    const content = typeof endings === 'string' ? endings : [...endings].sort().join(' ')
    const same = classByContent.get(content)
    if (same !== undefined) {
      classIds.set(endings, same)
      return same
    }
    classByContent.set(content, classes.length)
    if (classes.length >= symbolBits - firstClassSymbol)
      throw new Error(`trie: ${classes.length} classes of endings, at most ${symbolBits - firstClassSymbol} expected; share the sets`)
    classes.push(endings)
    classIds.set(endings, classes.length - 1)
    return classes.length - 1
  }
  const symbolOf = (code: number): number => {
    const known = symbols[code] ?? 0
    if (known !== 0) return known
    if (nextSymbol >= firstClassSymbol) throw new Error(`trie: more than ${firstClassSymbol} different letters in the lexicon`)
    symbols[code] = nextSymbol
    return nextSymbol++
  }
  const addFrom = (node: number, words: readonly PatternWord[], index: number, payload: T): void => {
    const word = words[index]
    if (!word) {
      const at = payloadsAt[node]
      if (!at) payloadsAt[node] = [payload]
      else if (!at.includes(payload)) at.push(payload)
      return
    }
    let start = node
    if (index > 0) {
      goesOn.add(node)
      start = edges.make(node, separatorSymbol[word.before])
    }
    for (const { stem, endings } of word.stems) {
      let here = start
      for (let i = 0; i < stem.length; i++) here = edges.make(here, symbolOf(stem.charCodeAt(i)))
      const id = classId(endings)
      const at = classesAt[here]
      if (!at) classesAt[here] = [id]
      else if (!at.includes(id)) at.push(id)
      addFrom(edges.make(here, firstClassSymbol + id), words, index + 1, payload)
    }
  }

  /** Where the word ends if the ending from `at` fits, else -1. */
  const endOfWord = (text: FoldedText, at: number, endings: Endings, context: { mode: LatinMode; stemLength: number }): number => {
    const { codes, length } = text
    let end = at
    const limit = Math.min(length, at + longestEnding)
    while (end < limit && isWordCode(codes[end] ?? 0)) end++
    if (end < length && isWordCode(codes[end] ?? 0)) return -1
    if (end > at) return endingFits(endings, foldedSlice(text, at, end), { mark: '', ...context }) ? end : -1
    if (!endingFits(endings, '', { mark: '', ...context })) return -1
    const mark = codes[at] === 39 ? "'" : codes[at] === 45 ? '-' : ''
    if (mark === '') return at
    let behind = at + 1
    const markLimit = Math.min(length, behind + longestEnding)
    while (behind < markLimit && isWordCode(codes[behind] ?? 0)) behind++
    if (behind === at + 1) return at
    return endingFits(endings, foldedSlice(text, at + 1, behind), { mark, ...context }) ? behind : at
  }

  const walk = (
    text: FoldedText,
    from: { node: number; at: number; stemStart: number },
    mode: LatinMode,
    visit: (end: number, payloads: readonly T[]) => void,
  ): void => {
    const { codes, length } = text
    let { node, at } = from
    for (;;) {
      const here = classesAt[node]
      if (here) {
        for (const id of here) {
          const end = endOfWord(text, at, classes[id] ?? 'any', { mode, stemLength: at - from.stemStart })
          if (end < 0) continue
          const behind = edges.get(node, firstClassSymbol + id)
          const payloads = payloadsAt[behind]
          if (payloads) visit(end, payloads)
          if (goesOn.has(behind)) nextWord(text, behind, end, mode, visit)
        }
      }
      if (at >= length) return
      const symbol = symbols[codes[at] ?? 0] ?? 0
      if (symbol === 0) return
      node = edges.get(node, symbol)
      if (node === 0) return
      at++
    }
  }

  const nextWord = (text: FoldedText, node: number, from: number, mode: LatinMode, visit: (end: number, payloads: readonly T[]) => void): void => {
    const { codes, length } = text
    // «Հայաստան» դաշինք: what a name's word is quoted with is none of the name.
    const end = quotationMarks.has(codes[from] ?? 0) ? from + 1 : from
    const code = codes[end]
    if (code === 45) {
      const child = edges.get(node, separatorSymbol['-'])
      if (child !== 0) walk(text, { node: child, at: end + 1, stemStart: end + 1 }, mode, visit)
      return
    }
    if (code !== 32 && code !== 10) return
    let at = end + 1
    // One line break may stand between two words of a name, not an empty line; blanks may be doubled.
    while (at < length && at < end + 4 && codes[at] === 32) at++
    if (quotationMarks.has(codes[at] ?? 0)) at++
    const child = edges.get(node, separatorSymbol[' '])
    if (child !== 0) walk(text, { node: child, at, stemStart: at }, mode, visit)
  }

  return {
    add: (words, payload) => {
      if (words.length > 0) addFrom(0, words, 0, payload)
    },
    matchAt: (text, at, mode, visit) => walk(text, { node: 0, at, stemStart: at }, mode, visit),
  }
}

const quotationMarks: ReadonlySet<number> = new Set([...'"«»„“”'].map((mark) => mark.charCodeAt(0)))

/** Calls `visit` with every offset at which a word of the folded text starts. */
export function forEachWordStart(text: FoldedText, visit: (at: number) => number): void {
  const { codes, length } = text
  let inside = false
  for (let at = 0; at < length; at++) {
    const word = isWordCode(codes[at] ?? 0)
    if (word && !inside) {
      const next = visit(at)
      if (next > at) {
        at = next - 1
        inside = isWordCode(codes[at] ?? 0)
        continue
      }
    }
    inside = word
  }
}
