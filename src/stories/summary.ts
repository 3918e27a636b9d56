/** A story → the sentences that tell it, chosen for a reader: his languages, what he asked about, the sides. */
import type { Language, Lexicon } from '../lexicon/lexicon.js'
import type { QuotedSentence, Story } from './story.js'

export interface SentenceWish {
  /** Languages the reader reads, best first. */
  languages: readonly Language[]
  /** At most so many. */
  count: number
  lexicon: Lexicon
  /** What was asked about: concepts (slugs, topic ids) and content stems. */
  focus?: { concepts: readonly string[]; words: readonly string[] }
}

export declare function sentencesFor(story: Story, wish: SentenceWish): QuotedSentence[]
