/** Calls of the Web API → no more a minute than Slack takes of each method, and once more after the pause that it asks for. */
import type { Fetch } from './respond.js'

/** Calls a minute and workspace (docs.slack.dev: Rate limits). */
const perMinute = { tier2: 20, tier3: 50, tier4: 100 } as const

/** Methods that are called here; chat.postMessage has its own pace (one a second a channel), the others none worth keeping. */
export const tiers: Readonly<Record<string, keyof typeof perMinute>> = {
  'assistant.threads.setSuggestedPrompts': 'tier4',
  'assistant.threads.setTitle': 'tier4',
  'chat.postEphemeral': 'tier4',
  'chat.unfurl': 'tier3',
  'chat.update': 'tier3',
  'conversations.info': 'tier3',
  'conversations.join': 'tier3',
  'conversations.open': 'tier3',
  'files.completeUploadExternal': 'tier4',
  'files.getUploadURLExternal': 'tier4',
  'users.info': 'tier4',
  'views.open': 'tier4',
  'views.publish': 'tier4',
  'views.update': 'tier4',
}

/** Somewhat more than a minute: Slack counts when a call arrives, not when it leaves. */
const windowMs = 61_000
const patienceMs = 20_000
/** A trigger opens a modal within 3 s or not at all. */
const triggerPatienceMs = 1_500
const mostTries = 3

export interface Waiting {
  /** Milliseconds from any origin. */
  clock(): number
  pause(ms: number): Promise<void>
}

const waiting: Waiting = {
  clock: () => performance.now(),
  pause: (ms) => new Promise((settle) => setTimeout(settle, ms)),
}

interface Book {
  /** When calls left, the oldest first. */
  left: number[]
  /** Slack asked for a pause until then. */
  closedUntil: number
}

/** A `fetch` for Slack's client. What must wait longer than it is worth is called at once: Slack decides. A call that Slack refused for its rate was not made. */
export function tieredFetch(fetch: Fetch, { clock, pause }: Waiting = waiting): Fetch {
  const books = new Map<string, Book>()

  function bookOf(method: string, init: RequestInit | undefined): Book {
    const key = `${method} ${new Headers(init?.headers).get('authorization') ?? ''}`
    const book = books.get(key) ?? { left: [], closedUntil: 0 }
    books.set(key, book)
    return book
  }

  return async (input, init) => {
    const method = /\/([\w.]+)$/.exec(new URL(String(input)).pathname)?.[1] ?? ''
    const tier = tiers[method]
    if (!tier) return fetch(input, init)
    const book = bookOf(method, init)
    const patience = method === 'views.open' ? triggerPatienceMs : patienceMs
    for (let tries = 1; ; tries++) {
      const now = clock()
      book.left = book.left.filter((at) => at > now - windowMs)
      const oldest = book.left[book.left.length - perMinute[tier]]
      const wait = Math.max(book.closedUntil, oldest === undefined ? 0 : oldest + windowMs) - now
      const waits = wait > 0 && wait <= patience ? wait : 0
      book.left.push(now + waits)
      if (waits > 0) await pause(waits)
      const response = await fetch(input, init)
      const seconds = Number(response.headers.get('retry-after'))
      if (response.status !== 429 || !(seconds > 0)) return response
      book.closedUntil = clock() + seconds * 1_000
      if (tries >= mostTries || seconds * 1_000 > patience) return response
    }
  }
}
