/** Words of a command line → the same commands as in a chat, and the operator's verbs (wiring only). */
import { readFileSync } from 'node:fs'
import { CommanderError, InvalidArgumentError, Command as Program } from 'commander'
import { startChat } from '../adapters/terminal/chat.js'
import { createProgress } from '../adapters/terminal/progress.js'
import { renderForTerminal } from '../adapters/terminal/render.js'
import { runCommand, WrongWords } from './commands/run.js'
import { commands } from './commands/table.js'
import { loadConfig } from './config.js'
import { exportArticles, exportStories } from './export.js'
import { createLog } from './log.js'
import { assemble, type Readout } from './main.js'
import { words } from './messages/words.js'
import { rebuild } from './pipeline.js'
import { pollSources, readPaths, reportLines } from './reading.js'

interface Options {
  json?: boolean
  data?: string
  asOf?: Date
  lang?: string
}

/** What a verb may use. */
interface Session {
  readout: Readout
  options: Options
  /** One chat command, said by the operator at the terminal. */
  say(name: string, input: unknown, situation?: { asOf?: Date; lang?: string }): Promise<{ text: string; data: unknown }>
}

const terminalChat = { platform: 'terminal', workspace: '', chat: 'local', thread: '' }

function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

function tell(text: string): void {
  process.stderr.write(`${text}\n`)
}

function instant(value: string): Date {
  const date = new Date(value)
  if (Number.isNaN(date.getTime())) {
    throw new InvalidArgumentError(`Expected an instant in ISO 8601, for example 2024-08-29T12:00:00Z.`)
  }
  return date
}

function sessionOf(readout: Readout, options: Options): Session {
  const look = { colours: process.stdout.isTTY === true && readout.config.terminal.colours, width: Math.min(process.stdout.columns ?? 100, 100) }
  return {
    readout,
    options,
    async say(name, input, situation = {}) {
      const reply = await runCommand(
        name,
        input,
        {
          address: terminalChat,
          kind: 'private',
          person: { platform: 'terminal', workspace: '', user: 'local' },
          languageHint: situation.lang ?? options.lang ?? readout.config.terminal.language,
          zoneHint: null,
          now: readout.now(),
          asOf: situation.asOf ?? options.asOf ?? null,
          role: 'owner',
        },
        readout.commandPorts,
        readout.config.timeZone,
      )
      return { text: reply.messages.map((message) => renderForTerminal(message, look)).join('\n'), data: reply.data }
    },
  }
}

/** Opens everything, runs the verb, closes everything; a failure is one clear line. */
async function withSession(options: Options, run: (session: Session) => Promise<void>): Promise<number> {
  let readout: Readout | undefined
  try {
    const config = loadConfig()
    const dataDir = options.data ?? config.dataDir
    readout = await assemble({ ...config, dataDir }, { now: () => new Date(), log: createLog(config.logLevel === 'info' ? 'warn' : config.logLevel) })
    await run(sessionOf(readout, options))
    return 0
  } catch (error) {
    tell(`readout: ${error instanceof Error ? error.message : String(error)}`)
    return error instanceof WrongWords ? 2 : 1
  } finally {
    await readout?.close()
  }
}

function show(session: Session, said: { text: string; data: unknown }): void {
  print(session.options.json ? JSON.stringify(said.data) : said.text)
}

interface TypedQuestion {
  id?: string
  q: string
  lang?: string
  asOf?: string
}

/** `ask --file`: one JSON line for each question, with its id. */
async function askFile(file: string, session: Session): Promise<void> {
  const questions = JSON.parse(readFileSync(file, 'utf8')) as TypedQuestion[]
  const progress = createProgress('asking', questions.length)
  for (const question of questions) {
    const said = await session.say('ask', question.q, {
      ...(question.asOf ? { asOf: instant(question.asOf) } : {}),
      ...(question.lang ? { lang: question.lang } : {}),
    })
    print(JSON.stringify({ ...(question.id ? { id: question.id } : {}), ...(said.data as object) }))
    progress.step()
  }
  progress.end()
}

/** A line of the `chat` prompt: a command by name, else a question. */
async function answerLine(line: string, session: Session): Promise<string> {
  const [word = '', ...rest] = line.split(/\s+/)
  const isCommand = commands.some((command) => command.name === word.replace(/^\//, '').toLowerCase())
  try {
    return (await session.say(isCommand ? word : 'ask', isCommand ? rest.join(' ') : line)).text
  } catch (error) {
    if (error instanceof WrongWords) return error.message
    throw error
  }
}

/** Runs the command line; gives the exit code: 0 done, 1 failed, 2 wrong usage. */
export async function runCommandLine(argv: string[]): Promise<number> {
  const say = words('en')
  let exitCode = 0
  const program = new Program('readout')
    .description(
      'Reads the news of South Caucasus diplomacy, groups it into stories, prints digests and answers questions, every sentence with its source.',
    )
    .exitOverride()
    .showHelpAfterError('(readout --help lists what there is)')
  const verb = (name: string, description: string): Program =>
    program
      .command(name)
      .description(description)
      .option('--json', 'data on stdout, for programs')
      .option('--data <folder>', 'folder in which everything is kept')
      .option('--as-of <instant>', 'answer as at that instant', instant)
      .option('--lang <language>', 'interface language: en, ru, hy, az, ka, tr')
  const run = async (options: Options, work: (session: Session) => Promise<void>): Promise<void> => {
    exitCode = await withSession(options, work)
  }

  verb('start', 'runs the service: sources, digests, every adapter that is configured').action((options: Options) =>
    run(options, async ({ readout }) => readout.serve()),
  )
  verb('read <paths...>', 'reads files, folders or addresses through the whole pipeline')
    .option('--source <name>', 'name of the source they belong to', 'files')
    .action((paths: string[], options: Options & { source: string }) =>
      run(options, async ({ readout }) => {
        const report = await readPaths(paths, options.source, readout.readingPorts)
        print(options.json ? JSON.stringify(report) : reportLines([report]))
      }),
    )
  verb('poll', 'fetches every source that is due and reads what is new')
    .option('--all', 'every source now')
    .action((options: Options & { all?: boolean }) =>
      run(options, async (session) => {
        const sources = await session.readout.commandPorts.sources.list()
        if (sources.length === 0) return show(session, await session.say('sources', ''))
        const progress = createProgress('polling', sources.length)
        const reports = await pollSources({ all: options.all === true }, session.readout.readingPorts, () => progress.step())
        progress.end()
        print(options.json ? JSON.stringify(reports) : reportLines(reports))
      }),
    )
  verb('export <what>', 'articles or stories as JSON lines').action((what: string, options: Options) =>
    run(options, async ({ readout }) => {
      if (what === 'articles') await exportArticles(readout.commandPorts, print)
      else if (what === 'stories') await exportStories(readout.commandPorts, options.asOf ?? readout.now(), print)
      else throw new WrongWords(`export: ${JSON.stringify(what)} is not there. Expected: articles or stories.`)
    }),
  )
  verb('rebuild', 'derives everything anew from the stored articles').action((options: Options) =>
    run(options, async ({ readout }) => {
      const progress = createProgress('rebuilding', await readout.commandPorts.articles.count())
      const done = await rebuild(readout.readingPorts, () => progress.step())
      progress.end()
      print(options.json ? JSON.stringify({ articles: done }) : `${done} articles understood and placed anew.`)
    }),
  )
  verb('chat', 'a prompt: every line is a command or a question').action((options: Options) =>
    run(options, (session) =>
      startChat({
        input: process.stdin,
        output: process.stdout,
        prompt: process.stdin.isTTY ? '> ' : '',
        endAtEmptyLine: false,
        answer: (line) => answerLine(line, session),
      }),
    ),
  )
  for (const command of commands) {
    if (command.name === 'addsource') continue
    const made = verb(`${command.name} [words...]`, say(command.summary))
    if (command.name === 'ask') made.option('--file <queries.json>', 'asks each {id, q, lang, asOf} and prints one JSON line each')
    made.action((typed: string[], options: Options & { file?: string }) =>
      run(options, async (session) => {
        if (options.file) return askFile(options.file, session)
        show(session, await session.say(command.name, typed.join(' ')))
      }),
    )
  }
  verb('addsource <link>', say('command-addsource'))
    .option('--yes', 'adds what was found without asking')
    .option('--name <name>')
    .option('--country <code>', 'ISO code of the outlet, AM')
    .option('--language <code>', 'most of its items, hy')
    .option('--ownership <kind>', 'state, public, independent, party, exile, official or agency')
    .option('--zone <zone>', 'IANA name or offset in which its dates are read')
    .action((link: string, options: Options) => run(options, async (session) => show(session, await session.say('addsource', { ...options, link }))))

  try {
    await program.parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    throw error
  }
  return exitCode
}
