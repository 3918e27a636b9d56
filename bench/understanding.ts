/** The gold corpus's true texts → tagged in process → score.mjs's rows for the tags, for the stories built with and those held out: `npm run eval:understanding`. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { understand } from '../src/articles/understand.js'
import { loadLexicon } from '../src/lexicon/load.js'
import { measuringSet } from '../tests/measuring-sets.js'
import { goldFolder, isHeldOut, type LabelledArticle, readCorpus } from './corpus.js'
import { readArticleOf } from './corpus-articles.js'

const { values: options } = parseArgs({
  options: { gold: { type: 'string' }, part: { type: 'string' }, misses: { type: 'string' }, lang: { type: 'string' }, rows: { type: 'string' } },
})
const rows = (options.rows ?? 'relevance,topics,countries,people,orgs,places,event,eventDate,statements').split(',')

const found = measuringSet('eval')
if (!found) {
  console.log('skipped: eval:understanding (READOUT_CORPORA does not name a folder with eval/gold)')
  process.exit(0)
}
const evalFolder: string = found
const { articles: gold, sites } = readCorpus(options.gold ?? goldFolder() ?? '')
const zones = new Map(sites.map(({ id, zone }) => [id, zone]))

const parts: Record<string, (article: LabelledArticle) => boolean> = {
  built: (article) => !isHeldOut(article),
  'held-out': isHeldOut,
  whole: () => true,
}

const lexiconStart = performance.now()
const lexicon = loadLexicon()
lexicon.mentions('', 'en')
const lexiconMs = performance.now() - lexiconStart

let tagMs = 0
const understood = gold.map((article) => {
  const read = readArticleOf(article, 1)
  const start = performance.now()
  const understanding = understand(read, zones.get(article.site) ?? null, lexicon)
  tagMs += performance.now() - start
  return { article, line: JSON.stringify({ ...read, ...understanding, orgs: understanding.organisations, fingerprint: [] }) }
})

const work = mkdtempSync(join(tmpdir(), 'readout-understanding-'))
try {
  for (const part of options.part ? [options.part] : Object.keys(parts)) {
    const belongs = parts[part]
    if (!belongs) throw new Error(`--part ${part}: expected one of ${Object.keys(parts).join(', ')}`)
    const chosen = understood.filter(({ article }) => belongs(article) && (!options.lang || article.lang === options.lang))
    const folder = join(work, part)
    mkdirSync(folder)
    writeFileSync(join(folder, 'articles.jsonl'), chosen.map(({ article }) => JSON.stringify(article)).join('\n'))
    writeFileSync(join(folder, 'guess.jsonl'), chosen.map(({ line }) => line).join('\n'))
    writeFileSync(join(folder, 'stories.jsonl'), '')
    const score = [
      join(evalFolder, 'score.mjs'),
      '--gold',
      folder,
      '--articles',
      join(folder, 'guess.jsonl'),
      '--stories',
      join(folder, 'stories.jsonl'),
    ]
    const run = spawnSync(process.execPath, [...score, ...(options.misses ? ['--misses', options.misses] : ['--json'])], { encoding: 'utf8' })
    if (run.status !== 0) throw new Error(`score.mjs: exit ${run.status}, expected 0: ${run.stderr}`)
    console.log(`# ${part}: ${chosen.length} articles, ${new Set(chosen.map(({ article }) => article.gold.story)).size} stories`)
    if (options.misses) console.log(run.stdout.trim())
    else
      for (const [name, value] of Object.entries(JSON.parse(run.stdout) as Record<string, unknown>))
        if (rows.includes(name)) console.log(name.padEnd(12), shown(value))
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
console.log(`lexicon ${lexiconMs.toFixed(0)} ms, ${(tagMs / gold.length).toFixed(1)} ms an article`)

function shown(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.entries(value)
    .map(([key, number]) => `${key} ${number}`)
    .join('  ')
}
