/** Calls of the Web API → no more a minute than Slack takes of each method; again after the pause that it asks for, or where it did not answer and again does no harm. */
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

/** Said twice, these do the same as once: asked again when Slack did not answer. */
const repeatable = new Set([
  'chat.unfurl',
  'conversations.info',
  'conversations.join',
  'conversations.open',
  'users.info',
  'views.publish',
  'views.update',
])
const beforeRepeatMs = 300

/** Somewhat more than a minute: Slack counts when a call arrives, not when it leaves. */
const windowMs = 61_000
/** One call, once it is made. */
const callMs = 30_000
/** How long a call waits for its turn: App Home may come late, an answer goes on without hints, a trigger opens a modal within 3 s or not at all. */
const patienceMs: Readonly<Record<string, number>> = { 'users.info': 3_000, 'views.open': 1_500 }
const longestPatienceMs = 65_000
const mostTries = 3

export interface Waiting {
  /** Milliseconds from any origin. */
  clock(): number
  pause(ms: number): Promise<void>
}

const waiting: Waiting = {
  clock: () => performance.now(),
  pause: (ms) => new Promise((settle) => setTimeout(settle, ms).unref()),
}

interface Book {
  /** When calls left, the oldest first. */
  left: number[]
  /** Slack asked for a pause until then. */
  closedUntil: number
}

/** What Slack would answer. */
function refusal(waitMs: number): Response {
  const headers = { 'content-type': 'application/json', 'retry-after': String(Math.ceil(waitMs / 1_000)) }
  return new Response(JSON.stringify({ ok: false, error: 'ratelimited' }), { status: 429, headers })
}

/** A `fetch` for Slack's client, which gives up after 30 s. What must wait longer than it is worth is refused here, as Slack would; what Slack refused was not made. */
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
    const once = (): Promise<Response> => fetch(input, { ...init, signal: AbortSignal.timeout(callMs) })
    const call = async (): Promise<Response> => {
      if (!repeatable.has(method)) return once()
      const answer = await once().catch(() => null)
      if (answer && answer.status < 500) return answer
      await pause(beforeRepeatMs)
      return once()
    }
    if (!tier) return call()
    const book = bookOf(method, init)
    const patience = patienceMs[method] ?? longestPatienceMs
    for (let tries = 1; ; tries++) {
      const now = clock()
      book.left = book.left.filter((at) => at > now - windowMs)
      const oldest = book.left[book.left.length - perMinute[tier]]
      const wait = Math.max(book.closedUntil, oldest === undefined ? 0 : oldest + windowMs) - now
      if (wait > patience) return refusal(wait)
      book.left.push(now + Math.max(0, wait))
      if (wait > 0) await pause(wait)
      const response = await call()
      const seconds = Number(response.headers.get('retry-after'))
      if (response.status !== 429 || !(seconds > 0)) return response
      book.closedUntil = clock() + seconds * 1_000
      if (tries >= mostTries || seconds * 1_000 > patience) return response
    }
  }
}
