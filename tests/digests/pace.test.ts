import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backOff, closingOf } from '../../digests/outcome.js'
import { createPacer } from '../../digests/pace.js'

const telegram = { perSecond: 30, perChatPerSecond: 1, perGroupPerMinute: 20 }

describe('the pace of a sender', () => {
  it('never lets more than 30 calls into any second, however late single calls are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 60, maxLength: 120 }), (delays) => {
        const pacer = createPacer(telegram)
        const went: number[] = []
        let now = 1_000
        for (const delay of delays) {
          // A timer that fires late, or the machine that stands still.
          now = Math.max(now, pacer.takeSlot(now)) + (delay > 380 ? delay : delay % 3)
          pacer.wrote(went.length, false, now)
          went.push(now)
        }
        for (let n = 30; n < went.length; n++) expect((went[n] ?? 0) - (went[n - 30] ?? 0)).toBeGreaterThanOrEqual(1_000)
      }),
    )
  })
  it('reaches 97.5 % of it when nothing is late', () => {
    const pacer = createPacer(telegram)
    let now = 0
    for (let n = 0; n <= 3_000; n++) now = Math.max(now, pacer.takeSlot(now))
    expect(3_000 / (now / 1_000)).toBeGreaterThan(29.25)
  })
  it('gives one chat a second between calls, a group at most 20 a minute', () => {
    const pacer = createPacer(telegram)
    pacer.wrote(1, false, 0)
    expect(pacer.chatFreeAt(1, false, 1)).toBeGreaterThanOrEqual(1_000)
    for (let n = 0; n < 20; n++) pacer.wrote(2, true, n * 1_500)
    expect(pacer.chatFreeAt(2, true, 31_000)).toBe(60_000)
    expect(pacer.chatFreeAt(3, true, 31_000)).toBe(0)
  })
  it('holds one chat, or all', () => {
    const pacer = createPacer(telegram)
    pacer.hold(1, 5_000)
    expect([pacer.chatFreeAt(1, false, 0), pacer.chatFreeAt(2, false, 0), pacer.takeSlot(0)]).toEqual([5_000, 0, 0])
    pacer.hold(null, 9_000)
    expect(pacer.takeSlot(100)).toBe(9_000)
  })
  it('forgets chats that are free again', () => {
    const pacer = createPacer(telegram)
    pacer.wrote(1, true, 0)
    pacer.sweep(70_000)
    expect(pacer.chatFreeAt(1, true, 70_000)).toBe(0)
  })
})

describe('a receipt', () => {
  const now = new Date('2024-08-19T12:00:00Z')
  const delivery = { id: 7, attempts: 0, madeAt: now }
  const at = { now, random: 0.5 }
  it('closes its delivery', () => {
    expect(closingOf(delivery, { outcome: 'sent', messageIds: ['1'] }, at)).toEqual({ id: 7, state: 'sent', messageIds: ['1'] })
    expect(closingOf(delivery, { outcome: 'unknown', reason: 'reset' }, at)).toEqual({ id: 7, state: 'unknown', reason: 'reset' })
    expect(closingOf(delivery, { outcome: 'refused', reason: 'bad request', permanent: true }, at).state).toBe('refused')
  })
  it('plans another try not before the platform said, or with a pause that doubles', () => {
    const limited = closingOf(delivery, { outcome: 'refused', reason: 'limit', permanent: false, retryAfterMs: 17_000 }, at)
    expect(limited).toMatchObject({ state: 'planned', notBefore: new Date(now.getTime() + 17_000) })
    expect([1, 2, 3, 20].map((attempts) => backOff(attempts, 0.5))).toEqual([2_000, 4_000, 8_000, 600_000])
  })
  it('gives up after a day', () => {
    const old = { ...delivery, attempts: 40, madeAt: new Date(now.getTime() - 25 * 3_600_000) }
    expect(closingOf(old, { outcome: 'refused', reason: 'down', permanent: false }, at)).toMatchObject({ state: 'refused' })
  })
  it('sends at once to where a chat has moved', () => {
    const to = { platform: 'telegram', workspace: '', chat: '-100', thread: '' }
    expect(closingOf(delivery, { outcome: 'refused', reason: 'upgraded', permanent: true, movedTo: to }, at)).toMatchObject({
      state: 'planned',
      notBefore: now,
    })
  })
})
