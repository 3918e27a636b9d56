/** What was asked and what is known → the answer, before any word of our own is put around it. */
import type { QuotedSentence, SideStatement, Story } from '../stories/story.js'

export const questionKinds = ['latest', 'who-said', 'when', 'what-happened', 'timeline', 'positions', 'check'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** A typed question, understood. */
export interface Question {
  /** As typed. */
  text: string
  lang: string
  kind: QuestionKind
  /** Lexicon slugs and topic ids; of each inner list any one may stand for the subject. */
  subjects: string[][]
  /** Content words that name no concept, as typed. */
  words: string[]
  /** Romanised keys of names outside the lexicon. */
  nameKeys: string[]
  /** Whose words are asked for, by "who-said" and "positions". */
  speakers: string[]
  /** Bounds in time that the question names, UTC. */
  from: Date | null
  to: Date | null
  asOf: Date
  zone: string
}

export type NoAnswerReason = 'nothing-found' | 'not-covered' | 'sources-down' | 'nothing-read'

/** A development: one story with the sentences that answer. */
export interface Development {
  story: Story
  sentences: QuotedSentence[]
  /** Statements of the sides, where they differ or where positions were asked. */
  sides: SideStatement[]
}

export type Answer =
  | {
      found: true
      question: Question
      /** What was asked, in one or two quoted sentences. */
      lead: QuotedSentence[]
      /** Best first for a question of fact, newest first for "latest"; the lead's story is the first. */
      developments: Development[]
      /** Whole days between the newest development and asOf. */
      newestAgeDays: number
    }
  | {
      found: false
      question: Question
      reason: NoAnswerReason
      /** A near miss, offered as such. */
      nearest: Development | null
      /** Number of articles that were searched. */
      searched: number
    }
