/** Rows of buttons ↔ an inline keyboard whose callback data fit 64 bytes; a pressed button → its command and argument. */
import { createHash, randomBytes } from 'node:crypto'
import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types'
import type { Button, LinkButton } from '../../src/messages/message.js'
import { limits, rowWidth } from './limits.js'
import { linkable } from './render.js'

export interface Pressed {
  command: string
  argument: string
  mode: 'reply' | 'edit'
}

export interface Keyboards {
  /** Null where there is no button to show. */
  markup(rows: readonly (readonly (Button | LinkButton)[])[]): InlineKeyboardMarkup | null
  /** What a button means; null: it is too old to know. */
  pressed(data: string, keyboard: InlineKeyboardMarkup | undefined): Pressed | null
}

/** Long arguments kept in memory; the oldest go first. */
const mostKept = 5_000
const form = /^([re])([alk]):([a-z-]{1,32})(?: ([\s\S]*))?$/

function bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}

function labelHash(label: string): string {
  return createHash('sha256').update(label).digest('base64url').slice(0, 12)
}

/** "Story 1", "Story 2" … in one row: a phone has room for the numbers alone. */
function shortened(row: readonly (Button | LinkButton)[]): readonly (Button | LinkButton)[] {
  if (row.length < 3 || !row.every((button) => 'command' in button && button.command === 'story' && /\d+$/.test(button.label))) return row
  return row.map((button) => ({ ...button, label: /\d+$/.exec(button.label)?.[0] ?? button.label }))
}

/** Rows that would be cut off on a phone become several; numbers share them evenly. */
function wrapped(row: readonly (Button | LinkButton)[], most: number): (Button | LinkButton)[][] {
  if (row.every((button) => /^\d+$/.test(button.label))) {
    const perRow = Math.ceil(row.length / Math.ceil(row.length / limits.buttonsInRow))
    return Array.from({ length: Math.ceil(row.length / perRow) }, (_, index) => row.slice(index * perRow, (index + 1) * perRow))
  }
  const rows: (Button | LinkButton)[][] = []
  for (const button of row) {
    const current = rows.at(-1)
    // A phone gives the buttons of a row the same width.
    const widest = Math.max(...[...(current ?? []), button].map(({ label }) => [...label].length + 3))
    if (current && widest * (current.length + 1) <= rowWidth && current.length < Math.min(most, limits.buttonsInRow)) current.push(button)
    else rows.push([button])
  }
  return rows
}

interface Run {
  buttons: (Button | LinkButton)[]
  /** Buttons of each row, as it was meant. */
  perRow: number
}

/** Pairs of one choice (topics, cities) run on: a long label that takes a row of its own leaves no other alone. */
function runsOf(rows: readonly (readonly (Button | LinkButton)[])[]): Run[] {
  const runs: (Run & { command: string | null })[] = []
  for (const row of rows) {
    const commands = new Set(row.map((button) => ('command' in button ? button.command : '')))
    const command = row.length === 2 && commands.size === 1 ? ([...commands][0] ?? null) : null
    const last = runs.at(-1)
    if (last && command && last.command === command) last.buttons.push(...row)
    else runs.push({ command, buttons: [...row], perRow: row.length })
  }
  return runs
}

export function createKeyboards(): Keyboards {
  const kept = new Map<string, string>()

  function keep(argument: string): string {
    const code = randomBytes(9).toString('base64url')
    kept.set(code, argument)
    if (kept.size > mostKept) kept.delete(kept.keys().next().value ?? '')
    return code
  }

  /** `ra:` argument as it is, `rl:` the label is the argument (its hash), `rk:` kept under a code; `e…` edits in place. */
  function dataOf({ label, command, argument = '', mode = 'reply' }: Button): string {
    const letter = mode === 'edit' ? 'e' : 'r'
    const whole = `${letter}a:${command}${argument ? ` ${argument}` : ''}`
    if (bytes(whole) <= limits.callbackData) return whole
    return label === argument ? `${letter}l:${command} ${labelHash(label)}` : `${letter}k:${command} ${keep(argument)}`
  }

  function toButton(button: Button | LinkButton): InlineKeyboardButton[] {
    const text = button.label.trim()
    if (!text) return []
    if ('href' in button) return linkable(button.href) ? [{ text, url: button.href }] : []
    return [{ text, callback_data: dataOf({ ...button, label: text }) }]
  }

  return {
    markup(rows) {
      const made = runsOf(rows)
        .flatMap(({ buttons, perRow }) => wrapped(shortened(buttons), perRow))
        .map((row) => row.flatMap(toButton))
        .filter((row) => row.length > 0)
      let left: number = limits.buttons
      const inline_keyboard = made.flatMap((row) => {
        const taken = row.slice(0, left)
        left -= taken.length
        return taken.length > 0 ? [taken] : []
      })
      return inline_keyboard.length > 0 ? { inline_keyboard } : null
    },

    pressed(data, keyboard) {
      const parts = form.exec(data)
      if (!parts) return null
      const [, letter, how, command = '', rest = ''] = parts
      const mode = letter === 'e' ? 'edit' : 'reply'
      if (how === 'a') return { command, argument: rest, mode }
      if (how === 'k') {
        const argument = kept.get(rest)
        return argument === undefined ? null : { command, argument, mode }
      }
      const label = keyboard?.inline_keyboard.flat().find((button) => labelHash(button.text) === rest)?.text
      return label === undefined ? null : { command, argument: label, mode }
    },
  }
}
