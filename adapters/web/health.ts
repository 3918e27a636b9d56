/** Checks → `/healthz` (the process answers) and `/readyz` (database, adapters, last poll), over HTTP. */

import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { messageOf } from '../../src/text/error-message.js'

/** Null: fine; else what is wrong, without secrets. */
export type Check = () => Promise<string | null>

export interface HealthOptions {
  host: string
  port: number
  /** By name: "database", "telegram", "last poll". */
  checks: Readonly<Record<string, Check>>
  /** Host of READOUT_PUBLIC_URL, where there is one. */
  publicUrl: string | null
  /** What platforms take themselves, whatever the host: they check a secret of their own. */
  requests?: readonly { path: string; answer(request: Request): Promise<Response> }[]
  /** Further pages, mounted at "/". */
  pages?: Hono
}

export interface HealthServer {
  port: number
  close(): Promise<void>
}

const checkTimeoutMs = 3_000

async function outcome(check: Check): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined
  try {
    return await Promise.race([
      check(),
      new Promise<string>((settle) => {
        timer = setTimeout(() => settle(`no answer within ${checkTimeoutMs} ms`), checkTimeoutMs)
      }),
    ])
  } catch (error) {
    return messageOf(error)
  } finally {
    clearTimeout(timer)
  }
}

/** Requests for another host are refused: a page elsewhere could reach this one through a reader's browser. */
function hostAllowed(host: string | undefined, options: HealthOptions): boolean {
  const name = (host ?? '').replace(/:\d+$/, '').toLowerCase()
  const own = options.publicUrl ? new URL(options.publicUrl).hostname : null
  return ['localhost', '127.0.0.1', '[::1]', options.host, own].includes(name)
}

export function healthPages(options: HealthOptions): Hono {
  const app = new Hono()
  for (const { path, answer } of options.requests ?? []) app.all(path, (context) => answer(context.req.raw))
  app.use(async (context, next) => {
    if (!hostAllowed(context.req.header('host'), options)) return context.text('This host is not served here.', 421)
    await next()
  })
  app.get('/healthz', (context) => context.json({ ok: true }))
  app.get('/readyz', async (context) => {
    const results = await Promise.all(Object.entries(options.checks).map(async ([name, check]) => [name, (await outcome(check)) ?? 'ok'] as const))
    const ok = results.every(([, result]) => result === 'ok')
    return context.json({ ok, ...Object.fromEntries(results) }, ok ? 200 : 503)
  })
  if (options.pages) app.route('/', options.pages)
  return app
}

/** Listens. @throws naming HTTP_PORT when the port is taken. */
export async function startHealth(options: HealthOptions): Promise<HealthServer> {
  const app = healthPages(options)
  return new Promise((settle, fail) => {
    const server = serve({ fetch: app.fetch, hostname: options.host, port: options.port }, (address: AddressInfo) =>
      settle({
        port: address.port,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      }),
    )
    server.on('error', (cause: Error) =>
      fail(new Error(`HTTP_PORT: ${options.host}:${options.port} can't be listened on (${cause.message}). Set another HTTP_PORT.`, { cause })),
    )
  })
}
