/** What was asked and what is known → the answer, before any word of our own is put around it. */
import type { EventType, Language, TopicId } from '../lexicon/lexicon.js'
import type { QuotedSentence, SideStatement, Story } from '../stories/story.js'
import type { PlainDate } from '../text/dates.js'

export const questionKinds = ['latest', 'who-said', 'when', 'what-happened', 'timeline', 'positions', 'check', 'calendar', 'what-changed'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** What kind of thing the answer is: a day, a number, a person, a place, a reason. */
export type Asked = 'date' | 'figure' | 'person' | 'place' | 'reason'

/** A content word that names no concept of the lexicon. */
export interface QuestionWord {
  /** As typed, lower case without marks. */
  text: string
  /** Its stem in the question's language, folded likewise; matches the beginnings of words. */
  stem: string
  /** Notions of the glossary, the same in every language. */
  notions: string[]
  /** True for a word in Latin letters of a question in Russian, Armenian or Georgian. */
  transliterated: boolean
  /** How such a word may begin in its own script. */
  written: string[]
  /** Romanised key of the word, to find it as a name in other scripts. */
  key: string
  /** Part of a topic's name: the topic may be told without it. */
  inTopic: boolean
}

/** A typed question, understood. */
export interface Question {
  /** As typed. */
  text: string
  /** Interface language: the language of the answer's own words. */
  lang: Language
  /** ISO 639-1 of the typed words, as far as they tell. */
  textLang: string
  kind: QuestionKind
  /** True when words or a command tell the kind; false when it is a guess. */
  kindSaid: boolean
  asked: Asked[]
  /** Asks about what is to come. */
  future: boolean
  /** Asks whether something has happened. */
  whether: boolean
  /** Asks for the next of its kind: the last one is no answer. */
  next: boolean
  /** About what no source of ours is read for: weather, sport, rates … */
  elsewhere: boolean
  /** Lexicon slugs and topic ids; of each inner list any one may stand for the subject. */
  subjects: string[][]
  /** People, bodies and places named: a story that lacks one of them does not answer. */
  named: string[]
  /** Concepts that help but need not stand in a story: places inside a topic's name, bodies of a state whose country is named. */
  related: string[]
  /** Of them parts of the world and seas: named by the way. */
  wide: string[]
  topics: TopicId[]
  /** Long-running matters named. */
  threads: string[]
  /** What is asked about as typed, without the words around it: "peace treaty". */
  subject: string
  /** Names of matters that are no plain words ("TRIPP"), folded: one that no text holds cannot be answered. */
  ownNames: { text: string; key: string }[]
  /** ISO countries. */
  countries: string[]
  events: EventType[]
  words: QuestionWord[]
  /** Romanised keys of names outside the lexicon. */
  nameKeys: string[]
  /** Whose words are asked for: slugs or ISO countries. */
  speakers: string[]
  /** Bounds in time that the question names, UTC: from inclusive, to exclusive. */
  from: Date | null
  to: Date | null
  asOf: Date
  zone: string
  /** Stories that the chat has just seen: "more" asks for others. */
  skip: number[]
  /** Family names of several people, as typed, and whom the lexicon took; whom the archive knows as of the instant is meant. */
  familyNames: { typed: string; taken: string | null; people: readonly string[] }[]
  /** Names that may be misspelt, or plain words: tried as words where the names lead nowhere. */
  doubtful: { slug: string; words: QuestionWord[]; nameKeys: string[] }[]
  /** Years that belong to what is named ("the 2008 war"), not surely to when it was told: tried as words where the bounds lead nowhere. Null: the times bound. */
  yearsNamed: QuestionWord[] | null
  /** Other readings of an ambiguous name: what was taken, and what else it may be (slugs). */
  readings: { taken: string; others: string[] } | null
}

export type NoAnswerReason = 'nothing-found' | 'not-covered' | 'sources-down' | 'nothing-read'

/** A development: one story with the sentences that answer. */
export interface Development {
  story: Story
  sentences: QuotedSentence[]
  /** First and last day that the sentences or the story name for it; null where no text carries one. */
  days: [PlainDate, PlainDate] | null
  /** Statements of the sides, where they differ or where positions were asked. */
  sides: SideStatement[]
}

/** Something announced for a day to come. */
export interface Coming {
  day: PlainDate
  sentence: QuotedSentence
  story: Story
}

/** What the sides say. */
export interface Positions {
  /** The newest fitting statement of each side by one who spoke for it. */
  official: SideStatement[]
  /** Opposition, experts, relatives, bodies that are no state's. */
  others: SideStatement[]
  /** ISO countries concerned without an official statement in what was read. */
  silent: string[]
}

export type Answer =
  | {
      found: true
      question: Question
      /** What was asked, in one to three quoted sentences. */
      lead: QuotedSentence[]
      /** Best first for a question of fact, newest first for "latest"; the lead's story is the first. */
      developments: Development[]
      /** Where positions were asked: who spoke for whom, across the stories. */
      positions: Positions | null
      /** Announced in these stories for days after asOf. */
      coming: Coming[]
      /** Whose words were asked for and stand in none of these stories (slug or ISO country); null where they do, or nobody's were asked for. */
      unheard: string | null
      /** How many of the developments, the last ones, are of other matters and only speak of what was asked. */
      touching: number
      /** When the newest development of the matter itself was last reported. */
      newestAt: Date
    }
  | {
      found: false
      question: Question
      reason: NoAnswerReason
      /** A near miss, offered as such. */
      nearest: Development | null
      /** Number of articles that were searched. */
      searched: number
      /** When sources were last polled. */
      lastRead: Date | null
    }
