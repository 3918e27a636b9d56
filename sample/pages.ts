/** A sample article → the page a site would serve, clutter included: three ways in which news sites are made. */
import type { SampleArticle, SampleOutlet } from './outlets.js'

export interface PageParts {
  outlet: SampleOutlet
  article: SampleArticle
  lang: string
  url: string
  home: string
  /** Other articles of the outlet, for the "related" boxes. */
  related: readonly { title: string; url: string }[]
}

const labels: Record<string, { related: string; share: string; listen: string }> = {
  en: { related: 'Related stories', share: 'Share', listen: 'Listen to the article' },
  ru: { related: 'Читайте также', share: 'Поделиться', listen: 'Слушать статью' },
  hy: { related: 'Կարդացեք նաև', share: 'Կիսվել', listen: 'Լսել հոդվածը' },
  az: { related: 'Həmçinin oxuyun', share: 'Paylaş', listen: 'Məqaləni dinlə' },
  ka: { related: 'ასევე წაიკითხეთ', share: 'გაზიარება', listen: 'მოუსმინეთ სტატიას' },
  tr: { related: 'Ayrıca okuyun', share: 'Paylaş', listen: 'Haberi dinle' },
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

function list(parts: PageParts): string {
  return parts.related.map(({ title, url }) => `<li><a href="${url}">${escapeHtml(title)}</a></li>`).join('')
}

function localDate(parts: PageParts): string {
  return new Intl.DateTimeFormat(parts.lang, { dateStyle: 'long', timeStyle: 'short', timeZone: parts.outlet.zone }).format(
    new Date(parts.article.publishedAt),
  )
}

function words(parts: PageParts): { related: string; share: string; listen: string } {
  return labels[parts.lang] ?? { related: 'Related stories', share: 'Share', listen: 'Listen to the article' }
}

/** An <article> with JSON-LD, a side column and a newsletter box. */
function columns(parts: PageParts): string {
  const { article, outlet, lang, url } = parts
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    datePublished: article.publishedAt,
    mainEntityOfPage: url,
  }
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escapeHtml(article.title)} | ${outlet.name}</title>
<link rel="canonical" href="${url}"><link rel="alternate" type="${outlet.feed === 'json' ? 'application/feed+json' : 'application/rss+xml'}" href="${parts.home}feed" title="${outlet.name}">
<script type="application/ld+json">${JSON.stringify(data).replace(/</g, '\\u003c')}</script></head><body>
<header><nav><a href="${parts.home}">${outlet.name}</a></nav></header>
<main><article><h1>${escapeHtml(article.title)}</h1><div class="share">${words(parts).share}: <a href="#">A</a> <a href="#">B</a></div>
${article.paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')}
<aside class="related"><h4>${words(parts).related}</h4><ul>${list(parts)}</ul></aside></article></main>
<aside class="newsletter"><form><p>Newsletter</p><input name="email"><button>OK</button></form></aside><footer>© ${outlet.name}: sample pages</footer></body></html>`
}

/** Meta tags for the date, an audio line, "related" in the middle of the text. */
function plain(parts: PageParts): string {
  const { article, outlet, lang, url } = parts
  const body = article.paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`)
  body.splice(
    1,
    0,
    `<p class="read-also"><b>${words(parts).related}:</b> ${parts.related
      .slice(0, 1)
      .map((one) => `<a href="${one.url}">${escapeHtml(one.title)}</a>`)
      .join('')}</p>`,
  )
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escapeHtml(article.title)} - ${outlet.name}</title>
<meta property="og:title" content="${escapeHtml(article.title)}"><meta property="article:published_time" content="${article.publishedAt}">
<link rel="canonical" href="${url}"><link rel="alternate" type="${outlet.feed === 'atom' ? 'application/atom+xml' : 'application/rss+xml'}" href="${parts.home}feed"></head><body>
<div class="cookie-banner">Cookies: <button>OK</button></div><div class="menu"><a href="${parts.home}">${outlet.name}</a></div>
<div class="content"><h1>${escapeHtml(article.title)}</h1><div class="listen">${words(parts).listen}</div>${body.join('\n')}</div>
<div class="tags"><a href="#">sample</a></div><div class="bottom">© ${outlet.name}: sample pages</div></body></html>`
}

/** Tables and line breaks, the date only in words. */
function tables(parts: PageParts): string {
  const { article, outlet, lang } = parts
  return `<html lang="${lang}"><head><meta charset="utf-8"><title>${outlet.name}: ${escapeHtml(article.title)}</title></head><body>
<table width="100%"><tr><td colspan="2"><a href="${parts.home}"><b>${outlet.name}</b></a></td></tr><tr><td valign="top" width="70%">
<h1>${escapeHtml(article.title)}</h1><font size="1">${localDate(parts)}</font><br><br>${article.paragraphs.map(escapeHtml).join('<br><br>')}<br><br></td>
<td valign="top"><b>${words(parts).related}</b><ul>${list(parts)}</ul></td></tr></table><p>© ${outlet.name}: sample pages</p></body></html>`
}

const templates = { columns, plain, tables }

export function articlePage(parts: PageParts): string {
  return templates[parts.outlet.template](parts)
}

/** The outlet's front page: a list of links, the feed named in the head. */
export function homePage(outlet: SampleOutlet, home: string, items: readonly { title: string; url: string }[]): string {
  const types = { rss: 'application/rss+xml', atom: 'application/atom+xml', json: 'application/feed+json', sitemap: '' }
  const feed =
    outlet.feed === 'sitemap'
      ? `<link rel="sitemap" href="${home}sitemap.xml">`
      : `<link rel="alternate" type="${types[outlet.feed]}" href="${home}feed" title="${outlet.name}">`
  return `<!doctype html><html lang="${outlet.lang}"><head><meta charset="utf-8"><title>${outlet.name}</title>${feed}</head><body><h1>${outlet.name}</h1>
<ul class="news">${items.map(({ title, url }) => `<li><a href="${url}">${escapeHtml(title)}</a></li>`).join('')}</ul></body></html>`
}
