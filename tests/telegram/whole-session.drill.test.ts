/** One session with everything: every command, button, topic, channel, fault and outage, before a strict stand-in of Telegram (READOUT_CORPORA). */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Newsroom, openNewsroom } from '../../sample/newsroom.js'
import { measuringSet } from '../measuring-sets.js'
import { freePort, openTelegram, type SentMessage, type Service, startService, type Telegram } from './service-session.js'

const fakes = measuringSet('fakes')
const token = '123456789:token-of-the-whole-session'
const ann = { id: 1, first_name: 'Ann', language_code: 'en' }
const bob = { id: 2, first_name: 'Bob', language_code: 'ru' }
const eve = { id: 3, first_name: 'Eve', language_code: 'hy' }
const group = -500
const forum = -1_002_000_000_001
const channel = -1_003_000_000_001
/** Stands in questions only: no log may hold it. */
const secret = 'zanzibar'

let folder: string
let newsroom: Newsroom
let telegram: Telegram
let service: Service
let port: number
const logs: string[] = []

type Person = typeof ann

const wait = (ms: number): Promise<void> => new Promise((settle) => setTimeout(settle, ms))

function environment(more: Record<string, string> = {}): Record<string, string> {
  return {
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: telegram.url,
    READOUT_ALLOW_HOSTS: '127.0.0.1',
    READOUT_DATA: join(folder, 'data'),
    READOUT_TIME_ZONE: 'Asia/Tbilisi',
    HTTP_PORT: String(port),
    ...more,
  }
}

async function begin(more: Record<string, string> = {}): Promise<void> {
  service = startService(environment(more))
  await service.until('Telegram listens', 120_000)
}

async function end(): Promise<{ code: number | null; ms: number }> {
  const done = await service.stop()
  logs.push(service.said())
  return done
}

/** The messages that come to a chat after `act`: at least `count`, and whatever comes right behind. */
async function heard(chat: number, act: () => Promise<unknown>, count = 1, withinMs = 120_000): Promise<SentMessage[]> {
  const from = await telegram.seq()
  await act()
  for (const until = performance.now() + withinMs; performance.now() < until; ) {
    const sent = await telegram.sentSince(from, chat)
    if (sent.length >= count) return sent
    await wait(50)
  }
  throw new Error(`chat ${chat} heard fewer than ${count} messages within ${withinMs} ms:\n${service.said().slice(-2_000)}`)
}

/** Nothing comes to a chat within a moment. */
async function silent(chat: number, act: () => Promise<unknown>): Promise<void> {
  const from = await telegram.seq()
  await act()
  await wait(1_200)
  expect((await telegram.sentSince(from, chat)).map((message) => message.text)).toEqual([])
}

interface Saying {
  chat?: number
  text?: string
  thread?: number
  reply_to?: number
  anonymous?: boolean
  extra?: object
}

const write = (from: Person, saying: Saying): Promise<unknown> => telegram.post('say', { chat: from.id, from, ...saying })

/** What one who says something is answered, in one piece. */
async function say(from: Person, saying: Saying | string): Promise<SentMessage> {
  const said = typeof saying === 'string' ? { text: saying } : saying
  const [answer] = await heard(said.chat ?? from.id, () => write(from, said))
  if (!answer) throw new Error('expected an answer')
  expect(answer.text, JSON.stringify(said)).not.toMatch(/went wrong/)
  return answer
}

/** Presses a button that stands on a message; gives what it was answered, or what its message became. */
async function press(from: Person, message: SentMessage, data: string): Promise<string> {
  // As fast as nobody is slowed down for.
  await wait(1_000)
  const from_ = await telegram.seq()
  const clicked = await telegram.post('click', { chat: message.chat_id, message_id: message.message_id, data, from, wait: 5_000 })
  expect(clicked.answered, `${data} on ${message.text.slice(0, 40)}`).toBe(true)
  const { answer } = clicked as { answer?: { text?: string } }
  if (answer?.text) return answer.text
  for (const until = performance.now() + 30_000; performance.now() < until; ) {
    const [sent] = await telegram.sentSince(from_, message.chat_id)
    if (sent) return sent.text
    const [edited] = (await telegram.sentSince(0, message.chat_id)).filter((one) => one.message_id === message.message_id)
    const last = edited?.edits.at(-1) as { seq?: number; text: string } | undefined
    if (last && (last.seq ?? 0) > from_) return last.text
    await wait(50)
  }
  throw new Error(`${data}: nothing came of it`)
}

/** Every button of a message, as it stands. */
async function pressAll(from: Person, message: SentMessage, except: RegExp = /^$/): Promise<string[]> {
  const answers: string[] = []
  for (const { callback_data } of message.buttons ?? [])
    if (callback_data && !except.test(callback_data)) answers.push(await press(from, message, callback_data))
  return answers
}

/** "HH:MM" in Tbilisi, the next minute but one at least 70 seconds away. */
function soon(): { time: string; at: Date } {
  const at = new Date(Math.ceil((Date.now() + 70_000) / 60_000) * 60_000)
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Tbilisi', hour: '2-digit', minute: '2-digit' }).format(at)
  return { time, at }
}

async function violations(): Promise<unknown[]> {
  return (await telegram.get('violations')).violations as unknown[]
}

describe.skipIf(!fakes)('one session with everything, before the strict stand-in of Telegram', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'readout-session-'))
    newsroom = await openNewsroom(new Date())
    telegram = await openTelegram(fakes ?? '', token)
    port = await freePort()
    await begin()
  })
  afterAll(async () => {
    await service?.kill()
    await telegram?.close()
    await newsroom?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('a wrong token says so in one line', async () => {
    const wrong = startService(environment({ TELEGRAM_BOT_TOKEN: '99:wrong-wrong-wrong', READOUT_DATA: join(folder, 'wrong'), HTTP_PORT: '0' }))
    expect(await wrong.ended).toBe(1)
    const lines = wrong
      .said()
      .split('\n')
      .filter((line) => line.startsWith('readout:'))
    expect(lines).toEqual([expect.stringMatching(/^readout: TELEGRAM_BOT_TOKEN: Telegram refuses it \(401 Unauthorized\)/)])
    expect(wrong.said()).not.toContain('wrong-wrong')
  })

  it('the one-time link makes an owner, once', async () => {
    const link = /https:\/\/t\.me\/\w+\?start=(own_[\w-]+)/.exec(service.said())?.[1] ?? ''
    expect((await say(ann, '/start')).text).toContain('I have not read anything yet')
    expect((await say(ann, `/start ${link}`)).text).toContain('You are the owner')
    expect((await say(bob, `/start ${link}`)).text).toContain('readout admin link')
  })

  it('sources are added by their links', async () => {
    expect((await say(ann, '/addsource')).buttons?.length).toBeGreaterThan(5)
    for (const { outlet, home } of newsroom.homes) {
      const labels = `name="${outlet.name}" country=${outlet.country} ownership=${outlet.ownership} zone=${outlet.zone}`
      expect((await say(ann, `/addsource ${home} yes ${labels}`)).text).toContain(`Added: ${outlet.name}`)
    }
  })

  it('every command works in private, bare and with words', async () => {
    for (const text of [
      '/help',
      '/latest',
      'latest on peace treaty',
      `/ask what did Mirzoyan say in ${secret}`,
      '/ask',
      '/digest',
      '/digest week',
      '/subscribe 8:30 weekdays peace treaty read: hy, ru, en',
      '/settings',
      '/settings zone Vienna',
      '/mute energy',
      '/mute',
      '/unmute energy',
      '/follow border',
      '/follow',
      '/following',
      '/unfollow border',
      '/unfollow',
      '/topics',
      '/timeline',
      '/positions',
      '/positions peace treaty',
      '/story',
      '/story 1',
      '/cite 1',
      '/report',
      '/report 1 the date is wrong',
      '/calendar',
      '/about',
      '/check',
      '/check Armenia and Azerbaijan initialled the text of a peace treaty',
      '/sources',
      '/sources 1',
      '/pausesource 1',
      '/resumesource 1',
      '/removesource',
      '/retrysource 1',
      '/movesource 1',
      '/labelsource 1 AM hy independent',
      '/check_sources',
      '/importsources',
      '/hide',
      '/split',
      '/merge',
      '/retag',
      '/undo',
      '/lexicon',
      '/admins',
      '/promote 2',
      '/demote 2',
      '/allow',
      '/invite',
      '/audit',
      '/stats',
      '/outbox',
      '/resend 1',
      '/pausesending',
      '/resumesending',
      '/inbox',
      '/draft',
      '/unsubscribe',
      '/forget',
      '/channel',
      '/nosuchcommand',
      'темы',
    ])
      expect((await say(ann, text)).text.length, text).toBeGreaterThan(3)
    const timeline = await say(ann, '/timeline peace treaty')
    expect(timeline.media?.[0]?.type).toBe('photo')
    expect((await say(eve, '/start story_1')).buttons?.length).toBeGreaterThan(0)
  })

  it('every button of a start, an answer, a story, the settings and their panels is answered', async () => {
    await pressAll(bob, await say(bob, '/start'), /lang|subscribe/)
    await pressAll(bob, await say(bob, '/latest peace treaty'))
    const story = await say(bob, '/story 1')
    expect(story.buttons?.map((button) => button.callback_data?.split(' ')[0])).toEqual([
      'ra:timeline',
      'ra:positions',
      'ra:follow',
      'ra:mute',
      'ra:cite',
      'ra:report',
    ])
    await pressAll(bob, story)
    expect((await say(bob, '/subscribe 8:30')).text).toContain('Вы подписаны')
    const settings = await say(bob, '/settings')
    for (const { callback_data } of settings.buttons ?? []) {
      if (!callback_data?.startsWith('ea:')) continue
      await press(bob, settings, callback_data)
      const panel = (await telegram.sentSince(0, bob.id)).find((one) => one.message_id === settings.message_id)?.edits.at(-1)
      const choices =
        (panel?.reply_markup as { inline_keyboard: { text: string; callback_data: string }[][] } | undefined)?.inline_keyboard.flat() ?? []
      expect((await say(bob, '/settings lang ru')).text).toContain('русский')
      expect(choices.length, callback_data).toBeGreaterThan(1)
      const other = choices.find((choice) => !choice.text.startsWith('✓') && choice.callback_data !== 'ea:settings')
      if (other) await press(bob, settings, other.callback_data)
      const now = (await telegram.sentSince(0, bob.id)).find((one) => one.message_id === settings.message_id)?.edits.at(-1)
      const back = (now?.reply_markup as { inline_keyboard: { callback_data: string }[][] } | undefined)?.inline_keyboard
        .flat()
        .some((choice) => choice.callback_data === 'ea:settings')
      if (back) await press(bob, settings, 'ea:settings')
    }
    expect(
      await telegram.post('click', { chat: bob.id, message_id: settings.message_id, data: 'rk:latest gone', force: true, from: bob, wait: 5_000 }),
    ).toMatchObject({
      answered: true,
      answer: { show_alert: true },
    })
  })

  it('files, places, links, posts, cards: each is understood', async () => {
    const list = await say(ann, '/exportsources')
    const file = list.media?.[0]
    expect(file).toMatchObject({ type: 'document', filename: 'readout-sources.opml' })
    const document = { file_id: file?.file_id, file_unique_id: 'x', file_name: 'mine.opml', file_size: 999 }
    expect((await say(ann, { extra: { document } })).text).toContain('6 in the list')
    expect((await say(bob, { extra: { document } })).text).toContain('админ')
    expect((await say(ann, { extra: { location: { latitude: 48.2, longitude: 16.4 } } })).text).toContain('Europe/')
    const forward = {
      text: 'Armenia and Azerbaijan initialled the text of a peace treaty in Washington',
      forward_origin: { type: 'channel', chat: { id: -1_009, type: 'channel', title: 'Other', username: 'otherchan' }, message_id: 3, date: 1 },
    }
    const known = await say(ann, { extra: forward })
    expect(known.text).toContain('What is known about this')
    expect(known.buttons?.at(-1)?.callback_data).toBe('ra:addsource @otherchan')
    expect((await say(bob, { extra: forward })).buttons?.some((button) => button.callback_data?.includes('addsource'))).toBe(false)
    expect((await say(ann, newsroom.homes[0]?.home ?? '')).buttons?.some((button) => button.callback_data?.includes('addsource'))).toBe(true)
    expect((await say(ann, `/ask ${'why '.repeat(300)}`)).text).toContain('1,000')
    expect((await say(ann, { extra: { voice: { file_id: 'x', file_unique_id: 'y', duration: 1 } } })).text).toContain('OPML')
    const cards = (await telegram.post('inline', { from: eve, query: 'peace treaty', wait: 10_000 })) as { results?: object[] }
    expect(cards.results?.length).toBeGreaterThan(1)
  })

  it('a group is greeted once and answered only where it speaks to the bot', async () => {
    await telegram.post('chat', { id: group, type: 'group', title: 'Desk', admins: [1], bot: 'left' })
    const [greeting] = await heard(group, () => telegram.post('member', { chat: group, by: 1, status: 'member' }))
    expect(greeting?.text).toContain('/ask')
    await telegram.post('member', { chat: group, by: 1, status: 'left' })
    await silent(group, () => telegram.post('member', { chat: group, by: 1, status: 'member' }))
    for (const text of ['/help', '/start', '/settings', '/stats']) await silent(group, () => write(bob, { chat: group, text }))
    expect((await say(bob, { chat: group, text: '/help@fake123456789_bot' })).text).toContain('/latest')
    const asked = await say(bob, { chat: group, text: '/ask' })
    expect(
      (await say(bob, { chat: group, text: `что сказала Россия о мирном договоре ${secret}`, reply_to: asked.message_id })).text.length,
    ).toBeGreaterThan(20)
    expect((await say(bob, { chat: group, text: '/subscribe 9:00' })).text).toContain('управляет')
    expect(await press(bob, greeting as SentMessage, 'ra:subscribe 8:30')).toContain('управляет')
    expect((await say(ann, { chat: group, text: '/subscribe 9:00' })).text).toContain('You are subscribed')
    expect((await say(ann, { chat: group, text: '/follow border', anonymous: true })).text).toContain('Following')
    const post = (await telegram.post('say', {
      chat: group,
      from: bob,
      text: 'Armenia and Azerbaijan initialled the text of a peace treaty in Washington',
    })) as { message_id: number }
    expect((await say(ann, { chat: group, text: '/ask', reply_to: post.message_id })).text).toContain('What is known')
    await telegram.post('chat', { id: group, privacy: false })
    await silent(group, () => write(bob, { chat: group, text: `our own talk of ${secret}` }))
    expect((await say(bob, { chat: group, text: '@fake123456789_bot мирный договор' })).text.length).toBeGreaterThan(20)
  })

  it('a channel is connected by each way, and its readers see no settings', async () => {
    expect((await say(ann, '@nosuchchannel')).text).toContain('@nosuchchannel')
    await telegram.post('chat', { id: channel, type: 'channel', title: 'News', username: 'newschan', admins: [1], bot: 'left' })
    const [told] = await heard(ann.id, () => telegram.post('member', { chat: channel, by: 1, status: 'administrator' }))
    expect(told?.text).toContain('Channel News')
    expect((await say(ann, '@newschan')).text).toContain('Channel News')
    expect((await say(ann, { extra: { chat_shared: { request_id: 1, chat_id: channel } } })).text).toContain('Channel News')
    expect((await say(bob, '@newschan')).text).toContain('не админ')
    expect((await say(ann, '/channel @newschan subscribe 18:00')).text).toContain('You are subscribed')
    const settings = await say(ann, '/channel @newschan settings')
    expect(await press(ann, settings, `ra:channel ${channel} draft`)).toContain('Channel News')
    expect(await press(ann, settings, `ea:channel ${channel} settings time`)).toContain('Channel News')
    expect((await say(ann, '/channel @newschan draft off')).text).toContain('Channel News')
    const shown = await heard(channel, () => telegram.post('say', { chat: channel, text: '/latest peace treaty' }))
    expect(shown[0]?.buttons).toBeUndefined()
    await heard(ann.id, () => silent(channel, () => telegram.post('say', { chat: channel, text: '/settings' })))
    await silent(channel, () => telegram.post('say', { chat: channel, text: 'a post for readers' }))
    const forwarded = {
      text: 'A treaty was initialled in Washington',
      forward_origin: { type: 'channel', chat: { id: channel, type: 'channel', title: 'News', username: 'newschan' }, message_id: 1, date: 1 },
    }
    expect((await say(ann, { extra: forwarded })).buttons?.at(-1)?.callback_data).toBe(`ra:channel ${channel}`)
  })

  it('digests come to every kind of chat once, whatever Telegram answers', async () => {
    const people = { lost: 11, blocked: 12, page: 13, failing: 14, limited: 15, gone: 16 }
    await telegram.post('chat', {
      id: forum,
      type: 'supergroup',
      title: 'Forum',
      is_forum: true,
      bot: 'left',
      admins: [1],
      topics: [
        { id: 7, name: 'Peace' },
        { id: 8, name: 'Shut' },
        { id: 9, name: 'Gone' },
      ],
    })
    await heard(forum, () => telegram.post('member', { chat: forum, by: 1, status: 'member' }))
    const migrating = -600
    await telegram.post('chat', { id: migrating, type: 'group', title: 'Old', admins: [1], bot: 'left' })
    await heard(migrating, () => telegram.post('member', { chat: migrating, by: 1, status: 'member' }))
    const { time, at } = soon()
    const subscribe = `/subscribe ${time}`
    for (const id of Object.values(people)) await say({ ...bob, id }, subscribe)
    await say(ann, `${subscribe} Asia/Tbilisi`)
    await say(ann, { chat: group, text: subscribe })
    await say(ann, { chat: migrating, text: subscribe })
    for (const thread of [7, 8, 9]) await say(ann, { chat: forum, text: subscribe, thread })
    await say(ann, { chat: forum, text: subscribe })
    await say(ann, `/channel @newschan subscribe ${time}`)
    await telegram.post('topic', { chat: forum, id: 8, closed: true })
    const fault = (preset: string, chat: number, more: object = {}) => ({ preset, method: 'sendMessage', chat, ...more })
    await fetch(`${telegram.url}/_control/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([
        fault('reply_lost', people.lost),
        fault('blocked', people.blocked),
        fault('502', people.page),
        fault('500', people.failing),
        fault('rate_limit', people.limited, { retry_after: 3 }),
        fault('deactivated', people.gone),
        fault('topic_closed', forum, { match: { message_thread_id: '^8$' } }),
        fault('thread_not_found', forum, { match: { message_thread_id: '^9$' } }),
        fault('migrate', migrating, { to: -1_000_000_600 }),
      ]),
    })
    await telegram.post('chat', { id: -1_000_000_600, type: 'supergroup', title: 'Old', admins: [1], bot: 'member' })
    const from = await telegram.seq()
    await wait(at.getTime() + 45_000 - Date.now())
    const digests = (await telegram.sentSince(from)).filter((message) => /^(?:Digest|Обзор)/.test(message.text))
    const places = digests.map((message) => `${message.chat_id}/${message.thread_id ?? ''}`).sort()
    expect(places).toEqual(
      [
        `1/`,
        `${group}/`,
        `${forum}/`,
        `${forum}/7`,
        `${channel}/`,
        `-1000000600/`,
        `${people.lost}/`,
        `${people.failing}/`,
        `${people.limited}/`,
      ].sort(),
    )
    for (const digest of digests) expect(digest.entities.length).toBeLessThanOrEqual(100)
    expect(digests.find((digest) => digest.chat_id === channel)?.buttons).toBeUndefined()
    expect((await say(ann, '/outbox')).text).toMatch(/2 unknown, 4 refused/)
    const inTopic = digests.find((digest) => digest.thread_id === 7) as SentMessage
    const story = inTopic.buttons?.[0]?.callback_data ?? ''
    await heard(forum, () => press(bob, inTopic, story))
  })

  it('a group that becomes a supergroup, a person who blocks and comes back', async () => {
    await telegram.post('migrate', { chat: group, to: -1_000_000_500 })
    expect((await say(ann, { chat: -1_000_000_500, text: '/unsubscribe' })).text).toContain('has ended')
    await telegram.post('block', { user: 14, blocked: true })
    await telegram.post('block', { user: 14, blocked: false })
    expect((await say({ ...bob, id: 14 }, '/settings')).text.length).toBeGreaterThan(20)
  })

  it('who asks too fast is told so once, and answered', async () => {
    const from = await telegram.seq()
    for (let n = 0; n < 18; n++) await write({ ...eve, id: 21, language_code: 'en' }, { text: '/about' })
    await wait(25_000)
    const sent = (await telegram.sentSince(from, 21)).map((message) => message.text)
    expect(sent.filter((text) => text.startsWith('That was fast'))).toHaveLength(1)
    expect(sent.filter((text) => text.startsWith('About')).length).toBeGreaterThan(14)
  })

  it('a lost network is waited out, and what was said meanwhile is answered', async () => {
    await telegram.post('outage', { ms: 4_000 })
    await service.until("Telegram can't be reached", 10_000)
    const [answer] = await heard(ann.id, () => write(ann, { text: '/topics' }))
    expect(answer?.text).toContain('Topics')
  })

  it('kill -9 repeats nothing that was answered and loses nothing that came meanwhile', async () => {
    await say(ann, '/calendar')
    await service.kill()
    logs.push(service.said())
    const from = await telegram.seq()
    await write(ann, { text: '/about' })
    await begin()
    await wait(6_000)
    expect((await telegram.sentSince(from, ann.id)).map((message) => message.text.split('\n')[0])).toEqual(['About Readout'])
    const forwarded = {
      text: 'A treaty was initialled in Washington',
      forward_origin: { type: 'channel', chat: { id: channel, type: 'channel', title: 'News' }, message_id: 1, date: 1 },
    }
    expect((await say(ann, { extra: forwarded })).buttons?.at(-1)?.callback_data).toBe(`ra:channel ${channel}`)
  })

  it('a second instance with the same token is explained, and the first goes on', async () => {
    const second = startService(environment({ READOUT_DATA: join(folder, 'second'), HTTP_PORT: '0' }))
    await second
      .until(/another program polls with the same TELEGRAM_BOT_TOKEN/, 60_000)
      .catch(async () => service.until(/another program polls/, 20_000))
    await second.kill()
    logs.push(second.said())
    expect((await say(ann, '/about')).text).toContain('About')
  })

  it('stops within ten seconds when what runs is answered', async () => {
    const from = await telegram.seq()
    await write(ann, { text: '/latest border' })
    await wait(150)
    const { code, ms } = await end()
    expect([code, ms < 10_000]).toEqual([0, true])
    expect((await telegram.sentSince(from, ann.id)).length).toBe(1)
  })

  it('works by webhook, and refuses who does not know its secret', async () => {
    const url = `http://127.0.0.1:${port}/telegram/webhook`
    await begin({ TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: 'secret-of-the-session' })
    expect((await say(ann, '/topics')).text).toContain('Topics')
    const forged = await fetch(url, { method: 'POST', body: JSON.stringify({ update_id: 1, message: {} }) })
    expect(forged.status).toBe(401)
    expect((await say(ann, 'forget me')).text).toContain('Forgotten')
    await end()
  })

  it('nothing of all this broke a rule of Telegram, and no log holds a question or the token', async () => {
    const held = await violations()
    // Naming a channel that does not exist is asked of Telegram, which says so.
    expect(held.filter((one) => !/nosuchchannel/.test(JSON.stringify(one)))).toEqual([])
    for (const log of logs) {
      expect(log).not.toContain(secret)
      expect(log).not.toContain(token.split(':')[1])
      expect(log).not.toMatch(/an update failed|a command failed/)
    }
  })
})
