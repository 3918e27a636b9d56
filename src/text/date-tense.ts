/** The words around a day → whether it lies ahead, back, or is a deadline. */
import { deadlineCue, futureCue, intentCue, isRussianInfinitive, isRussianPresent, pastCue } from './calendar-words.js'
import { at, type DateContext } from './date-tokens.js'

/** A sentence ends here: cues behind it say nothing. */
const sentenceGap = /[!?։;\n]|\.\s/

/** 'deadline': up to that day, on whichever side it lies. */
export type Tense = 'future' | 'past' | 'deadline' | null

function cueAt(context: DateContext, i: number): Tense {
  const word = at(context, i).text
  if (futureCue.test(word)) return 'future'
  if (pastCue.test(word) && !/^(?:be|to)$/.test(at(context, i - 1).text)) return 'past'
  return null
}

function tenseBefore(context: DateContext, first: number): Tense {
  const [near, far] = [at(context, first - 1).text, at(context, first - 2).text]
  if (deadlineCue.test(near) || (deadlineCue.test(far) && near === 'the')) return 'deadline'
  if (context.lang === 'ru' && (near === 'на' || near === 'к')) return 'future'
  if (context.lang === 'ru' && /^во?$/.test(near) && isRussianInfinitive(far)) return 'future'
  // Where the verb closes the clause, one that stands before belongs to another clause.
  if (/^(?:az|tr)$/.test(context.lang)) return null
  for (let i = first - 1; i >= Math.max(0, first - 9); i--) {
    if (sentenceGap.test(at(context, i + 1).gap)) break
    if (at(context, i).text === 'to' && [1, 2, 3].some((step) => intentCue.test(at(context, i - step).text))) return 'future'
    const found = cueAt(context, i)
    if (found) return found
  }
  return null
}

function tenseBehind(context: DateContext, last: number): Tense {
  const verbLast = /^(?:az|tr|hy|ka)$/.test(context.lang)
  let found: Tense = null
  for (let i = last + 1; i <= last + (verbLast ? 14 : 5) && i < context.tokens.length; i++) {
    if (sentenceGap.test(at(context, i).gap)) break
    const tense = cueAt(context, i) ?? (context.lang === 'ru' && isRussianPresent(at(context, i).text) ? 'future' : null)
    // The participles of a verb-last sentence come before its verb: the last cue decides.
    if (tense && !verbLast) return tense
    found = tense ?? found
  }
  return found
}

/** What the words around tokens [first, last] say about when, within their sentence; those before it first. */
export function tenseAround(context: DateContext, first: number, last: number): Tense {
  return tenseBefore(context, first) ?? tenseBehind(context, last)
}
