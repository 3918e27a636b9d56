/** The way of the data, read first: a newsroom on loopback → sources → articles → stories → digest, answer, citation. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Newsroom, openNewsroom, sampleNow } from '../sample/newsroom.js'
import { loadConfig } from '../src/config.js'
import { createLog } from '../src/log.js'
import { assemble, type Readout } from '../src/main.js'
import { rebuild } from '../src/pipeline.js'
import { createSession } from '../src/verbs/session.js'

interface AnswerData {
  found: boolean
  reason?: string
  text: string
  citations: { url: string; source: string }[]
  stories: { id: string; title: string }[]
}

describe('from a source to a message', () => {
  let dataDir: string
  let newsroom: Newsroom
  let readout: Readout
  const say = async (name: string, input: unknown): Promise<{ text: string; data: unknown }> => createSession(readout, {}).say(name, input)
  const ask = async (question: string): Promise<AnswerData> => (await say('ask', question)).data as AnswerData

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'readout-journey-'))
    newsroom = await openNewsroom()
    const config = { ...loadConfig({}), dataDir, allowHosts: ['127.0.0.1'] }
    readout = await assemble(config, { now: () => sampleNow, log: createLog('error') })
  })
  afterAll(async () => {
    await readout?.close()
    await newsroom?.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  it('says what to do next while nothing was read', async () => {
    const { text } = await say('digest', '')
    expect(text).toContain('addsource')
    expect(text).toContain('demo')
    expect((await ask('latest on peace treaty')).reason).toBe('nothing-read')
  })

  it('finds the feed, sitemap or list behind each home page and reads every article once', async () => {
    for (const { outlet, home } of newsroom.homes) {
      const said = await say('addsource', {
        link: home,
        yes: true,
        name: outlet.name,
        country: outlet.country,
        ownership: outlet.ownership,
        zone: outlet.zone,
      })
      expect(said.data, said.text).toHaveProperty('added.name', outlet.name)
    }
    const before = await readout.commandPorts.articles.count()
    expect(before).toBeGreaterThanOrEqual(30)
    const again = await readout.poll({ all: true })
    expect(again.map((report) => report.error)).toEqual(newsroom.homes.map(() => null))
    expect(await readout.commandPorts.articles.count()).toBe(before)
  })

  it('knows the same source by another spelling of its link', async () => {
    const home = newsroom.homes[0]?.home ?? ''
    const said = await say('addsource', { link: `${home.replace('http://', 'HTTP://')}?utm_source=chat`, yes: true })
    expect(said.data).toHaveProperty('added', null)
  })

  it('prints a digest in which every quoted sentence has its outlet and country', async () => {
    const { text, data } = await say('digest', '')
    const digest = data as { stories: { id: string; summary: { text: string; citations: string[] }[] }[] }
    expect(digest.stories.length).toBeGreaterThanOrEqual(3)
    for (const story of digest.stories) for (const sentence of story.summary) expect(sentence.citations).toHaveLength(1)
    expect(text).toMatch(/Sample \p{L}+, [A-Z]{2}/u)
    expect(text).not.toContain('Nowhereburg')
  })

  it('answers what was asked, from several outlets, in the language of the question', async () => {
    const answer = await ask('latest on peace treaty')
    expect(answer.found).toBe(true)
    expect(answer.citations.length).toBeGreaterThan(1)
    expect(answer.text).toMatch(/August 2025/)
    const russian = await ask('что нового по мирному договору')
    expect(russian.found).toBe(true)
  })

  it('says honestly that it found nothing', async () => {
    const answer = await ask('who won the football world cup')
    expect(answer.found).toBe(false)
    expect(answer.citations).toEqual([])
  })

  it('opens a story by the number it had in the last list, and cites it with its sources', async () => {
    await say('digest', '')
    const story = await say('story', '1')
    expect(story.data).toHaveProperty('articles')
    const { text } = await say('cite', '1')
    expect(text).toMatch(/\[1\] Sample \p{L}+ \([A-Z]{2}/u)
    expect(text).toContain('http://127.0.0.1')
  })

  it('gives the same stories after everything was derived anew', async () => {
    const membership = async (): Promise<(number | null)[]> => (await readout.commandPorts.articles.after(0, 500)).map((article) => article.story)
    const zones = new Map((await readout.commandPorts.sources.list()).map((source) => [source.id, source.zone]))
    const before = await membership()
    await rebuild({ ...readout.readingPorts, zoneOf: (id) => zones.get(id) ?? null }, () => undefined)
    expect(await membership()).toEqual(before)
  })
})
