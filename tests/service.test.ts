import { beforeAll, describe, expect, it } from 'vitest'
import type { CommandPorts } from '../src/commands/command.js'
import { createHandle, type HandleOptions } from '../src/handle.js'
import { loadLexicon } from '../src/lexicon/load.js'
import { messageText } from '../src/messages/spans.js'
import type { Handle, Platform, PlatformHooks, Utterance } from '../src/platform.js'
import { type ServiceOptions, startService } from '../src/service.js'
import type { Store } from '../src/store/open.js'
import { createFakePlatform } from './digests/fake-platform.js'
import { until } from './digests/world.js'
import { openTestStore, silentLog } from './store/test-store.js'

const lexicon = loadLexicon()
let store: Store
let ports: CommandPorts
beforeAll(async () => {
  store = await openTestStore()
  ports = {
    ...store,
    lexicon,
    sample: false,
    web: { publicUrl: null, loginLink: (code: string) => `http://127.0.0.1:8080/admin/enter?code=${code}`, inviteLink: () => null },
    showEdition: async () => [],
    pauseSending: (paused: boolean) => store.settings.set('sending-paused', paused, new Date()),
    isSendingPaused: async () => (await store.settings.get('sending-paused')) === true,
  } as unknown as CommandPorts
})

let said = 0
function utterance(words: string, user: string, more: Partial<Utterance> = {}): Utterance {
  const [command = '', ...rest] = words.split(' ')
  return {
    address: { platform: 'telegram', workspace: '', chat: user, thread: '' },
    kind: 'private',
    title: null,
    person: { platform: 'telegram', workspace: '', user },
    command,
    argument: rest.join(' '),
    languageHint: 'en',
    zoneHint: null,
    chatAdmin: true,
    idempotencyKey: `u${++said}`,
    ...more,
  }
}

function handleOf(more: Partial<HandleOptions> = {}): (words: string, user: string, utter?: Partial<Utterance>) => Promise<string> {
  const handle: Handle = createHandle({
    ports,
    handled: store.handled,
    access: 'open',
    owners: [],
    zone: 'UTC',
    now: () => new Date('2024-08-19T12:00:00Z'),
    log: silentLog,
    ...more,
  })
  return async (words, user, utter) => (await handle(utterance(words, user, utter))).map(messageText).join('\n')
}

describe('an utterance', () => {
  it('is answered once, however often it is delivered', async () => {
    const say = handleOf()
    expect(await say('settings', '1', { idempotencyKey: 'same' })).toContain('Language: English')
    expect(await say('settings', '1', { idempotencyKey: 'same' })).toBe('')
  })
  it('reads a subscription back with its next two times', async () => {
    const text = await handleOf()('subscribe 8:30 Asia/Yerevan weekdays peace treaty, border read: hy, ru, en', '2')
    expect(text).toContain('on weekdays at 08:30 (Asia/Yerevan)')
    expect(text).toContain('read in this order: Armenian, Russian, English')
    expect(text).toMatch(/Next: Tuesday,? 20 August at 08:30; Wednesday,? 21 August at 08:30/)
    expect(await handleOf()('unsubscribe', '2')).toBe('The subscription has ended.')
  })
  it('says what it did not understand and that it guessed the zone', async () => {
    const text = await handleOf()('subscribe 9 blorp', '3')
    expect(text).toContain('Not understood: “blorp”')
    expect(text).toContain('The time zone is a guess (UTC)')
  })
  it('that changes what a group gets is told in the audit; what a person chooses for himself is not', async () => {
    const say = handleOf()
    const before = (await store.audit.list(1))[0]?.id ?? 0
    await say('subscribe 7:30', '41', { kind: 'group', chatAdmin: true })
    await say('unsubscribe', '41', { kind: 'group', chatAdmin: true })
    await say('subscribe 7:30', '42')
    const since = (await store.audit.list(9)).filter((entry) => entry.id > before).reverse()
    expect(since.map(({ by, action, detail }) => [by, action, (detail as { chat: string }).chat])).toEqual([
      ['telegram:41', 'subscribe', 'telegram:41'],
      ['telegram:41', 'unsubscribe', 'telegram:41'],
    ])
  })
  it('may change a group only from those who manage it', async () => {
    const say = handleOf()
    expect(await say('subscribe 9', '4', { kind: 'group', chatAdmin: false })).toContain('for those who manage this chat')
    expect(await say('subscribe 9', '4', { kind: 'group', chatAdmin: true })).toContain('You are subscribed')
  })
  it('of a workspace admin changes the sources only where the owner lets his workspace', async () => {
    const say = handleOf({ owners: ['slack:T1/UOWN'] })
    const of = (workspace: string, user: string, workspaceAdmin: boolean): Partial<Utterance> => ({
      address: { platform: 'slack', workspace, chat: 'C1', thread: '' },
      kind: 'group',
      person: { platform: 'slack', workspace, user },
      workspaceAdmin,
    })
    const boss = of('T1', 'UBOSS', true)
    expect(await say('pausesource 999', '', boss)).toContain('for admins of this bot')
    expect(await say('promote workspace', '', boss)).toContain('for admins of this bot')
    expect(await say('promote workspace', '', of('T1', 'UOWN', false))).toContain('may change the sources now')
    expect(await say('pausesource 999', '', boss)).not.toContain('for admins of this bot')
    for (const [words, who] of [
      ['pausesource 999', of('T1', 'UANN', false)],
      ['pausesource 999', of('T2', 'UBOSS', true)],
      ['audit', boss],
      ['promote UANN', boss],
    ] as const)
      expect(await say(words, '', who), words).toContain('for admins of this bot')
    expect(await say('demote workspace', '', of('T1', 'UOWN', false))).toContain('not change the sources any more')
    expect(await say('pausesource 999', '', boss)).toContain('for admins of this bot')
    expect((await store.audit.list(2)).map(({ action, detail }) => [action, detail])).toEqual([
      ['demote', { workspace: 'slack:T1', sources: false }],
      ['promote', { workspace: 'slack:T1', sources: true }],
    ])
  })
  it('makes an owner of whoever opens the one-time link, once; changes of roles are audited', async () => {
    const say = handleOf()
    const code = await store.links.make('own', new Date('2024-08-19T11:30:00Z'))
    expect(await say(`start own_${code}`, '10')).toContain('You are the owner')
    expect(await say(`start own_${code}`, '11')).toContain('This link is not valid')
    expect(await say('promote 12', '10')).toContain('telegram:12 is an admin now')
    expect(await say('promote 13', '12')).toContain('for admins of this bot')
    expect(await say('demote 10', '10')).toContain('last owner')
    expect((await store.audit.list(2)).map((entry) => entry.action)).toEqual(['promote', 'own'])
    const old = await store.links.make('own', new Date('2024-08-19T10:59:00Z'))
    expect(await say(`own ${old}`, '14')).toContain('This link is not valid')
  })
  it('gives the owner alone a link to the admin pages, in private', async () => {
    const say = handleOf({ owners: ['telegram:15'] })
    const text = await say('weblogin', '15')
    const code = /code=([\w-]{22})$/.exec(text)?.[1] ?? ''
    expect(await store.links.use('login', code, 'web:admin', new Date('2024-08-19T12:10:00Z'))).toBe(true)
    expect(await say('weblogin', '15', { kind: 'group', address: { platform: 'telegram', workspace: '', chat: '-15', thread: '' } })).toContain(
      'in private',
    )
    expect(await say('weblogin', '16')).toContain('for admins of this bot')
  })
  it('is refused where only invited chats may use the bot, until an invitation is used', async () => {
    const say = handleOf({ access: 'invite', owners: ['telegram:20'] })
    expect(await say('settings', '21')).toContain('for invited chats only')
    const code = /inv_[\w-]+/.exec(await say('invite', '20'))?.[0] ?? ''
    expect(await say(`settings ${code}`, '21')).toContain('for invited chats only')
    await handleOf({ access: 'invite' })(`start ${code}`, '21')
    expect(await say('settings', '21')).toContain('Language: English')
    expect(await say('settings', '22')).toContain('for invited chats only')
  })
  it('tells admins that sending is paused', async () => {
    const say = handleOf({ owners: ['telegram:40'] })
    await say('pausesending', '40')
    expect(await say('outbox', '40')).toMatch(/^Sending is paused\.\nOutbox: 0 planned/)
    await say('resumesending', '40')
    expect(await say('outbox', '40')).not.toContain('paused')
  })
  it('forgets a person and his chat', async () => {
    const say = handleOf()
    await say('subscribe 9', '30')
    await say('follow border', '30')
    expect(await say('forget me', '30')).toContain('Forgotten: 1 subscriptions, 1 followed topics')
    expect(await store.db.selectFrom('chat').select('id').where('chat', '=', '30').execute()).toEqual([])
    expect(await store.db.selectFrom('person').select('id').where('user_id', '=', '30').execute()).toEqual([])
  })
})

function serviceOptions(platforms: Platform[], more: Partial<ServiceOptions> = {}): ServiceOptions {
  return {
    ...store,
    platforms,
    commandPorts: ports,
    editionPorts: { archive: store.archive, articles: store.articles, stories: store.stories, sources: store.sources, lexicon },
    isPaused: async () => false,
    poll: async () => {},
    checkDatabase: async () => null,
    lastGoodPoll: async () => null,
    languageModelCounts: null,
    access: 'open',
    owners: ['telegram:1'],
    zone: 'UTC',
    http: { host: '127.0.0.1', port: 0, publicUrl: null, password: null },
    secretKeys: [],
    heartbeat: null,
    owner: 'test',
    isShared: false,
    now: () => new Date(),
    log: silentLog,
    tell: () => {},
    ...more,
  }
}

describe('the service', () => {
  it('tells the owner link as soon as a platform knows its own name, with a code that works', async () => {
    let name: string | null = null
    const platform: Platform = { ...createFakePlatform(), startLink: (payload) => name && `https://t.me/${name}?start=${payload}` }
    const told: string[] = []
    const people = { ...store.people, hasOwner: async () => false }
    const tell = (text: string): void => void told.push(text)
    const service = await startService(serviceOptions([platform], { owners: [], commandPorts: { ...ports, people }, tell }))
    const links = (): string[] => told.filter((text) => text.includes('No owner yet'))
    expect(links()).toEqual([])
    name = 'late_bot'
    await until('told', async () => links().length > 0)
    expect(links()).toEqual([expect.stringMatching(/https:\/\/t\.me\/late_bot\?start=own_[\w-]{16,}$/)])
    const code = /own_([\w-]+)/.exec(links()[0] ?? '')?.[1] ?? ''
    expect(await store.links.use('own', code, 'telegram:9', new Date())).toBe(true)
    await service.stop()
  })
  it('tells a reader at once, whatever he asks, that a digest may be missing', async () => {
    const hooks: PlatformHooks[] = []
    const platform = { ...createFakePlatform(), start: async (given: PlatformHooks) => void hooks.push(given) }
    const service = await startService(serviceOptions([platform]))
    await hooks[0]?.handle(utterance('subscribe 8:30 UTC', '60'))
    const { id, chat_id } = await store.db
      .selectFrom('subscription')
      .innerJoin('chat', 'chat.id', 'subscription.chat_id')
      .select(['subscription.id', 'chat_id'])
      .where('chat', '=', '60')
      .executeTakeFirstOrThrow()
    const at = new Date('2024-08-19T08:30:00Z')
    const edition = await store.db
      .insertInto('edition')
      .values({ subscription_id: id, slot: at, chat_id, state: 'planned', made_at: at })
      .returning('id')
      .executeTakeFirstOrThrow()
    await store.db
      .insertInto('delivery')
      .values({
        idempotency_key: 'lost',
        platform: 'telegram',
        sender: 'telegram:1',
        chat_id,
        edition_id: edition.id,
        kind: 'edition',
        message: '{}',
        state: 'unknown',
        not_before: at,
        made_at: at,
        closed_at: at,
      })
      .execute()
    const said = async () => (await hooks[0]?.handle(utterance('settings', '60'))) ?? []
    const [first] = await said()
    expect(first && messageText(first)).toMatch(/^The 8:30 digest may be missing: whether it arrived is not known\.\nLanguage/)
    expect(first?.buttons[0]).toMatchObject([{ command: 'digest', argument: `edition ${edition.id}` }])
    expect((await said()).map(messageText).join()).not.toContain('may be missing')
    await service.stop()
  })
  it('listens, sends what falls due, answers health, and stops within ten seconds', async () => {
    const hooks: PlatformHooks[] = []
    const platform = { ...createFakePlatform(), start: async (given: PlatformHooks) => void hooks.push(given) }
    const service = await startService(serviceOptions([platform]))
    expect(hooks).toHaveLength(1)
    const health = await fetch(`http://127.0.0.1:${service.port}/readyz`)
    expect([health.status, await health.json()]).toEqual([200, { ok: true, database: 'ok', 'last poll': 'ok', telegram: 'ok' }])
    const minute = new Date(Date.now() + 60_000)
    await hooks[0]?.handle(utterance('subscribe 9', '50'))
    await store.db
      .updateTable('subscription')
      .set({ next_at: new Date(minute.getTime() - 60_000) })
      .where('next_at', '>', minute)
      .execute()
    await until('the digest arrives', () => platform.arrived.length > 0, 15_000)
    const began = performance.now()
    await service.stop()
    expect(performance.now() - began).toBeLessThan(10_000)
  })
  it('refuses a request that names another host', async () => {
    const service = await startService(serviceOptions([createFakePlatform()]))
    const { request } = await import('node:http')
    const status = await new Promise((settle) => {
      request({ port: service.port, host: '127.0.0.1', path: '/healthz', headers: { host: 'evil.example' } }, (response) =>
        settle(response.statusCode),
      ).end()
    })
    expect(status).toBe(421)
    await service.stop()
  })
  it('opens the admin pages by a link of one use, told to the terminal, where no password does', async () => {
    const told: string[] = []
    const tell = (text: string): void => void told.push(text)
    const service = await startService(serviceOptions([createFakePlatform()], { tell }))
    const link = told.map((text) => /https?:\/\/\S+\/admin\/enter\?code=[\w-]{22}$/.exec(text)?.[0]).find(Boolean) ?? ''
    expect(new URL(link).port).toBe(String(service.port))
    expect(await (await fetch(link)).text()).toContain(new URL(link).searchParams.get('code'))
    await service.stop()
    told.length = 0
    const http = { host: '127.0.0.1', port: 0, publicUrl: null, password: 'a long password' }
    await (await startService(serviceOptions([createFakePlatform()], { tell, http }))).stop()
    expect(told.join()).not.toContain('/admin')
  })
  it('says what to set where no chat platform is configured, and runs', async () => {
    const warnings: string[] = []
    const service = await startService(serviceOptions([], { log: { ...silentLog, warn: (_details, message) => void warnings.push(message) } }))
    expect(warnings.join()).toContain('set TELEGRAM_BOT_TOKEN')
    await service.stop()
  })
  it('that cannot be started to the end leaves nothing running', async () => {
    let stops = 0
    const platform: Platform = { ...createFakePlatform(), stop: async () => void stops++ }
    const links: CommandPorts['links'] = { ...ports.links, make: () => Promise.reject(new Error('no database')) }
    await expect(startService(serviceOptions([platform], { commandPorts: { ...ports, links } }))).rejects.toThrow('no database')
    expect(stops).toBe(1)
  })
  it('does not start with a platform that cannot be used', async () => {
    const broken: Platform = {
      ...createFakePlatform(),
      start: async () => {
        throw new Error('TELEGRAM_BOT_TOKEN: refused')
      },
    }
    await expect(startService(serviceOptions([broken]))).rejects.toThrow('TELEGRAM_BOT_TOKEN: refused')
  })
})
