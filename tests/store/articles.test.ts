import { beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../src/store/open.js'
import { openTestStore } from './test-store.js'

describe('an empty store', () => {
  let store: Store
  beforeAll(async () => {
    store = await openTestStore()
  })
  it('has no articles and makes the chat that is asked for', async () => {
    expect(await store.articles.count()).toBe(0)
    const chat = await store.chats.chat({ platform: 'terminal', workspace: '', chat: 'local', thread: '' }, 'private', new Date())
    expect(chat.id).toBe(1)
  })
})
