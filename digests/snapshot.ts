/** A period of the archive → its stories as they stand at its end, with their changes: read once, shared by every edition of a tick. */
import type { ArticleStore } from '../src/articles/article-store.js'
import type { Lexicon } from '../src/lexicon/lexicon.js'
import { type Condition, judge } from '../src/sources/health.js'
import type { SourceStore } from '../src/sources/source-store.js'
import { storiesAsOf } from '../src/stories/as-of.js'
import { type Correction, correctionsOf } from '../src/stories/corrections.js'
import { originOf } from '../src/stories/origins.js'
import { type SourceReading, sourceReadings } from '../src/stories/silence.js'
import type { Outlet, Story } from '../src/stories/story.js'
import type { Archive, StoryChange, StoryStore } from '../src/stories/story-store.js'

export interface EditionPorts {
  archive: Archive
  articles: Pick<ArticleStore, 'revisions'>
  stories: StoryStore
  sources: SourceStore
  lexicon: Lexicon
}

/** A source that could not be read, and how much it matters. */
export interface UnreadSource {
  id: number
  name: string
  country: string | null
}

export interface SnapshotStory {
  story: Story
  /** The last change of the story that this snapshot knows; 0 when none is kept. */
  seq: number
  /** The last change that corrected or withdrew a page of it; 0: none. */
  correctedSeq: number
  /** What was taken back, each by the change that tells of it, newest first. */
  corrections: (Correction & { seq: number })[]
  /** Articles that joined, by change, oldest first. */
  joined: { seq: number; article: number; at: Date }[]
  /** Article id → id of the article that published its text first. */
  origins: Map<number, number>
}

export interface Snapshot {
  from: Date
  asOf: Date
  stories: SnapshotStory[]
  /** Labels of outlets by source id. */
  outlets: ReadonlyMap<number, Outlet>
  /** How reading each active source went. */
  readings: SourceReading[]
  /** Active sources. */
  sources: number
  /** Active sources that failed or were silent beyond their habit at the end of the period. */
  unread: UnreadSource[]
  /** The last good poll, else the newest article; null: nothing was read. */
  readUntil: Date | null
}

/** Relevant articles of a day that are looked at, the newest first. */
const articlesADay = 1_000
const dayMs = 86_400_000
/** How a source fares that counts as not read. */
const notRead: ReadonlySet<Condition> = new Set(['failing', 'unreadable', 'silent'])

/** Nothing published after `asOf` is seen. Equal archives give equal snapshots. */
export async function readSnapshot(period: { from: Date; asOf: Date }, ports: EditionPorts): Promise<Snapshot> {
  const { from, asOf } = period
  const days = Math.max(1, Math.ceil((asOf.getTime() - from.getTime()) / dayMs))
  const found = await ports.archive.find({ concepts: [], asOf, from, limit: days * articlesADay })
  const groups = [...new Set(found.flatMap((article) => (article.group === null ? [] : [article.group])))]
  const members = await ports.archive.groups(groups)
  const outlets = await ports.archive.outlets()
  const stories = storiesAsOf(members, {
    asOf,
    mends: await ports.stories.mends(),
    outlets,
    lexicon: ports.lexicon,
    corrected: await ports.archive.correctedArticles(members.map((article) => article.id)),
  }).filter((story) => story.lastAt >= from)
  const changes = await ports.stories.changesSince(
    0,
    stories.map((story) => story.id),
  )
  const told: SnapshotStory[] = []
  for (const story of stories) told.push(await snapshotStory(story, changes, { articles: ports.articles, asOf }))
  const sources = (await ports.sources.list()).filter((source) => source.state === 'active' && source.kind !== 'files')
  const [states, habits] = [await ports.sources.pollStates(), await ports.sources.habits(asOf)]
  const state = await ports.archive.state(asOf)
  return {
    from,
    asOf,
    stories: told,
    outlets,
    readings: await sourceReadings(ports.sources),
    sources: sources.length,
    unread: sources
      .filter((source) => {
        const state = states.get(source.id)
        return state !== undefined && notRead.has(judge(source, state, habits.get(source.id), asOf).condition)
      })
      .map(({ id, name, country }) => ({ id, name, country })),
    readUntil: state.lastPollAt ?? state.newestAt,
  }
}

async function snapshotStory(
  story: Story,
  changes: readonly StoryChange[],
  { articles, asOf }: { articles: EditionPorts['articles']; asOf: Date },
): Promise<SnapshotStory> {
  const own = changes.filter((change) => change.story === story.id)
  const corrected = own.filter((change) => change.kind === 'corrected')
  const takenBack = corrected.length > 0 ? await correctionsOf(story, articles, asOf) : []
  return {
    story,
    seq: own.reduce((last, change) => Math.max(last, change.seq), 0),
    correctedSeq: corrected.reduce((last, change) => Math.max(last, change.seq), 0),
    corrections: takenBack.flatMap((correction) => {
      const told = corrected.find((change) => change.articleId === correction.article.id && change.at.getTime() === correction.at.getTime())
      return told ? [{ ...correction, seq: told.seq }] : []
    }),
    joined: own.flatMap((change) =>
      change.kind === 'article-added' && change.articleId !== null ? [{ seq: change.seq, article: change.articleId, at: change.at }] : [],
    ),
    origins: originOf(story.articles),
  }
}
