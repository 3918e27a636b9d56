/** Processes that are killed at random moments while subscriptions fall due → what reached whom, and how the outbox tells it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFile } from '../../src/package-files.js'
import { openStore, type Store } from '../../src/store/open.js'
import { placeArticle } from '../../src/stories/place.js'
import { wholeChoice } from '../../src/subscribers/subscription.js'
import { sampleArticle, sampleSource } from '../store/sample-articles.js'
import { silentLog } from '../store/test-store.js'
import { startLoopback } from './loopback-platform.js'
import { everyDay } from './world.js'

export interface DrillOptions {
  /** "": embedded, in `dataDir`. */
  databaseUrl: string
  dataDir: string
  subscriptions: number
  processes: number
  kills: number
  /** Slots are spread over so many ms; kills too. */
  spanMs: number
}

export interface DrillReport {
  editions: number
  /** Deliveries by state. */
  states: Record<string, number>
  /** Parts that arrived more than once, though nobody said so: must be none. */
  repeated: string[]
  /** Parts called sent that never arrived, or refused ones that did: must be none. */
  untrue: string[]
  /** Chats whose second part came before their first. */
  disordered: string[]
  unknown: number
  /** Unknown outcomes as `outbox` lists them: must be all. */
  listed: number
  answers: Record<string, number>
}

async function open({ databaseUrl, dataDir }: DrillOptions): Promise<Store> {
  return openStore({ dataDir, databaseUrl: databaseUrl || null, now: () => new Date(), log: silentLog, name: 'drill' })
}

/** A few stories of today, so that editions have blocks to share. */
async function fill(store: Store): Promise<void> {
  const sources = [await sampleSource(store, 'one', null), await sampleSource(store, 'two', null)]
  const places = ['Tbilisi', 'Gyumri', 'Ganja', 'Batumi', 'Goris', 'Sheki']
  for (const [n, place] of places.entries()) {
    const text = `Officials opened bridge number ${n + 3} near ${place}.\n\nIt cost ${n + 2} million dollars, the ministry said in ${place}.`
    const at = new Date(Date.now() - (n + 1) * 3_600_000)
    const article = sampleArticle(sources[n % 2] ?? 0, {
      url: `https://one.example/${n}`,
      canonicalUrl: `https://one.example/${n}`,
      title: `A bridge near ${place} is open`,
      text,
      publishedAt: at,
      people: [],
      places: [place.toLowerCase()],
      nameKeys: [place.toLowerCase()],
      statements: [],
    })
    const { id } = await store.articles.save(article, at)
    const kept = await store.articles.byId(id)
    if (kept) await placeArticle(kept, store.stories, { now: at })
  }
}

async function subscribeAll(store: Store, options: DrillOptions): Promise<void> {
  const start = Date.now() + 2_000
  await store.pool.query(
    `insert into chat (platform, workspace, chat, thread, kind, made_at) select 'telegram', '', 'c' || n, '', 'private', now() from generate_series(1, $1::integer) n`,
    [options.subscriptions],
  )
  await store.pool.query(
    `insert into subscription (chat_id, times, weekdays, zone, choice, next_at, made_at)
     select id, array['08:30'], $1::integer[], 'Asia/Yerevan', $2::jsonb, to_timestamp(($3::float8 + random() * $4::float8) / 1000), now() from chat`,
    [everyDay, JSON.stringify(wholeChoice), start, options.spanMs],
  )
}

/** The process as JavaScript, as it is run in earnest: loading TypeScript costs each start seconds. Gives the folder, to be removed. */
function compile(): string {
  mkdirSync(packageFile('dist'), { recursive: true })
  const folder = mkdtempSync(packageFile('dist/drill-'))
  const config = {
    extends: '../../tsconfig.json',
    compilerOptions: { noEmit: false, noCheck: true, sourceMap: false, outDir: '.', rootDir: '../..' },
    include: [],
    files: ['../../tests/digests/drill-process.ts'],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  execFileSync(process.execPath, [packageFile('node_modules/typescript/bin/tsc'), '-p', join(folder, 'tsconfig.json')])
  return folder
}

async function said(child: ChildProcess): Promise<void> {
  await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')])
}

const pause = (ms: number): Promise<void> => new Promise((settle) => setTimeout(settle, ms))

/** Runs until everything is closed. */
export async function runDrill(options: DrillOptions): Promise<DrillReport> {
  const compiled = compile()
  const platform = await startLoopback()
  const children: ChildProcess[] = []
  try {
    let started = 0
    const launch = (): ChildProcess => {
      const script = join(compiled, 'tests/digests/drill-process.js')
      const args = [script, options.databaseUrl, options.dataDir, platform.url, `p${++started}`]
      return spawn(process.execPath, args, { cwd: packageFile('.'), stdio: ['ignore', 'pipe', 'inherit'] })
    }
    let store = await open(options)
    await fill(store)
    // The embedded database belongs to whoever plans and sends.
    if (!options.databaseUrl) await store.close()
    children.push(...Array.from({ length: options.processes }, launch))
    await Promise.all(children.map(said))
    if (!options.databaseUrl) store = await open(options)
    await subscribeAll(store, options)
    const gap = options.spanMs / (options.kills + 1)
    for (let kill = 0; kill < options.kills; kill++) {
      await pause(gap * (0.5 + Math.random()))
      const at = Math.floor(Math.random() * children.length)
      // One that goes through the owner's socket would take the database over from a dead owner.
      if (!options.databaseUrl) await store.close()
      children[at]?.kill('SIGKILL')
      const next = launch()
      children[at] = next
      if (!options.databaseUrl) {
        await said(next)
        store = await open(options)
      }
    }
    platform.calm()
    await drained(store, options)
    if (!options.databaseUrl) await store.close()
    for (const child of children) child.kill('SIGTERM')
    await Promise.all(children.map((child) => (child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null)))
    if (!options.databaseUrl) store = await open(options)
    const report = await reportOf(store, platform)
    await store.close()
    return report
  } finally {
    for (const child of children) child.kill('SIGKILL')
    await platform.close()
    rmSync(compiled, { recursive: true, force: true })
  }
}

/** Every slot has its edition and no part is open. */
async function drained(store: Store, options: DrillOptions): Promise<void> {
  for (const end = Date.now() + 90_000; Date.now() < end; await pause(250)) {
    const { rows } = await store.pool.query<{ editions: number; open: number }>(
      `select (select count(*) from edition)::integer as editions, (select count(*) from delivery where state in ('planned', 'sending'))::integer as open`,
    )
    if (rows[0]?.open === 0 && rows[0].editions >= options.subscriptions) return
  }
  const { rows } = await store.pool.query(
    'select state, count(*)::integer as n, max(reason) as reason, min(not_before) as since from delivery group by state',
  )
  throw new Error(`after 90 s of ${options.spanMs} ms something is still open: ${JSON.stringify(rows)}`)
}

async function reportOf(store: Store, platform: Awaited<ReturnType<typeof startLoopback>>): Promise<DrillReport> {
  const arrived = new Map<string, number>()
  const disordered: string[] = []
  for (const { chat, text } of platform.arrivals) {
    const part = text === 'second part' ? 1 : 0
    arrived.set(`${chat}/${part}`, (arrived.get(`${chat}/${part}`) ?? 0) + 1)
    if (part === 0 && arrived.has(`${chat}/1`)) disordered.push(chat)
  }
  const { rows } = await store.pool.query<{ chat: string; part: number; state: string }>(
    'select c.chat, d.part, d.state from delivery d join chat c on c.id = d.chat_id',
  )
  const states: Record<string, number> = {}
  for (const row of rows) states[row.state] = (states[row.state] ?? 0) + 1
  const count = (row: { chat: string; part: number }): number => arrived.get(`${row.chat}/${row.part}`) ?? 0
  const { rows: editions } = await store.pool.query<{ n: number }>('select count(*)::integer as n from edition')
  return {
    editions: editions[0]?.n ?? 0,
    states,
    repeated: [...arrived].filter(([, times]) => times > 1).map(([key]) => key),
    untrue: rows
      .filter((row) => (row.state === 'sent' && count(row) !== 1) || (row.state === 'refused' && count(row) !== 0))
      .map((row) => `${row.chat}/${row.part} ${row.state}`),
    disordered,
    unknown: states.unknown ?? 0,
    listed: (await store.outboxView.troubled(new Date(), 100_000)).filter(({ state }) => state === 'unknown').length,
    answers: platform.answers,
  }
}
