/** A request to the webhook's address → an update taken over, answered at once, worked on afterwards. */
import { timingSafeEqual } from 'node:crypto'
import type { Update } from 'grammy/types'

/** Bytes; Telegram's own updates are far below. */
const largestBody = 1_000_000

function same(given: string | null, secret: string): boolean {
  const a = Buffer.from(given ?? '')
  const b = Buffer.from(secret)
  return a.length === b.length && timingSafeEqual(a, b)
}

/** `take` must not wait for the work; false: not now, Telegram brings it again. */
export function createWebhook(secret: string, take: (update: Update) => boolean): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'POST') return new Response('Only Telegram posts here.', { status: 405 })
    if (!same(request.headers.get('x-telegram-bot-api-secret-token'), secret)) return new Response('The secret token is not mine.', { status: 401 })
    const body = await request.text()
    let update: unknown
    try {
      update = body.length <= largestBody ? JSON.parse(body) : null
    } catch {
      update = null
    }
    if (typeof update !== 'object' || update === null || !('update_id' in update) || typeof update.update_id !== 'number')
      return new Response('Not an update.', { status: 400 })
    return new Response(null, { status: take(update as Update) ? 200 : 503 })
  }
}
