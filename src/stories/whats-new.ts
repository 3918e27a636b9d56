/** A story + what was known of it before → what is new: reports, voices, figures, a dated event. */
import type { Article } from '../articles/article.js'
import { originOf } from './origins.js'
import type { SideStatement, Story } from './story.js'
import type { StoryChange } from './story-store.js'
import { textWords } from './word-memory.js'

export interface WhatIsNew {
  /** Newest first. Empty: nothing. */
  articles: Article[]
  /** New articles that are no reprint of a known one. */
  origins: number
  /** Countries whose outlets did not report it before. */
  countries: string[]
  /** Official statements that stand in new articles only. */
  officialStatements: SideStatement[]
  /** Figures in the new articles' headline and lead that no known article has. */
  figures: number[]
  /** True when new articles carry a day of event that no known one does. */
  datedEvent: boolean
  /** True when nothing of it was known. */
  wholeStory: boolean
}

const leadLength = 600

/** Known: in the story at the mark, which is the `seq` of the last change a chat saw; `changes` are those behind the mark. */
export function newAfter(story: Story, changes: readonly StoryChange[]): WhatIsNew {
  const added = new Set(changes.flatMap((change) => (change.kind === 'article-added' && change.articleId !== null ? [change.articleId] : [])))
  return whatIsNew(story, (article) => !added.has(article.id))
}

function lead(article: Article): string {
  return `${article.title}\n${article.text.slice(0, leadLength)}`
}

/** Pure. `isKnown` tells which articles were there before. */
export function whatIsNew(story: Story, isKnown: (article: Article) => boolean): WhatIsNew {
  const known = story.articles.filter(isKnown)
  const fresh = story.articles.filter((article) => !isKnown(article))
  const origins = originOf(story.articles)
  const knownIds = new Set(known.map((article) => article.id))
  const country = new Map(story.outlets.map((outlet) => [outlet.sourceId, outlet.country ?? 'unlabelled']))
  const before = new Set(known.map((article) => country.get(article.sourceId)))
  const figuresBefore = new Set(known.flatMap((article) => [...textWords(article.text, article.lang).figures]))
  const daysBefore = new Set(known.map((article) => article.eventDate))
  const speakersBefore = new Set(known.flatMap((article) => article.statements.map((statement) => statement.speaker)))
  return {
    articles: fresh,
    origins: new Set(fresh.map((article) => origins.get(article.id) ?? article.id).filter((origin) => !knownIds.has(origin))).size,
    countries: [...new Set(fresh.flatMap((article) => country.get(article.sourceId) ?? []))].filter((one) => !before.has(one)).sort(),
    officialStatements: story.statements.filter(
      ({ standing, speaker, sentence }) => standing === 'official' && !speakersBefore.has(speaker) && !knownIds.has(sentence.articleId),
    ),
    figures: [...new Set(fresh.flatMap((article) => [...textWords(lead(article), article.lang).figures]))].filter(
      (value) => !figuresBefore.has(value),
    ),
    datedEvent: fresh.some((article) => article.eventDateInText && article.eventDate !== null && !daysBefore.has(article.eventDate)),
    wholeStory: known.length === 0,
  }
}
