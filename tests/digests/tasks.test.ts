import { describe, expect, it } from 'vitest'
import type { DueSubscription } from '../../digests/editions.js'
import { reachOf, tasksOf } from '../../digests/tasks.js'
import { wholeChoice } from '../../src/subscribers/subscription.js'
import { everyDay } from './world.js'

// A Monday.
const slot = new Date('2024-08-19T08:30:00Z')
const dayMs = 86_400_000

function due(more: Partial<DueSubscription['subscription']> = {}): DueSubscription {
  return {
    subscription: {
      id: 1,
      chatId: 7,
      times: ['08:30'],
      weekdays: everyDay,
      zone: 'UTC',
      choice: wholeChoice,
      nextAt: slot,
      lastSlot: null,
      ...more,
    },
    chat: {
      id: 7,
      address: { platform: 'telegram', workspace: '', chat: '7', thread: '' },
      kind: 'private',
      title: null,
      settings: { lang: null, zone: null, languagesRead: [] },
    },
  }
}

async function taskOf(one: DueSubscription, companions: DueSubscription['subscription'][] = []) {
  const { tasks } = await tasksOf([one], new Date(slot.getTime() + 2_000), { editions: { ofChats: async () => companions } })
  const [task] = tasks
  if (!task) throw new Error('expected a task')
  return task
}

describe('what an edition tells', () => {
  const days = async (one: DueSubscription) => (slot.getTime() - (await taskOf(one)).from.getTime()) / dayMs
  it('begins where the last one ended, never more than eight days back', async () => {
    expect(await days(due({ lastSlot: new Date(slot.getTime() - dayMs) }))).toBe(1)
    expect(await days(due({ lastSlot: new Date(slot.getTime() - 30 * dayMs) }))).toBeCloseTo(8, 3)
  })
  it('begins for the first one where one would have ended, a day before at least', async () => {
    expect(await days(due())).toBe(1)
    expect(await days(due({ times: ['07:30', '08:30'] }))).toBe(1)
    expect(await days(due({ weekdays: [1, 2, 3, 4, 5] }))).toBe(3)
    expect(await days(due({ weekdays: [1] }))).toBe(7)
  })
  it('looks far back only where it must', async () => {
    const reach = async (one: DueSubscription) => reachOf(await taskOf(one), slot)
    expect([await reach(due()), await reach(due({ weekdays: [1] }))]).toEqual(['short', 'long'])
  })
  it('is one after an outage too, for slots that were missed together, and as far back as either must look', async () => {
    const daily = due({ nextAt: new Date(slot.getTime() - 2 * dayMs), lastSlot: new Date(slot.getTime() - 3 * dayMs) })
    const weekly = { ...due().subscription, id: 2, times: ['08:33'], weekdays: [1], nextAt: new Date(slot.getTime() + 180_000), lastSlot: null }
    const { tasks } = await tasksOf([daily], new Date(slot.getTime() + 3_600_000), {
      editions: { ofChats: async () => [daily.subscription, weekly] },
    })
    const [task] = tasks
    expect([task?.slot, task?.late, task?.merged.map((one) => one.slot)]).toEqual([slot, 'was-down', [weekly.nextAt]])
    expect(task?.from).toEqual(new Date(weekly.nextAt.getTime() - 7 * dayMs))
  })
  it('is what either of two subscriptions due together wants', async () => {
    const near = { ...due().subscription, id: 2, nextAt: new Date(slot.getTime() + 180_000), times: ['08:33'] }
    const narrow = due({ choice: { ...wholeChoice, concepts: ['border'], mutedLanguages: ['ru'], onlyLanguages: ['hy'] } })
    const other = {
      ...near,
      choice: { ...wholeChoice, concepts: ['energy'], mutedLanguages: ['ru' as const, 'tr' as const], length: 'full' as const },
    }
    const { choice, merged } = await taskOf(narrow, [narrow.subscription, other])
    expect([merged.map(({ subscription }) => subscription.id), choice.concepts, choice.mutedLanguages, choice.onlyLanguages, choice.length]).toEqual([
      [2],
      ['border', 'energy'],
      ['ru'],
      [],
      'full',
    ])
  })
})
