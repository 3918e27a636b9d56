/** What an update means: questions, commands and posts that are meant for the bot; everything else is not even looked at. */
import { describe, expect, it } from 'vitest'
import { type Meaning, understand } from '../../adapters/telegram/updates.js'
import { me } from './fake-bot-api.js'
import { ann, anonymous, channel, forum, group, member, posted, pressed, privately, wrote } from './people.js'

const mean = (update: object): Meaning => understand({ update_id: 1, ...update }, me)
/** "command argument", or the type of what is no utterance. */
function short(update: object): string {
  const meaning = mean(update)
  return meaning.type === 'said' ? `${meaning.command} ${meaning.argument}`.trim() : meaning.type
}
const fromBot = (text: string): object => ({ reply_to_message: wrote(text, { from: me, chat: group }).message })
const fromAnn = (text: string): object => ({ reply_to_message: wrote(text, { from: ann, chat: group }).message })

describe('in a private chat', () => {
  it.each([
    ['latest on peace treaty', 'latest on peace treaty'],
    ['what about the treaty', 'ask what about the treaty'],
    ['report of the UN on mines', 'ask report of the UN on mines'],
    ['/latest peace treaty', 'latest peace treaty'],
    ['/latest@readout_test_bot peace', 'latest peace'],
    ['/start', 'start'],
    ['/start story_123', 'story s123'],
    ['/start own_abcdefghijklmnopqrstuv', 'start own_abcdefghijklmnopqrstuv'],
    ['/help', 'help'],
    ['/nosuchthing x', 'help'],
    ['topics', 'topics'],
    ['темы', 'topics'],
    ['forget me', 'forget me'],
    ['https://hetq.am/en/article/1', 'check https://hetq.am/en/article/1'],
    ['/check_sources', 'check-sources'],
    ['/channel', 'channel'],
    ['@my_channel', 'channel'],
  ])('“%s” is %s', (text, meant) => {
    expect(short(wrote(text))).toBe(meant)
  })
  it('a forwarded post is asked about, with the link behind its words', () => {
    const post = wrote('', {
      forward_origin: { type: 'channel', chat: channel, message_id: 1, date: 1 } as never,
      caption: 'A meeting was held',
      caption_entities: [{ type: 'text_link', offset: 0, length: 1, url: 'https://hetq.am/1' }],
    })
    expect(short(post)).toBe('check A meeting was held\nhttps://hetq.am/1')
  })
  it('a post of a public channel carries its address, by which an admin can add it', () => {
    const origin = { type: 'channel', chat: { ...channel, username: 'hetq_am' }, message_id: 5, date: 1 }
    expect(short(wrote('A meeting was held', { forward_origin: origin as never }))).toBe('check A meeting was held\nhttps://t.me/hetq_am/5')
  })
  it('what is too long, and what has no text, is refused kindly', () => {
    expect(mean(wrote(`/ask ${'x'.repeat(1_001)}`))).toMatchObject({ type: 'unreadable', why: 'input-too-long' })
    expect(mean(wrote('', { voice: {} as never }))).toMatchObject({ type: 'unreadable', why: 'input-no-text' })
    expect(mean(wrote('', { sticker: {} as never }))).toMatchObject({ type: 'unreadable', why: 'input-no-text' })
  })
  it('what Telegram itself writes there is no input', () => {
    expect(short(wrote('', { pinned_message: {} as never }))).toBe('nothing')
  })
})

describe('in a group', () => {
  const said = (text: string, more: object = {}): string => short(wrote(text, { chat: group, ...more }))
  it('talk of others is nothing, whatever it holds', () => {
    for (const text of ['latest on peace treaty', 'https://hetq.am/1', 'hello @other_bot', 'topics', 'forget me']) expect(said(text)).toBe('nothing')
    expect(said('', { voice: {} })).toBe('nothing')
    expect(said('thanks', fromAnn('peace treaty'))).toBe('nothing')
  })
  it('a command, a reply to the bot and its name are questions', () => {
    expect(said('/ask who signed')).toBe('ask who signed')
    expect(said('and in Baku?', fromBot('As of 28 August'))).toBe('ask and in Baku?')
    expect(said('@Readout_Test_Bot who signed')).toBe('ask who signed')
    expect(said('@Readout_Test_Bot subscribe 8:30')).toBe('subscribe 8:30')
  })
  it('what any bot answers is for us only when it names us', () => {
    for (const command of ['start', 'help', 'settings', 'stats']) {
      expect(said(`/${command}`)).toBe('nothing')
      expect(said(`/${command}@other_bot`)).toBe('nothing')
      expect(said(`/${command}@readout_test_bot`)).toBe(command)
      expect(said(`/${command}`, fromBot('hello'))).toBe(command)
    }
    expect(said('/ban')).toBe('nothing')
    expect(said('/latest@other_bot')).toBe('nothing')
  })
  it('/ask in reply to a message asks about it', () => {
    expect(said('/ask', fromAnn('A treaty was signed'))).toBe('check A treaty was signed')
    expect(said('@readout_test_bot', fromAnn('A treaty was signed'))).toBe('check A treaty was signed')
  })
  it('the first message of a topic, to which all others reply, is no message of the bot', () => {
    const reply_to_message = { ...wrote('', { from: me as never, chat: forum }).message, forum_topic_created: { name: 'x', icon_color: 1 } }
    expect(short(wrote('talk', { chat: forum, is_topic_message: true, message_thread_id: 7, reply_to_message } as never))).toBe('nothing')
  })
  it('posts of the linked channel and of other bots are nothing', () => {
    expect(said('/latest', { is_automatic_forward: true, sender_chat: channel, from: { id: 777_000, is_bot: false, first_name: 'Telegram' } })).toBe(
      'nothing',
    )
    expect(said('/latest', { from: { id: 99, is_bot: true, first_name: 'Other' } })).toBe('nothing')
  })
  it('an anonymous admin speaks as the chat', () => {
    const meaning = mean(wrote('/subscribe 8:30', { chat: group, from: anonymous, sender_chat: group as never }))
    expect(meaning).toMatchObject({ type: 'said', command: 'subscribe', scene: { user: null, person: { user: String(group.id) } } })
  })
  it('a topic is a thread, General and replies elsewhere are none', () => {
    const thread = (update: object): unknown => {
      const meaning = mean(update)
      return meaning.type === 'said' ? meaning.scene.address.thread : meaning.type
    }
    expect(thread(wrote('/latest', { chat: forum, is_topic_message: true, message_thread_id: 7 }))).toBe('7')
    expect(thread(wrote('/latest', { chat: forum }))).toBe('')
    expect(thread(wrote('/latest', { chat: group, message_thread_id: 55 }))).toBe('')
  })
})

describe('in a channel', () => {
  it('only commands are looked at, and who posts manages it', () => {
    expect(short(posted('peace treaty signed'))).toBe('nothing')
    expect(mean(posted('/subscribe 8:30'))).toMatchObject({ type: 'said', command: 'subscribe', scene: { kind: 'channel', user: null } })
  })
})

describe('what nobody typed', () => {
  it('blocked, unblocked, put out, moved', () => {
    expect(mean(member(privately, { status: 'member' }, { status: 'kicked', until_date: 0 }))).toMatchObject({ event: { kind: 'gone' } })
    expect(mean(member(privately, { status: 'kicked' }, { status: 'member' }))).toMatchObject({ event: { kind: 'back' } })
    expect(mean(member(group, { status: 'member' }, { status: 'left' }))).toMatchObject({ event: { kind: 'gone', reason: 'removed from the chat' } })
    expect(mean(wrote('', { chat: { id: -5, type: 'group', title: 'x' }, migrate_to_chat_id: -1_005 }))).toMatchObject({
      event: { kind: 'moved', address: { chat: '-5' }, movedTo: { chat: '-1005' } },
    })
  })
  it('the bot joins a group once, not at every change of its rights', () => {
    expect(short(member(group, { status: 'left' }, { status: 'member' }))).toBe('joined')
    expect(short(member(group, { status: 'member' }, { status: 'administrator' }))).toBe('nothing')
    expect(mean(member(channel, { status: 'left' }, { status: 'administrator', can_post_messages: true }))).toMatchObject({
      type: 'joined',
      scene: { kind: 'channel', user: ann.id },
    })
  })
  it('a button is pressed in its topic', () => {
    expect(mean(pressed('ra:topics', { chat: forum, is_topic_message: true, message_thread_id: 7 }))).toMatchObject({
      type: 'pressed',
      data: 'ra:topics',
      scene: { address: { chat: String(forum.id), thread: '7' } },
    })
  })
})
