/** source → article → story: every stage by name, nothing decided here. */
import type { Article, ReadArticle } from './articles/article.js'
import type { ArticleStore } from './articles/article-store.js'
import { understand } from './articles/understand.js'
import type { Lexicon } from './lexicon/lexicon.js'
import { withMendedTags } from './stories/mends.js'
import { placeArticle, rebuildStories } from './stories/place.js'
import type { StoryStore } from './stories/story-store.js'
import { wellFormed } from './text/normalise.js'

/** What the stages need; handed in by main.ts. */
export interface PipelinePorts {
  articles: ArticleStore
  stories: StoryStore
  lexicon: Lexicon
  now: () => Date
}

export interface Kept {
  id: number
  outcome: 'new' | 'changed' | 'same'
  relevant: boolean
}

export interface Manner {
  /** The source's. */
  zone: string | null
  /** A live blog: what goes from it was not taken back. */
  growing?: boolean
}

/** An article as read → kept, understood and placed into its story. */
export async function keepArticle(found: ReadArticle, { zone, growing = false }: Manner, ports: PipelinePorts): Promise<Kept> {
  const { title, author, text } = found
  const read = { ...found, title: wellFormed(title), author: author === null ? null : wellFormed(author), text: wellFormed(text) }
  const understood = understand(read, zone, ports.lexicon)
  const kept = await ports.articles.save({ ...read, ...understood }, ports.now(), { growing })
  if (kept.outcome === 'changed') await mendKept(kept.id, ports)
  if (kept.outcome !== 'same') await placeKept(kept.id, ports)
  return { ...kept, relevant: understood.relevant }
}

async function placeKept(id: number, ports: PipelinePorts): Promise<void> {
  const article = await ports.articles.byId(id)
  if (article) await placeArticle(article, ports.stories, { now: ports.now() })
}

/** As admins corrected it: what is looked for in the store must see it so too. */
async function mended(article: Article, ports: PipelinePorts): Promise<Article> {
  return withMendedTags([article], await ports.stories.mends([article.id]))[0] ?? article
}

/** What its text makes of an article, mended. */
function understoodAndMended(article: Article, zone: string | null, ports: PipelinePorts): Promise<Article> {
  return mended({ ...article, ...understand(article, zone, ports.lexicon) }, ports)
}

/** A new version of an article was understood as if nobody had ever corrected it. */
async function mendKept(id: number, ports: PipelinePorts): Promise<void> {
  const article = await ports.articles.byId(id)
  if (!article) return
  const corrected = await mended(article, ports)
  if (corrected !== article) await ports.articles.saveUnderstanding(id, corrected)
}

/** An article whose text, tags' rules or mends changed → understood and placed again. */
export async function understandAnew(id: number, zone: string | null, ports: PipelinePorts): Promise<void> {
  const article = await ports.articles.byId(id)
  if (!article) return
  await ports.articles.saveUnderstanding(id, await understoodAndMended(article, zone, ports))
  await placeKept(id, ports)
}

/** Places what a crash left between keeping and placing. Gives how many there were. */
export async function placeLeftOver(ports: PipelinePorts): Promise<number> {
  const left = await ports.articles.unplaced(1000)
  for (const id of left) await placeKept(id, ports)
  return left.length
}

/** Everything derived, anew from the stored articles. `progress` hears each article done; gives their number. */
export async function rebuild(ports: PipelinePorts & { zoneOf: (sourceId: number) => string | null }, progress: () => void): Promise<number> {
  let done = 0
  for await (const article of everyArticle(ports.articles)) {
    await ports.articles.saveUnderstanding(article.id, await understoodAndMended(article, ports.zoneOf(article.sourceId), ports))
    done++
    progress()
  }
  await rebuildStories(ports.stories, everyArticle(ports.articles), { now: ports.now() })
  return done
}

/** All articles by id, a page at a time. */
export async function* everyArticle(articles: ArticleStore): AsyncGenerator<Article> {
  for (let last = 0; ; ) {
    const page = await articles.after(last, 200)
    yield* page
    const end = page.at(-1)
    if (!end) return
    last = end.id
  }
}
