/** A name that an admin adds → found in texts at once, in what was read before, and by other processes; and taken out again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../src/config.js'
import { createLiveLexicon } from '../src/lexicon/live.js'
import { createLog } from '../src/log.js'
import { assemble, type Readout } from '../src/main.js'
import { createNaming } from '../src/naming.js'
import { createSession } from '../src/verbs/session.js'
import { keepReport } from './keep-report.js'
import { preparedFolder, silentLog } from './store/test-store.js'

const now = new Date('2024-09-01T12:00:00Z')
const text =
  'The foreign minister of Armenia, Ararat Mirzoyan, met Testa Testyan in Yerevan on Saturday.\n\nThey spoke of the peace treaty with Azerbaijan and of the border.'

describe('names that admins add', () => {
  let readout: Readout
  let other: Readout
  const say = async (words: unknown) => (await createSession(readout, {}).say('lexicon', words)) as { text: string; data: Record<string, unknown> }
  const peopleOf = async (id: number) => (await readout.commandPorts.articles.byId(id))?.people ?? []
  const keep = (page: string, readAt: Date): Promise<number> =>
    keepReport({ outlet: 'Wire', page, title: 'Minister receives a guest in Yerevan', text, publishedAt: readAt }, readout, readAt)

  beforeAll(async () => {
    const config = { ...loadConfig({}), dataDir: await preparedFolder() }
    readout = await assemble(config, { now: () => now, log: createLog('error') })
    other = await assemble(config, { now: () => now, log: createLog('error') })
  })
  afterAll(async () => {
    await other?.close()
    await readout?.close()
  })

  it('are tagged later where the store is out of reach for a moment, and nothing ends for that', async () => {
    const warned: string[] = []
    let reachable = false
    const naming = createNaming(
      {
        entries: { stamp: async () => '', list: async () => [], add: async (entry) => entry, remove: async () => true },
        live: createLiveLexicon(readout.commandPorts.lexicon),
        pipeline: readout.readingPorts,
        zones: () => (reachable ? Promise.resolve(new Map()) : Promise.reject(new Error('connection lost'))),
        log: { ...silentLog, warn: (_details, message) => void warned.push(message) },
      },
      '',
    )
    await naming.retag()
    await naming.settled()
    expect(warned).toEqual(['articles could not be tagged anew: run readout rebuild'])
    reachable = true
    await naming.retag()
    await naming.settled()
    expect(warned).toHaveLength(1)
  })

  it('tells how it is said when it was said wrongly', async () => {
    expect((await say('add')).data).toMatchObject({ added: null })
    expect((await say('list')).data).toMatchObject({ entries: [] })
    expect((await say('add Testa Testyan')).text, 'no kind').toContain('testa')
    expect((await say('add person Testa Testyan')).text, 'no language').toContain('Testa Testyan')
    expect((await say('ad person en:Testa Testyan')).data, 'no such action').toMatchObject({ added: null })
    const known = await say('add place slug:ararat-mirzoyan en:Somewhere')
    expect([known.data.added, known.text]).toEqual([null, expect.stringContaining('person')])
  })

  it('are found at once, here and in what was read in the last 30 days', async () => {
    const young = await keep('young', new Date('2024-08-31T18:00:00Z'))
    const old = await keep('old', new Date('2024-07-01T18:00:00Z'))
    expect(await peopleOf(young)).toEqual(['ararat-mirzoyan'])
    const said = await say('add person side:AM en:Testa Testyan, T. Testyan ru:Теста Тестян')
    expect(said.data).toMatchObject({ added: { slug: 'testa-testyan', kind: 'person', side: 'AM', author: 'terminal:local' }, retagged: 1 })
    await readout.naming.settled()
    expect(await peopleOf(young)).toEqual(['ararat-mirzoyan', 'testa-testyan'])
    expect(await peopleOf(old)).toEqual(['ararat-mirzoyan'])
    expect(readout.commandPorts.lexicon.displayName('testa-testyan', 'ru')).toBe('Теста Тестян')
    expect((await readout.commandPorts.audit.list(1))[0]).toMatchObject({
      action: 'lexicon add',
      by: 'terminal:local',
      detail: { slug: 'testa-testyan' },
    })
  })

  it('reach another process when it looks, and that is nothing to it when nothing was added', async () => {
    const { lexicon } = other.commandPorts
    const before = lexicon.version
    expect(lexicon.entity('testa-testyan')).toBeUndefined()
    expect(await other.naming.refresh()).toBe(true)
    expect(lexicon.entity('testa-testyan')).toBeDefined()
    expect(lexicon.version).not.toBe(before)
    expect(lexicon.version).toBe(readout.commandPorts.lexicon.version)
    expect(await other.naming.refresh()).toBe(false)
  })

  it('are listed with who added them, and taken out', async () => {
    expect((await say('list')).text).toMatch(/testa-testyan .*Теста Тестян.*terminal:local/s)
    expect((await say('export')).data).toMatchObject({ entries: [{ slug: 'testa-testyan', names: { en: ['Testa Testyan', 'T. Testyan'] } }] })
    expect((await say('remove testa-testyan')).data).toMatchObject({ removed: 'testa-testyan', retagged: 1 })
    await readout.naming.settled()
    expect(readout.commandPorts.lexicon.entity('testa-testyan')).toBeUndefined()
    expect((await say('remove testa-testyan')).data).toMatchObject({ removed: null })
  })
})
