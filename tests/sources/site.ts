/** A small site on loopback for the tests of this room: paths → what is answered, and what was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { afterAll } from 'vitest'
import { createFetcher, type Fetcher, type FetcherOptions } from '../../src/sources/fetch.js'

export type Answer = string | ((request: IncomingMessage, response: ServerResponse) => void)

export interface Site {
  root: string
  /** May be changed while the site runs. `{root}` in a text stands for its address. */
  pages: Map<string, Answer>
  requests: { path: string; headers: IncomingMessage['headers'] }[]
}

const closings: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of closings.splice(0)) await close()
})

function typeOf(text: string): string {
  if (text.startsWith('<?xml')) return 'application/xml; charset=utf-8'
  return text.startsWith('{') ? 'application/feed+json' : 'text/html; charset=utf-8'
}

/** Closed after the test file. */
export async function openSite(pages: Record<string, Answer>): Promise<Site> {
  const site: Site = { root: '', pages: new Map(Object.entries(pages)), requests: [] }
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    site.requests.push({ path, headers: request.headers })
    const answer = site.pages.get(path)
    if (answer === undefined) response.writeHead(404, { 'content-type': 'text/html' }).end('<html><body>not here</body></html>')
    else if (typeof answer === 'function') answer(request, response)
    else response.writeHead(200, { 'content-type': typeOf(answer) }).end(answer.replaceAll('{root}', site.root))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('test site: no port on 127.0.0.1')
  site.root = `http://127.0.0.1:${address.port}`
  closings.push(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return site
}

export const testNow = new Date('2024-09-01T12:00:00Z')

/** A fetcher that may open loopback, unless told otherwise. Closed after the test file. */
export function testFetcher(options: Partial<FetcherOptions> = {}): Fetcher {
  const fetcher = createFetcher({
    allowHosts: ['127.0.0.1'],
    contact: 'mail@example.org',
    version: '1.2',
    now: () => testNow,
    timeoutMs: 3_000,
    ...options,
  })
  closings.unshift(() => fetcher.close())
  return fetcher
}
