/** Five real articles as someone pasted them → the stories, dates and answers that a reader may rely on. Needs READOUT_CORPORA. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../src/articles/article.js'
import { loadConfig } from '../src/config.js'
import { createLog } from '../src/log.js'
import { assemble, type Readout } from '../src/main.js'
import { readPaths } from '../src/reading.js'
import { createSession } from '../src/verbs/session.js'
import { measuringSet } from './measuring-sets.js'

const seeds = measuringSet('seeds')

interface AnswerData {
  found: boolean
  reason?: string
  text: string
  citations: { url: string }[]
  stories: { id: string }[]
}

describe.skipIf(!seeds)('five pasted articles', () => {
  let dataDir: string
  let readout: Readout
  let articles: Article[]
  const seed = (number: string): Article => {
    const found = articles.find((article) => article.url.includes(`/${number}_`))
    if (!found) throw new Error(`seed ${number}: not read`)
    return found
  }
  const ask = async (question: string, asOf: string): Promise<AnswerData> =>
    (await createSession(readout, { asOf: new Date(asOf) }).say('ask', question)).data as AnswerData

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'readout-seeds-'))
    readout = await assemble({ ...loadConfig({}), dataDir }, { now: () => new Date('2026-01-10T12:00:00Z'), log: createLog('error') })
    const report = await readPaths([seeds ?? ''], 'seeds', readout.readingPorts, () => undefined)
    expect(report.dropped).toEqual([])
    articles = await readout.commandPorts.articles.after(0, 10)
  })
  afterAll(async () => {
    await readout?.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  it('are three stories: the arrival of August 2024, the visit of 2013, the call', () => {
    expect(seed('000').story).not.toBeNull()
    expect([seed('001').story, seed('002').story]).toEqual([seed('000').story, seed('000').story])
    expect(new Set(articles.map((article) => article.story)).size).toBe(3)
  })

  it('are dated from their own words, never today', () => {
    const day = (article: Article): string | null => article.publishedAt?.toISOString().slice(0, 10) ?? null
    expect([day(seed('000')), seed('000').publishedAtPrecision]).toEqual(['2024-08-18', 'day'])
    expect(['2024-08-18', null]).toContain(day(seed('001')))
    expect(['2024-08-18', null]).toContain(day(seed('002')))
    expect(day(seed('003'))).toBe('2013-08-13')
    expect(day(seed('004'))).toBe('2024-08-28')
  })

  it('hold nothing of the page around them', () => {
    for (const { text } of articles) {
      expect(text).not.toMatch(/Related stories|Listen to the article|See also|Editor.s choice/i)
      expect(text).not.toMatch(/October 2024|Afghanistan|Ukraine's/)
    }
  })

  it('answer the latest on the peace treaty with the call first, then the visit, each sentence cited', async () => {
    const answer = await ask('latest on peace treaty', '2024-08-29T12:00:00Z')
    expect(answer.found).toBe(true)
    expect(answer.citations[0]?.url).toContain('/004_')
    expect(answer.stories.map((story) => story.id)).toEqual([`s${seed('004').story}`, `s${seed('000').story}`])
    expect(answer.citations.some((citation) => citation.url.includes('/000_'))).toBe(true)
    expect(answer.citations.map((citation) => citation.url).join()).not.toContain('/003_')
    expect(answer.text).not.toContain('2013')
  })

  it('know nothing of the call before it was', async () => {
    const answer = await ask('latest on peace treaty', '2024-08-20T00:00:00Z')
    expect(answer.citations.map((citation) => citation.url).join()).not.toContain('/004_')
    expect(answer.text).not.toMatch(/28 August|telephone|phone/i)
  })

  it('do not pretend to know football', async () => {
    const answer = await ask('who won the football world cup', '2024-08-29T12:00:00Z')
    expect([answer.found, answer.citations]).toEqual([false, []])
  })
})
