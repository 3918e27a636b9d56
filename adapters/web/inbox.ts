/** Readers' own pages as a platform: what is sent there lies in the store, and the page shows it. */
import type { Message } from '../../src/messages/message.js'
import type { Platform, Receipt } from '../../src/platform.js'

/** What `edit` needs of a message that was sent: that it was. */
const kept: Receipt = { outcome: 'sent', messageIds: ['kept'] }

/** A digest in the store is the delivery itself: nothing is called, nothing can be lost. */
export function createWebPlatform(): Platform {
  return {
    name: 'web',
    sender: 'web',
    repeatable: true,
    pace: { perSecond: null, perChatPerSecond: 1_000, perGroupPerMinute: null },
    async start() {},
    split: (message: Message) => [message],
    send: async () => kept,
    edit: async () => kept,
    async stop() {},
  }
}
