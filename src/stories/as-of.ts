/** Articles of whole groups → the stories as they stand at an instant: nothing published later is seen. */
import type { Article } from '../articles/article.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import type { Outlet, Story } from './story.js'
import type { Mend } from './story-store.js'

export interface AsOfContext {
  asOf: Date
  mends: readonly Mend[]
  outlets: ReadonlyMap<number, Outlet>
  lexicon: Lexicon
}

/** `members`: all articles of the groups, whatever their date. Equal input gives equal stories, by id. */
export declare function storiesAsOf(members: readonly Article[], context: AsOfContext): Story[]
