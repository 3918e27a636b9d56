import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { inspectFeed } from '../../src/sources/inspect-feed.js'
import { parseRobots } from '../../src/sources/robots.js'
import { measuringSet } from '../measuring-sets.js'
import { processorMs } from '../processor-time.js'

const now = new Date('2026-06-01T00:00:00Z')
const feeds = measuringSet('feeds')
const robots = measuringSet('robots')

const caseSchema = z.object({
  file: z.string(),
  checks: z
    .array(z.object({ path: z.array(z.union([z.string(), z.number()])).optional(), op: z.string().optional(), value: z.unknown().optional() }))
    .nullable(),
  headers: z.record(z.string(), z.string()),
})
type Case = z.infer<typeof caseSchema>
type Inspected = Awaited<ReturnType<typeof inspectFeed>>

/** The values are HTML source; ours are plain text. */
function plain(text: string): string {
  return text
    .replace(/&#x26;|&#38;/g, '&')
    .replace(/&#[xX]61;/g, 'a')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}

/** Field of the first item that a path of the set names; undefined for what Readout does not keep. */
function field(path: string, feed: Inspected): (string | null | undefined)[] | undefined {
  const [item] = feed.items
  switch (path) {
    case 'title':
    case 'title_detail,value':
      return [item?.title]
    case 'link':
    case 'links,0,href':
      return [item?.link]
    case 'id':
    case 'guid':
      return [item?.id]
    case 'description':
    case 'summary':
    case 'summary_detail,value':
      return [item?.summary]
    case 'content,0,value':
      return [item?.content]
    case 'published':
    case 'published_parsed':
    case 'created':
    case 'created_parsed':
      return [item?.publishedAt]
    case 'updated':
    case 'updated_parsed':
      return [item?.updatedAt, item?.publishedAt]
    default:
      return undefined
  }
}

function wanted(path: string, value: unknown): string {
  if (Array.isArray(value)) {
    const [year, month, day, hour, minute, second] = value.map(Number)
    return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second)).toISOString()
  }
  return /^(?:published|updated|created)/.test(path) ? new Date(String(value)).toISOString() : plain(String(value))
}

async function inspect(folder: string, one: Case): Promise<Inspected> {
  const headers = Object.fromEntries(Object.entries(one.headers).map(([name, value]) => [name.toLowerCase(), value]))
  const base = headers['content-location']
  return inspectFeed(readFileSync(join(folder, one.file)), {
    contentType: headers['content-type'] ?? null,
    url: base && /^https?:/.test(base) ? base : `http://127.0.0.1:8097/${one.file}`,
    zone: null,
    now,
  })
}

describe.skipIf(!feeds)('feeds of the wild (needs READOUT_CORPORA)', () => {
  const folder = feeds ?? ''
  const cases = feeds ? z.array(caseSchema).parse(JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8'))) : []

  it('are all read without a throw, and nearly all fields are right', async () => {
    const wrong: string[] = []
    let checks = 0
    let slowest = 0
    for (const one of cases) {
      const start = processorMs()
      const feed = await inspect(folder, one)
      slowest = Math.max(slowest, processorMs() - start)
      if (one.file.startsWith('wellformed/sanitize')) continue
      for (const { path, op, value } of one.checks ?? []) {
        const [head, index, ...rest] = path ?? []
        if (head !== 'entries' || index !== 0 || op !== '==' || /[<>]/.test(String(value))) continue
        const got = field(rest.join(','), feed)
        if (!got) continue
        checks++
        if (!got.some((text) => text !== null && text !== undefined && plain(text) === wanted(rest.join(','), value)))
          wrong.push(`${one.file} ${rest.join(',')}: ${JSON.stringify(got)}, expected ${JSON.stringify(value)}`)
      }
    }
    expect(cases.length).toBeGreaterThan(1_000)
    expect(checks).toBeGreaterThan(80)
    expect(1 - wrong.length / checks, wrong.join('\n')).toBeGreaterThanOrEqual(0.97)
    expect(slowest).toBeLessThan(2_000)
  })

  it('leave no script, handler or javascript: link in any text', async () => {
    const hostile = readdirSync(join(folder, 'wellformed/sanitize'))
    expect(hostile.length).toBeGreaterThan(100)
    for (const file of hostile) {
      const feed = await inspect(folder, { file: `wellformed/sanitize/${file}`, checks: null, headers: {} })
      expect(JSON.stringify(feed), file).not.toMatch(/<\s*(?:script|iframe|object|embed|style|link|meta|base)|javascript\s*:|\bon[a-z]{3,}\s*=/i)
    }
  })
})

const verdictSchema = z.array(
  z.object({ test: z.string(), line: z.number(), robotstxt: z.string(), user_agent: z.string(), url: z.string(), allowed: z.boolean() }),
)

describe.skipIf(!robots)('robots.txt (needs READOUT_CORPORA)', () => {
  it('is judged as the reference implementation does', () => {
    const verdicts = verdictSchema.parse(JSON.parse(readFileSync(join(robots ?? '', 'cases.json'), 'utf8')))
    const wrong = verdicts.filter((one) => parseRobots(one.robotstxt).allows(one.url, one.user_agent) !== one.allowed)
    expect(verdicts.length).toBeGreaterThan(50)
    expect(wrong.map((one) => `${one.test} ${one.line}`)).toEqual([])
  })
})
