/** Generated pages over loopback → pages a second of fetch + parse + extract, beside rss-parser + jsdom + Readability one at a time; memory on the way. */
import { availableParallelism } from 'node:os'
import { Readability } from '@mozilla/readability'
import { JSDOM, VirtualConsole } from 'jsdom'
import RssParser from 'rss-parser'
import { fetch } from 'undici'
import { createExtractionPool } from '../src/articles/extraction-pool.js'
import { createFetcher, type Fetched } from '../src/sources/fetch.js'
import { readListing } from '../src/sources/inspect-feed.js'
import { startNewsroom } from './generated-newsroom.js'

const pageCount = Number(process.argv[2] ?? 2_000)
/** The baseline is slow: its rate is taken over so many pages. */
const baselineCount = Math.min(pageCount, 200)
const atOnce = 4
const marks = [500, 1_000, 1_500, 2_000]

interface Run {
  pages: number
  words: number
  ms: number
  /** Processor time of the whole process, all threads, ms. */
  cpuMs: number
  /** Resident memory of the whole process after a collection, MB, by page number. */
  memory: [number, number][]
}

function residentMb(): number {
  globalThis.gc?.()
  return Math.round(process.memoryUsage().rss / 1_048_576)
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}

async function readout(feeds: readonly string[]): Promise<Run> {
  const pool = createExtractionPool({ size: availableParallelism(), timeoutMs: 20_000 })
  const fetcher = createFetcher({ allowHosts: ['127.0.0.1'], contact: null, version: 'bench', now: () => new Date() })
  const run: Run = { pages: 0, words: 0, ms: 0, cpuMs: 0, memory: [] }
  async function get(url: string): Promise<Fetched> {
    const outcome = await fetcher.fetch({ url })
    if (outcome.kind !== 'ok') throw new Error(`${url}: ${outcome.kind}, expected a page`)
    return outcome
  }
  const [started, cpuStarted] = [performance.now(), cpuMs()]
  const links: string[] = []
  for (const url of feeds) {
    const { bytes, contentType } = await get(url)
    const found = await readListing(bytes, { url, contentType, zone: null, now: new Date() })
    if (found.type === 'feed') links.push(...found.listing.items.flatMap((item) => item.link ?? []))
  }
  const waiting = links.slice(0, pageCount)
  async function worker(): Promise<void> {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      const page = await get(url)
      const raw = { url, finalUrl: page.url, bytes: page.bytes, contentType: page.contentType }
      const outcome = await pool.readPage(raw, { zone: null, now: new Date(), languageHint: 'en' })
      if (!outcome.ok) throw new Error(outcome.failure.message)
      run.pages++
      run.words += wordsIn(outcome.page.text)
      if (marks.includes(run.pages)) run.memory.push([run.pages, residentMb()])
    }
  }
  // Twice as many under way as are fetched at once, so that no extraction thread waits for the network.
  await Promise.all(Array.from({ length: atOnce * 2 }, worker))
  run.ms = performance.now() - started
  run.cpuMs = cpuMs() - cpuStarted
  await pool.close()
  await fetcher.close()
  return run
}

async function baseline(feeds: readonly string[]): Promise<Run> {
  const run: Run = { pages: 0, words: 0, ms: 0, cpuMs: 0, memory: [] }
  const parser = new RssParser()
  const [started, cpuStarted] = [performance.now(), cpuMs()]
  for (const feed of feeds)
    for (const item of (await parser.parseURL(feed)).items) {
      if (!item.link || run.pages >= baselineCount) continue
      const html = await (await fetch(item.link)).text()
      const dom = new JSDOM(html, { url: item.link, virtualConsole: new VirtualConsole() })
      run.words += wordsIn(new Readability(dom.window.document as never).parse()?.textContent ?? '')
      dom.window.close()
      run.pages++
    }
  run.ms = performance.now() - started
  run.cpuMs = cpuMs() - cpuStarted
  return run
}

function rate(run: Run): number {
  return run.pages / (run.ms / 1_000)
}

const newsroom = await startNewsroom(pageCount)
try {
  // Ours first: what jsdom leaves behind would count as our memory.
  const ours = await readout(newsroom.feeds)
  const plain = await baseline(newsroom.feeds.slice(0, Math.ceil(baselineCount / 50)))
  const line = (name: string, run: Run) =>
    console.log(
      `${name.padEnd(34)}${String(run.pages).padStart(6)} pages ${rate(run).toFixed(1).padStart(8)} pages/s ${(run.cpuMs / run.pages).toFixed(0).padStart(5)} ms of processor/page ${(run.words / run.pages).toFixed(0).padStart(6)} words/page`,
    )
  line('rss-parser + jsdom + Readability', plain)
  line('readout', ours)
  console.log(
    `times the baseline: ${(rate(ours) / rate(plain)).toFixed(1)} (in processor time ${(plain.cpuMs / plain.pages / (ours.cpuMs / ours.pages)).toFixed(1)})`,
  )
  console.log(`resident memory: ${ours.memory.map(([pages, mb]) => `${mb} MB at page ${pages}`).join(', ')}`)
} finally {
  await newsroom.close()
}
