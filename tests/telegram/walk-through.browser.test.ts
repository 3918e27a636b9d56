/** A walk through the bot on the bundled sample, as a reader sees it: the pictures of docs/telegram.md (READOUT_PICTURES=1 writes them). */
import { mkdirSync, writeFileSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTelegramPlatform } from '../../adapters/telegram/platform.js'
import { sampleNow } from '../../sample/newsroom.js'
import { packageFile } from '../../src/package-files.js'
import type { Platform } from '../../src/platform.js'
import { allNew, openSampleReadout, type SampleReadout, sampleHandle } from '../sample-readout.js'
import { silentLog } from '../store/test-store.js'
import { type Bubble, chatPage } from './chat-page.js'
import { type Call, type FakeBotApi, openFakeBotApi, token } from './fake-bot-api.js'
import { ann, bob, forum, pressed, wrote } from './people.js'

let sample: SampleReadout
let api: FakeBotApi
let platform: Platform
let browser: Browser

beforeAll(async () => {
  sample = await openSampleReadout()
  api = await openFakeBotApi()
  api.answer('getChatMember', ({ user_id }) => ({ status: user_id === ann.id ? 'administrator' : 'member', user: ann }))
  const { chats } = sample.readout.commandPorts
  platform = createTelegramPlatform({ token, apiRoot: api.root, webhook: null, chats, handled: allNew, now: () => sampleNow, log: silentLog, fetch })
  await platform.start({ handle: sampleHandle(sample.readout), chatEvent: async () => {} })
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
})
afterAll(async () => {
  await browser?.close()
  await platform?.stop(1_000)
  await api?.close()
  await sample?.close()
  expect(api.violations).toEqual([])
})

function bubbleOf({ payload }: Call): Bubble {
  const png = Object.values(payload).find((field) => field?.base64)?.base64
  return {
    from: null,
    text: payload.text ?? payload.caption ?? '',
    entities: payload.entities ?? payload.caption_entities ?? [],
    keyboard: payload.reply_markup?.inline_keyboard ? payload.reply_markup : undefined,
    png,
  }
}

/** Pushes an update and gives what it was answered with: one message, or one edit. */
async function answerTo(update: Record<string, unknown>): Promise<Bubble> {
  const shown = (): Call[] => api.calls.filter((call) => ['sendMessage', 'sendPhoto', 'editMessageText'].includes(call.method))
  const before = shown().length
  api.push(update)
  for (const end = performance.now() + 60_000; shown().length === before; ) {
    if (performance.now() > end) throw new Error('expected an answer within a minute')
    await new Promise((settle) => setTimeout(settle, 50))
  }
  return bubbleOf(shown()[before] as Call)
}

const mine = (text: string, from = 'me'): Bubble => ({ from, text, entities: [] })

/** Shows the chat in a real browser: everything is readable within a phone's width. Null: no picture of it is kept. */
async function show(name: string | null, title: string, bubbles: readonly Bubble[]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 420, height: 800 }, deviceScaleFactor: 1.5 })
  await page.setContent(chatPage(title, bubbles))
  // As text: the tests' own types know no browser.
  const seen = (await page.evaluate(`({
    width: document.documentElement.scrollWidth,
    cut: [...document.querySelectorAll('.row span')].filter((button) => button.scrollWidth > button.clientWidth).map((button) => button.textContent),
    texts: [...document.querySelectorAll('.text')].map((text) => text.textContent),
  })`)) as { width: number; cut: string[]; texts: string[] }
  expect(seen.width).toBeLessThanOrEqual(420)
  expect(seen.cut).toEqual([])
  // The break behind a quotation is shown by the quotation itself.
  const words = (text: string): string => text.replaceAll('\n', '')
  expect(seen.texts.map(words)).toEqual(bubbles.map((bubble) => words(bubble.text)))
  const picture = await page.screenshot({ fullPage: true, type: 'png' })
  expect(picture.length).toBeGreaterThan(10_000)
  if (process.env.READOUT_PICTURES && name) {
    mkdirSync(packageFile('docs/telegram'), { recursive: true })
    writeFileSync(packageFile(`docs/telegram/${name}.png`), picture)
  }
  await page.close()
}

describe('a walk through the bot', () => {
  it('begins with the two top stories and what to press', async () => {
    const start = await answerTo(wrote('/start'))
    expect(start.text).toContain('Top stories')
    await show('start', 'Readout', [mine('/start'), start])
  })
  it('answers a question with its sources, and draws the timeline', async () => {
    const answer = await answerTo(wrote('latest on peace treaty'))
    expect(answer.text).toMatch(/“[^”]+” - Sample/)
    const timeline = await answerTo(wrote('/timeline peace treaty'))
    expect(timeline.png).toBeTruthy()
    await show('answer', 'Readout', [mine('latest on peace treaty'), answer, mine('/timeline peace treaty'), timeline])
  })
  it('shows a digest whose stories open by their numbers', async () => {
    const digest = await answerTo(wrote('/digest'))
    const numbers = digest.keyboard?.inline_keyboard.flat() ?? []
    expect(numbers.length).toBeGreaterThan(2)
    const second = numbers[1]
    const story = await answerTo(pressed(second && 'callback_data' in second ? (second.callback_data ?? '') : ''))
    await show('digest', 'Readout', [mine('/digest'), digest, mine('2'), story])
  })
  it('sets everything in one message', async () => {
    await answerTo(wrote('/subscribe 8:30 weekdays Tbilisi'))
    const settings = await answerTo(wrote('/settings'))
    const topics = await answerTo(pressed('ea:settings topics', { text: settings.text }))
    const chosen = await answerTo(pressed('ea:settings toggle peace-treaty', { text: topics.text }))
    expect(chosen.keyboard?.inline_keyboard.flat().map((button) => button.text)).toContain('✓ Peace treaty')
    await show('settings', 'Readout', [mine('/settings'), settings, mine('Topics'), chosen])
  })
  it('answers a group in the topic where it was asked, in the asker’s language', async () => {
    const where = { chat: forum, is_topic_message: true, message_thread_id: 7 }
    const subscribed = await answerTo(wrote('/subscribe 8:30 weekdays peace treaty', where))
    const russian = await answerTo(wrote('/ask что сказала Россия о мирном договоре', { ...where, from: bob }))
    const bubbles = [
      mine('/subscribe 8:30 weekdays peace treaty', 'Ann'),
      subscribed,
      mine('/ask что сказала Россия о мирном договоре', 'Bob'),
      russian,
    ]
    await show('group', 'Desk · Peace', bubbles)
  })
  it.each(['ru', 'hy', 'az', 'ka', 'tr'])('cuts no button and no word in %s', async (language_code) => {
    const person = { ...ann, id: 100 + language_code.charCodeAt(0), language_code }
    const where = { chat: { id: person.id, type: 'private' as const, first_name: 'x' }, from: person }
    const bubbles: Bubble[] = []
    for (const text of ['/start', '/help', '/latest peace treaty', '/story 1', '/subscribe 8:30', '/settings', '/mute energy', '/topics', '/about'])
      bubbles.push(mine(text), await answerTo(wrote(text, where)))
    await show(null, 'Readout', bubbles)
  })
})
