/** Options of a verb → an open Readout for the length of that verb, and the operator as the one who speaks. */

import { InvalidArgumentError } from 'commander'
import { renderForTerminal } from '../../adapters/terminal/render.js'
import { runCommand, WrongWords } from '../commands/run.js'
import { loadConfig } from '../config.js'
import { createLog } from '../log.js'
import { assemble, type Readout } from '../main.js'
import { messageOf } from '../text/error-message.js'

export interface Options {
  json?: boolean
  data?: string
  asOf?: Date
  lang?: string
}

/** What a verb may use. */
export interface Session {
  readout: Readout
  options: Options
  /** One chat command, said by the operator at the terminal. `text` is what a person sees, `data` what a program sees. */
  say(name: string, input: unknown, situation?: { asOf?: Date; lang?: string }): Promise<Said>
}

export interface Said {
  text: string
  data: unknown
  failed: boolean
}

const terminalChat = { platform: 'terminal', workspace: '', chat: 'local', thread: '' }

export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

export function tell(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Parses an instant of the command line. @throws InvalidArgumentError naming what was expected. */
export function instant(value: string): Date {
  const date = new Date(value)
  if (Number.isNaN(date.getTime()))
    throw new InvalidArgumentError(`${JSON.stringify(value)}: expected an instant in ISO 8601, for example 2024-08-29T12:00:00Z.`)
  return date
}

export function createSession(readout: Readout, options: Options): Session {
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
      return { text: reply.messages.map((message) => renderForTerminal(message, look)).join('\n'), data: reply.data, failed: reply.failed === true }
    },
  }
}

/** What went wrong in one line, causes included. */
export function oneLine(error: unknown): string {
  const parts: string[] = []
  for (let at: unknown = error; at && parts.length < 3; at = at instanceof Error ? at.cause : null) {
    const message = messageOf(at).split('\n').join(' ')
    if (message && !parts.some((part) => part.includes(message))) parts.push(message)
  }
  return parts.join(': ')
}

/** Opens everything, runs the verb, closes everything. `service`: it goes on until it is ended. Gives the exit code: 0 done, 1 failed, 2 wrong usage; a failure is one line on stderr. */
export async function withSession(options: Options, run: (session: Session) => Promise<void>, service = false): Promise<number> {
  let readout: Readout | undefined
  try {
    const config = loadConfig()
    // A verb's own words are its report; only a service tells its way.
    const log = createLog(!service && config.logLevel === 'info' ? 'warn' : config.logLevel)
    readout = await assemble(
      { ...config, dataDir: options.data ?? config.dataDir },
      { now: () => new Date(), log, name: service ? 'readout start' : 'readout' },
    )
    await run(createSession(readout, options))
    return 0
  } catch (error) {
    tell(`readout: ${oneLine(error)}`)
    return error instanceof WrongWords ? 2 : 1
  } finally {
    await readout?.close()
  }
}

/** Data for programs where they asked for it, else what a person sees. @throws what it says where it could not be done. */
export function show(session: Session, said: Said): void {
  if (session.options.json) print(JSON.stringify(said.data))
  if (said.failed) throw new Error(said.text.trim())
  if (!session.options.json) print(said.text)
}
