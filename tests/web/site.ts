/** The bundled sample, read as an operator would have it read → Readout's pages on a free port of 127.0.0.1. */
import { request } from 'node:http'
import { startHealth } from '../../adapters/web/health.js'
import { createWeb, type WebOptions } from '../../adapters/web/web.js'
import { sampleNow } from '../../sample/newsroom.js'
import type { Readout } from '../../src/main.js'
import { openSampleReadout, sampleHandle } from '../sample-readout.js'
import { silentLog } from '../store/test-store.js'

export interface Answered {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

export interface Site {
  readout: Readout
  root: string
  /** Serves further pages over the same store. */
  open(more?: Partial<WebOptions>): Promise<Site>
  get(path: string, headers?: Record<string, string>): Promise<Answered>
  post(path: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Answered>
  close(): Promise<void>
}

function ask(port: number, path: string, given: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Answered> {
  return new Promise((settle, fail) => {
    const sent = request({ host: '127.0.0.1', port, path, method: given.method ?? 'GET', headers: given.headers ?? {} }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => settle({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts).toString('utf8') }))
    })
    sent.on('error', fail)
    sent.end(given.body)
  })
}

/** The sample's afternoon, going on as time does. */
function sampleClock(): () => Date {
  const began = performance.now()
  return () => new Date(sampleNow.getTime() + performance.now() - began)
}

async function serve(readout: Readout, more: Partial<WebOptions> = {}, close = async (): Promise<void> => {}): Promise<Site> {
  const { pages } = createWeb({
    ports: readout.commandPorts,
    personalPages: readout.personalPages,
    handle: sampleHandle(readout),
    publicUrl: null,
    zone: 'Asia/Tbilisi',
    access: 'open',
    password: null,
    secretKeys: [],
    lastGoodPoll: async () => null,
    languageModelCounts: null,
    now: sampleClock(),
    log: silentLog,
    ...more,
  })
  const server = await startHealth({ host: '127.0.0.1', port: 0, publicUrl: more.publicUrl ?? null, checks: {}, pages })
  return {
    readout,
    root: `http://127.0.0.1:${server.port}`,
    open: (given) => serve(readout, { ...more, ...given }),
    get: (path, headers) => ask(server.port, path, { ...(headers ? { headers } : {}) }),
    post: (path, form, headers) =>
      ask(server.port, path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(form).toString(),
      }),
    async close() {
      await server.close()
      await close()
    },
  }
}

/** `read`: the whole sample is read, which takes some seconds; else its sources are only listed. */
export async function openSampleSite(more: Partial<WebOptions> = {}, { read = true } = {}): Promise<Site> {
  const { readout, close } = await openSampleReadout({ read })
  return serve(readout, more, close)
}
