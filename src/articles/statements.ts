/** A text → who said what: speaker, office, side, standing, and the words verbatim. */
import { disputes } from '../lexicon/disputes.js'
import { type Language, type Lexicon, languages } from '../lexicon/lexicon.js'
import { splitSentences } from '../text/sentences.js'
import type { Statement } from './article.js'
import { type Attribution, attribute, type Clause, relativeSpeakers } from './attribution.js'
import { capacityOf } from './capacity.js'
import { mainClauses } from './clauses.js'
import { withDenied } from './denial.js'
import { blankQuotations, findQuotations, isSpeech, type Quotation } from './quotations.js'
import { createSpeakerMemory, type Speaker, type SpeakerMemory } from './resolve-speaker.js'
import { sayingWords } from './saying-words.js'
import { type Candidate, findCandidates } from './speakers.js'
import type { TagInput } from './tag.js'

/** No article is longer (UTF-16 units); what stands behind is a list or an attack. */
const longestRead = 40_000

/** A sentence of the blanked text: a quotation with what ascribes it is one. */
interface Unit extends Clause {
  paragraph: number
}

type Said = Pick<Statement, 'text' | 'start' | 'quoted'>

function unitsOf(blanked: string, lang: string): Unit[] {
  let paragraph = 0
  let last = 0
  return splitSentences(blanked, lang).flatMap((sentence) => {
    if (/\n\s*\n/.test(blanked.slice(last, sentence.start))) paragraph++
    last = sentence.end
    return splitAtSemicolons(sentence).map((clause) => ({ ...clause, paragraph }))
  })
}

function splitAtSemicolons(sentence: Clause): Clause[] {
  const parts: Clause[] = []
  let start = sentence.start
  for (const match of sentence.text.matchAll(/;\s+/g)) {
    const end = sentence.start + match.index
    parts.push({ text: sentence.text.slice(start - sentence.start, end - sentence.start), start, end })
    start = end + match[0].length
  }
  parts.push({ text: sentence.text.slice(start - sentence.start), start, end: sentence.end })
  return parts.filter((part) => part.text.trim() !== '')
}

function isMedia(speaker: Speaker, lexicon: Lexicon): boolean {
  const entity = lexicon.entity(speaker.slug)
  return entity?.kind === 'organisation' && entity.class === 'media'
}

/** Courts whose rulings are read as their word on a matter; of others a verdict is an event. */
const rulingCourts = /^ic[cj]$|^echr$|constitutional-court|supreme-court/

/** Who is named as a source only: an election commission for its count, a court for its verdict, a press service for the day of its president. */
function isOnlySource(speaker: Speaker, words: string, lexicon: Lexicon): boolean {
  const entity = lexicon.entity(speaker.slug)
  if (entity?.kind !== 'organisation') return false
  if (entity.class === 'court') return !rulingCourts.test(speaker.slug)
  return speaker.slug.endsWith('-presidency') || (speaker.slug.endsWith('-cec') && /\d|percent|процент|տոկոս|faiz|პროცენტ|yüzde/u.test(words))
}

function sideOf(speaker: Speaker, on: string | null, lexicon: Lexicon): string | null {
  return capacityOf(speaker.slug, { role: speaker.role, country: speaker.country }, on, lexicon).side
}

/** The speeches quoted in a unit, else the sentence itself. */
function saidIn(unit: Unit, quotations: readonly Quotation[], text: string): Said[] {
  const inside = quotations.filter((one) => one.start >= unit.start && one.end <= unit.end + 1 && isSpeech(text, one))
  if (inside.length > 0) return inside.map(({ start, end }) => ({ text: text.slice(start, end).trim().replace(/,$/, ''), start, quoted: true }))
  return [{ text: text.slice(unit.start, unit.end), start: unit.start, quoted: false }]
}

/** A unit's text without its quotations. */
function outsideOf(unit: Unit, quotations: readonly Quotation[]): string {
  let out = ''
  let at = unit.start
  for (const { start, end } of quotations) {
    if (end <= unit.start || start >= unit.end) continue
    out += unit.text.slice(at - unit.start, Math.max(at, start) - unit.start)
    at = Math.max(at, end)
  }
  return out + unit.text.slice(Math.max(0, at - unit.start))
}

function subjectOf(unit: Unit, candidates: readonly Candidate[]): Candidate | null {
  const inside = candidates.filter((one) => one.start >= unit.start && one.end <= unit.end)
  return inside.find((one) => one.form === 'subject') ?? null
}

interface Reading {
  memory: SpeakerMemory
  lexicon: Lexicon
}

function speakerOf(attribution: Attribution | null, from: number, reading: Reading): Speaker | null {
  if (!attribution) return null
  const speaker = attribution.candidate ? reading.memory.resolve(attribution.candidate, from) : reading.memory.last()
  return speaker && !isMedia(speaker, reading.lexicon) ? speaker : null
}

/** "Aliyev: the corridor will be opened": a headline ascribes with a colon. */
function headline(input: TagInput, lang: Language, lexicon: Lexicon): { speaker: Speaker; text: string; quoted: boolean } | null {
  const match = /^([^:]{3,60}):\s+(\S.{10,})$/u.exec(input.title)
  if (!match) return null
  const [, before = '', behind = ''] = match
  const candidate = findCandidates(before, lang, lexicon).find((one) => one.kind === 'person' || one.kind === 'body')
  if (!candidate?.slug || (candidate.kind !== 'person' && candidate.kind !== 'body')) return null
  const rest = before.slice(0, candidate.start) + before.slice(candidate.end)
  const speaker: Speaker = { slug: candidate.slug, kind: candidate.kind, role: candidate.role, country: candidate.country }
  if (rest.trim() !== '' || isMedia(speaker, lexicon)) return null
  const quote = /^[«"“„](.+)[»"”“]$/u.exec(behind.trim())
  return { speaker, text: quote?.[1] ?? behind.trim(), quoted: quote !== null }
}

/** A ministry that speaks through its named spokesperson speaks once: the spokesperson's words are kept. */
function withoutEchoes(statements: readonly Statement[], lexicon: Lexicon): Statement[] {
  const spokenFor = new Set<string>()
  for (const { speaker } of statements) {
    const entity = lexicon.entity(speaker)
    if (entity?.kind !== 'person') continue
    for (const office of entity.offices) if (office.body && office.title.en?.some((title) => /spokes/i.test(title))) spokenFor.add(office.body)
  }
  return statements.filter((statement) => !spokenFor.has(statement.speaker))
}

/**
 * Who said what, in the order of the text; a headline's statement (start -1) only where its speaker says nothing in the text.
 * Texts in other than the six languages give none. Pure.
 */
export function findStatements(input: TagInput, lexicon: Lexicon): Statement[] {
  const lang = languages.find((one) => one === input.lang)
  if (!lang) return []
  const text = input.text.slice(0, longestRead)
  const quotations = findQuotations(text)
  const blanked = blankQuotations(text, quotations)
  const candidates = findCandidates(blanked, lang, lexicon, input.title)
  const memory = createSpeakerMemory(candidates, lang, input.published, lexicon)
  const reading: Reading = { memory, lexicon }
  const units = unitsOf(blanked, input.lang).flatMap((unit) =>
    mainClauses(unit, candidates, lang).map((clause) => ({ ...clause, paragraph: unit.paragraph })),
  )
  const denying = sayingWords[lang].denial
  const found: Statement[] = []
  const add = (speaker: Speaker, said: Said, context: string): void => {
    if (!said.quoted && isOnlySource(speaker, said.text, lexicon)) return
    if (said.text === '' || found.some((one) => one.speaker === speaker.slug && one.text === said.text)) return
    const denial = denying.test(context.toLowerCase())
    found.push({
      speaker: speaker.slug,
      ...capacityOf(speaker.slug, { role: speaker.role, country: speaker.country }, input.published, lexicon),
      ...said,
      denial,
      denies: null,
    })
  }
  let quoting: { speaker: Speaker | null; paragraph: number } | null = null
  units.forEach((unit, index) => {
    const said = saidIn(unit, quotations, text)
    const onlyQuoted = said[0]?.quoted === true && !/\p{L}/u.test(outsideOf(unit, quotations))
    if (onlyQuoted) {
      const goesOn = quoting?.speaker && unit.paragraph - quoting.paragraph <= 1
      if (goesOn && quoting?.speaker) {
        for (const one of said) add(quoting.speaker, one, one.text)
        quoting = { ...quoting, paragraph: unit.paragraph }
      }
      return
    }
    const attribution = attribute(unit, candidates, lang)
    const speaker = speakerOf(attribution, unit.start, reading)
    const previous = units[index - 1]
    if (speaker && attribution) {
      const back =
        attribution.refersBack && !said[0]?.quoted && previous && unit.paragraph - previous.paragraph <= 1 ? saidIn(previous, quotations, text) : null
      const all = [speaker, ...(attribution.together ?? []).flatMap((one) => reading.memory.resolve(one, unit.start) ?? [])]
      // What both sides of a dispute say together is a communiqué, nobody's own words.
      const sides = new Set(all.map((each) => sideOf(each, input.published, lexicon)))
      if (!disputes.some((pair) => pair.every((side) => sides.has(side))))
        for (const one of back ?? said) for (const each of all) if (!isMedia(each, lexicon)) add(each, one, text.slice(unit.start, unit.end))
    }
    for (const candidate of relativeSpeakers(unit, candidates, lang)) {
      const other = memory.resolve(candidate, unit.start)
      if (other && !isMedia(other, lexicon)) add(other, { text: text.slice(unit.start, unit.end), start: unit.start, quoted: false }, '')
    }
    quoting = attribution ? { speaker, paragraph: unit.paragraph } : null
    memory.remember({ subject: subjectOf(unit, candidates), speaker })
  })
  const title = headline(input, lang, lexicon)
  if (title && !found.some((one) => one.speaker === title.speaker.slug))
    add(title.speaker, { text: title.text, start: -1, quoted: title.quoted }, title.text)
  return withDenied(withoutEchoes(found, lexicon), lang, denying)
}
