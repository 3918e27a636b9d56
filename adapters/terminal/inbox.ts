/** The terminal's own chat as a platform: what is sent there lies in the store, and `readout inbox` prints it. */
import type { Message } from '../../src/messages/message.js'
import type { Platform } from '../../src/platform.js'

/** A digest in the store is the delivery itself: nothing is called, nothing can be lost. */
export function createTerminalPlatform(): Platform {
  return {
    name: 'terminal',
    repeatable: true,
    sender: 'terminal:local',
    pace: { perSecond: null, perChatPerSecond: 1_000, perGroupPerMinute: null },
    async start() {},
    split: (message: Message) => [message],
    async send() {
      return { outcome: 'sent', messageIds: [] }
    },
    async stop() {},
  }
}
