/** What people type and press on Slack, over a real socket: acknowledged at once, answered where it was said, handled once. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { event, line, openWorkspace, press, slashCommand, storyAnswer, type Workspace, wordsOf } from './workspace.js'

let work: Workspace
beforeAll(async () => {
  work = await openWorkspace()
})
afterAll(async () => work.close())
beforeEach(() => {
  work.said.length = 0
  work.events.length = 0
  work.slack.calls.length = 0
  work.slack.responses.length = 0
  work.answer.with = () => [storyAnswer()]
})

const dm = (text: string, more: Record<string, unknown> = {}): Record<string, unknown> =>
  event({ type: 'message', channel_type: 'im', channel: 'DU1', user: 'U1', text, ts: '17.9', ...more })

describe('a slash command', () => {
  it('in a channel is answered to the person alone, with ways to share it', async () => {
    expect(await work.slack.envelope('slash_commands', slashCommand(work.slack, 'latest peace treaty'))).toEqual({})
    const params = await work.slack.first('response_url')
    expect(params).toMatchObject({ response_type: 'ephemeral', replace_original: false, unfurl_links: false, unfurl_media: false })
    expect(wordsOf(params.blocks)).toContain('“They met <today> & agreed”')
    expect(wordsOf(params.blocks)).toContain('Share here')
    expect(params.text).toContain('They met &lt;today&gt; &amp; agreed')
    expect(work.said).toMatchObject([
      {
        command: 'latest',
        argument: 'peace treaty',
        kind: 'group',
        address: { platform: 'slack', workspace: 'T1', chat: 'C1', thread: '' },
        person: { platform: 'slack', workspace: 'T1', user: 'U1' },
        zoneHint: 'Asia/Tbilisi',
        languageHint: 'en-US',
        chatAdmin: true,
        title: 'general',
      },
    ])
  })

  it('in the DM with the app stays as an ordinary message', async () => {
    await work.slack.envelope('slash_commands', slashCommand(work.slack, 'digest', { channel_id: 'DU1', channel_name: 'directmessage' }))
    const params = await work.slack.first('chat.postMessage')
    expect(params).toMatchObject({ channel: 'DU1', unfurl_links: false, unfurl_media: false })
    expect(wordsOf(params.blocks)).not.toContain('Share here')
    expect(work.said).toMatchObject([{ kind: 'private', address: { chat: 'U1' }, chatAdmin: true }])
  })

  it('between two people is answered unseen by the other', async () => {
    await work.slack.envelope('slash_commands', slashCommand(work.slack, 'latest', { channel_id: 'DOTHER', channel_name: 'directmessage' }))
    const params = await work.slack.first('response_url')
    expect(params.response_type).toBe('ephemeral')
    expect(work.slack.of('chat.postMessage')).toEqual([])
  })

  it('is acknowledged at once, however long the answer takes', async () => {
    work.answer.with = async () => {
      await new Promise((settle) => setTimeout(settle, 1_500))
      return [line('At last.')]
    }
    const begun = performance.now()
    expect(await work.slack.envelope('slash_commands', slashCommand(work.slack, 'latest'))).toEqual({})
    expect(performance.now() - begun).toBeLessThan(1_200)
    expect(wordsOf((await work.slack.wait('response_url'))[0]?.params.blocks)).toContain('At last.')
  })

  it('delivered twice is answered once', async () => {
    const twice = slashCommand(work.slack, 'latest')
    await work.slack.envelope('slash_commands', twice)
    await work.slack.envelope('slash_commands', twice)
    await work.slack.wait('response_url')
    await new Promise((settle) => setTimeout(settle, 200))
    expect(work.said.length).toBe(1)
    expect(work.slack.responses.length).toBe(1)
  })

  it('that subscribes a public channel joins it, and in a private one says what is missing', async () => {
    work.slack.channels.set('C2', { is_member: false, is_private: false }).set('C3', { is_member: false, is_private: true })
    await work.slack.envelope('slash_commands', slashCommand(work.slack, 'subscribe 8:30', { channel_id: 'C2' }))
    await work.slack.wait('conversations.join')
    expect(wordsOf((await work.slack.wait('response_url'))[0]?.params.blocks)).not.toContain('/invite')
    await work.slack.envelope('slash_commands', slashCommand(work.slack, 'subscribe 8:30', { channel_id: 'C3' }))
    expect(wordsOf((await work.slack.wait('response_url', 2))[1]?.params.blocks)).toContain('/invite @Readout')
  })
})

describe('plain words', () => {
  it('in a mention are answered in the thread', async () => {
    await work.slack.envelope('events_api', event({ type: 'app_mention', channel: 'C1', user: 'U1', text: '<@UBOT> latest border', ts: '17.5' }))
    const params = await work.slack.first('chat.postMessage')
    expect(params).toMatchObject({ channel: 'C1', thread_ts: '17.5' })
    expect(work.said).toMatchObject([{ command: 'latest', argument: 'border' }])
  })

  it('in a thread do all that /readout does, and help says so', async () => {
    work.answer.with = () => [line('Help.')]
    await work.slack.envelope(
      'events_api',
      event({ type: 'app_mention', channel: 'C1', user: 'U1', text: '<@UBOT> help', ts: '17.7', thread_ts: '17.6' }),
    )
    const params = await work.slack.first('chat.postMessage')
    expect(params.thread_ts).toBe('17.6')
    expect(wordsOf(params.blocks)).toContain('In threads, where slash commands do not work')
  })

  it('of which a refusal is the answer are answered to the person alone', async () => {
    work.answer.with = () => [line('For admins of this bot.', { personal: true })]
    await work.slack.envelope('events_api', event({ type: 'app_mention', channel: 'C1', user: 'U1', text: '<@UBOT> audit', ts: '17.6' }))
    expect(await work.slack.first('chat.postEphemeral')).toMatchObject({ channel: 'C1', user: 'U1', thread_ts: '17.6' })
    expect(work.slack.of('chat.postMessage')).toEqual([])
  })

  it('in a DM are a question, a link is looked up, and the app does not answer itself', async () => {
    await work.slack.envelope('events_api', dm('what did Mirzoyan say?'))
    await work.slack.envelope('events_api', dm('<https://oc-media.org/1>'))
    await work.slack.envelope('events_api', dm('my own', { bot_id: 'BBOT' }))
    await work.slack.envelope('events_api', dm('changed', { subtype: 'message_changed' }))
    await work.slack.wait('chat.postMessage', 2)
    expect(work.said.map(({ command, argument }) => [command, argument])).toEqual([
      ['ask', 'what did Mirzoyan say?'],
      ['check', 'https://oc-media.org/1'],
    ])
  })

  it('redelivered with the same event id are answered once', async () => {
    const once = dm('who?')
    await work.slack.envelope('events_api', once)
    await work.slack.envelope('events_api', once)
    await work.slack.wait('chat.postMessage')
    await new Promise((settle) => setTimeout(settle, 300))
    expect(work.slack.of('chat.postMessage').length).toBe(1)
  })
})

describe('an answer longer than a response_url takes', () => {
  it('comes whole into the conversation with the app', async () => {
    work.answer.with = () => Array.from({ length: 7 }, (_, index) => line(`Part ${index}`))
    await work.slack.envelope('slash_commands', slashCommand(work.slack, 'lexicon list'))
    const posted = await work.slack.wait('chat.postMessage', 7)
    expect(posted.map(({ params }) => [params.channel, wordsOf(params.blocks)])).toEqual(
      Array.from({ length: 7 }, (_, index) => ['U1', `Part ${index}`]),
    )
    expect((await work.slack.wait('response_url')).map(({ params }) => wordsOf(params.blocks))).toEqual(['Kept: it is in your messages with me.'])
  })
})

describe('an answer that is a file', () => {
  const withFile = (): ReturnType<typeof line> => {
    const message = line('3 sources & more as OPML.')
    return { ...message, blocks: [...message.blocks, { type: 'file', name: 'sources.opml', mediaType: 'text/x-opml', text: '<opml/>' }] }
  }
  beforeEach(() => {
    work.answer.with = () => [withFile()]
  })

  it('stands where it was asked, with its words beside it', async () => {
    await work.slack.envelope('events_api', event({ type: 'app_mention', channel: 'C1', user: 'U1', text: '<@UBOT> exportsources', ts: '17.5' }))
    const params = await work.slack.first('files.completeUploadExternal')
    expect(params).toMatchObject({ channel_id: 'C1', thread_ts: '17.5', initial_comment: '3 sources &amp; more as OPML.' })
    expect((await work.slack.first('files.getUploadURLExternal')).filename).toBe('sources.opml')
    expect(work.slack.of('chat.postMessage')).toEqual([])
  })

  it('to a command comes into the conversation with the app, where only the person sees it', async () => {
    await work.slack.envelope('slash_commands', slashCommand(work.slack, 'exportsources'))
    expect(await work.slack.first('files.completeUploadExternal')).toMatchObject({ channel_id: 'DU1' })
    expect(wordsOf((await work.slack.wait('response_url'))[0]?.params.blocks)).toContain('Kept: it is in your messages with me.')
  })

  it('that may not be uploaded is told in words', async () => {
    work.slack.faults.set('files.getUploadURLExternal', [{ error: 'missing_scope' }])
    await work.slack.envelope('events_api', dm('exportsources'))
    expect(wordsOf((await work.slack.first('chat.postMessage')).blocks)).toBe('3 sources & more as OPML.sources.opml')
  })
})

describe('a message shortcut', () => {
  it('says what is known about the message, to the person alone', async () => {
    const payload = {
      type: 'message_action',
      callback_id: 'check_message',
      team: { id: 'T1' },
      user: { id: 'U1', team_id: 'T1' },
      channel: { id: 'C1', name: 'general' },
      trigger_id: 'shortcut.1',
      response_url: work.slack.responseUrl(),
      message: { ts: '17.3', thread_ts: '17.1', text: 'Aliyev &amp; Pashinyan met' },
    }
    expect(await work.slack.envelope('interactive', payload)).toEqual({})
    expect((await work.slack.wait('response_url'))[0]?.params).toMatchObject({ response_type: 'ephemeral', thread_ts: '17.1' })
    expect(work.said).toMatchObject([{ command: 'check', argument: 'Aliyev & Pashinyan met' }])
  })
})

describe('a button', () => {
  it('runs its command, for the one who presses it', async () => {
    await work.slack.envelope('interactive', press(work.slack, { action_id: 'run:0', value: 'story s12' }))
    expect((await work.slack.wait('response_url'))[0]?.params).toMatchObject({ response_type: 'ephemeral', replace_original: false })
    expect(work.said).toMatchObject([{ command: 'story', argument: 's12' }])
  })

  it('that edits replaces the message it stands on', async () => {
    work.answer.with = () => [line('Page 2')]
    await work.slack.envelope('interactive', press(work.slack, { action_id: 'edit:0', value: 'sources page 2' }))
    expect((await work.slack.wait('response_url'))[0]?.params).toMatchObject({ replace_original: true })
  })

  it('that edits what others read is not replaced by a refusal', async () => {
    work.slack.users.set('UGUEST', { is_restricted: true })
    await work.slack.envelope('interactive', press(work.slack, { action_id: 'edit:0', value: 'settings time' }, { user: { id: 'UGUEST' } }))
    expect((await work.slack.wait('response_url'))[0]?.params).toMatchObject({ replace_original: false, response_type: 'ephemeral' })
  })

  it('of a menu does the same', async () => {
    await work.slack.envelope('interactive', press(work.slack, { type: 'overflow', action_id: 'more:3', selected_option: { value: 'story s3' } }))
    await work.slack.wait('response_url')
    expect(work.said).toMatchObject([{ command: 'story', argument: 's3' }])
  })

  it('"Share here" shows the channel exactly what was seen, and takes the private copy away', async () => {
    await work.slack.envelope('slash_commands', slashCommand(work.slack, 'story 2'))
    const seen = (await work.slack.wait('response_url'))[0]?.params.blocks as { elements?: { action_id?: string; value?: string }[] }[]
    const share = seen.flatMap((block) => block.elements ?? []).find((element) => element.action_id === 'share')
    work.answer.with = () => [line('Something else by now.')]
    await work.slack.envelope('interactive', press(work.slack, { action_id: 'share', value: share?.value }))
    const all = await work.slack.wait('response_url', 3)
    expect(all[1]?.params).toMatchObject({ response_type: 'in_channel' })
    expect(wordsOf(all[1]?.params.blocks)).toContain('They met')
    expect(all[2]?.params).toEqual({ delete_original: true })
  })

  it('"Keep in my DM" posts it there', async () => {
    await work.slack.envelope('interactive', press(work.slack, { action_id: 'keep', value: 'gone latest border' }))
    expect((await work.slack.wait('chat.postMessage'))[0]?.params).toMatchObject({ channel: 'U1' })
    expect(work.said).toMatchObject([{ command: 'latest', argument: 'border' }])
  })
})

describe('a channel', () => {
  const joined = (channel: string): Record<string, unknown> =>
    event({ type: 'member_joined_channel', user: 'UBOT', channel, channel_type: 'C', inviter: 'U1' })

  it('is greeted once when the app is added, and hears nothing else', async () => {
    work.slack.channels.set('C7', { is_member: true })
    await work.slack.envelope('events_api', joined('C7'))
    const params = await work.slack.first('chat.postMessage')
    expect(wordsOf(params.blocks)).toContain('Nothing else is posted here unless somebody asks')
    await work.slack.envelope('events_api', joined('C7'))
    await work.slack.envelope('events_api', event({ type: 'member_joined_channel', user: 'U2', channel: 'C7' }))
    await work.slack.envelope('events_api', event({ type: 'message', channel_type: 'channel', channel: 'C7', user: 'U1', text: 'hello', ts: '17.1' }))
    await new Promise((settle) => setTimeout(settle, 300))
    expect(work.slack.of('chat.postMessage').length).toBe(1)
    expect(work.said).toEqual([])
  })

  it('of a person who left the workspace ends when he leaves, and of nobody else', async () => {
    const changed = (user: string, deleted: boolean): Record<string, unknown> => event({ type: 'user_change', user: { id: user, deleted } })
    await work.slack.envelope('events_api', changed('U7', false))
    await work.slack.envelope('events_api', changed('U8', true))
    await expect.poll(() => work.events).toMatchObject([{ kind: 'gone', address: { chat: 'U8' }, reason: 'user_deactivated' }])
  })

  it('that is archived, left or renamed by Slack is told to the core', async () => {
    await work.slack.envelope('events_api', event({ type: 'channel_archive', channel: 'C8', user: 'U1' }))
    await work.slack.envelope('events_api', event({ type: 'channel_unarchive', channel: 'C8', user: 'U1' }))
    await work.slack.envelope('events_api', event({ type: 'group_left', channel: 'G9' }))
    await work.slack.envelope('events_api', event({ type: 'channel_id_changed', old_channel_id: 'C8', new_channel_id: 'C88' }))
    await expect.poll(() => work.events.length).toBe(4)
    expect(work.events).toMatchObject([
      { kind: 'gone', reason: 'channel_archive', address: { chat: 'C8' } },
      { kind: 'back', address: { chat: 'C8' } },
      { kind: 'gone', address: { chat: 'G9' } },
      { kind: 'moved', movedTo: { chat: 'C88' } },
    ])
  })
})

describe('who may change what', () => {
  it('members of a channel may, guests may not, admins of the workspace always', async () => {
    work.slack.users.set('UGUEST', { is_restricted: true }).set('UBOSS', { is_admin: true })
    for (const user of ['U1', 'UGUEST', 'UBOSS'])
      await work.slack.envelope('slash_commands', slashCommand(work.slack, 'settings lang en', { user_id: user }))
    await work.slack.wait('response_url', 3)
    const may = Object.fromEntries(work.said.map(({ person, chatAdmin }) => [person.user, chatAdmin]))
    expect(may).toEqual({ U1: true, UGUEST: false, UBOSS: true })
  })

  it('works without any hint about the person', async () => {
    await work.slack.envelope('slash_commands', slashCommand(work.slack, 'latest', { user_id: 'UNKNOWN' }))
    await work.slack.wait('response_url')
    expect(work.said).toMatchObject([{ zoneHint: null, languageHint: null }])
  })

  it('takes the ids of an organisation as they come', async () => {
    const grid = { team_id: 'T1', enterprise_id: 'E1', is_enterprise_install: 'false', user_id: 'W1' }
    await work.slack.envelope('slash_commands', slashCommand(work.slack, 'latest', grid))
    await work.slack.wait('response_url')
    expect(work.said).toMatchObject([{ person: { workspace: 'T1', user: 'W1' } }])
  })
})

describe('what goes wrong', () => {
  it('an answer whose reply was lost is not posted again', async () => {
    work.slack.faults.set('chat.postMessage', ['cut after'])
    await work.slack.envelope('events_api', dm('who?'))
    await work.slack.wait('chat.postMessage')
    await new Promise((settle) => setTimeout(settle, 300))
    expect(work.slack.of('chat.postMessage').length).toBe(1)
    expect(work.logged.join('\n')).not.toContain('who?')
  })

  it('too many requests: the answer comes when Slack takes it', async () => {
    work.slack.faults.set('chat.postMessage', [{ limited: 1 }])
    await work.slack.envelope('events_api', dm('who?'))
    expect((await work.slack.wait('chat.postMessage')).length).toBe(1)
  })

  it('who asks faster than can be answered is told so once', async () => {
    let answered = 0
    work.answer.with = async () => {
      await new Promise((settle) => setTimeout(settle, 600))
      return [line(`Answer ${++answered}`)]
    }
    for (let count = 0; count < 14; count++) await work.slack.envelope('slash_commands', slashCommand(work.slack, 'latest', { user_id: 'UFAST' }))
    await work.slack.wait('response_url', 9)
    await new Promise((settle) => setTimeout(settle, 300))
    const told = work.slack.of('response_url').map(({ params }) => wordsOf(params.blocks))
    expect(told.filter((words) => words.includes('That was fast')).length).toBe(1)
    expect(told.length).toBe(9)
  })

  it('a socket whose end is announced is followed by another before it closes, and nothing is missed', async () => {
    await work.slack.connected()
    work.slack.announceEnd()
    await expect.poll(() => work.slack.sockets()).toBe(2)
    await work.slack.envelope('slash_commands', slashCommand(work.slack, 'latest'))
    expect((await work.slack.wait('response_url')).length).toBe(1)
  })

  it('a question that came in by the old socket is answered by it', async () => {
    await work.slack.connected()
    const question = work.slack.envelope('slash_commands', slashCommand(work.slack, 'latest'))
    work.slack.announceEnd()
    expect(await question).toEqual({})
  })

  it('what Slack sends beyond all expectation ends nothing', async () => {
    void work.slack.envelope('events_api', { type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1 })
    await expect.poll(() => work.logged.join('\n')).toContain('not understood')
    await work.slack.envelope('slash_commands', slashCommand(work.slack, 'latest'))
    expect((await work.slack.wait('response_url')).length).toBe(1)
  })

  it('a dropped socket is opened again', async () => {
    work.slack.faults.set('apps.connections.open', [{ error: 'internal_error' }, { status: 503 }])
    work.slack.drop()
    await new Promise((settle) => setTimeout(settle, 300))
    expect(work.platform.trouble?.(), 'a moment without a socket is no trouble').toBeNull()
    work.clock.aheadMs = 60_000
    expect(work.platform.trouble?.()).toContain('no connection to Slack since')
    await work.slack.connected()
    await expect.poll(() => work.platform.trouble?.()).toBeNull()
    work.clock.aheadMs = 0
    await work.slack.envelope('slash_commands', slashCommand(work.slack, 'latest'))
    expect((await work.slack.wait('response_url')).length).toBe(1)
  })
})
