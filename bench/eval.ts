/** The gold corpus (READOUT_CORPORA) → read by the real program over loopback, asked its questions, scored: `npm run eval`. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageFile } from '../src/package-files.js'
import { measuringSet } from '../tests/measuring-sets.js'
import { type Quoted, sideShares } from './side-shares.js'

interface Site {
  id: string
  country: string
  tz: string
}

const found = measuringSet('eval')
if (!found) {
  console.log('skipped: eval (READOUT_CORPORA does not name a folder with eval/gold)')
  process.exit(0)
}
const evalFolder: string = found
const gold = process.argv.includes('--gold') ? (process.argv[process.argv.indexOf('--gold') + 1] ?? '') : join(evalFolder, 'gold')
const work = mkdtempSync(join(tmpdir(), 'readout-eval-'))
const keep = process.argv.includes('--keep')
const launch = packageFile('dist/src/launch.js')

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function readout(words: string[], outFile?: string): void {
  const stdout = outFile ? openSync(join(work, outFile), 'w') : 'inherit'
  const run = spawnSync(process.execPath, [launch, ...words], {
    stdio: ['ignore', stdout, 'inherit'],
    env: { ...process.env, READOUT_ALLOW_HOSTS: '127.0.0.1', READOUT_DATA: join(work, 'data'), READOUT_LOG_LEVEL: 'error' },
  })
  if (run.status !== 0) throw new Error(`readout ${words.join(' ')}: exit ${run.status}, expected 0`)
}

async function waitFor(url: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    try {
      await fetch(url)
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  throw new Error(`${url}: no answer after 5 s, expected the gold server`)
}

/** Country of each outlet, by the site's name in the addresses of exported stories. */
function quotedFirst(file: string): Quoted[] {
  const sites = new Map((JSON.parse(readFileSync(join(gold, 'sites.json'), 'utf8')) as Site[]).map((site) => [site.id, site.country]))
  const country = (url: string | null | undefined): string | null => (url ? (sites.get(new URL(url).pathname.split('/')[1] ?? '') ?? null) : null)
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { articles: string[]; titleSource: string | null; summary: { citations: string[] }[] })
    .map((story) => ({
      countries: story.articles.flatMap((url) => country(url) ?? []),
      headline: country(story.titleSource),
      first: country(story.summary[0]?.citations[0]),
    }))
}

async function main(): Promise<void> {
  const port = await freePort()
  const server: ChildProcess = spawn(process.execPath, [join(gold, 'serve.mjs'), '--port', String(port)], { stdio: 'ignore' })
  try {
    await waitFor(`http://127.0.0.1:${port}/`)
    const sites = JSON.parse(readFileSync(join(gold, 'sites.json'), 'utf8')) as Site[]
    if (process.argv.includes('--reverse')) sites.reverse()
    const started = Date.now()
    for (const site of sites)
      readout(['addsource', `http://127.0.0.1:${port}/${site.id}/`, '--yes', '--country', site.country, '--zone', site.tz], 'add.txt')
    readout(['poll', '--all'], 'poll.txt')
    readout(['export', 'articles'], 'articles.jsonl')
    readout(['export', 'stories'], 'stories.jsonl')
    readout(['ask', '--file', join(gold, 'queries.json'), '--json'], 'answers.jsonl')
    console.log(`read and asked in ${((Date.now() - started) / 1000).toFixed(1)} s; files in ${keep ? work : '(removed; --keep keeps them)'}`)
  } finally {
    server.kill()
  }
  const rest = process.argv.slice(2).filter((word) => word !== '--keep' && word !== '--reverse')
  const score = [
    join(evalFolder, 'score.mjs'),
    '--gold',
    gold,
    '--articles',
    'articles.jsonl',
    '--stories',
    'stories.jsonl',
    '--answers',
    'answers.jsonl',
    ...rest,
  ]
  spawnSync(process.execPath, score, { cwd: work, stdio: 'inherit' })
  if (!rest.includes('--json') && !rest.includes('--misses')) console.log(sideShares(quotedFirst(join(work, 'stories.jsonl'))))
  if (!keep) rmSync(work, { recursive: true, force: true })
}

await main()
