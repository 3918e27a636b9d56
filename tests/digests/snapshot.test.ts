import { describe, expect, it } from 'vitest'
import { readSnapshot } from '../../digests/snapshot.js'
import { loadLexicon } from '../../src/lexicon/load.js'
import { sampleSource } from '../store/sample-articles.js'
import { openTestStore } from '../store/test-store.js'

const now = new Date('2024-08-19T08:30:00Z')
const ago = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000)

describe('the sources of an edition', () => {
  it('count as not read when they fail or are silent beyond their habit, not for one failure', async () => {
    const store = await openTestStore()
    const add = async (name: string, state: Parameters<typeof store.sources.savePollState>[1]) => {
      const id = await sampleSource(store, name, null)
      await store.sources.savePollState(id, { lastSuccessAt: ago(1), lastPolledAt: ago(1), lastNewItemAt: ago(3), ...state })
    }
    await add('well', {})
    await add('once', { failures: 1 })
    await add('failing', { failures: 2 })
    await add('silent', { lastNewItemAt: ago(15 * 24) })
    const { unread, sources } = await readSnapshot({ from: ago(24), asOf: now }, { ...store, lexicon: loadLexicon() })
    expect([sources, unread.map(({ name }) => name).sort()]).toEqual([4, ['failing', 'silent']])
  })
})
