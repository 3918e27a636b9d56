/** What was filled in → values by field, what is wrong with each, and the words that a command takes. */
import type { Say } from '../../src/messages/words.js'

interface ElementState {
  value?: string | null
  selected_option?: { value: string } | null
  selected_options?: { value: string }[]
}

/** Values of a view's state by block; several chosen ones joined with commas. */
export function filledIn(state: unknown): Record<string, string> {
  const values = (state as { values?: Record<string, Record<string, ElementState>> })?.values ?? {}
  return Object.fromEntries(
    Object.entries(values).map(([block, elements]) => {
      const [one] = Object.values(elements)
      const text = one?.value ?? one?.selected_option?.value ?? one?.selected_options?.map((option) => option.value).join(', ') ?? ''
      return [block, text.trim()]
    }),
  )
}

function isZone(zone: string): boolean {
  try {
    return zone === '' || new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== ''
  } catch {
    return false
  }
}

const timeList = /^\s*([01]?\d|2[0-3])[:.][0-5]\d(\s*[,;]\s*([01]?\d|2[0-3])[:.][0-5]\d)*\s*$/

/** Block → what is wrong with it; empty: nothing. */
export function faults(values: Record<string, string>, say: Say): Record<string, string> {
  const wrong: Record<string, string> = {}
  if (values.times !== undefined && !timeList.test(values.times)) wrong.times = say('slack-times-wrong')
  if (values.zone && !isZone(values.zone)) wrong.zone = say('slack-zone-wrong', { zone: values.zone })
  if (values.link !== undefined && !/^(?:@\w{4,}|(?:https?:\/\/)?[^\s/.]+(?:\.[^\s/.]+)+(?:[/:?#]\S*)?|https?:\/\/\S+)$/.test(values.link))
    wrong.link = say('slack-add-wrong')
  if (values.country && !/^[A-Za-z]{2}$/.test(values.country)) wrong.country = say('slack-add-country-wrong')
  return wrong
}

/** The words that `subscribe` takes. */
export function subscribeWords(values: Record<string, string>): string {
  const { times = '8:30', days, zone, topics, read, length } = values
  return [times, days === 'weekdays' ? 'weekdays' : 'every day', zone, topics, read ? `read: ${read}` : '', length === 'full' ? 'full' : '']
    .filter(Boolean)
    .join(', ')
}

export function settingsWords({ lang, zone, read }: Record<string, string>): string {
  return [lang ? `lang ${lang}` : '', zone ? `zone ${zone}` : '', read ? `read ${read}` : ''].filter(Boolean).join(' · ')
}

/** The words that `addsource` takes once it is confirmed. */
export function addWords(link: string, values: Record<string, string>): string {
  const labels = ['pick', 'country', 'language', 'ownership'].flatMap((name) => (values[name] ? [`${name}=${values[name]}`] : []))
  const name = values.name ? [`name="${values.name.replaceAll('"', '”')}"`] : []
  return [link, 'yes', ...labels, ...name].join(' ')
}
