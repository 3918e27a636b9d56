/** A fake Slack and the real adapter on it, with a core that answers what the test says. */
import { createSlackPlatform, type SlackOptions } from '../../adapters/slack/platform.js'
import type { Message } from '../../src/messages/message.js'
import { bold, link, plain } from '../../src/messages/spans.js'
import type { ChatEvent, Platform, Utterance } from '../../src/platform.js'
import type { Handled } from '../../src/subscribers/handled.js'
import { type FakeSlack, startFakeSlack } from './fake-slack.js'

export interface Workspace {
  slack: FakeSlack
  platform: Platform
  said: Utterance[]
  events: ChatEvent[]
  logged: string[]
  /** Workspaces whose admins may change the sources. */
  granted: Set<string>
  /** The adapter's clock runs ahead by so many ms. */
  clock: { aheadMs: number }
  answer: { with: (utterance: Utterance) => Message[] | Promise<Message[]> }
  close(): Promise<void>
}

export function memoryHandled(): Handled {
  const keys = new Set<string>()
  return {
    async first(platform, key) {
      if (keys.has(`${platform} ${key}`)) return false
      keys.add(`${platform} ${key}`)
      return true
    },
    async forget(platform, key) {
      keys.delete(`${platform} ${key}`)
    },
    async dropBefore() {},
  }
}

export function line(text: string, more: Partial<Message> = {}): Message {
  return { blocks: [{ type: 'paragraph', spans: [plain(text)] }], buttons: [], lang: 'en', ...more }
}

/** An answer as `latest` gives it. */
export function storyAnswer(): Message {
  return {
    blocks: [
      { type: 'heading', spans: [plain('Newest')] },
      { type: 'paragraph', spans: [bold('1. '), plain('28 August 2024')] },
      { type: 'quote', spans: [plain('“They met <today> & agreed”'), plain(' - Caspian Wire, AZ '), link('[1]', 'https://cw.example/1?a=1&b=2')] },
      { type: 'context', spans: [plain('AZ 1; 1 article')] },
    ],
    buttons: [
      [
        { label: 'Story 1', command: 'story', argument: 's12' },
        { label: 'Copy with sources', command: 'cite', argument: 's12' },
      ],
    ],
    lang: 'en',
    stories: [12],
  }
}

export async function openWorkspace(
  given: Partial<Omit<SlackOptions, 'tokens'>> & { tokens?: Partial<SlackOptions['tokens']>; slack?: FakeSlack } = {},
): Promise<Workspace> {
  const { slack = await startFakeSlack(), ...more } = given
  const said: Utterance[] = []
  const events: ChatEvent[] = []
  const logged: string[] = []
  const clock = { aheadMs: 0 }
  const handled = more.handled ?? memoryHandled()
  const answer: Workspace['answer'] = { with: () => [line('An answer.')] }
  const note =
    (level: string) =>
    (details: object, message: string): void =>
      void logged.push(`${level}: ${message} ${JSON.stringify(details)}`)
  const rules = new Set<string>()
  const granted = new Set<string>()
  const platform = createSlackPlatform({
    installations: null,
    publicUrl: null,
    pagesUrl: null,
    topicName: (id) => (id === 'peace-treaty' ? 'Peace treaty' : null),
    chats: {
      chat: async (address, kind) => ({ id: 1, address, kind, title: null, settings: { lang: null, zone: null, languagesRead: [] } }),
    },
    rules: {
      adminsOnly: async (workspace, channel) => rules.has(`${workspace}/${channel}`),
      async setAdminsOnly(workspace, channel, adminsOnly) {
        if (adminsOnly) rules.add(`${workspace}/${channel}`)
        else rules.delete(`${workspace}/${channel}`)
      },
    },
    isAdmin: async (person) => person.user === 'UADMIN',
    workspaceChangesSources: async (workspace) => granted.has(workspace),
    topics: () => ['Peace treaty', 'Border'],
    onWorkspace: () => {},
    fetch,
    betweenPostsMs: 20,
    now: () => new Date(Date.now() + clock.aheadMs),
    ...more,
    handled,
    log: { error: note('error'), warn: note('warn'), info: note('info'), debug: note('debug') },
    tokens: {
      botToken: 'xoxb-test',
      appToken: 'xapp-test',
      signingSecret: null,
      clientId: null,
      clientSecret: null,
      stateSecret: null,
      apiUrl: `${slack.url}/api/`,
      ...more.tokens,
    },
  })
  await platform.start({
    async handle(utterance) {
      if (!(await handled.first('slack', utterance.idempotencyKey, new Date()))) return []
      said.push(utterance)
      return answer.with(utterance)
    },
    chatEvent: async (event) => void events.push(event),
  })
  return {
    slack,
    platform,
    said,
    events,
    logged,
    granted,
    clock,
    answer,
    async close() {
      await platform.stop(1_000)
      await slack.close()
    },
  }
}

let serial = 0
const triggerId = (): string => `trigger.${++serial}`

/** What Slack sends when somebody types a slash command. */
export function slashCommand(slack: FakeSlack, text: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    command: '/readout',
    text,
    team_id: 'T1',
    user_id: 'U1',
    channel_id: 'C1',
    channel_name: 'general',
    trigger_id: triggerId(),
    response_url: slack.responseUrl(),
    ...more,
  }
}

export function event(inner: Record<string, unknown>, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'event_callback',
    team_id: 'T1',
    event_id: `Ev${++serial}`,
    authorizations: [{ team_id: 'T1', user_id: 'UBOT', is_bot: true }],
    event: inner,
    ...more,
  }
}

/** A pressed button of a message, or of a view. */
export function press(slack: FakeSlack, action: Record<string, unknown>, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'block_actions',
    team: { id: 'T1' },
    user: { id: 'U1', team_id: 'T1' },
    channel: { id: 'C1', name: 'general' },
    container: { type: 'message', message_ts: '17.1', channel_id: 'C1', is_ephemeral: false },
    message: { ts: '17.1', text: 'x' },
    trigger_id: triggerId(),
    response_url: slack.responseUrl(),
    actions: [{ type: 'button', block_id: 'b', ...action }],
    ...more,
  }
}

export function submission(view: Record<string, unknown>, values: Record<string, Record<string, unknown>>): Record<string, unknown> {
  const state = { values: Object.fromEntries(Object.entries(values).map(([block, element]) => [block, { [block]: element }])) }
  return {
    type: 'view_submission',
    team: { id: 'T1' },
    user: { id: 'U1', team_id: 'T1' },
    trigger_id: triggerId(),
    view: { id: 'V1', hash: `h${++serial}`, type: 'modal', private_metadata: '{"channel":"C1","private":false}', state, ...view },
  }
}

/** Words of everything in blocks, in order. */
export function wordsOf(blocks: unknown): string {
  const texts: string[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one)
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'text' && typeof inner === 'string') texts.push(inner)
        else visit(inner)
      }
  }
  visit(blocks)
  return texts.join('')
}
