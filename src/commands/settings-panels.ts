/** "settings time", "settings days" …: one thing to choose, by buttons that change the settings in place. */
import { languageName } from '../messages/format.js'
import type { Button } from '../messages/message.js'
import { interfaceLanguages } from '../messages/words.js'
import type { Subscription } from '../subscribers/subscription.js'
import type { CommandContext, CommandPorts } from './command.js'

const panels = ['time', 'days', 'zone', 'topics', 'language', 'length', 'quiet', 'alerts'] as const
export type PanelName = (typeof panels)[number]

/** Times that people choose most; any other is written. */
const times = ['7:00', '7:30', '8:00', '8:30', '9:00', '10:00', '13:00', '18:00', '19:00', '20:00', '21:00', '22:00']
const zones = [
  'Asia/Yerevan',
  'Asia/Baku',
  'Asia/Tbilisi',
  'Europe/Moscow',
  'Europe/Istanbul',
  'Europe/Brussels',
  'Europe/Paris',
  'Europe/London',
  'America/New_York',
]
const topics = [
  'peace-treaty',
  'border',
  'transport-links',
  'detainees',
  'constitution',
  'mediation',
  'energy',
  'security',
  'eu-integration',
  'karabakh',
] as const

/** A panel's name, when that is all that was said. */
export function panelNamed(words: string): PanelName | null {
  return panels.find((name) => name === words.trim().toLowerCase()) ?? null
}

function choice(label: string, argument: string): Button {
  return { label, command: 'settings', argument, mode: 'edit' }
}

/** What can be set, each opening its panel. */
export function panelButtons(context: CommandContext): Button[] {
  const buttons = panels.map(
    (name): Button =>
      name === 'alerts' ? { label: context.say('button-alerts'), command: 'following' } : choice(context.say(`button-panel-${name}`), name),
  )
  const draft: Button = { label: context.say('button-draft-first'), command: 'draft' }
  return context.chat.kind === 'channel' ? [...buttons, draft] : buttons
}

function choices(name: PanelName, first: Subscription | undefined, context: CommandContext, ports: CommandPorts): Button[] {
  const { say, lang } = context
  const tick = (on: boolean, label: string): string => (on ? `✓ ${label}` : label)
  switch (name) {
    case 'time':
      return times.map((time) => choice(tick(first?.times.includes(time.padStart(5, '0')) ?? false, time), time))
    case 'days':
      return [
        choice(tick(first?.weekdays.length === 7, say('days-every')), 'every day'),
        choice(tick(first?.weekdays.join() === '1,2,3,4,5', say('days-weekdays')), 'weekdays'),
      ]
    case 'zone':
      return zones.map((zone) => choice(tick(context.zone === zone, zone.split('/')[1]?.replace('_', ' ') ?? zone), `zone ${zone}`))
    case 'topics':
      return topics.map((topic) =>
        choice(tick(first?.choice.concepts.includes(topic) ?? false, ports.lexicon.displayName(topic, lang)), `toggle ${topic}`),
      )
    case 'language':
      return interfaceLanguages.map((code) => choice(tick(code === lang, languageName(code, code)), `lang ${code}`))
    case 'length':
      return (['short', 'full'] as const).map((length) => choice(tick(first?.choice.length === length, say(`subscription-${length}`)), length))
    case 'quiet':
      return [
        ...['22-7', '23-8', '21-9'].map((hours) => choice(hours.replace('-', '–'), `quiet ${hours}`)),
        choice(tick(first !== undefined && first.choice.quiet === null, say('button-quiet-off')), 'quiet off'),
      ]
    case 'alerts':
      return []
  }
}

/** The panel's line and its buttons; the last one goes back. */
export function panelOf(
  name: PanelName,
  subscriptions: readonly Subscription[],
  context: CommandContext,
  ports: CommandPorts,
): { line: string; buttons: Button[] } {
  const made = choices(name, subscriptions[0], context, ports)
  return { line: context.say(`panel-${name}`), buttons: [...made, choice(context.say('button-back'), '')] }
}

/** "toggle peace-treaty" → the topic. */
export function toggled(words: string): string | null {
  return topics.find((topic) => words.trim().toLowerCase() === `toggle ${topic}`) ?? null
}
