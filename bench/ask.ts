/** A generated archive in the store → time of answers and right first hits at growing sizes, beside PostgreSQL's ts_rank and MiniSearch: `npm run bench:ask`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import MiniSearch from 'minisearch'
import { answerQuestion } from '../src/answers/answer-question.js'
import { parseQuestion } from '../src/answers/parse-question.js'
import type { Article } from '../src/articles/article.js'
import type { Language } from '../src/lexicon/lexicon.js'
import { loadLexicon } from '../src/lexicon/load.js'
import { answerMessage } from '../src/messages/answer-message.js'
import { words } from '../src/messages/words.js'
import { openStore, type Store } from '../src/store/open.js'
import { goldFolder, type Question, readCorpus, readQuestions } from './corpus.js'
import { corpusArchive } from './corpus-archive.js'
import { readArticleOf } from './corpus-articles.js'

const gold = goldFolder()
if (!gold) {
  console.log('skipped: bench:ask (READOUT_CORPORA does not name a folder with eval/gold)')
  process.exit(0)
}
const sizes = (process.argv[2] ?? '2000,20000,200000').split(',').map(Number)
const lexicon = loadLexicon()
const corpus = readCorpus(gold)
const { articles } = corpusArchive(corpus, lexicon)
const questions = readQuestions(gold)
const goldStories = new Map(corpus.articles.map((row) => [readArticleOf(row, 0).url, row.gold.story]))
/** Beyond it the peers take minutes, and MiniSearch more memory than there is. */
const peersUpTo = 20_000
const quiet = { error() {}, warn() {}, info() {}, debug() {} }
const folder = mkdtempSync(join(tmpdir(), 'readout-ask-'))

/** The gold articles, understood, with the groups and stories that solving gave. */
async function plant(store: Store): Promise<void> {
  const sites = [...new Set(articles.map((article) => article.sourceId))].sort((a, b) => a - b)
  for (const id of sites)
    await sql`insert into source (name, kind, url, identity, country, confirmed, added_at) values (${`Outlet ${id}`}, 'feed', ${`http://gold.example/${id}`}, ${`gold-${id}`}, null, true, now())`.execute(
      store.db,
    )
  const ids = await sql<{ id: number }>`select id from source order by id`.execute(store.db)
  for (const article of articles) {
    const kept = await store.articles.save({ ...article, sourceId: ids.rows[sites.indexOf(article.sourceId)]?.id ?? 1 }, article.readAt)
    if (article.story === null) continue
    await sql`insert into story (id, made_at) overriding system value values (${article.story}, now()) on conflict do nothing`.execute(store.db)
    await sql`update article set story_id = ${article.story}, group_id = ${article.group} where id = ${kept.id}`.execute(store.db)
  }
}

/** Copies of the planted rows, older by some days each, with groups and stories of their own, until there are `size`. */
async function grow(store: Store, size: number): Promise<void> {
  const columns = await sql<{
    name: string
  }>`select column_name as name from information_schema.columns where table_name = 'article' and is_generated = 'NEVER' and is_identity = 'NO'`.execute(
    store.db,
  )
  const changed: Record<string, string> = {
    canonical_url: "a.canonical_url || '?v=' || copy",
    url: "a.url || '?v=' || copy",
    title: "a.title || ' ' || copy",
    text: "a.text || ' ' || copy",
    published_at: "a.published_at - (copy * 3 + 400) * interval '1 day'",
    visible_from: "a.visible_from - (copy * 3 + 400) * interval '1 day'",
    event_date: 'a.event_date - (copy * 3 + 400)',
    group_id: 'a.group_id + copy * 1000',
    story_id: 'a.story_id + copy * 1000',
    duplicate_of: 'null',
  }
  const names = columns.rows.map((column) => column.name)
  const [{ planted } = { planted: 1 }] = (
    await sql<{ planted: number }>`select count(*)::integer as planted from article where url not like '%?v=%'`.execute(store.db)
  ).rows
  const [{ copies } = { copies: 0 }] = (
    await sql<{ copies: number }>`select coalesce(max(substring(url from '[?]v=([0-9]+)')::integer), 0) as copies from article`.execute(store.db)
  ).rows
  const last = Math.ceil(size / planted) - 1
  const step = 40
  for (let from = copies + 1; from <= last; from += step) {
    const to = Math.min(last, from + step - 1)
    await sql`insert into story (id, made_at) overriding system value select s.id + copy * 1000, now() from story s cross join generate_series(${sql.lit(from)}, ${sql.lit(to)}) copy where s.id < 1000 on conflict do nothing`.execute(
      store.db,
    )
    await sql
      .raw(
        `insert into article (${names.join(', ')}) select ${names.map((name) => changed[name] ?? `a.${name}`).join(', ')} from article a cross join generate_series(${from}, ${to}) copy where a.url not like '%?v=%'`,
      )
      .execute(store.db)
  }
  await sql`analyze`.execute(store.db)
}

function percentile(times: number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b)
  return `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)} ms`
}

const asked = questions.filter((question) => question.kind !== 'unanswerable')
const isRight = (question: Question, url: string | undefined): boolean =>
  url !== undefined && question.stories.includes(goldStories.get(url.split('?')[0] ?? '') ?? '') && !url.includes('?v=')

interface Row {
  name: string
  times: number[]
  /** Processor time of the whole process, ms: what a machine at rest would need at most. */
  work: number[]
  right: number
}

async function measure(name: string, answer: (question: Question) => Promise<string | undefined>, some = asked): Promise<Row> {
  const row: Row = { name, times: [], work: [], right: 0 }
  for (const question of some) {
    const started = performance.now()
    const before = process.cpuUsage()
    const url = await answer(question)
    row.times.push(performance.now() - started)
    const used = process.cpuUsage(before)
    row.work.push((used.user + used.system) / 1000)
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

async function fullText(store: Store, question: Question): Promise<string | undefined> {
  const terms = question.q.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []
  const query = terms.join(' | ')
  const rows = await sql<{ url: string }>`select url from article, to_tsquery('simple', ${query}) q
    where to_tsvector('simple', title || ' ' || text) @@ q and visible_from <= ${new Date(question.asOf)}
    order by ts_rank(to_tsvector('simple', title || ' ' || text), q) desc, visible_from desc limit 10`.execute(store.db)
  return rows.rows[0]?.url
}

/** MiniSearch over as many articles as memory allows, newest first. */
function miniSearchOf(size: number): MiniSearch<{ id: string; title: string; text: string; at: number }> {
  const engine = new MiniSearch<{ id: string; title: string; text: string; at: number }>({
    fields: ['title', 'text'],
    storeFields: ['at'],
    searchOptions: { prefix: true, fuzzy: 0.1, boost: { title: 2 } },
  })
  const at = (article: Article): number => article.publishedAt?.getTime() ?? 0
  const copies = Math.ceil(size / articles.length)
  for (let copy = 0; copy < copies; copy++)
    engine.addAll(
      articles.map((article) => ({
        id: copy === 0 ? article.url : `${article.url}?v=${copy}`,
        title: copy === 0 ? article.title : `${article.title} ${copy}`,
        text: article.text,
        at: at(article) - (copy === 0 ? 0 : copy * 3 + 400) * 86_400_000,
      })),
    )
  return engine
}

function show(size: number, row: Row): void {
  console.log(
    `${String(size).padStart(7)}  ${row.name.padEnd(26)} median ${percentile(row.times, 0.5).padStart(8)}  p95 ${percentile(row.times, 0.95).padStart(8)}  processor p95 ${percentile(row.work, 0.95).padStart(8)}  right first ${row.right}/${row.times.length}`,
  )
}

async function main(): Promise<void> {
  const store = await openStore({ dataDir: folder, databaseUrl: process.env.DATABASE_URL ?? null, now: () => new Date(), log: quiet })
  try {
    await plant(store)
    for (const size of sizes) {
      const started = Date.now()
      await grow(store, size)
      console.log(`${size} articles loaded in ${((Date.now() - started) / 1000).toFixed(0)} s (${store.kind})`)
      await measure('warm up', (question) => ours(store, question))
      show(size, await measure('Readout', (question) => ours(store, question)))
      if (size <= peersUpTo) {
        // The peer gets the index that it needs; it is dropped before more is loaded.
        await sql`create index bench_words on article using gin (to_tsvector('simple', title || ' ' || text))`.execute(store.db)
        show(size, await measure('PostgreSQL ts_rank, simple', (question) => fullText(store, question), size > 2_000 ? asked.slice(0, 12) : asked))
        await sql`drop index bench_words`.execute(store.db)
      }
      if (size <= peersUpTo) {
        const engine = miniSearchOf(size)
        show(
          size,
          await measure('MiniSearch', async (question) => {
            const until = Date.parse(question.asOf)
            return engine.search(question.q, { filter: (result) => (result.at as number) <= until })[0]?.id as string | undefined
          }),
        )
      }
    }
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

await main()
