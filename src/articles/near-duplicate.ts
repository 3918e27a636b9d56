/** An article and those that may tell the same words → the one it is a copy of: same text under another headline, cut, prefixed; never a rewrite. */
import { foldCase, foldDiacritics, words } from '../text/normalise.js'

/** What is compared. `publishedAt` null: undated, never an origin of a dated one. */
export interface ComparedArticle {
  canonicalUrl: string
  text: string
  publishedAt: Date | null
}

/** Runs of so many words hardly ever repeat by chance; a rewrite keeps names and figures, not runs. */
const runLength = 4
/** Share of the shorter text's runs that must stand in the longer one. */
const leastContained = 0.75
/** A longer, later text that takes less than this share from an earlier one has become an article of its own. */
const leastTaken = 0.3
/** Below so many words only equal texts are copies. */
const shortText = 20
/** Below so many words nothing can be said. */
const tooShort = 6

/** "BAKU (Caspian Wire) - ", "БАКУ, 19 августа. /ТАСС/ ", "YEREVAN, March 3. " */
const dateline =
  /^\s*(?:[\p{Lu}Ա-Ֆ][\p{L}’'.-]*(?:[ ,]+[\p{Lu}Ա-Ֆ][\p{L}’'.-]*){0,3})?(?:,?\s*(?:\d{1,2}\.?\s+\p{L}+|\p{L}+\s+\d{1,2})(?:,?\s+\d{4})?)?[,.]?\s*(?:[(/[][^)/\]\n]{2,40}[)/\]])?\.?\s*(?:[-–—]{1,2}\s+|\/[^/\n]{2,40}\/\s*)/u
const plainDateline = /^\s*\p{Lu}{3,}(?:[ -]\p{Lu}{3,})*,\s*(?:\d{1,2}\.?\s+\p{L}+|\p{L}+\s+\d{1,2})(?:,?\s+\d{4})?[.:]\s+/u
/** "(Caspian Wire)" as the last words. */
const credit = /\s*[([][^)\]\n]{2,60}[)\]]\s*$/u

function wordsOf(text: string): string[] {
  const bare = text.replace(plainDateline, '').replace(dateline, '').replace(credit, '')
  return words(bare).map((word) => foldDiacritics(foldCase(word.text)))
}

function runsOf(list: readonly string[]): Set<string> {
  const runs = new Set<string>()
  for (let at = 0; at + runLength <= list.length; at++) runs.add(list.slice(at, at + runLength).join(' '))
  return runs
}

interface Prepared {
  article: ComparedArticle
  words: string[]
  runs: Set<string>
}

function prepare(article: ComparedArticle): Prepared {
  const list = wordsOf(article.text)
  return { article, words: list, runs: runsOf(list) }
}

function sameText(a: Prepared, b: Prepared): boolean {
  if (a.words.length < tooShort || b.words.length < tooShort) return false
  const [short, long] = a.runs.size <= b.runs.size ? [a, b] : [b, a]
  if (short.words.length < shortText) return short.words.join(' ') === long.words.join(' ')
  let common = 0
  for (const run of short.runs) if (long.runs.has(run)) common++
  if (common / short.runs.size < leastContained) return false
  return !isEarlier(short.article, long.article) || common / long.runs.size >= leastTaken
}

/** Order of origins: by instant, undated last; ties by canonical URL, so that the order of arrival does not matter. */
function isEarlier(a: ComparedArticle, b: ComparedArticle): boolean {
  const [first, second] = [a.publishedAt?.getTime() ?? Number.POSITIVE_INFINITY, b.publishedAt?.getTime() ?? Number.POSITIVE_INFINITY]
  return first === second ? a.canonicalUrl < b.canonicalUrl : first < second
}

/**
 * Canonical URL of the earliest published candidate whose text the article repeats, or null when it is itself the earliest or nobody's copy.
 * Candidates: articles of the same days and concepts, or of an equal MinHash band (text/shingles `bands` finds whole copies; one cut to a third
 * shares a band only one time in four, so concepts should be asked too). Pure; the order of candidates does not matter.
 */
export function copyOf(article: ComparedArticle, candidates: readonly ComparedArticle[]): string | null {
  let own: Prepared | null = null
  const repeats = (candidate: ComparedArticle): boolean => {
    const before = compared.get(article)?.get(candidate)
    if (before !== undefined) return before
    own ??= prepare(article)
    const same = sameText(own, prepare(candidate))
    compared.set(article, (compared.get(article) ?? new WeakMap()).set(candidate, same))
    return same
  }
  let origin: ComparedArticle | null = null
  for (const candidate of candidates) {
    if (candidate.canonicalUrl === article.canonicalUrl || !isEarlier(candidate, article)) continue
    if (origin && !isEarlier(candidate, origin)) continue
    if (repeats(candidate)) origin = candidate
  }
  return origin?.canonicalUrl ?? null
}

/** The members of a story are compared with one another again and again; an article does not change. */
const compared = new WeakMap<ComparedArticle, WeakMap<ComparedArticle, boolean>>()
