/** Rows of buttons → actions blocks whose buttons carry what to say; where there are very many, the last fold into a menu. */
import type { Button, LinkButton, Message } from '../../src/messages/message.js'
import { type ButtonElement, chunks, plainText, type SlackBlock } from './blocks.js'
import { limits } from './limits.js'

/** Action ids: what follows the colon only keeps them apart within one block. */
export const actionPrefix = { run: 'run', edit: 'edit', link: 'link', more: 'more' } as const

/** What a button carries: "command argument". */
export function buttonValue(button: Pick<Button, 'command' | 'argument'>): string {
  return button.argument ? `${button.command} ${button.argument}` : button.command
}

function element(button: Button | LinkButton, index: number): ButtonElement[] {
  const text = plainText(button.label, limits.button)
  if ('href' in button)
    return button.href.length <= limits.url ? [{ type: 'button', action_id: `${actionPrefix.link}:${index}`, text, url: button.href }] : []
  const value = buttonValue(button)
  const kind = button.mode === 'edit' ? actionPrefix.edit : actionPrefix.run
  // What does not fit can't be pressed; the same words can still be typed.
  return [...value].length <= limits.buttonValue ? [{ type: 'button', action_id: `${kind}:${index}`, text, value }] : []
}

/** Rows → actions blocks. Where there are very many, the last ones fold into a menu. */
export function actionBlocks(rows: Message['buttons']): SlackBlock[] {
  const flat = rows.flat()
  let index = 0
  const fits = (button: Button | LinkButton): button is Button => 'command' in button && [...buttonValue(button)].length <= limits.optionValue
  const folded = flat.length > 15 && flat.slice(-limits.overflowOptions).every(fits) ? (flat.slice(-limits.overflowOptions) as Button[]) : []
  const open = new Set<Button | LinkButton>(folded)
  const shown = rows
    .flatMap((row) =>
      chunks(
        row.filter((button) => !open.has(button)),
        limits.actionsShown,
      ),
    )
    .filter((row) => row.length > 0)
  const lines = shown.map((row) => row.flatMap((button) => element(button, index++))).filter((row) => row.length > 0)
  const made = (lines.length > 12 ? chunks(lines.flat(), limits.actions) : lines).map((elements): SlackBlock => ({ type: 'actions', elements }))
  if (folded.length > 0)
    made.push({
      type: 'actions',
      elements: [
        {
          type: 'overflow',
          action_id: `${actionPrefix.more}:${index}`,
          options: folded.map((button) => ({ text: plainText(button.label, limits.optionText), value: buttonValue(button) })),
        },
      ],
    })
  return made
}
