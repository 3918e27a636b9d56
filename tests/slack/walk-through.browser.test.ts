/** A walk through Slack on the bundled sample, as a reader sees it: the pictures of docs/slack.md (READOUT_PICTURES=1 writes them). */
import { mkdirSync, writeFileSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sampleNow } from '../../sample/newsroom.js'
import { topicIds } from '../../src/lexicon/lexicon.js'
import { packageFile } from '../../src/package-files.js'
import { openSampleReadout, type SampleReadout, sampleHandle } from '../sample-readout.js'
import { type Shown, slackPage } from './slack-page.js'
import { event, openWorkspace, press, slashCommand, submission, type Workspace, wordsOf } from './workspace.js'

let sample: SampleReadout
let work: Workspace
let browser: Browser

beforeAll(async () => {
  sample = await openSampleReadout()
  const { commandPorts } = sample.readout
  work = await openWorkspace({
    chats: commandPorts.chats,
    topics: () => topicIds.map((topic) => commandPorts.lexicon.displayName(topic, 'en')),
    pagesUrl: 'https://readout.example.org',
    now: () => sampleNow,
  })
  work.answer.with = sampleHandle(sample.readout, ['slack:T1/UADMIN'])
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
})
afterAll(async () => {
  await browser?.close()
  await work?.close()
  await sample?.close()
})
beforeEach(() => {
  work.slack.calls.length = 0
})

/** Shows it in a real browser: everything is readable within a phone's width. */
async function show(name: string, title: string, shown: readonly Shown[]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 420, height: 800 }, deviceScaleFactor: 1 })
  await page.setContent(slackPage(title, shown, work.slack.pictures))
  // As text: the tests' own types know no browser.
  const seen = (await page.evaluate(`({
    width: document.documentElement.scrollWidth,
    words: document.body.textContent,
    broken: [...document.images].filter((image) => image.naturalWidth === 0).length,
  })`)) as { width: number; words: string; broken: number }
  expect(seen.width).toBeLessThanOrEqual(420)
  expect(seen.broken).toBe(0)
  expect(seen.words).not.toContain('undefined')
  const picture = await page.screenshot({ fullPage: true, type: 'png' })
  expect(picture.length).toBeGreaterThan(10_000)
  if (process.env.READOUT_PICTURES) {
    mkdirSync(packageFile('docs/slack'), { recursive: true })
    writeFileSync(packageFile(`docs/slack/${name}.png`), picture)
  }
  await page.close()
}

const ann = (text: string): Shown => ({ from: 'Ann', text })
const mention = (text: string): Record<string, unknown> =>
  event({ type: 'app_mention', channel: 'C1', user: 'U1', text: `<@UBOT> ${text}`, ts: '17.1' })

describe('a walk through Slack', () => {
  it('answers a command to the one who typed it, to be shared', async () => {
    await work.slack.envelope('slash_commands', slashCommand(work.slack, 'latest peace treaty'))
    const { blocks } = await work.slack.first('response_url')
    expect(wordsOf(blocks)).toMatch(/“[^”]+” - Sample/)
    await show('answer', '# caucasus', [ann('/readout latest peace treaty'), { from: null, blocks, ephemeral: true }])
  })

  it('answers a mention in its thread, with the timeline as a picture', async () => {
    await work.slack.envelope('events_api', mention('timeline peace treaty'))
    const { blocks } = await work.slack.first('chat.postMessage')
    expect(JSON.stringify(blocks)).toContain('slack_file')
    await show('thread', 'Thread in # caucasus', [ann('@Readout timeline peace treaty'), { from: null, blocks }])
  })

  it('shows the digest of the day, and a story by its number', async () => {
    await work.slack.envelope('events_api', event({ type: 'message', channel_type: 'im', channel: 'DU1', user: 'U1', text: 'digest', ts: '17.2' }))
    const { blocks } = await work.slack.first('chat.postMessage')
    const story = (blocks as { elements?: { action_id?: string; value?: string }[] }[])
      .flatMap((block) => block.elements ?? [])
      .find((one) => one.value?.startsWith('story'))
    await show('digest', 'Readout', [ann('digest'), { from: null, blocks }])
    if (!story) return
    await work.slack.envelope('interactive', press(work.slack, story, { channel: { id: 'DU1' }, container: { type: 'message', channel_id: 'DU1' } }))
    await work.slack.wait('chat.postMessage', 2)
  })

  it('subscribes by a form', async () => {
    await work.slack.envelope('slash_commands', slashCommand(work.slack, 'subscribe'))
    await work.slack.wait('views.update')
    const { view } = await work.slack.first('views.update')
    const { blocks, title } = view as { blocks: unknown; title: { text: string } }
    await show('subscribe', '# caucasus', [ann('/readout subscribe'), { from: null, blocks, window: title.text }])
  })

  it('shows what stands behind a link to its own page', async () => {
    await work.slack.envelope('slash_commands', slashCommand(work.slack, 'latest'))
    const story = /"value":"story (s\d+)"/.exec(JSON.stringify((await work.slack.first('response_url')).blocks))?.[1]
    const url = `https://readout.example.org/stories/${story}`
    await work.slack.envelope('events_api', event({ type: 'link_shared', channel: 'C1', user: 'U1', message_ts: '17.4', links: [{ url }] }))
    const { unfurls } = await work.slack.first('chat.unfurl')
    await show('link', '# caucasus', [ann(url), { from: null, blocks: (unfurls as Record<string, { blocks: unknown }>)[url]?.blocks }])
  })

  it('has a Home', async () => {
    await work.slack.envelope('events_api', event({ type: 'app_home_opened', user: 'U1', channel: 'DU1', tab: 'home' }))
    const { view } = await work.slack.first('views.publish')
    await show('home', 'Readout · Home', [{ from: null, blocks: (view as { blocks: unknown }).blocks }])
  })

  it('adds a source after a look at it', async () => {
    const link = sample.newsroom.homes[0]?.home ?? ''
    const { sources } = sample.readout.commandPorts
    const [known] = await sources.list()
    await sources.remove(known?.id ?? 0)
    const about = { callback_id: 'addsource', private_metadata: '{"channel":"C1","private":false}' }
    await work.slack.envelope('slash_commands', slashCommand(work.slack, 'addsource', { user_id: 'UADMIN' }))
    const answer = await work.slack.envelope('interactive', { ...submission(about, { link: { value: link } }), user: { id: 'UADMIN' } })
    const view = answer?.view as { blocks: unknown; title: { text: string } }
    await show('add-source', '# caucasus', [ann('/readout addsource'), { from: null, blocks: view.blocks, window: view.title.text }])
  })
})
