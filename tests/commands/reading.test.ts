import { beforeAll, describe, expect, it } from 'vitest'
import type { CommandPorts, DigestRequest } from '../../src/commands/command.js'
import { runCommand } from '../../src/commands/run.js'
import { messageText } from '../../src/messages/spans.js'
import { keepArticle } from '../../src/pipeline.js'
import { article, lexicon } from '../answers/told-articles.js'
import { openTestStore } from '../store/test-store.js'

const now = new Date('2024-08-29T08:00:00Z')
const digests: DigestRequest[] = []
let ports: CommandPorts

beforeAll(async () => {
  const store = await openTestStore()
  const page = { zone: '+04:00', language: 'en', kind: 'page' as const, confirmed: true }
  const add = (name: string, country: string, url: string) =>
    store.sources.add({ ...page, name, country, ownership: 'independent', url, home: url }, now)
  const courier = (await add('Lori Courier', 'AM', 'https://courier.example/')).source.id
  const wire = (await add('Absheron Wire', 'AZ', 'https://wire.example/')).source.id
  const reports = [
    article(
      1,
      '2024-08-28T16:00:00Z',
      courier,
      'Mirzoyan and Bayramov meet in Almaty',
      'The foreign ministers of Armenia and Azerbaijan, Ararat Mirzoyan and Jeyhun Bayramov, met in Almaty on 28 August to discuss the peace treaty.',
      1,
    ),
    article(
      2,
      '2024-08-26T16:00:00Z',
      wire,
      'Energy ministers of Azerbaijan and Georgia sign a protocol on gas in Tbilisi',
      'The energy ministers of Azerbaijan and Georgia signed a protocol on gas transit in Tbilisi on 26 August, the ministry in Baku said.',
      2,
    ),
    article(
      3,
      '2024-08-22T16:00:00Z',
      courier,
      'Military exercise of Armenia and the United States opens near Yerevan',
      'A joint military exercise of Armenia and the United States opened near Yerevan on 22 August, the Defence Ministry said.\n\nThe exercise will last until 5 September.',
      3,
    ),
  ]
  for (const { id: _id, story: _story, group: _group, ...read } of reports)
    await keepArticle(read, { zone: '+04:00' }, { articles: store.articles, stories: store.stories, lexicon, now: () => read.readAt })
  const composeDigest = async (request: DigestRequest) => {
    digests.push(request)
    return { message: { blocks: [], buttons: [], lang: request.lang }, data: null, shown: [] }
  }
  ports = { ...store, lexicon, sample: false, web: { publicUrl: null }, composeDigest } as unknown as CommandPorts
})

async function say(command: string, words: string, lang = 'en') {
  const { messages } = await runCommand(
    command,
    words,
    {
      address: { platform: 'telegram', workspace: '', chat: `7${lang}`, thread: '' },
      kind: 'private' as const,
      person: { platform: 'telegram', workspace: '', user: '7' },
      languageHint: lang,
      zoneHint: null,
      now,
      asOf: null,
    },
    ports,
    'Asia/Yerevan',
  )
  return { text: messages.map(messageText).join('\n'), buttons: messages.flatMap((message) => message.buttons.flat()) }
}

describe('start', () => {
  it('shows two stories: where the last day has one, the other is of the week', async () => {
    const { text } = await say('start', '')
    expect(text).toMatch(/1\. 28 August 2024 · “Mirzoyan and Bayramov meet[\s\S]+2\. 26 August 2024 · “Energy ministers/)
  })
})

describe('story and cite', () => {
  it('offer what there is where nothing has that number', async () => {
    const { text, buttons } = await say('story', '99')
    expect(text).toMatch(/^There is no story 99\.[\s\S]+Which story\?[\s\S]+1\. Mirzoyan and Bayramov meet/)
    expect(buttons.map(({ label }) => label)).toContain('Story 1')
    expect((await say('cite', 's99999')).buttons.find(({ label }) => label === 'Story 1')).toMatchObject({ command: 'cite' })
  })
  it('date once what was reported on one day', async () => {
    const { text } = await say('story', '1')
    expect(text).toContain('\nreported on 28 August 2024\n')
    expect(text).not.toContain('last report')
  })
  it('cite under the text every page that is quoted, the headline’s first', async () => {
    await say('story', '1')
    const { text } = await say('cite', '1')
    expect(text).toMatch(/^“Mirzoyan and Bayramov meet in Almaty” - Lori Courier, AM \[1\]\n/)
    expect(text).toContain('\n[1] Lori Courier (AM, independent), Mirzoyan and Bayramov meet in Almaty, 28 August 2024, 20:00 (Asia/Yerevan), ')
  })
})

describe('calendar', () => {
  it('says by the headline of its story what an announcement leaves open', async () => {
    const { text } = await say('calendar', '')
    expect(text).toMatch(/5 September 2024: “The exercise will last until 5 September\.” - Lori Courier, AM \[1\]\n“Military exercise of Armenia/)
  })
})

describe('check', () => {
  it('knows a page by another spelling of its address, and says where to look where it does not', async () => {
    expect((await say('check', 'https://www.outlet.example/1/?utm_source=chat')).text).toContain('Earliest report that I read: Lori Courier, AM')
    const unknown = await say('check', 'https://elsewhere.example/page')
    expect(unknown.buttons).toMatchObject([{ command: 'topics' }, { command: 'latest' }])
  })
})

describe('digest', () => {
  const wanted = async (words: string, lang = 'en') => {
    const { text } = await say('digest', words, lang)
    const { from, to } = digests.at(-1) as DigestRequest
    return { text, days: [from.toISOString(), to.toISOString()] }
  }
  const yesterday = ['2024-08-27T20:00:00.000Z', '2024-08-28T20:00:00.000Z']
  const lastDay = ['2024-08-28T08:00:00.000Z', '2024-08-29T08:00:00.000Z']

  it.each([
    ['2024-08-28', 'en'],
    ['yesterday', 'en'],
    ['28 August', 'en'],
    ['вчера', 'ru'],
    ['երեկ', 'hy'],
    ['dünən', 'az'],
    ['გუშინ', 'ka'],
    ['dün', 'tr'],
    ['yesterday', 'ka'],
  ])('%s (%s) is of that day', async (words, lang) => {
    expect(await wanted(words, lang)).toEqual({ text: '', days: yesterday })
  })

  it.each(['week', 'неделя', 'շաբաթ', 'həftə', 'კვირა', 'hafta'])('%s is of seven days', async (words) => {
    expect((await wanted(words)).days).toEqual(['2024-08-22T08:00:00.000Z', '2024-08-29T08:00:00.000Z'])
  })

  it('says what it did not take for a day, and what is still to come', async () => {
    expect(await wanted('abracadabra')).toEqual({ text: 'I know no day by “abracadabra”. The last 24 hours:', days: lastDay })
    expect(await wanted('2024-02-31')).toEqual({ text: 'I know no day by “2024-02-31”. The last 24 hours:', days: lastDay })
    expect(await wanted('2030-01-01')).toEqual({ text: '1 January 2030 is still to come. The last 24 hours:', days: lastDay })
  })
})
