/** The gold questions (READOUT_CORPORA) → asked of the gold articles in memory, scored by the corpus's own scorer: `npm run eval:answers`. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerJson } from '../src/answers/answer-json.js'
import { answerQuestion } from '../src/answers/answer-question.js'
import { parseQuestion } from '../src/answers/parse-question.js'
import type { Language } from '../src/lexicon/lexicon.js'
import { loadLexicon } from '../src/lexicon/load.js'
import { answerMessage } from '../src/messages/answer-message.js'
import { messageText } from '../src/messages/spans.js'
import { labelText } from '../src/messages/story-message.js'
import { words } from '../src/messages/words.js'
import { measuringSet } from '../tests/measuring-sets.js'
import { type Question, readCorpus, readQuestions } from './corpus.js'
import { corpusArchive } from './corpus-archive.js'

const found = measuringSet('eval')
if (!found) {
  console.log('skipped: eval:answers (READOUT_CORPORA does not name a folder with eval/gold)')
  process.exit(0)
}
const flag = (name: string): boolean => process.argv.includes(name)
const optionOf = (name: string): string | undefined => (flag(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined)
const evalFolder: string = found
const gold = optionOf('--gold') ?? join(evalFolder, 'gold')
const only = optionOf('--only')?.split(',')
const lexicon = loadLexicon()
const corpus = readCorpus(gold)
const { archive, stories } = corpusArchive(corpus, lexicon, { trueStories: flag('--true-stories') })
const all = readQuestions(gold)
/** Every third question is left out while building. */
const isHeldOut = (question: Question): boolean => Number(/\d+/.exec(question.id)?.[0] ?? 0) % 3 === 0
const questions = all.filter((question) =>
  only ? only.includes(question.id) : flag('--held-out') ? isHeldOut(question) : flag('--all') || !isHeldOut(question),
)

const work = mkdtempSync(join(tmpdir(), 'readout-answers-'))
const times: number[] = []
async function ask(question: Question): Promise<string> {
  const say = words(question.lang)
  const languagesRead = [...new Set<Language>([question.lang, 'en'])]
  const started = performance.now()
  const parsed = parseQuestion(question.q, { lexicon, lang: question.lang, asOf: new Date(question.asOf), zone: 'Asia/Yerevan' })
  const answer = await answerQuestion(parsed, { archive, stories, lexicon, languagesRead })
  const view = answerMessage(answer, { lexicon, say, languagesRead })
  times.push(performance.now() - started)
  const text = messageText(view.message)
  if (flag('--show') || only)
    console.log(`\n=== ${question.id} [${question.kind}] ${question.lang} ${question.asOf.slice(0, 10)}  ${question.q}\n${text}`)
  return JSON.stringify({ id: question.id, ...answerJson(answer, { text, citations: view.citations }, labelText(lexicon, question.lang)) })
}

/** Ten of our own in Latin letters, measured apart: question, language, asked on, the story wanted. */
const inLatinLetters: [string, Language, string, string][] = [
  ['inch ka khaghaghutyan paymanagri masin', 'hy', '2025-03-15', 's54'],
  ['inch asats mirzoyane arevmtyan adrbejani masin', 'hy', '2025-01-09', 's42'],
  ['yerb e batsvelu margarayi antsakete', 'hy', '2025-03-20', 's57'],
  ['verjin norutyunner sahmani masin', 'hy', '2024-09-05', 's08'],
  ['ra khdeba sazghvarze', 'ka', '2024-09-05', 's08'],
  ['ra tqva kobakhidzem evrokavshirze', 'ka', '2024-11-30', 's31'],
  ['vin airchies prezidentad', 'ka', '2024-12-16', 's34'],
  ['chto novogo po mirnomu dogovoru', 'ru', '2025-03-15', 's54'],
  ['chto skazal lavrov pro syunik', 'ru', '2024-08-21', 's03'],
  ['kogda putin zvonil alievu', 'ru', '2024-09-02', 's05'],
]

const lines: string[] = []
for (const question of questions) lines.push(await ask(question))
writeFileSync(join(work, 'answers.jsonl'), lines.join('\n'))
writeFileSync(join(work, 'empty.jsonl'), '')
const goldCopy = mkdtempSync(join(tmpdir(), 'readout-gold-'))
writeFileSync(join(goldCopy, 'articles.jsonl'), corpus.articles.map((row) => JSON.stringify(row)).join('\n'))

function score(some: readonly Question[], extra: readonly string[] = []): string {
  writeFileSync(join(goldCopy, 'queries.json'), JSON.stringify(some))
  const files = [
    '--gold',
    goldCopy,
    '--articles',
    join(work, 'empty.jsonl'),
    '--stories',
    join(work, 'empty.jsonl'),
    '--answers',
    join(work, 'answers.jsonl'),
  ]
  return spawnSync(process.execPath, [join(evalFolder, 'score.mjs'), ...files, ...extra], { encoding: 'utf8' }).stdout
}
function row(some: readonly Question[]): string {
  const { answers } = JSON.parse(score(some, ['--json'])) as { answers: Record<string, number | null> }
  return Object.entries(answers)
    .map(([name, value]) => `${name} ${value}`)
    .join('  ')
}

console.log(`\nall ${questions.length}`.padEnd(18), row(questions))
for (const kind of [...new Set(questions.map((question) => question.kind))])
  console.log(kind.padEnd(16), row(questions.filter((question) => question.kind === kind)))
for (const lang of [...new Set(questions.map((question) => question.lang))])
  console.log(lang.padEnd(16), row(questions.filter((question) => question.lang === lang)))
for (const kind of ['answer', 'mention', 'forbidden']) console.log(`misses ${kind}:\n${score(questions, ['--misses', kind])}`)
const latin = inLatinLetters.map(([q, lang, day, story], index) => ({
  id: `l${index}`,
  q,
  lang,
  asOf: `${day}T12:00:00Z`,
  kind: 'latin',
  stories: [story],
}))
const latinLines: string[] = []
for (const question of latin) latinLines.push(await ask(question))
writeFileSync(join(work, 'answers.jsonl'), latinLines.join('\n'))
console.log('Latin letters'.padEnd(16), row(latin))
times.sort((a, b) => a - b)
console.log(`median ${times[times.length >> 1]?.toFixed(0)} ms, p95 ${times[Math.floor(times.length * 0.95)]?.toFixed(0)} ms`)
