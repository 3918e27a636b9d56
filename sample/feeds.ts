/** Sample articles → the listing their outlet offers: RSS, Atom, JSON Feed or a news sitemap. */
import type { SampleArticle, SampleOutlet } from './outlets.js'
import { escapeHtml } from './pages.js'

export interface FeedEntry {
  article: SampleArticle
  url: string
}

function rss(outlet: SampleOutlet, home: string, entries: readonly FeedEntry[]): string {
  const items = entries.map(
    ({ article, url }) =>
      `<item><title>${escapeHtml(article.title)}</title><link>${url}</link><guid>${url}</guid><pubDate>${new Date(article.publishedAt).toUTCString()}</pubDate><description>${escapeHtml(article.paragraphs[0] ?? '')}</description></item>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${outlet.name}</title><link>${home}</link><description>sample</description>${items.join('')}</channel></rss>`
}

function atom(outlet: SampleOutlet, home: string, entries: readonly FeedEntry[]): string {
  const items = entries.map(
    ({ article, url }) =>
      `<entry><title>${escapeHtml(article.title)}</title><link href="${url}"/><id>${url}</id><updated>${article.publishedAt}</updated><published>${article.publishedAt}</published><summary>${escapeHtml(article.paragraphs[0] ?? '')}</summary></entry>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.lang}"><title>${outlet.name}</title><id>${home}</id><link href="${home}"/><updated>2025-08-09T12:00:00Z</updated>${items.join('')}</feed>`
}

function json(outlet: SampleOutlet, home: string, entries: readonly FeedEntry[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet.name,
    home_page_url: home,
    language: outlet.lang,
    items: entries.map(({ article, url }) => ({
      id: url,
      url,
      title: article.title,
      content_text: article.paragraphs.join('\n\n'),
      date_published: article.publishedAt,
    })),
  })
}

function sitemap(outlet: SampleOutlet, _home: string, entries: readonly FeedEntry[]): string {
  const items = entries.map(
    ({ article, url }) =>
      `<url><loc>${url}</loc><news:news><news:publication><news:name>${outlet.name}</news:name><news:language>${outlet.lang}</news:language></news:publication><news:publication_date>${article.publishedAt}</news:publication_date><news:title>${escapeHtml(article.title)}</news:title></news:news></url>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${items.join('')}</urlset>`
}

const makers = { rss, atom, json, sitemap }
export const feedTypes = { rss: 'application/rss+xml', atom: 'application/atom+xml', json: 'application/feed+json', sitemap: 'application/xml' }

export function feedText(outlet: SampleOutlet, home: string, entries: readonly FeedEntry[]): string {
  return makers[outlet.feed](outlet, home, entries)
}
