/** A generated archive in an embedded store and on a PostgreSQL of its own → time of answers and right first hits at growing sizes, beside ts_rank and MiniSearch: `npm run bench:ask [-- SIZES]`. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerQuestion } from '../src/answers/answer-question.js'
import { parseQuestion } from '../src/answers/parse-question.js'
import type { Language } from '../src/lexicon/lexicon.js'
import { loadLexicon } from '../src/lexicon/load.js'
import { answerMessage } from '../src/messages/answer-message.js'
import { words } from '../src/messages/words.js'
import { openStore, type Store } from '../src/store/open.js'
import { startRealPostgres } from '../tests/store/real-postgres.js'
import { fullTextPeer, miniSearchPeer } from './ask-peers.js'
import { goldFolder, type Question, readCorpus, readQuestions } from './corpus.js'
import { corpusArchive } from './corpus-archive.js'
import { readArticleOf } from './corpus-articles.js'
import { copyMark, grow, plant } from './grown-archive.js'

const folder = goldFolder()
if (!folder) {
  console.log('skipped: bench:ask (READOUT_CORPORA does not name a folder with eval/gold)')
  process.exit(0)
}
const option = (name: string): string | undefined => process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3)
const sizes = (process.argv.slice(2).find((word) => !word.startsWith('--')) ?? '2000,20000,200000').split(',').map(Number)
/** embedded, served, peers: which are measured. */
const which = new Set((option('only') ?? 'embedded,served,peers').split(','))
const lexicon = loadLexicon()
const corpus = readCorpus(folder)
const { articles } = corpusArchive(corpus, lexicon)
const storyOf = new Map(corpus.articles.map((row) => [readArticleOf(row, 0).url, row.gold.story] as const))
const questions = readQuestions(folder)
/** A peer that has taken so long is asked no further. */
const patienceMs = 60_000
const quiet = { error() {}, warn() {}, info() {}, debug() {} }

interface Row {
  name: string
  times: number[]
  /** Processor time for each question, ms: of this process, in which the embedded engine runs, and of a served one's backends. */
  work: number[]
  /** Answers whose first source is a right one, of the questions that have an answer. */
  right: number
  answerable: number
}

function isRight(question: Question, url: string | undefined): boolean {
  return url !== undefined && !url.includes(copyMark) && question.stories.includes(storyOf.get(url) ?? '')
}

/** Processor time of a server's backends so far, ms: what the kernel counts of each; 0 where it does not tell. */
async function serverWork(store: Store): Promise<number> {
  const { rows } = await store.pool.query<{ pid: number }>(`select pid from pg_stat_activity where application_name = 'readout'`)
  const work = rows.map(({ pid }) => {
    const file = `/proc/${pid}/schedstat`
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6 : 0
  })
  return work.reduce((sum, ms) => sum + ms, 0)
}

async function measure(name: string, answer: (question: Question) => Promise<string | undefined>, server: Store | null = null): Promise<Row> {
  const row: Row = { name, times: [], work: [], right: 0, answerable: 0 }
  const begun = performance.now()
  for (const question of questions) {
    if (performance.now() - begun > patienceMs) break
    const served = server && (await serverWork(server))
    const started = performance.now()
    const before = process.cpuUsage()
    const url = await answer(question)
    row.times.push(performance.now() - started)
    const used = process.cpuUsage(before)
    row.work.push((used.user + used.system) / 1000 + (server ? (await serverWork(server)) - (served ?? 0) : 0))
    if (question.stories.length > 0) row.answerable++
    if (isRight(question, url)) row.right++
  }
  return row
}

async function ours(store: Store, question: Question): Promise<string | undefined> {
  const languagesRead = [...new Set<Language>([question.lang, 'en'])]
  const parsed = parseQuestion(question.q, { lexicon, lang: question.lang, asOf: new Date(question.asOf), zone: 'Asia/Yerevan' })
  const answer = await answerQuestion(parsed, { archive: store.archive, stories: store.stories, lexicon, languagesRead })
  return answerMessage(answer, { lexicon, say: words(question.lang), languagesRead }).citations[0]?.url
}

function percentile(times: readonly number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b)
  return `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)} ms`.padStart(8)
}

function show(size: number, { name, times, work, right, answerable }: Row): void {
  const all = times.length < questions.length ? ` (${times.length} of ${questions.length} questions: too slow to ask all)` : ''
  console.log(
    `${String(size).padStart(7)}  ${name.padEnd(24)} median ${percentile(times, 0.5)}  p95 ${percentile(times, 0.95)}  processor p95 ${percentile(work, 0.95)}  right first ${right}/${answerable}${all}`,
  )
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'readout-ask-'))
  const postgres = which.has('served') || which.has('peers') ? await startRealPostgres() : null
  const stores: [string, Store][] = []
  const open = async (name: string, databaseUrl: string | null): Promise<void> => {
    const store = await openStore({ dataDir: folder, databaseUrl, now: () => new Date(), log: quiet })
    stores.push([name, store])
    await plant(store, articles)
  }
  try {
    if (which.has('embedded')) await open('Readout, embedded', null)
    if (postgres) await open('Readout, PostgreSQL', await postgres.newDatabase())
    for (const size of sizes) {
      for (const [name, store] of stores) {
        const started = Date.now()
        await grow(store, size)
        console.log(`${size} articles in the ${store.kind} store after ${((Date.now() - started) / 1000).toFixed(0)} s`)
        await measure('warm up', (question) => ours(store, question))
        show(size, await measure(name, (question) => ours(store, question), store.kind === 'served' ? store : null))
      }
      const served = stores.find(([, store]) => store.kind === 'served')?.[1]
      if (!which.has('peers') || !served) continue
      const fullText = await fullTextPeer(served)
      show(size, await measure('PostgreSQL ts_rank', fullText.answer, served))
      await fullText.end()
      const miniSearch = await miniSearchPeer(size)
      if (miniSearch) show(size, await measure('MiniSearch, in memory', miniSearch.answer))
      else console.log(`${String(size).padStart(7)}  MiniSearch: not enough memory`)
      await miniSearch?.end()
    }
    console.log(
      `${cpus().length} cores, load ${loadavg()
        .map((load) => load.toFixed(1))
        .join(' ')}; ${postgres?.version ?? 'no PostgreSQL'}`,
    )
  } finally {
    for (const [, store] of stores) await store.close()
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

await main()
