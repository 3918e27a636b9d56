import { beforeAll, describe, expect, it } from 'vitest'
import { planCorrections } from '../../digests/corrections.js'
import type { Store } from '../../src/store/open.js'
import { sampleArticle, sampleSource } from '../store/sample-articles.js'
import { openTestStore } from '../store/test-store.js'
import { createFakePlatform } from './fake-platform.js'
import { senderOf } from './parts.js'
import { states, until } from './world.js'

const now = new Date('2024-08-19T12:00:00Z')
let store: Store
let article: number
let story: number

async function posted(chat: string, kind: 'channel' | 'private'): Promise<void> {
  const { id } = await store.chats.chat({ platform: 'telegram', workspace: '', chat, thread: '' }, kind, now)
  await store.db
    .insertInto('delivery')
    .values({
      idempotency_key: chat,
      platform: 'telegram',
      sender: 'telegram:1',
      chat_id: id,
      kind: 'edition',
      message: JSON.stringify({ blocks: [{ type: 'paragraph', spans: [{ text: 'Twelve posts were built.' }] }], buttons: [], lang: 'en' }),
      carried: JSON.stringify([{ story, seq: 1, articles: [article] }]),
      state: 'sent',
      receipt: JSON.stringify({ messageIds: ['77'] }),
      not_before: now,
      made_at: now,
      closed_at: now,
    })
    .execute()
}

describe('a page that is corrected after it was shown', () => {
  beforeAll(async () => {
    store = await openTestStore()
    article = (await store.articles.save(sampleArticle(await sampleSource(store, 'one', null)), now)).id
    story = (await store.db.insertInto('story').values({ made_at: now }).returning('id').executeTakeFirstOrThrow()).id
  })
  it('makes the channel post that carries it say so, once; a private chat reads it in its next edition', async () => {
    const edits: { ids: readonly string[]; text: string }[] = []
    const platform = {
      ...createFakePlatform(),
      async edit(_address: unknown, ids: readonly string[], part: { blocks: unknown[] }) {
        edits.push({ ids, text: JSON.stringify(part.blocks) })
        return { outcome: 'sent' as const, messageIds: [...ids] }
      },
    }
    await posted('-100', 'channel')
    await posted('5', 'private')
    const options = { corrections: store.corrections, leases: store.leases, platforms: new Map([['telegram', platform]]), owner: 'test', zone: 'UTC' }
    expect(await planCorrections(now, options)).toBe(0)
    await store.db.insertInto('story_change').values({ story_id: story, kind: 'corrected', article_id: article, at: now }).execute()
    expect(await planCorrections(now, options)).toBe(1)
    expect(await planCorrections(now, options)).toBe(0)
    const sender = senderOf(store, platform)
    sender.start()
    await until('it is edited', async () => (await states(store)).sent === 3)
    await sender.stop(2_000)
    expect([edits.length, edits[0]?.ids, platform.arrived]).toEqual([1, ['77'], []])
    expect(edits[0]?.text).toContain('Twelve posts were built.')
    expect(edits[0]?.text).toContain('a page cited here was changed or withdrawn')
  })
})
