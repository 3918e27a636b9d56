/** A corpus → its articles as the store would hold them, with our tags or with the corpus's own. */
import type { Article, ReadArticle } from '../src/articles/article.js'
import { understand } from '../src/articles/understand.js'
import type { Lexicon } from '../src/lexicon/lexicon.js'
import type { Outlet } from '../src/stories/story.js'
import type { Corpus, LabelledArticle } from './corpus.js'

export interface CorpusArticle {
  row: LabelledArticle
  thread: string
  /** As our rules understand it. */
  ours: Article
  /** With the tags of the corpus. */
  given: Article
}

/** As if it had been read from its page without a fault. The address is such as score.mjs joins by. */
export function readArticleOf(row: LabelledArticle, sourceId: number): ReadArticle {
  const url = `http://gold.example/${row.site}/${row.path}`.replace(/(?<!:)\/+/g, '/')
  return {
    url,
    canonicalUrl: url,
    sourceId,
    lang: row.lang,
    title: row.title,
    author: null,
    text: [...(row.dek ? [row.dek] : []), ...row.paragraphs].join('\n\n'),
    publishedAt: new Date(row.publishedAt),
    publishedAtFrom: 'page',
    publishedAtPrecision: 'minute',
  }
}

/** Ids count from 1 in the corpus's order; a source's id is its site's place in `sites`, from 1. */
export function corpusArticles({ articles, sites, threads }: Corpus, lexicon: Lexicon): CorpusArticle[] {
  const order = new Map(sites.map(({ id }, index) => [id, index + 1]))
  return articles.map((row, index) => {
    const sourceId = order.get(row.site) ?? 0
    const read = readArticleOf(row, sourceId)
    const ours: Article = {
      ...read,
      ...understand(read, sites[sourceId - 1]?.zone ?? null, lexicon),
      id: index + 1,
      readAt: new Date(row.publishedAt),
      visibleFrom: read.publishedAt,
      revisions: 1,
      withdrawnAt: null,
      titleIn: {},
      duplicateOf: null,
      story: null,
      group: null,
    }
    const { topics, event, eventDate, countries, people, orgs, places, relevant } = row.gold
    const thread = threads.get(row.gold.story ?? '') ?? row.gold.story ?? row.id
    const given: Article = { ...ours, topics, event, eventDate, countries, people, organisations: orgs, places, relevant: relevant !== false }
    return { row, thread, ours, given }
  })
}

export function outletsOf({ sites }: Corpus): Map<number, Outlet> {
  return new Map(sites.map(({ name, country }, index) => [index + 1, { sourceId: index + 1, name, country, ownership: null }]))
}
