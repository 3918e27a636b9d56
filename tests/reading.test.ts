/** Feeds of a loopback site with an item that nothing can be done with → the others are read, and the source shows what is wrong. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../src/config.js'
import { assemble, type Readout } from '../src/main.js'
import { pollSources, type ReadingPorts, readPaths } from '../src/reading.js'
import type { NewSource, Source } from '../src/sources/source.js'
import { openSite, type Site } from './sources/site.js'
import { preparedFolder, silentLog, temporaryFolder } from './store/test-store.js'

const now = new Date('2024-08-19T10:00:00Z')
const talks = 'The foreign minister of Armenia received the foreign minister of Georgia in Yerevan on Monday; they discussed the peace treaty.'

interface Entry {
  id: string
  title: string
  content_text: string
  url?: string
}

describe('an item that cannot be kept', () => {
  let site: Site
  let readout: Readout
  const ports = (more: Partial<ReadingPorts> = {}): ReadingPorts => ({ ...readout.readingPorts, ...more })
  const titles = async (): Promise<string[]> => (await readout.commandPorts.articles.after(0, 100)).map(({ title }) => title)

  async function addFeed(name: string, items: readonly Entry[]): Promise<Source> {
    const listing = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: name, items })
    site.pages.set(`/${name}`, (_request, response) => response.writeHead(200, { 'content-type': 'application/feed+json' }).end(listing))
    const labels = { home: null, country: 'AM', language: 'en', ownership: null, zone: 'UTC', confirmed: true } as const
    const source: NewSource = { name, kind: 'feed', url: `${site.root}/${name}`, ...labels }
    return (await readout.commandPorts.sources.add(source, now)).source
  }

  beforeAll(async () => {
    site = await openSite({})
    const config = { ...loadConfig({}), dataDir: await preparedFolder(), allowHosts: ['127.0.0.1'] }
    readout = await assemble(config, { now: () => now, log: silentLog })
  })
  afterAll(() => readout?.close())

  it('for its letters is kept without them', async () => {
    await addFeed('letters', [
      {
        id: 'zero',
        title: 'Talks in Yerevan',
        content_text: `${talks}\u0000 “We agreed\ud800 on most of it,” Armenian Foreign Minister Ararat Mirzoyan said.`,
      },
      { id: 'sound', title: 'Talks in Tbilisi', content_text: talks },
    ])
    const [report] = await pollSources({ all: true }, ports())
    expect(report).toMatchObject({ new: 2, dropped: [], error: null })
    expect(await titles()).toEqual(['Talks in Yerevan', 'Talks in Tbilisi'])
  })

  it('for its address is kept without it', async () => {
    await addFeed('addresses', [
      { id: 'long', title: 'Talks at length', url: `${site.root}/${'0123456789abcdef'.repeat(220)}`, content_text: talks },
      { id: 'g'.repeat(3_000), title: 'Talks with a long id', content_text: talks },
    ])
    const reports = await pollSources({ all: true }, ports())
    expect(reports.find(({ source }) => source === 'addresses')).toMatchObject({ new: 2, dropped: [], error: null })
  })

  it('for want of a link is told from the others by its id', async () => {
    await addFeed('linkless', [
      { id: 'one', title: 'First talks', content_text: talks },
      { id: 'two', title: 'Second talks', content_text: talks },
    ])
    const report = (await pollSources({ all: true }, ports())).find(({ source }) => source === 'linkless')
    expect(report).toMatchObject({ new: 2, changed: 0 })
    const urls = (await readout.commandPorts.articles.after(0, 100)).map(({ url }) => url)
    expect(urls).toEqual(expect.arrayContaining([`${site.root}/linkless#one`, `${site.root}/linkless#two`]))
  })

  it('for a fault of ours is tried again some times, and then given up; the others are read', async () => {
    const source = await addFeed('faulty', [
      { id: 'broken', title: 'Broken', content_text: talks },
      { id: 'whole', title: 'Whole', content_text: talks },
    ])
    const articles = readout.readingPorts.articles
    const faulty = ports({
      articles: {
        ...articles,
        save: (article, ...rest) => (article.title === 'Broken' ? Promise.reject(new Error('index row too large')) : articles.save(article, ...rest)),
      },
    })
    const poll = async () => (await pollSources({ all: true }, faulty)).find(({ sourceId }) => sourceId === source.id)
    const reason = 'it could not be kept: index row too large'
    expect(await poll()).toMatchObject({ new: 1, error: null, dropped: [{ reason: `${reason}; it is tried again` }] })
    for (let more = 0; more < 4; more++) await poll()
    expect(await poll()).toMatchObject({ dropped: [{ reason: `${reason}; given up after 6 tries` }] })
    expect(await poll()).toMatchObject({ new: 0, dropped: [], error: null })
  })

  it('breaks off its own source at most: the others of the round are read, and it shows why', async () => {
    const broken = await addFeed('bent', [{ id: 'one', title: 'One', content_text: talks }])
    const sound = await addFeed('straight', [{ id: 'two', title: 'Two', content_text: talks }])
    const { clutter } = readout.readingPorts
    const bent: ReadingPorts['clutter'] = {
      ...clutter,
      repeated: (id) => (id === broken.id ? Promise.reject(new Error('unreadable blocks')) : clutter.repeated(id)),
    }
    const reports = await pollSources({ all: true }, ports({ clutter: bent }))
    expect(reports.find(({ sourceId }) => sourceId === sound.id)).toMatchObject({ new: 1, error: null })
    expect(reports.find(({ sourceId }) => sourceId === broken.id)).toMatchObject({ error: "a fault of Readout's own: unreadable blocks" })
    const state = await readout.commandPorts.sources.pollState(broken.id)
    expect(state).toMatchObject({ failures: 1, lastError: "a fault of Readout's own: unreadable blocks" })
    expect(state.nextPollAt?.getTime()).toBeGreaterThan(now.getTime())
  })

  it('is read once though two rounds of one process meet', async () => {
    const source = await addFeed('slow', [{ id: 'three', title: 'Three', content_text: talks }])
    const [first, second] = await Promise.all([pollSources({ all: true }, ports()), pollSources({ all: true }, ports())])
    expect([...first, ...second].filter(({ sourceId }) => sourceId === source.id)).toHaveLength(1)
    expect(site.requests.filter(({ path }) => path === '/slow')).toHaveLength(1)
  })

  it('that is a broken file is named, and the files beside it are read', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.html.gz'), 'no gzip at all')
    writeFileSync(
      join(folder, 'b.html'),
      `<html><head><title>Beside it</title></head><body><article><h1>Beside it</h1><p>${talks}</p><p>${talks}</p></article></body></html>`,
    )
    const report = await readPaths([folder], 'files', ports(), () => undefined)
    expect(report).toMatchObject({
      fetched: 2,
      new: 1,
      dropped: [{ id: join(folder, 'a.html.gz'), reason: 'it cannot be read (incorrect header check)' }],
    })
  })
})
