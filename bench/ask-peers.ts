/** Peers of `bench:ask`: PostgreSQL's own full-text search with ts_rank, and MiniSearch in a process of its own. Each gives the address it would show first. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import MiniSearch from 'minisearch'
import type { Article } from '../src/articles/article.js'
import { loadLexicon } from '../src/lexicon/load.js'
import type { Store } from '../src/store/open.js'
import { goldFolder, type Question, readCorpus } from './corpus.js'
import { corpusArchive } from './corpus-archive.js'
import { copyDays, copyMark } from './grown-archive.js'

export interface Peer {
  answer(question: Question): Promise<string | undefined>
  end(): Promise<void>
}

/** As its manual advises: the words of each row kept as a tsvector with a GIN index, any word of the question, ranked by ts_rank, the newest first among equals. */
export async function fullTextPeer({ db }: Store): Promise<Peer> {
  await sql`create table bench_words as select id, url, visible_from, to_tsvector('simple', title || ' ' || text) as words from article where relevant`.execute(
    db,
  )
  await sql`create index bench_words_gin on bench_words using gin (words)`.execute(db)
  await sql`vacuum (analyze) bench_words`.execute(db)
  return {
    async answer(question) {
      const query = (question.q.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []).join(' | ')
      const { rows } = await sql<{ url: string }>`select url from bench_words, to_tsquery('simple', ${query}) q
        where words @@ q and visible_from <= ${new Date(question.asOf)} order by ts_rank(words, q) desc, visible_from desc limit 10`.execute(db)
      return rows[0]?.url
    },
    end: async () => void (await sql`drop table bench_words`.execute(db)),
  }
}

interface Entry {
  id: string
  title: string
  text: string
  at: number
}

function engineOf(articles: readonly Article[], size: number): MiniSearch<Entry> {
  const engine = new MiniSearch<Entry>({
    fields: ['title', 'text'],
    storeFields: ['at'],
    searchOptions: { prefix: true, fuzzy: 0.1, boost: { title: 2 } },
  })
  const copies = Math.ceil(size / articles.length)
  for (let copy = 0; copy < copies; copy++)
    engine.addAll(
      articles.map((article) => ({
        id: copy === 0 ? article.url : `${article.url}${copyMark}${copy}`,
        title: copy === 0 ? article.title : `${article.title} ${copy}`,
        text: article.text,
        at: (article.publishedAt?.getTime() ?? 0) - (copy === 0 ? 0 : copyDays(copy) * 86_400_000),
      })),
    )
  return engine
}

/** Null when the machine has not the memory for it. */
export async function miniSearchPeer(size: number): Promise<Peer | null> {
  const child = fork(fileURLToPath(import.meta.url), [String(size)], {
    execArgv: [...process.execArgv, '--max-old-space-size=12000'],
    stdio: 'ignore',
  })
  const waiting: ((url: string | null) => void)[] = []
  let ended = false
  child.on('message', (message: { url: string | null }) => waiting.shift()?.(message.url))
  child.once('exit', () => {
    ended = true
    for (const settle of waiting.splice(0)) settle(null)
  })
  const said = (): Promise<string | null> => new Promise((settle) => (ended ? settle(null) : waiting.push(settle)))
  if ((await said()) === null) return null
  return {
    async answer(question) {
      child.send(question)
      return (await said()) ?? undefined
    },
    async end() {
      child.kill()
    },
  }
}

/** The process of its own: `node ask-peers.ts SIZE`. */
function serveMiniSearch(size: number): void {
  const folder = goldFolder()
  if (!folder) return
  const engine = engineOf(corpusArchive(readCorpus(folder), loadLexicon()).articles, size)
  process.on('message', (question: Question) => {
    const until = Date.parse(question.asOf)
    const [first] = engine.search(question.q, { filter: (result) => (result.at as number) <= until })
    process.send?.({ url: first?.id ?? null })
  })
  process.send?.({ url: 'ready' })
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.send) serveMiniSearch(Number(process.argv[2]))
