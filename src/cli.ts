/** Words of a command line → the same commands as in a chat, and the operator's verbs (wiring only). */
import { CommanderError, Command as Program } from 'commander'
import { publishProfile } from '../adapters/telegram/profile.js'
import { startChat } from '../adapters/terminal/chat.js'
import { WrongWords } from './commands/run.js'
import { commands } from './commands/table.js'
import { operatorWords } from './messages/words.js'
import { askFile } from './verbs/asking.js'
import { runDemo } from './verbs/demo.js'
import { doctor } from './verbs/doctor.js'
import { exportSources, importSources } from './verbs/exchanging.js'
import { exportArticles, exportStories } from './verbs/exporting.js'
import { adminVerb } from './verbs/granting.js'
import { inspect } from './verbs/inspecting.js'
import { backUp, restore } from './verbs/keeping.js'
import { type LexiconOptions, lexiconVerb } from './verbs/lexicon.js'
import { articleVerb, storyVerb } from './verbs/looking.js'
import { pollVerb, readVerb, rebuildVerb } from './verbs/reading.js'
import { instant, type Options, print, type Session, show, withSession } from './verbs/session.js'

/** A line of the `chat` prompt: a command by name, else a question. */
export async function answerLine(line: string, session: Session): Promise<string> {
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
  const say = operatorWords()
  let exitCode = 0
  const program = new Program('readout').description(say('cli-description')).exitOverride().showHelpAfterError(say('cli-help-hint'))
  const verb = (name: string, summary = `verb-${name.split(' ')[0]}`): Program =>
    program
      .command(name)
      .description(say(summary))
      .option('--json', say('option-json'))
      .option('--data <folder>', say('option-data'))
      .option('--as-of <instant>', say('option-as-of'), instant)
      .option('--lang <language>', say('option-lang'))
  const run = async (options: Options, work: (session: Session) => Promise<void>): Promise<void> => {
    exitCode = await withSession(options, work)
  }

  verb('start').action(async (options: Options) => {
    exitCode = await withSession(options, ({ readout }) => readout.serve(), true)
  })
  verb('demo').action(async (options: Options) => {
    exitCode = await runDemo(options, answerLine)
  })
  verb('read <paths...>')
    .option('--source <name>', say('option-source'), 'files')
    .action((paths: string[], options: Options & { source: string }) => run(options, (session) => readVerb(paths, options.source, session)))
  verb('poll')
    .option('--all', say('option-all'))
    .action((options: Options & { all?: boolean }) => run(options, (session) => pollVerb(options.all === true, session)))
  verb('export <what>').action((what: string, options: Options) =>
    run(options, async ({ readout }) => {
      if (what === 'articles') await exportArticles(readout.commandPorts)
      else if (what === 'stories') await exportStories(readout.commandPorts, options.asOf ?? readout.now())
      else throw new WrongWords(`export: ${JSON.stringify(what)} is not there. Expected: articles or stories.`)
    }),
  )
  verb('rebuild').action((options: Options) => run(options, rebuildVerb))
  verb('article <which>')
    .option('--why', say('option-why'))
    .action((which: string, options: Options & { why?: boolean }) => run(options, (session) => articleVerb(which, options.why === true, session)))
  verb('admin <words...>').action((typed: string[], options: Options) => run(options, (session) => adminVerb(typed, session)))
  verb('profile').action((options: Options) =>
    run(options, async ({ readout }) => {
      const { token, apiRoot } = readout.config.telegram
      if (!token) throw new Error(say('profile-no-token'))
      print(say('profile-done', { bot: await publishProfile({ token, apiRoot }) }))
    }),
  )
  verb('doctor').action((options: Options) => run(options, (session) => doctor(session, fetch)))
  verb('inspect <kind> <inputs...>').action(async (kind: string, inputs: string[]) => {
    exitCode = await inspect(kind, inputs)
  })
  verb('backup <file>').action((file: string, options: Options) => run(options, (session) => backUp(file, session)))
  verb('restore <file>').action(async (file: string, options: Options) => {
    exitCode = await restore(file, options)
  })
  verb('chat').action((options: Options) =>
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
    if (['start', 'help', 'addsource', 'importsources', 'exportsources', 'lexicon', 'story'].includes(command.name)) continue
    const made = verb(`${command.name} [words...]`, command.summary)
    if (command.name === 'ask') made.option('--file <queries.json>', say('option-file'))
    made.action((typed: string[], options: Options & { file?: string }) =>
      run(options, async (session) => {
        if (options.file) return askFile(options.file, session)
        show(session, await session.say(command.name, typed.join(' ')))
      }),
    )
  }
  verb('story [words...]', 'command-story')
    .option('--why', say('option-why'))
    .action((typed: string[], options: Options & { why?: boolean }) =>
      run(options, (session) => storyVerb(typed.join(' '), options.why === true, session)),
    )
  const several = (value: string, before: string[]): string[] => [...before, value]
  verb('lexicon [words...]', 'verb-lexicon')
    .option('--slug <slug>', say('option-slug'))
    .option('--kind <kind>', say('option-kind'))
    .option('--side <side>', say('option-side'))
    .option('--name-in <lang:name>', say('option-name-lang'), several, [])
    .option('--family-name-in <lang:name>', say('option-family-name-lang'), several, [])
    .action((typed: string[], options: Options & LexiconOptions) => run(options, (session) => lexiconVerb(typed, options, session)))
  verb('importsources <opml>', 'command-importsources').action((file: string, options: Options) =>
    run(options, (session) => importSources(file, session)),
  )
  verb('exportsources', 'command-exportsources').action((options: Options) => run(options, exportSources))
  verb('addsource [link]', 'command-addsource')
    .option('--starter [lists]', say('option-starter'))
    .option('--pick <number>', say('option-pick'))
    .option('--yes', say('option-yes'))
    .option('--name <name>', say('option-name'))
    .option('--country <code>', say('option-country'))
    .option('--language <code>', say('option-language'))
    .option('--ownership <kind>', say('option-ownership'))
    .option('--zone <zone>', say('option-zone'))
    .action((link: string | undefined, options: Options) =>
      run(options, async (session) => show(session, await session.say('addsource', { ...options, ...(link ? { link } : {}) }))),
    )

  try {
    await program.parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    throw error
  }
  return exitCode
}
