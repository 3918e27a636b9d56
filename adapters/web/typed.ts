/** What a reader typed or pressed → a command by name and its words. */
import { findCommand } from '../../src/commands/table.js'

export interface Said {
  command: string
  argument: string
}

// A sentence may begin with any command's word ("about the trial in Baku", "story of the two villages"):
// these take words of any kind, the others what is named here, or nothing.
const takesWords: ReadonlySet<string> = new Set(['ask', 'latest', 'timeline', 'positions', 'check'])
const argumentOf: Readonly<Record<string, RegExp>> = {
  digest: /^(?:week|\d{4}-\d{2}-\d{2})$/i,
  story: /^s?\d+\.?$/i,
  cite: /^s?\d+\.?$/i,
  sources: /^(?:(?:[a-z]{2}|bad|unlabelled|page \d+|state|public|independent|party|exile|official|agency)(?:\s+|$))+$/i,
}

/** Characters from which on a text is no question but a post to look up. */
const longestQuestion = 400

/** `typed` is trimmed and not empty. */
export function readTyped(typed: string): Said {
  const [, slash = '', word = '', rest = ''] = /^(\/?)(\S+)\s*([\s\S]*)$/u.exec(typed) ?? []
  const command = findCommand(word)?.name
  if (command && (slash || rest === '' || takesWords.has(command) || argumentOf[command]?.test(rest))) return { command, argument: rest }
  // A link, or a text as long as a post, is something to be looked up.
  const isPost = /https?:\/\/\S+/.test(typed) || typed.length > longestQuestion
  return { command: isPost ? 'check' : 'ask', argument: typed }
}
