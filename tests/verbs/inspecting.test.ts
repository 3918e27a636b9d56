/** Inputs of `readout inspect`, good and bad → a line for each good one, a clear line for each bad one, and the rest goes on. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { inspect } from '../../src/verbs/inspecting.js'

let folder: string
let out: string
let err: string
const file = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const lines = (): Record<string, unknown>[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'readout-inspect-'))
  out = ''
  err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text)
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

describe('inspect', () => {
  const page =
    '<html><body><article><h1>Ministers meet in Almaty</h1><p>The ministers met in Almaty on Friday and agreed to meet again.</p></article></body></html>'

  it('reads the pages that can be read, names those that cannot, and ends with 1', async () => {
    const good = file('good.html', page)
    const zipped = file('good.html.gz', gzipSync(page))
    const broken = file('broken.html.gz', 'not gzip')
    const missing = join(folder, 'missing.html')
    expect(await inspect('page', [missing, broken, good, zipped])).toBe(1)
    expect(lines().map((line) => line.file)).toEqual([good, zipped])
    const told = err.trim().split('\n')
    expect(told).toEqual([expect.stringContaining(missing), expect.stringContaining(broken)])
  })

  it('gives a line for every line of text, and 0', async () => {
    expect(await inspect('language', [file('lines.txt', 'The ministers met in Almaty.\n\nМинистры встретились в Алматы.\n')])).toBe(0)
    expect(lines().map((line) => line.lang)).toEqual(['en', 'und', 'ru'])
  })

  it('names file and line of a pair that is none', async () => {
    const pair = { id: 'p1', first: { title: 'A', text: 'Ministers met.' }, second: { title: 'B', text: 'Ministers met.' } }
    const path = file('pairs.jsonl', `${JSON.stringify(pair)}\nnot json\n\n{"id":"p2"}\n${JSON.stringify({ ...pair, id: 'p3' })}\n`)
    expect(await inspect('pairs', [path, join(folder, 'missing.jsonl')])).toBe(1)
    expect(lines().map((line) => line.id)).toEqual(['p1', 'p3'])
    expect(err.trim().split('\n')).toEqual([
      expect.stringContaining(`${path}, line 2`),
      expect.stringContaining(`${path}, line 4`),
      expect.stringContaining('missing.jsonl'),
    ])
  })
})
