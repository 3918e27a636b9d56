/** HTTP mode: signature and time checked, what Slack repeats handled once; OAuth for many workspaces, sealed. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { apiRoot, tokensFault } from '../../adapters/slack/connect.js'
import type { InstallationStore } from '../../adapters/slack/installations.js'
import { createSlackPlatform } from '../../adapters/slack/platform.js'
import type { Store } from '../../src/store/open.js'
import { createSlackInstallations } from '../../src/store/slack-installations.js'
import { openTestStore } from '../store/test-store.js'
import { signedRequest } from './fake-slack.js'
import { event, openWorkspace, slashCommand, type Workspace } from './workspace.js'

const secret = 'the signing secret'
const now = new Date('2026-11-25T09:00:00Z')
const form = 'application/x-www-form-urlencoded'

async function post(work: Workspace, request: Request): Promise<Response> {
  const answer = await work.platform.requests?.answer(request)
  if (!answer) throw new Error('no HTTP requests taken')
  return answer
}

describe('HTTP mode', () => {
  let work: Workspace
  beforeAll(async () => {
    work = await openWorkspace({ tokens: { appToken: null, signingSecret: secret } })
  })
  afterAll(async () => work.close())
  beforeEach(() => {
    work.said.length = 0
    work.slack.calls.length = 0
  })

  it('answers the challenge by which Slack knows the address', async () => {
    const answer = await post(work, signedRequest(JSON.stringify({ type: 'url_verification', challenge: 'abc' }), secret))
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('abc')
  })

  it('takes a signed event, once, however often Slack repeats it', async () => {
    const body = JSON.stringify(event({ type: 'app_mention', channel: 'C1', user: 'U1', text: '<@UBOT> topics', ts: '17.1' }))
    expect((await post(work, signedRequest(body, secret))).status).toBe(200)
    await work.slack.wait('chat.postMessage')
    expect((await post(work, signedRequest(body, secret, { retry: 1 }))).status).toBe(200)
    await new Promise((settle) => setTimeout(settle, 200))
    expect(work.said.length).toBe(1)
    expect(work.slack.of('chat.postMessage').length).toBe(1)
  })

  it('takes a signed command', async () => {
    const body = new URLSearchParams(slashCommand(work.slack, 'latest') as Record<string, string>).toString()
    const answer = await post(work, signedRequest(body, secret, { type: form }))
    expect([answer.status, await answer.text()]).toEqual([200, ''])
    await work.slack.wait('response_url')
    expect(work.said).toMatchObject([{ command: 'latest' }])
  })

  it('reads no more of a body than any of Slack has, whoever sends it', async () => {
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent++
        controller.enqueue(new Uint8Array(100_000))
      },
    })
    const request = new Request('http://127.0.0.1/slack/events', { method: 'POST', body: endless, duplex: 'half' } as RequestInit)
    expect((await post(work, request)).status).toBe(413)
    expect(sent).toBeLessThan(20)
  })

  it('refuses a wrong signature, none, and one that is older than five minutes', async () => {
    const body = JSON.stringify(event({ type: 'app_mention', channel: 'C1', user: 'U1', text: 'x', ts: '17.1' }))
    const unsigned = new Request('http://127.0.0.1/slack/events', { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    const old = new Date(Date.now() - 6 * 60_000)
    for (const request of [signedRequest(body, 'another secret'), signedRequest(body, secret, { at: old }), unsigned])
      expect((await post(work, request)).status).toBe(401)
    expect(work.said).toEqual([])
  })

  it('knows no other path', async () => {
    expect((await post(work, new Request('http://127.0.0.1/slack/other'))).status).toBe(404)
  })
})

const ofSecond = { team_id: 'T2', authorizations: [{ team_id: 'T2', user_id: 'UBOT2', is_bot: true }] }

describe('many workspaces', () => {
  let store: Store
  let installations: InstallationStore
  let work: Workspace
  const oauth = { botToken: null, appToken: null, signingSecret: secret, clientId: '1.2', clientSecret: 'client secret', stateSecret: 'state secret' }
  beforeAll(async () => {
    store = await openTestStore()
    installations = createSlackInstallations(store.db, ['a key of many letters'])
    work = await openWorkspace({ installations, publicUrl: 'https://r.example', tokens: oauth })
  })
  afterAll(async () => {
    await work.close()
    await store.close()
  })

  it('install by OAuth, answer with their own token, and are forgotten when they remove the app', async () => {
    const start = await post(work, new Request('http://127.0.0.1/slack/install'))
    expect(start.status).toBe(302)
    const to = new URL(start.headers.get('location') ?? '')
    expect(to.pathname).toBe('/oauth/v2/authorize')
    expect(to.searchParams.get('scope')).toContain('chat:write')
    const cookie = (start.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const back = new URL('http://127.0.0.1/slack/oauth_redirect')
    back.searchParams.set('code', 'a code')
    back.searchParams.set('state', to.searchParams.get('state') ?? '')
    const forged = await post(work, new Request(back))
    expect(forged.status).toBeGreaterThanOrEqual(400)
    const done = await post(work, new Request(back, { headers: { cookie } }))
    expect(done.status).toBe(200)
    expect(await installations.find('T2')).toMatchObject({ botToken: 'xoxb-second-workspace', botUserId: 'UBOT2' })

    const body = JSON.stringify({
      ...event({ type: 'app_mention', channel: 'C1', user: 'U9', text: '<@UBOT2> topics', ts: '17.1' }),
      team_id: 'T2',
      authorizations: [{ team_id: 'T2', user_id: 'UBOT2', is_bot: true }],
    })
    await post(work, signedRequest(body, secret))
    const [posted] = await work.slack.wait('chat.postMessage')
    expect(posted?.token).toBe('xoxb-second-workspace')
    expect(
      await work.platform.send(
        { platform: 'slack', workspace: 'T2', chat: 'C1', thread: '' },
        { blocks: [{ type: 'divider' }], buttons: [], lang: 'en' },
        {},
      ),
    ).toMatchObject({ outcome: 'sent' })

    await post(work, signedRequest(JSON.stringify({ ...event({ type: 'app_uninstalled' }, ofSecond) }), secret))
    await expect.poll(() => installations.find('T2')).toBeNull()
    expect(work.events).toEqual([{ kind: 'left', platform: 'slack', workspace: 'T2', reason: 'app_uninstalled' }])
    expect(
      await work.platform.send({ platform: 'slack', workspace: 'T2', chat: 'C1', thread: '' }, { blocks: [], buttons: [], lang: 'en' }, {}),
    ).toMatchObject({ gone: true })
  })

  it('of an organisation that installs the app for all are served by its one token, until it takes the app back', async () => {
    const organisation = {
      team: 'E1',
      enterprise: 'E1',
      orgWide: true,
      botToken: 'xoxb-of-all',
      botId: 'B1',
      botUserId: 'UBOT9',
      scopes: ['chat:write'],
    }
    await installations.save(organisation, now)
    const whole = {
      enterprise_id: 'E1',
      authorizations: [{ enterprise_id: 'E1', team_id: null, user_id: 'UBOT9', is_bot: true, is_enterprise_install: true }],
    }
    work.said.length = 0
    work.events.length = 0
    work.slack.calls.length = 0
    const mention = event({ type: 'app_mention', channel: 'C1', user: 'W9', text: '<@UBOT9> topics', ts: '17.1' })
    await post(work, signedRequest(JSON.stringify({ ...mention, ...whole, team_id: 'T7' }), secret))
    expect((await work.slack.wait('chat.postMessage'))[0]?.token).toBe('xoxb-of-all')
    expect(work.said).toMatchObject([{ address: { workspace: 'T7' }, person: { workspace: 'T7', user: 'W9' } }])
    // A digest names the workspace only.
    const place = { platform: 'slack', workspace: 'T7', chat: 'C1', thread: '' }
    expect(await work.platform.send(place, { blocks: [{ type: 'divider' }], buttons: [], lang: 'en' }, {})).toMatchObject({ outcome: 'sent' })
    await installations.save({ ...organisation, botToken: 'xoxb-of-all-anew' }, now)
    expect(await installations.find('T7')).toMatchObject({ botToken: 'xoxb-of-all-anew', orgWide: true })

    await post(work, signedRequest(JSON.stringify({ ...event({ type: 'app_uninstalled' }), ...whole, team_id: 'T7' }), secret))
    await expect.poll(() => work.events.length).toBe(2)
    expect(work.events.map((one) => one.kind === 'left' && one.workspace).sort()).toEqual(['E1', 'T7'])
    expect([await installations.find('E1'), await installations.find('T7')]).toEqual([null, null])
  })

  it('lose the app one by one where their organisation takes it from them', async () => {
    work.events.length = 0
    const revoked = { ...event({ type: 'team_access_revoked', team_ids: ['T7', 'T8'] }), ...ofSecond }
    await installations.save({ team: 'T2', enterprise: null, orgWide: false, botToken: 'xoxb-2', botId: 'B2', botUserId: 'UBOT2', scopes: [] }, now)
    await post(work, signedRequest(JSON.stringify(revoked), secret))
    await expect.poll(() => work.events.map((one) => one.kind === 'left' && one.workspace)).toEqual(['T7', 'T8'])
  })

  it('whose token Slack takes back end with the next digest, if Slack says so twice', async () => {
    work.events.length = 0
    await installations.save({ team: 'T2', enterprise: null, orgWide: false, botToken: 'xoxb-2', botId: 'B2', botUserId: 'UBOT2', scopes: [] }, now)
    const sendOne = () =>
      work.platform.send(
        { platform: 'slack', workspace: 'T2', chat: 'C1', thread: '' },
        { blocks: [{ type: 'divider' }], buttons: [], lang: 'en' },
        {},
      )
    work.slack.faults.set('chat.postMessage', [{ error: 'invalid_auth' }, { error: 'account_inactive' }])
    expect(await sendOne()).toEqual({ outcome: 'refused', reason: 'invalid_auth', permanent: false })
    work.slack.faults.set('auth.test', [{ error: 'account_inactive' }])
    expect(await sendOne()).toMatchObject({ outcome: 'refused', reason: 'account_inactive', permanent: true, gone: true })
    expect(work.events).toEqual([{ kind: 'left', platform: 'slack', workspace: 'T2', reason: 'account_inactive' }])
    expect(await installations.find('T2')).toBeNull()
  })

  it('are kept sealed; a new key opens what the old one sealed, and seals it anew', async () => {
    const installation = {
      team: 'T5',
      enterprise: 'E1',
      orgWide: false,
      botToken: 'xoxb-of-five',
      botId: 'B5',
      botUserId: 'U5',
      scopes: ['chat:write'],
    }
    const old = createSlackInstallations(store.db, ['the old key, long enough'])
    await old.save(installation, now)
    const sealed = async (): Promise<string> =>
      (await store.db.selectFrom('slack_installation').select('sealed').where('team', '=', 'T5').executeTakeFirstOrThrow()).sealed
    expect(await sealed()).not.toContain('five')
    const rotated = createSlackInstallations(store.db, ['the new key, long enough', 'the old key, long enough'])
    expect(await rotated.find('T5')).toEqual(installation)
    expect(await createSlackInstallations(store.db, ['the new key, long enough']).find('T5')).toEqual(installation)
    await expect(createSlackInstallations(store.db, ['another key altogether']).find('T5')).rejects.toThrow(/^READOUT_SECRET_KEY/)
    await store.db.updateTable('slack_installation').set({ team: 'T6' }).where('team', '=', 'T5').execute()
    await expect(rotated.find('T6'), 'a row moved under another workspace does not open').rejects.toThrow(/^READOUT_SECRET_KEY/)
  })
})

describe('the variables of Slack', () => {
  const none = {
    botToken: null,
    appToken: null,
    signingSecret: null,
    clientId: null,
    clientSecret: null,
    stateSecret: null,
    apiUrl: 'https://slack.com/api/',
  }
  it.each([
    [{ ...none, appToken: 'xapp-1' }, 0, 'SLACK_BOT_TOKEN'],
    [{ ...none, botToken: 'xoxb-1' }, 0, 'SLACK_APP_TOKEN'],
    [{ ...none, appToken: 'xapp-1', clientId: '1' }, 1, 'SLACK_CLIENT_SECRET'],
    [{ ...none, appToken: 'xapp-1', clientId: '1', clientSecret: '2', stateSecret: '3' }, 0, 'READOUT_SECRET_KEY'],
  ])('that do not fit together name the one that is missing', (tokens, keys, name) => expect(tokensFault(tokens, keys)).toContain(name))

  it('fit together', () => {
    expect(tokensFault({ ...none, botToken: 'xoxb-1', appToken: 'xapp-1' }, 0)).toBeNull()
    expect(tokensFault({ ...none, signingSecret: 's', clientId: '1', clientSecret: '2', stateSecret: '3' }, 1)).toBeNull()
  })

  it('may name the Web API with or without its path', () => {
    expect(['http://h:1', 'http://h:1/api', 'http://h:1/api/'].map(apiRoot)).toEqual(Array(3).fill('http://h:1/api/'))
  })

  it('a token that Slack refuses stops the start, naming it', async () => {
    const work = await openWorkspace()
    work.slack.faults.set('auth.test', [{ error: 'invalid_auth' }])
    const options = {
      installations: null,
      publicUrl: null,
      pagesUrl: null,
      topicName: () => null,
      fetch,
      now: () => now,
      onWorkspace: () => {},
      topics: () => [],
      isAdmin: async () => false,
      workspaceChangesSources: async () => false,
    }
    const platform = createSlackPlatform({
      ...options,
      chats: { chat: async () => Promise.reject(new Error('unused')) },
      handled: { first: async () => true, forget: async () => {}, dropBefore: async () => {} },
      rules: { adminsOnly: async () => false, setAdminsOnly: async () => {} },
      log: { error() {}, warn() {}, info() {}, debug() {} },
      tokens: { ...none, botToken: 'xoxb-1', signingSecret: 's', apiUrl: work.slack.url },
    })
    await expect(platform.start({ handle: async () => [], chatEvent: async () => {} })).rejects.toThrow(
      /^SLACK_BOT_TOKEN: Slack refuses it \(invalid_auth\)/,
    )
    await work.close()
  })
})
