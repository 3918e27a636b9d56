import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addSourceArguments } from '../../src/commands/adding-sources.js'
import type { CommandContext, CommandPorts, Reply } from '../../src/commands/command.js'
import { urgentSourceNotice, weeklySourceReport } from '../../src/commands/source-notices.js'
import { findCommand } from '../../src/commands/table.js'
import { messageText } from '../../src/messages/spans.js'
import { words } from '../../src/messages/words.js'
import type { Candidate, Discovery } from '../../src/sources/discover.js'
import type { Store } from '../../src/store/open.js'
import { openTestStore } from '../store/test-store.js'

const now = new Date('2024-09-01T12:00:00Z')

function replyText(reply: Reply): string {
  return reply.messages.map(messageText).join('\n\n')
}

const candidate = (url: string, title: string): Candidate => ({
  kind: 'feed',
  url,
  title,
  home: new URL('/', url).href,
  language: 'hy',
  sample: [
    {
      id: '1',
      title: 'Բանակցությունները շարունակվում են',
      link: url,
      publishedAt: { instant: now, precision: 'minute' },
      updatedAt: null,
      summary: null,
      content: null,
      author: null,
      categories: [],
    },
  ],
})
const found = (...candidates: Candidate[]): Discovery => ({
  candidates,
  pageLinks: [],
  listed: [],
  problem: candidates.length > 0 ? null : 'there is no site of this name',
})

describe('the commands about sources', () => {
  let store: Store
  let ports: CommandPorts
  let links: Map<string, Discovery>
  let reads: number[]
  const context = {
    now,
    asOf: now,
    lang: 'en',
    zone: 'Asia/Yerevan',
    languagesRead: ['en'],
    say: words('en'),
    person: { role: 'owner', address: { platform: 'slack', workspace: 'T1', user: 'U1' } },
  } as unknown as CommandContext

  async function say(name: string, input: unknown = ''): Promise<Reply> {
    const command = findCommand(name)
    if (!command) throw new Error(`no command ${name}`)
    return command.run(command.arguments.parse(input), context, ports)
  }
  const add = (link: string, more = '') => say('addsource', `${link} yes ${more}`)
  const buttons = (reply: Reply) => reply.messages.flatMap((message) => message.buttons.flat())

  beforeAll(async () => {
    store = await openTestStore()
  })
  beforeEach(async () => {
    await sql`truncate source restart identity cascade`.execute(store.db)
    links = new Map(['a', 'b', 'c'].map((name) => [`https://${name}.am`, found(candidate(`https://${name}.am/rss`, `News ${name.toUpperCase()}`))]))
    reads = []
    ports = {
      audit: store.audit,
      sources: store.sources,
      discover: async (link: string) => links.get(link) ?? found(),
      readSource: async (source: { id: number }) => {
        reads.push(source.id)
        return { read: 3, dropped: 1 }
      },
    } as unknown as CommandPorts
  })

  it('understand a line of words as well as options', () => {
    expect(addSourceArguments.parse('https://x.am yes country=am --ownership independent name="X News" zone=+04:00')).toMatchObject({
      link: 'https://x.am',
      yes: true,
      country: 'AM',
      ownership: 'independent',
      name: 'X News',
      zone: '+04:00',
    })
    expect(addSourceArguments.safeParse('https://x.am yes zone=Yerevan').error?.issues[0]?.message).toContain('expected an IANA zone')
    expect(addSourceArguments.parse('starter=am')).toMatchObject({ starter: 'am' })
    expect(addSourceArguments.parse('starter am az')).toMatchObject({ starter: 'am az' })
    expect(addSourceArguments.parse('')).toMatchObject({ link: '', yes: false })
  })

  it('show what was found with samples and a guess, and add it when it is confirmed', async () => {
    const preview = await say('addsource', 'https://a.am')
    expect(replyText(preview)).toContain('1. Found feed “News A”')
    expect(replyText(preview)).toContain('2024-09-01 · hy · Բանակցությունները շարունակվում են')
    expect(replyText(preview)).toContain('Guess: AM, hy')
    expect(await store.sources.list()).toEqual([])
    const [confirm] = buttons(preview)
    if (!confirm || !('command' in confirm)) throw new Error('no button')
    expect(replyText(await say(confirm.command, confirm.argument))).toContain('Added: News A (feed), 3 items now.')
    expect(await store.sources.list()).toMatchObject([{ name: 'News A', country: 'AM', zone: 'Asia/Yerevan', confirmed: true }])
    expect(replyText(await say('addsource', 'https://a.am'))).toContain('Already there: 1. News A.')
  })

  it('offer several feeds as a choice', async () => {
    links.set('https://two.am', found(candidate('https://two.am/hy/rss', 'Armenian'), candidate('https://two.am/en/rss', 'English')))
    const preview = await say('addsource', 'https://two.am')
    expect(buttons(preview).map((button) => button.label)).toEqual([
      'Add 1 as AM, hy',
      'Add 1 without labels',
      'Add 2 as AM, hy',
      'Add 2 without labels',
    ])
    await add('https://two.am', 'pick=2')
    expect((await store.sources.list())[0]?.name).toBe('English')
  })

  it('say why nothing was found, and what to give when nothing was given', async () => {
    expect(replyText(await add('https://nowhere.am'))).toContain('there is no site of this name')
    expect(buttons(await say('addsource')).length).toBeGreaterThan(3)
  })

  it('list the worst first, ten a page, with totals, filters and repairs', async () => {
    for (let n = 1; n <= 12; n++) {
      const wanted = {
        name: `Outlet ${n}`,
        kind: 'feed' as const,
        url: `https://o${n}.example/rss`,
        home: null,
        country: n <= 5 ? 'AM' : null,
        language: 'ru',
        ownership: null,
        zone: null,
        confirmed: n <= 5,
      }
      await store.sources.add(wanted, now)
      await store.sources.savePollState(
        n,
        n === 7 ? { failures: 3, lastError: 'the site did not answer in time' } : { lastSuccessAt: now, lastNewItemAt: now },
      )
    }
    const text = replyText(await say('sources'))
    expect(text).toContain('12 sources: 1 not read, 11 read well, 7 unlabelled')
    expect(text.indexOf('7. Outlet 7')).toBeLessThan(text.indexOf('1. Outlet 1 '))
    expect(text).toContain('not read: the site did not answer in time')
    expect(text).toContain('Page 1 of 2')
    expect(buttons(await say('sources')).map((button) => button.label)).toEqual(['Retry 7', 'Pause 7 a week', 'New address for 7', 'Next ›'])
    expect((await say('sources', 'am')).data).toHaveLength(5)
    expect((await say('sources', 'bad')).data).toHaveLength(1)
    expect((await say('sources', 'ru')).data).toHaveLength(12)
    expect((await say('sources', 'outlet 12')).data).toHaveLength(1)
    expect(replyText(await say('sources', 'page 2'))).toContain('Page 2 of 2')
    expect(replyText(await say('sources', 'ka'))).toContain('No source matches “ka”')
  })

  it('name a source by number, host or part of its name in any script, and offer two when two fit', async () => {
    await add('https://a.am', 'name="Кавказский узел"')
    await add('https://b.am')
    await add('https://c.am')
    expect(replyText(await say('pausesource', 'kavkaz'))).toContain('Paused: Кавказский узел')
    expect(replyText(await say('pausesource', 'b.am week'))).toContain('Paused until 8 September 2024: News B')
    expect(replyText(await say('resumesource', '1'))).toContain('Reading again: Кавказский узел')
    const two = await say('removesource', 'news')
    expect(buttons(two).map((button) => button.label)).toEqual(['2. News B', '3. News C'])
    expect(replyText(await say('removesource', '3'))).toContain('Removed: News C')
    expect(await store.sources.list()).toHaveLength(2)
    expect(replyText(await say('removesource', 'nobody'))).toContain('No source matches')
  })

  it('read again, move, and label a source', async () => {
    await add('https://a.am')
    expect(replyText(await say('retrysource', 'News A'))).toContain('Read: News A, 3 articles new.')
    expect(reads).toEqual([1, 1])
    links.set('https://new.am/rss', found(candidate('https://new.am/rss', 'New')))
    expect(replyText(await say('movesource', '1 https://new.am/rss'))).toContain('is read at https://new.am/rss from now on')
    expect((await store.sources.byId(1))?.url).toBe('https://new.am/rss')
    expect(replyText(await say('labelsource', '1 AM hy independent'))).toContain('AM, hy, independent')
    expect(await store.sources.byId(1)).toMatchObject({ country: 'AM', ownership: 'independent', confirmed: true, zone: 'Asia/Yerevan' })
  })

  it('import a list as one report, guess its labels at a tap, and export it again', async () => {
    const opml =
      '<opml version="2.0"><body><outline text="AM"><outline text="Azertag" xmlUrl="https://azertag.az/rss"/><outline text="X" xmlUrl="https://x.ge/rss" readout:country="GE"/></outline></body></opml>'
    const report = await say('importsources', opml)
    expect(replyText(report)).toContain('2 in the list: 2 added, 0 already there.')
    expect(replyText(report)).toContain('1 without country')
    const [guess] = buttons(report)
    if (!guess || !('command' in guess)) throw new Error('no button')
    expect(replyText(await say(guess.command, guess.argument))).toContain('1. Azertag: AZ')
    expect(await store.sources.byId(1)).toMatchObject({ country: 'AZ', ownership: 'state', folder: 'AM' })
    expect(replyText(await say('importsources', opml))).toContain('0 added, 2 already there')
    expect((await say('exportsources')).data).toMatchObject({ count: 2, opml: expect.stringContaining('readout:country="AZ"') })
  })

  it('tell admins at once what cannot wait, once, and the rest in a weekly report', async () => {
    const hearer = { now, lang: 'en' as const, zone: 'UTC', say: words('en') }
    await add('https://a.am', 'country=AM')
    await add('https://b.am', 'country=AM')
    const state = { failures: 2, lastError: 'the site did not answer in time', lastSuccessAt: new Date('2024-08-30T12:00:00Z') }
    for (const id of [1, 2]) await store.sources.savePollState(id, state)
    const urgent = await urgentSourceNotice(ports, hearer)
    expect(urgent && messageText(urgent)).toContain('No source of Armenia can be read any more.')
    expect(await urgentSourceNotice(ports, hearer)).toBeNull()
    const weekly = messageText(await weeklySourceReport(ports, hearer))
    expect(weekly).toContain('2 sources: 2 not read')
    expect(weekly).toContain('1. News A: not read: the site did not answer in time')
  })

  it('add a starter list, opened or not, and check it', async () => {
    links.set('https://hetq.am/en', found(candidate('https://hetq.am/en/rss', 'Hetq')))
    expect(replyText(await say('addsource', 'starter=am'))).toMatch(/^17 added, 0 already there\. Opened: 1; not opened yet, so unverified: 16\./)
    expect((await store.sources.list()).find(({ name }) => name === 'Hetq')).toMatchObject({
      kind: 'feed',
      country: 'AM',
      ownership: 'independent',
      folder: 'am',
    })
    links.set('https://armenpress.am/en', found(candidate('https://armenpress.am/en/rss', 'Armenpress')))
    links.set('https://hetq.am/en/rss', found(candidate('https://hetq.am/en/rss', 'Hetq')))
    const checked = await say('check-sources')
    expect(replyText(checked)).toContain('1 of 17 sources can be read.')
    expect(replyText(checked)).toContain('readable sources of Armenia')
    expect(buttons(checked).map((button) => button.label)).toEqual(['Use the new address for 1'])
  })

  it('open the links of a starter list without adding any, the unreadable ones first', async () => {
    links.set('https://civil.ge', found(candidate('https://civil.ge/feed', 'Civil Georgia')))
    const before = (await store.sources.list()).length
    const { data } = await say('check-sources', 'starter ge')
    const { checked, readable } = data as {
      checked: { name: string; readable: boolean; proposal: string | null; problem: string | null }[]
      readable: number
    }
    expect([readable, checked.length >= 8, checked[0]?.readable]).toEqual([1, true, false])
    expect(checked.find((one) => one.readable)).toMatchObject({ name: 'Civil.ge', proposal: 'https://civil.ge/feed', problem: null })
    expect(checked[0]?.problem).toBeTruthy()
    expect((await store.sources.list()).length).toBe(before)
  })

  it('leave an entry of who changed what, and none where nothing was changed', async () => {
    const before = (await store.audit.list(1))[0]?.id ?? 0
    await say('addsource', addSourceArguments.parse('https://a.am yes country=AM'))
    await say('pausesource', '1 week')
    await say('labelsource', '1')
    await say('removesource', 'nothing of that name')
    const since = (await store.audit.list(9)).filter((entry) => entry.id > before).reverse()
    expect(since.map(({ by, action }) => [by, action])).toEqual([
      ['slack:T1/U1', 'addsource'],
      ['slack:T1/U1', 'pausesource'],
    ])
  })
})
