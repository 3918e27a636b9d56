import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answered, openSampleSite, type Site } from './site.js'

const password = 'correct horse battery'
let site: Site
const others: Site[] = []
beforeAll(async () => {
  site = await openSampleSite({ password, secretKeys: ['a key of enough letters'] }, { read: false })
})
afterAll(async () => {
  for (const other of others) await other.close()
  await site?.close()
})

const wordsOf = (body: string): string =>
  (/<main[^>]*>([\s\S]*)<\/main>/.exec(body)?.[1] ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const cookieOf = ({ headers }: Answered): string => String(headers['set-cookie']?.[0] ?? '').split(';')[0] ?? ''
const tokenOf = ({ body }: Answered): string => /name="token" value="([^"]+)"/.exec(body)?.[1] ?? ''

async function open(more: Parameters<Site['open']>[0] = {}): Promise<Site> {
  const at = await site.open(more)
  others.push(at)
  return at
}

async function signIn(at: Site, given = password): Promise<Answered> {
  return at.post('/admin/login', { password: given }, { origin: at.root })
}

/** Signed in, with what every form of this session carries. Pages of their own: sign-ins of one process are counted together. */
async function admin(): Promise<{ cookie: string; token: string; say(words: string): Promise<Answered> }> {
  const at = await open()
  const cookie = cookieOf(await signIn(at))
  const token = tokenOf(await at.get('/admin', { cookie }))
  return { cookie, token, say: (words) => at.post('/admin/run', { token, words }, { cookie, origin: at.root }) }
}

describe('signing in', () => {
  it('takes the password and gives a session that no script and no other site can use', async () => {
    const signedIn = await signIn(site)
    expect([signedIn.status, signedIn.headers.location]).toEqual([303, '/admin'])
    expect(signedIn.headers['set-cookie']?.[0]).toMatch(/^readout=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/)
    const { status, body } = await site.get('/admin', { cookie: cookieOf(signedIn) })
    expect([status, wordsOf(body)]).toEqual([200, expect.stringContaining('Sign out')])
  })
  it('is for https only where the public address is https', async () => {
    const outside = await open({ publicUrl: 'https://readout.example' })
    const signedIn = await outside.post('/admin/login', { password }, { origin: 'https://readout.example', host: 'readout.example' })
    expect(signedIn.headers['set-cookie']?.[0]).toMatch(/^__Host-readout=.*; Secure/)
  })
  it('tells what to set where nothing is', async () => {
    const bare = await open({ password: null, secretKeys: [] })
    const words = wordsOf((await bare.get('/admin')).body)
    expect(words).toContain('READOUT_WEB_PASSWORD')
    expect(words).toContain('READOUT_SECRET_KEY')
    expect((await signIn(bare, '')).status).toBe(403)
  })
  it('slows whoever guesses', async () => {
    const other = await open()
    const began = performance.now()
    const tried = await Promise.all(Array.from({ length: 6 }, (_, index) => signIn(other, `guess number ${index}`)))
    expect(tried.map(({ status }) => status).sort()).toEqual([403, 403, 403, 403, 403, 429])
    expect(performance.now() - began).toBeGreaterThan(300)
    // The right one has to wait as well: else an answer would tell that it is right.
    expect((await signIn(other)).status).toBe(429)
  })
  it('takes a one-time link once, and only when its button is pressed', async () => {
    const other = await open()
    const code = await site.readout.commandPorts.links.make('login', site.readout.now())
    expect((await other.get(`/admin/enter?code=${code}`)).body).toContain(`value="${code}"`)
    const enter = () => other.post('/admin/enter', { code }, { origin: other.root })
    const first = await enter()
    expect([first.status, (await other.get('/admin', { cookie: cookieOf(first) })).body.includes('Sign out')]).toEqual([303, true])
    expect([(await enter()).status, wordsOf((await enter()).body)]).toEqual([403, expect.stringContaining('not good')])
    const owner = await site.readout.commandPorts.links.make('own', site.readout.now())
    expect((await other.post('/admin/enter', { code: owner }, { origin: other.root })).status).toBe(403)
  })
  it('ends with the session: by leaving, by another password, by another key', async () => {
    const { cookie, token } = await admin()
    const isIn = async (at: Site, given = cookie) => (await at.get('/admin', { cookie: given })).body.includes('Sign out')
    expect(await isIn(site)).toBe(true)
    expect(await isIn(await open({ password: 'another password' }))).toBe(false)
    expect(await isIn(await open({ secretKeys: ['another key of enough letters'] }))).toBe(false)
    expect(await isIn(await open({ secretKeys: ['another key of enough letters', 'a key of enough letters'] }))).toBe(true)
    expect(await isIn(site, cookie.replace(/=\d/, '=9'))).toBe(false)
    await site.post('/admin/leave', { token }, { cookie, origin: site.root })
    expect(await isIn(site)).toBe(false)
  })
})

describe('the admin pages', () => {
  it('take no form from elsewhere, and none without the session’s token', async () => {
    const { cookie, token } = await admin()
    const pause = (given: Record<string, string>, headers: Record<string, string>) =>
      site.post('/admin/run', { command: 'pausesource', argument: '1', ...given }, headers)
    expect((await pause({ token }, { cookie, origin: 'https://evil.example' })).status).toBe(403)
    expect((await pause({ token }, { cookie })).status).toBe(403)
    expect((await pause({}, { cookie, origin: site.root })).status).toBe(403)
    expect((await pause({ token }, { origin: site.root })).status).toBe(403)
    expect((await site.readout.commandPorts.sources.byId(1))?.state).toBe('active')
  })
  it('pause, resume and remove a source, and keep who did it', async () => {
    const { cookie, token, say } = await admin()
    const run = (command: string, argument: string) => site.post('/admin/run', { token, command, argument }, { cookie, origin: site.root })
    const { sources, audit } = site.readout.commandPorts
    expect(wordsOf((await run('pausesource', '2')).body)).toContain('Paused')
    expect((await sources.byId(2))?.state).toBe('paused')
    expect((await site.get('/admin', { cookie })).body).toContain('value="resumesource"')
    await run('resumesource', '2')
    expect((await sources.byId(2))?.state).toBe('active')
    await run('removesource', '2')
    expect((await sources.list()).some(({ id }) => id === 2)).toBe(false)
    const kept = (await audit.list(20)).filter(({ by, action }) => by === 'web:admin' && action.endsWith('source'))
    expect(kept.map(({ action }) => action)).toEqual(['removesource', 'resumesource', 'pausesource'])
    expect(wordsOf((await site.get('/admin/audit', { cookie })).body)).toContain('web:admin · removesource')
    expect(wordsOf((await say('hide s99999')).body)).toContain('s99999')
  })
  it('show what is at a link, with samples, before it is added', async () => {
    const { cookie, token } = await admin()
    const { sources } = site.readout.commandPorts
    const [source] = await sources.list()
    await sources.remove(source?.id ?? 0)
    const run = (argument: string) => site.post('/admin/run', { token, command: 'addsource', argument }, { cookie, origin: site.root })
    const { body } = await run(source?.home ?? '')
    expect(wordsOf(body)).toMatch(/Found feed “[^”]+”.*2025-0\d-\d\d/)
    expect((await sources.list()).some(({ home }) => home === source?.home)).toBe(false)
    const [add = ''] = [...body.matchAll(/name="argument" value="([^"]* yes[^"]*)"/g)].map((found) => found[1] ?? '')
    expect(wordsOf((await run(add)).body)).toContain('Added: ')
    expect((await sources.list()).some(({ home }) => home === source?.home)).toBe(true)
  })
  it('run no command that needs a chat to send to', async () => {
    const { say } = await admin()
    expect(wordsOf((await say('subscribe 8:30')).body)).toContain('needs a page of your own, or a chat in Telegram or Slack')
    expect((await site.readout.commandPorts.subscriptions.counts()).subscriptions).toBe(0)
    expect(wordsOf((await say('no-such-thing')).body)).toContain('no such command')
  })
  it('show the outbox', async () => {
    const { cookie } = await admin()
    expect(wordsOf((await site.get('/admin/outbox', { cookie })).body)).toContain('Outbox: 0 planned')
  })
})
