/** The whole service as an operator starts it, before a strict stand-in of Telegram, with a newsroom of its own: for the whole session. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packageFile } from '../../src/package-files.js'

/** A message that the stand-in accepted. */
export interface SentMessage {
  seq: number
  chat_id: number
  thread_id?: number
  message_id: number
  text: string
  silent?: boolean
  reply_lost?: boolean
  entities: { type: string; offset: number; length: number }[]
  buttons?: { text: string; callback_data?: string; url?: string }[]
  media?: { type: string; filename?: string; file_id: string }[]
  edits: { text: string; buttons?: { text: string; callback_data?: string }[]; reply_markup?: { inline_keyboard: { text: string }[][] } }[]
}

type Loose = Record<string, unknown>

/** The control interface of the stand-in. */
export interface Telegram {
  url: string
  post(what: string, body: Loose): Promise<Loose>
  get(what: string): Promise<Loose>
  /** Number of the last thing that happened. */
  seq(): Promise<number>
  sentSince(seq: number, chat?: number): Promise<SentMessage[]>
  close(): Promise<void>
}

export async function openTelegram(folder: string, token: string): Promise<Telegram> {
  const { startFakeTelegram } = (await import(pathToFileURL(join(folder, 'fake-telegram.mjs')).href)) as {
    startFakeTelegram(options: object): Promise<{ url: string; close(): Promise<void> }>
  }
  const server = await startFakeTelegram({ tokens: [token] })
  const get = async (what: string): Promise<Loose> => (await fetch(`${server.url}/_control/${what}`)).json() as Promise<Loose>
  return {
    url: server.url,
    get,
    async post(what, body) {
      const reply = await fetch(`${server.url}/_control/${what}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      const said = (await reply.json()) as Loose
      if (said.ok !== true) throw new Error(`${what} ${JSON.stringify(body)}: ${JSON.stringify(said)}`)
      return said
    },
    seq: async () => (await get('health')).seq as number,
    async sentSince(seq, chat) {
      return (await get(`sent?since=${seq}${chat === undefined ? '' : `&chat=${chat}`}`)).sent as SentMessage[]
    },
    close: () => server.close(),
  }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const { port } = server.address() as AddressInfo
  await new Promise((settle) => server.close(settle))
  return port
}

export interface Service {
  /** All that was printed and logged until now. */
  said(): string
  until(part: string | RegExp, withinMs?: number): Promise<void>
  /** SIGTERM; gives the exit code and how long it took, in ms. */
  stop(): Promise<{ code: number | null; ms: number }>
  /** kill -9 */
  kill(): Promise<void>
  ended: Promise<number | null>
}

/** `readout start` as a process of its own. */
export function startService(environment: Record<string, string>): Service {
  const { PATH = '', HOME = '' } = process.env
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', packageFile('src/launch.ts'), 'start'], {
    cwd: packageFile('.'),
    env: { PATH, HOME, TZ: 'Pacific/Chatham', READOUT_LOG_LEVEL: 'debug', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8')
    })
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  return {
    said: () => text,
    ended,
    async until(part, withinMs = 60_000) {
      for (const end = performance.now() + withinMs; !(typeof part === 'string' ? text.includes(part) : part.test(text)); ) {
        if (performance.now() > end) throw new Error(`the service did not say ${part} within ${withinMs} ms, but:\n${text.slice(-3_000)}`)
        await new Promise((settle) => setTimeout(settle, 50))
      }
    },
    async stop() {
      const begun = performance.now()
      child.kill('SIGTERM')
      return { code: await ended, ms: performance.now() - begun }
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
