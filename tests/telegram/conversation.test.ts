/** The real bot over loopback: what people write and press, and what they get. */

import type { Chat, InlineQueryResultArticle } from 'grammy/types'
import { afterEach, describe, expect, it } from 'vitest'
import { words } from '../../src/messages/words.js'
import { line, openBot, type Running } from './bot.js'
import { ann, anonymous, bob, channel, forum, group, member, posted, pressed, privately, wrote } from './people.js'
import { wholePixel } from './pixel.js'

let bot: Running
afterEach(async () => {
  await bot.end()
  expect(bot.api.violations).toEqual([])
})

/** What the chat was sent, in order. */
const texts = (chat: number): string[] => bot.api.sent(chat).map((payload) => payload.text ?? payload.caption)
const calls = (method: string) => bot.api.calls.filter((call) => call.method === method)

describe('a question', () => {
  it('in private is answered in the chat, without link previews or a parse mode', async () => {
    bot = await openBot()
    bot.api.push(wrote('what of the peace treaty'))
    const [sent] = await bot.api.wait('sent')
    expect(bot.heard[0]).toMatchObject({ command: 'ask', argument: 'what of the peace treaty', kind: 'private', chatAdmin: true, languageHint: 'en' })
    expect(sent?.payload).toMatchObject({ chat_id: '11', text: 'ask what of the peace treaty', link_preview_options: { is_disabled: true } })
    expect(sent?.payload).not.toHaveProperty('parse_mode')
    expect(sent?.payload).not.toHaveProperty('reply_parameters')
  })
  it('in a forum topic is answered in that topic, as a reply', async () => {
    bot = await openBot()
    bot.api.push(wrote('/ask who signed', { chat: forum, is_topic_message: true, message_thread_id: 7 }))
    const [sent] = await bot.api.wait('sent')
    expect(sent?.payload).toMatchObject({ chat_id: String(forum.id), message_thread_id: 7, reply_parameters: { allow_sending_without_reply: true } })
    expect(bot.heard[0]?.address.thread).toBe('7')
  })
  it('that is still to be said opens a reply in a group, for who wants to ask', async () => {
    bot = await openBot()
    bot.api.push(wrote('/ask', { chat: group }))
    bot.api.push(wrote('/ask'))
    const [inGroup, inPrivate] = await bot.api.wait('sent', 2)
    expect([inGroup?.payload, inPrivate?.payload].map((payload) => payload?.reply_markup)).toEqual(
      expect.arrayContaining([{ force_reply: true, selective: true }, undefined]),
    )
    expect(bot.api.sent(group.id)[0]?.reply_markup).toEqual({ force_reply: true, selective: true })
  })
  it('of a group talking among itself never reaches anybody', async () => {
    bot = await openBot()
    bot.api.push(wrote('a secret of the group', { chat: group }))
    bot.api.push(wrote('/latest', { chat: group }))
    await bot.api.wait('sent')
    expect(bot.heard.map((one) => one.command)).toEqual(['latest'])
    expect(bot.logged.join('\n')).not.toContain('secret')
  })
  it('asks Telegram who manages a group only where a command needs it', async () => {
    bot = await openBot()
    bot.api.answer('getChatMember', (payload) => ({ status: payload.user_id === ann.id ? 'administrator' : 'member', user: ann }))
    bot.api.push(wrote('/latest', { chat: group }))
    bot.api.push(wrote('/subscribe 8:30', { chat: group, from: ann }))
    bot.api.push(wrote('/subscribe 8:30', { chat: group, from: bob }))
    bot.api.push(wrote('/subscribe 8:30', { chat: group, from: anonymous, sender_chat: group as never }))
    await bot.api.wait('sent', 4)
    expect(bot.heard.map((one) => one.chatAdmin)).toEqual([false, true, false, true])
    expect(calls('getChatMember')).toHaveLength(2)
  })
  it('that takes long shows that it is being answered', async () => {
    bot = await openBot()
    bot.answer = async () => {
      await new Promise((settle) => setTimeout(settle, 1_200))
      return [line('at last')]
    }
    bot.api.push(wrote('latest'))
    await bot.api.wait('sent')
    expect(bot.api.calls.map((call) => call.method).filter((method) => /^send/.test(method))).toEqual(['sendChatAction', 'sendMessage'])
  })
  it('slow in one chat holds up no other, and each chat keeps its order', async () => {
    bot = await openBot()
    bot.answer = async ({ argument, address }) => {
      if (argument === 'slow') await new Promise((settle) => setTimeout(settle, 500))
      return [line(`${address.chat} ${argument}`)]
    }
    for (const words of ['slow', 'second', 'third']) bot.api.push(wrote(`/ask ${words}`))
    bot.api.push(wrote('/ask other', { chat: { ...privately, id: 12 } as never, from: bob }))
    await bot.api.wait('sent', 4)
    expect(bot.api.sent().map((payload) => payload.text)).toEqual(['12 other', '11 slow', '11 second', '11 third'])
  })
  it('is answered once, though the update comes again', async () => {
    bot = await openBot()
    bot.api.push({ ...wrote('/latest'), update_id: 77 })
    await bot.api.wait('sent')
    bot.api.push({ ...wrote('/latest'), update_id: 77 })
    bot.api.push({ ...wrote('/topics'), update_id: 78 })
    await bot.api.wait('sent', 2)
    expect(texts(11)).toEqual(['latest', 'topics'])
  })
  it('asked too fast is slowed with one notice', async () => {
    bot = await openBot()
    for (let n = 0; n < 16; n++) bot.api.push(wrote(`/ask ${n}`))
    for (const end = performance.now() + 8_000; !texts(11).some((text) => text.includes('moment')); ) {
      expect(performance.now()).toBeLessThan(end)
      await new Promise((settle) => setTimeout(settle, 20))
    }
    await bot.api.wait('sent', 6)
    expect(texts(11).filter((text) => text.includes('moment'))).toHaveLength(1)
    expect(texts(11).filter((text) => text.startsWith('ask'))[0]).toBe('ask 0')
  })
  it('too long or without text is refused kindly', async () => {
    bot = await openBot()
    bot.api.push(wrote(`/ask ${'why '.repeat(300)}`))
    bot.api.push(wrote('', { voice: { file_id: 'x' } as never }))
    await bot.api.wait('sent', 2)
    expect(texts(11)[0]).toContain('1,000')
    expect(texts(11)[1]).toContain('OPML')
    expect(bot.heard).toEqual([])
  })
  it('whose answer is longer than a message comes in parts, in order', async () => {
    bot = await openBot()
    const story = (name: string) => [{ type: 'break' as const }, ...line(`${name} ${'x '.repeat(1_200)}`).blocks]
    bot.answer = () => [{ ...line(''), blocks: ['one', 'two', 'three'].flatMap(story), buttons: [[{ label: 'More', command: 'latest' }]] }]
    bot.api.push(wrote('/latest'))
    await bot.api.wait('sent', 3)
    expect(texts(11).map((text) => text.slice(0, 3))).toEqual(['one', 'two', 'thr'])
    expect(bot.api.sent(11).map((payload) => 'reply_markup' in payload)).toEqual([false, false, true])
  })
  it('is answered in words where pictures are forbidden', async () => {
    bot = await openBot()
    const png = wholePixel
    bot.answer = ({ command }) =>
      command === 'timeline'
        ? [{ ...line('Timeline'), blocks: [...line('Timeline').blocks, { type: 'image', png, alt: 'Coverage' }] }]
        : [{ ...line(''), blocks: [{ type: 'image', png, alt: 'Coverage' }] }]
    bot.api.fail('sendPhoto', { error_code: 400, description: 'Bad Request: not enough rights to send photos to the chat' }, 2)
    bot.api.push(wrote('/timeline peace treaty'))
    bot.api.push(wrote('/latest'))
    await bot.api.wait('sent', 2)
    expect(texts(11)).toEqual(['Timeline', 'Coverage'])
  })
  it('for the list of sources is answered with a file', async () => {
    bot = await openBot()
    bot.answer = () => [
      { ...line('3 sources'), blocks: [...line('3 sources').blocks, { type: 'file', name: 'list.opml', mediaType: 'text/x-opml', text: '<opml/>' }] },
    ]
    bot.api.push(wrote('/exportsources'))
    const [sent] = await bot.api.wait('sendDocument')
    expect(sent?.payload).toMatchObject({ caption: '3 sources' })
    expect(Object.values(sent?.payload ?? {}).find((field) => field?.base64)).toMatchObject({ bytes: 7 })
  })
  it('by somebody who writes in the name of his own channel is answered, but manages nothing', async () => {
    bot = await openBot()
    const channelBot = { id: 136_817_688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' }
    bot.api.push(wrote('/latest', { chat: group, from: channelBot, sender_chat: channel as never }))
    bot.api.push(wrote('/subscribe 8:30', { chat: group, from: channelBot, sender_chat: channel as never }))
    await bot.api.wait('sent', 2)
    expect(bot.heard.map((one) => [one.command, one.chatAdmin, one.person.user])).toEqual([
      ['latest', false, String(channel.id)],
      ['subscribe', false, String(channel.id)],
    ])
  })
  it('about the course of things comes as a picture with a caption', async () => {
    bot = await openBot()
    bot.answer = () => [{ ...line('Timeline'), blocks: [...line('Timeline').blocks, { type: 'image', png: wholePixel, alt: 'Coverage' }] }]
    bot.api.push(wrote('/timeline peace treaty'))
    const [photo] = await bot.api.wait('sendPhoto')
    expect(photo?.payload).toMatchObject({ caption: 'Timeline' })
    expect(Object.values(photo?.payload ?? {}).some((field) => field?.start?.includes('PNG'))).toBe(true)
  })
})

describe('a button', () => {
  it('is answered at once and runs its command', async () => {
    bot = await openBot()
    bot.api.push(pressed('ra:story s12'))
    await bot.api.wait('sent')
    expect(calls('answerCallbackQuery')).toHaveLength(1)
    expect(bot.heard[0]).toMatchObject({ command: 'story', argument: 's12' })
  })
  it('that edits replaces its message; where that can no longer be, the answer is said anew', async () => {
    bot = await openBot()
    bot.api.push(pressed('ea:settings lang ru', { message_id: 40 }))
    const [edit] = await bot.api.wait('editMessageText')
    expect(edit?.payload).toMatchObject({ message_id: 40, text: 'settings lang ru' })
    expect(bot.api.sent()).toEqual([])
    bot.api.fail('editMessageText', { error_code: 400, description: "Bad Request: message can't be edited" })
    bot.api.push(pressed('ea:settings lang en', { message_id: 41 }))
    await bot.api.wait('sent')
    expect(texts(11)).toEqual(['settings lang en'])
  })
  it('from before a restart says that it is too old', async () => {
    bot = await openBot()
    bot.api.push(pressed('rk:timeline nolongerkept'))
    const [answer] = await bot.api.wait('answerCallbackQuery')
    expect(answer?.payload.text).toContain('too old')
    expect(bot.heard).toEqual([])
  })
  it('that is too old says so in the language of who pressed it', async () => {
    bot = await openBot()
    bot.standings.set('12', { ...reachable, lang: 'hy' })
    bot.api.push(pressed('zz', { chat: group, from: bob }))
    bot.api.push(pressed('zz', { chat: group, from: { ...bob, id: 13 } }))
    const [first, second] = await bot.api.wait('answerCallbackQuery', 2)
    expect([first?.payload.text, second?.payload.text].sort()).toEqual([words('ru')('button-old'), words('hy')('button-old')])
  })
  it('that only a group’s admins may press refuses others to themselves, not before the group', async () => {
    bot = await openBot()
    bot.answer = ({ command, chatAdmin }) => [chatAdmin ? line(command) : { ...line('for those who manage this chat'), personal: true as const }]
    bot.api.answer('getChatMember', ({ user_id }) => ({ status: user_id === ann.id ? 'administrator' : 'member', user: ann }))
    bot.api.push(pressed('ra:subscribe 8:30', { chat: group, from: bob }))
    bot.api.push(pressed('ra:subscribe 8:30', { chat: group, from: ann }))
    await bot.api.wait('sent')
    expect(calls('answerCallbackQuery').map((call) => call.payload.text)).toEqual(['for those who manage this chat', undefined])
    expect(texts(group.id)).toEqual(['subscribe'])
  })
  it('whose query ran out is no trouble', async () => {
    bot = await openBot()
    bot.api.fail('answerCallbackQuery', {
      error_code: 400,
      description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
    })
    bot.api.push(pressed('ra:topics'))
    await bot.api.wait('sent')
    expect(texts(11)).toEqual(['topics'])
  })
})

describe('a chat', () => {
  it('that became a supergroup is not greeted again', async () => {
    bot = await openBot()
    const old = { id: -55, type: 'group' as const, title: 'Desk' }
    bot.api.push(wrote('', { chat: old, migrate_to_chat_id: group.id }))
    bot.api.push(member(group, { status: 'left' }, { status: 'member' }))
    bot.api.push(wrote('/topics', { chat: group }))
    await bot.api.wait('sent')
    expect(texts(group.id)).toEqual(['topics'])
  })
  it('greets once when the bot is added', async () => {
    bot = await openBot()
    bot.api.push(member(group, { status: 'left' }, { status: 'member' }))
    await bot.api.wait('sent')
    bot.api.push(member(group, { status: 'member' }, { status: 'left' }))
    bot.api.push(member(group, { status: 'left' }, { status: 'member' }))
    bot.api.push(wrote('/topics', { chat: group }))
    await bot.api.wait('sent', 2)
    expect(texts(group.id)).toEqual(['start', 'topics'])
    expect(bot.events.map((event) => event.kind)).toEqual(['back', 'gone', 'back'])
  })
  it('that blocks the bot while it answers is gone', async () => {
    bot = await openBot()
    bot.api.fail('sendMessage', { error_code: 403, description: 'Forbidden: bot was blocked by the user' })
    bot.api.push(wrote('/latest'))
    bot.api.push(wrote('/topics'))
    await bot.api.wait('sent')
    expect(bot.events).toMatchObject([{ kind: 'gone', address: { chat: '11' } }])
  })
  it('that became a supergroup is answered there', async () => {
    bot = await openBot()
    bot.api.fail('sendMessage', {
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: -1_009 },
    })
    bot.api.push(wrote('/latest', { chat: { id: -9, type: 'group', title: 'x' } }))
    await bot.api.wait('sent')
    expect(texts(-1_009)).toEqual(['latest'])
    expect(bot.events).toMatchObject([{ kind: 'moved', address: { chat: '-9' }, movedTo: { chat: '-1009' } }])
  })
})

const reachable = { kind: 'private' as const, lang: null, ended: false }

describe('a channel', () => {
  const asAdmins = (): void => {
    bot.api.answer('getChat', () => channel)
    bot.api.answer('getChatMember', () => ({ status: 'administrator', can_post_messages: true, user: ann }))
  }
  it('is chosen with the chooser of Telegram', async () => {
    bot = await openBot()
    bot.api.push(wrote('/channel'))
    const [sent] = await bot.api.wait('sent')
    expect(sent?.payload.reply_markup.keyboard[0][0].request_chat).toMatchObject({ chat_is_channel: true })
    expect(sent?.payload.text).toContain('startchannel')
  })
  it('is managed from the private chat, its buttons too', async () => {
    bot = await openBot()
    asAdmins()
    bot.answer = ({ command, argument }) => [
      line(`${command} ${argument}`, { buttons: [[{ label: 'Daily', command: 'subscribe', argument: '8:30' }]] }),
    ]
    bot.api.push(wrote('', { chat_shared: { request_id: 1, chat_id: channel.id } as never }))
    const [sent] = await bot.api.wait('sent')
    expect(sent?.payload.text).toContain('Channel News')
    const { callback_data } = sent?.payload.reply_markup.inline_keyboard[0][0] ?? {}
    bot.api.push(pressed(callback_data))
    await bot.api.wait('sent', 2)
    expect(bot.heard.map(({ command, argument, address, kind, chatAdmin }) => [command, argument, address.chat, kind, chatAdmin])).toEqual([
      ['settings', '', String(channel.id), 'channel', true],
      ['subscribe', '8:30', String(channel.id), 'channel', true],
    ])
    expect(bot.api.sent().every((payload) => payload.chat_id === '11')).toBe(true)
  })
  it('is refused to who does not manage it, and where the bot may not post', async () => {
    bot = await openBot()
    bot.api.answer('getChat', () => channel)
    bot.api.answer('getChatMember', ({ user_id }) =>
      user_id === 123_456 ? { status: 'administrator', can_post_messages: true } : { status: 'member' },
    )
    bot.api.push(wrote(`/channel ${channel.id} subscribe 8:30`))
    await bot.api.wait('sent')
    bot.api.answer('getChatMember', () => ({ status: 'administrator', can_post_messages: false }))
    bot.api.push(wrote('@news_channel'))
    await bot.api.wait('sent', 2)
    expect(texts(11)[0]).toContain('not an admin')
    expect(texts(11)[1]).toContain('may not post')
    expect(bot.heard).toEqual([])
  })
  it('is answered what its editors ask for their readers', async () => {
    bot = await openBot()
    bot.api.answer('getChatAdministrators', () => [{ status: 'creator', user: ann }])
    bot.standings.set('11', reachable)
    bot.api.push(posted('/latest peace treaty'))
    await bot.api.wait('sent')
    expect(bot.heard[0]).toMatchObject({ kind: 'channel', chatAdmin: true, command: 'latest' })
    expect(texts(channel.id)).toEqual(['latest peace treaty'])
  })
  it('obeys those who post in it, and tells its manager of it in private, in his language', async () => {
    bot = await openBot()
    const robot = { id: 77, is_bot: true, first_name: 'Other' }
    bot.api.answer('getChatAdministrators', () => [
      { status: 'administrator', user: robot },
      { status: 'administrator', user: bob },
      { status: 'creator', user: { ...ann, language_code: undefined } },
    ])
    bot.standings.set('11', { ...reachable, lang: 'ru' })
    bot.standings.set('12', reachable)
    bot.api.push(posted('/subscribe 8:30'))
    await bot.api.wait('sent')
    expect(bot.heard[0]).toMatchObject({ kind: 'channel', chatAdmin: true, command: 'subscribe', address: { chat: String(channel.id) } })
    expect(texts(11)).toEqual(['Канал News\nsubscribe 8:30'])
    expect(texts(channel.id)).toEqual([])
  })
  it('hears of its settings itself, silently, where no admin of it ever wrote to the bot', async () => {
    bot = await openBot()
    bot.api.answer('getChatAdministrators', () => [{ status: 'creator', user: ann }])
    bot.api.push(posted('/subscribe 8:30'))
    const [sent] = await bot.api.wait('sent')
    expect(sent?.payload).toMatchObject({ chat_id: String(channel.id), disable_notification: true })
  })
  it('in which the bot is not is asked nothing about', async () => {
    bot = await openBot()
    const named: Chat = { id: channel.id, type: 'channel', title: 'News', username: 'News_Channel' }
    bot.api.push(member(named, { status: 'administrator', can_post_messages: true }, { status: 'left' }))
    bot.api.push(wrote('@news_channel'))
    bot.api.push(wrote(`/channel ${channel.id}`))
    await bot.api.wait('sent', 2)
    expect(texts(11)[0]).toContain('may not post')
    expect(calls('getChat').concat(calls('getChatMember'))).toEqual([])
  })
  it('is one tap away from a post of it that its admin forwards', async () => {
    bot = await openBot()
    asAdmins()
    bot.standings.set('11', reachable)
    const forward_origin = { type: 'channel', chat: channel, message_id: 3, date: 1 } as never
    bot.api.push(wrote('A treaty was initialled', { forward_origin }))
    await bot.api.wait('sent')
    bot.api.push(member(channel, { status: 'left' }, { status: 'administrator', can_post_messages: true }))
    await bot.api.wait('sent', 2)
    bot.api.push(wrote('A treaty was initialled', { forward_origin }))
    await bot.api.wait('sent', 3)
    const [first, , third] = bot.api.sent(11)
    expect(first).not.toHaveProperty('reply_markup')
    expect(third?.reply_markup.inline_keyboard).toEqual([[{ text: 'Channel News', callback_data: `ra:channel ${channel.id}` }]])
  })
  it('is known by what was done for it before, as long as the bot is in it', async () => {
    bot = await openBot()
    asAdmins()
    bot.standings.set(String(channel.id), { kind: 'channel', lang: null, ended: false })
    bot.api.push(wrote('A treaty was initialled', { forward_origin: { type: 'channel', chat: channel, message_id: 3, date: 1 } as never }))
    const [sent] = await bot.api.wait('sent')
    expect(sent?.payload.reply_markup.inline_keyboard).toEqual([[{ text: 'Channel News', callback_data: `ra:channel ${channel.id}` }]])
  })
  it('that the bot was added to is told to who added it, if he ever wrote to the bot', async () => {
    bot = await openBot()
    asAdmins()
    bot.api.push(member({ ...channel, id: -1_009 }, { status: 'left' }, { status: 'administrator', can_post_messages: true }, bob))
    bot.standings.set('11', reachable)
    bot.api.push(member(channel, { status: 'left' }, { status: 'administrator', can_post_messages: true }))
    await bot.api.wait('sent')
    expect(texts(11)[0]).toContain('Channel News')
    expect(bot.api.sent().map((payload) => payload.chat_id)).toEqual(['11'])
  })
})

describe('other ways in', () => {
  it('a list of sources is read from its file', async () => {
    bot = await openBot()
    bot.api.answer('getFile', () => ({ file_id: 'f', file_unique_id: 'u', file_path: 'documents/list.opml' }))
    bot.api.answer('file', () => '<opml version="2.0"/>')
    bot.api.push(wrote('', { document: { file_id: 'f', file_unique_id: 'u', file_name: 'my.opml', file_size: 99 } }))
    await bot.api.wait('sent')
    expect(bot.heard[0]).toMatchObject({ command: 'importsources', argument: '<opml version="2.0"/>' })
  })
  it('a shared location sets the zone', async () => {
    bot = await openBot()
    bot.api.push(wrote('', { location: { latitude: 40.2, longitude: 44.5 } }))
    bot.api.push(wrote('', { location: { latitude: -45, longitude: -170 } }))
    await bot.api.wait('sent', 2)
    expect(bot.heard.map((one) => one.argument)).toEqual(['zone Asia/Yerevan', 'zone Etc/GMT+11'])
  })
  it('of what is typed letter by letter only the last is answered', async () => {
    bot = await openBot()
    bot.answer = async ({ argument }) => {
      await new Promise((settle) => setTimeout(settle, 150))
      return [line(`about ${argument}`)]
    }
    for (const [index, query] of ['p', 'pe', 'pea', 'peace'].entries())
      bot.api.push({ inline_query: { id: String(index), from: ann, query, offset: '' } })
    await bot.api.wait('answerInlineQuery')
    bot.api.push(wrote('/topics'))
    await bot.api.wait('sent')
    expect(calls('answerInlineQuery').map((call) => call.payload.inline_query_id)).toContain('3')
    expect(calls('answerInlineQuery').length).toBeLessThan(4)
  })
  it('the bot’s name in any chat gives cards to send', async () => {
    bot = await openBot()
    bot.answer = ({ command, argument }) => [line(`${command} ${argument}: “signed” - Hetq, AM`, { stories: [5, 6] })]
    bot.api.push({ inline_query: { id: '9', from: ann, query: 'peace treaty', offset: '' } })
    const [answer] = await bot.api.wait('answerInlineQuery')
    const results = answer?.payload.results as InlineQueryResultArticle[]
    expect(results.map((result) => result.id)).toEqual(['answer', 's5', 's6'])
    expect(results[1]?.input_message_content).toMatchObject({ message_text: expect.stringContaining('story s5') })
    expect(results.map((result) => result.reply_markup?.inline_keyboard.flat())).toEqual([
      undefined,
      [{ text: 'The whole story', url: 'https://t.me/readout_test_bot?start=story_5' }],
      [{ text: 'The whole story', url: 'https://t.me/readout_test_bot?start=story_6' }],
    ])
  })
})
