/** Work that takes long → a sign in the chat that an answer is being written. */
import type { Api } from 'grammy'
import type { ChatAddress } from '../../src/subscribers/address.js'

const afterMs = 1_000
/** The sign lasts five seconds. */
const everyMs = 4_500

export async function withTyping<T>(api: Pick<Api, 'sendChatAction'>, { chat, thread }: ChatAddress, work: () => Promise<T>): Promise<T> {
  const show = (): void => {
    // A sign that could not be shown is no loss.
    api.sendChatAction(chat, 'typing', thread ? { message_thread_id: Number(thread) } : {}).catch(() => {})
  }
  let every: NodeJS.Timeout | undefined
  const first = setTimeout(() => {
    show()
    every = setInterval(show, everyMs)
  }, afterMs)
  try {
    return await work()
  } finally {
    clearTimeout(first)
    clearInterval(every)
  }
}
