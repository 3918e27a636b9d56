/** What happens → one JSON line on stderr; tokens and passwords are masked wherever they stand. */
import { pino } from 'pino'

// A bot token stands in URLs ("/bot123456:ABC…/") as well as in messages; Slack's begin with xox or xapp; database URLs carry a password.
const secrets: [RegExp, string][] = [
  [/(?<!\d)\d{6,}:[\w-]{30,}/g, '<telegram token>'],
  [/\bx(?:ox[a-z]|app)-[\w-]{8,}/g, '<slack token>'],
  [/(postgres(?:ql)?:\/\/[^:/@\s]+):[^\s"]+@/g, '$1:<password>@'],
  [/\b(own|inv)_[\w-]{16,}/g, '$1_<code>'],
  [/(\/admin\/enter\?code=)[\w-]+/g, '$1<code>'],
]

export function maskSecrets(line: string): string {
  return secrets.reduce((masked, [pattern, replacement]) => masked.replace(pattern, replacement), line)
}

export interface Log {
  error(details: object, message: string): void
  warn(details: object, message: string): void
  info(details: object, message: string): void
  debug(details: object, message: string): void
}

/** Logs to stderr, so that stdout stays data. */
export function createLog(level: string, write: (line: string) => void = (line) => void process.stderr.write(line)): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write: (line) => write(maskSecrets(line)) })
}
