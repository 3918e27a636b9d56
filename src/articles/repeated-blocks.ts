/** Several pages of one source → the blocks they share: what a single page cannot show to be clutter. */
import { levelPhrase } from './clutter-phrases.js'
import type { DroppedText } from './dropped-text.js'
import { wordCount } from './extract-dom.js'

/** Serialisable: `blocks` has, by a hash of the block's text, on how many of the last `pages` pages it stood. */
export interface RepeatedBlocks {
  pages: number
  blocks: Record<string, number>
}

/** 53 bits of a text in base 36 (cyrb53-like mixing of two 32-bit lanes). */
function hashText(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36)
}

function key(block: string): string | null {
  const bare = levelPhrase(block).replace(/[^\p{L}]+/gu, '')
  // A very short line ("Background") may head a part of several honest articles.
  return bare.length < 12 ? null : hashText(bare)
}

/** Why such a block was left out of an article. */
export const repeatedReason = 'repeats on other pages of this source'

const blockLimit = 2_000

/**
 * `pages`: the blocks of each page (of one source, different articles), as `CleanPage.text` has them, divided by a blank line.
 * With `before`, its counts go on.
 */
export function learnRepeated(pages: readonly string[], before: RepeatedBlocks | null = null): RepeatedBlocks {
  const counts = new Map(Object.entries(before?.blocks ?? {}))
  for (const page of pages) {
    const own = new Set(page.split(/\n{2,}/).flatMap((block) => key(block) ?? []))
    for (const hash of own) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  }
  const total = (before?.pages ?? 0) + pages.length
  const kept = [...counts].sort((a, b) => b[1] - a[1]).slice(0, blockLimit)
  return { pages: total, blocks: Object.fromEntries(kept) }
}

/** Words from which a block is a paragraph: an outlet may put the same background paragraph into many honest articles. */
const paragraphWords = 25

/**
 * True from the third page on that has it, when that is at least a tenth of the pages: an updated or reprinted article shares blocks with one or
 * two others. A whole paragraph must stand on five pages and a quarter of all.
 */
export function isRepeated(repeated: RepeatedBlocks, block: string): boolean {
  const hash = key(block)
  if (!hash) return false
  const count = repeated.blocks[hash] ?? 0
  return wordCount(block) < paragraphWords ? count >= 3 && count >= repeated.pages * 0.1 : count >= 5 && count >= repeated.pages * 0.25
}

/**
 * The text of an article that was read before its source's repeated blocks were known, without them.
 * Never empties a text: one that consists of nothing else stays as it is.
 */
export function recleanText(text: string, repeated: RepeatedBlocks): { text: string; dropped: DroppedText[] } {
  const paragraphs = text.split(/\n{2,}/)
  const repeats = (paragraph: string) => isRepeated(repeated, paragraph)
  const kept = paragraphs.filter((paragraph) => !repeats(paragraph))
  if (kept.length === paragraphs.length || kept.length === 0) return { text, dropped: [] }
  const dropped = paragraphs.filter(repeats).map((paragraph) => ({ step: 'repeated', reason: repeatedReason, text: paragraph }))
  return { text: kept.join('\n\n'), dropped }
}
