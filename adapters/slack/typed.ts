/** What somebody typed to the app → a command by name and its words, as `handle` takes them. */
import { findCommand } from '../../src/commands/table.js'
import { readTyped, type Said } from '../../src/commands/typed.js'

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

/** `/readout …`: the first word is a command; where it is none, all of it is a question. */
export function readSlash(text: string): Said {
  const said = unescapeText(text)
  if (said === '') return { command: 'start', argument: '' }
  const [word, rest] = firstWord(said)
  const command = findCommand(word)?.name
  return command ? { command, argument: rest } : { command: 'ask', argument: said }
}

/** Plain words in a DM or a mention. */
export function readPlain(text: string, botUser: string | null): Said {
  return readTyped(unescapeText(botUser ? text.replaceAll(new RegExp(`<@${botUser}(?:\\|[^>]*)?>`, 'g'), ' ') : text))
}

/** Another slash command than `/readout`: one that is named as a command is it; any other takes commands as `/readout` does. */
export function readCommand(name: string, text: string): Said {
  const bare = name.replace(/^\//, '')
  const own = bare.toLowerCase() === 'readout' ? undefined : findCommand(bare)?.name
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
