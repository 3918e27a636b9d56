import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { FeedItem } from '../../src/sources/feed-item.js'
import { type ItemResult, type PollPorts, pollSource, readPages } from '../../src/sources/poll.js'
import type { NewSource, Source } from '../../src/sources/source.js'
import type { Store } from '../../src/store/open.js'
import { openTestStore } from '../store/test-store.js'
import { openSite, type Site, testFetcher, testNow } from './site.js'

interface Entry {
  id: string
  link: string
  title: string
  updated?: string
}

function atom(entries: readonly Entry[]): string {
  const listed = entries.map(
    ({ id, link, title, updated }) =>
      `<entry><id>${id}</id><link href="${link}"/><title>${title}</title><published>2024-08-18T10:00:00Z</published>${updated ? `<updated>${updated}</updated>` : ''}</entry>`,
  )
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Test</title>${listed.join('')}</feed>`
}

const first = { id: 'a', link: '/2024/a', title: 'First' }
const second = { id: 'b', link: '/2024/b', title: 'Second' }

describe('polling a source', () => {
  let store: Store
  let site: Site
  let source: Source
  let read: string[]
  let now = testNow
  let results: Map<string, ItemResult>
  const fetcher = testFetcher()
  const isRead: ItemResult = { outcome: 'read', kept: 'new', reason: null }
  const cannot: ItemResult = { outcome: 'retry', kept: null, reason: 'the site did not answer in time' }

  function ports(more: Partial<PollPorts> = {}): PollPorts {
    return {
      fetcher,
      store: store.sources,
      now: () => now,
      random: () => 0.5,
      pollMinutes: 15,
      async readItem(item: FeedItem) {
        read.push(item.title ?? item.id)
        return results.get(item.id) ?? isRead
      },
      ...more,
    }
  }
  const state = () => store.sources.pollState(source.id)

  beforeAll(async () => {
    store = await openTestStore()
  })
  beforeEach(async () => {
    site = await openSite({ '/feed': atom([first, second]) })
    const wanted: NewSource = {
      name: 'Test',
      kind: 'feed',
      url: `${site.root}/feed`,
      home: null,
      country: 'AM',
      language: 'en',
      ownership: 'independent',
      zone: '+04:00',
      confirmed: true,
    }
    source = (await store.sources.add(wanted, testNow)).source
    read = []
    results = new Map()
    now = testNow
  })

  it('reads every item once, however old', async () => {
    const report = await pollSource(source, ports())
    expect(report).toMatchObject({ fetched: 2, new: 2, error: null, dropped: [] })
    expect(read.sort()).toEqual(['First', 'Second'])
    expect(await pollSource(source, ports())).toMatchObject({ fetched: 2, new: 0 })
    expect(read).toHaveLength(2)
    expect(await state()).toMatchObject({ failures: 0, lastSuccessAt: testNow, lastNewItemAt: testNow, pagesRead: 2 })
  })

  it('takes a new GUID, an edited title or a new address of a known item for the same item', async () => {
    await pollSource(source, ports())
    site.pages.set(
      '/feed',
      atom([
        { ...first, id: 'a-again' },
        { ...second, title: 'Second, corrected', link: '/moved/b' },
      ]),
    )
    expect(await pollSource(source, ports())).toMatchObject({ new: 0, changed: 0 })
    expect(read).toHaveLength(2)
  })

  it('reads an item again that says it changed since', async () => {
    await pollSource(source, ports())
    now = new Date('2024-09-01T14:00:00Z')
    site.pages.set('/feed', atom([{ ...first, updated: '2024-09-01T13:00:00Z' }, second]))
    const report = await pollSource(source, ports({ readItem: async () => ({ outcome: 'read', kept: 'changed', reason: null }) }))
    expect(report).toMatchObject({ new: 0, changed: 1 })
  })

  it('tries an item again whose page failed, even after it left the listing, and gives up in the end', async () => {
    results.set('b', cannot).set('/2024/b', cannot)
    const report = await pollSource(source, ports())
    expect(report).toMatchObject({ new: 1, dropped: [{ step: 'fetch', reason: 'the site did not answer in time; it is tried again' }] })
    site.pages.set('/feed', atom([first]))
    for (let tries = 2; tries < 6; tries++) await pollSource(source, ports())
    const last = await pollSource(source, ports())
    expect(last.dropped[0]?.reason).toBe('the site did not answer in time; given up after 6 tries')
    expect(await pollSource(source, ports())).toMatchObject({ dropped: [] })
    expect(read.filter((title) => title !== 'First')).toHaveLength(6)
  })

  it('asks with the ETag it was given, and reads nothing that did not change', async () => {
    site.pages.set('/feed', (request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304, { etag: '"1"' }).end()
      else response.writeHead(200, { etag: '"1"', 'content-type': 'application/atom+xml' }).end(atom([first]))
    })
    expect(await pollSource(source, ports())).toMatchObject({ fetched: 1, new: 1 })
    expect(await pollSource(source, ports())).toMatchObject({ fetched: 0, error: null })
  })

  it('calls backlog what comes with the first poll, or the first after an outage, and nothing else', async () => {
    const later = (hours: number): void => {
      now = new Date(now.getTime() + hours * 3_600_000)
    }
    await pollSource(source, ports())
    expect((await state()).backlogUntil).toEqual(testNow)
    later(1)
    await pollSource(source, ports())
    expect((await state()).backlogUntil).toEqual(testNow)
    later(9)
    await pollSource(source, ports())
    expect((await state()).backlogUntil).toEqual(now)
    await store.sources.savePollState(source.id, { failures: 2 })
    later(1)
    await pollSource(source, ports())
    expect((await state()).backlogUntil).toEqual(now)
  })
  it('backs off from a failing site, and keeps to its Retry-After', async () => {
    site.pages.set('/feed', (_request, response) => response.writeHead(500).end())
    const report = await pollSource(source, ports())
    expect(report.error).toBe('the site has a fault of its own (500)')
    const { nextPollAt: one } = await state()
    await pollSource(source, ports())
    const { nextPollAt: two, failures } = await state()
    expect(failures).toBe(2)
    expect(two?.getTime()).toBeGreaterThan(one?.getTime() ?? Number.POSITIVE_INFINITY)
    site.pages.set('/feed', (_request, response) => response.writeHead(503, { 'retry-after': '36000' }).end())
    await pollSource(source, ports())
    expect((await state()).nextPollAt).toEqual(new Date(testNow.getTime() + 36_000_000))
  })

  it('ends a source that is gone for good, and follows one that moved for good', async () => {
    site.pages.set('/feed', (_request, response) => response.writeHead(301, { location: '/new' }).end())
    site.pages.set('/new', atom([first]))
    expect(await pollSource(source, ports())).toMatchObject({ movedTo: `${site.root}/new`, new: 1 })
    const moved = await store.sources.byId(source.id)
    expect(moved?.url).toBe(`${site.root}/new`)
    site.pages.set('/new', (_request, response) => response.writeHead(410).end())
    expect(await pollSource(moved ?? source, ports())).toMatchObject({ ended: true })
    expect((await store.sources.byId(source.id))?.state).toBe('ended')
  })

  it('stopped in the middle writes nothing by halves, and goes on at the next poll', async () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ id: `n${index}`, link: `/2024/n${index}`, title: `Item ${index}` }))
    site.pages.set('/feed', (_request, response) => response.writeHead(200, { etag: '"2"' }).end(atom(many)))
    const control = new AbortController()
    const stopping = ports({ signal: control.signal })
    const report = await pollSource(source, {
      ...stopping,
      async readItem(item, of) {
        const result = await stopping.readItem(item, of)
        if (read.length === 10) control.abort()
        return result
      },
    })
    expect(report.error).toBe('stopped before everything was read')
    expect((await state()).etag).toBeNull()
    const before = read.length
    expect(before).toBeLessThan(30)
    await pollSource(source, ports())
    expect(new Set(read).size).toBe(30)
    expect(read).toHaveLength(30)
  })

  it('says when what stands at the address is no feed any more', async () => {
    site.pages.set('/feed', '<html><body><p>This domain is for sale</p></body></html>')
    expect((await pollSource(source, ports())).error).toContain('no feed any more: a web page, not a feed')
  })

  it('reads the pages of a given list once', async () => {
    const urls = [`${site.root}/2024/b`, `${site.root}/2024/c`]
    expect(await readPages(urls, source, ports())).toMatchObject({ new: 2 })
    expect(await readPages(urls, source, ports())).toMatchObject({ new: 0 })
    site.pages.set('/feed', atom([{ ...second, link: `${site.root}/2024/b` }]))
    expect(await pollSource(source, ports())).toMatchObject({ new: 0 })
  })
})
