/** A message → parts that each fit one Slack message: the first is what the channel sees, the others are replies in its thread. */
import type { Block, Message } from '../../src/messages/message.js'
import { spansText } from '../../src/messages/spans.js'
import { actionBlocks } from './buttons.js'
import { limits } from './limits.js'
import { renderBlocks, spanRuns, textLength } from './render.js'

/** Room for what senders add: one line above, one row of buttons below. */
const spare = 4

function fits(blocks: readonly Block[], buttons: Message['buttons']): boolean {
  const rendered = renderBlocks({ blocks: [...blocks], buttons, lang: 'en' })
  return rendered.length <= limits.messageBlocks - spare && textLength(rendered) <= limits.messageText
}

/** Blocks between two breaks stay together. */
function units(blocks: readonly Block[]): Block[][] {
  const made: Block[][] = [[]]
  for (const block of blocks) {
    if (block.type === 'break') made.push([block])
    else made.at(-1)?.push(block)
  }
  return made.filter((unit) => unit.some((block) => block.type !== 'break'))
}

/** One block too long for a message, cut at words; lists at their items. */
function pieces(block: Block): Block[] {
  if (block.type === 'list') {
    const made: Block[] = []
    for (const item of block.items) {
      const last = made.at(-1)
      if (last?.type === 'list' && fits([{ ...last, items: [...last.items, item] }], [])) last.items.push(item)
      else made.push({ ...block, items: [item] })
    }
    return made
  }
  if (block.type === 'fold') return [{ type: 'heading', spans: block.title }, ...block.blocks.flatMap(pieces)]
  if ('spans' in block && spansText(block.spans).length > limits.messageText / 2)
    return spanRuns(block.spans, limits.blockText).map((spans) => ({ ...block, spans }))
  return [block]
}

/** Packs what belongs together into as few parts as possible, in order. */
function pack(groups: readonly Block[][], buttons: Message['buttons']): Block[][] {
  const parts: Block[][] = []
  const add = (blocks: readonly Block[]): void => {
    const last = parts.at(-1)
    if (last && fits([...last, ...blocks], buttons)) last.push(...blocks)
    else parts.push([...blocks])
  }
  for (const group of groups) {
    if (fits(group, buttons)) add(group)
    else for (const block of group.flatMap((one) => (fits([one], buttons) ? [one] : pieces(one)))) add([block])
  }
  return parts
}

/** Told in more replies than this, a digest is packed instead. */
const mostReplies = 45

/**
 * What fits stays one message; what does not, as few as possible. A digest that is to be threaded is a short parent
 * (all before the first break, and the buttons) with a reply for each unit. What folds leaves the parent and is a reply.
 * Blocks that need no cut stay the same objects.
 */
export function splitMessage(message: Message): Message[] {
  const outside = message.blocks.filter((block) => block.type !== 'fold')
  const kept = outside.length > 0 ? outside : message.blocks
  const folds = outside.length > 0 ? message.blocks.filter((block) => block.type === 'fold') : []
  const buttons = pressable(message.buttons)
  const inOrder = units(kept)
  const threaded = message.threaded === true && inOrder.length > 2 && inOrder.length <= mostReplies
  const whole = threaded ? inOrder.flatMap((unit) => pack([unit], buttons)) : fits(kept, buttons) ? [kept] : pack(inOrder, buttons)
  const parts = [...whole, ...folds.flatMap((fold) => pack([[fold]], []))]
  if (parts.length === 1 && buttons === message.buttons) return [message]
  const pressed = threaded ? 0 : whole.length - 1
  const { preview: _preview, stories: _stories, threaded: _threaded, ...frame } = message
  return parts.map((blocks, index): Message => {
    const own = index === pressed ? buttons : []
    return index === 0 ? { ...message, blocks, buttons: own } : { ...frame, blocks, buttons: own }
  })
}

/** Far more rows than anybody reads are cut, so that words always fit beside them. */
function pressable(buttons: Message['buttons']): Message['buttons'] {
  const most = limits.messageBlocks / 2
  return actionBlocks(buttons).length > most ? buttons.slice(0, most - spare) : buttons
}
