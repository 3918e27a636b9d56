/** The bundled sample → the main job from nothing, in a temporary folder: a digest, three answers, a prompt (`readout demo`). */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChat } from '../../adapters/terminal/chat.js'
import { openNewsroom, sampleNow } from '../../sample/newsroom.js'
import { loadConfig } from '../config.js'
import { createLog } from '../log.js'
import { assemble } from '../main.js'
import { operatorWords } from '../messages/words.js'
import { createSession, type Options, print, type Session } from './session.js'

const questions = ['latest on peace treaty', 'что сказала Россия о дорогах в регионе', 'who won the football world cup']

/** Gives the exit code. Everything it made is gone at its end. `answer` serves a line typed at the prompt. */
export async function runDemo(options: Options, answer: (line: string, session: Session) => Promise<string>): Promise<number> {
  const say = operatorWords()
  const dataDir = await mkdtemp(join(tmpdir(), 'readout-demo-'))
  const newsroom = await openNewsroom()
  const config = { ...loadConfig({}), dataDir, allowHosts: ['127.0.0.1'], logLevel: 'error', terminal: loadConfig().terminal }
  const readout = await assemble(config, { now: () => sampleNow, log: createLog('error'), sample: true })
  try {
    const session = createSession(readout, options)
    print(`${say('demo-intro')}\n`)
    for (const { outlet, home } of newsroom.homes) {
      const { name, country, ownership, zone } = outlet
      const said = await session.say('addsource', { link: home, yes: true, name, country, ownership, zone })
      const count = (said.data as { read?: number }).read ?? 0
      const newest = (await readout.commandPorts.articles.after(0, 500)).findLast((article) => article.url.startsWith(home))
      print(say('demo-source', { name, country, count, title: newest?.title ?? '' }))
    }
    print(`\n${say('demo-digest')}\n`)
    print((await session.say('digest', '')).text)
    for (const question of questions) {
      print(`\n${say('demo-question', { question })}\n`)
      print((await session.say('ask', question)).text)
    }
    if (process.stdin.isTTY && process.stdout.isTTY) {
      print(`\n${say('demo-prompt')}`)
      await startChat({ input: process.stdin, output: process.stdout, prompt: '> ', endAtEmptyLine: true, answer: (line) => answer(line, session) })
    }
    print(`\n${say('demo-next')}`)
    return 0
  } finally {
    await readout.close()
    await newsroom.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}
