/** Slack's agent container, where the workspace granted it; without it not one call more is made. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { limits } from '../../adapters/slack/limits.js'
import { startFakeSlack } from './fake-slack.js'
import { event, openWorkspace, storyAnswer, type Workspace } from './workspace.js'

const asked = (more: Record<string, unknown> = {}): Record<string, unknown> =>
  event({ type: 'message', channel_type: 'im', channel: 'DU1', user: 'U1', text: 'what about the border?', ts: '17.4', ...more })
const opened = (tab: string): Record<string, unknown> => event({ type: 'app_home_opened', user: 'U1', channel: 'DU1', tab })

describe('with the scope assistant:write', () => {
  let work: Workspace
  beforeAll(async () => {
    const slack = await startFakeSlack()
    slack.scopes.push('chat:write', 'assistant:write')
    work = await openWorkspace({ slack })
    work.answer.with = () => [storyAnswer()]
  })
  afterAll(async () => work.close())
  beforeEach(() => {
    work.slack.calls.length = 0
  })

  it('the conversation that is opened offers what to ask', async () => {
    await work.slack.envelope('events_api', opened('messages'))
    const params = await work.slack.first('assistant.threads.setSuggestedPrompts')
    expect(params).toMatchObject({ channel_id: 'DU1', prompts: expect.arrayContaining([{ title: 'Today', message: 'digest' }]) })
    // Where each question is a thread of its own, a thread named here makes Slack drop the prompts.
    expect(params.thread_ts).toBeUndefined()
    expect((params.prompts as unknown[]).length).toBe(limits.prompts)
  })

  it('a question is answered in a thread of its own, with "one moment" meanwhile', async () => {
    await work.slack.envelope('events_api', asked())
    expect(await work.slack.first('assistant.threads.setStatus')).toMatchObject({ channel_id: 'DU1', thread_ts: '17.4', status: 'One moment…' })
    expect(await work.slack.first('chat.postMessage')).toMatchObject({ channel: 'DU1', thread_ts: '17.4' })
    expect(work.slack.of('assistant.threads.setTitle')).toEqual([])
  })

  it('a thread of the older container gets prompts, and its first question as its title', async () => {
    const thread = { user_id: 'U1', channel_id: 'DU1', thread_ts: '18.1', context: {} }
    await work.slack.envelope('events_api', event({ type: 'assistant_thread_started', assistant_thread: thread }))
    expect(await work.slack.first('assistant.threads.setSuggestedPrompts')).toMatchObject({ channel_id: 'DU1', thread_ts: '18.1' })
    await work.slack.envelope('events_api', asked({ thread_ts: '18.1', ts: '18.2' }))
    await work.slack.envelope('events_api', asked({ thread_ts: '18.1', ts: '18.3' }))
    await work.slack.wait('chat.postMessage', 2)
    expect(work.slack.of('assistant.threads.setTitle').map(({ params }) => [params.thread_ts, params.title])).toEqual([
      ['18.1', 'what about the border?'],
    ])
  })

  it('a container that takes no call changes nothing', async () => {
    work.slack.faults.set('assistant.threads.setStatus', [{ error: 'feature_not_enabled' }])
    await work.slack.envelope('events_api', asked({ ts: '19.1' }))
    expect((await work.slack.first('chat.postMessage')).thread_ts).toBe('19.1')
  })
})

describe('without it', () => {
  it('a conversation is a conversation', async () => {
    const work = await openWorkspace()
    await work.slack.envelope('events_api', opened('messages'))
    await work.slack.envelope('events_api', asked())
    expect((await work.slack.first('chat.postMessage')).thread_ts).toBeUndefined()
    expect(work.slack.calls.filter((call) => call.method.startsWith('assistant.'))).toEqual([])
    await work.close()
  })
})
