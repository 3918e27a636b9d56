/** A platform over real HTTP on loopback that refuses, delays and drops replies; and the adapter of the tests that speaks to it. */
import { createServer, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { messageText } from '../../src/messages/spans.js'
import type { Platform, Receipt } from '../../src/platform.js'

export interface LoopbackArrival {
  chat: string
  text: string
}

/** What the server does with one call. `lost`: the message arrives, the reply does not. */
type Answer = 'take' | 'lost' | 'slow' | 'busy' | 'down' | 'blocked'

export interface LoopbackServer {
  url: string
  arrivals: LoopbackArrival[]
  /** Calls by answer. */
  answers: Record<Answer, number>
  /** From now on everything is taken at once. */
  calm(): void
  close(): Promise<void>
}

const shares: readonly [Answer, number][] = [
  ['lost', 0.02],
  ['slow', 0.05],
  ['busy', 0.05],
  ['down', 0.04],
  ['blocked', 0.01],
]

function draw(): Answer {
  let left = Math.random()
  for (const [answer, share] of shares) {
    if (left < share) return answer
    left -= share
  }
  return 'take'
}

export async function startLoopback(): Promise<LoopbackServer> {
  const arrivals: LoopbackArrival[] = []
  const answers: Record<Answer, number> = { take: 0, lost: 0, slow: 0, busy: 0, down: 0, blocked: 0 }
  let isCalm = false
  const reply = (response: ServerResponse, status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
  const server = createServer((incoming, response) => {
    let text = ''
    incoming.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    incoming.on('end', () => {
      const call = JSON.parse(text) as LoopbackArrival
      const answer = isCalm ? 'take' : draw()
      answers[answer]++
      if (answer === 'busy') return reply(response, 429, { retryAfterMs: 300 })
      if (answer === 'down') return reply(response, 503, {})
      if (answer === 'blocked') return reply(response, 403, {})
      arrivals.push(call)
      if (answer === 'lost') incoming.socket.destroy()
      else setTimeout(() => reply(response, 200, { id: String(arrivals.length) }), answer === 'slow' ? 50 + Math.random() * 950 : 0)
    })
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrivals,
    answers,
    calm() {
      isCalm = true
    },
    close: () =>
      new Promise((settle) => {
        server.closeAllConnections()
        server.close(() => settle())
      }),
  }
}

function post(
  url: string,
  body: string,
  signal?: AbortSignal,
): Promise<{ status: number; body: string } | { lost: string } | { refusedToConnect: string }> {
  return new Promise((settle) => {
    let written = false
    const call = request(url, { method: 'POST', ...(signal ? { signal } : {}) }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      response.on('end', () => settle({ status: response.statusCode ?? 0, body: text }))
      response.on('error', (error) => settle({ lost: error.message }))
    })
    call.on('socket', (socket) => {
      const connected = (): void => {
        written = true
      }
      if (socket.connecting) socket.once('connect', connected)
      else connected()
    })
    call.on('error', (error) => settle(written ? { lost: error.message } : { refusedToConnect: error.message }))
    call.end(body)
  })
}

/** Every message becomes two parts, so that their order can be told. */
export function createLoopbackPlatform(url: string, pace: Platform['pace']): Platform {
  return {
    name: 'telegram',
    sender: 'telegram:1',
    pace,
    async start() {},
    split: (message) => [message, { ...message, blocks: [{ type: 'paragraph', spans: [{ text: 'second part' }] }] }],
    async send(address, part, { signal }): Promise<Receipt> {
      const answered = await post(url, JSON.stringify({ chat: address.chat, text: messageText(part).slice(0, 200) }), signal)
      if ('lost' in answered) return { outcome: 'unknown', reason: answered.lost }
      if ('refusedToConnect' in answered) return { outcome: 'refused', reason: answered.refusedToConnect, permanent: false }
      const body = JSON.parse(answered.body) as { id?: string; retryAfterMs?: number }
      if (answered.status === 200) return { outcome: 'sent', messageIds: [body.id ?? ''] }
      if (answered.status === 403) return { outcome: 'refused', reason: 'blocked', permanent: true, gone: true }
      if (body.retryAfterMs) return { outcome: 'refused', reason: 'too many requests', permanent: false, retryAfterMs: body.retryAfterMs }
      return { outcome: 'refused', reason: `status ${answered.status}`, permanent: false }
    },
    async stop() {},
  }
}
