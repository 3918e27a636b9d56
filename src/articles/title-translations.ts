/** What translating titles needs kept: which are wanted in which language, and what came of each. Implemented in store/. */
import type { Language } from '../lexicon/lexicon.js'

/** A title that some chat would be shown in a language that it does not read. */
export interface WantedTitle {
  title: string
  /** ISO 639-1. */
  from: string
  to: Language
}

/** What came of asking: words that passed every check, or why there are none. */
export type TitleTranslation = { text: string } | { refused: string }

export interface TitleTranslations {
  /**
   * Titles of relevant articles that became visible since, newest first, of which nothing is kept in a language that a chat speaks
   * (a chat that reads the title's own language needs none). Each title once a language, however many articles bear it.
   */
  wanted(wish: { since: Date; until: Date; limit: number }): Promise<WantedTitle[]>
  /** Kept with every article visible since that bears the title; one whose title has changed meanwhile gets nothing. */
  save(title: WantedTitle, translation: TitleTranslation, since: Date): Promise<void>
}
