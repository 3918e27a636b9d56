import { describe, expect, it } from 'vitest'
import { type AlertCandidate, decideAlert } from '../../src/subscribers/alert-rules.js'

const now = new Date('2024-08-19T12:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const fresh: AlertCandidate = {
  isNew: true,
  isAnswer: false,
  origins: 2,
  official: false,
  adds: [],
  publishedAt: ago(20),
  readAt: ago(5),
  backlog: false,
}
const decide = (candidate: Partial<AlertCandidate>, sent: Date[] = [], quietEnd = now) =>
  decideAlert({ ...fresh, ...candidate }, sent, now, { quietEnd })

describe('an alert', () => {
  it('is sent for a new story with two origins, or one official source', () => {
    expect(decide({})).toEqual({ act: 'send' })
    expect(decide({ origins: 1, official: true })).toEqual({ act: 'send' })
    expect(decide({ origins: 1 })).toEqual({ act: 'drop', why: 'one-origin' })
  })
  it('is sent for a development only when that adds something', () => {
    expect(decide({ isNew: false, adds: ['figure'] })).toEqual({ act: 'send' })
    expect(decide({ isNew: false, origins: 9 })).toEqual({ act: 'drop', why: 'nothing-added' })
  })
  it('is never sent for what is old, undated, or came with a backlog', () => {
    expect(decide({ publishedAt: ago(366), readAt: ago(5) })).toEqual({ act: 'drop', why: 'old' })
    expect(decide({ publishedAt: ago(364), readAt: ago(5) })).toEqual({ act: 'send' })
    expect(decide({ publishedAt: null })).toEqual({ act: 'drop', why: 'undated' })
    expect(decide({ backlog: true })).toEqual({ act: 'drop', why: 'backlog' })
  })
  it('waits two hours after the last one, then comes in a bundle', () => {
    expect(decide({}, [ago(30)])).toEqual({ act: 'bundle', why: 'too-soon', until: new Date(now.getTime() + 90 * 60_000) })
    expect(decide({}, [ago(120)])).toEqual({ act: 'send' })
  })
  it('is the third of a day at most', () => {
    expect(decide({}, [ago(1400), ago(900), ago(300)])).toEqual({ act: 'bundle', why: 'day-full', until: new Date(now.getTime() + 40 * 60_000) })
    expect(decide({}, [ago(1500), ago(900), ago(300)])).toEqual({ act: 'send' })
  })
  it('that brings an answer waits for no other, only for the end of quiet hours', () => {
    const answer = { isNew: false, isAnswer: true }
    expect(decide(answer, [ago(900), ago(300), ago(5)])).toEqual({ act: 'send' })
    const end = new Date(now.getTime() + 3_600_000)
    expect(decide(answer, [ago(5)], end)).toEqual({ act: 'bundle', why: 'quiet-hours', until: end })
    expect(decide({ ...answer, backlog: true })).toEqual({ act: 'drop', why: 'backlog' })
  })
  it('respects quiet hours', () => {
    const end = new Date(now.getTime() + 3_600_000)
    expect(decide({}, [], end)).toEqual({ act: 'bundle', why: 'quiet-hours', until: end })
  })
})
