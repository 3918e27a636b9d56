/** Two versions of an article → the sentences that differ, word by word: what was taken out, what was put in. Pure. */
import { squeeze } from '../text/normalise.js'
import { splitSentences } from '../text/sentences.js'
import { aligned } from './align.js'

export interface Version {
  title: string
  text: string
}

/** A run of words, as it stands in its version. */
export interface DiffSpan {
  text: string
  kind: 'same' | 'removed' | 'added'
}

/** A sentence that is not as it was. `before` null: it is new; `after` null: it is gone. */
export interface SentenceChange {
  before: string | null
  after: string | null
  spans: DiffSpan[]
}

export interface RevisionDiff {
  title: SentenceChange | null
  /** In the order of the later version. */
  sentences: SentenceChange[]
}

/** Share of words two sentences must have in common to be one sentence in two wordings. */
const sameSentence = 0.5

function sentencesOf({ text }: Version, lang: string): string[] {
  return text.split(/\n{2,}/).flatMap((paragraph) => splitSentences(paragraph, lang).map((sentence) => squeeze(sentence.text)))
}

function wordsOf(sentence: string): string[] {
  return sentence.split(/\s+/).filter(Boolean)
}

function likeness(first: string, second: string): number {
  const [a, b] = [new Set(wordsOf(first)), new Set(wordsOf(second))]
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return shared / Math.max(a.size, b.size, 1)
}

function joined(words: readonly { word: string; kind: DiffSpan['kind'] }[]): DiffSpan[] {
  const spans: DiffSpan[] = []
  for (const { word, kind } of words) {
    const last = spans.at(-1)
    if (last?.kind === kind) last.text += ` ${word}`
    else spans.push({ text: word, kind })
  }
  return spans
}

function compareSentences(before: string, after: string): SentenceChange {
  const words = aligned(wordsOf(before), wordsOf(after)).flatMap(({ first, second }): { word: string; kind: DiffSpan['kind'] }[] =>
    first !== null && second !== null
      ? [{ word: second, kind: 'same' }]
      : first !== null
        ? [{ word: first, kind: 'removed' }]
        : [{ word: second ?? '', kind: 'added' }],
  )
  return { before, after, spans: joined(words) }
}

/** Sentences gone and sentences new at one place of the text: those alike are one sentence in two wordings. */
function pairUp(gone: readonly string[], fresh: readonly string[]): SentenceChange[] {
  const left = [...gone]
  const changes = fresh.map((after): SentenceChange => {
    const best = left.map((before) => ({ before, share: likeness(before, after) })).sort((a, b) => b.share - a.share)[0]
    if (!best || best.share < sameSentence) return { before: null, after, spans: [{ text: after, kind: 'added' }] }
    left.splice(left.indexOf(best.before), 1)
    return compareSentences(best.before, after)
  })
  return [...changes, ...left.map((before): SentenceChange => ({ before, after: null, spans: [{ text: before, kind: 'removed' }] }))]
}

/** White space alone is no change; a sentence that only moved within the text is none either. */
export function diffRevisions(before: Version, after: Version, lang: string): RevisionDiff {
  const [old, now] = [sentencesOf(before, lang), sentencesOf(after, lang)]
  const [oldSet, nowSet] = [new Set(old), new Set(now)]
  const sentences: SentenceChange[] = []
  let gone: string[] = []
  let fresh: string[] = []
  const settle = (): void => {
    sentences.push(...pairUp(gone, fresh))
    gone = []
    fresh = []
  }
  for (const { first, second } of aligned(old, now)) {
    if (first !== null && second !== null) settle()
    else if (first !== null && !nowSet.has(first)) gone.push(first)
    else if (second !== null && !oldSet.has(second)) fresh.push(second)
  }
  settle()
  const [oldTitle, newTitle] = [squeeze(before.title), squeeze(after.title)]
  return { title: oldTitle === newTitle ? null : compareSentences(oldTitle, newTitle), sentences }
}

/** Every change, the title's first. */
export function changesIn(diff: RevisionDiff): SentenceChange[] {
  return [...(diff.title ? [diff.title] : []), ...diff.sentences]
}

/** True when words that stood in the earlier version stand there no more. */
export function removesWords(change: SentenceChange): boolean {
  return change.spans.some((span) => span.kind === 'removed')
}

/** The changed words with a few unchanged ones around them; what is left out is marked "…". `around`: words kept on each side. */
export function shortened({ spans }: SentenceChange, around: number): DiffSpan[] {
  return spans.map((span, index): DiffSpan => {
    if (span.kind !== 'same') return span
    const words = wordsOf(span.text)
    const first = index === 0
    const last = index === spans.length - 1
    const kept = first || last ? around : around * 2
    // One word is not worth a mark that it was left out.
    if (words.length <= kept + 1) return span
    const head = first ? [] : words.slice(0, around)
    const tail = last ? [] : words.slice(-around)
    return { kind: 'same', text: [...head, '…', ...tail].join(' ') }
  })
}
