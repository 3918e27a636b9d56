/** A generated archive in an embedded store → how long the web's pages take at growing sizes: `npm run bench:pages [-- SIZES]`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWeb } from '../adapters/web/web.js'
import { loadConfig } from '../src/config.js'
import { loadLexicon } from '../src/lexicon/load.js'
import { assemble } from '../src/main.js'
import { openStore } from '../src/store/open.js'
import { goldFolder, readCorpus } from './corpus.js'
import { corpusArchive } from './corpus-archive.js'
import { grow, plant } from './grown-archive.js'

const gold = goldFolder()
if (!gold) {
  console.log('skipped: bench:pages (READOUT_CORPORA does not name a folder with eval/gold)')
  process.exit(0)
}
const sizes = (process.argv[2] ?? '2000,20000,200000').split(',').map(Number)
const { articles } = corpusArchive(readCorpus(gold), loadLexicon())
const newest = articles.reduce((latest, { publishedAt }) => (publishedAt && publishedAt > latest ? publishedAt : latest), new Date(0))
const now = new Date(newest.getTime() + 3_600_000)
const quiet = { error() {}, warn() {}, info() {}, debug() {} }
const rounds = 8

function median(times: number[]): string {
  return `${(times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0).toFixed(0)} ms`.padStart(8)
}

const dataDir = mkdtempSync(join(tmpdir(), 'readout-pages-'))
for (const [index, size] of sizes.entries()) {
  const store = await openStore({ dataDir, databaseUrl: null, now: () => now, log: quiet })
  if (index === 0) await plant(store, articles)
  await grow(store, size)
  await store.close()
  const readout = await assemble({ ...loadConfig({}), dataDir }, { now: () => now, log: quiet })
  let told = now.getTime()
  const { pages } = createWeb({
    ports: readout.commandPorts,
    personalPages: readout.personalPages,
    handle: async () => [],
    publicUrl: null,
    zone: 'Asia/Yerevan',
    access: 'open',
    password: null,
    secretKeys: [],
    lastGoodPoll: async () => null,
    languageModelCounts: null,
    now: () => new Date(told),
    log: quiet,
  })
  const body = async (path: string): Promise<string> => (await pages.request(path)).text()
  const story = /\/stories\/s\d+/.exec(await body('/'))?.[0] ?? '/'
  for (const path of ['/', '/digests', '/topics', '/topics/peace-treaty', '/topics/peace-treaty.rss', story, '/sources', '/about', '/metrics']) {
    const [wall, work]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      // A minute a request: none is refused for coming too fast.
      told += 60_000
      const [began, before] = [performance.now(), process.cpuUsage()]
      await body(path)
      const used = process.cpuUsage(before)
      if (round === 0) continue
      wall.push(performance.now() - began)
      work.push((used.user + used.system) / 1_000)
    }
    console.log(`${String(size).padStart(7)}  ${path.padEnd(26)} median ${median(wall)}  processor ${median(work)}`)
  }
  await readout.close()
}
rmSync(dataDir, { recursive: true, force: true })
console.log(
  `${cpus().length} cores, load ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
)
