/** A sentence whose quotations are blanked, and who is named in it → the one to whom its words are ascribed, and by which word. */
import type { Language } from '../lexicon/lexicon.js'
import { foldCase } from '../text/normalise.js'
import { rulingVerbs, sayingWords } from './saying-words.js'
import type { Candidate } from './speakers.js'

export interface Attribution {
  /** Who says the same with the candidate: "Merkel and Sarkozy argued". */
  together?: readonly Candidate[]
  /** null: ascribed to whoever spoke last ("по его словам", or a verb without a subject where the language drops it). */
  candidate: Candidate | null
  /** Offset of the verb or phrase in the text. */
  at: number
  /** The sentence only points at what stands before it ("Об этом сообщил …"). */
  refersBack: boolean
}

export interface Clause {
  text: string
  start: number
  end: number
}

const objectBefore: Readonly<Record<Language, RegExp | null>> = {
  en: /(?<!\p{L})(?:of|for|by|with|to|from|against|between|at|on|in|about|over|under|into|through|than|near|after|before|met|meets|told|tells|thanked|accused|asked|called|visited|received|hosted|congratulated|urged|informed|phoned|joined|and|or|including|alongside|via|without|behind|toward|towards)\s+(?:the\s+)?$/iu,
  ru: /(?<!\p{L})(?:в|во|на|с|со|к|ко|от|о|об|у|из|для|про|между|после|перед|через|при|над|за|под|против|без|по|и)\s+$/iu,
  hy: /(?<!\p{L})(?:և|ու)\s+$/u,
  az: /(?<!\p{L})(?:və|ilə)\s+$/u,
  ka: /(?<!\p{L})და\s+$/u,
  tr: /(?<!\p{L})(?:ve|ile)\s+$/u,
}
const jointBehind: Readonly<Record<Language, RegExp>> = {
  en: /^\s*(?:,|and|&)\s+$/u,
  ru: /^\s*(?:,|и)\s+$/u,
  hy: /^\s*(?:,|և|ու)\s+$/u,
  az: /^\s*(?:,|və|ilə)\s+$/u,
  ka: /^\s*(?:,|და)\s+$/u,
  tr: /^\s*(?:,|ve|ile)\s+$/u,
}

/** Words that may stand between an English subject and its verb. */
const englishGap =
  /^(?:\s*,?\s*(?:who|which|for (?:his|her|its) part|too|meanwhile|however|himself|herself|itself|also|then|later|earlier|again|repeatedly|once more|once again|often|already|now|still|today|yesterday|had|has|have|since|did|does|do|not|would|will|could|reportedly|publicly|openly|promptly|quickly|in turn|(?:on|in|at|this|last|next|late|early|since|during|the|of) [^,;]{2,50}|[a-z]+ly|monday|tuesday|wednesday|thursday|friday|saturday|sunday|spokes(?:person|man|woman)|officials|office|press service|['’]s (?:office|press service|spokes(?:person|man|woman)|administration|team)|observers|observer mission|mission|secretary|spokes(?:person|man|woman) \p{Lu}\p{L}+ \p{Lu}\p{L}+)\s*,?)*\s*$/iu
/** UTF-16 units; also keeps the pattern above from trying too many ways. */
const longestGap = 80
const englishApposition = /^\s*,[^;:]{2,120},\s*(?:also |has |had |have |then |later )?$/u
const coordinated = /(?:(?<!\p{L})(?:and|but|then)|,)\s+(?:(?:also|then|later|again|once more|\p{L}+ly|has|had|in (?:his|her|its|a) \p{L}+)\s+)*$/iu
const passiveBefore = /(?<!\p{L})(?:is|are|was|were|be|been|being|to|not be|a|an|the|this|that|such|its|his|her|their|two|of)\s+(?:\p{L}+ly\s+)?$/iu

/** "has not said", "не сообщил", "չի մեկնաբանել": silence is no statement. */
const notSaid = /(?<!\p{L})(?:not|n['’]t|never|nor|declined to|не|չի|չեն|չէր|չէին|არ|ვერ)\s+(?:yet\s+|immediately\s+)?$/u

/** "and Macron" behind "Putin, Trump": one of those who say it, no object. */
function isListed(candidate: Candidate, clause: Clause, lang: Language, all: readonly Candidate[]): boolean {
  const one = all.findLast((other) => other.end <= candidate.start && (other.kind === 'person' || other.kind === 'body'))
  if (one?.form !== 'subject') return false
  const between = clause.text.slice(one.end - clause.start, candidate.start - clause.start)
  if (!jointBehind[lang].test(between)) return false
  return /,/.test(between) ? isListed(one, clause, lang, all) || one.start === clause.start : !isObject(one, clause, lang, all)
}

function isObject(candidate: Candidate, clause: Clause, lang: Language, all: readonly Candidate[]): boolean {
  if (isListed(candidate, clause, lang, all)) return false
  const isBehindPreposition = (at: number): boolean => objectBefore[lang]?.test(clause.text.slice(0, Math.max(0, at - clause.start))) ?? false
  // "В Ереване спикер Симонян ответил": what stands behind the preposition is where, the name is no object's form.
  if (lang === 'ru' && candidate.kind === 'person' && candidate.form === 'subject' && /^\p{Lu}\p{L}+[еиу]\s/u.test(candidate.role ?? '')) return false
  // "In Tbilisi State Minister Iakobashvili said": the town is where he spoke, not his office.
  if (lang === 'en' && candidate.role !== null && /^in\s+$/iu.test(clause.text.slice(0, Math.max(0, candidate.start - clause.start)))) return false
  // "an aide to Ilham Aliyev": the office is another's.
  return isBehindPreposition(candidate.start) || (lang === 'en' && candidate.kind === 'person' && isBehindPreposition(candidate.nameStart))
}

/** Several who say one thing together: those beside the candidate in a list that ends or begins with "and". */
function beside(candidate: Candidate, all: readonly Candidate[], text: (from: number, to: number) => string, lang: Language): Candidate[] {
  const speakers = all.filter((other) => other === candidate || other.kind === 'person' || other.kind === 'body')
  const at = speakers.indexOf(candidate)
  const found: Candidate[] = []
  let isList = false
  for (let left = at; left > 0; left--) {
    const [one, next] = [speakers[left - 1], speakers[left]]
    if (!one || !next || one.form !== 'subject' || one.end > next.start) break
    const between = text(one.end, next.start)
    if (!jointBehind[lang].test(between) || (/,/.test(between) && !isList)) break
    isList = true
    found.push(one)
  }
  const behind = speakers[at + 1]
  if (
    behind &&
    behind.start >= candidate.end &&
    jointBehind[lang].test(text(candidate.end, behind.start)) &&
    !/,/.test(text(candidate.end, behind.start))
  )
    found.push(behind)
  return found
}

/** "Simonyan, the speaker of parliament," and "the commissioner, Marta Kos": the person whom the words of office beside the name describe. */
function inApposition(one: Candidate, clause: Clause, candidates: readonly Candidate[]): Candidate {
  if (one.kind !== 'role' && one.kind !== 'unnamed' && one.kind !== 'body') return one
  const slice = (from: number, to: number): string => clause.text.slice(from - clause.start, to - clause.start)
  const behind = candidates.find((other) => other.kind === 'person' && other.start >= one.end && /^\s*,\s+$/u.test(slice(one.end, other.start)))
  if (one.kind === 'role' && behind && /^\s*(?:,|[.!?։…]?\s*$)/u.test(slice(behind.end, clause.end))) return behind
  const before = candidates.findLast((other) => other.kind === 'person' && other.end <= one.start)
  if (before?.form !== 'subject') return one
  const gap = slice(before.end, one.start)
  return appositionGap.test(gap) && (one.kind !== 'body' || /\p{L}/u.test(gap)) ? before : one
}

/** Between a name and the office in apposition to it; no second comma. */
const appositionGap = /^\s*,\s+(?:(?!who|which|котор)[^,;:.!?…«»"“”]{0,60}\s)?$/u

/** ", who represents Armenia in international courts," and ", the speaker of parliament,": what stands between a name and its verb. */
const frame =
  /^\s*,\s+(?:who(?:se)?\s|the\s|an?\s|its\s|his\s|her\s|their\s|\p{Ll}+\s|\p{Lu}\p{L}+(?:['’]s)?\s)[^,;:]{2,110},\s+(?:also |has |had |have |then |later |already |\p{Ll}+ly ){0,2}$/u

function englishSubject(verb: { at: number; end: number; word: string }, clause: Clause, candidates: readonly Candidate[]): Candidate | null {
  const slice = (from: number, to: number): string => clause.text.slice(from - clause.start, to - clause.start)
  const behind = candidates.find((one) => one.start >= verb.end)
  const quoteBefore = /[”"»,]\s*$/u.test(slice(clause.start, verb.at))
  // "Rafiyev, the negotiator, said it was …": what follows is what he says, not who says it.
  const isSaid =
    behind !== undefined &&
    behind.kind !== 'person' &&
    /^\s+(?!on |in |at |late |last |this |after |during )[\p{Ll}]/u.test(slice(behind.end, clause.end))
  if (
    behind &&
    !isSaid &&
    (behind.kind === 'person' || behind.start - verb.end < 3) &&
    quoteBefore &&
    /^(?:said|says|added|wrote|asked|noted|explained|argued|remarked|replied|stressed|warned)$/u.test(verb.word) &&
    /^\s*(?:(?:the|an?|his|her|its|their) )?(?:[\p{L}'’-]+ ){0,3}$/u.test(slice(verb.end, behind.start).replace(/^\s+/, ''))
  )
    return behind
  if (passiveBefore.test(slice(clause.start, verb.at))) return null
  const before = candidates.filter((one) => one.end <= verb.at)
  const framed = before.findLast(
    (one) => one.kind === 'person' && one.form === 'subject' && !isObject(one, clause, 'en', candidates) && frame.test(slice(one.end, verb.at)),
  )
  if (framed) return framed
  for (const one of before.toReversed()) {
    const gap = slice(one.end, verb.at)
    const possessed = one.form === 'genitive'
    if (
      possessed &&
      /^\s*(?:account|readout|statement|report|press release|website|message|letter|note|communiqu[eé]|resolution)(?: (?:of|on|about) [^,;]{2,40})?\s+(?:has |had )?$/u.test(
        gap,
      )
    )
      return one
    if (possessed && !/^\s*(?:office|press service|spokes|administration|team|mission|observers)/u.test(gap)) continue
    const led =
      /(?<!\p{L})(?:observers|mission|members|delegation|judges|experts|statement|report|spokes(?:person|man|woman)|resolution|account|readout|letter|officials?) (?:of|from|by|for|at|led by) (?:the )?$/iu.test(
        slice(clause.start, one.start),
      )
    if (isObject(one, clause, 'en', candidates) && !led) continue
    // "The minister, Gocha Lortkipanidze, called …": the comma that closes the apposition.
    const closes =
      one.kind === 'person' && /^\s*,\s*(?:also |has |had |have |then |later )?$/u.test(gap) && /,\s*$/u.test(slice(clause.start, one.start))
    if (closes || (gap.length <= longestGap && englishGap.test(gap)) || englishApposition.test(gap)) return one
    if (gap.length < 12 && !/[,;]/.test(gap) && /^\s*\p{L}+\s*$/u.test(gap)) return one
  }
  if (coordinated.test(slice(clause.start, verb.at))) {
    const first = before.find((one) => one.form === 'subject' && !isObject(one, clause, 'en', candidates))
    if (first && first.kind !== 'country') return first
  }
  return null
}

function inflectedSubject(verb: { at: number; end: number }, clause: Clause, candidates: readonly Candidate[], lang: Language): Candidate | null {
  const slice = (from: number, to: number): string => clause.text.slice(from - clause.start, to - clause.start)
  const fits = (one: Candidate): boolean => one.form === 'subject' && !isObject(one, clause, lang, candidates)
  if (lang === 'ru' || lang === 'ka' || lang === 'hy') {
    const reach = lang === 'ru' ? 90 : 60
    for (const one of candidates) {
      if (one.start < verb.end || one.start - verb.end > reach) continue
      const gap = slice(verb.end, one.start)
      if (/[,:;—–]|(?<!\p{L})(?:что|как|и|а|но|რომ|თუ|որ|թե|և)(?!\p{L})/u.test(gap)) break
      if (lang === 'ru' && one.kind === 'body' && /(?:^|\s)(?:в|во)\s$/u.test(gap)) return one
      if (lang === 'hy' && one.kind === 'body' && /ից$/u.test(one.text) && one.form !== 'genitive') return one
      if (fits(one) && one.kind !== 'country') return one
      if (lang !== 'ru' && one.kind === 'country') break
    }
  }
  const before = candidates.filter((one) => one.end <= verb.at)
  const turkic = lang === 'az' || lang === 'tr'
  const ordered = turkic ? before : before.toReversed()
  for (const one of ordered) {
    const gap = slice(one.end, verb.at)
    if (/[;]/.test(gap)) continue
    if (lang === 'ru' && one.kind === 'body' && /(?<!\p{L})(?:в|во)\s$/iu.test(slice(clause.start, one.start)) && gap.length < 40) return one
    if (!fits(one)) continue
    // A name inside the words of another: "…, что Лавров заявил" stays with Lavrov only if nothing else says so before.
    if (lang === 'ru' && /(?<!\p{L})(?:что|чтобы|который|которая|которые)(?!\p{L})/u.test(gap)) continue
    return one
  }
  return null
}

function mergeable(one: Candidate): boolean {
  return one.kind !== 'country' || one.form === 'subject'
}

const relativeGap: Readonly<Partial<Record<Language, RegExp>>> = {
  en: /^\s*,\s*who(?:\s+[^,;]{0,40})?\s*$/u,
  ru: /^\s*,\s*котор(?:ый|ая)(?:\s+[^,;]{0,40})?\s*$/u,
}

/** ", and Zakharova reported that …": a second main clause with a subject of its own. */
const secondClause: Readonly<Partial<Record<Language, { before: RegExp; gap: RegExp }>>> = {
  en: {
    before: /[,–—-]\s+(?:and|while|but|whereas|although|though)\s+(?:the\s+)?$/u,
    gap: /^\s*(?:(?:has|had|have|also|later|then|again|\p{Ll}+ly)\s+)*$/u,
  },
  ru: { before: /[,–—-]\s+(?:а|но|и|тогда как|в то время как)\s+$/u, gap: /^\s*(?:(?:также|ранее|затем|уже|в свою очередь)\s+)*$/u },
}

/** "…remarks by Lavrov, who had accused Yerevan": those whose words a relative clause or a second main clause brings in, whatever the sentence is about. */
export function relativeSpeakers(clause: Clause, all: readonly Candidate[], lang: Language): Candidate[] {
  const gapPattern = relativeGap[lang]
  if (!gapPattern) return []
  const lower = clause.text.toLowerCase()
  if (lower.length !== clause.text.length) return []
  const inside = all.filter((one) => one.start >= clause.start && one.end <= clause.end && (one.kind === 'person' || one.kind === 'body'))
  return [...lower.matchAll(sayingWords[lang].verbs)].flatMap((verb) => {
    const at = clause.start + verb.index
    const one = inside.findLast((candidate) => candidate.end <= at)
    if (!one) return []
    const before = clause.text.slice(0, one.start - clause.start)
    const gap = clause.text.slice(one.end - clause.start, at - clause.start)
    const second = secondClause[lang]
    const opensSecond = second?.gap.test(gap) && one.form === 'subject' && second.before.test(before)
    if (opensSecond) return [one]
    // "Mirzoyan and Lavrov, who …": whose words they are stays open.
    return gapPattern.test(gap) && !/(?<!\p{L})(?:and|и)\s+$/u.test(before) ? [one] : []
  })
}

/** Who says a clause's words: phrases of attribution first, then the verb nearest to the clause's end in its own right, then the first with a subject. */
export function attribute(clause: Clause, all: readonly Candidate[], lang: Language): Attribution | null {
  const words = sayingWords[lang]
  const lower = foldCase(clause.text)
  const candidates = all.filter((one) => one.start >= clause.start && one.end <= clause.end && mergeable(one))
  const text = (from: number, to: number): string => clause.text.slice(from - clause.start, to - clause.start)
  const refersBack = words.refersBack.test(lower.replace(/^[\s"«“„—–-]+/u, ''))

  const pronoun = words.accordingPronoun ? [...lower.matchAll(words.accordingPronoun)][0] : undefined
  if (pronoun && pronoun.index < 15) return { candidate: null, at: clause.start + pronoun.index, refersBack: false }
  for (const match of words.accordingBefore ? lower.matchAll(words.accordingBefore) : []) {
    const end = clause.start + match.index + match[0].length
    const next = candidates.find((one) => one.end > end && one.start - end < 60)
    if (!next || /[,;:]/.test(text(end, Math.max(end, next.start)))) continue
    // "according to the head of the commission, Dmitry Marshan"
    const named = candidates.find((one) => one.kind === 'person' && one.start >= next.end && /^\s*,\s*$/u.test(text(next.end, one.start)))
    return { candidate: next.kind === 'person' ? next : (named ?? next), at: clause.start + match.index, refersBack: false }
  }
  for (const match of words.accordingAfter ? lower.matchAll(words.accordingAfter) : []) {
    const at = clause.start + match.index
    const last = candidates.findLast((one) => one.end <= at && at - one.end < 26 && !/[,;:]/.test(text(one.end, at)))
    if (!last) continue
    const ablative = /^(?:bildiri|verilən)/u.test(match[0])
    const fits =
      lang === 'tr'
        ? last.form === 'other' || last.form === 'genitive'
        : lang === 'az' && ablative
          ? last.kind === 'body' && /d[əa]n$/u.test(last.text)
          : last.form !== 'other' || last.kind === 'role' || (lang === 'ka' && /ს$/u.test(last.text))
    if (fits) return { candidate: last, at, refersBack: false }
  }

  for (const match of words.participles ? lower.matchAll(words.participles) : []) {
    const end = clause.start + match.index + match[0].length
    const next = candidates.find((one) => one.start >= end && one.start - end < 4 && one.form === 'subject')
    if (next) return { candidate: next, at: clause.start + match.index, refersBack: false }
  }
  // "Aliyev: …", also behind the hour in a live blog.
  const opening = candidates.find((one) => one.kind === 'person' || one.kind === 'body')
  if (opening && /^(?:\d\d?[:.]\d\d\s*[-–—]?\s*)?$/u.test(text(clause.start, opening.start)) && /^\s*:\s/u.test(text(opening.end, clause.end)))
    return { candidate: opening, at: opening.end, refersBack: false }
  const verbs = [...lower.matchAll(words.verbs)]
    .filter((match) => !notSaid.test(lower.slice(Math.max(0, match.index - 40), match.index)))
    .map((match) => ({ at: clause.start + match.index, end: clause.start + match.index + match[0].length, word: match[0] }))
  const subjectOf = (verb: { at: number; end: number; word: string }): Candidate | null => {
    const subject = lang === 'en' ? englishSubject(verb, clause, candidates) : inflectedSubject(verb, clause, candidates, lang)
    return subject && inApposition(subject, clause, candidates)
  }
  // "…, the ministry said on Wednesday": what stands before is the words, with verbs of their own.
  if (lang === 'en' || lang === 'ru') {
    const last = verbs.at(-1)
    if (last && verbs.length > 1) {
      const subject = subjectOf(last)
      const lead = subject ? text(clause.start, Math.min(subject.start, last.at)) : ''
      if (
        subject &&
        subject.kind !== 'country' &&
        // An outlet that relays: who said it stands before.
        !(subject.kind === 'unnamed' && subject.slug !== null) &&
        /,\s*(?:—\s*)?(?:as\s+|как\s+)?$/u.test(lead) &&
        lead.length > 20 &&
        !/(?<!\p{L})(?:who|which|while|as|after|когда)\s*$/u.test(lead)
      ) {
        return { candidate: subject, together: beside(subject, candidates, text, lang), at: last.at, refersBack }
      }
    }
  }
  for (const verb of verbs) {
    const subject = subjectOf(verb)
    if (!subject) continue
    const together = beside(subject, candidates, text, lang)
    // A plural verb with one person before it: others share the subject.
    if (lang === 'ru' && together.length === 0 && subject.kind === 'person' && /(?:ли|ют|ят)(?:сь)?$/u.test(verb.word)) return null
    return { candidate: subject, together, at: verb.at, refersBack }
  }
  for (const match of words.hanging ? lower.matchAll(words.hanging) : []) {
    const at = clause.start + match.index
    const main = candidates.find((one) => one.form === 'subject' && !isObject(one, clause, lang, candidates))
    if (main && main.end <= at && /(?:,|by|before|after|while)\s+$/u.test(lower.slice(0, match.index)) && main.kind !== 'country')
      return { candidate: main, together: beside(main, candidates, text, lang), at, refersBack: false }
  }
  for (const match of lower.matchAll(rulingVerbs[lang])) {
    const verb = { at: clause.start + match.index, end: clause.start + match.index + match[0].length, word: match[0] }
    const subject = subjectOf(verb)
    if (subject?.kind === 'body' && /court|(?:^|-)ic[cj]$|echr/u.test(subject.slug ?? ''))
      return { candidate: subject, at: verb.at, refersBack: false }
  }
  if (pronoun) return { candidate: null, at: clause.start + pronoun.index, refersBack: false }
  const first = verbs[0]
  // Azerbaijani and Turkish drop the subject: the last one goes on speaking. "Paşinyanın aparatı" has one, though nobody known.
  if (
    first &&
    (lang === 'az' || lang === 'tr') &&
    !candidates.some((one) => one.form === 'subject' || (one.form === 'genitive' && one.kind === 'person'))
  )
    return { candidate: null, at: first.at, refersBack }
  return null
}
