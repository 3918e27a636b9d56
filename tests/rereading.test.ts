/** Pages of a loopback site that change, vanish, move: what of it becomes a revision, and what is said in the story. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readSnapshot } from '../digests/snapshot.js'
import { loadConfig } from '../src/config.js'
import { createLog } from '../src/log.js'
import { assemble, type Readout } from '../src/main.js'
import type { RereadReport } from '../src/rereading.js'
import { pollVerb } from '../src/verbs/reading.js'
import { createSession } from '../src/verbs/session.js'
import { type Answer, openSite, type Site } from './sources/site.js'
import { preparedFolder } from './store/test-store.js'

const minuteMs = 60_000
const start = new Date('2024-08-19T10:00:00Z')
const stays = [
  'The foreign minister of Armenia, Ararat Mirzoyan, received the foreign minister of Georgia, Maka Bochorishvili, in Yerevan on Monday.',
  'The ministers discussed the delimitation of the state border and the text of the peace treaty between Armenia and Azerbaijan.',
]

function page(title: string, paragraphs: readonly string[]): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title>
<meta property="article:published_time" content="2024-08-19T09:40:00Z"></head>
<body><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`
}

const titles = {
  figure: 'Border commissions agree on posts',
  gone: 'Ministry comments on the treaty',
  moved: 'Consultations held in Tbilisi',
  wall: 'Delegation visits the border',
  same: 'Statement on the anniversary',
}
const name = (key: string): string => `/news/${key}-page`
const article = (key: keyof typeof titles, last = `They agreed on 12 ${key} posts along the line.`): string => page(titles[key], [...stays, last])

describe('pages that are read again', () => {
  let site: Site
  let readout: Readout
  let now = start
  const at = (minutes: number): void => {
    now = new Date(start.getTime() + minutes * minuteMs)
  }
  const kept = async (key: string) => {
    const found = await readout.commandPorts.articles.byUrl(`${site.root}${name(key)}`)
    if (!found) throw new Error(`${key}: not kept`)
    return found
  }
  const asked = (key: string): number => site.requests.filter(({ path }) => path === name(key)).length

  beforeAll(async () => {
    const withTag: Answer = (request, response) => {
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end()
      else response.writeHead(200, { 'content-type': 'text/html', etag: '"v1"' }).end(article('same'))
    }
    const items = Object.entries(titles).map(
      ([key, title]) =>
        `<item><title>${title}</title><link>{root}${name(key)}</link><guid>${key}</guid><pubDate>Mon, 19 Aug 2024 09:40:00 GMT</pubDate></item>`,
    )
    site = await openSite({
      '/feed': `<?xml version="1.0"?><rss version="2.0"><channel><title>Ministry</title><link>{root}/</link>${items.join('')}</channel></rss>`,
      '/': '<html><body><h1>Home</h1></body></html>',
      [name('figure')]: article('figure'),
      [name('gone')]: article('gone'),
      [name('moved')]: article('moved'),
      [name('wall')]: article('wall'),
      [name('same')]: withTag,
    })
    const config = { ...loadConfig({}), dataDir: await preparedFolder(), allowHosts: ['127.0.0.1'] }
    readout = await assemble(config, { now: () => now, log: createLog('error') })
    const session = createSession(readout, {})
    await session.say('addsource', { link: `${site.root}/feed`, yes: true, name: 'Ministry', country: 'AM', ownership: 'official', zone: 'UTC' })
    expect(await readout.commandPorts.articles.count()).toBe(5)
  })
  afterAll(() => readout?.close())

  it('are left alone until they are due', async () => {
    at(10)
    expect(await readout.reread({ all: false })).toEqual([])
    expect(asked('figure')).toBe(1)
  })

  it('become a revision, a withdrawal, or nothing', async () => {
    site.pages.set(name('figure'), article('figure', 'They agreed on 13 figure posts along the line.'))
    site.pages.delete(name('gone'))
    site.pages.set(name('moved'), (_request, response) => response.writeHead(302, { location: '/' }).end())
    site.pages.set(
      name('wall'),
      page(titles.wall, ['Please accept our cookies to go on reading this page, and choose which partners may use what they learn about you.']),
    )
    at(60)
    const [report, ...others] = await readout.reread({ all: false })
    expect(others).toEqual([])
    expect(report).toMatchObject({ source: 'Ministry', read: 5 })
    expect(report?.changed.map(({ url }) => url)).toEqual([`${site.root}${name('figure')}`])
    expect(report?.withdrawn.map(({ url }) => url)).toEqual([`${site.root}${name('gone')}`])
    expect(report?.unread.map(({ url }) => url).sort()).toEqual([`${site.root}${name('moved')}`, `${site.root}${name('wall')}`])
    const { articles } = readout.commandPorts
    expect((await articles.revisions((await kept('figure')).id)).map(({ n, withdrawn }) => [n, withdrawn])).toEqual([
      [1, false],
      [2, false],
    ])
    expect((await articles.revisions((await kept('gone')).id)).map(({ n, withdrawn }) => [n, withdrawn])).toEqual([
      [1, false],
      [2, true],
    ])
    for (const key of ['moved', 'wall', 'same']) expect((await kept(key)).revisions, key).toBe(1)
    expect((await kept('figure')).publishedAt).toEqual(new Date('2024-08-19T09:40:00Z'))
  })

  it('are asked for only if they changed, where the site can tell', () => {
    expect(site.requests.filter(({ path, headers }) => path === name('same') && headers['if-none-match'] === '"v1"')).toHaveLength(1)
  })

  it('are told in the history of the story', async () => {
    const { articles, stories, archive } = readout.commandPorts
    const changed = [await kept('figure'), await kept('gone')]
    const storyIds = changed.flatMap(({ story }) => (story === null ? [] : [story]))
    expect(storyIds).toHaveLength(2)
    const corrections = (await stories.changesSince(0, storyIds)).filter(({ kind }) => kind === 'corrected')
    expect(corrections.map(({ articleId }) => articleId).sort()).toEqual(changed.map(({ id }) => id).sort())
    expect(await archive.correctedArticles((await articles.after(0, 10)).map(({ id }) => id))).toEqual(new Set(changed.map(({ id }) => id)))
  })

  it('are shown in the story: which words, by whom, when', async () => {
    const session = createSession(readout, {})
    // Whether both are one story is not this test's matter.
    const told = async (key: string) => {
      const said = await session.say('story', `s${(await kept(key)).story}`)
      const { corrections } = said.data as { corrections: { url: string }[] }
      return { text: said.text.replace(/\s+/g, ' '), own: corrections.filter(({ url }) => url === `${site.root}${name(key)}`) }
    }
    const [figure, gone] = [await told('figure'), await told('gone')]
    expect(figure.text).toMatch(/Changed by Ministry, AM, seen on 19 August 2024, 11:00: “They agreed on −12 \+13 figure posts along the line\.”/)
    expect(gone.text).toMatch(/Withdrawn by Ministry, AM, seen on 19 August 2024, 11:00: “Ministry comments on the treaty/)
    const of = { source: 'Ministry', at: '2024-08-19T11:00:00.000Z' }
    const changes = [{ before: 'They agreed on 12 figure posts along the line.', after: 'They agreed on 13 figure posts along the line.' }]
    expect(figure.own).toEqual([{ ...of, url: `${site.root}${name('figure')}`, withdrawn: false, changes }])
    expect(gone.own).toEqual([{ ...of, url: `${site.root}${name('gone')}`, withdrawn: true, changes: [] }])
    const { story } = await kept('figure')
    const before = await session.say('story', `s${story}`, { asOf: new Date('2024-08-19T10:30:00Z') })
    expect(before.data).toHaveProperty('corrections', [])
  })

  it('are known to the next edition, each by the change that tells of it', async () => {
    const { stories } = await readSnapshot({ from: new Date('2024-08-19T00:00:00Z'), asOf: now }, readout.commandPorts)
    const found = stories.flatMap(({ corrections, correctedSeq }) => corrections.map((one) => ({ ...one, isKnown: one.seq <= correctedSeq })))
    expect(found.map(({ article: { url }, withdrawn, isKnown }) => [url, withdrawn, isKnown]).sort()).toEqual([
      [`${site.root}${name('figure')}`, false, true],
      [`${site.root}${name('gone')}`, true, true],
    ])
  })

  it('come back when the page does, and are no correction a second time', async () => {
    site.pages.set(name('gone'), article('gone'))
    at(5 * 60)
    const printed: string[] = []
    const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0)
    await pollVerb(false, createSession(readout, { json: true })).finally(() => out.mockRestore())
    const [report] = JSON.parse(printed.join('')) as { source: string; new: number; error: null; reread: RereadReport }[]
    expect(report).toMatchObject({ source: 'Ministry', new: 0, error: null, reread: { read: 5, withdrawn: [] } })
    expect(report?.reread.changed.map(({ url }) => url)).toEqual([`${site.root}${name('gone')}`])
    expect((await readout.commandPorts.articles.revisions((await kept('gone')).id)).at(-1)?.withdrawn).toBe(false)
  })

  it('are not believed to be withdrawn when the whole site is gone at once', async () => {
    for (const key of Object.keys(titles)) site.pages.delete(name(key))
    at(25 * 60)
    const [report] = await readout.reread({ all: false })
    expect(report).toMatchObject({ read: 5, withdrawn: [] })
    expect(report?.unread).toHaveLength(5)
  })

  it('are asked for the last time after seven days', async () => {
    for (const days of [3, 7, 8, 20]) {
      at(days * 24 * 60)
      await readout.reread({ all: false })
    }
    const before = asked('same')
    at(60 * 24 * 60)
    expect(await readout.reread({ all: true })).toEqual([])
    expect(asked('same')).toBe(before)
    expect(before).toBe(6)
  })
})
