import { describe, expect, it } from 'vitest'
import type { ClutterStore } from '../src/articles/clutter-store.js'
import { type CleanPage, readPage } from '../src/articles/page.js'
import type { RepeatedBlocks } from '../src/articles/repeated-blocks.js'
import { openPageMemory } from '../src/page-memory.js'

const appeal = 'Readers keep this newsroom alive: a small sum every month pays for one more report.'
/** Longer than a dropped text is told, and yet no paragraph by its number of words. */
const longAppeal = Array.from({ length: 14 }, (_, n) => 'supportusnow'.repeat(3) + 'x'.repeat(n)).join(' ')
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

  it.each([appeal, longAppeal])('goes on counting what reading already leaves out, so that it does not come back: %.30s', async (appeal) => {
    const store = memoryStore()
    const memory = await openPageMemory(1, store)
    const read = (text: string, index: number): CleanPage => {
      const html = `<html><head><title>A title of some length ${index}</title></head><body><article><h1>A title of some length ${index}</h1>${[text, text, appeal].map((one) => `<p>${one} ${one === appeal ? '' : 'It lasted for two hours, and both sides said that the work goes on as it was agreed before.'}</p>`).join('')}</article></body></html>`
      const url = `https://example.am/${index}`
      const raw = { url, finalUrl: url, bytes: new TextEncoder().encode(html), contentType: 'text/html' }
      return readPage(raw, { zone: null, now: new Date('2025-01-01T00:00:00Z'), languageHint: 'en', repeated: store.blocks })
    }
    own.forEach((text, index) => {
      memory.note(index, read(text, index))
    })
    await memory.settle()
    const counts = (): number => Math.max(...Object.values(store.blocks?.blocks ?? {}))
    expect(counts()).toBe(3)
    const later = await openPageMemory(1, store)
    const page = read(own[0] ?? '', 4)
    expect(page.text).not.toContain(appeal)
    later.note(4, page)
    await later.settle()
    expect(counts()).toBe(4)
  })
})
