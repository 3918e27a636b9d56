/** URL → bytes, from public hosts only, within limits, politely: the one door to the network for sources and pages. */

import { Agent, type Dispatcher, request as undiciRequest } from 'undici'
import { guardedConnector, isAllowedHost, RefusedAddress, type Resolve, systemResolve } from './address-guard.js'
import { createHostQueue } from './host-queue.js'
import { longestUrl } from './longest-url.js'
import { BodyTooLarge, bodyBytes, offeredEncodings } from './response-body.js'
import { parseRobots, type Robots } from './robots.js'

export interface FetchRequest {
  url: string
  etag?: string | null
  lastModified?: string | null
  /** Of the decoded body; default 10 MB. */
  maxBytes?: number
  /** The Accept header; default whatever the server likes. */
  accept?: string
  signal?: AbortSignal
  /** False: robots.txt is not asked (robots.txt itself). */
  robots?: boolean
}

/** Why nothing was read. `meaning` says it in plain words, without secrets. */
export interface FetchFailure {
  kind: 'gone' | 'refused' | 'too-large' | 'timeout' | 'http-error' | 'network' | 'aborted'
  /** The address at which it ended. */
  url: string
  status: number | null
  meaning: string
  /** Not to be asked again before, UTC. */
  retryAfter: Date | null
  /** True when asking again later may help. */
  passing: boolean
}

export interface Fetched {
  kind: 'ok'
  /** The address after redirects. */
  url: string
  status: number
  bytes: Uint8Array
  contentType: string | null
  /** Base of relative links where the server names one (Content-Location), http(s) only. */
  contentLocation: string | null
  etag: string | null
  lastModified: string | null
  /** The new address when every redirect on the way was permanent; else null. */
  movedTo: string | null
}

export interface NotModified {
  kind: 'not-modified'
  url: string
  etag: string | null
  lastModified: string | null
  movedTo: string | null
}

export type FetchOutcome = Fetched | NotModified | FetchFailure

export interface Fetcher {
  /** Never throws: what went wrong is an outcome. */
  fetch(request: FetchRequest): Promise<FetchOutcome>
  /** The robots.txt of a URL's host; null when it could not be read. */
  robots(url: string, signal?: AbortSignal): Promise<Robots | null>
  close(): Promise<void>
}

export interface FetcherOptions {
  /** Private hosts that may be fetched, without pause and up to 4 at a time. */
  allowHosts: readonly string[]
  /** Named in the User-Agent; null: the project alone. */
  contact: string | null
  version: string
  now: () => Date
  /** Between two requests to one host, ms; default 2 s. */
  pauseMs?: number
  /** For one answer with its body, ms; default 30 s. */
  timeoutMs?: number
  /** Name → addresses; default the system's. */
  resolve?: Resolve
}

export const robotName = 'Readout'
const defaultMaxBytes = 10_000_000
const maxRedirects = 5
const robotsFreshMs = 12 * 3_600_000
/** Longest pause that a robots.txt can ask for, s. */
const longestDelay = 30

type FailureFields = Omit<FetchFailure, 'retryAfter' | 'passing' | 'status'> & Partial<FetchFailure>

function failure(fields: FailureFields): FetchFailure {
  return { status: null, retryAfter: null, passing: false, ...fields }
}

export function isFailure(outcome: FetchOutcome): outcome is FetchFailure {
  return outcome.kind !== 'ok' && outcome.kind !== 'not-modified'
}

function header(headers: Record<string, string | string[] | undefined>, name: string): string | null {
  const value = headers[name]
  return (Array.isArray(value) ? value[0] : value) ?? null
}

/** A server's own word may hold letters that no header takes: sent back, they would keep every further request from leaving. */
function sendable(value: string | null | undefined): value is string {
  return value ? /^[\t\x20-\x7e]+$/.test(value) : false
}

/** Seconds or an HTTP date (RFC 9110 section 10.2.3) → instant; bounded to a week. */
export function retryAfterOf(value: string | null, now: Date): Date | null {
  if (!value) return null
  const ms = /^\d{1,9}$/.test(value.trim()) ? now.getTime() + Number(value) * 1000 : Date.parse(value)
  if (!Number.isFinite(ms) || ms <= now.getTime()) return null
  return new Date(Math.min(ms, now.getTime() + 7 * 86_400_000))
}

const statusMeanings: Record<number, string> = {
  401: 'the site asks for a password (401)',
  403: 'the site refuses robots, or this address (403)',
  404: 'there is no page at this address (404)',
  410: 'the site says that this address is gone for good (410)',
  429: 'the site asks us to come less often (429)',
  451: 'the site does not show this page here, for legal reasons (451)',
  500: 'the site has a fault of its own (500)',
  502: 'the site is not reachable behind its front door (502)',
  503: 'the site is closed for the moment (503)',
  504: 'the site did not answer its own front door in time (504)',
}

function statusFailure(status: number, url: string, retryAfter: Date | null): FetchFailure {
  const meaning = statusMeanings[status] ?? `the site answered with an error (${status})`
  if (status === 410) return failure({ kind: 'gone', url, status, meaning })
  return failure({
    kind: 'http-error',
    url,
    status,
    meaning,
    retryAfter,
    passing: status >= 500 || status === 429 || status === 408 || status === 425,
  })
}

const networkMeanings: [RegExp, string][] = [
  [/ENOTFOUND|EAI_NONAME|ENODATA/, 'there is no site of this name'],
  [/EAI_AGAIN/, 'the name of the site could not be looked up just now'],
  [/ECONNREFUSED/, 'the site does not accept connections'],
  [/ECONNRESET|EPIPE|UND_ERR_SOCKET|other side closed/i, 'the site broke off the connection'],
  [/TimeoutError|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT/, 'the site did not answer in time'],
  [/EHOSTUNREACH|ENETUNREACH/, 'there is no way to the site from here'],
  [/CERT|SSL|TLS|ERR_TLS|self.signed/i, "the site's certificate is not valid"],
  [/HPE_|UND_ERR_RES|HTTPParserError/, 'the site does not speak HTTP correctly'],
  [/Z_|zlib|ERR__ERROR|unknown encoding/i, 'the page came compressed in a way that cannot be undone'],
]

function networkFailure(error: unknown, url: string): FetchFailure {
  const chain: Error[] = []
  for (let one = error; one instanceof Error && chain.length < 5; one = one.cause) chain.push(one)
  const refused = chain.find((one) => one instanceof RefusedAddress)
  if (refused) return failure({ kind: 'refused', url, meaning: `the address leads inside a private network and is not opened (${refused.message})` })
  if (chain.some((one) => one instanceof BodyTooLarge))
    return failure({ kind: 'too-large', url, meaning: `${chain.find((one) => one instanceof BodyTooLarge)?.message}` })
  const code = chain.map((one) => `${(one as NodeJS.ErrnoException).code ?? ''} ${one.name} ${one.message}`).join(' ')
  const meaning = networkMeanings.find(([pattern]) => pattern.test(code))?.[1] ?? 'the site could not be reached'
  return failure({ kind: /did not answer in time/.test(meaning) ? 'timeout' : 'network', url, meaning, passing: true })
}

function httpUrl(text: string, base?: string): URL | null {
  if (!URL.canParse(text, base)) return null
  const url = new URL(text, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  url.hash = ''
  return url
}

function refusedUrl(text: string): FetchFailure {
  const meaning = URL.canParse(text) ? `only http and https addresses are opened, not ${new URL(text).protocol}` : 'this is not an address'
  return failure({ kind: 'refused', url: text.slice(0, 500), meaning })
}

export function createFetcher(options: FetcherOptions): Fetcher {
  const { allowHosts, now } = options
  const timeoutMs = options.timeoutMs ?? 30_000
  const agent = new Agent({
    connect: guardedConnector(allowHosts, Math.min(timeoutMs, 15_000), options.resolve ?? systemResolve),
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxHeaderSize: 32_768,
    connections: 4,
  })
  const userAgent = `${robotName}/${options.version} (+${options.contact ?? 'https://github.com/readout/readout'})`
  const queue = createHostQueue()
  const robotsOf = new Map<string, { at: number; robots: Promise<Robots | null> }>()
  const notBefore = new Map<string, Date>()

  function headersFor(wanted: FetchRequest): Record<string, string> {
    return {
      'user-agent': userAgent,
      accept: wanted.accept ?? '*/*',
      'accept-encoding': offeredEncodings,
      ...(sendable(wanted.etag) ? { 'if-none-match': wanted.etag } : {}),
      ...(sendable(wanted.lastModified) ? { 'if-modified-since': wanted.lastModified } : {}),
    }
  }

  async function robots(address: string, signal?: AbortSignal): Promise<Robots | null> {
    const url = httpUrl('/robots.txt', address)
    if (!url) return null
    const known = robotsOf.get(url.origin)
    if (known && now().getTime() - known.at < robotsFreshMs) return known.robots
    const asked = fetchOne({ url: url.href, robots: false, maxBytes: 600_000, ...(signal ? { signal } : {}) }).then((outcome) => {
      // RFC 9309 section 2.3.1: no file, or a refusal, allows everything; a server in trouble is left alone for a while.
      if (outcome.kind === 'ok') return parseRobots(new TextDecoder().decode(outcome.bytes))
      if (isFailure(outcome) && (outcome.status === null || outcome.status >= 500 || outcome.kind === 'aborted')) {
        robotsOf.delete(url.origin)
        return null
      }
      return parseRobots('')
    })
    robotsOf.set(url.origin, { at: now().getTime(), robots: asked })
    if (robotsOf.size > 2_000) robotsOf.delete(robotsOf.keys().next().value ?? '')
    return asked
  }

  async function answerOf(url: URL, wanted: FetchRequest, signal: AbortSignal): Promise<Dispatcher.ResponseData & { bytes: Uint8Array | null }> {
    const response = await undiciRequest(url, { dispatcher: agent, method: 'GET', headers: headersFor(wanted), signal })
    if (response.statusCode < 200 || response.statusCode >= 300) {
      await response.body.dump({ limit: 65_536 }).catch(() => undefined)
      return { ...response, bytes: null }
    }
    const encoding = header(response.headers, 'content-encoding')
    return { ...response, bytes: await bodyBytes(response.body, encoding, wanted.maxBytes ?? defaultMaxBytes) }
  }

  /** One request, without redirects, in its host's turn. The clock runs from its turn on: waiting in line is not the site's fault. */
  async function hop(url: URL, wanted: FetchRequest, pauseMs: number): ReturnType<typeof answerOf> {
    const pace = isAllowedHost(url, allowHosts) ? { atOnce: 4, pauseMs: 0 } : { atOnce: 1, pauseMs }
    const timed = async () => {
      const control = new AbortController()
      const stop = () => control.abort(wanted.signal?.reason)
      wanted.signal?.addEventListener('abort', stop, { once: true })
      const timer = setTimeout(() => control.abort(new DOMException('the site did not answer in time', 'TimeoutError')), timeoutMs)
      try {
        return await answerOf(url, wanted, control.signal)
      } finally {
        clearTimeout(timer)
        wanted.signal?.removeEventListener('abort', stop)
      }
    }
    return queue.run(url.host, pace, timed, wanted.signal)
  }

  async function mayFetch(url: URL, wanted: FetchRequest): Promise<FetchFailure | { pauseMs: number }> {
    const pauseMs = options.pauseMs ?? 2_000
    const waitUntil = notBefore.get(url.host)
    if (waitUntil && waitUntil > now())
      return failure({ kind: 'http-error', url: url.href, status: 429, meaning: statusMeanings[429] ?? '', retryAfter: waitUntil, passing: true })
    if (wanted.robots === false) return { pauseMs }
    const rules = await robots(url.href, wanted.signal)
    if (!rules) return { pauseMs }
    if (!rules.allows(url.href, robotName.toLowerCase()))
      return failure({ kind: 'refused', url: url.href, meaning: "the site's robots.txt asks robots not to read this address" })
    return { pauseMs: Math.max(pauseMs, Math.min(rules.crawlDelay(robotName.toLowerCase()) ?? 0, longestDelay) * 1000) }
  }

  async function follow(start: URL, wanted: FetchRequest): Promise<FetchOutcome> {
    let url = start
    let movedTo: string | null = null
    let permanent = true
    for (let redirects = 0; ; redirects++) {
      const may = await mayFetch(url, wanted)
      if ('kind' in may) return may
      const response = await hop(url, wanted, may.pauseMs)
      const { statusCode, headers } = response
      const location = header(headers, 'location')
      if ([301, 302, 303, 307, 308].includes(statusCode) && location) {
        const next = httpUrl(location, url.href)
        if (!next) return refusedUrl(location)
        if (next.href.length > longestUrl)
          return failure({ kind: 'http-error', url: url.href, status: statusCode, meaning: 'the site redirects to an address that is too long' })
        if (redirects >= maxRedirects)
          return failure({ kind: 'http-error', url: url.href, status: statusCode, meaning: `the site redirects more than ${maxRedirects} times` })
        permanent &&= statusCode === 301 || statusCode === 308
        movedTo = permanent ? next.href : null
        url = next
        continue
      }
      const etag = header(headers, 'etag')
      const lastModified = header(headers, 'last-modified')
      if (statusCode === 304) return { kind: 'not-modified', url: url.href, etag, lastModified, movedTo }
      if (response.bytes === null) {
        const retryAfter = retryAfterOf(header(headers, 'retry-after'), now())
        if (retryAfter && (statusCode === 429 || statusCode === 503)) {
          notBefore.set(url.host, retryAfter)
          for (const [host, until] of notBefore) if (until <= now()) notBefore.delete(host)
        }
        return statusFailure(statusCode, url.href, retryAfter)
      }
      const contentLocation = httpUrl(header(headers, 'content-location') ?? '', url.href)?.href ?? null
      const contentType = header(headers, 'content-type')
      return { kind: 'ok', url: url.href, status: statusCode, bytes: response.bytes, contentType, contentLocation, etag, lastModified, movedTo }
    }
  }

  async function fetchOne(wanted: FetchRequest): Promise<FetchOutcome> {
    const url = httpUrl(wanted.url)
    if (!url) return refusedUrl(wanted.url)
    try {
      return await follow(url, wanted)
    } catch (error) {
      if (wanted.signal?.aborted) return failure({ kind: 'aborted', url: url.href, meaning: 'stopped before it was read', passing: true })
      return networkFailure(error, url.href)
    }
  }

  return { fetch: fetchOne, robots, close: () => agent.destroy() }
}
