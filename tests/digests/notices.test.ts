import { describe, expect, it } from 'vitest'
import { noticeAdmins } from '../../digests/notices.js'
import type { NewSource } from '../../src/sources/source.js'
import { openTestStore } from '../store/test-store.js'

const start = new Date('2025-03-03T09:00:00Z')
const later = (days: number): Date => new Date(start.getTime() + days * 86_400_000)
const source: NewSource = {
  name: 'Example Daily',
  kind: 'feed',
  url: 'https://example.am/feed',
  home: 'https://example.am/',
  country: 'AM',
  language: 'hy',
  ownership: 'independent',
  zone: null,
  confirmed: true,
}

describe('what admins hear of the sources', () => {
  it('comes in private, at once when a source ended, else once a week, and to nobody where there is no admin', async () => {
    const store = await openTestStore({ now: () => start })
    await store.sources.add(source, start)
    const options = {
      ...store,
      save: store.corrections.save,
      platforms: new Map([['telegram', { name: 'telegram', sender: 'telegram:1' }]]),
      zone: 'UTC',
    }
    expect(await noticeAdmins(start, options)).toBe(0)
    const owner = await store.chats.person({ platform: 'telegram', workspace: '', user: '77' }, start)
    await store.chats.setRole(owner.id, 'owner')
    expect(await noticeAdmins(start, options)).toBe(0)
    expect(await noticeAdmins(later(6), options)).toBe(0)
    expect(await noticeAdmins(later(7), options)).toBe(1)
    expect(await noticeAdmins(later(8), options)).toBe(0)
    const [kept] = await store.sources.list()
    await store.sources.update(kept?.id ?? 0, { state: 'ended' })
    await store.sources.savePollState(kept?.id ?? 0, {
      failures: 1,
      lastError: 'the site says that this address is gone for good (410)',
      lastErrorAt: later(9),
    })
    expect(await noticeAdmins(later(9), options)).toBe(1)
    expect(await noticeAdmins(later(10), options)).toBe(0)
    const [weekly] = await store.outbox.due('telegram:1', later(10), { limit: 10, except: [] })
    expect(weekly?.address).toEqual({ platform: 'telegram', workspace: '', chat: '77', thread: '' })
    expect(JSON.stringify(weekly?.message)).toMatch(/1 source|sources/)
  })
})
