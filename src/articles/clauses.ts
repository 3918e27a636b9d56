/** A sentence in which two speak, each in a main clause of his own → its clauses; any other sentence as it is. */
import type { Language } from '../lexicon/lexicon.js'
import { foldCase } from '../text/normalise.js'
import type { Clause } from './attribution.js'
import { sayingWords } from './saying-words.js'
import type { Candidate } from './speakers.js'

/** What stands between two main clauses: a comma, perhaps "while", perhaps where the second one is said, perhaps whose its speaker is. */
const boundary: Readonly<Record<Language, RegExp>> = {
  en: /[,;–—]\s+(?:(?:and|while|but|whereas|although|though)\s+)?(?:(?:in|from|at)\s+(?:the\s+)?\p{Lu}[\p{L}.-]+,?\s+)?(?:the\s+)?(?:\p{Lu}\p{L}+['’]s\s+)?$/u,
  ru: /[,;–—]\s+(?:(?:а|но|и|тогда как|в то время как|зато)\s+)?(?:(?:в|из)\s+\p{Lu}[\p{L}-]+\s+)?$/u,
  hy: /[,;–—՝]\s+(?:(?:իսկ|սակայն|բայց|և)\s+)?(?:\p{Lu}\p{L}+ում\s+)?$/u,
  az: /[,;–—]\s+(?:(?:lakin|amma|ancaq|və)\s+)?(?:\p{Lu}\p{L}+d[aə]\s+)?$/u,
  ka: /[,;–—]\s+(?:(?:ხოლო|მაგრამ|თუმცა|და)\s+)?$/u,
  tr: /[,;–—]\s+(?:(?:ancak|ama|fakat|ve)\s+)?(?:\p{Lu}\p{L}+['’]?d[ae]\s+)?$/u,
}
/** What joins the second clause to the first is no part of it. */
const joining =
  /^\s*(?:(?:and|while|but|whereas|although|though|а|но|и|тогда как|в то время как|зато|իսկ|սակայն|բայց|և|lakin|amma|ancaq|və|ხოლო|მაგრამ|თუმცა|და|ancak|ama|fakat|ve)\s+)?/u
/** Between a speaker and his verb, where the verb stands behind him and not at the clause's end. */
const besideVerb: Readonly<Partial<Record<Language, RegExp>>> = {
  en: /^\s*(?:(?:has|had|have|also|later|then|again|meanwhile|since|\p{Ll}+ly|for (?:his|her|its) part|on \p{Lu}\p{Ll}+day)\s*,?\s*){0,3}$/u,
  ru: /^\s*(?:(?:также|ранее|затем|уже|тоже|накануне|в свою очередь)\s+){0,2}$/u,
}
/** Shorter is what is said in no clause: ", Lavrov said on Monday" only names who speaks. */
const leastWords = 25

/** Whether a verb of saying stands there that has words of its own. */
function saysSomething(clause: string, from: number, lang: Language): boolean {
  const lower = foldCase(clause)
  const direct = besideVerb[lang]
  return [...lower.matchAll(sayingWords[lang].verbs)].some((verb) => {
    if (verb.index < from) return false
    if (direct) return direct.test(clause.slice(from, verb.index)) && clause.length - verb.index - verb[0].length >= leastWords
    return verb.index - from >= leastWords || clause.length - verb.index - verb[0].length >= leastWords
  })
}

/** In Azerbaijani and Turkish a main clause ends with its verb. */
function isComplete(clause: string, lang: Language): boolean {
  const lower = foldCase(clause)
  const last = [...lower.matchAll(sayingWords[lang].verbs)].at(-1)
  if (!last) return false
  return (lang !== 'az' && lang !== 'tr') || /^\s*$/u.test(clause.slice(last.index + last[0].length))
}

/** `all`: the candidates of the text, in order. Clauses keep their offsets; together they are the sentence but for the commas between. */
export function mainClauses(unit: Clause, all: readonly Candidate[], lang: Language): Clause[] {
  for (const one of all) {
    if (one.start < unit.start + leastWords || one.end > unit.end) continue
    if ((one.kind !== 'person' && one.kind !== 'body') || one.form !== 'subject') continue
    const at = one.start - unit.start
    const match = boundary[lang].exec(unit.text.slice(0, at))
    if (!match) continue
    const [left, right] = [unit.text.slice(0, match.index), unit.text.slice(match.index + 1)]
    const hasSpeaker = all.some((other) => other.start >= unit.start && other.end <= unit.start + left.length && other.form === 'subject')
    if (!hasSpeaker || !isComplete(left, lang) || !saysSomething(right, one.end - unit.start - match.index - 1, lang)) continue
    const second = right.replace(joining, '')
    return [
      { text: left, start: unit.start, end: unit.start + left.length },
      ...mainClauses({ text: second, start: unit.end - second.length, end: unit.end }, all, lang),
    ]
  }
  return [unit]
}
