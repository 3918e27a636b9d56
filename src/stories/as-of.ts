/** Articles of whole groups → the stories as they stand at an instant: nothing published later is seen. */
import type { Article } from '../articles/article.js'
import type { Language, Lexicon } from '../lexicon/lexicon.js'
import { addDays, plainDateIn } from '../text/dates.js'
import { once } from '../text/once.js'
import { agreedTags } from './agreed-tags.js'
import { headlineOf } from './headline.js'
import { hiddenIds, hiddenStories, withMendedTags } from './mends.js'
import { balanceOf, unknownOutlet } from './origins.js'
import { sideStatements } from './sides.js'
import { byTimeThenUrl, type Cluster, solve } from './solve.js'
import { asItStood } from './still-published.js'
import type { AgreedTags, Outlet, Story } from './story.js'
import { planIds } from './story-ids.js'
import type { Mend } from './story-store.js'
import { sentencesFor } from './summary.js'

export interface AsOfContext {
  asOf: Date
  mends: readonly Mend[]
  outlets: ReadonlyMap<number, Outlet>
  lexicon: Lexicon
  /** Ids of articles whose pages changed in substance or were withdrawn. */
  corrected?: ReadonlySet<number>
  /** Languages in which headline and summary are chosen where they can be, best first; absent: the headline in English, then Russian, the summary in any. */
  languages?: readonly Language[]
}

/** Languages in which a story that nobody in particular reads is told. */
const plainLanguages = ['en', 'ru'] as const

/**
 * `members`: all articles of the groups, whatever their date. Equal input gives equal stories, by id.
 * The stories are those of a store that holds only what was visible by then. Where two of them have since become one, both carry its id.
 */
export function storiesAsOf(members: readonly Article[], context: AsOfContext): Story[] {
  const seen = withMendedTags(members, context.mends)
    .filter((article) => article.relevant && isKnown(article, context.asOf))
    .map((article) => asItStood(article, context.asOf))
  const clusters = solve(seen, context.mends).flatMap((group) => group.clusters)
  const hidden = hiddenIds(context.mends)
  const whole = hiddenStories(context.mends)
  const shown = clusters
    .filter((cluster) => whole.size === 0 || !whole.has(heldMost(cluster)))
    .map((cluster) => cluster.filter((article) => !hidden.has(article.id)))
    .filter((cluster) => cluster.some((article) => article.visibleFrom))
  const storyOf = new Map(seen.map((article) => [article.id, article.story]))
  const plan = planIds(shown, (id) => storyOf.get(id) ?? null)
  return shown
    .map((cluster, index) => compose(cluster, plan.ids[index] ?? heldMost(cluster), context))
    .sort((a, b) => a.id - b.id || a.firstAt.getTime() - b.firstAt.getTime())
}

/** Undated articles are known; they are seen only with a dated one. */
function isKnown(article: Article, asOf: Date): boolean {
  return article.visibleFrom === null || article.visibleFrom <= asOf
}

/** The id most of the articles hold; 0 for articles that were never placed. */
function heldMost(cluster: Cluster): number {
  return planIds([cluster], (id) => cluster.find((article) => article.id === id)?.story ?? null).ids[0] ?? 0
}

function compose(cluster: Cluster, id: number, context: AsOfContext): Story {
  const { outlets, lexicon, languages = plainLanguages } = context
  const articles = withLentDates(cluster)
  const times = articles.flatMap((article) => (article.publishedAt ? [article.publishedAt.getTime()] : []))
  const firstAt = new Date(Math.min(...times))
  const tags = withOwnDay(agreedTags(articles, lexicon), firstAt)
  const headline = once(() => headlineOf(articles, { tags, outlets, lexicon, languages }))
  const statements = once(() => sideStatements(articles, { outlets, lexicon }))
  const summary = once(() => sentencesFor(story, { languages: context.languages ?? [], count: 3, lexicon }))
  // Many stories are weighed and few are shown: what only showing needs is made when it is asked for.
  const story: Story = {
    id,
    get headline() {
      return headline()
    },
    get summary() {
      return summary()
    },
    get statements() {
      return statements()
    },
    firstAt,
    lastAt: new Date(Math.max(...times)),
    ...tags,
    ...balanceOf(articles, outlets),
    articles: [...articles].sort((a, b) => byTimeThenUrl(b, a)),
    outlets: [...new Set(articles.map((article) => article.sourceId))]
      .sort((a, b) => a - b)
      .map((sourceId) => outlets.get(sourceId) ?? unknownOutlet(sourceId)),
    corrected: articles.some((article) => context.corrected?.has(article.id) ?? false),
  }
  return story
}

/** Days before its first report beyond which a day that the texts carry is that of another event: an anniversary's, a background's. */
const backwards = 14

function withOwnDay(tags: AgreedTags, firstAt: Date): AgreedTags {
  const isOwn = tags.eventDate !== null && tags.eventDate >= addDays(plainDateIn(firstAt, null), -backwards)
  return { ...tags, eventDateInText: tags.eventDateInText && isOwn }
}

/** An undated article borrows the day of the story's first dated one. */
function withLentDates(cluster: Cluster): Article[] {
  const first = cluster.find((article) => article.publishedAt !== null)
  return cluster.map((article) =>
    article.publishedAt || !first ? article : { ...article, publishedAt: first.publishedAt, publishedAtFrom: 'story', publishedAtPrecision: 'day' },
  )
}
