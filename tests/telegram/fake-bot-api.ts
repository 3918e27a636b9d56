/** A Bot API of the tests' own on loopback: queues updates, checks what it is sent as the real one does, fails as it is told. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { InlineKeyboardMarkup, MessageEntity, Update } from 'grammy/types'

export const token = '123456:test-token-of-the-tests-own-bot-aaaaaaaa'
export const me = { id: 123456, is_bot: true, first_name: 'Readout', username: 'readout_test_bot' }

export interface Call {
  method: string
  // biome-ignore lint/suspicious/noExplicitAny: the payload of whatever method was called
  payload: Record<string, any>
}

/** What a method answers once: an error of the API, a cut connection before or after it took effect, a page that is no JSON. */
export type Fault =
  | { error_code: number; description: string; parameters?: object }
  | 'cut-before'
  | 'cut-after'
  | { page: number; body: string }
  | { result: unknown }

export interface FakeBotApi {
  root: string
  calls: Call[]
  /** Faults of the API: what a strict reviewer would hold against the bot. */
  violations: string[]
  push(update: Record<string, unknown>): number
  /** Once, for the next call of a method. */
  fail(method: string, fault: Fault, times?: number): void
  /** Always, for a method. */
  answer(method: string, result: (payload: Call['payload']) => unknown): void
  /** Messages accepted, in order. */
  sent(chat?: number | string): Call['payload'][]
  /** Resolves when `count` messages (or calls of a method) were taken. */
  wait(what: string, count?: number, withinMs?: number): Promise<Call[]>
  /** Refuses every connection until called again with false. */
  outage(on: boolean): void
  /** How often updates were asked for. */
  polls(): number
  close(): Promise<void>
}

const sends = ['sendMessage', 'sendPhoto', 'sendDocument']

function entityFaults(text: string, entities: readonly MessageEntity[]): string[] {
  return entities.flatMap((entity) => {
    const end = entity.offset + entity.length
    const splits = (at: number): boolean => /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at))
    const faults = []
    if (entity.length < 1 || entity.offset < 0 || end > text.length) faults.push(`entity out of range: ${JSON.stringify(entity)}`)
    if (splits(entity.offset) || splits(end)) faults.push(`entity splits a character: ${JSON.stringify(entity)}`)
    if (/^\s|\s$/.test(text.slice(entity.offset, end))) faults.push(`entity begins or ends with a space: ${JSON.stringify(entity)}`)
    return [...faults, ...entities.flatMap((other) => (other === entity ? [] : togetherFaults(entity, other)))]
  })
}

const quotations = ['blockquote', 'expandable_blockquote']

/** What the documentation of MessageEntity says of two that have characters in common. */
function togetherFaults(one: MessageEntity, other: MessageEntity): string[] {
  const meets = one.offset < other.offset + other.length && other.offset < one.offset + one.length
  if (!meets) return []
  const holds = (outer: MessageEntity, inner: MessageEntity): boolean =>
    outer.offset <= inner.offset && inner.offset + inner.length <= outer.offset + outer.length
  const faults = []
  if (!holds(one, other) && !holds(other, one)) faults.push(`${one.type} and ${other.type} cross`)
  if (one.type === 'code') faults.push(`${other.type} and code meet`)
  if (one.type === other.type || (quotations.includes(one.type) && quotations.includes(other.type))) faults.push(`${one.type} within ${other.type}`)
  return faults
}

/** What the server would say against a message; the first fault decides. */
export function messageFault(payload: Call['payload'], longest = 4_096): string | null {
  const text: string = payload.text ?? payload.caption ?? ''
  const entities: MessageEntity[] = payload.entities ?? payload.caption_entities ?? []
  const keyboard = (payload.reply_markup as InlineKeyboardMarkup | undefined)?.inline_keyboard ?? []
  if (text.trim() === '' && longest === 4_096) return 'message text is empty'
  if (text.length > longest) return 'message is too long'
  if (text !== text.trim()) return 'text is not trimmed'
  if (/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]/.test(text)) return 'a character that would be taken out'
  if (payload.parse_mode) return 'parse_mode is used'
  if (entities.length > 100) return `${entities.length} entities`
  for (const button of keyboard.flat()) {
    if (!button.text.trim()) return 'a button without text'
    if ('callback_data' in button && Buffer.byteLength(button.callback_data ?? '') > 64) return 'BUTTON_DATA_INVALID'
  }
  if (keyboard.flat().length > 100) return 'too many buttons'
  return entityFaults(text, entities)[0] ?? null
}

async function bodyOf(request: IncomingMessage): Promise<Call['payload']> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/')) return body.length > 0 ? JSON.parse(body.toString('utf8')) : {}
  const boundary = /boundary=(.+)$/.exec(type)?.[1] ?? ''
  const fields: Call['payload'] = {}
  for (const part of body.toString('latin1').split(`--${boundary}`)) {
    const [head = '', ...rest] = part.split('\r\n\r\n')
    const name = /name="([^"]+)"/.exec(head)?.[1]
    if (!name) continue
    const raw = rest.join('\r\n\r\n').replace(/\r\n$/, '')
    const text = Buffer.from(raw, 'latin1').toString('utf8')
    fields[name] = /filename=/.test(head)
      ? { bytes: raw.length, start: raw.slice(0, 8), base64: Buffer.from(raw, 'latin1').toString('base64') }
      : /^[[{]|^\d+$|^(true|false)$/.test(text)
        ? JSON.parse(text)
        : text
  }
  return fields
}

export async function openFakeBotApi(): Promise<FakeBotApi> {
  const calls: Call[] = []
  const violations: string[] = []
  const pending: Update[] = []
  const faults = new Map<string, Fault[]>()
  const answers = new Map<string, (payload: Call['payload']) => unknown>()
  const sockets = new Set<import('node:net').Socket>()
  let nextUpdate = 1_000
  let nextMessage = 500
  let down = false
  let asked = 0
  let poke = (): void => {}

  function take(method: string, payload: Call['payload']): unknown {
    const scripted = answers.get(method)
    if (scripted) return scripted(payload)
    if (method === 'getMe') return me
    if (method === 'getChat') return { id: Number(payload.chat_id), type: 'supergroup', title: 'x' }
    if (method === 'getChatAdministrators') return []
    if (method === 'getChatMember') return { status: 'member', user: { id: payload.user_id, is_bot: false, first_name: 'Ann' } }
    if (sends.includes(method) || method === 'editMessageText') {
      const chat = { id: Number(payload.chat_id), type: Number(payload.chat_id) > 0 ? 'private' : 'supergroup' }
      return { message_id: payload.message_id ?? nextMessage++, date: 1_700_000_000, chat, text: payload.text }
    }
    return true
  }

  function reply(response: ServerResponse, status: number, body: object): void {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  }

  async function updates(payload: Call['payload'], response: ServerResponse): Promise<void> {
    asked++
    const offset = Number(payload.offset ?? 0)
    while (pending[0] && pending[0].update_id < offset) pending.shift()
    if (pending.length === 0)
      await new Promise<void>((settle) => {
        const timer = setTimeout(settle, Math.min(Number(payload.timeout ?? 0) * 1000, 1_000))
        poke = () => {
          clearTimeout(timer)
          settle()
        }
        response.on('close', () => {
          clearTimeout(timer)
          settle()
        })
      })
    reply(response, 200, { ok: true, result: pending.slice(0, Number(payload.limit ?? 100)) })
  }

  const server: Server = createServer(async (request, response) => {
    if (down) {
      request.socket.destroy()
      return
    }
    const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(request.url ?? '')
    if (file) {
      response.end(String(answers.get('file')?.({ path: file[2] }) ?? ''))
      return
    }
    const [, given, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? []
    const payload = await bodyOf(request)
    if (given !== token) return reply(response, 401, { ok: false, error_code: 401, description: 'Unauthorized' })
    const fault = faults.get(method)?.shift()
    if (fault === 'cut-before') {
      request.socket.destroy()
      return
    }
    if (fault && typeof fault === 'object' && 'error_code' in fault) return reply(response, fault.error_code, { ok: false, ...fault })
    if (fault && typeof fault === 'object' && 'page' in fault) {
      response.writeHead(fault.page, { 'content-type': 'text/html' })
      response.end(fault.body)
      return
    }
    if (method === 'getUpdates') return updates(payload, response)
    if ([...sends, 'editMessageText'].includes(method)) {
      const wrong = messageFault(payload, method === 'sendMessage' || method === 'editMessageText' ? 4_096 : 1_024)
      if (wrong) {
        violations.push(`${method}: ${wrong}`)
        return reply(response, 400, { ok: false, error_code: 400, description: `Bad Request: ${wrong}` })
      }
    }
    calls.push({ method, payload })
    const result = take(method, payload)
    if (fault === 'cut-after') {
      request.socket.destroy()
      return
    }
    reply(response, 200, { ok: true, result: fault && typeof fault === 'object' && 'result' in fault ? fault.result : result })
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))

  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    violations,
    push(update) {
      const id = Number(update.update_id ?? nextUpdate++)
      pending.push({ ...update, update_id: id } as Update)
      poke()
      return id
    },
    fail(method, fault, times = 1) {
      faults.set(method, [...(faults.get(method) ?? []), ...Array.from({ length: times }, () => fault)])
    },
    answer(method, result) {
      answers.set(method, result)
    },
    sent: (chat) =>
      calls
        .filter((call) => sends.includes(call.method) && (chat === undefined || String(call.payload.chat_id) === String(chat)))
        .map((call) => call.payload),
    async wait(what, count = 1, withinMs = 8_000) {
      for (const end = performance.now() + withinMs; performance.now() < end; ) {
        const found = calls.filter((call) => call.method === what || (what === 'sent' && sends.includes(call.method)))
        if (found.length >= count) return found
        await new Promise((settle) => setTimeout(settle, 10))
      }
      throw new Error(`after ${withinMs} ms no ${count} × ${what}; there were: ${calls.map((call) => call.method).join(', ')}`)
    },
    outage(on) {
      down = on
      if (on) for (const socket of sockets) socket.destroy()
    },
    polls: () => asked,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((settle) => server.close(settle))
    },
  }
}
