/** A chat's address → the chat: our own id, how it is spoken to, what its last list was. */
import type { Language } from '../lexicon/lexicon.js'
import type { ChatAddress, ChatKind, PersonAddress } from './address.js'

/** How one chat wants to be spoken to. */
export interface ChatSettings {
  /** Interface language; null: as the platform reports for the person. */
  lang: Language | null
  /** IANA zone; null: as the platform reports, else the newsroom's. */
  zone: string | null
  /** Languages read, best first; empty: interface language, then English. */
  languagesRead: Language[]
}

/** Languages read, best first: those that were chosen; where none were, the interface language, then English. */
export function languagesReadOf(chosen: readonly Language[], lang: Language): readonly Language[] {
  return chosen.length > 0 ? chosen : [...new Set<Language>([lang, 'en'])]
}

export interface Chat {
  /** Our own id: stays the same when the address changes. */
  id: number
  address: ChatAddress
  kind: ChatKind
  /** Of a group or channel, as its platform names it; null: none, or not known. */
  title: string | null
  settings: ChatSettings
}

/** What is known of a chat without making it. */
export interface ChatStanding {
  kind: ChatKind
  /** Its own interface language, where it chose one. */
  lang: Language | null
  /** It can't be reached any more (blocked, removed, deleted). */
  ended: boolean
}

export type Role = 'owner' | 'admin' | 'reader'

export interface Person {
  id: number
  address: PersonAddress
  role: Role
}

/** A story, and the last change of it that a chat was shown. */
export interface SeenStory {
  story: number
  seq: number
}

/** What chats need kept; implemented in store/. */
export interface ChatStore {
  /** The chat of an address, made when it is new. */
  chat(address: ChatAddress, kind: ChatKind, now: Date): Promise<Chat>
  /** Null: nothing was ever said there, and nothing sent. */
  standing(address: ChatAddress): Promise<ChatStanding | null>
  saveTitle(chat: number, title: string): Promise<void>
  saveSettings(chat: number, settings: ChatSettings): Promise<void>
  person(address: PersonAddress, now: Date): Promise<Person>
  setRole(person: number, role: Role): Promise<void>
  /** Stories of the last edition or answer in this chat, in the order shown: a bare number means a position in it. */
  saveList(chat: number, stories: readonly number[], at: Date): Promise<void>
  lastList(chat: number): Promise<number[]>
  /** An older change than one seen before changes nothing. */
  markSeen(chat: number, stories: readonly SeenStory[], at: Date): Promise<void>
}
