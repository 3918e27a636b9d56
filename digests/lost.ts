/** Deliveries whose outcome nobody knows → the line that tells their chat of it, and a button that shows each. */
import type { Block, Button } from '../src/messages/message.js'
import { plain } from '../src/messages/spans.js'
import type { Say } from '../src/messages/words.js'
import type { Unmentioned } from './editions.js'

const mostButtons = 3

/** "8:30" of the subscription whose digest it was. */
function clock({ slot, zone }: { slot: Date; zone: string }): string {
  return new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', timeZone: zone }).format(slot)
}

/** Of digests only: what else was lost cannot be shown again. */
export function lossNotice(losses: readonly Unmentioned[], say: Say): { blocks: Block[]; buttons: Button[][] } {
  const digests = losses.flatMap(({ digest }) => digest ?? [])
  return {
    blocks: digests.map((digest) => ({ type: 'context', spans: [plain(say('digest-maybe-missing', { time: clock(digest) }))] })),
    buttons: digests
      .slice(0, mostButtons)
      .map((digest) => [{ label: say('digest-show-missing', { time: clock(digest) }), command: 'digest', argument: `edition ${digest.edition}` }]),
  }
}

/** Chat → what was lost on the way to it. */
export function lossesByChat(losses: readonly Unmentioned[]): Map<number, Unmentioned[]> {
  const found = new Map<number, Unmentioned[]>()
  for (const one of losses) found.set(one.chatId, [...(found.get(one.chatId) ?? []), one])
  return found
}
