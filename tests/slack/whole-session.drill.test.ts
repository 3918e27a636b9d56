/**
 * One session of the whole service in each mode, against the strict stand-in for Slack: every command, form, button, App Home, fault,
 * redelivery and loss of the socket; Slack would have refused nothing.
 * Runs where READOUT_CORPORA holds the stand-ins: `npm run test:drill -- tests/slack`.
 */
import { describe, expect, it } from 'vitest'
import { commands } from '../../src/commands/table.js'
import { measuringSet } from '../measuring-sets.js'
import { type Done, type Sent, startWholeService, type View, type Violation, type WholeService } from './whole-service.js'

const fakes = measuringSet('fakes')
const [alice, bob] = ['U01ALICE', 'U02BOB']
const [general, random, secret, archived] = ['C01GENERAL', 'C02RANDOM', 'G03SECRET', 'C04OLD']
/** Stands in a question only: no log may hold it. */
const unlogged = 'zanzibar'
const sleep = (ms: number): Promise<void> => new Promise((settle) => setTimeout(settle, ms))

/** Reads again and again until it is as expected. @throws saying what was read last. */
async function until<T>(what: string, read: () => Promise<T>, good: (value: T) => boolean, withinMs = 60_000): Promise<T> {
  let last: T | undefined
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(100)) {
    last = await read()
    if (good(last)) return last
  }
  throw new Error(`${what}: ${JSON.stringify(last)?.slice(0, 600)}`)
}

/** What each command is tried with; the rest is said without words. */
const tried: Readonly<Record<string, string>> = {
  ask: 'what did Bayramov say about the constitution?',
  check: 'Bayramov: constitution of Armenia remains an obstacle to the peace treaty',
  cite: '1',
  digest: 'week',
  follow: 'peace treaty',
  forget: '',
  labelsource: '1 AM en independent',
  latest: 'peace treaty',
  lexicon: 'list',
  mute: 'Border',
  own: 'a-code-that-nobody-made',
  pausesource: '2 1 week',
  positions: 'peace treaty',
  promote: '<@U02BOB>',
  demote: '<@U02BOB>',
  removesource: '3',
  resend: '999',
  resumesource: '2',
  settings: 'zone Asia/Tbilisi',
  story: '1',
  subscribe: '8:30 weekdays',
  timeline: 'peace treaty',
  unfollow: 'peace treaty',
  addsource: 'https://127.0.0.1:1/',
}

/** A session with words for what people do. */
function peopleOf(service: WholeService) {
  const { slack } = service
  const said = async (text: string, more: Record<string, unknown> = {}): Promise<Done> => {
    const done = await slack.command({ command: '/readout', text, wait: 30_000, ...more })
    expect(done.acked, `/readout ${text} was acknowledged`).toBe(true)
    return done
  }
  const modal = async (user = alice): Promise<View> => {
    const top = async (): Promise<View | undefined> => (await slack.views({ user })).stack.at(-1)
    return (await until('a modal', top, (view) => view !== undefined && !/^(?:One moment|This takes longer)/.test(view.rendered))) as View
  }
  const told = (words: string, user = alice): Promise<View> =>
    until(
      `a modal with "${words}"`,
      () => modal(user),
      (view) => view.rendered.includes(words),
    )
  const closed = async (user = alice): Promise<void> => void (await slack.post('view_close', { user }))
  const sentSince = async (seq: number, query: Record<string, unknown> = {}): Promise<Sent[]> => slack.sent({ since: seq, ...query })
  /** The message with these words that came after something was done. */
  const heard = async (done: Done, words: string): Promise<Sent> =>
    (
      await until(
        `"${words}"`,
        () => sentSince(done.last_seq),
        (all) => all.some((one) => one.rendered.includes(words)),
      )
    ).find((one) => one.rendered.includes(words)) as Sent
  return { slack, said, modal, told, closed, sentSince, heard }
}
type People = ReturnType<typeof peopleOf>

async function addSources({ slack, said, modal, told, closed }: People, homes: Record<string, string>): Promise<void> {
  for (const [country, home] of Object.entries(homes)) {
    await slack.command({ command: '/readout', text: 'addsource' })
    await modal()
    const wrong = await slack.viewSubmit({ values: { link: 'no link' } })
    expect(wrong.errors?.link, 'what is wrong is said beside the field').toContain('That is no link')
    await slack.viewSubmit({ values: { link: home } })
    await told('Found feed')
    expect((await slack.viewSubmit({ values: { country: 'A1' } })).errors?.country).toContain('two letters')
    await slack.viewSubmit({ values: { name: `Sample ${country}`, country, language: 'en', ownership: 'independent' } })
    await told(`Added: Sample ${country}`)
    await closed()
  }
  expect((await said('sources')).replies?.[0]?.rendered).toContain('3 sources: 3 read well')
}

async function everyCommand({ said, sentSince }: People): Promise<void> {
  for (const { name } of commands) {
    if (name === 'forget') continue
    const text = `${name} ${tried[name] ?? ''}`.trim()
    const done = await said(text)
    const answers = done.replies?.length ? done.replies : await sentSince(done.last_seq)
    expect(answers.length, `/readout ${text} is answered`).toBeGreaterThan(0)
    for (const one of answers) expect(one.ephemeral_to ?? one.dm_user, `/readout ${text} is for the person alone`).toBe(alice)
  }
  await said('resumesending')
}

async function formsAndHome({ slack, modal, told, closed }: People): Promise<void> {
  for (const text of ['subscribe', 'settings']) {
    await slack.command({ command: '/readout', text })
    await modal()
    const field = text === 'subscribe' ? { times: 'noon' } : { zone: 'Mars/One' }
    expect(Object.keys((await slack.viewSubmit({ values: field })).errors ?? {}), text).toEqual(Object.keys(field))
    await slack.viewSubmit({ values: text === 'subscribe' ? { times: '7:15', topics: ['Peace treaty'] } : { zone: 'Asia/Baku' } })
    await told(text === 'subscribe' ? '07:15' : 'Asia/Baku')
    await closed()
  }
  await slack.command({ command: '/readout', text: 'addsource', user: bob })
  await told('for admins', bob)
  await closed(bob)

  const home = await slack.home({ wait: 30_000 })
  for (const part of ['Today', 'My digests', 'Followed topics', 'What is announced', 'Sources (for admins)']) expect(home.rendered).toContain(part)
  expect((await slack.home({ user: bob, wait: 30_000 })).rendered).not.toContain('Sources (for admins)')
  const buttons = (home.controls ?? []).filter((control) => control.type === 'button' && !control.url)
  expect(buttons.length).toBeGreaterThan(5)
  for (const { action_id, block_id, text } of buttons) {
    const done = await slack.action({ home: true, action_id, block_id }).catch((error: Error) => ({ acked: true, error: error.message }))
    expect(done.acked, `Home: ${text}`).toBe(true)
    await sleep(250)
  }
}

async function buttonsOf({ slack, said, modal, closed, sentSince }: People): Promise<void> {
  const shared = (await said('latest peace treaty')).replies?.[0] as Sent
  for (const { action_id, block_id, text } of shared.buttons) {
    if (['Share here', 'Keep in my DM'].includes(text ?? '')) continue
    const done = await slack.action({ channel: general, ts: shared.ts, action_id, block_id })
    expect(done.acked, `button: ${text}`).toBe(true)
    await sleep(300)
  }
  expect((await modal()).blocks[0]?.element?.initial_value, 'Copy with sources').toContain('[1]')
  await closed()
  const kept = await slack.action({ channel: general, ts: shared.ts, text: 'Keep in my DM' })
  await until(
    'kept',
    () => sentSince(kept.last_seq),
    (all) =>
      all
        .map((one) => one.via)
        .sort()
        .join() === 'api,response_url',
  )
  const share = await slack.action({ channel: general, ts: shared.ts, text: 'Share here' })
  await until(
    'shared',
    () => sentSince(share.last_seq),
    (all) => all.some((one) => !one.ephemeral_to && !one.dm_user),
  )
  await until(
    'the reply that was shared is gone',
    () => slack.sent({}),
    (all) => all.find((one) => one.ts === shared.ts)?.deleted_at !== undefined,
  )
}

async function talk({ slack, said, sentSince, heard }: People, news: Record<string, string>): Promise<void> {
  const greeted = await slack.member({ channel: random })
  await slack.member({ channel: random })
  await until(
    'one greeting',
    () => slack.sent({ channel: random }),
    (all) => all.length === 1,
  )
  expect(greeted.acked).toBe(true)
  const mention = await slack.mention({ channel: general, text: 'latest border' })
  expect(await heard(mention, 'border')).toMatchObject({ thread_ts: mention.ts, unfurl_links: false, unfurl_media: false })
  const root = await slack.say({ channel: general, text: 'a thread' })
  const inThread = await slack.mention({ channel: general, text: 'help', thread_ts: root.ts })
  expect((await heard(inThread, 'In threads, where slash commands do not work')).thread_ts).toBe(root.ts)
  const refused = await slack.mention({ channel: general, text: 'audit', user: bob })
  expect((await heard(refused, 'for admins')).ephemeral_to).toBe(bob)
  expect((await heard(await slack.say({ text: `what did Bayramov say about ${unlogged}?` }), 'Bayramov')).dm_user).toBe(alice)
  expect((await heard(await slack.say({ text: `<${news.AZ}constitution.html>` }), 'What is known about this')).dm_user).toBe(alice)
  expect(await heard(await said('topics', { channel: 'D' }), 'Topics today')).toMatchObject({ via: 'api', dm_user: alice })
  const post = await slack.say({ channel: general, user: bob, text: 'Mirzoyan says the text of the peace treaty is ready' })
  const looked = await slack.post('shortcut', { callback_id: 'check_message', channel: general, ts: post.ts })
  expect((await heard(looked, 'What is known about this')).ephemeral_to).toBe(alice)
  expect((await heard(await slack.say({ text: 'exportsources' }), 'OPML')).files?.[0]?.name).toBe('readout-sources.opml')
  for (const command of ['/latest', '/ask']) expect((await slack.command({ command, text: 'border', wait: 30_000 })).replies?.length).toBe(1)

  for (const again of [
    () => slack.mention({ channel: general, text: 'topics', duplicate: true }),
    () => slack.command({ command: '/readout', text: 'topics', duplicate: true }),
    () => slack.say({ text: 'topics', duplicate: true }),
  ]) {
    const { last_seq } = await again()
    await sleep(1_500)
    expect((await sentSince(last_seq)).length, 'delivered twice, answered once').toBe(1)
  }
}

async function ownPages({ slack, said }: People, publicUrl: string): Promise<void> {
  const story = (await said('latest')).replies?.[0]?.buttons.find((button) => button.value?.startsWith('story s'))?.value?.split(' ')[1]
  const url = `${publicUrl}/stories/${story}`
  const message = await slack.say({ channel: general, text: `<${url}>` })
  const event = { type: 'link_shared', channel: general, user: alice, message_ts: message.ts, links: [{ domain: '127.0.0.1', url }] }
  await slack.event({ event })
  const [call] = await until(
    'an unfurled link',
    () => slack.calls({ method: 'chat.unfurl' }),
    (all) => all.length > 0,
  )
  expect(Object.keys(call?.params.unfurls as object)).toEqual([url])
}

async function faults({ slack, sentSince }: People): Promise<void> {
  await slack.fault({ preset: 'ratelimited', method: 'chat.postMessage', retry_after: 1 })
  expect((await slack.say({ text: 'topics', wait: 30_000 })).replies?.length, 'after a pause').toBe(1)
  await slack.fault({ preset: 'ratelimited', method: 'users.info', retry_after: 1 })
  expect((await slack.say({ user: 'U05NEW', text: 'topics', wait: 30_000 })).replies?.length).toBe(1)
  await slack.fault({ preset: 'reply_lost', method: 'chat.postMessage' })
  const lost = await slack.say({ text: 'topics' })
  await sleep(2_500)
  expect((await sentSince(lost.last_seq)).length, 'whose reply was lost is not repeated').toBe(1)
  for (const fault of [{ preset: '500' }, { preset: 'garbage' }, { preset: 'conn_reset' }, { error: 'fatal_error' }]) {
    await slack.fault({ ...fault, method: 'chat.postMessage' })
    await slack.say({ text: 'topics' })
    await sleep(400)
  }
  expect((await slack.say({ text: 'topics', wait: 30_000 })).replies?.length, 'and goes on').toBe(1)
}

async function lossOfSocket({ slack, said }: People): Promise<void> {
  for (const trouble of [
    { action: 'disconnect', reason: 'refresh_requested' },
    { action: 'disconnect', reason: 'warning' },
    { action: 'drop' },
    { action: 'close' },
  ]) {
    await slack.socket(trouble)
    await slack.waitSocket(10_000)
    expect((await said('topics')).replies?.length, JSON.stringify(trouble)).toBe(1)
  }
}

async function forgedRequests({ slack, sentSince }: People): Promise<void> {
  for (const forged of [{ bad_signature: true }, { stale: true }, { unsigned: true }]) {
    const done = await slack.command({ command: '/readout', text: 'topics', ...forged })
    expect([done.acked, done.status], JSON.stringify(forged)).toEqual([false, 401])
    expect(await sentSince(done.last_seq)).toEqual([])
  }
  expect(await slack.post('url-verification')).toMatchObject({ passed: true })
}

/** "18:42" in Berlin, Alice's zone, some time after now. */
function soon(): string {
  const at = new Date(Math.ceil((Date.now() + 45_000) / 60_000) * 60_000)
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' }).format(at)
}

/** Four chats are due at the same minute, and each meets something else. */
async function digestsDue({ slack, said }: People): Promise<() => Promise<void>> {
  await slack.channel({ id: archived, name: 'old', members: [alice, 'U0BOT'] })
  const words = `subscribe ${soon()} Europe/Berlin`
  await said(words, { channel: secret })
  await said(words, { channel: archived })
  await slack.say({ user: bob, text: words, wait: 30_000 })
  await slack.channel({ id: archived, is_archived: true })
  await slack.fault({ preset: 'ratelimited', method: 'chat.postMessage', channel: secret, retry_after: 2 })
  await slack.fault({ preset: 'reply_lost', method: 'chat.postMessage', channel: bob })
  await slack.fault({ error: 'is_archived', method: 'chat.postMessage', channel: archived })
  return async () => {
    const digests = async (channel: string): Promise<Sent[]> => (await slack.sent({ channel })).filter((one) => one.rendered.startsWith('Digest, '))
    await until(
      'a digest in the channel',
      () => digests(secret),
      (all) => all.length === 1,
      150_000,
    )
    await until(
      'a digest for Bob',
      () => digests(bob),
      (all) => all.length === 1,
    )
    await sleep(3_000)
    expect([(await digests(secret)).length, (await digests(bob)).length, (await digests(archived)).length]).toEqual([1, 1, 0])
    expect((await digests(secret))[0]).toMatchObject({ unfurl_links: false, unfurl_media: false, text: expect.stringMatching(/\S/) })
  }
}

/** What the stand-in cannot know to be meant: forged requests are refused, and it does not check the answer to a shared link. */
const meant = ({ kind, method, error = '' }: Violation): boolean =>
  (kind === 'not_acknowledged' && error === 'HTTP 401') || (kind === 'lint' && method === 'chat.unfurl' && error.includes('permissive default'))

async function session(mode: 'socket' | 'http', folder: string): Promise<void> {
  const service = await startWholeService(folder, mode)
  try {
    const people = peopleOf(service)
    await addSources(people, service.news.homes)
    const digestsAreThere = await digestsDue(people)
    await talk(people, service.news.homes)
    await ownPages(people, service.publicUrl)
    await buttonsOf(people)
    await formsAndHome(people)
    await everyCommand(people)
    await faults(people)
    await (mode === 'socket' ? lossOfSocket(people) : forgedRequests(people))
    await digestsAreThere()
    await people.said('forget me')
    await people.slack.uninstall({})
    await sleep(1_000)
    expect((await people.slack.violations()).filter((one) => !meant(one))).toEqual([])
    expect(service.log()).not.toContain(unlogged)
    await service.stop()
    const actions = ((await service.verb('audit')) as { action: string }[]).map((entry) => entry.action)
    for (const action of ['chat-ended', 'workspace-left', 'demote', 'promote']) expect(actions).toContain(action)
  } catch (error) {
    throw new Error(`${mode}: ${(error as Error).message}\n${service.log().split('\n').slice(-12).join('\n')}`, { cause: error })
  } finally {
    await service.close()
  }
}

describe.skipIf(!fakes)('a session of the whole service', () => {
  it.each(['socket', 'http'] as const)('in %s mode: Slack refuses nothing', (mode) => session(mode, fakes ?? ''), 400_000)
})
