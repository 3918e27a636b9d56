/** Text in six languages → the dates and times it names, with how sure and how precise each is. */

/** A calendar day without zone, `YYYY-MM-DD`. Never an instant. */
export type PlainDate = string

/** How exactly an instant is known: to the minute, or only its day (then it is the START of that day in the zone it was read in). */
export type DatePrecision = 'minute' | 'day'

/** An instant with its precision. `instant` is UTC. */
export interface DatedInstant {
  instant: Date
  precision: DatePrecision
}

/** A date named in a text. Offsets are UTF-16 units into the text given. */
export interface DateMention {
  start: number
  end: number
  text: string
  date: PlainDate
  /** absolute: year stands in the text; yearless: "18 August", year resolved from the reference; weekday: "on Tuesday"; relative: "yesterday", "вчера". */
  kind: 'absolute' | 'yearless' | 'weekday' | 'relative'
}

export { findDates } from './find-dates.js'
export { parseDateTime } from './parse-datetime.js'
export { addDays, plainDateIn, startOfDay } from './zones.js'
