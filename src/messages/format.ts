/** Instants, days, countries and lists → how a reader of one language writes them; months are written out. */
import type { Language } from '../lexicon/lexicon.js'
import type { PlainDate } from '../text/dates.js'

/** English in the order day, month, year. */
function locale(lang: Language): string {
  return lang === 'en' ? 'en-GB' : lang
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format is slow; the few that are needed are kept. */
function dateFormat(lang: Language, zone: string): Intl.DateTimeFormat {
  const key = `${lang} ${zone}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale(lang), { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone })
  if (formats.size < 200) formats.set(key, made)
  return made
}

/** "28 August 2024" in the reader's zone. */
export function longDate(instant: Date, lang: Language, zone: string): string {
  return dateFormat(lang, zone).format(instant)
}

/** "28 August 2024" of a plain day, whatever the zone. */
export function longDay(day: PlainDate, lang: Language): string {
  return dateFormat(lang, 'UTC').format(new Date(`${day}T00:00:00Z`))
}

/** "18–19 August 2024", or "18 August 2024" where both are one day. */
export function dayRange([from, to]: readonly [PlainDate, PlainDate], lang: Language): string {
  if (from === to) return longDay(from, lang)
  // Some locales' own ranges over months cannot be read ("07 აგვისტო. 2024").
  if (from.slice(0, 7) !== to.slice(0, 7)) return `${longDay(from, lang)} – ${longDay(to, lang)}`
  const [, , day = ''] = from.split('-')
  const last = longDay(to, lang)
  return lang === 'en' || /^\d/.test(last) ? last.replace(/^\d+/, (end) => `${Number(day)}–${end}`) : `${longDay(from, lang)} – ${last}`
}

/** "08:24" in the reader's zone. */
export function clockTime(instant: Date, lang: Language, zone: string): string {
  return new Intl.DateTimeFormat(locale(lang), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(instant)
}

/** Country name in the reader's language. */
export function countryName(code: string, lang: Language): string {
  return new Intl.DisplayNames([locale(lang)], { type: 'region', fallback: 'code' }).of(code) ?? code
}

/** Language name in the reader's language. */
export function languageName(code: string, lang: Language): string {
  const name = new Intl.DisplayNames([locale(lang)], { type: 'language', fallback: 'code' }).of(code) ?? code
  // Azerbaijani names a people; its language is "rus dili".
  return lang === 'az' ? `${name} dili` : name
}

/** "a, b and c". */
export function conjunction(items: readonly string[], lang: Language): string {
  return new Intl.ListFormat(locale(lang), { type: 'conjunction' }).format(items)
}
