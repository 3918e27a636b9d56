/** A platform of the tests: keeps what it was sent, answers as it is told to. */
import { messageText } from '../../src/messages/spans.js'
import type { Platform, Receipt } from '../../src/platform.js'
import type { ChatAddress } from '../../src/subscribers/address.js'

export interface Arrived {
  chat: string
  text: string
  at: number
  firstPart: readonly string[] | undefined
  silent: boolean
}

export interface FakePlatform extends Platform {
  arrived: Arrived[]
}

/** `answer` gives null for an ordinary receipt; what it refuses does not arrive. */
export function createFakePlatform(
  answer: (address: ChatAddress, text: string) => Receipt | null | Promise<Receipt | null> = () => null,
  pace: Partial<Platform['pace']> = {},
): FakePlatform {
  const arrived: Arrived[] = []
  return {
    name: 'telegram',
    sender: 'telegram:1',
    pace: { perSecond: null, perChatPerSecond: 1_000, perGroupPerMinute: null, ...pace },
    arrived,
    async start() {},
    split: (message) => [message],
    async send(address, part, { firstPart, silent }) {
      const text = messageText(part)
      const told = await answer(address, text)
      if (told && told.outcome === 'refused') return told
      arrived.push({ chat: address.chat, text, at: performance.now(), firstPart, silent: silent === true })
      return told ?? { outcome: 'sent', messageIds: [String(arrived.length)] }
    },
    async stop() {},
  }
}
