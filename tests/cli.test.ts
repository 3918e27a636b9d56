/** The program itself, as an operator types it: exit codes, clear lines, JSON on stdout and nothing else there. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { runCommandLine } from '../src/cli.js'

interface Ended {
  code: number
  out: string
  err: string
}

let folder: string

/** In this process: what is printed is caught, the environment is the test's own. */
async function readout(words: string[], environment: Record<string, string> = {}): Promise<Ended> {
  const ended: Ended = { code: 0, out: '', err: '' }
  const caught =
    (into: 'out' | 'err') =>
    (text: string | Uint8Array): boolean => {
      ended[into] += String(text)
      return true
    }
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(caught('out'))
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(caught('err'))
  for (const [name, value] of Object.entries({ READOUT_DATA: join(folder, 'data'), ...environment })) vi.stubEnv(name, value)
  try {
    ended.code = await runCommandLine(words)
  } finally {
    vi.unstubAllEnvs()
    out.mockRestore()
    err.mockRestore()
  }
  return ended
}

describe('the command line', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'readout-cli-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('tells a newcomer what there is', async () => {
    const { code, out } = await readout(['--help'])
    expect(code).toBe(0)
    for (const verb of ['demo', 'read', 'poll', 'ask', 'digest', 'addsource', 'doctor', 'backup'])
      expect(out).toMatch(new RegExp(`^  ${verb}\\b`, 'm'))
  })

  it('says in one line what is wrong with a verb, a value, a variable', async () => {
    const verb = await readout(['frobnicate'])
    expect([verb.code, verb.err]).toEqual([2, expect.stringContaining("unknown command 'frobnicate'")])
    const instant = await readout(['ask', '--as-of', 'yesterday', 'peace'])
    expect([instant.code, instant.err]).toEqual([2, expect.stringContaining('2024-08-29T12:00:00Z')])
    const port = await readout(['sources'], { HTTP_PORT: 'eighty' })
    expect([port.code, port.err]).toEqual([1, expect.stringMatching(/HTTP_PORT: "eighty" .*0 to 65535/)])
    const nothing = await readout(['addsource', 'http://127.0.0.1:9/'])
    expect([nothing.code, nothing.out, nothing.err]).toEqual([1, '', expect.stringMatching(/^readout: Nothing readable was found at .+\n$/)])
    const file = await readout(['read', join(folder, 'nowhere.txt')])
    expect([file.code, file.err]).toEqual([1, expect.stringMatching(/nowhere\.txt: .*Expected: a file, a folder/)])
  })

  it('says on an empty store what to do next, and gives programs the same as data', async () => {
    const { code, out } = await readout(['digest'])
    expect([code, out]).toEqual([0, expect.stringMatching(/addsource[\s\S]*demo/)])
    const { out: json } = await readout(['ask', '--json', 'latest on peace treaty'])
    expect(JSON.parse(json)).toMatchObject({ found: false, reason: 'nothing-read', citations: [], stories: [] })
  })

  it('reads a pasted text, shows the article with what decided, and forgets nothing in a backup', async () => {
    const text = join(folder, 'call.txt')
    writeFileSync(
      text,
      'date 2024-08-28 Leaders speak by telephone on the peace treaty\n\nThe president of Azerbaijan, Ilham Aliyev, and the prime minister of Armenia, Nikol Pashinyan, spoke by telephone on 28 August 2024 about the text of the peace treaty.\n\nBoth sides said that the work on the remaining articles goes on.\n',
    )
    const read = await readout(['read', text, '--source', 'notes', '--json'])
    expect(JSON.parse(read.out)).toMatchObject({ new: 1, dropped: [] })
    const article = await readout(['article', 'a1', '--why', '--json'])
    expect(JSON.parse(article.out)).toMatchObject({ source: 'notes', publishedAtPrecision: 'day', topics: expect.arrayContaining(['peace-treaty']) })
    expect(JSON.parse(article.out).people.every((slug: unknown) => typeof slug === 'string')).toBe(true)
    expect(JSON.parse(article.out)).toMatchObject({ tags: { relevance: [{ given: true }] }, placed: { threshold: expect.any(Number) } })
    const told = await readout(['story', 's1', '--why'])
    expect(told.out).toMatch(/^s1 [\s\S]*a1 Leaders speak by telephone[\s\S]*topic peace-treaty: given, \d+ of 100 [\s\S]*for it: .+ \+\d/)
    const story = await readout(['story', 's1', '--why', '--json'])
    expect(JSON.parse(story.out)).toMatchObject({ id: 's1', why: [{ article: 1, placed: { meanInStory: null } }] })
    const added = await readout(['lexicon', 'add', '--kind', 'person', '--name-in', 'en:Testa Testyan', '--json'])
    expect(JSON.parse(added.out)).toMatchObject({ added: { slug: 'testa-testyan' }, retagged: 1 })
    expect(JSON.parse((await readout(['lexicon', 'export'])).out)).toMatchObject({ slug: 'testa-testyan' })
    expect((await readout(['lexicon', 'add'])).code).toBe(2)
    const exported = await readout(['export', 'articles'])
    const backup = join(folder, 'all.backup')
    expect((await readout(['backup', backup])).code).toBe(0)
    expect((await readout(['restore', backup])).err).toMatch(/restore .*all\.backup/)
    const elsewhere = { READOUT_DATA: join(folder, 'elsewhere') }
    expect((await readout(['restore', backup], elsewhere)).code).toBe(0)
    expect((await readout(['export', 'articles'], elsewhere)).out).toBe(exported.out)
  })

  it('tells in doctor how long articles are kept, and which were tagged by older rules', async () => {
    const findings = async (environment: Record<string, string>) =>
      JSON.parse((await readout(['doctor', '--json'], environment)).out) as { about: string; ok: boolean; says: string; remedy: string | null }[]
    const kept = await findings({ READOUT_KEEP_DAYS: '400' })
    expect(kept.find(({ about }) => about === 'keeping')).toMatchObject({ ok: true, says: expect.stringMatching(/400 days .*READOUT_KEEP_DAYS/) })
    expect(kept.find(({ about }) => about === 'rules')).toMatchObject({ ok: true, remedy: null })
  })

  it('refuses what is no page, and keeps nothing of it', async () => {
    const empty = join(folder, 'empty.html')
    const binary = join(folder, 'binary.html')
    writeFileSync(empty, '')
    writeFileSync(binary, Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 37) % 256)))
    const read = await readout(['read', empty, binary])
    expect(read.code).toBe(1)
    expect(read.err).toMatch(/empty\.html/)
    expect(read.err).toMatch(/binary\.html/)
  })
}, 120_000)
