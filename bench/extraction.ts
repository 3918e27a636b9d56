/** Two measuring sets of pages (READOUT_CORPORA) → precision, recall, F1 and time of our extraction, beside plain Readability and defuddle. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Readability } from '@mozilla/readability'
import { Defuddle } from 'defuddle/node'
import { parseHTML } from 'linkedom'
import { decodePage } from '../src/articles/decode.js'
import { readPage } from '../src/articles/page.js'
import { measuringSet } from '../tests/measuring-sets.js'

interface Case {
  id: string
  url: string
  bytes: Uint8Array
  truth: string
}

type Extract = (page: Case) => Promise<string> | string

interface Score {
  precision: number
  recall: number
}

/** Words of letters, digits and underscore, as the set's own measure counts them. */
function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? []
  const counts = new Map<string, number>()
  for (let at = 0; at < Math.max(1, words.length - 3); at++) {
    const shingle = words.slice(at, at + 4).join(' ')
    if (shingle !== '') counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}

function score(truth: string, found: string): Score {
  const right = shingles(truth)
  const said = shingles(found)
  let common = 0
  for (const [shingle, count] of said) common += Math.min(count, right.get(shingle) ?? 0)
  const sum = (counts: Map<string, number>) => [...counts.values()].reduce((a, b) => a + b, 0)
  const both = sum(right) === 0 && sum(said) === 0
  return { precision: both ? 1 : common / Math.max(sum(said), 1), recall: both ? 1 : common / Math.max(sum(right), 1) }
}

const now = new Date('2026-01-01T00:00:00Z')

const systems: Record<string, Extract> = {
  readout: ({ url, bytes }) => readPage({ url, finalUrl: url, bytes, contentType: null }, { zone: null, now, languageHint: null }).text,
  readability: ({ bytes, url }) => new Readability(parseHTML(decodePage(bytes, null, url)).document as never).parse()?.textContent ?? '',
  defuddle: async ({ bytes, url }) => {
    const result = await Defuddle(parseHTML(decodePage(bytes, null, url)).document as never, url, {})
    return (
      parseHTML(`<html><body>${result.content.replace(/<\/?(?:p|div|li|h\d|br|blockquote|td|tr)\b[^>]*>/g, ' $& ')}</body></html>`).document.body
        .textContent ?? ''
    )
  },
}

function benchmarkCases(): Case[] | null {
  const folder = measuringSet('extraction')
  if (!folder) return null
  const truth = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<string, { articleBody: string; url: string }>
  return readdirSync(join(folder, 'html')).flatMap((file) => {
    const id = file.split('.')[0] ?? ''
    const found = truth[id]
    return found ? [{ id, url: found.url, bytes: gunzipSync(readFileSync(join(folder, 'html', file))), truth: found.articleBody }] : []
  })
}

function goldCases(): Case[] | null {
  const folder = measuringSet('eval')
  if (!folder) return null
  const index = JSON.parse(readFileSync(join(folder, 'gold/out/index.json'), 'utf8')) as { articles: { id: string; url: string; file: string }[] }
  const rows = readFileSync(join(folder, 'gold/articles.jsonl'), 'utf8').split('\n').filter(Boolean)
  const truth = new Map(rows.map((row) => JSON.parse(row) as { id: string; paragraphs: string[] }).map((row) => [row.id, row.paragraphs.join('\n')]))
  return index.articles
    .map(({ id, url, file }) => ({ id, url, bytes: readFileSync(join(folder, 'gold/out', file)), truth: truth.get(id) ?? '' }))
    .filter((page) => page.truth !== '')
}

/** Pages are full of broken scripts and styles; what others say about each is no part of the table. */
function quietly(): () => void {
  const kept = { error: console.error, warn: console.warn }
  console.error = () => undefined
  console.warn = () => undefined
  return () => Object.assign(console, kept)
}

async function measure(name: string, cases: Case[]): Promise<void> {
  console.log(`\n${name}: ${cases.length} pages`)
  console.log('system       precision  recall    F1    ms/page  failed')
  for (const [system, extract] of Object.entries(systems)) {
    let failed = 0
    const scores: (Score & { id: string })[] = []
    const loud = quietly()
    const started = performance.now()
    for (const page of cases) {
      let text = ''
      try {
        text = await extract(page)
      } catch {
        failed++
      }
      scores.push({ id: page.id, ...score(page.truth, text) })
    }
    loud()
    const time = (performance.now() - started) / cases.length
    const mean = (key: 'precision' | 'recall') => scores.reduce((sum, item) => sum + item[key], 0) / scores.length
    const [p, r] = [mean('precision'), mean('recall')]
    console.log(
      `${system.padEnd(13)}${p.toFixed(3).padStart(7)} ${r.toFixed(3).padStart(9)} ${((2 * p * r) / (p + r)).toFixed(3).padStart(7)} ${time.toFixed(0).padStart(8)} ${String(failed).padStart(7)}`,
    )
    if (system === 'readout' && process.argv.includes('--misses'))
      for (const item of scores.sort((a, b) => a.precision + a.recall - b.precision - b.recall).slice(0, 25))
        console.log(`   ${item.id.slice(0, 16)}  p ${item.precision.toFixed(3)} r ${item.recall.toFixed(3)}`)
  }
}

for (const [name, cases] of [
  ['extraction benchmark', benchmarkCases()],
  ['gold pages', goldCases()],
] as const) {
  if (cases) await measure(name, cases)
  else console.log(`skipped: ${name} (READOUT_CORPORA does not name its folder)`)
}
