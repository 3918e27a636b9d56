/** Text → MinHash fingerprint, how alike two are, and the band keys by which near-duplicates find each other. */
import { foldCase, foldDiacritics } from './normalise.js'

const size = 128
const shingleLength = 5
const rowsPerBand = 4

/** Murmur3's 32-bit finaliser: every input bit changes about half of the output bits. */
function mix(value: number): number {
  let h = value
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

const seeds = new Int32Array(size)
const factors = new Int32Array(size)
for (let i = 0; i < size; i++) {
  seeds[i] = mix(i * 2 + 1)
  factors[i] = mix(i * 2 + 0x9e3779b9) | 1
}

/**
 * 128 signed 32-bit values over the text's 5-character shingles of letters and digits (case, marks, punctuation and spacing do not count).
 * The share of equal values estimates the Jaccard similarity of the shingle sets (Broder 1997). A text without letters gives [].
 */
export function minhash(text: string): number[] {
  const clean = foldDiacritics(foldCase(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (clean === '') return []
  const least = new Int32Array(size).fill(0x7fffffff)
  const last = Math.max(0, clean.length - shingleLength)
  for (let at = 0; at <= last; at++) {
    let hash = 0x811c9dc5
    const end = Math.min(clean.length, at + shingleLength)
    for (let i = at; i < end; i++) hash = Math.imul(hash ^ clean.charCodeAt(i), 0x01000193)
    hash = mix(hash)
    for (let k = 0; k < size; k++) {
      const value = Math.imul(hash ^ (seeds[k] as number), factors[k] as number)
      if (value < (least[k] as number)) least[k] = value
    }
  }
  return Array.from(least)
}

/** Estimated Jaccard similarity of two fingerprints, 0 to 1; an empty one is like nothing. */
export function similarity(first: readonly number[], second: readonly number[]): number {
  if (first.length !== size || second.length !== size) return 0
  let equal = 0
  for (let k = 0; k < size; k++) if (first[k] === second[k]) equal++
  return equal / size
}

/**
 * 32 signed 32-bit keys of four values each: texts that share one are candidates for near-duplicates.
 * Chance to share one at similarity .9: > .999, at .5: .87, at .2: .05. The place of a band is part of its key.
 */
export function bands(fingerprint: readonly number[]): number[] {
  const keys: number[] = []
  for (let at = 0; at + rowsPerBand <= fingerprint.length; at += rowsPerBand) {
    let hash = mix(at + 1)
    for (let i = at; i < at + rowsPerBand; i++) hash = mix(Math.imul(hash, 31) ^ (fingerprint[i] ?? 0))
    keys.push(hash | 0)
  }
  return keys
}
