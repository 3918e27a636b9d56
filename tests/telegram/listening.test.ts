/** How the bot comes to its updates: token, second poller, lost network, webhook, stop. */
import { afterEach, describe, expect, it } from 'vitest'
import { limits } from '../../adapters/telegram/limits.js'
import { publishProfile } from '../../adapters/telegram/profile.js'
import { line, openBot, type Running } from './bot.js'
import { token } from './fake-bot-api.js'
import { group, wrote } from './people.js'

let bot: Running
afterEach(() => bot.end())

const hooks = { handle: async () => [], chatEvent: async () => {} }
const logged = (part: string): boolean => bot.logged.some((entry) => entry.includes(part))

async function until(what: string, holds: () => boolean): Promise<void> {
  for (const end = performance.now() + 8_000; !holds(); ) {
    if (performance.now() > end) throw new Error(`still not: ${what}`)
    await new Promise((settle) => setTimeout(settle, 10))
  }
}

describe('the start', () => {
  it('with a token that Telegram refuses says so in one line, naming the variable and never the token', async () => {
    bot = await openBot({ start: false, token: '999999:wrong-wrong-wrong-wrong-wrong-wrong-wrong' })
    const error = await bot.platform.start(hooks).then(
      () => null,
      (reason: Error) => reason.message,
    )
    expect(error).toMatch(/^TELEGRAM_BOT_TOKEN: Telegram refuses it \(401 Unauthorized\)\. [^\n]+$/)
    expect(error).not.toContain('wrong-wrong')
  })
  it('knows its link and sender, and publishes its menus in six languages', async () => {
    bot = await openBot({ start: false })
    expect(bot.platform.startLink?.('own_x')).toBeNull()
    await bot.platform.start(hooks)
    expect(bot.platform.startLink?.('own_x')).toBe('https://t.me/readout_test_bot?start=own_x')
    expect(bot.platform.sender).toBe('telegram:123456')
    const menus = await bot.api.wait('setMyCommands', 18)
    expect(new Set(menus.map((call) => call.payload.language_code))).toEqual(new Set([undefined, 'ru', 'hy', 'az', 'ka', 'tr']))
    for (const { payload } of menus) {
      expect(payload.commands.length).toBeGreaterThan(5)
      for (const { command, description } of payload.commands) {
        expect(command).toMatch(/^[a-z0-9_]{1,32}$/)
        expect(description.length).toBeGreaterThan(2)
      }
    }
  })
  it('lists nothing in a group’s menu that a group must address by the bot’s name', async () => {
    bot = await openBot()
    const menus = await bot.api.wait('setMyCommands', 18)
    for (const { payload } of menus.filter((call) => call.payload.scope.type !== 'all_private_chats'))
      for (const { command } of payload.commands) expect(['start', 'help', 'settings', 'stats']).not.toContain(command)
  })
  it('never overwrites what the bot says of itself; the operator has a verb for that', async () => {
    bot = await openBot({ start: false })
    expect(await publishProfile({ token, apiRoot: bot.api.root })).toBe('readout_test_bot')
    const written = (method: string) => bot.api.calls.filter((call) => call.method === method).map((call) => call.payload)
    for (const [method, field, most] of [
      ['setMyDescription', 'description', limits.description],
      ['setMyShortDescription', 'short_description', limits.shortDescription],
    ] as const) {
      expect(written(method).map((payload) => payload.language_code)).toEqual([undefined, 'ru', 'hy', 'az', 'ka', 'tr'])
      for (const payload of written(method)) expect([...payload[field]].length).toBeLessThanOrEqual(most)
    }
    expect(written('setChatMenuButton')).toEqual([{ menu_button: { type: 'commands' } }])
    bot.api.fail('getMe', { error_code: 401, description: 'Unauthorized' })
    await expect(publishProfile({ token, apiRoot: bot.api.root })).rejects.toThrow(
      /^TELEGRAM_BOT_TOKEN: Telegram refuses getMe \(401 Unauthorized\)$/,
    )
  })
  it('without network goes on trying', async () => {
    bot = await openBot({ start: false })
    bot.api.fail('getMe', 'cut-before', 2)
    await bot.platform.start(hooks)
    expect(logged("can't be reached")).toBe(true)
    expect(bot.platform.startLink?.('x')).not.toBeNull()
  })
})

describe('long polling', () => {
  it('beside a second program with the same token explains itself, and goes on when that ends', async () => {
    bot = await openBot({ start: false })
    const conflict = {
      error_code: 409,
      description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    }
    bot.api.fail('getUpdates', conflict, 2)
    const heard: string[] = []
    const handle = async ({ command }: { command: string }) => {
      heard.push(command)
      return []
    }
    await bot.platform.start({ ...hooks, handle })
    bot.api.push(wrote('/latest'))
    await until('heard', () => heard.length === 1)
    expect(bot.logged.filter((entry) => entry.includes('same TELEGRAM_BOT_TOKEN'))).toHaveLength(1)
  })
  it('leaves the updates to the process that sends for the bot, without a word, and takes over when that ends', async () => {
    bot = await openBot({ start: false })
    const conflict = { error_code: 409, description: 'Conflict: terminated by other getUpdates request' }
    bot.api.fail('getUpdates', conflict)
    let isHere = false
    const heard: string[] = []
    const handle = async ({ command }: { command: string }) => {
      heard.push(command)
      return []
    }
    await bot.platform.start({ ...hooks, handle, holds: () => isHere })
    bot.api.push(wrote('/latest'))
    await new Promise((settle) => setTimeout(settle, 1_500))
    expect([heard, bot.platform.trouble?.(), logged('same TELEGRAM_BOT_TOKEN')]).toEqual([[], null, false])
    isHere = true
    await until('heard', () => heard.length === 1)
  })
  it('is not disturbed by a process that starts beside it and asks once', async () => {
    bot = await openBot({ start: false })
    bot.api.fail('getUpdates', { error_code: 409, description: 'Conflict: terminated by other getUpdates request' })
    const heard: string[] = []
    const handle = async ({ command }: { command: string }) => {
      heard.push(command)
      return []
    }
    await bot.platform.start({ ...hooks, handle, holds: () => true })
    bot.api.push(wrote('/latest'))
    await until('heard', () => heard.length === 1)
    expect(logged('same TELEGRAM_BOT_TOKEN')).toBe(false)
  })
  it('waits a lost network out and loses nothing of it', async () => {
    bot = await openBot()
    await until('polling', () => bot.api.polls() > 0)
    bot.api.outage(true)
    await until('told', () => logged("Telegram can't be reached"))
    expect(bot.platform.trouble?.()).toContain("can't be reached")
    bot.api.push(wrote('/latest'))
    bot.api.outage(false)
    await bot.api.wait('sent')
    expect(bot.heard.map((one) => one.command)).toEqual(['latest'])
    expect(bot.platform.trouble?.()).toBeNull()
    expect(logged('123456:')).toBe(false)
  })
  it('survives a handler that throws', async () => {
    bot = await openBot()
    bot.answer = ({ command }) => {
      if (command === 'latest') throw new Error('boom')
      return [line('fine')]
    }
    bot.api.push(wrote('/latest'))
    bot.api.push(wrote('/topics'))
    await bot.api.wait('sent')
    expect(logged('an update failed')).toBe(true)
  })
  it('stops when what runs has been answered', async () => {
    bot = await openBot()
    bot.answer = async () => {
      await new Promise((settle) => setTimeout(settle, 300))
      return [line('done')]
    }
    bot.api.push(wrote('/latest', { chat: group }))
    await until('heard', () => bot.heard.length === 1)
    await bot.platform.stop(3_000)
    expect(bot.api.sent().map((payload) => payload.text)).toEqual(['done'])
    const polls = bot.api.polls()
    await new Promise((settle) => setTimeout(settle, 200))
    expect(bot.api.polls()).toBe(polls)
  })
})

describe('the webhook', () => {
  it('that stops leaves what still comes to the next start', async () => {
    bot = await openBot({ webhook })
    await bot.platform.stop(1_000)
    const late = await bot.platform.requests?.answer(post(JSON.stringify({ update_id: 6, ...wrote('/latest') }), webhook.secret))
    expect(late?.status).toBe(503)
    expect(bot.heard).toEqual([])
  })
  const webhook = { url: 'https://bot.example.org/telegram/webhook', secret: 'secret_of_this_test' }
  const post = (body: string, secret: string | null): Request =>
    new Request('http://127.0.0.1/telegram/webhook', { method: 'POST', body, headers: secret ? { 'x-telegram-bot-api-secret-token': secret } : {} })

  it('is set with its secret, answers at once and works afterwards', async () => {
    bot = await openBot({ webhook })
    const [set] = await bot.api.wait('setWebhook')
    expect(set?.payload).toMatchObject({ url: webhook.url, secret_token: webhook.secret })
    bot.answer = async () => {
      await new Promise((settle) => setTimeout(settle, 300))
      return [line('later')]
    }
    const reply = await bot.platform.requests?.answer(post(JSON.stringify({ update_id: 5, ...wrote('/latest') }), webhook.secret))
    expect(reply?.status).toBe(200)
    expect(bot.api.sent()).toEqual([])
    await bot.api.wait('sent')
    expect(bot.api.polls()).toBe(0)
  })
  it('survives an update of a shape that nobody knows', async () => {
    bot = await openBot({ webhook })
    const update = { update_id: 7, message: { message_id: 1, date: 0 } }
    expect((await bot.platform.requests?.answer(post(JSON.stringify(update), webhook.secret)))?.status).toBe(200)
    await until('told', () => logged('an update failed'))
  })
  it('refuses who does not know the secret, and what is no update', async () => {
    bot = await openBot({ webhook })
    const answer = bot.platform.requests?.answer
    const update = JSON.stringify({ update_id: 5, ...wrote('/latest') })
    for (const secret of [null, '', 'secret_of_this_tesT', `${webhook.secret}x`]) expect((await answer?.(post(update, secret)))?.status).toBe(401)
    for (const body of ['', '{', '[]', '{"update_id":"5"}', 'null']) expect((await answer?.(post(body, webhook.secret)))?.status).toBe(400)
    expect((await answer?.(new Request('http://127.0.0.1/telegram/webhook')))?.status).toBe(405)
    expect(bot.heard).toEqual([])
  })
})
