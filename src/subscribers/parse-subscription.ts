/** "8:30 Asia/Yerevan weekdays peace treaty, border read: hy, ru, en" → what a subscription would be, and what was not understood. */
import type { Language, Lexicon } from '../lexicon/lexicon.js'
import { squeeze } from '../text/normalise.js'
import { cityZone, writtenZone } from './place-zones.js'
import type { QuietHours } from './schedule.js'
import { daysAt, languageAt, type Matched, timeAt, wishes } from './time-words.js'

/** What was said; what was not said stays empty or null, so that the chat's own settings or the defaults stand. */
export interface ParsedSubscription {
  /** "HH:MM", ascending, each once. */
  times: string[]
  /** ISO weekdays, ascending; empty: not said. */
  weekdays: number[]
  zone: string | null
  concepts: string[]
  mutedConcepts: string[]
  /** Words after "mute" that name no topic: perhaps a source. */
  mutedWords: string[]
  mutedLanguages: Language[]
  onlyLanguages: Language[]
  languagesRead: Language[]
  lang: Language | null
  length: 'short' | 'full' | null
  quiet: QuietHours | null
  skipQuietDays: boolean
  /** Phrases that meant nothing. */
  unknown: string[]
}

type Clause = 'topics' | 'mute'

const longestLine = 1_000
const separator = /^[\s,;.!|/·—–-]+/u
const word = /^[^\s,;]+/u

/** Hours said as "22-7", "22:00–07:00", "from 22 to 7", "с 22 до 7". */
function quietAt(rest: string): Matched<QuietHours> | null {
  const open = wishes.quiet.exec(rest)
  if (!open) return null
  let at = open[0].length
  const skip = (pattern: RegExp): void => {
    at += pattern.exec(rest.slice(at))?.[0].length ?? 0
  }
  skip(/^(?:from|с|со)\s+/iu)
  const from = timeAt(rest.slice(at).replace(/[-–—]/u, ' '))
  if (!from) return null
  at += from.length
  skip(/^\s*(?:-|–|—|to|till|until|до|по)?\s*/iu)
  const to = timeAt(rest.slice(at))
  return to ? { length: at + to.length, value: { from: from.value, to: to.value } } : null
}

/** A list of languages behind its opening words: "read: hy, ru, en", "только армянский и русский". */
function languagesAt(rest: string, opening: RegExp): Matched<Language[]> | null {
  const open = opening.exec(rest)
  if (!open) return null
  const found: Language[] = []
  let at = open[0].length
  let end = at
  for (let next = languageAt(rest.slice(at)); next; next = languageAt(rest.slice(at))) {
    if (!found.includes(next.value)) found.push(next.value)
    end = at + next.length
    at = end + (/^\s*(?:,|>|and|и|և|və|და|ve)?\s*/iu.exec(rest.slice(end))?.[0].length ?? 0)
  }
  return found.length > 0 ? { length: end, value: found } : null
}

/** "Russian", "русского языка": a language by its name and nothing else; a code of two letters may be a country. */
function wholeLanguage(said: string): Language | null {
  const name = said.replace(/\s+(?:language|язык\p{L}*|լեզու\p{L}*|dil\p{L}*|ენ\p{L}*)$/iu, '')
  const found = name.length > 3 ? languageAt(name) : null
  return found?.length === name.length ? found.value : null
}

function interfaceAt(rest: string): Matched<Language> | null {
  const open = wishes.interface.exec(rest)
  const found = open ? languageAt(rest.slice(open[0].length)) : null
  return open && found ? { length: open[0].length + found.length, value: found.value } : null
}

/** A zone: written out, behind "time zone", or a city right behind a time or a day. */
function zoneAt(rest: string, afterTime: boolean): Matched<string> | null {
  const open = wishes.zone.exec(rest)
  const from = open?.[0].length ?? (afterTime ? (/^(?:по|in)\s+/iu.exec(rest)?.[0].length ?? 0) : 0)
  const first = word.exec(rest.slice(from))?.[0] ?? ''
  const written = writtenZone(first)
  if (written) return { length: from + first.length, value: written }
  if (!open && !afterTime) return null
  const two = /^[^\s,;]+ [^\s,;]+/u.exec(rest.slice(from))?.[0]
  const ofTwo = two ? cityZone(two) : null
  if (two && ofTwo) return { length: from + two.length, value: ofTwo }
  const ofOne = first ? cityZone(first) : null
  return ofOne ? { length: from + first.length, value: ofOne } : null
}

/** Never throws: what can't be understood comes back in `unknown`. `lang` is the interface language of who typed it. */
export function parseSubscription(line: string, lexicon: Pick<Lexicon, 'resolve'>, lang: Language): ParsedSubscription {
  const text = squeeze(line).slice(0, longestLine)
  const parsed: ParsedSubscription = {
    times: [],
    weekdays: [],
    zone: null,
    concepts: [],
    mutedConcepts: [],
    mutedWords: [],
    mutedLanguages: [],
    onlyLanguages: [],
    languagesRead: [],
    lang: null,
    length: null,
    quiet: null,
    skipQuietDays: false,
    unknown: [],
  }
  const days = new Set<number>()
  let vagueDays: readonly number[] = []
  let clause: Clause = 'topics'
  let phrase = ''
  let afterTime = false
  const flush = (): void => {
    const said = phrase.trim()
    phrase = ''
    if (!said) return
    const language = clause === 'mute' ? wholeLanguage(said) : null
    if (language) {
      if (!parsed.mutedLanguages.includes(language)) parsed.mutedLanguages.push(language)
      return
    }
    const slugs = lexicon
      .resolve(said, lang)
      .filter((concept) => concept.kind !== 'event')
      .map((concept) => concept.slug)
    const into = clause === 'mute' ? parsed.mutedConcepts : parsed.concepts
    for (const slug of slugs) if (!into.includes(slug)) into.push(slug)
    if (slugs.length === 0) (clause === 'mute' ? parsed.mutedWords : parsed.unknown).push(said)
  }

  for (let at = 0; at < text.length; ) {
    const gap = separator.exec(text.slice(at))
    if (gap) {
      // A comma ends a phrase; a space does not.
      if (/[,;|]/.test(gap[0])) flush()
      at += gap[0].length
      continue
    }
    const rest = text.slice(at)
    const took = readOne(rest)
    if (took > 0) {
      at += took
      continue
    }
    const next = word.exec(rest)?.[0] ?? rest.slice(0, 1)
    phrase += `${next} `
    afterTime = false
    at += next.length
  }
  flush()
  if (days.size === 0) for (const day of vagueDays) days.add(day)
  parsed.weekdays = [...days].sort()
  parsed.times.sort()
  return parsed

  /** Takes one thing from the start of the rest; gives its length, 0 when it is part of a phrase. */
  function readOne(rest: string): number {
    const take = <T>(found: Matched<T> | null, keep: (value: T) => void): number => {
      if (!found) return 0
      flush()
      keep(found.value)
      return found.length
    }
    const skipQuiet = wishes.skipQuiet.exec(rest)
    if (skipQuiet)
      return take({ length: skipQuiet[0].length, value: true }, (value) => {
        parsed.skipQuietDays = value
      })
    const wished =
      take(languagesAt(rest, wishes.read), (value) => (parsed.languagesRead = value)) ||
      take(languagesAt(rest, wishes.only), (value) => (parsed.onlyLanguages = value)) ||
      take(interfaceAt(rest), (value) => (parsed.lang = value)) ||
      take(quietAt(rest), (value) => (parsed.quiet = value))
    if (wished) return wished
    const zone = take(parsed.zone === null ? zoneAt(rest, afterTime) : null, (value) => (parsed.zone = value))
    if (zone) return zone
    const time = take(timeAt(rest), (value) => parsed.times.includes(value) || parsed.times.push(value))
    const day =
      time ||
      take(daysAt(rest), (found) => {
        if (found.vague) vagueDays = found.days
        else for (const one of found.days) days.add(one)
      })
    if (day) {
      afterTime = true
      return day
    }
    const length = wishes.short.exec(rest) ?? wishes.full.exec(rest)
    if (length) return take({ length: length[0].length, value: wishes.short.test(rest) }, (short) => (parsed.length = short ? 'short' : 'full'))
    for (const name of ['mute', 'topics'] as const) {
      const open = wishes[name].exec(rest)
      if (open && !phrase) {
        flush()
        clause = name
        return open[0].length
      }
    }
    return phrase ? 0 : (wishes.filler.exec(rest)?.[0].length ?? 0)
  }
}
