/** "The minister", "he", "ведомство" and what the text told before → the person or body meant, or nobody. */
import type { Language, Lexicon } from '../lexicon/lexicon.js'
import type { PlainDate } from '../text/dates.js'
import { type OfficeClass, officeClassOf } from './role-words.js'
import { type Candidate, homeCountry } from './speakers.js'

/** A speaker found: whom, and the description that the text gives where it gives one. */
export interface Speaker {
  slug: string
  kind: 'person' | 'body'
  role: string | null
  country: string | null
}

export interface SpeakerMemory {
  /** Resolves a candidate of the unit that starts at `from`; null for the unnamed, countries and what stays open. */
  resolve(candidate: Candidate, from: number): Speaker | null
  /** The speaker that "according to him" and a dropped subject mean. */
  last(): Speaker | null
  /** Tells who is the subject of the unit just read, and who spoke in it. */
  remember(unit: { subject: Candidate | null; speaker: Speaker | null }): void
}

const bodyNoun =
  /ministry|committee|commission|court|judges|agency|company|prosecutors|министерств|ведомств|комитет|комисси|(?<!\p{L})суд|следстви|прокуратур|компани|նախարարությ|գերատեսչ|կոմիտե|դատարան|nazirli|komitə|məhkəmə|სამინისტრო|უწყება|კომიტეტ|სასამართლო|bakanlık|komite|mahkeme/u
const bodyOfNoun: readonly (readonly [RegExp, RegExp])[] = [
  [/ministry|министерств|ведомств|նախարարությ|գերատեսչ|nazirli|სამინისტრო|უწყება|bakanlık/u, /mfa$|ministry|department|treasury/],
  [/committee|комитет|следстви|կոմիտե|komitə|კომიტეტ|komite/u, /committee/],
  [/commission|комисси/u, /commission|cec$/],
  [/court|judges|(?<!\p{L})суд|դատարան|məhkəmə|სასამართლო|mahkeme/u, /court|^ic[cj]$|^echr$/],
  [/prosecutors|прокуратур/u, /prosecutors/],
  [/company|компани/u, /./],
  [/agency/u, /./],
]

function officeClasses(slug: string, role: string | null, on: PlainDate | null, lexicon: Lexicon): Set<OfficeClass> {
  const classes = new Set<OfficeClass>()
  const add = (title: string): void => {
    const found = officeClassOf(title)
    if (found) classes.add(found)
  }
  if (role) add(role)
  const entity = lexicon.entity(slug)
  if (entity?.kind === 'person') {
    const offices = on ? [...lexicon.officesOn(slug, on), ...entity.offices.filter((office) => office.from === null)] : entity.offices
    for (const office of offices) for (const title of office.title.en ?? []) add(title)
  }
  return classes
}

function fitsClass(wanted: OfficeClass, held: ReadonlySet<OfficeClass>): boolean {
  if (held.has(wanted)) return true
  if (wanted === 'minister') return held.has('foreign-minister')
  if (wanted === 'head') return held.has('president') || held.has('prime-minister') || held.has('chair')
  return wanted === 'secretary' && held.has('foreign-minister')
}

/** Given names that end in -a and are men's. */
const mensNames =
  /^(?:nikita|ilya|ilia|nika|giga|gela|shota|vazha|zaza|kakha|gia|goga|mustafa|murtaza|isa|musa|luka|sasha|misha|aleksa|никита|илья|лука|шота|важа|заза|каха|ника|мустафа|иса|муса)$/iu

/** By a word of office, a family name's ending or a given name in -a; no more is known. */
function looksFemale({ text, role }: { text: string; role: string | null }): boolean {
  if (role !== null && /woman|minister['’]s wife|представительница/iu.test(role)) return true
  const [given = '', ...rest] = text.split(/[ \u00a0]/)
  if (/(?:ova|eva|aya|skaya|ова|ева|ина|ская)$/iu.test(rest.at(-1) ?? '')) return true
  return rest.length > 0 && /[aа]$/iu.test(given) && !mensNames.test(given)
}

/** `candidates` are all of the text, in order; `on` is the article's day. */
export function createSpeakerMemory(candidates: readonly Candidate[], lang: Language, on: PlainDate | null, lexicon: Lexicon): SpeakerMemory {
  const descriptions = new Map<string, { role: string; country: string | null }>()
  for (const one of candidates)
    if (one.slug && one.role && !descriptions.has(one.slug)) descriptions.set(one.slug, { role: one.role, country: one.country })
  let lastSpeaker: Speaker | null = null
  let lastSubject: Speaker | null = null
  const sideOf = (slug: string): string | null => {
    const entity = lexicon.entity(slug)
    if (entity?.kind === 'person') return (on ? lexicon.officesOn(slug, on)[0]?.side : undefined) ?? entity.side
    return entity?.kind === 'organisation' ? entity.country : null
  }
  const named = (one: Candidate): Speaker | null => {
    if (!one.slug || (one.kind !== 'person' && one.kind !== 'body')) return null
    const known = descriptions.get(one.slug)
    return {
      slug: one.slug,
      kind: one.kind,
      role: one.role ?? known?.role ?? null,
      country: one.role ? one.country : (known?.country ?? one.country),
    }
  }
  const body = (noun: string, before: readonly Candidate[]): Speaker | null => {
    const fitting = bodyOfNoun.find(([pattern]) => pattern.test(noun))?.[1] ?? /./
    if (lastSpeaker?.kind === 'body' && fitting.test(lastSpeaker.slug)) return lastSpeaker
    const found = before.findLast(
      (one) => one.kind === 'body' && one.slug !== null && fitting.test(one.slug) && !/media/.test(String(lexicon.entity(one.slug)?.kind)),
    )
    return found ? named(found) : null
  }
  const office = (role: Candidate, before: readonly Candidate[]): Speaker | null => {
    const wanted = officeClassOf(role.text)
    if (!wanted) return null
    const fits = (speaker: Speaker): boolean =>
      speaker.kind === 'person' &&
      (role.country === null || sideOf(speaker.slug) === role.country || speaker.country === role.country) &&
      fitsClass(wanted, officeClasses(speaker.slug, speaker.role, on, lexicon))
    const pool = before.flatMap((one) => (one.kind === 'person' ? (named(one) ?? []) : [])).filter(fits)
    const home = role.country === null ? homeCountry[lang] : undefined
    const atHome = home === undefined ? undefined : pool.findLast((one) => sideOf(one.slug) === home)
    if (atHome) return atHome
    if (lastSpeaker && fits(lastSpeaker)) return lastSpeaker
    if (lastSubject && fits(lastSubject)) return lastSubject
    if (pool.length > 0 || role.country === null) return pool.at(-1) ?? null
    // "The Azerbaijani leader warned … Ilham Aliyev was speaking in Shusha": named afterwards.
    return candidates.flatMap((one) => (one.kind === 'person' && one.start > role.start ? (named(one) ?? []) : [])).find(fits) ?? null
  }
  const pronoun = (earlier: Candidate | undefined, before: readonly Candidate[]): Speaker | null => {
    if (earlier) return named(earlier)
    if (lastSubject) return lastSubject.kind === 'person' ? lastSubject : null
    // "The ceremony was attended by President Aliyev. He told the guests …": nobody else was spoken of yet.
    const people = before.filter((one) => one.kind === 'person')
    const last = before.some((one) => one.kind === 'unnamed') ? undefined : people.at(-1)
    return last && people.every((one) => one.slug === last.slug) ? named(last) : null
  }
  const resolve = (candidate: Candidate, from: number): Speaker | null => {
    const before = candidates.filter((one) => one.start < candidate.start)
    switch (candidate.kind) {
      case 'person':
      case 'body':
        return named(candidate)
      case 'role':
        return bodyNoun.test(candidate.text.toLowerCase()) ? body(candidate.text.toLowerCase(), before) : office(candidate, before)
      case 'pronoun':
        if (/^it$/iu.test(candidate.text)) {
          const body = before.find((one) => one.start >= from && one.form === 'subject' && one.kind === 'body')
          return body ? named(body) : lastSpeaker?.kind === 'body' ? lastSpeaker : null
        }
        if (/^(?:she|она)$/iu.test(candidate.text)) {
          const woman = before.findLast((one) => one.kind === 'person' && looksFemale(one))
          if (woman && !(lastSubject && looksFemale({ text: lastSubject.slug.replaceAll('-', ' '), role: lastSubject.role }))) return named(woman)
        }
        return pronoun(
          before.find((one) => one.start >= from && one.form === 'subject' && (one.kind === 'person' || one.kind === 'unnamed')),
          before,
        )
      default:
        return null
    }
  }
  return {
    resolve,
    last: () => lastSubject ?? lastSpeaker,
    remember: ({ subject, speaker }) => {
      if (speaker) {
        lastSpeaker = speaker
        lastSubject = speaker
        return
      }
      if (!subject) return
      if (subject.kind === 'unnamed') lastSubject = null
      else if (subject.kind === 'country') {
        if (lastSpeaker?.kind === 'body') lastSpeaker = null
      } else {
        const who = resolve(subject, subject.start)
        if (who) lastSubject = who
      }
    },
  }
}
