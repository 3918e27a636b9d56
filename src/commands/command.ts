/** The shape of one command: name, words in six languages, who may, arguments, handler → messages and data. */
import type { z } from 'zod'
import type { Conversations } from '../answers/follow-up.js'
import type { ArticleStore } from '../articles/article-store.js'
import type { Language, Lexicon } from '../lexicon/lexicon.js'
import type { LexiconEntries } from '../lexicon/lexicon-entries.js'
import type { Message } from '../messages/message.js'
import type { Say } from '../messages/words.js'
import type { Discovery } from '../sources/discover.js'
import type { Source } from '../sources/source.js'
import type { SourceStore } from '../sources/source-store.js'
import type { Archive, StoryStore } from '../stories/story-store.js'
import type { Audit } from '../subscribers/audit.js'
import type { Chat, ChatStore, Person, SeenStory } from '../subscribers/chat.js'
import type { InboxEntry, OutboxView } from '../subscribers/outbox-view.js'
import type { OneTimeLinks, PeopleStore, WorkspaceRights } from '../subscribers/people.js'
import type { SubscriptionStore } from '../subscribers/subscription.js'

/** What a command may use. Handed in by main.ts and cli.ts. */
export interface CommandPorts {
  /** True in the demo: every message says that it is made from the sample. */
  sample: boolean
  /** The name of the language model that translates headlines; null: none is used. */
  languageModel: string | null
  lexicon: Lexicon
  lexiconEntries: LexiconEntries
  /** Uses the names that stand from now on, tags the articles of the last 30 days anew beside other work, and gives how many those are. */
  takeUpNames(): Promise<number>
  /** What an article's text and the mends that stand make of it, kept and placed. */
  understandAnew(article: number): Promise<void>
  archive: Archive
  articles: ArticleStore
  stories: StoryStore
  sources: SourceStore
  chats: ChatStore
  conversations: Conversations
  subscriptions: SubscriptionStore
  people: PeopleStore
  links: OneTimeLinks
  workspaceRights: WorkspaceRights
  audit: Audit
  outboxView: OutboxView
  web: OwnWeb
  /** Messages of an edition that was made for a chat, once more; empty when there is none such. */
  showEdition(edition: number, chat: number): Promise<Message[]>
  /** What a chat was sent, the newest first. */
  showInbox(chat: number, limit: number): Promise<{ id: number; kind: InboxEntry['kind']; at: Date; messages: Message[] }[]>
  /** Post, later, skip, drop or up of a draft by its manager → what he sees next; null: no such draft of his. */
  actOnDraft(given: { action: string; key: string; story: number; managerChat: number; now: Date }): Promise<Message | null>
  /** Stops all sending of digests and alerts, or lets it go on. */
  pauseSending(paused: boolean): Promise<void>
  isSendingPaused(): Promise<boolean>
  /** Looks at a link: what could be read there. */
  discover(link: string, zone: string | null): Promise<Discovery>
  /** Polls a source now and reads what is new; `pages` are articles linked from the page that was given. */
  readSource(source: Source, pages: readonly string[]): Promise<{ read: number; dropped: number }>
  /** Composes the digest of a period, for anyone, now. */
  composeDigest(request: DigestRequest): Promise<{ message: Message; data: unknown; shown: SeenStory[] }>
}

/** Readout's own pages, as messages may link to them. */
export interface OwnWeb {
  /** READOUT_PUBLIC_URL; null: messages link to no page of ours. */
  publicUrl: string | null
  /** Where the code of an invitation opens a page of one's own; null where messages link to no page of ours. */
  inviteLink(code: string): string | null
  /** Where the code of a one-time link signs in to the admin pages. */
  loginLink(code: string): string
}

/** Which digest is wanted: everything visible at `to` and not before `from`. */
export interface DigestRequest {
  from: Date
  to: Date
  asOf: Date
  lang: Language
  zone: string
  languagesRead: readonly Language[]
}

/** In what situation a command is said. */
export interface CommandContext {
  /** The instant of the clock. */
  now: Date
  /** Nothing published later is seen; `now` unless the asker names another instant. */
  asOf: Date
  lang: Language
  zone: string
  /** Languages the reader reads, best first. */
  languagesRead: readonly Language[]
  chat: Chat
  person: Person
  say: Say
}

/** What a command answers: messages for people, data for programs (the contract's JSON shapes). */
export interface Reply {
  messages: Message[]
  data: unknown
  /** Stories that it tells as a digest would: in a private chat they count as seen. */
  shown?: readonly SeenStory[]
  /** What was asked for could not be done, as the messages say: the terminal ends with 1. */
  failed?: true
}

export interface Command<Arguments = unknown> {
  name: string
  /** Other words for it, in six languages. */
  aliases: Partial<Record<Language, readonly string[]>>
  who: 'anyone' | 'manager' | 'admin' | 'owner'
  /** Key of the one-line summary in messages/words: `command-<name>`. */
  summary: string
  arguments: z.ZodType<Arguments>
  run(input: Arguments, context: CommandContext, ports: CommandPorts): Promise<Reply>
}
