import { describe, expect, it } from 'vitest'
import type { ClutterStore } from '../src/articles/clutter-store.js'
import type { CleanPage } from '../src/articles/page.js'
import type { RepeatedBlocks } from '../src/articles/repeated-blocks.js'
import { openPageMemory } from '../src/page-memory.js'

const appeal = 'Readers keep this newsroom alive: a small sum every month pays for one more report.'
const own = ['The ministers met in Yerevan on Monday.', 'The commission will meet again in May.', 'Parliament passed the bill in second reading.']

function page(text: string): CleanPage {
  const url = 'https://example.am/1'
  const base = { url, canonicalUrl: url, title: 'A title', author: null, publishedAt: null, publishedAtFrom: null, lang: 'en' }
  return { ...base, text, rawText: text, dropped: [], kind: 'article', links: [], dateHints: [] }
}

function memoryStore(): ClutterStore & { texts: Map<number, string>; blocks: RepeatedBlocks | null } {
  const store = {
    texts: new Map<number, string>(),
    blocks: null as RepeatedBlocks | null,
    repeated: async () => store.blocks,
    saveRepeated: async (_source: number, blocks: RepeatedBlocks) => {
      store.blocks = blocks
    },
    replaceText: async (id: number, text: string) => void store.texts.set(id, text),
  }
  return store
}

describe('what the pages of a source share', () => {
  it('is taken out of those that were read before it was known', async () => {
    const store = memoryStore()
    const memory = await openPageMemory(1, store)
    own.forEach((text, index) => {
      memory.note(index + 1, page(`${text}\n\n${appeal}`))
    })
    expect(await memory.settle()).toEqual([1, 2, 3])
    expect([...store.texts.values()]).toEqual(own)
    expect((await openPageMemory(1, store)).repeated?.pages).toBe(3)
  })

  it('is left alone while only two pages have it', async () => {
    const store = memoryStore()
    const memory = await openPageMemory(1, store)
    memory.note(1, page(`${own[0]}\n\n${appeal}`))
    memory.note(2, page(`${own[1]}\n\n${appeal}`))
    expect(await memory.settle()).toEqual([])
    expect(store.texts.size).toBe(0)
  })
})
