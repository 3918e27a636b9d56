/** Invented reports of two outlets → articles as the archive holds them, for the tests of this room. */
import type { Article, ReadArticle } from '../../src/articles/article.js'
import { understand } from '../../src/articles/understand.js'
import { loadLexicon } from '../../src/lexicon/load.js'
import type { Outlet } from '../../src/stories/story.js'

export const lexicon = loadLexicon()
export const outlets = new Map<number, Outlet>([
  [1, { sourceId: 1, name: 'Lori Courier', country: 'AM', ownership: 'independent' }],
  [2, { sourceId: 2, name: 'Absheron Wire', country: 'AZ', ownership: 'state' }],
])

/** Of a story that is a group of its own. */
export function article(id: number, at: string, sourceId: number, title: string, text: string, story: number, lang = 'en'): Article {
  const publishedAt = new Date(at)
  const url = `https://outlet.example/${id}`
  const read: ReadArticle = {
    url,
    canonicalUrl: url,
    sourceId,
    lang,
    title,
    author: null,
    text,
    publishedAt,
    publishedAtFrom: 'page',
    publishedAtPrecision: 'minute',
  }
  const understood = understand(read, 'Asia/Yerevan', lexicon)
  return {
    ...read,
    ...understood,
    relevant: true,
    id,
    readAt: publishedAt,
    visibleFrom: publishedAt,
    revisions: 1,
    withdrawnAt: null,
    titleIn: {},
    duplicateOf: null,
    story,
    group: story,
  }
}
