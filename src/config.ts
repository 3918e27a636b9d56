/** Environment, with `.env` under it → Config, checked; the only reader of process.env. A wrong value names the variable, its fault and the remedy. */
import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { z } from 'zod'

/** One variable: what it must look like and what `.env.example` says of it. */
interface Variable {
  name: string
  schema: z.ZodType<unknown>
  /** Said in `.env.example` and in the error: what is expected. */
  expects: string
  secret?: true
}

const text = z.string().min(1)
const url = z.string().refine((value) => /^https?:\/\//.test(value) && URL.canParse(value))
const zone = z.string().refine((value) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return true
  } catch {
    return false
  }
})
const port = z.coerce.number().int().min(0).max(65_535)

/** Every variable of the contract that exists so far, in the order of `.env.example`. */
export const variables = [
  { name: 'READOUT_DATA', schema: text, expects: 'folder in which everything is kept (default ./data)' },
  {
    name: 'DATABASE_URL',
    schema: z.string().regex(/^postgres(ql)?:\/\//),
    expects: 'postgres://user:password@host/database; absent: the embedded database in READOUT_DATA',
    secret: true,
  },
  {
    name: 'READOUT_ADMINS',
    schema: z.string().regex(/^(telegram:-?\d+|slack:[\w/]+)(\s*,\s*(telegram:-?\d+|slack:[\w/]+))*$/),
    expects: 'owners, comma-separated: telegram:123,slack:T1/U1',
  },
  {
    name: 'READOUT_SECRET_KEY',
    schema: z.string().refine((value) => value.split(',').every((key) => key.trim().length >= 16)),
    expects: 'at least 16 characters; encrypts stored tokens and signs sessions; "new,old" rotates',
    secret: true,
  },
  {
    name: 'READOUT_CONTACT',
    // What a header takes: any other letter would keep every request from leaving.
    schema: z.string().regex(/^[\x20-\x7e]+$/),
    expects: 'address or page named in the User-Agent, so that sites can reach you (Latin letters without marks)',
  },
  { name: 'READOUT_TIME_ZONE', schema: zone, expects: 'IANA zone, for example Asia/Yerevan (default UTC)' },
  { name: 'READOUT_KEEP_DAYS', schema: z.coerce.number().int().min(1), expects: 'days for which articles are kept (default: for ever)' },
  {
    name: 'READOUT_CORPORA',
    schema: text,
    expects: 'folder of the measuring sets (only for contributors; absent: suites that need them are skipped by name)',
  },
  {
    name: 'READOUT_ALLOW_HOSTS',
    schema: text,
    expects: 'private hosts that may be fetched, comma-separated, for example 127.0.0.1 (default none)',
  },
  { name: 'READOUT_POLL_MINUTES', schema: z.coerce.number().min(1).max(1440), expects: 'minutes between polls of a source (default 15)' },
  {
    name: 'READOUT_LOG_LEVEL',
    schema: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']),
    expects: 'silent, error, warn, info, debug or trace (default info)',
  },
  { name: 'READOUT_ACCESS', schema: z.enum(['open', 'invite', 'list']), expects: 'open (default), invite or list: who may use the bot' },
  { name: 'READOUT_HEARTBEAT_URL', schema: url, expects: 'http(s) address that is called after each good poll', secret: true },
  { name: 'TELEGRAM_BOT_TOKEN', schema: z.string().regex(/^\d+:[\w-]+$/), expects: 'token from BotFather, 123456:ABC…', secret: true },
  { name: 'TELEGRAM_API_ROOT', schema: url, expects: 'Bot API server (default https://api.telegram.org)' },
  { name: 'TELEGRAM_WEBHOOK_URL', schema: url, expects: 'public https address of /telegram/webhook; absent: long polling' },
  {
    name: 'TELEGRAM_WEBHOOK_SECRET',
    schema: z.string().regex(/^[\w-]{1,256}$/),
    expects: '1 to 256 letters, digits, _ or -; required with TELEGRAM_WEBHOOK_URL',
    secret: true,
  },
  { name: 'TELEGRAM_WEB_ROOT', schema: url, expects: 'where public channel previews are read (default https://t.me)' },
  { name: 'SLACK_BOT_TOKEN', schema: z.string().startsWith('xoxb-'), expects: 'bot token, xoxb-…', secret: true },
  { name: 'SLACK_APP_TOKEN', schema: z.string().startsWith('xapp-'), expects: 'app-level token for Socket Mode, xapp-…', secret: true },
  { name: 'SLACK_SIGNING_SECRET', schema: text, expects: 'signing secret, for HTTP mode', secret: true },
  { name: 'SLACK_API_URL', schema: url, expects: 'Web API root (default https://slack.com/api/)' },
  { name: 'SLACK_CLIENT_ID', schema: text, expects: 'client id, for many workspaces' },
  { name: 'SLACK_CLIENT_SECRET', schema: text, expects: 'client secret, for many workspaces', secret: true },
  { name: 'SLACK_STATE_SECRET', schema: text, expects: 'state secret, for many workspaces', secret: true },
  { name: 'HTTP_HOST', schema: text, expects: 'address to listen on (default 127.0.0.1)' },
  { name: 'HTTP_PORT', schema: port, expects: 'port of the web page and of health, 0 to 65535 (default 8080)' },
  { name: 'READOUT_PUBLIC_URL', schema: url, expects: 'public http(s) address of the web page; absent: messages link to no page of ours' },
  {
    name: 'READOUT_WEB_PASSWORD',
    schema: z.string().min(8),
    expects: 'at least 8 characters; opens the admin pages (absent: only by a one-time link)',
    secret: true,
  },
  {
    name: 'LLM_BASE_URL',
    schema: url,
    expects: 'OpenAI-compatible endpoint that translates headlines (http://127.0.0.1:11434/v1 for Ollama); absent: built-in methods only',
  },
  // What a header takes.
  { name: 'LLM_API_KEY', schema: z.string().regex(/^[\x21-\x7e]+$/), expects: 'key of that endpoint, where it wants one', secret: true },
  { name: 'LLM_MODEL', schema: text, expects: 'name of its model; required with LLM_BASE_URL for translations' },
  { name: 'EMBEDDING_MODEL', schema: text, expects: 'embedding model name; nothing uses it yet' },
] as const satisfies readonly Variable[]

type VariableName = (typeof variables)[number]['name']

/** What the environment says, checked. Absent stays null except where the contract has a default. */
export interface Config {
  dataDir: string
  databaseUrl: string | null
  admins: string[]
  secretKeys: string[]
  contact: string | null
  timeZone: string
  keepDays: number | null
  corpora: string | null
  allowHosts: string[]
  pollMinutes: number
  logLevel: string
  access: 'open' | 'invite' | 'list'
  heartbeatUrl: string | null
  telegram: { token: string | null; apiRoot: string; webhookUrl: string | null; webhookSecret: string | null; webRoot: string }
  slack: {
    botToken: string | null
    appToken: string | null
    signingSecret: string | null
    apiUrl: string
    clientId: string | null
    clientSecret: string | null
    stateSecret: string | null
  }
  http: { host: string; port: number; publicUrl: string | null; password: string | null }
  model: { baseUrl: string | null; apiKey: string | null; model: string | null; embeddingModel: string | null }
  /** The operator's own terminal: what LANG and NO_COLOR say. */
  terminal: { language: string | null; colours: boolean }
}

/** A variable with a wrong value. The message names the variable, its fault and the remedy, never a secret's value. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

type Environment = Record<string, string | undefined>

function readVariable(environment: Environment, variable: Variable): unknown {
  const fileName = environment[`${variable.name}_FILE`]
  let raw = environment[variable.name]
  if (!raw?.trim() && fileName) {
    try {
      raw = readFileSync(fileName, 'utf8').trim()
    } catch (cause) {
      throw new ConfigError(
        `${variable.name}_FILE: the file ${JSON.stringify(fileName)} cannot be read. Expected: a file that holds ${variable.expects}.`,
        {
          cause,
        },
      )
    }
  }
  if (raw === undefined || raw.trim() === '') return undefined
  const parsed = variable.schema.safeParse(raw.trim())
  if (!parsed.success) {
    const shown = variable.secret ? 'the value (not shown)' : JSON.stringify(raw)
    throw new ConfigError(`${variable.name}: ${shown} cannot be used. Expected: ${variable.expects}.`)
  }
  return parsed.data
}

/** The process's own variables, and for those it does not set what a file of lines NAME=value says; no such file is fine. @throws ConfigError where it cannot be read. */
export function environmentWith(file: string, own: Environment = process.env): Environment {
  try {
    return { ...parseEnv(readFileSync(file, 'utf8')), ...own }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return own
    throw new ConfigError(`${file}: cannot be read. Expected: a file of lines NAME=value, or none.`, { cause })
  }
}

/** Environment → Config. @throws ConfigError for the first wrong value, naming variable, fault and remedy. */
export function loadConfig(environment: Environment = environmentWith('.env')): Config {
  const values = new Map<string, unknown>(variables.map((variable) => [variable.name, readVariable(environment, variable)]))
  const string = (name: VariableName): string | null => (values.get(name) as string | undefined) ?? null
  const number = (name: VariableName): number | null => (values.get(name) as number | undefined) ?? null
  const list = (name: VariableName): string[] =>
    (string(name) ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean)
  if (string('TELEGRAM_WEBHOOK_URL') && !string('TELEGRAM_WEBHOOK_SECRET')) {
    throw new ConfigError('TELEGRAM_WEBHOOK_SECRET: missing, though TELEGRAM_WEBHOOK_URL is set. Expected: 1 to 256 letters, digits, _ or -.')
  }
  return {
    dataDir: string('READOUT_DATA') ?? './data',
    databaseUrl: string('DATABASE_URL'),
    admins: list('READOUT_ADMINS'),
    secretKeys: list('READOUT_SECRET_KEY'),
    contact: string('READOUT_CONTACT'),
    timeZone: string('READOUT_TIME_ZONE') ?? 'UTC',
    keepDays: number('READOUT_KEEP_DAYS'),
    corpora: string('READOUT_CORPORA'),
    allowHosts: list('READOUT_ALLOW_HOSTS'),
    pollMinutes: number('READOUT_POLL_MINUTES') ?? 15,
    logLevel: string('READOUT_LOG_LEVEL') ?? 'info',
    access: (string('READOUT_ACCESS') as Config['access'] | null) ?? 'open',
    heartbeatUrl: string('READOUT_HEARTBEAT_URL'),
    telegram: {
      token: string('TELEGRAM_BOT_TOKEN'),
      apiRoot: string('TELEGRAM_API_ROOT') ?? 'https://api.telegram.org',
      webhookUrl: string('TELEGRAM_WEBHOOK_URL'),
      webhookSecret: string('TELEGRAM_WEBHOOK_SECRET'),
      webRoot: string('TELEGRAM_WEB_ROOT') ?? 'https://t.me',
    },
    slack: {
      botToken: string('SLACK_BOT_TOKEN'),
      appToken: string('SLACK_APP_TOKEN'),
      signingSecret: string('SLACK_SIGNING_SECRET'),
      apiUrl: string('SLACK_API_URL') ?? 'https://slack.com/api/',
      clientId: string('SLACK_CLIENT_ID'),
      clientSecret: string('SLACK_CLIENT_SECRET'),
      stateSecret: string('SLACK_STATE_SECRET'),
    },
    http: {
      host: string('HTTP_HOST') ?? '127.0.0.1',
      port: number('HTTP_PORT') ?? 8080,
      publicUrl: string('READOUT_PUBLIC_URL'),
      password: string('READOUT_WEB_PASSWORD'),
    },
    model: { baseUrl: string('LLM_BASE_URL'), apiKey: string('LLM_API_KEY'), model: string('LLM_MODEL'), embeddingModel: string('EMBEDDING_MODEL') },
    terminal: { language: environment.LANG ?? null, colours: !environment.NO_COLOR },
  }
}

/** The text of `.env.example`: every variable, commented out, with what it expects. */
export function environmentExample(): string {
  const head = [
    '# Copied to `.env` in the folder where Readout is started, this file is read; a variable of the environment goes before it.',
    '# Every variable is optional: without any of them Readout runs with an embedded database and no key.',
    '# A secret may also come from a file: <NAME>_FILE.',
    '',
  ]
  return [...head, ...variables.flatMap((variable) => [`# ${variable.expects}`, `# ${variable.name}=`, ''])].join('\n')
}
