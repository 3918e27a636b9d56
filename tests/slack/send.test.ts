/** What the outbox sends through Slack: each call made once, and a receipt that says no more than is known. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { platformErrors, receiptOf } from '../../adapters/slack/errors.js'
import type { Message } from '../../src/messages/message.js'
import { plain } from '../../src/messages/spans.js'
import type { Fault } from './fake-slack.js'
import { line, openWorkspace, type Workspace, wordsOf } from './workspace.js'

let work: Workspace
beforeAll(async () => {
  work = await openWorkspace()
})
afterAll(async () => work.close())
beforeEach(() => {
  work.slack.calls.length = 0
  work.slack.faults.clear()
})

const at = (chat: string) => ({ platform: 'slack', workspace: 'T1', chat, thread: '' })
const send = (chat: string, message: Message = line('Digest'), options = {}) => work.platform.send(at(chat), message, options)

describe('a message sent', () => {
  it('gives the ids that edit and thread it', async () => {
    const receipt = await send('C1')
    expect(receipt).toMatchObject({ outcome: 'sent', messageIds: [expect.stringMatching(/^C1\/17\.\d{6}$/)] })
    expect(await work.slack.first('chat.postMessage')).toMatchObject({ channel: 'C1', unfurl_links: false, unfurl_media: false, text: 'Digest' })
  })

  it('to a person stands in the conversation that Slack names', async () => {
    expect(await send('U1')).toMatchObject({ messageIds: [expect.stringMatching(/^DU1\//)] })
  })

  it('goes into the thread of the first part', async () => {
    await send('C1', line('Story'), { firstPart: ['C1/17.000001'] })
    expect((await work.slack.first('chat.postMessage')).thread_ts).toBe('17.000001')
  })

  it('can be replaced', async () => {
    expect(await work.platform.edit?.(at('C1'), ['C1/17.000001'], line('New'))).toEqual({ outcome: 'sent', messageIds: ['C1/17.000001'] })
    expect(await work.slack.first('chat.update')).toMatchObject({ channel: 'C1', ts: '17.000001', text: 'New' })
  })

  it('carries its picture as an uploaded file, without a public address', async () => {
    const picture: Message = {
      ...line('Timeline'),
      blocks: [{ type: 'image', png: new Uint8Array([137, 80, 78, 71]), alt: 'Timeline of the border' }],
    }
    await send('C1', picture)
    const { blocks } = await work.slack.first('chat.postMessage')
    expect(blocks).toMatchObject([{ type: 'image', slack_file: { id: expect.stringMatching(/^F/) }, alt_text: 'Timeline of the border' }])
    expect((await work.slack.first('upload')).bytes).toBeGreaterThan(3)
  })

  it('without its picture is still sent, with what the picture tells', async () => {
    work.slack.faults.set('files.getUploadURLExternal', [{ error: 'missing_scope' }])
    await send('C1', { ...line(''), blocks: [{ type: 'image', png: new Uint8Array([1]), alt: 'Timeline of the border' }] })
    expect(wordsOf((await work.slack.first('chat.postMessage')).blocks)).toBe('Timeline of the border')
  })

  it('waits for a picture that Slack has not looked at yet', async () => {
    work.slack.faults.set('chat.postMessage', [{ error: 'invalid_blocks' }])
    const receipt = await send('C1', { ...line(''), blocks: [{ type: 'image', png: new Uint8Array([1]), alt: 'x' }] })
    expect(receipt.outcome).toBe('sent')
  })
})

describe('a message that is not taken', () => {
  it.each<[string, Fault, object]>([
    ['archived', { error: 'is_archived' }, { outcome: 'refused', reason: 'is_archived', permanent: true, gone: true }],
    ['a channel that is not there', { error: 'channel_not_found' }, { outcome: 'refused', permanent: true, gone: true }],
    ['a person who left', { error: 'user_disabled' }, { outcome: 'refused', permanent: true, gone: true }],
    [
      'a token taken back',
      { error: 'token_revoked' },
      { outcome: 'refused', permanent: false, botRefused: expect.stringContaining('SLACK_BOT_TOKEN') },
    ],
    ['a workspace that is closed', { error: 'account_inactive' }, { outcome: 'refused', permanent: false, botRefused: expect.any(String) }],
    ['a token that is wrong by mistake', { error: 'invalid_auth' }, { outcome: 'refused', permanent: false, botRefused: expect.any(String) }],
    ['a channel for a few', { error: 'restricted_action' }, { outcome: 'refused', permanent: true }],
    ['a word nobody knows', { error: 'brand_new_error' }, { outcome: 'refused', reason: 'brand_new_error', permanent: true }],
    ['too many requests', { limited: 7 }, { outcome: 'refused', permanent: false, retryAfterMs: 7_000 }],
    ['Slack is down', { status: 503 }, { outcome: 'refused', permanent: false }],
    ['Slack does not know itself', { error: 'internal_error' }, { outcome: 'unknown' }],
    ['the way is cut before', 'cut before', { outcome: 'unknown' }],
    ['an answer nobody can read', 'garbage', { outcome: 'unknown' }],
  ])('%s', async (_name, fault, receipt) => {
    work.slack.faults.set('chat.postMessage', [fault])
    expect(await send('C1')).toMatchObject(receipt)
  })

  it('whose reply was lost is unknown, and posted once', async () => {
    work.slack.faults.set('chat.postMessage', ['cut after'])
    expect(await send('C1')).toMatchObject({ outcome: 'unknown' })
    expect(work.slack.of('chat.postMessage').length).toBe(1)
  })

  it('for a public channel joins it first; for a private one says how', async () => {
    work.slack.channels.set('C4', { is_member: false, is_private: false }).set('C5', { is_member: false, is_private: true })
    expect(await send('C4')).toMatchObject({ outcome: 'sent' })
    expect(await send('C5')).toMatchObject({ outcome: 'refused', permanent: true, reason: expect.stringContaining('/invite @Readout') })
  })

  it('stops waiting when it is told to: nobody knows then', async () => {
    const stop = new AbortController()
    stop.abort()
    expect(await send('C1', line('x'), { signal: stop.signal })).toMatchObject({ outcome: 'unknown' })
  })

  it('without a connection may be tried again', async () => {
    const receipt = receiptOf(Object.assign(new Error('x'), { code: 'slack_webapi_request_error', original: { cause: { code: 'ECONNREFUSED' } } }))
    expect(receipt).toEqual({ outcome: 'refused', reason: 'ECONNREFUSED', permanent: false })
  })

  it('to a workspace where the app is not installed ends there', async () => {
    expect(await work.platform.send({ ...at('C1'), workspace: 'TOTHER' }, line('x'), {})).toMatchObject({ outcome: 'refused', gone: true })
  })

  it('with a token of the environment that Slack takes back waits, and nobody loses a subscription', async () => {
    work.slack.faults.set('auth.test', [{ error: 'token_revoked' }])
    expect(await work.platform.check?.()).toContain('Slack refuses SLACK_BOT_TOKEN now (token_revoked)')
    expect(await work.platform.check?.()).toBeNull()
    work.slack.faults.set('chat.postMessage', [{ error: 'token_revoked' }])
    expect(await send('C1')).not.toHaveProperty('gone')
    expect(work.events).toEqual([])
  })

  it('knows every error that Slack documents for what is called here', () => {
    // docs.slack.dev: chat.postMessage, chat.update, conversations.join, without those of arguments that are never given.
    const documented = `access_denied accesslimited account_inactive cannot_reply_to_message cant_update_message channel_not_found
      channel_type_not_supported deprecated_endpoint duplicate_channel_not_found duplicate_message_not_found edit_window_closed ekm_access_denied
      enterprise_is_restricted fatal_error internal_error invalid_arg_name invalid_arguments invalid_array_arg invalid_auth invalid_blocks
      invalid_blocks_format invalid_charset invalid_form_data invalid_post_type is_archived is_inactive message_limit_exceeded message_not_found
      messages_tab_disabled method_deprecated method_not_supported_for_channel_type missing_post_type missing_scope msg_blocks_too_long msg_too_long
      no_permission no_text not_allowed_token_type not_authed not_in_channel org_login_required rate_limited ratelimited request_timeout
      restricted_action restricted_action_non_threadable_channel restricted_action_read_only_channel restricted_action_thread_locked
      restricted_action_thread_only_channel service_unavailable team_access_not_granted team_added_to_org team_not_found token_expired token_revoked
      two_factor_setup_required`
    expect(documented.split(/\s+/).filter((error) => !(error in platformErrors))).toEqual([])
  })

  it('has one table of errors, none of which leads to a second copy', () => {
    for (const [error, kind] of Object.entries(platformErrors)) {
      const receipt = receiptOf({ data: { error } })
      expect(receipt.outcome, error).toBe(kind === 'unknown' ? 'unknown' : 'refused')
    }
  })
})

describe('a long digest', () => {
  const story = (index: number, words = 90): Message['blocks'] => [
    { type: 'break' },
    { type: 'paragraph', spans: [plain(`Story ${index}: ${'words '.repeat(words)}`)] },
    { type: 'context', spans: [plain('AM 1')] },
  ]
  const digest = (stories: number, more: Partial<Message> = {}): Message => ({
    ...line('Digest', { buttons: [[{ label: '1', command: 'story', argument: 's1' }]], ...more }),
    blocks: [{ type: 'heading', spans: [plain('Digest')] }, ...Array.from({ length: stories }, (_, index) => story(index)).flat()],
  })
  const order = (parts: Message[]): number[] =>
    [
      ...parts
        .map((part) => wordsOf(part.blocks))
        .join('')
        .matchAll(/Story (\d+):/g),
    ].map((found) => Number(found[1]))

  it('is as few messages as it can be, in order', () => {
    const parts = work.platform.split(digest(40))
    expect(parts.length).toBe(2)
    expect(order(parts)).toEqual(Array.from({ length: 40 }, (_, index) => index))
  })

  it('by choice is a short parent with the buttons, and a reply for each story', () => {
    const parts = work.platform.split(digest(8, { threaded: true }))
    expect(parts.map((part) => [wordsOf(part.blocks).slice(0, 7), part.buttons.length])).toEqual([
      ['Digest', 1],
      ...Array.from({ length: 8 }, (_, index) => [`Story ${index}`, 0]),
    ])
  })
})
