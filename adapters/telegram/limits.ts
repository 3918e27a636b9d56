/** What the Bot API takes in one call; where code points and UTF-16 units are counted differently, the stricter. */

/** core.telegram.org/bots/api: sendMessage, sendPhoto, InlineKeyboardButton, MessageEntity, answerInlineQuery, setMyCommands. */
export const limits = {
  /** UTF-16 units of a text after entities; code points are never more. */
  text: 4_096,
  /** UTF-16 units of a photo's caption. */
  caption: 1_024,
  /** Entities that one message may carry; more are dropped silently by the server. */
  entities: 100,
  /** UTF-8 bytes. */
  callbackData: 64,
  buttons: 100,
  buttonsInRow: 8,
  /** Characters of a callback query's answer. */
  notice: 200,
  commandDescription: 256,
  /** Characters of what a person sees before Start, and of what a shared link to the bot shows. */
  description: 512,
  shortDescription: 120,
  /** UTF-16 units of what a person may ask at once; more is refused kindly. */
  question: 1_000,
  /** Bytes of an OPML file. */
  document: 2_000_000,
} as const

/** Calls at a time (core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this), with room for one that is late: Telegram takes 30 a second, two of which are other processes'. */
export const pace = { perSecond: 27, perChatPerSecond: 1, perGroupPerMinute: 19, others: { beside: 2, alone: 10 } } as const

/** Characters a row of buttons may hold and still be read on a phone. */
export const rowWidth = 42
