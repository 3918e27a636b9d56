/** A period and the archive → an edition: which stories, in which order, and what else its reader should know. */
import type { Language, Lexicon } from '../src/lexicon/lexicon.js'
import type { SourceStore } from '../src/sources/source-store.js'
import { storiesAsOf } from '../src/stories/as-of.js'
import type { QuotedSentence, Story } from '../src/stories/story.js'
import type { Archive, StoryStore } from '../src/stories/story-store.js'
import { sentencesFor } from '../src/stories/summary.js'

export interface EditionRequest {
  from: Date
  to: Date
  /** Nothing published later is seen. */
  asOf: Date
  lang: Language
  zone: string
  languagesRead: readonly Language[]
}

export interface EditionStory {
  story: Story
  sentences: QuotedSentence[]
  isNew: boolean
}

/** Equal inputs give equal editions. */
export interface Edition {
  request: EditionRequest
  stories: EditionStory[]
  /** One-liners: what did not fit. */
  also: Story[]
  /** Names of active sources that could not be read. */
  unreadSources: string[]
  sources: number
  /** The last good poll, or null. */
  readUntil: Date | null
}

export interface EditionPorts {
  archive: Archive
  stories: StoryStore
  sources: SourceStore
  lexicon: Lexicon
}

/** Stories of one message; the rest is named in one line each. */
const storiesShown = 5
const alsoShown = 5
const articleLimit = 400

/** How much a story weighs: origins, sides that report it, official words, then freshness. */
function weight(story: Story): number {
  const sides = Object.values(story.balance).filter((count) => count.origins > 0).length
  const official = story.statements.some((statement) => statement.standing === 'official') ? 1 : 0
  return Math.log2(1 + story.origins) * 2 + sides + official
}

export async function composeEdition(request: EditionRequest, ports: EditionPorts): Promise<Edition> {
  const found = await ports.archive.find({ concepts: [], asOf: request.asOf, from: request.from, to: request.to, limit: articleLimit })
  const groups = [...new Set(found.flatMap((article) => (article.group === null ? [] : [article.group])))]
  const outlets = await ports.archive.outlets()
  const stories = storiesAsOf(await ports.archive.groups(groups), {
    asOf: request.asOf,
    mends: await ports.stories.mends(),
    outlets,
    lexicon: ports.lexicon,
  })
  const due = stories
    .filter((story) =>
      story.articles.some((article) => article.publishedAt !== null && article.publishedAt >= request.from && article.publishedAt <= request.to),
    )
    .sort((a, b) => weight(b) - weight(a) || b.lastAt.getTime() - a.lastAt.getTime() || a.id - b.id)
  const sources = (await ports.sources.list()).filter((source) => source.state === 'active')
  const state = await ports.archive.state(request.asOf)
  return {
    request,
    stories: due.slice(0, storiesShown).map((story) => ({
      story,
      sentences: sentencesFor(story, { languages: request.languagesRead, count: 1, lexicon: ports.lexicon }),
      isNew: story.firstAt >= request.from,
    })),
    also: due.slice(storiesShown, storiesShown + alsoShown),
    unreadSources: [],
    sources: sources.length,
    readUntil: state.lastPollAt ?? state.newestAt,
  }
}
