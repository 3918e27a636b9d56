/** source → article → story: every stage by name, nothing decided here. */
import type { Article, ReadArticle } from './articles/article.js'
import type { ArticleStore } from './articles/article-store.js'
import type { CleanPage } from './articles/page.js'
import { understand } from './articles/understand.js'
import type { Lexicon } from './lexicon/lexicon.js'
import type { Source } from './sources/source.js'
import { placeArticle, rebuildStories } from './stories/place.js'
import type { StoryStore } from './stories/story-store.js'

/** What the stages need; handed in by main.ts and cli.ts. */
export interface PipelinePorts {
  articles: ArticleStore
  stories: StoryStore
  lexicon: Lexicon
  now: () => Date
}

export interface Kept {
  id: number
  outcome: 'new' | 'changed' | 'same'
}

/** A clean page of a source → kept, understood and placed into its story. */
export async function keepPage(page: CleanPage, source: Source, ports: PipelinePorts): Promise<Kept> {
  const read = asArticle(page, source)
  const understood = understand(read, source.zone, ports.lexicon)
  const kept = await ports.articles.save({ ...read, ...understood }, ports.now())
  if (kept.outcome !== 'same') await placeKept(kept.id, ports)
  return kept
}

function asArticle(page: CleanPage, source: Source): ReadArticle {
  return {
    url: page.url,
    canonicalUrl: page.canonicalUrl,
    sourceId: source.id,
    lang: page.lang,
    title: page.title,
    author: page.author,
    text: page.text,
    publishedAt: page.publishedAt?.instant ?? null,
    publishedAtFrom: page.publishedAtFrom,
    publishedAtPrecision: page.publishedAt?.precision ?? null,
  }
}

async function placeKept(id: number, ports: PipelinePorts): Promise<void> {
  const article = await ports.articles.byId(id)
  if (article) await placeArticle(article, ports.stories, { now: ports.now() })
}

/** Everything derived, anew from the stored articles. `progress` hears the number done. */
export async function rebuild(
  ports: PipelinePorts & { zoneOf: (sourceId: number) => string | null },
  progress: (done: number, all: number) => void,
): Promise<void> {
  const all = await ports.articles.count()
  let done = 0
  for await (const article of everyArticle(ports.articles)) {
    await ports.articles.saveUnderstanding(article.id, { ...article, ...understand(article, ports.zoneOf(article.sourceId), ports.lexicon) })
    progress(++done, all)
  }
  await rebuildStories(ports.stories, everyArticle(ports.articles), { now: ports.now() })
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
