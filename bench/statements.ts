/** A corpus's true texts → statements, scored as score.mjs does, on the stories built with and on those held out: `npm run eval:statements` (`--gold` takes a folder or a file of articles, `--all` shows every miss). */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findStatements } from '../src/articles/statements.js'
import { loadLexicon } from '../src/lexicon/load.js'
import { measuringSet } from '../tests/measuring-sets.js'

interface GoldArticle {
  id: string
  lang: string
  title: string
  dek?: string
  publishedAt: string
  paragraphs: string[]
  gold: { story: string | null; relevant: boolean; statements?: { speaker: string; side: string }[] }
}

const folder = measuringSet('eval')
const given = process.argv.indexOf('--gold')
const file = given > 0 ? (process.argv[given + 1] ?? '') : folder && join(folder, 'gold')
if (!file) {
  console.log('skipped: statements (READOUT_CORPORA does not name a folder with eval/gold)')
  process.exit(0)
}
const gold = readFileSync(file.endsWith('.jsonl') ? file : join(file, 'articles.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as GoldArticle)

// As in score.mjs: slugs are compared as sets of words.
const same: Record<string, string> = {
  armenian: 'armenia',
  azerbaijani: 'azerbaijan',
  azeri: 'azerbaijan',
  georgian: 'georgia',
  russian: 'russia',
  turkish: 'turkey',
  turkiye: 'turkey',
  iranian: 'iran',
  american: 'us',
  usa: 'us',
  french: 'france',
  mid: 'mfa',
  mia: 'interior-ministry',
  moi: 'interior-ministry',
  mod: 'defence-ministry',
  defense: 'defence',
  gazakh: 'qazakh',
  the: '',
  of: '',
  and: '',
}
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/foreign-ministry|ministry-of-foreign-affairs/, 'mfa')
    .split('-')
    .flatMap((word) => (same[word] ?? word).split('-'))
    .filter(Boolean)
    .sort()
    .join('-')
const flat = (text: string): string =>
  (
    text
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')
const heldOut = (story: string): boolean => (createHash('sha256').update(story).digest()[0] ?? 0) % 3 === 0

interface Count {
  want: number
  hit: number
  have: number
  right: number
  verbatim: number
  sides: number
}
const counts = new Map<string, Count>()
const misses: string[] = []
const showHeldOut = process.argv.includes('--held-out')
const showAll = process.argv.includes('--all')
const half = (story: string): boolean => (createHash('sha256').update(`${story}-half`).digest()[0] ?? 0) % 2 === 0
const lexicon = loadLexicon()
const started = performance.now()

for (const article of gold) {
  if (!article.gold.relevant) continue
  const held = heldOut(article.gold.story ?? '')
  const statements = findStatements(
    {
      title: article.title,
      text: [article.dek, ...article.paragraphs].filter(Boolean).join('\n\n'),
      lang: article.lang,
      published: article.publishedAt.slice(0, 10),
    },
    lexicon,
  )
  const truth = new Map((article.gold.statements ?? []).map((one) => [slug(one.speaker), one.side]))
  const whole = flat([article.title, article.dek, ...article.paragraphs].join(' '))
  for (const key of ['all', held ? 'held out' : 'built on', article.lang]) {
    const count = counts.get(key) ?? { want: 0, hit: 0, have: 0, right: 0, verbatim: 0, sides: 0 }
    counts.set(key, count)
    count.want += truth.size
    count.hit += [...truth.keys()].filter((speaker) => statements.some((one) => slug(one.speaker) === speaker)).length
    count.have += statements.length
    for (const one of statements) {
      if (truth.has(slug(one.speaker))) count.right++
      if (truth.get(slug(one.speaker)) === one.side) count.sides++
      if (whole.includes(flat(one.text))) count.verbatim++
    }
  }
  if (held && !showAll && !(showHeldOut && half(article.gold.story ?? ''))) continue
  for (const speaker of truth.keys())
    if (!statements.some((one) => slug(one.speaker) === speaker)) misses.push(`${article.id} ${article.lang} missed ${speaker}`)
  for (const one of statements)
    if (!truth.has(slug(one.speaker))) misses.push(`${article.id} ${article.lang} extra ${one.speaker}: ${one.text.slice(0, 150)}`)
}
const share = (part: number, of: number): string => (of ? (part / of).toFixed(3) : '-')
for (const [key, { want, hit, have, right, verbatim, sides }] of counts) {
  const [p, r] = [right / have, hit / want]
  console.log(
    `${key.padEnd(9)} precision ${share(right, have)}  recall ${share(hit, want)}  f1 ${((2 * p * r) / (p + r)).toFixed(3)}  verbatim ${share(verbatim, have)}  side ${share(sides, right)}  (${want} speakers, ${have} statements)`,
  )
}
console.log(`${((performance.now() - started) / gold.length).toFixed(1)} ms an article`)
if (process.argv.includes('--misses')) for (const miss of misses) console.log(miss)
