/** Words of an article → the quoted sentence in which they travel: with outlet, address and date. */
import type { Article } from '../articles/article.js'
import { unknownOutlet } from './origins.js'
import type { Outlet, QuotedSentence } from './story.js'

export function quote(article: Article, text: string, outlets: ReadonlyMap<number, Outlet>): QuotedSentence {
  return {
    text,
    lang: article.lang,
    articleId: article.id,
    url: article.url,
    articleTitle: article.title,
    outlet: outlets.get(article.sourceId) ?? unknownOutlet(article.sourceId),
    publishedAt: article.publishedAtFrom === 'story' ? null : article.publishedAt,
    ...(article.withdrawnAt ? { withdrawnAt: article.withdrawnAt } : {}),
    ...(text === article.title && Object.keys(article.titleIn).length > 0 ? { machineTranslations: article.titleIn } : {}),
  }
}
