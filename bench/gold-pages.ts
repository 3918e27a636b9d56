/** The gold corpus's pages (READOUT_CORPORA) → token F1, titles, language, dates of our reading of each, by the rules of its score; no network, no store. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CleanPage, readPage } from '../src/articles/page.js'
import { UnreadablePage } from '../src/articles/unreadable-page.js'
import { measuringSet } from '../tests/measuring-sets.js'

interface GoldArticle {
  id: string
  site: string
  lang: string
  title: string
  publishedAt: string
  paragraphs: string[]
}

interface GoldIndex {
  sites: { id: string; charset: string; headerCharset: boolean }[]
  articles: { id: string; url: string; file: string }[]
}

function tokens(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

function bagF1(wanted: readonly string[], had: readonly string[]): number {
  const left = new Map<string, number>()
  for (const token of wanted) left.set(token, (left.get(token) ?? 0) + 1)
  let hits = 0
  for (const token of had) {
    const count = left.get(token) ?? 0
    if (count === 0) continue
    hits++
    left.set(token, count - 1)
  }
  const precision = had.length ? hits / had.length : wanted.length ? 0 : 1
  const recall = wanted.length ? hits / wanted.length : 1
  return precision + recall ? (2 * precision * recall) / (precision + recall) : 0
}

function plainTitle(title: string): string {
  return tokens(title.replace(/<[^>]*>/g, ' ')).join(' ')
}

function share(right: number, all: number): string {
  return (right / Math.max(all, 1)).toFixed(3)
}

function measure(folder: string): void {
  const index = JSON.parse(readFileSync(join(folder, 'out/index.json'), 'utf8')) as GoldIndex
  const zones = new Map(
    (JSON.parse(readFileSync(join(folder, 'sites.json'), 'utf8')) as { id: string; tz: string }[]).map((site) => [site.id, site.tz]),
  )
  const files = new Map(index.articles.map((article) => [article.id, article]))
  const rows = readFileSync(join(folder, 'articles.jsonl'), 'utf8').split('\n').filter(Boolean)
  const gold = rows.map((row) => JSON.parse(row) as GoldArticle)
  const right = { title: 0, language: 0, day: 0, minute: 0 }
  const f1s: number[] = []
  const kinds = new Map<string, number>()
  for (const article of gold) {
    const file = files.get(article.id)
    const site = index.sites.find((other) => other.id === article.site)
    const page = file ? read({ ...file, charset: site?.headerCharset ? site.charset : null, zone: zones.get(article.site) ?? null }, folder) : null
    const miss = (what: string) => console.log(`  ${article.id} ${article.site}: ${what}`)
    kinds.set(page?.kind ?? 'unread', (kinds.get(page?.kind ?? 'unread') ?? 0) + 1)
    if (article.paragraphs.length) {
      const f1 = bagF1(tokens(article.paragraphs.join(' ')), tokens(page?.text ?? ''))
      f1s.push(f1)
      if (f1 < 0.98) miss(`text ${f1.toFixed(3)}`)
    }
    const off = page?.publishedAt ? Math.abs(page.publishedAt.instant.getTime() - Date.parse(article.publishedAt)) : Number.POSITIVE_INFINITY
    const count = (what: keyof typeof right, ok: boolean, found: string) => {
      if (ok) right[what]++
      else miss(`${what}: ${found}`)
    }
    count('title', plainTitle(page?.title ?? '') === plainTitle(article.title), `"${page?.title}", expected "${article.title}"`)
    count('language', page?.lang === article.lang, `${page?.lang}, expected ${article.lang}`)
    count('day', off <= 86_400_000, `${page?.publishedAt?.instant.toISOString()} (${page?.publishedAtFrom}), expected ${article.publishedAt}`)
    if (off <= 60_000) right.minute++
  }
  const mean = f1s.reduce((sum, f1) => sum + f1, 0) / Math.max(f1s.length, 1)
  console.log(`gold pages: ${gold.length}; kinds ${[...kinds].map(([kind, count]) => `${kind} ${count}`).join(', ')}`)
  console.log(`token F1 ${mean.toFixed(4)}  titles ${share(right.title, gold.length)}  language ${share(right.language, gold.length)}`)
  console.log(`published within a day ${share(right.day, gold.length)}, within a minute ${share(right.minute, gold.length)}`)
}

function read(page: { url: string; file: string; charset: string | null; zone: string | null }, folder: string): CleanPage | null {
  const contentType = page.charset ? `text/html; charset=${page.charset}` : 'text/html'
  const raw = { url: page.url, finalUrl: page.url, bytes: readFileSync(join(folder, 'out', page.file)), contentType }
  try {
    return readPage(raw, { zone: page.zone, now: new Date('2026-01-01T00:00:00Z'), languageHint: null })
  } catch (error) {
    if (error instanceof UnreadablePage) return null
    throw error
  }
}

const folder = measuringSet('eval')
if (folder) measure(join(folder, 'gold'))
else console.log('skipped: gold pages (READOUT_CORPORA does not name their folder)')
