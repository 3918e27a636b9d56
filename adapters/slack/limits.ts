/** What Slack takes, in characters unless another unit is named (docs.slack.dev: Block Kit reference, chat.postMessage, views). */
export const limits = {
  /** Blocks of one message. */
  messageBlocks: 50,
  /** Blocks of one modal or of App Home. */
  viewBlocks: 100,
  /** Characters of all blocks of one message: far above this Slack answers msg_blocks_too_long. */
  messageText: 12_000,
  /** One text object, and what we put into one rich_text block. */
  blockText: 3_000,
  header: 150,
  /** Elements of one context block. */
  contextElements: 10,
  /** Elements of one actions block; more than five a row are hard to hit on a phone. */
  actions: 25,
  actionsShown: 5,
  button: 75,
  buttonValue: 2_000,
  url: 3_000,
  overflowOptions: 5,
  optionText: 75,
  optionValue: 75,
  altText: 2_000,
  /** `text`, the fallback for notifications; chat.update takes no more. */
  fallback: 3_900,
  viewTitle: 24,
  privateMetadata: 3_000,
  input: 3_000,
  /** Uses of one response_url. */
  responses: 5,
  /** Between two messages to one channel, in ms. */
  betweenPostsMs: 1_050,
  /** A trigger opens a modal for so long, in ms. */
  triggerMs: 3_000,
} as const

/** Cuts to `most` characters (code points, as Slack counts), with an ellipsis; never within a surrogate pair. */
export function cut(text: string, most: number): string {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}
