/** A group that is left, joined again or moved takes its topics along. */
import { expect, it } from 'vitest'
import { wholeChoice } from '../../src/subscribers/subscription.js'
import { openTestStore } from './test-store.js'

it('ends every chat of a workspace that removed the app, and no other', async () => {
  const store = await openTestStore()
  const now = new Date('2026-03-02T10:00:00Z')
  const person = await store.chats.person({ platform: 'slack', workspace: 'T1', user: 'U1' }, now)
  for (const [workspace, chat] of [
    ['T1', 'C1'],
    ['T1', 'U1'],
    ['T2', 'C9'],
  ] as const) {
    const { id } = await store.chats.chat({ platform: 'slack', workspace, chat, thread: '' }, 'group', now)
    await store.subscriptions.add({ chatId: id, times: ['08:30'], weekdays: [1], zone: 'UTC', nextAt: now, choice: wholeChoice }, person.id, now)
  }
  expect(await store.editions.workspaceGone('slack', 'T1', 'app_uninstalled', now)).toBe(2)
  expect(await store.subscriptions.counts()).toMatchObject({ subscriptions: 1 })
  expect((await store.audit.list(5)).map(({ action, detail }) => [action, (detail as { reason: string }).reason])).toEqual([
    ['chat-ended', 'app_uninstalled'],
    ['chat-ended', 'app_uninstalled'],
  ])
  expect(await store.editions.workspaceGone('slack', 'T1', 'tokens_revoked', now), 'a second event changes nothing').toBe(0)
  await store.close()
})

it('ends, revives and finds every thread of a chat that names none', async () => {
  const store = await openTestStore()
  const now = new Date('2026-03-02T10:00:00Z')
  const at = (thread: string) => ({ platform: 'telegram', workspace: '', chat: '-1002', thread })
  const person = await store.chats.person({ platform: 'telegram', workspace: '', user: '1' }, now)
  for (const thread of ['', '7', '8']) {
    const chat = await store.chats.chat(at(thread), 'group', now)
    const schedule = { times: ['08:30'], weekdays: [1], zone: 'UTC', nextAt: now }
    await store.subscriptions.add({ ...schedule, chatId: chat.id, choice: wholeChoice }, person.id, now)
  }
  const all = await store.editions.chatsAt(at(''))
  expect(all.map((chat) => chat.thread)).toEqual(['', '7', '8'])
  expect(await store.editions.chatsAt(at('7'))).toHaveLength(1)
  for (const { id } of all) await store.editions.chatGone(id, 'removed from the chat', now)
  expect(await store.subscriptions.counts()).toMatchObject({ subscriptions: 0 })
  await store.editions.chatBack(at(''), now)
  const topic = all[1]?.id ?? 0
  await store.subscriptions.add(
    { chatId: topic, choice: wholeChoice, times: ['09:00'], weekdays: [1], zone: 'UTC', nextAt: new Date(now.getTime() - 1) },
    person.id,
    now,
  )
  expect(await store.editions.nextSlotAfter(new Date(0))).not.toBeNull()
  await store.close()
})
