/** What a person typed, in any of six languages → a command by name and its words; a question where it is none. */
import { findCommand } from './table.js'

export interface Said {
  command: string
  argument: string
}

const nothing = /^$/
/** A story, edition or article by number, an address, a person. */
const piece = /^(?:[sam]?\d+\b|https?:|<@|@|\w+:\d)/i
// A sentence may begin with these words ("about the trial in Baku", "split in the ruling party"):
// without a slash they are commands only where nothing follows, or what such a command takes. The others take words of any kind.
const argumentOf: Readonly<Record<string, RegExp>> = {
  about: nothing,
  start: /^(?:own|inv)_/,
  help: nothing,
  topics: nothing,
  following: nothing,
  inbox: nothing,
  admins: nothing,
  stats: nothing,
  audit: nothing,
  exportsources: nothing,
  digest: /^(?:week|\d{4}-\d{2}-\d{2}|edition \d+)$/i,
  story: /^s?\d+\.?$/i,
  cite: /^s?\d+\.?$/i,
  outbox: /^\d+$/,
  forget: /^me$/i,
  draft: /^(?:on|off|post|later|skip|drop|up|above|sign|\d+)\b/i,
  sources: /^(?:(?:[a-z]{2}|bad|unlabelled|page \d+|state|public|independent|party|exile|official|agency)(?:\s+|$))+$/i,
  report: piece,
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
const forgetMe = /^(?:forget me|забудь меня|մոռացիր ինձ|məni unut|დამივიწყე|beni unut)$/iu

/** Characters from which on a text is no question but a post to look up. */
const longestQuestion = 400

/** `typed` is trimmed. With a slash every word of a command is one; without, it must take what follows it. Nothing at all is `start`. */
export function readTyped(typed: string): Said {
  if (typed === '') return { command: 'start', argument: '' }
  if (forgetMe.test(typed)) return { command: 'forget', argument: 'me' }
  const [, slash = '', word = '', rest = ''] = /^(\/?)(\S+)\s*([\s\S]*)$/u.exec(typed) ?? []
  const command = findCommand(word)?.name
  const takes = command ? argumentOf[command] : undefined
  if (command && (slash || rest === '' || !takes || takes.test(rest))) return { command, argument: rest }
  // A link, or a text as long as a post, is something to be looked up.
  const isPost = /https?:\/\/\S+/.test(typed) || typed.length > longestQuestion
  return { command: isPost ? 'check' : 'ask', argument: typed }
}
