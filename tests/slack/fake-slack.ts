/** A small Slack for these tests: Web API, Socket Mode over a websocket, signed HTTP deliveries. It refuses what Slack refuses of blocks. */
import { createHash, createHmac, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export interface Call {
  method: string
  params: Record<string, unknown>
  token: string
}
/** What is answered instead of doing it: an error, a broken connection before or after doing it, too many requests. */
export type Fault = { error: string } | { status: number } | { limited: number } | 'cut before' | 'cut after' | 'garbage' | 'no answer'

export interface FakeSlack {
  url: string
  calls: Call[]
  /** Bodies sent to each response_url. */
  responses: Record<string, unknown>[]
  /** Pictures by the id of their file. */
  pictures: Map<string, Buffer>
  /** Faults by method, first in first out. */
  faults: Map<string, Fault[]>
  users: Map<string, Record<string, unknown>>
  channels: Map<string, Record<string, unknown>>
  /** Sends an envelope and gives its acknowledgement's payload; null when none comes within 3 s. */
  envelope(type: 'events_api' | 'slash_commands' | 'interactive', payload: unknown): Promise<Record<string, unknown> | null>
  connected(): Promise<void>
  drop(): void
  /** Sockets that stand now. */
  sockets(): number
  /** Announces the end of the socket that stands, as Slack does every few hours; it closes 10 s later. */
  announceEnd(): void
  /** What the token was granted, as auth.test tells in a header. */
  scopes: string[]
  of(method: string): Call[]
  /** Waits until there are so many calls of a method. */
  wait(method: string, count?: number): Promise<Call[]>
  /** Parameters of the first call of a method. */
  first(method: string): Promise<Record<string, unknown>>
  responseUrl(): string
  close(): Promise<void>
}

/** Counts characters as Slack does. */
const count = (text: unknown): number => (typeof text === 'string' ? [...text].length : 0)
interface Loose {
  [key: string]: unknown
  type?: string
  text?: Loose & string
  elements?: Loose[]
  value?: string
  options?: Loose[]
}

/** What Slack would say of blocks; empty: nothing. Documented limits of Block Kit, kept apart from the adapter's own table. */
export function blockFaults(blocks: unknown, most = 50): string[] {
  const wrong: string[] = []
  if (!Array.isArray(blocks)) return ['blocks: no array']
  if (blocks.length > most) wrong.push(`blocks: ${blocks.length} of at most ${most}`)
  for (const block of blocks as Loose[]) {
    const text = block.text as Loose | undefined
    if (block.type === 'header' && (count(text?.text) < 1 || count(text?.text) > 150)) wrong.push('header: 1 to 150')
    if (block.type === 'rich_text' && (block.elements ?? []).length === 0) wrong.push('rich_text: empty')
    if (block.type === 'context') {
      if (!block.elements?.length || block.elements.length > 10) wrong.push('context: 1 to 10 elements')
      for (const one of block.elements ?? []) if (count(one.text) < 1 || count(one.text) > 3_000) wrong.push('context text: 1 to 3,000')
    }
    if (block.type === 'image' && (!block.slack_file || !block.alt_text)) wrong.push('image: no file or alt_text')
    if (block.type === 'actions') {
      if (!block.elements?.length || block.elements.length > 25) wrong.push('actions: 1 to 25 elements')
      const ids = new Set<unknown>()
      for (const one of block.elements ?? []) {
        if (ids.has(one.action_id)) wrong.push(`actions: ${String(one.action_id)} twice`)
        ids.add(one.action_id)
        if (one.type === 'button' && (count((one.text as Loose).text) < 1 || count((one.text as Loose).text) > 75)) wrong.push('button: 1 to 75')
        if (count(one.value) > 2_000) wrong.push('button value: at most 2,000')
        if (one.type === 'overflow' && (!one.options?.length || one.options.length > 5)) wrong.push('overflow: 1 to 5 options')
      }
    }
  }
  return wrong
}

/** One text frame, unmasked, as a server sends it. */
function frame(text: string): Buffer {
  const body = Buffer.from(text)
  const head = body.length < 126 ? Buffer.from([0x81, body.length]) : Buffer.from([0x81, 126, body.length >> 8, body.length & 255])
  return Buffer.concat([head, body])
}

/** Text frames of a client, unmasked; pings are answered. */
function readFrames(socket: Socket, take: (text: string) => void): void {
  let buffer = Buffer.alloc(0)
  socket.on('data', (data: Buffer) => {
    buffer = Buffer.concat([buffer, data])
    for (;;) {
      if (buffer.length < 2) return
      const operation = (buffer[0] as number) & 15
      const short = (buffer[1] as number) & 127
      const offset = short === 126 ? 4 : short === 127 ? 10 : 2
      if (buffer.length < offset + 4) return
      const length = short === 126 ? buffer.readUInt16BE(2) : short === 127 ? Number(buffer.readBigUInt64BE(2)) : short
      if (buffer.length < offset + 4 + length) return
      const mask = buffer.subarray(offset, offset + 4)
      const body = Buffer.from(buffer.subarray(offset + 4, offset + 4 + length).map((byte, index) => byte ^ (mask[index % 4] as number)))
      buffer = buffer.subarray(offset + 4 + length)
      if (operation === 1) take(body.toString('utf8'))
      if (operation === 8) socket.end()
      if (operation === 9) socket.write(Buffer.from([0x8a, 0]))
    }
  })
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

export async function startFakeSlack(): Promise<FakeSlack> {
  const calls: Call[] = []
  const responses: Record<string, unknown>[] = []
  const pictures = new Map<string, Buffer>()
  const faults = new Map<string, Fault[]>()
  const users = new Map<string, Record<string, unknown>>([['U1', { tz: 'Asia/Tbilisi', locale: 'en-US' }]])
  const channels = new Map<string, Record<string, unknown>>([['C1', { is_member: true, is_private: false }]])
  const pending = new Map<string, (payload: Record<string, unknown>) => void>()
  let socket: Socket | null = null
  const standing = new Set<Socket>()
  const scopes: string[] = []
  let serial = 0
  let waiters: (() => void)[] = []
  const poke = (): void => {
    const all = waiters
    waiters = []
    for (const wake of all) wake()
  }
  async function until<T>(what: string, found: () => T | null | false): Promise<T> {
    for (const end = Date.now() + 12_000; Date.now() < end; ) {
      const value = found()
      if (value) return value
      await new Promise<void>((settle) => {
        const timer = setTimeout(settle, 200)
        waiters.push(() => {
          clearTimeout(timer)
          settle()
        })
      })
    }
    throw new Error(`fake slack: waited 12 s for ${what}; calls so far: ${calls.map((call) => call.method).join(', ')}`)
  }

  function result(method: string, params: Record<string, unknown>, token: string): Record<string, unknown> {
    const blocks = params.blocks as unknown
    if (blocks !== undefined) {
      const wrong = blockFaults(blocks)
      if (wrong.length > 0) return { ok: false, error: 'invalid_blocks', wrong }
    }
    const view = params.view as { blocks?: unknown } | undefined
    if (view) {
      const wrong = blockFaults(view.blocks, 100)
      if (wrong.length > 0) return { ok: false, error: 'invalid_arguments', wrong }
    }
    const channel = String(params.channel ?? '')
    switch (method) {
      case 'auth.test':
        return { ok: true, team_id: 'T1', user_id: 'UBOT', bot_id: 'BBOT', url: 'https://t1.slack.com/' }
      case 'apps.connections.open':
        return { ok: true, url: `${url.replace('http', 'ws')}/link` }
      case 'chat.postMessage':
        if (channels.has(channel) && channels.get(channel)?.is_member !== true) return { ok: false, error: 'not_in_channel' }
        return { ok: true, channel: channel.startsWith('U') ? `D${channel}` : channel, ts: `17.${String(++serial).padStart(6, '0')}` }
      case 'chat.update':
        return { ok: true, channel, ts: params.ts }
      case 'users.info':
        return users.has(String(params.user))
          ? { ok: true, user: { id: params.user, ...users.get(String(params.user)) } }
          : { ok: false, error: 'user_not_found' }
      case 'conversations.info':
        return channels.has(channel) ? { ok: true, channel: { id: channel, ...channels.get(channel) } } : { ok: false, error: 'channel_not_found' }
      case 'conversations.join':
        if (channels.get(channel)?.is_private) return { ok: false, error: 'method_not_supported_for_channel_type' }
        channels.set(channel, { ...channels.get(channel), is_member: true })
        return { ok: true, channel: { id: channel } }
      case 'conversations.open':
        return { ok: true, channel: { id: `D${String(params.users)}` } }
      case 'chat.postEphemeral':
        return { ok: true, message_ts: `17.${++serial}` }
      case 'chat.unfurl':
      case 'assistant.threads.setStatus':
      case 'assistant.threads.setTitle':
      case 'assistant.threads.setSuggestedPrompts':
        return { ok: true }
      case 'views.open':
      case 'views.update':
      case 'views.publish':
        return { ok: true, view: { id: String(params.view_id ?? `V${++serial}`) } }
      case 'files.getUploadURLExternal':
        return { ok: true, upload_url: `${url}/upload/${++serial}`, file_id: `F${serial}` }
      case 'files.completeUploadExternal':
        return { ok: true, files: (params.files as { id: string }[]).map(({ id }) => ({ id })) }
      case 'oauth.v2.access':
        return {
          ok: true,
          access_token: 'xoxb-second-workspace',
          token_type: 'bot',
          bot_user_id: 'UBOT2',
          app_id: 'A1',
          scope: 'chat:write,commands',
          team: { id: 'T2', name: 'Second' },
          enterprise: null,
          authed_user: { id: 'U9' },
          is_enterprise_install: false,
        }
      default:
        return { ok: false, error: 'unknown_method', token: token.length }
    }
  }

  async function api(request: IncomingMessage, response: ServerResponse, method: string): Promise<void> {
    const raw = await bodyOf(request)
    const type = request.headers['content-type'] ?? ''
    const form = type.includes('json')
      ? (JSON.parse(raw.toString('utf8') || '{}') as object)
      : Object.fromEntries(new URLSearchParams(raw.toString('utf8')))
    const params = Object.fromEntries(
      Object.entries(form).map(([key, value]) => [
        key,
        typeof value === 'string' && /^(?:[[{]|true$|false$)/.test(value) ? (JSON.parse(value) as unknown) : (value as unknown),
      ]),
    )
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    const fault = faults.get(method)?.shift()
    if (fault === 'no answer') return
    if (fault === 'cut before') return void request.socket.destroy()
    if (fault === 'garbage') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')
    if (typeof fault === 'object' && 'status' in fault) return void response.writeHead(fault.status).end('unavailable')
    const json = (value: object, status = 200, headers = {}): void =>
      void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value))
    if (typeof fault === 'object' && 'limited' in fault)
      return json({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': String(fault.limited) })
    if (typeof fault === 'object' && 'error' in fault) {
      calls.push({ method, params, token })
      poke()
      return json({ ok: false, error: fault.error })
    }
    calls.push({ method, params, token })
    const made = result(method, params, token)
    poke()
    if (fault === 'cut after') return void request.socket.destroy()
    json(made, 200, method === 'auth.test' ? { 'x-oauth-scopes': scopes.join(',') } : {})
  }

  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname
    const method = /^\/api\/([\w.]+)$/.exec(path)?.[1]
    if (method) return void api(request, response, method)
    if (path.startsWith('/response/'))
      return void bodyOf(request).then((raw) => {
        const body = JSON.parse(raw.toString('utf8')) as Record<string, unknown>
        const wrong = body.blocks ? blockFaults(body.blocks) : []
        responses.push(body)
        calls.push({ method: 'response_url', params: body, token: '' })
        poke()
        response.writeHead(wrong.length > 0 ? 400 : 200).end(wrong.length > 0 ? 'invalid_blocks' : 'ok')
      })
    if (path.startsWith('/upload/'))
      return void bodyOf(request).then((raw) => {
        // A form or the bare file: the picture is what lies between its signature and its end.
        pictures.set(
          `F${path.slice('/upload/'.length)}`,
          raw.subarray(Math.max(0, raw.indexOf('\x89PNG', 'latin1')), raw.indexOf('IEND', 'latin1') + 8),
        )
        calls.push({ method: 'upload', params: { bytes: raw.length }, token: '' })
        response.writeHead(200).end('OK')
      })
    response.writeHead(404).end()
  })
  server.on('upgrade', (request: IncomingMessage, upgraded: Socket) => {
    const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
    upgraded.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`)
    upgraded.on('error', () => {})
    socket = upgraded
    standing.add(upgraded)
    readFrames(upgraded, (text) => {
      const { envelope_id: id, payload } = JSON.parse(text) as { envelope_id: string; payload?: Record<string, unknown> }
      pending.get(id)?.(payload ?? {})
      pending.delete(id)
    })
    upgraded.on('close', () => {
      standing.delete(upgraded)
      if (socket === upgraded) socket = null
    })
    upgraded.write(frame(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } })))
    poke()
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const wait: FakeSlack['wait'] = (method, wanted = 1) =>
    until(`${wanted} × ${method}`, () => {
      const found = calls.filter((call) => call.method === method)
      return found.length >= wanted && found
    })

  return {
    url,
    calls,
    first: async (method) => (await wait(method))[0]?.params ?? {},
    responses,
    pictures,
    faults,
    users,
    channels,
    of: (method) => calls.filter((call) => call.method === method),
    wait,
    async connected() {
      await until('a socket', () => socket)
    },
    drop: () => socket?.destroy(),
    sockets: () => standing.size,
    announceEnd() {
      const ending = socket
      ending?.write(frame(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: {} })))
      setTimeout(() => ending?.destroy(), 10_000).unref()
    },
    scopes,
    async envelope(type, payload) {
      const to = await until('a socket', () => socket)
      const id = randomUUID()
      const acknowledged = new Promise<Record<string, unknown>>((settle) => pending.set(id, settle))
      to.write(frame(JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: type !== 'events_api' })))
      return Promise.race([acknowledged, new Promise<null>((settle) => setTimeout(() => settle(null), 3_000))])
    },
    responseUrl: () => `${url}/response/${++serial}`,
    async close() {
      socket?.destroy()
      server.closeAllConnections()
      await new Promise((settle) => server.close(settle))
    },
  }
}

/** A request as Slack signs it ("Verifying requests from Slack"). */
export function signedRequest(body: string, secret: string, more: { at?: Date; type?: string; retry?: number } = {}): Request {
  const time = String(Math.floor((more.at ?? new Date()).getTime() / 1_000))
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex')}`
  return new Request('http://127.0.0.1/slack/events', {
    method: 'POST',
    body,
    headers: {
      'content-type': more.type ?? 'application/json',
      'x-slack-request-timestamp': time,
      'x-slack-signature': signature,
      ...(more.retry ? { 'x-slack-retry-num': String(more.retry), 'x-slack-retry-reason': 'http_timeout' } : {}),
    },
  })
}
