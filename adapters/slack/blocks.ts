/** The shapes of Slack's blocks, as far as Readout uses them (docs.slack.dev: Block Kit reference). */
import { cut } from './limits.js'

export interface RichElement {
  type: 'text' | 'link'
  text?: string
  url?: string
  style?: { bold?: true; italic?: true; code?: true }
}
export type RichPart =
  | { type: 'rich_text_section' | 'rich_text_quote' | 'rich_text_preformatted'; elements: RichElement[] }
  | { type: 'rich_text_list'; style: 'bullet' | 'ordered'; elements: { type: 'rich_text_section'; elements: RichElement[] }[] }

export interface PlainText {
  type: 'plain_text'
  text: string
  emoji?: boolean
}
export interface ButtonElement {
  type: 'button'
  action_id: string
  text: PlainText
  value?: string
  url?: string
}
export interface OverflowElement {
  type: 'overflow'
  action_id: string
  options: { text: PlainText; value: string }[]
}
export type SlackBlock =
  | { type: 'header'; text: PlainText }
  | { type: 'rich_text'; elements: RichPart[] }
  | { type: 'context'; elements: (PlainText | { type: 'mrkdwn'; text: string; verbatim: true })[] }
  | { type: 'divider' }
  | { type: 'image'; slack_file: { id: string }; alt_text: string }
  | { type: 'actions'; block_id?: string; elements: (ButtonElement | OverflowElement)[] }
  | { type: 'input'; block_id: string; label: PlainText; hint?: PlainText; optional?: boolean; element: Record<string, unknown> & { type: string } }
  | { type: 'section'; block_id?: string; text: PlainText }

export function plainText(text: string, most: number): PlainText {
  // An empty text object is refused; emoji codes in quoted words stay words.
  return { type: 'plain_text', text: cut(text.trim() || '–', most), emoji: false }
}

/** Runs of at most `size` items. */
export function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))
}
