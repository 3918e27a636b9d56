/** HTML of a page an admin named → what it says of itself: feeds, sitemaps, home, language, whether it is one article. */
import { elementsOf, type HtmlElement, lineText } from './html-tree.js'
import { looksLikeArticle } from './page-links.js'
import { absoluteLink } from './parse-feed.js'

export interface PageFacts {
  url: string
  title: string | null
  language: string | null
  /** Addresses of feeds it names, likeliest first. */
  feeds: string[]
  sitemaps: string[]
  /** Front page of the site it belongs to, when it names one above itself. */
  home: string | null
  isArticle: boolean
}

/** Links of a page that are looked at. */
const mostLinks = 2_000

const feedTypes = /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|^text\/xml|^application\/(?:json|xml)/i
const feedPath = /(?:^|[/._-])(?:rss\d?|feeds?|atom|rdf)(?:[/._-]|$)|\.(?:rss|rdf|atom)$|[?&](?:feed|format)=(?:rss|atom)/i

function sameSite(a: string, b: string): boolean {
  const host = (url: string) => new URL(url).host.replace(/^(?:www|m|mobile)\./, '')
  return host(a) === host(b)
}

/** The address nearest above the page that the page itself links to: path-based sites share a host, so the root is not always home. */
function homeAbove(page: URL, links: readonly string[]): string | null {
  const above = links.flatMap((link) => {
    const url = new URL(link)
    const folder = url.pathname.replace(/\/?$/, '/')
    return sameSite(link, page.href) && !url.search && page.pathname !== url.pathname && page.pathname.startsWith(folder) ? [link] : []
  })
  return above.sort((a, b) => new URL(a).pathname.length - new URL(b).pathname.length)[0] ?? null
}

function isArticleMarked(root: HtmlElement): boolean | null {
  for (const element of elementsOf(root)) {
    if (element.name === 'meta' && element.attributes.property === 'og:type') return /article/i.test(element.attributes.content ?? '')
    if (element.name === 'script' && /ld\+json/.test(element.attributes.type ?? '')) {
      const text = element.children.filter((child) => typeof child === 'string').join('')
      if (
        /"@type"\s*:\s*\[?\s*"(?:News|Reportage|Analysis|Opinion|Blog)?(?:Article|Posting)"/.test(text) &&
        !/"@type"\s*:\s*\[?\s*"(?:ItemList|CollectionPage)"/.test(text)
      )
        return true
    }
  }
  return null
}

/** Length of the text outside links, and how many links have a title's length. */
function prose(root: HtmlElement): { text: number; titles: number } {
  const links = new Set<HtmlElement>()
  let titles = 0
  for (const element of elementsOf(root)) {
    if (element.name === 'a' && titles <= 30 && lineText(element).length >= 25) titles++
    if (['a', 'nav', 'header', 'footer', 'aside', 'form', 'head'].includes(element.name)) links.add(element)
  }
  return { text: lineText(root, links, 20_000).length, titles }
}

/** Without a mark of its own: an article's address with a text, or a long text with few headlines beside it. */
function readsLikeArticle(root: HtmlElement, page: URL): boolean {
  if (page.pathname === '/') return false
  const { text, titles } = prose(root)
  return looksLikeArticle(page) ? text > 500 : text > 900 && titles <= 8 && text > titles * 250
}

function rank(feed: string, page: URL): number {
  const url = new URL(feed)
  const comments = /comment/i.test(feed) ? 10 : 0
  const folder = page.pathname.replace(/[^/]*$/, '')
  return comments + (folder !== '/' && url.pathname.startsWith(folder) ? 0 : 1)
}

export function readPage(root: HtmlElement, address: string): PageFacts {
  const page = new URL(address)
  let base = address
  let title: string | null = null
  let language: string | null = null
  let named: string | null = null
  const stated: string[] = []
  const linked: string[] = []
  const sitemaps: string[] = []
  const links: string[] = []
  for (const element of elementsOf(root)) {
    const { attributes, name } = element
    if (name === 'base' && attributes.href) base = absoluteLink(attributes.href, address) ?? base
    else if (name === 'html' && attributes.lang) language = /^[a-z]{2}/i.exec(attributes.lang.trim())?.[0].toLowerCase() ?? null
    else if (name === 'title' && !title) title = lineText(element) || null
    else if (name === 'meta' && attributes.property === 'og:site_name' && attributes.content) title = attributes.content.trim() || title
    else if (name === 'link' || (name === 'a' && links.length < mostLinks)) {
      const href = absoluteLink(attributes.href, base)
      if (!href) continue
      const rel = (attributes.rel ?? '').toLowerCase().split(/\s+/)
      if (name === 'link' && ((rel.includes('alternate') && feedTypes.test(attributes.type ?? '')) || rel.includes('feed'))) stated.push(href)
      else if (name === 'link' && rel.includes('sitemap')) sitemaps.push(href)
      else if (rel.includes('home') || (name === 'link' && rel.includes('index'))) named ??= href
      else if (name === 'a') {
        links.push(href)
        if (feedPath.test(new URL(href).pathname + new URL(href).search) && sameSite(href, address)) linked.push(href)
      }
    }
  }
  const feeds = [...new Set(stated)].sort((a, b) => rank(a, page) - rank(b, page))
  const marked = isArticleMarked(root)
  return {
    url: address,
    title,
    language,
    feeds: [...new Set([...feeds, ...linked])],
    sitemaps: [...new Set(sitemaps)],
    home: named ?? homeAbove(page, links),
    isArticle: marked ?? readsLikeArticle(root, page),
  }
}
