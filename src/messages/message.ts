/** Blocks of spans: what Readout says, before any platform decides how it looks. Text never carries markup. */

/** A run of text with one look. `href` is http(s) only (checked by `span`). */
export interface Span {
  text: string
  bold?: true
  italic?: true
  code?: true
  href?: string
  /** ISO 639-1 of quoted words, where it is another language than the message's. */
  lang?: string
}

export type Block =
  /** A heading line. */
  | { type: 'heading'; spans: Span[] }
  | { type: 'paragraph'; spans: Span[] }
  /** A source's words with its outlet: shown as a quotation. */
  | { type: 'quote'; spans: Span[] }
  | { type: 'list'; items: Span[][]; ordered: boolean }
  /** Small print: balance, sources, foot line. */
  | { type: 'context'; spans: Span[] }
  /** What folds away (Telegram expandable quotation, Slack thread). */
  | { type: 'fold'; title: Span[]; blocks: Block[] }
  | { type: 'divider' }
  /** A place where a message may be split; parts of one unit stay together when they fit. */
  | { type: 'break' }
  /** `svg`: the same picture for the web, where there is one; `narrow` for a phone's width. */
  | { type: 'image'; png: Uint8Array; svg?: { wide: string; narrow: string }; alt: string }
  /** A text file to keep or pass on; `name` with its ending. At most one a message. */
  | { type: 'file'; name: string; mediaType: string; text: string }

/** A button: pressing it runs `command` with `argument`, as if typed. */
export interface Button {
  label: string
  command: string
  argument?: string
  /** `edit`: replaces the message in place where the platform can. */
  mode?: 'reply' | 'edit'
}

/** A link button, http(s) only. */
export interface LinkButton {
  label: string
  href: string
}

export interface Message {
  blocks: Block[]
  /** Rows of buttons. */
  buttons: (Button | LinkButton)[][]
  /** Interface language of the message's own words. */
  lang: string
  /** Shown in notifications; plain text. */
  preview?: string
  /** A long digest by choice: where the platform threads, what stands between two breaks is a reply of its own. */
  threaded?: true
  /** For the person alone, where the platform can: a refusal that is no matter of the whole chat. */
  personal?: true
  /** Stories by position, as numbered in this message (1-based order), stored as the chat's last list. */
  stories?: number[]
}
