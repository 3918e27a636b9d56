/** Delivery measured: 100,000 due subscriptions planned, then sent at a platform's pace, beside grammY loops in the same run (`npm run bench:deliver [-- --quick --alone]`). */
import { performance } from 'node:perf_hooks'
import { Worker } from 'node:worker_threads'
import { autoRetry } from '@grammyjs/auto-retry'
import { apiThrottler } from '@grammyjs/transformer-throttler'
import { Api } from 'grammy'
import { Agent, request } from 'undici'
import { loadLexicon } from '../src/lexicon/load.js'
import { createLog } from '../src/log.js'
import { messageText } from '../src/messages/spans.js'
import type { Platform, Receipt } from '../src/platform.js'
import { openStore, type Store } from '../src/store/open.js'
import { placeArticle } from '../src/stories/place.js'
import { type Choice, wholeChoice } from '../src/subscribers/subscription.js'
import { plannerOf, senderOf } from '../tests/digests/parts.js'
import { startRealPostgres } from '../tests/store/real-postgres.js'
import { sampleArticle, sampleSource } from '../tests/store/sample-articles.js'

const quick = process.argv.includes('--quick')
/** Without the loops beside it. */
const alone = process.argv.includes('--alone')
const subscriptions = quick ? 10_000 : 100_000
const slow = { count: quick ? 900 : 3_000, perSecond: 30 }
const fast = { count: quick ? 5_000 : 30_000, perSecond: 1_000 }
const storiesToday = 120

const log = createLog('error')
const megabytes = (bytes: number): number => Math.round(bytes / 1_048_576)
const pause = (ms: number): Promise<void> => new Promise((settle) => setTimeout(settle, ms))

// A minimal Bot API in a thread of its own: takes so many messages in any second, else 429 with retry_after 1.
const serverSource = `
const { createServer } = require('node:http'); const { parentPort } = require('node:worker_threads');
let limit = 30, window = [], head = 0, taken = 0, refused = 0, first = 0, last = 0, target = Infinity;
const server = createServer((incoming, response) => { let text = ''; incoming.on('data', (c) => { text += c }); incoming.on('end', () => {
  const now = performance.now(); while (head < window.length && window[head] <= now - 1000) head++; if (head > 5000) { window = window.slice(head); head = 0 }
  response.setHeader('content-type', 'application/json');
  if (window.length - head >= limit) { refused++; response.writeHead(429).end(JSON.stringify({ ok: false, error_code: 429, description: 'Too Many Requests: retry after 1', parameters: { retry_after: 1 } })); return }
  window.push(now); taken++; if (taken === 1) first = now; last = now; if (taken === target) parentPort.postMessage({ done: true });
  response.writeHead(200).end(JSON.stringify({ ok: true, result: { message_id: taken, date: 0, chat: { id: 1, type: 'private' }, text: '' } })) }) });
server.keepAliveTimeout = 60000; server.listen(0, '127.0.0.1', () => parentPort.postMessage({ port: server.address().port }));
parentPort.on('message', (m) => { if (m.limit) { limit = m.limit; window = []; head = 0; taken = 0; refused = 0; first = 0; last = 0; target = m.target } parentPort.postMessage({ taken, refused, seconds: (last - first) / 1000 }) });
`

interface ServerState {
  taken: number
  refused: number
  seconds: number
}

interface LimitedServer {
  root: string
  reset(limit: number, target: number): Promise<void>
  state(): Promise<ServerState>
  done: () => Promise<void>
  end(): Promise<number>
}

async function startServer(): Promise<LimitedServer> {
  const worker = new Worker(serverSource, { eval: true })
  const waiting: ((message: ServerState) => void)[] = []
  let doneNow = (): void => {}
  let done = Promise.resolve()
  const port = await new Promise<number>((settle) => worker.once('message', (message: { port: number }) => settle(message.port)))
  worker.on('message', (message: { done?: boolean } & ServerState) => {
    if (message.done) doneNow()
    else waiting.shift()?.(message)
  })
  const ask = (message: object): Promise<ServerState> =>
    new Promise((settle) => {
      waiting.push(settle)
      worker.postMessage(message)
    })
  return {
    root: `http://127.0.0.1:${port}`,
    async reset(limit, target) {
      done = new Promise((settle) => {
        doneNow = settle
      })
      await ask({ limit, target })
    },
    state: () => ask({}),
    done: () => done,
    end: () => worker.terminate(),
  }
}

function loopbackPlatform(root: string, perSecond: number): Platform {
  const agent = new Agent({ connections: 64, pipelining: 1 })
  return {
    name: 'telegram',
    sender: 'telegram:1',
    pace: { perSecond, perChatPerSecond: 1, perGroupPerMinute: 20 },
    async start() {},
    split: (message) => [message],
    async send(address, part): Promise<Receipt> {
      try {
        const { statusCode, body } = await request(`${root}/bot1:x/sendMessage`, {
          method: 'POST',
          dispatcher: agent,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ chat_id: address.chat, text: messageText(part).slice(0, 4096) }),
        })
        const answer = (await body.json()) as { result?: { message_id: number }; parameters?: { retry_after: number } }
        if (statusCode === 200) return { outcome: 'sent', messageIds: [String(answer.result?.message_id)] }
        return { outcome: 'refused', reason: `status ${statusCode}`, permanent: false, retryAfterMs: (answer.parameters?.retry_after ?? 1) * 1000 }
      } catch (error) {
        return { outcome: 'unknown', reason: String(error) }
      }
    },
    async stop() {
      await agent.close()
    },
  }
}

const lexicon = loadLexicon()

async function fill(store: Store, now: Date): Promise<void> {
  const countries = ['AM', 'AZ', 'GE', 'RU', 'TR', 'FR']
  const sources: number[] = []
  for (const country of countries) {
    const id = await sampleSource(store, `outlet-${country.toLowerCase()}`, null)
    await store.sources.update(id, { country, confirmed: true })
    sources.push(id)
  }
  const topics = ['peace-treaty', 'border', 'energy', 'detainees', 'mediation', 'transport-links'] as const
  const people = lexicon.people()
  const places = lexicon.places()
  for (let n = 0; n < storiesToday; n++) {
    const [person, place] = [people[(n * 3) % people.length], places[(n * 5) % places.length]]
    const name = person?.names.en?.[0] ?? `Person ${n}`
    const town = place?.names.en?.[0] ?? `Town ${n}`
    for (let copy = 0; copy <= n % 3; copy++) {
      const text = `${name} came to ${town} on Monday with ${n + 4} colleagues. ${invented(n, copy, 8)} The talks in ${town} took ${n + 2} hours, ${name} said. ${invented(n, copy + 3, 30)}`
      const publishedAt = new Date(now.getTime() - ((n * 11) % 1_380) * 60_000 - copy * 60_000)
      const outlet = (n + copy) % sources.length
      const url = `https://outlet-${outlet}.example/${n}`
      const { id } = await store.articles.save(
        sampleArticle(sources[outlet] ?? 0, {
          url,
          canonicalUrl: url,
          title: `${name} in ${town}: ${invented(n, copy, 3)}`,
          text,
          publishedAt,
          topics: [topics[n % topics.length] ?? 'border'],
          countries: ['AM', 'AZ'].slice(0, 1 + (n % 2)),
          people: person ? [person.slug] : [],
          places: place ? [place.slug] : [],
          nameKeys: [],
          statements: [],
          event: null,
          eventDate: null,
          eventDateInText: false,
        }),
        now,
      )
      const article = await store.articles.byId(id)
      if (article) await placeArticle(article, store.stories, { now })
    }
  }
}

/** A sentence of words that no other story has. */
function invented(story: number, copy: number, length: number): string {
  const syllables = ['ba', 'ko', 'ri', 'mu', 'ste', 'lan', 'vor', 'ge', 'shi', 'tal']
  const word = (at: number): string => {
    const seed = (story * 7919 + copy * 104_729 + at * 1_299_709) % 99_991
    return [seed % 10, Math.floor(seed / 10) % 10, Math.floor(seed / 100) % 10, Math.floor(seed / 1000) % 10].map((one) => syllables[one]).join('')
  }
  const text = Array.from({ length }, (_, at) => word(at)).join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** Sixty kinds of wish, two zones, and every third chat has seen some stories already. */
async function subscribe(store: Store, now: Date): Promise<void> {
  const topics = [[], ['peace-treaty'], ['border', 'energy'], ['detainees'], ['AM'], ['AZ', 'mediation'], ['transport-links'], [], [], ['energy']]
  const choices = ['en', 'ru', 'hy'].flatMap((lang) =>
    topics.flatMap((concepts) => (['short', 'full'] as const).map((length): Choice => ({ ...wholeChoice, lang: lang as 'en', concepts, length }))),
  )
  await store.pool.query(
    `insert into chat (platform, workspace, chat, thread, kind, made_at) select 'telegram', '', n::text, '', 'private', $2 from generate_series(1, $1::integer) n`,
    [subscriptions, now],
  )
  await store.pool.query(
    `insert into subscription (chat_id, times, weekdays, zone, choice, next_at, made_at)
     select id, array['08:30'], array[1,2,3,4,5,6,7], (array['Asia/Yerevan', 'Asia/Baku'])[1 + id % 2], $1::jsonb -> (id % $2::integer), $3::timestamptz, $3::timestamptz from chat`,
    [JSON.stringify(choices), choices.length, now],
  )
  await store.pool.query(
    `insert into chat_seen (chat_id, story_id, seq, at) select c.id, s.id, s.last_change, $1 from chat c join story s on (c.id + s.id) % 20 = 0 where c.id % 3 = 0`,
    [now],
  )
  await store.pool.query('analyze')
}

/** MB that are in use once what nothing holds any more is swept out. */
function liveHeap(): number {
  globalThis.gc?.()
  return megabytes(process.memoryUsage().heapUsed)
}

interface Watched<T> {
  result: T
  seconds: number
  /** MB at the start and at most; the difference is mostly garbage that nobody had to collect yet. */
  rss: [number, number]
  /** MB in use before and after. */
  live: [number, number]
}

async function watched<T>(work: () => Promise<T>): Promise<Watched<T>> {
  const before = liveHeap()
  const start = process.memoryUsage().rss
  let most = start
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 100)
  const began = performance.now()
  const result = await work()
  const seconds = (performance.now() - began) / 1000
  clearInterval(timer)
  return { result, seconds, rss: [megabytes(start), megabytes(most)], live: [before, liveHeap()] }
}

const rows: Record<string, string | number>[] = []

function add(what: string, state: ServerState, limit: number, { rss, live }: Pick<Watched<unknown>, 'rss' | 'live'>): void {
  const rate = (state.taken - 1) / state.seconds
  rows.push({
    what,
    sent: state.taken,
    'per second': rate.toFixed(1),
    'of the limit': `${((100 * rate) / limit).toFixed(1)} %`,
    '429': state.refused,
    'RSS MB': rss.join(' → '),
    'live heap MB': live.join(' → '),
  })
}

async function ours(store: Store, server: LimitedServer, { count, perSecond }: typeof slow): Promise<void> {
  const platform = loopbackPlatform(server.root, perSecond)
  await server.reset(perSecond, count)
  const sender = senderOf(store, platform, { owner: `bench-${perSecond}`, isPaused: async () => false })
  const memory = await watched(async () => {
    sender.start()
    await server.done()
    await sender.stop(5_000)
  })
  add(`Readout, ${perSecond}/s`, await server.state(), perSecond, memory)
  await platform.stop(0)
}

/** A loop over the chats, each call awaited, as a bot without an outbox would do it. */
async function peer(name: string, server: LimitedServer, { count, perSecond }: typeof slow, throttled: boolean): Promise<void> {
  const api = new Api('1:x', { apiRoot: server.root })
  if (throttled) {
    const reservoir = {
      reservoir: perSecond,
      reservoirRefreshAmount: perSecond,
      reservoirRefreshInterval: 1000,
      maxConcurrent: Math.max(1, perSecond),
    }
    api.config.use(apiThrottler({ global: reservoir }))
  }
  api.config.use(autoRetry())
  await server.reset(perSecond, count)
  const text = 'A digest of some length. '.repeat(60)
  const memory = await watched(async () => {
    if (throttled) await Promise.all(Array.from({ length: count }, (_, chat) => api.sendMessage(chat + 1, text)))
    else for (let chat = 1; chat <= count; chat++) await api.sendMessage(chat, text)
  })
  add(`${name}, ${perSecond}/s`, await server.state(), perSecond, memory)
}

const postgres = await startRealPostgres()
const store = await openStore({ dataDir: '.', databaseUrl: await postgres.newDatabase(), now: () => new Date(), log })
// As in earnest: every commit reaches the disk.
await store.pool.query('alter system set fsync = on')
await store.pool.query('select pg_reload_conf()')
const now = new Date()
await fill(store, now)
await subscribe(store, now)
const server = await startServer()
const platform = loopbackPlatform(server.root, 30)
// What is held while it plans, ten times on the way; the sweeping counts as planning.
const held: number[] = []
let written = 0
const planner = plannerOf(store, platform, {
  editions: {
    ...store.editions,
    async save(...given) {
      written += given[0].length
      if (written >= (held.length + 1) * (subscriptions / 10)) held.push(liveHeap())
      return store.editions.save(...given)
    },
  },
})
await pause(10)
const planned = await watched(() => planner.planDue(new Date()))
const { rows: sizes } = await store.pool.query<{ parts: number; bytes: number; blocks: number }>(
  'select count(*)::integer as parts, avg(pg_column_size(message))::integer as bytes, (select count(*)::integer from story_block) as blocks from delivery',
)
console.log(
  `${planned.result} editions composed and queued in ${planned.seconds.toFixed(1)} s (${postgres.version.split(' ').slice(0, 2).join(' ')}, fsync on)`,
)
console.log(
  `${sizes[0]?.parts} parts of ${sizes[0]?.bytes} bytes on average, ${sizes[0]?.blocks} shared story blocks; RSS ${planned.rss.join(' → ')} MB`,
)
console.log(`live heap ${planned.live[0]} MB before, ${held.join(', ')} MB on the way, ${planned.live[1]} MB after`)
await platform.stop(0)
for (const size of [slow, fast]) {
  await ours(store, server, size)
  if (alone) continue
  await peer('grammY loop, auto-retry', server, size, false)
  await peer('grammY, throttler + auto-retry', server, size, true)
}
console.table(rows)
await server.end()
await store.close()
await postgres.stop()
