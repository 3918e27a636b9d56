/** Instants, days, countries and lists → how a reader of one language writes them; months are written out. */
import type { Language } from '../lexicon/lexicon.js'
import type { PlainDate } from '../text/dates.js'

/** English in the order day, month, year. */
function locale(lang: Language): string {
  return lang === 'en' ? 'en-GB' : lang
}

/** "28 August 2024" in the reader's zone. */
export function longDate(instant: Date, lang: Language, zone: string): string {
  return new Intl.DateTimeFormat(locale(lang), { dateStyle: 'long', timeZone: zone }).format(instant)
}

/** "28 August 2024" of a plain day, whatever the zone. */
export function longDay(day: PlainDate, lang: Language): string {
  return new Intl.DateTimeFormat(locale(lang), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/** "18–19 August 2024", or "18 August 2024" where both are one day. */
export function dayRange([from, to]: readonly [PlainDate, PlainDate], lang: Language): string {
  const format = new Intl.DateTimeFormat(locale(lang), { dateStyle: 'long', timeZone: 'UTC' })
  return from === to ? format.format(new Date(`${from}T00:00:00Z`)) : format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`))
}

/** "Wednesday, 28 August" in the reader's zone. */
export function weekdayDate(instant: Date, lang: Language, zone: string): string {
  return new Intl.DateTimeFormat(locale(lang), { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone }).format(instant)
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
  return new Intl.DisplayNames([locale(lang)], { type: 'language', fallback: 'code' }).of(code) ?? code
}

/** "a, b and c". */
export function conjunction(items: readonly string[], lang: Language): string {
  return new Intl.ListFormat(locale(lang), { type: 'conjunction' }).format(items)
}
