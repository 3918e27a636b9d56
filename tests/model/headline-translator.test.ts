/** Titles are translated beside everything else: only those that a chat would miss, each once, and nothing waits for them. */
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { composeEdition } from '../../digests/edition.js'
import { editionJson, editionMessage } from '../../digests/edition-message.js'
import type { ReadArticle } from '../../src/articles/article.js'
import type { Language } from '../../src/lexicon/lexicon.js'
import { loadLexicon } from '../../src/lexicon/load.js'
import type { Log } from '../../src/log.js'
import { messageText } from '../../src/messages/spans.js'
import { words } from '../../src/messages/words.js'
import { createModelClient } from '../../src/model/client.js'
import { createHeadlineTranslator, type HeadlineTranslator } from '../../src/model/headline-translator.js'
import { keepArticle } from '../../src/pipeline.js'
import type { Store } from '../../src/store/open.js'
import { until } from '../digests/world.js'
import { sampleSource } from '../store/sample-articles.js'
import { openTestStore } from '../store/test-store.js'
import { type Asked, type FakeModel, startFakeModel, translating } from './fake-model.js'

const lexicon = loadLexicon([])
const now = new Date('2026-05-01T12:00:00Z')
const hourMs = 3_600_000
const key = 'sk-very-secret-key'

const law = 'Հայաստանն ընդունեց ԵՄ-ին անդամակցելու մասին օրենքը'
const trip = 'Նիկոլ Փաշինյանը մեկնել է Բրյուսել'
const inEnglish: Record<string, string> = {
  [law]: 'Armenia adopts the law on joining the EU',
  [trip]: 'Nikol Pashinyan departs for Brussels',
  'Азербайджан вернул Армении 12 военнопленных': 'Azerbaijan returned 12 prisoners of war to Armenia',
}

let server: FakeModel
let store: Store
let source: number
const running: HeadlineTranslator[] = []
const lines: string[] = []
const note = (details: object, message: string): void => void lines.push(`${JSON.stringify(details)} ${message}`)
const log: Log = { error: note, warn: note, info: note, debug: note }

beforeAll(async () => {
  server = await startFakeModel()
  store = await openTestStore({ now: () => now })
  source = await sampleSource(store, 'Hetq', 'Asia/Yerevan')
})
afterAll(async () => server.close())
beforeEach(async () => {
  server.asked.length = 0
  lines.length = 0
  server.behave(({ headline }) => translating(inEnglish[headline] ?? 'Nobody knows'))
  await sql`truncate article, story, chat, lease cascade`.execute(store.db)
})
afterEach(async () => {
  for (const translator of running.splice(0)) await translator.stop()
})

async function read(title: string, lang: string, { hoursAgo = 2, url = `https://hetq.example/${encodeURIComponent(title)}` } = {}): Promise<number> {
  const article: ReadArticle = {
    url,
    canonicalUrl: url,
    sourceId: source,
    lang,
    title,
    author: null,
    text: `${title}։ ${lang === 'hy' ? 'Այս մասին հայտնել է Հայաստանի կառավարության խոսնակը Երևանում՝ խոսելով Ադրբեջանի հետ խաղաղության պայմանագրի մասին։' : 'Об этом сообщил представитель правительства Армении в Ереване, говоря о мирном договоре с Азербайджаном.'}`,
    publishedAt: new Date(now.getTime() - hoursAgo * hourMs),
    publishedAtFrom: 'page',
    publishedAtPrecision: 'minute',
  }
  const kept = await keepArticle(article, { zone: null }, { articles: store.articles, stories: store.stories, lexicon, now: () => now })
  if (!kept.relevant) throw new Error(`${title}: not relevant, expected a title of the region's diplomacy`)
  return kept.id
}

async function chat(name: string, lang: Language, languagesRead: Language[]): Promise<void> {
  const { id } = await store.chats.chat({ platform: 'telegram', workspace: '', chat: name, thread: '' }, 'private', now)
  await store.chats.saveSettings(id, { lang, zone: null, languagesRead })
}

function start(owner = 'one', options: { timeoutMs?: number } = {}): HeadlineTranslator {
  const model = createModelClient({ baseUrl: server.url, apiKey: key, model: 'small', fetch, now: () => now, callsAMinute: 1_000, ...options })
  const translator = createHeadlineTranslator({
    model,
    lexicon,
    titles: store.titleTranslations,
    leases: store.leases,
    owner,
    now: () => now,
    log,
    everyMs: 20,
  })
  running.push(translator)
  translator.start()
  return translator
}

const titleIn = async (id: number): Promise<Partial<Record<Language, string>>> => (await store.articles.byId(id))?.titleIn ?? {}
/** Rounds enough for whatever would still be asked. */
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 300))

async function digest(lang: Language, languagesRead: Language[]): Promise<{ text: string; json: string }> {
  const { archive, articles, stories, sources } = store
  const request = { from: new Date(now.getTime() - 24 * hourMs), to: now, asOf: now, lang, zone: 'UTC', languagesRead }
  const edition = await composeEdition(request, { archive, articles, stories, sources, lexicon })
  return { text: messageText(editionMessage(edition, lexicon, words(lang))), json: JSON.stringify(editionJson(edition, lexicon)) }
}

describe('headlines in the background', () => {
  it('are translated newest first, for chats that do not read their language, and shown with their mark behind the original', async () => {
    const [older, newer] = [await read(trip, 'hy', { hoursAgo: 5 }), await read(law, 'hy')]
    await read('Азербайджан вернул Армении 12 военнопленных', 'ru')
    await chat('1', 'en', ['en', 'ru'])
    await chat('2', 'en', ['en', 'ru', 'hy'])
    await chat('3', 'hy', ['hy', 'ru'])
    const before = await digest('en', ['en', 'ru'])
    const translator = start()
    await until('translated', () => translator.counts().translated === 2)
    await settled()
    // Who speaks English reads Russian, whoever it is; the one who speaks Armenian reads both.
    expect(server.asked.map(({ headline, from, to }) => [headline, from, to])).toEqual([
      [law, 'hy', 'en'],
      [trip, 'hy', 'en'],
    ])
    expect([await titleIn(newer), await titleIn(older)]).toEqual([{ en: inEnglish[law] }, { en: inEnglish[trip] }])
    const after = await digest('en', ['en', 'ru'])
    expect(after.text).toContain(`“${law}” - Hetq, unlabelled (in Armenian) [`)
    expect(after.text).toMatch(/\[\d\] \(machine translation: Armenia adopts the law on joining the EU\)/)
    expect(after.text).not.toMatch(/“[^”]*Armenia adopts/)
    // Programs are told what the sources wrote.
    expect(after.json).toEqual(before.json)
    // Who reads Armenian is shown what he was shown before.
    expect((await digest('en', ['en', 'hy'])).text).not.toContain('machine translation')
  })

  it('are left as they are where nobody needs them, or they are old or withdrawn', async () => {
    const old = await read(law, 'hy', { hoursAgo: 49 })
    const withdrawn = await read(trip, 'hy')
    await store.articles.markWithdrawn(withdrawn, now)
    start()
    await settled()
    await chat('1', 'en', ['en'])
    await settled()
    expect(server.asked).toEqual([])
    expect(await titleIn(old)).toEqual({})
  })

  it('are asked for once: a reply that was refused is kept as refused', async () => {
    const id = await read(law, 'hy')
    await chat('1', 'en', ['en'])
    server.behave(() => translating('Armenia and Iran adopt the law on joining the EU'))
    const translator = start()
    await until('refused', () => translator.counts().refused === 1)
    await settled()
    expect(server.asked).toHaveLength(1)
    expect(await titleIn(id)).toEqual({})
    const { title_translations: kept } = await store.db
      .selectFrom('article')
      .select('title_translations')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(kept).toEqual({ en: { refused: 'names' } })
    expect((await digest('en', ['en'])).text).not.toContain('Iran')
  })

  it('are asked for by one of several processes, and by the other when that one ends', async () => {
    await chat('1', 'en', ['en'])
    const first = await read(law, 'hy')
    const [one, other] = [start('one'), start('other')]
    await until('translated', async () => (await titleIn(first)).en !== undefined)
    const busy = one.counts().translated === 1 ? one : other
    const idle = busy === one ? other : one
    await busy.stop()
    const second = await read(trip, 'hy')
    await until('translated by the other', async () => (await titleIn(second)).en !== undefined)
    expect(server.asked.map(({ headline }) => headline)).toEqual([law, trip])
    expect(idle.counts().translated).toBe(1)
  })

  it('are asked for anew by the next process where one is stopped, or killed, in between', async () => {
    await chat('1', 'en', ['en'])
    const id = await read(law, 'hy')
    server.behave(() => undefined)
    const stopped = start('one')
    await until('asked', () => server.asked.length === 1)
    await stopped.stop()
    expect(await titleIn(id)).toEqual({})
    server.behave(({ headline }) => translating(inEnglish[headline] ?? ''))
    start('next')
    await until('translated', async () => (await titleIn(id)).en === inEnglish[law])
  })

  it('do not wait for one that gets no reply', async () => {
    await chat('1', 'en', ['en'])
    const bad = await read(law, 'hy', { hoursAgo: 1 })
    const good = await read(trip, 'hy', { hoursAgo: 3 })
    let clock = now
    const fails = ({ headline }: Asked): boolean => headline === law
    server.behave((asked, response) => {
      if (!fails(asked)) return translating(inEnglish[asked.headline] ?? '')
      response.writeHead(500).end()
      return undefined
    })
    const model = createModelClient({ baseUrl: server.url, apiKey: key, model: 'small', fetch, now: () => clock })
    const { titleTranslations: titles, leases } = store
    const translator = createHeadlineTranslator({ model, lexicon, titles, leases, owner: 'one', now: () => clock, log, everyMs: 20 })
    running.push(translator)
    translator.start()
    await until('failed', () => model.counts().failed === 1)
    clock = new Date(now.getTime() + 60_000)
    await until('translated', async () => (await titleIn(good)).en !== undefined)
    expect(await titleIn(bad)).toEqual({})
    expect(model.counts().failed).toBe(1)
    expect(lines.filter((line) => line.includes('gave no reply'))).toHaveLength(1)
    expect(lines.join('\n')).not.toContain(key)
  })

  it('keep no digest waiting while the model hangs', async () => {
    await chat('1', 'en', ['en'])
    await read(law, 'hy')
    server.behave(() => undefined)
    start()
    await until('asked', () => server.asked.length === 1)
    const began = performance.now()
    const { text } = await digest('en', ['en'])
    expect(performance.now() - began).toBeLessThan(2_000)
    expect(text).toContain(law)
    expect(text).not.toContain('machine translation')
  })

  it('lose their translation when the page changes its title', async () => {
    await chat('1', 'en', ['en'])
    const url = 'https://hetq.example/changing'
    const id = await read(law, 'hy', { url })
    const translator = start()
    await until('translated', async () => (await titleIn(id)).en !== undefined)
    await translator.stop()
    await read(trip, 'hy', { url })
    expect(await titleIn(id)).toEqual({})
    // What was asked before the change is not kept with the new title.
    await store.titleTranslations.save({ title: law, from: 'hy', to: 'en' }, { text: 'Late' }, new Date(0))
    expect(await titleIn(id)).toEqual({})
  })
})
