/** An archive of derived rows, loaded in bulk → time to place one article at 5,000 and at 100,000 articles, same run: `npm run bench:place`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Article } from '../src/articles/article.js'
import { createLog } from '../src/log.js'
import { conceptsOf } from '../src/store/article-rows.js'
import { openStore, type Store } from '../src/store/open.js'
import { createStoryStore } from '../src/store/stories.js'
import { placeArticle } from '../src/stories/place.js'
import { bands, minhash } from '../src/text/shingles.js'

const sizes = [Number(process.argv[2] ?? 5_000), Number(process.argv[3] ?? 100_000)]
const perDay = 100
const placed = 120
const warmUp = 40
const now = new Date('2026-01-01T00:00:00Z')
const dayMs = 86_400_000

/** Mulberry32: the same archive in every run. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}

let random = randomFrom(7)
/** Few are in most of the news and most are in little of it: rank by a power of a uniform number. */
const pick = (kind: string, count: number): string => `${kind}-${Math.floor(count * random() ** 3)}`
const some = (kind: string, count: number, most: number): string[] =>
  [...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(kind, count)))].sort()
const words = Array.from({ length: 4_000 }, (_, index) => `w${index.toString(36)}${'aeiou'[index % 5]}${'rtslnm'[index % 6]}`)
const wordsOf = (count: number): string[] => Array.from({ length: count }, () => words[Math.floor(words.length * random() ** 2)] as string)

interface Event {
  day: number
  article: (written?: boolean) => Omit<Article, 'id' | 'canonicalUrl' | 'url' | 'story' | 'group'>
}

function event(day: number): Event {
  const own = wordsOf(60)
  const tags = {
    topics: ['peace-treaty' as const],
    event: 'meeting' as const,
    countries: some('c', 12, 3),
    people: some('person', 300, 4),
    organisations: some('org', 150, 3),
    places: some('place', 200, 3),
  }
  return {
    day,
    article: (written = true) => {
      const publishedAt = new Date(now.getTime() - day * dayMs - random() * dayMs)
      const text = !written ? '' : Array.from({ length: 14 }, () => `${[...wordsOf(7), ...own.filter(() => random() < 0.12)].join(' ')}.`).join(' ')
      return {
        sourceId: 1,
        lang: 'en',
        title: own.slice(0, 8).join(' '),
        author: null,
        text,
        publishedAt,
        publishedAtFrom: 'feed',
        publishedAtPrecision: 'minute',
        relevant: true,
        ...tags,
        people: tags.people.filter(() => random() < 0.9),
        eventDate: publishedAt.toISOString().slice(0, 10),
        eventDateInText: true,
        touches: [],
        nameKeys: some('name', 3_000, 5),
        statements: [],
        fingerprint: minhash(text),
        originHint: null,
        lexiconVersion: 'bench',
        rulesVersion: 'bench',
        readAt: publishedAt,
        visibleFrom: publishedAt,
        revisions: 1,
        withdrawnAt: null,
        titleIn: {},
        duplicateOf: null,
      }
    },
  }
}

let made = 0

/** What an archive's texts look like; which of them an article has does not matter to placing another. */
const pool = Array.from({ length: 1_500 }, () => {
  const text = Array.from({ length: 12 }, () => `${wordsOf(9).join(' ')}.`).join(' ')
  return { text, fingerprint: minhash(text) }
})

/** Loads articles of days that no other load touches. Events have 1 to 8 reports. */
async function load(store: Store, count: number, firstDay: number): Promise<void> {
  // Indexes are made anew behind the load: keeping them up row by row takes most of its time.
  const { rows: indexes } = await store.pool.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes where tablename = 'article' and indexdef not like '%UNIQUE%'`,
  )
  for (const index of indexes) await store.pool.query(`drop index ${index.name}`)
  let day = firstDay
  for (let done = 0; done < count; ) {
    const rows: Record<string, unknown>[] = []
    while (rows.length < 500 && done < count) {
      const group = ++made
      const one = event(day)
      for (let report = 0; report < 1 + Math.floor(8 * random() ** 2) && done < count; report++, done++) {
        const article = { ...one.article(false), ...(pool[Math.floor(random() * pool.length)] as (typeof pool)[number]) }
        rows.push({
          canonical_url: `https://bench.example/${day}/${made}/${report}`,
          url: `https://bench.example/${day}/${made}/${report}`,
          source_id: 1,
          lang: 'en',
          title: article.title,
          text: article.text,
          published_at: article.publishedAt,
          published_at_from: 'feed',
          published_at_precision: 'minute',
          visible_from: article.visibleFrom,
          read_at: article.readAt,
          relevant: true,
          topics: article.topics,
          event: article.event,
          event_date: article.eventDate,
          event_date_in_text: true,
          countries: article.countries,
          people: article.people,
          organisations: article.organisations,
          places: article.places,
          concepts: await store.concepts.numbers(conceptsOf(article)),
          name_keys: article.nameKeys,
          statements: '[]',
          fingerprint: article.fingerprint,
          bands: bands(article.fingerprint),
          lexicon_version: 'bench',
          rules_version: 'bench',
          group_id: group,
          story_id: group,
        })
        if (done % perDay === 0) day++
      }
    }
    for (let from = 0; from < rows.length; from += 250)
      await store.db
        .insertInto('article')
        .values(rows.slice(from, from + 250) as never)
        .execute()
  }
  await store.pool.query('insert into story (made_at) select $1 from generate_series(1, $2::integer)', [now, made + 5])
  for (const index of indexes) await store.pool.query(index.definition)
  await store.pool.query('analyze article')
}

/** Milliseconds to place one article. */
async function place(store: Store, fresh: Omit<Article, 'id' | 'canonicalUrl' | 'url' | 'story' | 'group'>, url: string): Promise<number> {
  const stories = createStoryStore(store.db)
  const { id } = await store.articles.save({ ...fresh, url, canonicalUrl: url }, now)
  const article = await store.articles.byId(id)
  const started = performance.now()
  if (article) await placeArticle(article, stories, { now })
  return performance.now() - started
}

async function archive(size: number): Promise<{ store: Store; remove: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'readout-place-'))
  const store = await openStore({ dataDir: folder, databaseUrl: null, now: () => now, log: createLog('error') })
  const started = performance.now()
  await store.pool.query(`insert into source (name, kind, url, identity, added_at) values ('bench', 'feed', 'https://bench.example', 'bench', now())`)
  random = randomFrom(7)
  made = 0
  await load(store, size, 0)
  await store.pool.query(`select setval('story_group', $1)`, [made + 10])
  console.log(`${size} articles loaded in ${((performance.now() - started) / 1_000).toFixed(0)} s`)
  return {
    store,
    remove: async () => {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

// Turn by turn, so that whatever else the machine does weighs on both alike.
const archives = [await archive(sizes[0] as number), await archive(sizes[1] as number)]
const times: number[][] = [[], []]
random = randomFrom(8)
const events = Array.from({ length: 20 }, () => event(0))
for (let n = 0; n < placed; n++) {
  const fresh = (events[n % events.length] as Event).article()
  for (const [index, { store }] of archives.entries()) {
    const took = await place(store, fresh, `https://bench.example/new/${n}`)
    if (n >= warmUp) times[index]?.push(took)
  }
}
const medians = times.map((list) => list.sort((a, b) => a - b)[list.length >> 1] ?? Number.NaN)
for (const [index, list] of times.entries())
  console.log(
    `${sizes[index]} articles: ${list.length} placed, median ${medians[index]?.toFixed(1)} ms, 90th percentile ${list[Math.floor(list.length * 0.9)]?.toFixed(1)} ms`,
  )
console.log(`ratio of medians ${((medians[1] ?? 0) / (medians[0] ?? 1)).toFixed(2)} (at most 1.5)`)
for (const { remove } of archives) await remove()
