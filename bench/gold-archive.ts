/** The gold corpus's own texts → an archive in memory, understood and grouped by the program: no network, no store. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article, ReadArticle } from '../src/articles/article.js'
import { understand } from '../src/articles/understand.js'
import type { Lexicon } from '../src/lexicon/lexicon.js'
import { solve } from '../src/stories/solve.js'
import type { Outlet } from '../src/stories/story.js'
import { memoryArchive } from '../tests/answers/memory-archive.js'

interface GoldSite {
  id: string
  name: string
  country: string
  tz: string
}

interface GoldArticle {
  id: string
  site: string
  path: string
  lang: string
  title: string
  publishedAt: string
  paragraphs: string[]
  gold: { story: string | null }
}

export function goldArchive(
  gold: string,
  lexicon: Lexicon,
  options: { trueStories?: boolean } = {},
): ReturnType<typeof memoryArchive> & { articles: Article[] } {
  const sites = JSON.parse(readFileSync(join(gold, 'sites.json'), 'utf8')) as GoldSite[]
  const rows = readFileSync(join(gold, 'articles.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GoldArticle)
  const outlets = new Map<number, Outlet>(
    sites.map((site, index) => [index + 1, { sourceId: index + 1, name: site.name, country: site.country, ownership: null }]),
  )
  const articles = rows.map((row, index): Article => {
    const site = sites.findIndex((one) => one.id === row.site)
    const url = `http://gold.example/${row.site}/${row.path}`.replace(/(?<!:)\/+/g, '/')
    const published = new Date(row.publishedAt)
    const read: ReadArticle = {
      url,
      canonicalUrl: url,
      sourceId: site + 1,
      lang: row.lang,
      title: row.title,
      author: null,
      text: row.paragraphs.join('\n\n'),
      publishedAt: published,
      publishedAtFrom: 'page',
      publishedAtPrecision: 'minute',
    }
    const understood = understand(read, sites[site]?.tz ?? null, lexicon)
    return {
      ...read,
      ...understood,
      id: index + 1,
      readAt: published,
      visibleFrom: published,
      revisions: 1,
      withdrawnAt: null,
      duplicateOf: null,
      story: null,
      group: null,
    }
  })
  if (options.trueStories) {
    const ids = new Map<string, number>()
    articles.forEach((article, index) => {
      const story = rows[index]?.gold.story
      if (!story || !article.relevant) return
      if (!ids.has(story)) ids.set(story, ids.size + 1)
      article.group = article.story = ids.get(story) ?? null
    })
  } else {
    let next = 0
    for (const [group, { clusters }] of solve(
      articles.filter((article) => article.relevant),
      [],
    ).entries()) {
      for (const cluster of clusters) {
        next++
        for (const { id } of cluster) {
          const article = articles[id - 1]
          if (article) Object.assign(article, { group: group + 1, story: next })
        }
      }
    }
  }
  return { ...memoryArchive(articles, outlets), articles }
}
