/** Digests over the real client: each part goes out once, or its receipt says what became of it. */
import { afterEach, describe, expect, it } from 'vitest'
import { errorTable } from '../../adapters/telegram/errors.js'
import type { Receipt } from '../../src/platform.js'
import { line, openBot, type Running } from './bot.js'
import type { Fault } from './fake-bot-api.js'

let bot: Running
afterEach(async () => {
  await bot.end()
  expect(bot.api.violations).toEqual([])
})

const address = { platform: 'telegram', workspace: '', chat: '-1007', thread: '' }

async function sendTo(fault?: Fault, where = address): Promise<Receipt> {
  bot ??= await openBot()
  if (fault) bot.api.fail('sendMessage', fault)
  return bot.platform.send(where, line('digest'), {})
}

describe('a part of a digest', () => {
  it('arrives in its topic, silently where that is wished, with the id it got', async () => {
    bot = await openBot()
    const receipt = await bot.platform.send(
      { ...address, thread: '7' },
      line('digest', { buttons: [[{ label: '1', command: 'story', argument: 's1' }]] }),
      {
        silent: true,
        replyTo: ['44'],
      },
    )
    expect(receipt).toEqual({ outcome: 'sent', messageIds: ['500'] })
    expect(bot.api.sent()[0]).toMatchObject({
      chat_id: '-1007',
      message_thread_id: 7,
      disable_notification: true,
      reply_parameters: { message_id: 44, allow_sending_without_reply: true },
      reply_markup: { inline_keyboard: [[{ text: '1', callback_data: 'ra:story s1' }]] },
    })
  })
  it('whose reply was lost is unknown and never sent again', async () => {
    bot = await openBot()
    for (const fault of ['cut-before', 'cut-after'] as const) expect((await sendTo(fault)).outcome).toBe('unknown')
    expect((await sendTo({ page: 502, body: '<html>Bad Gateway</html>' })).outcome).toBe('unknown')
    expect(bot.api.sent()).toHaveLength(1)
    expect(await sendTo()).toMatchObject({ outcome: 'sent' })
  })
  it('is not written into a broken line: that is a refusal that passes', async () => {
    bot = await openBot()
    bot.api.outage(true)
    const first = await sendTo()
    expect(first.outcome).not.toBe('sent')
    for (let n = 0; n < 3; n++) expect(await sendTo()).toMatchObject({ outcome: 'refused', permanent: false })
    bot.api.outage(false)
    expect(await sendTo()).toMatchObject({ outcome: 'sent' })
    expect(bot.api.sent()).toHaveLength(1)
  })
  it('waits while nothing listens at all', async () => {
    bot = await openBot()
    await bot.api.close()
    expect(await sendTo()).toMatchObject({ outcome: 'refused', permanent: false })
  })
  it('that nobody waits for any more was not written', async () => {
    bot = await openBot()
    expect(await bot.platform.send(address, line('digest'), { signal: AbortSignal.abort() })).toMatchObject({ outcome: 'refused', permanent: false })
    expect(bot.api.sent()).toEqual([])
  })
  it('that is aborted on its way is unknown', async () => {
    bot = await openBot()
    const abort = new AbortController()
    bot.api.answer('sendMessage', () => {
      abort.abort()
      return { message_id: 1 }
    })
    const receipt = await bot.platform.send(address, line('digest'), { signal: abort.signal })
    expect(['unknown', 'sent']).toContain(receipt.outcome)
  })
  it('comes no faster than Telegram takes it', async () => {
    bot = await openBot()
    const begun = performance.now()
    for (let n = 0; n < 5; n++) expect((await sendTo()).outcome).toBe('sent')
    expect(performance.now() - begun).toBeGreaterThan(1_800)
  })
  it('is edited in place, and what is the same already counts as done', async () => {
    bot = await openBot()
    expect(await bot.platform.edit?.(address, ['44'], line('new'))).toEqual({ outcome: 'sent', messageIds: ['44'] })
    bot.api.fail('editMessageText', { error_code: 400, description: 'Bad Request: message is not modified' })
    expect(await bot.platform.edit?.(address, ['44'], line('new'))).toMatchObject({ outcome: 'sent' })
    bot.api.fail('editMessageText', { error_code: 400, description: 'Bad Request: message to edit not found' })
    expect(await bot.platform.edit?.(address, ['44'], line('new'))).toMatchObject({ outcome: 'refused', permanent: true })
  })
})

describe('an error of the Bot API', () => {
  const gone = { outcome: 'refused', permanent: true, gone: true }
  const refused = { outcome: 'refused', permanent: true }
  const passing = { outcome: 'refused', permanent: false }
  it.each([
    [403, 'Forbidden: bot was blocked by the user', gone],
    [403, 'Forbidden: user is deactivated', gone],
    [403, 'Forbidden: bot was kicked from the supergroup chat', gone],
    [403, 'Forbidden: bot was kicked from the channel chat', gone],
    [403, 'Forbidden: bot is not a member of the channel chat', gone],
    [403, 'Forbidden: the group chat was deleted', gone],
    [403, "Forbidden: bot can't initiate conversation with a user", gone],
    [403, "Forbidden: bot can't send messages to bots", gone],
    [400, 'Bad Request: chat not found', gone],
    [400, 'Bad Request: PEER_ID_INVALID', gone],
    [400, 'Bad Request: message thread not found', gone],
    [400, 'Bad Request: TOPIC_DELETED', gone],
    [400, 'Bad Request: TOPIC_CLOSED', refused],
    [400, 'Bad Request: not enough rights to send text messages to the chat', refused],
    [400, 'Bad Request: need administrator rights in the channel chat', refused],
    [400, 'Bad Request: CHAT_WRITE_FORBIDDEN', refused],
    [400, 'Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN', refused],
    [400, 'Bad Request: message is too long', refused],
    [400, 'Bad Request: BUTTON_DATA_INVALID', refused],
    [400, 'Bad Request: wrong type of the web page content', refused],
    [400, 'Bad Request: something nobody has seen', refused],
    [403, 'Forbidden: something nobody has seen', refused],
    [413, 'Request Entity Too Large', refused],
    [401, 'Unauthorized', { ...passing, botRefused: expect.stringMatching(/TELEGRAM_BOT_TOKEN.*@BotFather/) }],
    [500, 'Internal Server Error', passing],
    [500, 'Internal Server Error: sent message was immediately deleted', { outcome: 'unknown' }],
    [502, 'Bad Gateway', { outcome: 'unknown' }],
    [504, 'Gateway Timeout', { outcome: 'unknown' }],
    [503, 'Service Unavailable', passing],
    [409, 'Conflict: terminated by other getUpdates request', passing],
    [420, 'FLOOD_WAIT_7', passing],
    [404, 'Not Found', { ...passing, botRefused: expect.stringContaining('404 Not Found') }],
    [403, 'Forbidden: bot was kicked from the group chat', gone],
    [403, 'Forbidden: bot is not a member of the supergroup chat', gone],
    [403, 'Forbidden: USER_IS_BLOCKED', gone],
    [400, 'Bad Request: user not found', gone],
    [400, 'Bad Request: CHANNEL_PRIVATE', gone],
    [400, 'Bad Request: INPUT_USER_DEACTIVATED', gone],
    [400, 'Bad Request: TOPIC_ID_INVALID', gone],
    [403, 'Forbidden: not enough rights to send text messages to the chat', refused],
    [403, 'Forbidden: CHAT_WRITE_FORBIDDEN', refused],
    [400, 'Bad Request: have no rights to send a message', refused],
    [400, 'Bad Request: CHAT_ADMIN_REQUIRED', refused],
    [400, 'Bad Request: CHAT_RESTRICTED', refused],
    [400, 'Bad Request: CHAT_SEND_PLAIN_FORBIDDEN', refused],
    [400, 'Bad Request: CHAT_GUEST_SEND_FORBIDDEN', refused],
    [400, 'Bad Request: USER_BANNED_IN_CHANNEL', refused],
    [403, 'Forbidden: ALLOW_PAYMENT_REQUIRED_10', refused],
    [400, 'Bad Request: message to be replied not found', refused],
    [400, 'Bad Request: message caption is too long', refused],
    [400, 'Bad Request: text must be non-empty', refused],
    [400, 'Bad Request: ENTITIES_TOO_LONG', refused],
    [400, 'Bad Request: reply markup is too long', refused],
    [400, 'Bad Request: PHOTO_INVALID_DIMENSIONS', refused],
    [400, 'Bad Request: wrong file identifier/HTTP URL specified', refused],
    [400, 'Bad Request: query is too old and response timeout expired or query ID is invalid', refused],
  ])('%i %s', async (error_code, description, expected) => {
    bot = await openBot({ start: false })
    expect(await sendTo({ error_code, description })).toMatchObject(expected)
  })
  it('to the bot itself holds until it is taken again', async () => {
    bot = await openBot({ start: false })
    expect(await bot.platform.check?.()).toBeNull()
    bot.api.fail('getMe', { error_code: 401, description: 'Unauthorized' })
    expect(await bot.platform.check?.()).toBe(
      'Telegram refuses TELEGRAM_BOT_TOKEN now (401 Unauthorized; revoked?): copy it anew from @BotFather and start again',
    )
    expect(await bot.platform.check?.()).toBeNull()
  })
  it('that says where the chat lives on, or how long to wait, is passed on', async () => {
    bot = await openBot({ start: false })
    const moved = {
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: -1_009 },
    }
    expect(await sendTo(moved)).toMatchObject({ permanent: false, movedTo: { ...address, chat: '-1009' } })
    const wait = { error_code: 429, description: 'Too Many Requests: retry after 7', parameters: { retry_after: 7 } }
    expect(await sendTo(wait)).toMatchObject({ permanent: false, retryAfterMs: 7_000 })
    // The chat is held: what comes next is not even tried.
    expect(await sendTo()).toMatchObject({ outcome: 'refused', permanent: false })
    expect(bot.api.sent()).toEqual([])
  })
  it('never carries the token into a receipt', async () => {
    bot = await openBot({ start: false })
    for (const fault of ['cut-before', { page: 500, body: '<' }] as const) expect(JSON.stringify(await sendTo(fault))).not.toContain('123456:')
  })
  it('met by an edit says what became of the edit', async () => {
    bot = await openBot({ start: false })
    for (const [description, expected] of [
      ['Bad Request: message is not modified: specified new message content is the same', { outcome: 'sent' }],
      ['Bad Request: message to edit not found', refused],
      ["Bad Request: message can't be edited", refused],
      ['Bad Request: MESSAGE_ID_INVALID', refused],
      ['Bad Request: there is no text in the message to edit', refused],
    ] as const) {
      bot.api.fail('editMessageText', { error_code: 400, description })
      expect(await bot.platform.edit?.(address, ['44'], line('new'))).toMatchObject(expected)
    }
  })
  it('has its row: none of the table stands behind one that takes everything of its code', () => {
    expect(errorTable.at(-1)).toMatchObject({ code: 'any' })
    const closed = new Set<unknown>()
    for (const { code, says } of errorTable) {
      expect(closed.has(code)).toBe(false)
      if (says.source === '.') closed.add(code)
    }
  })
})
