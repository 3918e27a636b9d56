/** What somebody typed to the app → a command by name and its words, as `handle` takes them. */
import { findCommand } from '../../src/commands/table.js'

export interface Said {
  command: string
  argument: string
}

/** Slack's own notation (`<https://x|x>`, `<@U1|ann>`, `&amp;`) → what was typed. A person stays `<@U1>`. */
export function unescapeText(text: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_all, inner: string) => {
      const [target = '', label] = inner.split('|')
      if (target.startsWith('@')) return `<${target}>`
      if (target.startsWith('#')) return `#${label ?? target.slice(1)}`
      if (target.startsWith('!')) return `@${label?.replace(/^@/, '') ?? target.slice(1)}`
      if (target.startsWith('mailto:')) return label ?? target.slice(7)
      return target
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim()
}

function firstWord(text: string): [string, string] {
  const found = /^(\S+)\s*([\s\S]*)$/.exec(text)
  return [found?.[1] ?? '', found?.[2] ?? '']
}

/** The command a word names; `start` and `help` are known whatever the table holds. */
function named(word: string): string | null {
  const bare = word.toLowerCase().replace(/^\//, '')
  if (bare === 'start' || bare === 'help') return bare
  return findCommand(word)?.name ?? null
}

const nothing = /^$/
const piece = /^(?:[sam]?\d+\b|https?:|<@|@|\w+:\d)/i
// A sentence may begin with these words ("about the trial in Baku", "split in the ruling party"):
// they are commands only where nothing follows, or what such a command takes.
const argumentOf: Readonly<Record<string, RegExp>> = {
  about: nothing,
  start: /^(?:own|inv)_/,
  help: nothing,
  topics: nothing,
  following: nothing,
  admins: nothing,
  stats: nothing,
  audit: nothing,
  digest: /^(?:week|\d{4}-\d{2}-\d{2}|edition \d+)$/i,
  story: /^s?\d+\.?$/i,
  outbox: /^\d+$/,
  forget: /^me$/i,
  draft: /^(?:on|off|post|later|skip|drop|up|above|sign|\d+)\b/i,
  sources: /^(?:(?:[a-z]{2}|bad|unlabelled|page \d+|state|public|independent|party|exile|official|agency)(?:\s+|$))+$/i,
  article: piece,
  hide: piece,
  split: piece,
  merge: piece,
  retag: piece,
  undo: piece,
  resend: piece,
  promote: piece,
  demote: piece,
  allow: /^(?:no|off)$/i,
  invite: nothing,
  own: /^\S{16,}$/,
  lexicon: /^(?:add|remove|list|export)\b/i,
}

/** `/readout …`: the first word is a command; where it is none, all of it is a question. */
export function readSlash(text: string): Said {
  const said = unescapeText(text)
  if (said === '') return { command: 'start', argument: '' }
  const [word, rest] = firstWord(said)
  const command = named(word)
  return command ? { command, argument: rest } : { command: 'ask', argument: said }
}

/** Characters. */
const longestQuestion = 400

/** Plain words in a DM or a mention: a question, unless they begin with a command; a link or a post is looked up. */
export function readPlain(text: string, botUser: string | null): Said {
  const said = unescapeText(botUser ? text.replaceAll(new RegExp(`<@${botUser}(?:\\|[^>]*)?>`, 'g'), ' ') : text)
  if (said === '') return { command: 'start', argument: '' }
  const [word, rest] = firstWord(said)
  const command = named(word)
  const takes = command ? argumentOf[command] : undefined
  const means = rest === '' || takes === undefined || takes.test(rest)
  if (command && means) return { command, argument: rest }
  // A link, or a text as long as a post, is something to be looked up.
  return { command: /https?:\/\/\S+/.test(said) || said.length > longestQuestion ? 'check' : 'ask', argument: said }
}

/** Another slash command than `/readout`: one that is named as a command is it; any other takes commands as `/readout` does. */
export function readCommand(name: string, text: string): Said {
  const bare = name.replace(/^\//, '')
  const own = bare.toLowerCase() === 'readout' ? null : named(bare)
  return own ? { command: own, argument: unescapeText(text) } : readSlash(text)
}

/** What a button carries → what it says. */
export function readButton(value: string): Said {
  const [command, argument] = firstWord(value)
  return { command, argument }
}

interface Attachment {
  text?: unknown
  title?: unknown
  fallback?: unknown
  from_url?: unknown
  original_url?: unknown
}

/** A message that was forwarded or pointed at: its words, the words and addresses of what it carries. */
export function wordsOfMessage(message: { text?: unknown; attachments?: unknown } | undefined): string {
  const attachments = Array.isArray(message?.attachments) ? (message.attachments as Attachment[]) : []
  const parts = [
    message?.text,
    ...attachments.flatMap((one) => [one.title, one.text ?? one.fallback, ...(one.text ? [] : [one.from_url ?? one.original_url])]),
  ]
  return unescapeText(
    parts
      .filter((part): part is string => typeof part === 'string' && part.trim() !== '')
      .join('\n')
      .slice(0, 4_000),
  )
}
