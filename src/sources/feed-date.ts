/** A date as a listing writes it → the instant, or why it is not believed. */
import type { DatedInstant } from '../text/dates.js'
import { parseDateTime } from '../text/dates.js'

/** `zone`: of the source, where the text names none; `lang` helps with month names. */
export interface DateReading {
  zone: string | null
  lang: string | null
  now: Date
}

const farAhead = new Date(Date.UTC(9000, 0, 1))

/** `reason` is null when nothing was written or it was understood. */
export function readDate(text: string | null, reading: DateReading): { date: DatedInstant | null; reason: string | null } {
  const line = text?.trim() ?? ''
  if (line === '') return { date: null, reason: null }
  const options = { zone: reading.zone, ...(reading.lang ? { lang: reading.lang } : {}) }
  const date = parseDateTime(line, { ...options, now: reading.now })
  if (date) return { date, reason: null }
  const shown = JSON.stringify(line.slice(0, 60))
  const later = parseDateTime(line, { ...options, now: farAhead })
  if (later) return { date: null, reason: `date ${shown} lies in the future` }
  const year = Number(/(?<!\d)(\d{4})(?!\d)/.exec(line)?.[1] ?? Number.NaN)
  return { date: null, reason: year < 1985 ? `date ${shown} is before 1985` : `date ${shown} is not understood` }
}
