/** What Slack takes, in characters unless another unit is named (docs.slack.dev: Block Kit reference, chat.postMessage, views). */
export const limits = {
  /** Blocks of one message. */
  messageBlocks: 50,
  /** Blocks of one modal or of App Home. */
  viewBlocks: 100,
  /** Bytes of one modal or of App Home, as JSON. */
  viewBytes: 250_000,
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
  /** Options of one select. */
  options: 100,
  optionText: 75,
  /** 150 today, 75 in older clients. */
  optionValue: 75,
  placeholder: 150,
  /** Of a field; 2,000 are allowed, more than a line is not read. */
  label: 75,
  hint: 150,
  blockId: 255,
  altText: 2_000,
  /** `text`, the fallback for notifications; chat.update takes no more. */
  fallback: 3_900,
  /** Title, submit and close of a modal. */
  viewTitle: 24,
  privateMetadata: 3_000,
  input: 3_000,
  /** What is offered in the agent container, and the title of a thread there. */
  prompts: 4,
  threadTitle: 150,
  /** Links of one message that are unfurled, and blocks below each: a look, not the whole page. */
  unfurls: 4,
  unfurlBlocks: 12,
  /** Uses of one response_url. */
  responses: 5,
  /** Between two messages to one channel, in ms. */
  betweenPostsMs: 1_050,
} as const

/** The first blocks of a view that are not too many and not too large. */
export function fitView<T>(blocks: readonly T[]): T[] {
  const fitting: T[] = []
  // The frame around them takes some.
  let bytes = 10_000
  for (const block of blocks.slice(0, limits.viewBlocks)) {
    bytes += Buffer.byteLength(JSON.stringify(block)) + 1
    if (bytes > limits.viewBytes) break
    fitting.push(block)
  }
  return fitting
}

/** Cuts to `most` characters (code points, as Slack counts), with an ellipsis; never within a surrogate pair. */
export function cut(text: string, most: number): string {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}
