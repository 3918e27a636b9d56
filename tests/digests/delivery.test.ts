import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Sender } from '../../digests/sender.js'
import type { Receipt } from '../../src/platform.js'
import type { Store } from '../../src/store/open.js'
import { openTestStore } from '../store/test-store.js'
import { createFakePlatform } from './fake-platform.js'
import { plannerOf, senderOf as senderAt } from './parts.js'
import { states, subscribe, until } from './world.js'

let store: Store
beforeAll(async () => {
  store = await openTestStore()
})
beforeEach(async () => {
  for (const table of ['delivery', 'edition', 'subscription', 'chat', 'person', 'lease', 'setting', 'audit'] as const)
    await store.db.deleteFrom(table).execute()
})

const evening = new Date('2024-08-18T20:00:00Z')
const morning = new Date('2024-08-19T08:30:02Z')

/** The clock of senders: it goes on from here. */
let from = morning
const clockBegan = performance.now()
const senderOf: typeof senderAt = (of, platform, options) =>
  senderAt(of, platform, { now: () => new Date(from.getTime() + performance.now() - clockBegan), ...options })
beforeEach(() => {
  from = morning
})

async function running(sender: Sender, work: () => Promise<void>): Promise<void> {
  sender.start()
  try {
    await work()
  } finally {
    await sender.stop(3_000)
  }
}

describe('an edition that is due', () => {
  it('reaches its reader once, and the next one is planned', async () => {
    const platform = createFakePlatform()
    const subscription = await subscribe(store, '1', evening)
    const planner = plannerOf(store, platform)
    expect(await planner.planDue(new Date('2024-08-19T08:29:59Z'))).toBe(0)
    expect(await planner.planDue(morning)).toBe(1)
    expect(await planner.planDue(morning)).toBe(0)
    await running(senderOf(store, platform), () => until('it is sent', async () => (await states(store)).sent === 1))
    expect(platform.arrived.map(({ chat, text }) => [chat, text.split('\n')[0]])).toEqual([
      ['1', 'Digest, 19 August 2024. I have not read anything yet.'],
    ])
    const [after] = await store.subscriptions.ofChat(subscription.chatId)
    expect([after?.nextAt, after?.lastSlot]).toEqual([new Date('2024-08-20T08:30:00Z'), new Date('2024-08-19T08:30:00Z')])
  })
  it('is planned once by several processes', async () => {
    const platform = createFakePlatform()
    for (let chat = 1; chat <= 20; chat++) await subscribe(store, String(chat), evening)
    const made = await Promise.all(['a', 'b', 'c'].map((owner) => plannerOf(store, platform, { owner }).planDue(morning)))
    expect(made.reduce((sum, one) => sum + one, 0)).toBe(20)
    expect(await states(store)).toEqual({ planned: 20 })
  })
  it('comes late and says so after an outage, one for the newest slot that was missed', async () => {
    const platform = createFakePlatform()
    await subscribe(store, '1', new Date('2024-08-10T20:00:00Z'))
    expect(await plannerOf(store, platform).planDue(new Date('2024-08-19T11:00:00Z'))).toBe(1)
    const editions = await store.db.selectFrom('edition').select(['slot', 'state', 'reason']).execute()
    expect(editions).toEqual([{ slot: new Date('2024-08-19T08:30:00Z'), state: 'planned', reason: 'was-down' }])
    const delivery = await store.db.selectFrom('delivery').select('message').executeTakeFirstOrThrow()
    expect(JSON.stringify(delivery.message)).toContain('Late: I was not running')
  })
  it('does not come when it was missed more than 12 hours ago, or the next is due within an hour', async () => {
    const platform = createFakePlatform()
    await subscribe(store, '1', evening)
    await subscribe(store, '2', evening, { times: ['08:30', '12:00'] })
    await plannerOf(store, platform).planDue(new Date('2024-08-19T11:10:00Z'))
    const [first, second] = await store.db.selectFrom('edition').select(['state', 'reason']).orderBy('subscription_id').execute()
    expect([first?.state, second]).toEqual(['planned', { state: 'missed', reason: 'the next is due within an hour' }])
    await store.db.deleteFrom('edition').execute()
    await plannerOf(store, platform).planDue(new Date('2024-08-20T21:00:00Z'))
    expect((await store.db.selectFrom('edition').select(['state', 'reason']).orderBy('subscription_id').execute()).map((row) => row.state)).toEqual([
      'missed',
      'planned',
    ])
  })
  it('waits for the end of quiet hours when it is late', async () => {
    const platform = createFakePlatform()
    await subscribe(store, '1', new Date('2024-08-19T08:00:00Z'), { times: ['20:00'], choice: { quiet: { from: '22:00', to: '07:00' } } })
    await plannerOf(store, platform).planDue(new Date('2024-08-19T23:00:00Z'))
    const { not_before, silent, message } = await store.db
      .selectFrom('delivery')
      .select(['not_before', 'silent', 'message'])
      .executeTakeFirstOrThrow()
    expect([not_before, silent]).toEqual([new Date('2024-08-20T07:00:00Z'), false])
    expect(JSON.stringify(message)).toContain('now it is 07:00')
  })
  it('is one for two subscriptions of a chat within five minutes', async () => {
    const platform = createFakePlatform()
    await subscribe(store, '1', evening, { choice: { concepts: ['border'] } })
    await subscribe(store, '1', evening, { times: ['08:33'], choice: { concepts: ['energy'] } })
    await plannerOf(store, platform).planDue(morning)
    await plannerOf(store, platform).planDue(new Date('2024-08-19T08:33:05Z'))
    const editions = await store.db.selectFrom('edition').select('state').orderBy('slot').execute()
    expect([editions.map((row) => row.state), await states(store)]).toEqual([['planned', 'merged'], { planned: 1 }])
  })
  it('is left out on a quiet day where that was wished', async () => {
    const platform = createFakePlatform()
    await subscribe(store, '1', evening, { choice: { skipQuietDays: true } })
    await plannerOf(store, platform).planDue(morning)
    expect(await states(store)).toEqual({})
    expect(await store.db.selectFrom('edition').select('state').execute()).toEqual([{ state: 'quiet' }])
  })
})

describe('what was sent long ago', () => {
  it('is forgotten, what is open or new is not', async () => {
    const platform = createFakePlatform()
    await subscribe(store, '1', evening)
    await plannerOf(store, platform).planDue(morning)
    await running(senderOf(store, platform), () => until('it is sent', async () => (await states(store)).sent === 1))
    await plannerOf(store, platform).planDue(new Date('2024-08-20T08:30:01Z'))
    await store.db.updateTable('delivery').set({ closed_at: morning }).where('state', '=', 'sent').execute()
    expect(await store.editions.prune(new Date('2024-08-20T00:00:00Z'))).toBe(2)
    expect([await states(store), (await store.db.selectFrom('edition').select('slot').execute()).length]).toEqual([{ planned: 1 }, 1])
  })
})

describe('what the platform answers', () => {
  const planOne = async (platform = createFakePlatform()) => {
    await subscribe(store, '1', evening)
    await plannerOf(store, platform).planDue(morning)
    return platform
  }
  it('is unknown when the reply is lost: never sent again, and told in the next message with a button', async () => {
    let lose = true
    const platform = await planOne(createFakePlatform(() => (lose ? { outcome: 'unknown', reason: 'connection reset' } : null)))
    await running(senderOf(store, platform), () => until('it is unknown', async () => (await states(store)).unknown === 1))
    lose = false
    from = new Date('2024-08-20T08:30:01Z')
    await plannerOf(store, platform).planDue(from)
    await running(senderOf(store, platform), () => until('the next is sent', async () => (await states(store)).sent === 1))
    expect(platform.arrived).toHaveLength(2)
    expect(platform.arrived[1]?.text).toContain('The 8:30 digest may be missing')
    const edition = await store.db.selectFrom('edition').select('id').orderBy('slot').limit(1).executeTakeFirstOrThrow()
    const told = await store.db.selectFrom('delivery').select('message').where('state', '=', 'sent').executeTakeFirstOrThrow()
    expect(told.message).toMatchObject({ buttons: [[{ command: 'digest', argument: `edition ${edition.id}` }]] })
    await plannerOf(store, platform).planDue(new Date('2024-08-21T08:30:01Z'))
    expect(JSON.stringify(await store.db.selectFrom('delivery').select('message').where('state', '=', 'planned').execute())).not.toContain(
      'may be missing',
    )
  })
  it('is tried again when it was refused for now, not before it says', async () => {
    const answers: Receipt[] = [{ outcome: 'refused', reason: 'Too Many Requests', permanent: false, retryAfterMs: 1_000 }]
    const times: number[] = []
    const platform = await planOne(
      createFakePlatform(() => {
        times.push(performance.now())
        return answers.shift() ?? null
      }),
    )
    const began = Date.now()
    const now = () => new Date(morning.getTime() + Date.now() - began)
    await running(senderOf(store, platform, { now }), () => until('it is sent', async () => (await states(store)).sent === 1))
    const [first = 0, second = 0] = times
    expect(second - first).toBeGreaterThanOrEqual(1_000)
    expect(second - first).toBeLessThan(2_000)
  })
  it('ends the subscriptions of a chat that is gone, with an audit entry', async () => {
    const platform = await planOne(
      createFakePlatform(() => ({ outcome: 'refused', reason: 'Forbidden: bot was blocked by the user', permanent: true, gone: true })),
    )
    await running(senderOf(store, platform), () => until('it is refused', async () => (await states(store)).refused === 1))
    const { ended_at, next_at } = await store.db.selectFrom('subscription').select(['ended_at', 'next_at']).executeTakeFirstOrThrow()
    expect([ended_at instanceof Date, next_at]).toEqual([true, null])
    expect((await store.audit.list(5)).map((entry) => entry.action)).toEqual(['chat-ended'])
  })
  it('moves a group that became a supergroup, and the edition with it', async () => {
    const to = { platform: 'telegram', workspace: '', chat: '-100', thread: '' }
    const platform = await planOne(
      createFakePlatform((address) => (address.chat === '1' ? { outcome: 'refused', reason: 'upgraded', permanent: true, movedTo: to } : null)),
    )
    await running(senderOf(store, platform), () => until('it is sent', async () => (await states(store)).sent === 1))
    expect(platform.arrived.map((one) => one.chat)).toEqual(['-100'])
    expect((await store.audit.list(5)).map((entry) => entry.action)).toEqual(['chat-moved'])
  })
})

describe('the sender', () => {
  it('keeps the order of a chat and its pace', async () => {
    const platform = createFakePlatform(() => null, { perChatPerSecond: 5 })
    const chat = await store.chats.chat({ platform: 'telegram', workspace: '', chat: '7', thread: '' }, 'private', evening)
    await store.db
      .insertInto('delivery')
      .values(
        [0, 1, 2, 3].map((n) => ({
          idempotency_key: `k${n}`,
          platform: 'telegram',
          sender: 'telegram:1',
          chat_id: chat.id,
          kind: 'alert',
          part: n,
          message: JSON.stringify({
            blocks: [{ type: 'paragraph', spans: [{ text: `n${n}` }] }],
            buttons: [],
            lang: 'en',
            ...(n === 0 ? { stories: [5, 6] } : {}),
          }),
          not_before: morning,
          made_at: new Date(),
        })),
      )
      .execute()
    await running(senderOf(store, platform), () => until('all are sent', async () => (await states(store)).sent === 4))
    expect(platform.arrived.map((one) => one.text)).toEqual(['n0', 'n1', 'n2', 'n3'])
    expect(await store.chats.lastList(chat.id)).toEqual([5, 6])
    for (let n = 1; n < 4; n++) expect((platform.arrived[n]?.at ?? 0) - (platform.arrived[n - 1]?.at ?? 0)).toBeGreaterThanOrEqual(199)
  })
  it('is one at a time, and its successor calls unknown what it left open', async () => {
    const stuck = createFakePlatform(() => new Promise<null>(() => {}))
    await subscribe(store, '1', evening)
    await plannerOf(store, stuck).planDue(morning)
    const dead = senderOf(store, stuck, { owner: 'dead', leaseMs: 400 })
    dead.start()
    await until('it is begun', async () => (await states(store)).sending === 1)
    // As after kill -9: nothing is closed, the lease runs out.
    await dead.stop(0)
    const platform = createFakePlatform()
    const next = senderOf(store, platform, { owner: 'next', leaseMs: 400 })
    await running(next, () => until('it is unknown', async () => (await states(store)).unknown === 1))
    expect(platform.arrived).toEqual([])
    expect(next.counts().unknown).toBe(1)
  })
  it('lets answers through between digests, all at the pace of the bot', async () => {
    const platform = createFakePlatform(() => null, { perSecond: 20 })
    for (let chat = 1; chat <= 30; chat++) await subscribe(store, String(chat), evening)
    await plannerOf(store, platform).planDue(morning)
    const answered: number[] = []
    const sender = senderOf(store, platform)
    await running(sender, async () => {
      await until('digests are on their way', () => platform.arrived.length > 2)
      const asked = performance.now()
      await Promise.all([1, 2, 3, 4].map(() => sender.turn().then(() => answered.push(performance.now()))))
      // Four slots of 51 ms behind the one that was taken; a busy machine is slow to wake.
      expect((answered.at(-1) ?? 0) - asked).toBeLessThan(600)
      expect(platform.arrived.length).toBeLessThan(25)
      await until('all are sent', async () => (await states(store)).sent === 30)
    })
    const went = [...answered, ...platform.arrived.map(({ at }) => at)].sort((a, b) => a - b)
    for (let n = 20; n < went.length; n++) expect((went[n] ?? 0) - (went[n - 20] ?? 0)).toBeGreaterThan(950)
  })
  it('and the answers of other processes keep the limit of the bot together', async () => {
    const platform = createFakePlatform(() => null, { perSecond: 27, others: { beside: 2, alone: 10 } })
    for (let chat = 1; chat <= 70; chat++) await subscribe(store, String(chat), evening)
    const answered: number[] = []
    const [here, there, elsewhere] = ['here', 'there', 'elsewhere'].map((owner) => senderOf(store, platform, { owner, isShared: true }))
    const ask = (sender: Sender | undefined) => sender?.turn().then(() => answered.push(performance.now()))
    await running(here as Sender, async () => {
      await until('it holds', () => here?.holds() === true)
      // Three processes answer while no digests go out, then the digests are due.
      const before = [...Array.from({ length: 14 }, () => ask(here)), ...Array.from({ length: 10 }, (_, n) => ask(n % 2 ? there : elsewhere))]
      await new Promise((done) => setTimeout(done, 500))
      await plannerOf(store, platform).planDue(morning)
      here?.poke()
      await until('digests go out', () => platform.arrived.length > 5)
      const during = Array.from({ length: 4 }, (_, n) => ask(n % 2 ? there : elsewhere))
      await until('all are sent', async () => (await states(store)).sent === 70, 15_000)
      await Promise.all([...before, ...during])
    })
    const went = [...answered, ...platform.arrived.map(({ at }) => at)].sort((a, b) => a - b)
    expect(went).toHaveLength(98)
    const most = Math.max(...went.map((at) => went.filter((other) => other >= at && other < at + 1_000).length))
    expect(most).toBeLessThanOrEqual(30)
    // Nobody waits for the others' sake alone: 98 calls at 27 a second take not four seconds.
    expect((went.at(-1) ?? 0) - (went[0] ?? 0)).toBeLessThan(20_000)
  })
  it('stops within its time and loses nothing', async () => {
    const platform = createFakePlatform(() => new Promise((done) => setTimeout(() => done(null), 200)))
    for (let chat = 1; chat <= 30; chat++) await subscribe(store, String(chat), evening)
    await plannerOf(store, platform).planDue(morning)
    const sender = senderOf(store, platform)
    sender.start()
    await until('some are on their way', () => sender.counts().running > 3)
    await sender.stop(5_000)
    const { sent = 0, planned = 0, ...others } = await states(store)
    expect([sent + planned, others, platform.arrived.length]).toEqual([30, {}, sent])
  })
  it('sends nothing while the platform refuses the bot; what is due waits, and goes when it is taken again', async () => {
    let revoked = true
    let calls = 0
    const platform = createFakePlatform(() => {
      calls++
      return revoked ? { outcome: 'refused', reason: '401 Unauthorized', permanent: false, botRefused: 'copy the token anew' } : null
    })
    platform.check = async () => (revoked ? 'copy the token anew' : null)
    for (let chat = 1; chat <= 30; chat++) await subscribe(store, String(chat), evening)
    await plannerOf(store, platform).planDue(morning)
    await running(senderOf(store, platform, { leaseMs: 400, askAgainMs: [50] }), async () => {
      await until('it is stopped', async () => (await store.outboxView.stopped()).length === 1)
      expect(await store.outboxView.stopped()).toMatchObject([{ sender: 'telegram:1', reason: 'copy the token anew' }])
      await new Promise((done) => setTimeout(done, 500))
      const before = calls
      await new Promise((done) => setTimeout(done, 500))
      expect([calls, await states(store)]).toEqual([before, { planned: 30 }])
      expect(await store.leases.holder('sender:telegram:1', new Date())).toBeNull()
      revoked = false
      await until('all are sent', async () => (await states(store)).sent === 30)
    })
    expect(platform.arrived).toHaveLength(30)
    expect(await store.outboxView.stopped()).toEqual([])
    expect((await store.db.selectFrom('subscription').select('ended_at').where('ended_at', 'is not', null).execute()).length).toBe(0)
  })
  it('leaves the bot to a process whose token is taken', async () => {
    const bad = createFakePlatform(() => ({ outcome: 'refused', reason: '401', permanent: false, botRefused: 'copy the token anew' }))
    bad.check = async () => 'copy the token anew'
    const good = createFakePlatform()
    await subscribe(store, '1', evening)
    await plannerOf(store, bad).planDue(morning)
    await running(senderOf(store, bad, { owner: 'bad', leaseMs: 400 }), async () => {
      await until('it is stopped', async () => (await store.outboxView.stopped()).length === 1)
      await running(senderOf(store, good, { owner: 'good', leaseMs: 400 }), () => until('it is sent', async () => (await states(store)).sent === 1))
    })
    expect(good.arrived).toHaveLength(1)
  })
  it('ends what is too late to be sent, and the next edition begins where the ended one began', async () => {
    const platform = createFakePlatform()
    const subscription = await subscribe(store, '1', evening)
    await plannerOf(store, platform).planDue(morning)
    const soon = new Date('2024-08-19T20:00:00Z')
    expect(await store.outbox.endLate('telegram:1', soon)).toBe(0)
    await running(senderOf(store, platform, { now: () => new Date('2024-08-19T20:31:00Z') }), () =>
      until('it is ended', async () => (await states(store)).refused === 1),
    )
    expect(platform.arrived).toEqual([])
    const { reason } = await store.db.selectFrom('delivery').select('reason').executeTakeFirstOrThrow()
    const [after] = await store.subscriptions.ofChat(subscription.chatId)
    expect([reason, after?.lastSlot]).toEqual(['too late to be sent', new Date('2024-08-18T08:30:00Z')])
  })
  it('lets what comes late wait for the end of quiet hours', async () => {
    const platform = createFakePlatform()
    const quiet = { from: '22:00', to: '07:00' }
    await subscribe(store, '1', new Date('2024-08-19T08:00:00Z'), { times: ['21:30'], choice: { quiet } })
    await plannerOf(store, platform).planDue(new Date('2024-08-19T21:30:02Z'))
    let clock = new Date('2024-08-19T22:10:00Z')
    await running(senderOf(store, platform, { now: () => clock }), async () => {
      const at = async () => (await store.db.selectFrom('delivery').select('not_before').executeTakeFirstOrThrow()).not_before
      await until('it waits', async () => (await at()).getTime() === Date.parse('2024-08-20T07:00:00Z'))
      expect(platform.arrived).toEqual([])
      clock = new Date('2024-08-20T07:00:01Z')
      await until('it is sent', async () => (await states(store)).sent === 1)
    })
  })
  it('of a bot that is refused, or paused, is planned nothing: one edition makes up for what was missed', async () => {
    const platform = createFakePlatform()
    await subscribe(store, '1', new Date('2024-08-15T20:00:00Z'))
    let silenced: ReadonlySet<string> | null = null
    const planner = plannerOf(store, platform, { silenced: async () => silenced, startedAt: new Date('2024-08-01T00:00:00Z') })
    expect(await planner.planDue(morning)).toBe(0)
    silenced = new Set(['telegram:1'])
    expect(await planner.planDue(morning)).toBe(0)
    silenced = new Set(['slack'])
    expect(await planner.planDue(new Date('2024-08-19T11:00:00Z'))).toBe(1)
    const { message } = await store.db.selectFrom('delivery').select('message').executeTakeFirstOrThrow()
    expect(JSON.stringify(message)).toContain('Late: it could not be made on time; now it is 11:00')
  })
  it('sends nothing while an admin has paused it', async () => {
    await store.settings.set('sending-paused', true, evening)
    const platform = createFakePlatform()
    await subscribe(store, '1', evening)
    await plannerOf(store, platform).planDue(morning)
    await running(senderOf(store, platform), () => new Promise((done) => setTimeout(done, 300)))
    expect(await states(store)).toEqual({ planned: 1 })
  })
})
