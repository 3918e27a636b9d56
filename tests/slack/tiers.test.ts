/** Calls keep to Slack's tiers, and a call that was refused for its rate is made again when Slack said. */
import { expect, it } from 'vitest'
import { tieredFetch, tiers } from '../../adapters/slack/tiers.js'

interface Trial {
  call(method: string, token?: string): Promise<number>
  /** When each call arrived, in ms of the trial's own clock. */
  arrived: number[]
  at(ms: number): void
}

function trial(answers: { status: number; retryAfter?: number }[] = []): Trial {
  let now = 0
  const arrived: number[] = []
  const patient = tieredFetch(
    async () => {
      arrived.push(now)
      const { status, retryAfter } = answers.shift() ?? { status: 200 }
      return new Response('{}', { status, headers: retryAfter ? { 'retry-after': String(retryAfter) } : {} })
    },
    {
      clock: () => now,
      async pause(ms) {
        now += ms
      },
    },
  )
  return {
    arrived,
    at(ms) {
      now = ms
    },
    call: async (method, token = 'xoxb-1') =>
      (await patient(`https://slack.com/api/${method}`, { method: 'POST', headers: { Authorization: `Bearer ${token}` } })).status,
  }
}

it('a method is called as often as its tier allows, then when a minute is over', async () => {
  const { call, arrived, at } = trial()
  for (let count = 0; count < 50; count++) await call('conversations.info')
  expect(arrived).toEqual(Array(50).fill(0))
  at(45_000)
  await call('conversations.info')
  expect(arrived.at(-1)).toBe(61_000)
})

it('what may be said twice is said again where Slack did not answer; a message is not', async () => {
  const { call, arrived } = trial([{ status: 503 }, { status: 200 }, { status: 503 }])
  expect(await call('views.update')).toBe(200)
  expect(await call('chat.postMessage')).toBe(503)
  expect(arrived.length).toBe(3)
})

it('each workspace and each method has a tier of its own', async () => {
  const { call, arrived } = trial()
  for (let count = 0; count < 50; count++) await call('conversations.info')
  await call('conversations.info', 'xoxb-2')
  await call('users.info')
  expect(new Set(arrived)).toEqual(new Set([0]))
})

it('what is refused for its rate waits as long as Slack says, and so do others', async () => {
  const { call, arrived } = trial([{ status: 429, retryAfter: 7 }])
  expect(await call('conversations.info')).toBe(200)
  expect(arrived).toEqual([0, 7_000])
})

it('a modal is not opened long after its trigger, and a message is left to those who may repeat it', async () => {
  const modal = trial([{ status: 429, retryAfter: 5 }])
  expect(await modal.call('views.open')).toBe(429)
  const message = trial([{ status: 429, retryAfter: 1 }])
  expect(await message.call('chat.postMessage')).toBe(429)
  expect(tiers['chat.postMessage']).toBeUndefined()
})

it('what must wait longer than it is worth is not called at all', async () => {
  const { call, arrived, at } = trial([{ status: 429, retryAfter: 600 }])
  expect(await call('users.info')).toBe(429)
  expect(await call('users.info')).toBe(429)
  expect(arrived).toEqual([0])
  at(600_000)
  expect(await call('users.info')).toBe(200)
})

it('a full minute makes App Home late, and an answer go on without hints', async () => {
  const home = trial()
  for (let count = 0; count < 101; count++) await home.call('views.publish')
  expect(home.arrived.at(-1)).toBe(61_000)
  const hints = trial()
  for (let count = 0; count < 100; count++) await hints.call('users.info')
  expect([await hints.call('users.info'), hints.arrived.length]).toEqual([429, 100])
})
