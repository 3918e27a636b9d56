/** One call to the model: bounded in time and size, pausing after failures, never telling the key. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createModelClient, ModelError, type ModelOptions } from '../../src/model/client.js'
import { type FakeModel, startFakeModel } from './fake-model.js'

const key = 'sk-very-secret-key'
const prompt = { task: 'Say it.', data: '{"headline":"x","from":"ru","to":"en"}' }
const minuteMs = 60_000

let server: FakeModel
let clock = new Date('2026-05-01T10:00:00Z')
const later = (ms: number): void => {
  clock = new Date(clock.getTime() + ms)
}
const client = (options: Partial<ModelOptions> = {}) =>
  createModelClient({ baseUrl: server.url, apiKey: key, model: 'small', fetch, now: () => clock, timeoutMs: 1_000, ...options })

/** What a call that must fail throws. */
async function failure(call: Promise<string>): Promise<ModelError> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ModelError)) throw new Error(`expected a ModelError, got ${String(error)}`)
  return error
}

beforeAll(async () => {
  server = await startFakeModel()
})
afterAll(async () => server.close())
beforeEach(() => {
  server.asked.length = 0
})

describe('a call to the language model', () => {
  it('goes to /chat/completions with model, key and no chance', async () => {
    server.behave(() => 'said')
    const model = client({ baseUrl: `${server.url}/?api-version=1` })
    expect(await model.complete(prompt)).toBe('said')
    expect(server.asked).toMatchObject([
      { path: '/v1/chat/completions?api-version=1', authorization: `Bearer ${key}`, model: 'small', temperature: 0, task: 'Say it.', headline: 'x' },
    ])
    expect(model.pauseMs()).toBe(0)
    expect(model.counts()).toEqual({ answered: 1, failed: 0 })
    await client({ apiKey: null }).complete(prompt)
    expect(server.asked[1]?.authorization).toBeUndefined()
  })

  it.each([
    [401, 'key'],
    [404, 'not-found'],
    [500, 'reply'],
    [302, 'reply'],
  ] as const)('that meets HTTP %i fails, names the place and pauses', async (status, fault) => {
    server.behave((_asked, response) => {
      response.writeHead(status, { location: `${server.url}/elsewhere` }).end(`{"error":{"message":"Incorrect API key: ${key}"}}`)
      return undefined
    })
    const model = client()
    const error = await failure(model.complete(prompt))
    expect(error.fault).toBe(fault)
    expect(error.message).toContain(`${server.url}/chat/completions: HTTP ${status}`)
    expect(JSON.stringify([error.message, String(error.cause)])).not.toContain(key)
    // A redirect is not followed.
    expect(server.asked).toHaveLength(1)
    expect(model.pauseMs()).toBe(30_000)
    expect(model.counts()).toEqual({ answered: 0, failed: 1 })
  })

  it('pauses longer with every failure in a row, a quarter of an hour at most, and no more after a reply', async () => {
    server.behave((_asked, response) => {
      response.writeHead(503).end()
      return undefined
    })
    const model = client()
    const pauses: number[] = []
    for (let failed = 0; failed < 7; failed++) {
      await failure(model.complete(prompt))
      pauses.push(model.pauseMs() / 1_000)
      later(model.pauseMs())
    }
    expect(pauses).toEqual([30, 60, 120, 240, 480, 900, 900])
    server.behave(() => 'back')
    await model.complete(prompt)
    expect(model.pauseMs()).toBe(0)
  })

  it.each([
    ['120', 120_000],
    [new Date(Date.parse('2026-05-01T11:00:00Z')).toUTCString(), null],
    ['999999', 60 * minuteMs],
    ['soon', 30_000],
  ])('waits as long as Retry-After: %s asks', async (header, expected) => {
    server.behave((_asked, response) => {
      response.writeHead(429, { 'retry-after': header }).end()
      return undefined
    })
    clock = new Date('2026-05-01T10:30:00Z')
    const model = client()
    expect((await failure(model.complete(prompt))).fault).toBe('busy')
    expect(model.pauseMs()).toBe(expected ?? 30 * minuteMs)
  })

  it('takes no reply that is not in the protocol, and repeats nothing of it', async () => {
    for (const body of ['', 'not json', '{"choices":[]}', `{"error":"${key}"}`]) {
      server.behave((_asked, response) => {
        response.end(body)
        return undefined
      })
      const error = await failure(client().complete(prompt))
      expect(error.fault).toBe('reply')
      expect(error.message).not.toContain(key)
    }
  })

  it('stops reading a reply of 10 MB, and waits for none that never ends', async () => {
    server.behave((_asked, response) => {
      response.end('x'.repeat(10_000_000))
      return undefined
    })
    expect((await failure(client({ timeoutMs: 10_000 }).complete(prompt))).message).toContain('longer than')
    server.behave((_asked, response) => {
      response.write('{"choices"')
      return undefined
    })
    expect((await failure(client({ timeoutMs: 200 }).complete(prompt))).message).toContain('no whole reply within 200 ms')
  })

  it('says that nothing answers, and does not name what stands in the address beside the place', async () => {
    const error = await failure(client({ baseUrl: `http://127.0.0.1:1/v1?key=${key}` }).complete(prompt))
    expect(error).toMatchObject({ fault: 'unreachable', message: expect.stringContaining('http://127.0.0.1:1/v1/chat/completions') })
    expect(error.message).not.toContain(key)
  })

  it('keeps to so many calls a minute', async () => {
    server.behave(() => 'said')
    const model = client({ callsAMinute: 2 })
    await model.complete(prompt)
    later(10_000)
    await model.complete(prompt)
    expect(model.pauseMs()).toBe(50_000)
    later(50_000)
    expect(model.pauseMs()).toBe(0)
  })

  it('that is stopped from outside counts as no failure', async () => {
    const stop = new AbortController()
    server.behave(() => {
      stop.abort(new Error('the service ends'))
      return undefined
    })
    const model = client({ timeoutMs: 10_000 })
    await expect(model.complete(prompt, stop.signal)).rejects.toThrow('the service ends')
    expect(model.counts()).toEqual({ answered: 0, failed: 0 })
    expect(model.pauseMs()).toBe(0)
  })
})
