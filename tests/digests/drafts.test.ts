import { beforeAll, describe, expect, it } from 'vitest'
import { changeDraft, type DraftContent, draftKey, draftMessage, draftParts, settleDrafts } from '../../digests/drafts.js'
import { refsOf, type StoredPart } from '../../digests/shared-blocks.js'
import type { Message } from '../../src/messages/message.js'
import { messageText } from '../../src/messages/spans.js'
import type { Store } from '../../src/store/open.js'
import { openTestStore } from '../store/test-store.js'
import { createFakePlatform } from './fake-platform.js'
import { plannerOf } from './parts.js'
import { subscribe } from './world.js'

const ref = (story: number) => ({ type: 'story' as const, story, version: 'v', look: 'l', label: `${story}. `, numbers: [1] })
const content: DraftContent = {
  blocks: [{ type: 'heading', spans: [{ text: 'Digest' }] }, ref(1), ref(2), ref(3)],
  shown: 3,
  lang: 'en',
  preview: null,
  carried: [1, 2, 3].map((story) => ({ story, seq: 1, articles: [] })),
  managerChat: 1,
  unanswered: 'skip',
  until: '2024-08-19T08:30:00Z',
  place: 'News',
  zone: 'Asia/Tbilisi',
}
const order = (changed: DraftContent) => changed.blocks.flatMap((block) => (block.type === 'story' ? [`${block.label}${block.story}`] : []))

describe('a draft', () => {
  it('loses a story, and the others are numbered anew', () => {
    const changed = changeDraft(content, 'drop', 2)
    expect([order(changed), changed.carried.map((one) => one.story), changed.shown]).toEqual([['1. 1', '2. 3'], [1, 3], 2])
  })
  it('takes a story up', () => {
    expect(order(changeDraft(content, 'up', 3))).toEqual(['1. 1', '2. 3', '3. 2'])
    expect(order(changeDraft(content, 'up', 1))).toEqual(['1. 1', '2. 2', '3. 3'])
  })
})

describe('the citations of a draft', () => {
  it('are numbered in the order in which they stand, whatever was dropped or moved', () => {
    const cited = (story: number, ...numbers: number[]) => ({ ...ref(story), numbers })
    const list = {
      type: 'list' as const,
      ordered: false,
      items: [[{ text: 'Soon ' }, { text: '[5]', href: 'https://a.example' }, { text: '[2]', href: 'https://b.example' }]],
    }
    const full: DraftContent = { ...content, blocks: [cited(1, 1), cited(2, 2, 3), cited(3, 4, 1), list] }
    const numbers = ({ blocks }: DraftContent) =>
      blocks.map((block) =>
        block.type === 'story' ? block.numbers : block.type === 'list' ? block.items.flatMap((item) => item.map(({ text }) => text)) : [],
      )
    expect(numbers(changeDraft(full, 'drop', 2))).toEqual([[1], [2, 1], ['Soon ', '[3]', '[4]']])
    expect(numbers(changeDraft(full, 'up', 2))).toEqual([[1, 2], [3], [4, 3], ['Soon ', '[5]', '[1]']])
  })
})

describe('what the manager sees of a draft', () => {
  const kept = () => [{ type: 'paragraph' as const, spans: [{ text: 'A story' }] }]
  const modes = (parts: readonly StoredPart[]) =>
    new Set(parts.flatMap(({ buttons }) => buttons.flat().map((button) => ('mode' in button ? button.mode : undefined))))
  it('names where and when it is to be posted', () => {
    const text = (of: DraftContent) => JSON.stringify(draftParts(of, '1.abcd', { kept, split: (message) => [message] })[0]?.blocks[0])
    expect(text(content)).toContain('Draft for News, 12:30. Without your answer it is skipped then.')
    expect(text({ ...content, place: null, unanswered: 'post' })).toContain('Draft for 12:30. Without your answer it is posted then.')
  })
  it('is put off by half an hour, and says until when', async () => {
    const kept: DraftContent[] = []
    const drafts = {
      find: async () => ({ id: 1, subscriptionId: 1, slot: new Date(content.until), chat: {}, content }),
      keep: async (_id: number, to: DraftContent) => void kept.push(to),
    }
    const act = { action: 'later', key: '1.abcdef', story: 0, managerChat: 1, now: new Date('2024-08-19T08:20:00Z') }
    const said = await draftMessage(act, { drafts, platforms: new Map() } as never)
    expect(said && messageText(said)).toBe('Draft for News, 13:00. Without your answer it is skipped then.')
    expect(kept[0]?.until).toBe('2024-08-19T09:00:00.000Z')
  })
  it('is changed in place where it is one message', () => {
    const parts = draftParts(content, '1.abcd', { kept, split: (message) => [message] })
    expect([parts.length, [...modes(parts)]]).toEqual([1, [undefined, 'edit']])
  })
  it('comes anew where it takes several', () => {
    const inTwo = (message: Message): Message[] => [
      { ...message, blocks: message.blocks.slice(0, 3), buttons: [] },
      { ...message, blocks: message.blocks.slice(3) },
    ]
    const parts = draftParts(content, '1.abcd', { kept, split: inTwo })
    expect([parts.map(({ blocks }) => refsOf(blocks).map(({ story }) => story)), [...modes(parts)]]).toEqual([[[1], [2, 3]], [undefined]])
  })
})

describe('an edition of a channel that comes to its manager first', () => {
  const evening = new Date('2024-08-18T20:00:00Z')
  const early = new Date('2024-08-19T08:15:03Z')
  const slot = new Date('2024-08-19T08:30:00Z')
  let store: Store
  let manager: number
  const platform = createFakePlatform()
  const options = () => ({ drafts: store.drafts, sharedBlocks: store.editions.sharedBlocks, platforms: new Map([['telegram', platform]]) })
  const deliveries = () => store.db.selectFrom('delivery').select(['kind', 'chat_id', 'message']).orderBy('id').execute()
  beforeAll(async () => {
    store = await openTestStore()
    manager = (await store.chats.chat({ platform: 'telegram', workspace: '', chat: '9', thread: '' }, 'private', evening)).id
  })
  async function draftOf(channel: string, unanswered: 'skip' | 'post'): Promise<string> {
    const made = await store.chats.chat({ platform: 'telegram', workspace: '', chat: channel, thread: '' }, 'channel', evening)
    await store.chats.saveTitle(made.id, 'News')
    const choice = { draft: { managerChat: manager, minutes: 15, unanswered } }
    const subscription = await subscribe(store, channel, evening, { kind: 'channel', choice })
    await store.db
      .updateTable('subscription')
      .set({ next_at: new Date(slot.getTime() - 15 * 60_000) })
      .where('id', '=', subscription.id)
      .execute()
    await store.db.deleteFrom('delivery').execute()
    await plannerOf(store, platform).planDue(early)
    return draftKey(subscription.id, slot)
  }

  it('is posted when the manager says so, once', async () => {
    const key = await draftOf('-1', 'skip')
    const [draft] = await deliveries()
    expect([draft?.kind, draft?.chat_id]).toEqual(['draft', manager])
    const [row] = await store.db.selectFrom('subscription').select('next_at').execute()
    expect(row?.next_at).toEqual(new Date('2024-08-20T08:15:00Z'))
    const act = (action: string, by = manager) => draftMessage({ action, key, story: 0, managerChat: by, now: early }, options())
    expect(await act('post', manager + 1)).toBeNull()
    const said = await act('post')
    expect(said && messageText(said)).toBe('Draft for News, 08:30. Posted.')
    expect(await act('post')).toBeNull()
    expect((await deliveries()).map((one) => one.kind)).toEqual(['draft', 'edition'])
    expect(await settleDrafts(new Date('2024-08-19T08:30:05Z'), options(), store.subscriptions)).toBe(0)
  })
  it('is skipped at its time without an answer, and the manager is told', async () => {
    await draftOf('-2', 'skip')
    expect(await settleDrafts(new Date('2024-08-19T08:29:00Z'), options(), store.subscriptions)).toBe(0)
    expect(await settleDrafts(new Date('2024-08-19T08:30:05Z'), options(), store.subscriptions)).toBe(1)
    const made = await deliveries()
    expect([made.map((one) => one.kind), JSON.stringify(made.at(-1)?.message)]).toEqual([
      ['draft', 'notice'],
      expect.stringContaining('Draft for News, 08:30. It was not answered and is skipped today.'),
    ])
  })
  it('is posted at its time where that was chosen', async () => {
    await draftOf('-3', 'post')
    expect(await settleDrafts(new Date('2024-08-19T08:30:05Z'), options(), store.subscriptions)).toBe(1)
    expect((await deliveries()).map((one) => one.kind)).toEqual(['draft', 'edition', 'notice'])
  })
})
