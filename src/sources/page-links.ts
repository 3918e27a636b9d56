/** A page without feed → the articles it links to, with the titles, dates and teasers that stand beside the links. */
import { parseDateTime } from '../text/dates.js'
import { createBreath } from './breath.js'
import type { DateReading } from './feed-date.js'
import type { FeedItem } from './feed-item.js'
import { oneLine } from './html-text.js'
import { elementsOf, type HtmlElement, lineText } from './html-tree.js'

export interface PageReading extends DateReading {
  /** The page's own address after redirects. */
  url: string
}

interface Anchor {
  element: HtmlElement
  url: string
  text: string
  heading: boolean
}

/** Parts of a path that never lead to an article, in the words sites use for them. */
const service =
  /^(?:tags?|categor(?:y|ies)|authors?|users?|search|login|signin|register|signup|account|cart|about(?:-us)?|contacts?|privacy.*|terms.*|cookies?.*|advert.*|reklama?|subscribe|newsletters?|rss|feeds?|atom|sitemap.*|page|archives?|wp-(?:login|admin|content|json|includes)|cdn-cgi|share|print|comments?|login\.php|mailto.*|static|assets|media-kit|careers|jobs|faq|help|donate|shop|events?|videos?|gallery|photos?|podcasts?)$/i
const files = /\.(?:jpe?g|png|gif|webp|svg|ico|css|js|mp[34]|avi|mov|pdf|docx?|xlsx?|pptx?|zip|rar|gz|exe|apk|xml|rss|json|txt)$/i

function siteHost(url: URL): string {
  return url.host.replace(/^(?:www|m|mobile|amp)\./, '')
}

function segmentsOf(url: URL): string[] {
  return url.pathname.split('/').filter(Boolean)
}

/** Whether an address looks like one article's: a day, a long number or a slug of several words in it. */
export function looksLikeArticle(url: URL): boolean {
  const segments = segmentsOf(url)
  const last = (segments.at(-1) ?? '').replace(/\.\w{2,5}$/, '')
  if (/\/(?:19|20)\d\d[/-]?\d{1,2}(?:[/-]\d{1,2})?\//.test(url.pathname) && segments.length >= 3) return true
  if (last.split(/[-_]/).filter(Boolean).length >= 4) return true
  if (/(?:^|\D)\d{4,}(?:\D|$)/.test(last) && !/^(?:19|20)\d\d$/.test(last)) return true
  if (segments.some((part, index) => index > 0 && /^\d{4,}$/.test(part) && !/^(?:19|20)\d\d$/.test(part))) return true
  return [...url.searchParams].some(
    ([name, value]) => /^(?:id|newsid|news_id|article|articleid|p|nid|story|item)$/i.test(name) && /^\d{2,}$/.test(value),
  )
}

/** Numbers and slugs made alike: pages of one kind share a shape. */
function shapeOf(url: URL): string {
  const parts = segmentsOf(url).map((part) => (/^\d+$/.test(part) ? '#' : /\d{3,}|[-_].*[-_]/.test(part) ? '*' : part.length > 24 ? '*' : part))
  return `${parts.slice(0, -1).join('/')}/${parts.length > 0 && /[#*]/.test(parts.at(-1) ?? '') ? parts.at(-1) : 'x'}?${[...url.searchParams.keys()].join('&')}`
}

/** Links of a page that are looked at, and links to one address. */
const mostAnchors = 4_000
const mostPerUrl = 6

async function anchorsOf(root: HtmlElement, page: URL): Promise<Anchor[]> {
  const breathe = createBreath()
  const anchors: Anchor[] = []
  let base = page.href
  for (const element of elementsOf(root)) {
    if (element.name === 'base' && element.attributes.href && URL.canParse(element.attributes.href, page.href))
      base = new URL(element.attributes.href, page.href).href
    const href = element.name === 'a' ? element.attributes.href?.trim() : undefined
    if (!href || !URL.canParse(href, base)) continue
    const url = new URL(href, base)
    url.hash = ''
    if ((url.protocol !== 'http:' && url.protocol !== 'https:') || siteHost(url) !== siteHost(page)) continue
    if (anchors.length >= mostAnchors) break
    await breathe()
    const inner = headingIn(element)
    let heading = inner !== undefined
    for (let up = element.parent, steps = 0; up && steps < 3 && !heading; up = up.parent, steps++) heading = /^h[1-6]$/.test(up.name)
    const text = lineText(inner ?? element) || oneLine(element.attributes.title ?? '')
    anchors.push({ element, url: url.href, text, heading })
  }
  return anchors
}

function headingIn(anchor: HtmlElement): HtmlElement | undefined {
  let looked = 0
  for (const child of elementsOf(anchor)) {
    if (/^h[1-6]$/.test(child.name)) return child
    if (++looked > 60) return undefined
  }
  return undefined
}

function inNavigation(element: HtmlElement): boolean {
  for (let up = element.parent; up; up = up.parent) if (up.name === 'nav' || up.name === 'footer') return true
  return false
}

/** The largest box around a link in which no other article is linked. */
function boxOf(anchor: Anchor, hrefOf: ReadonlyMap<HtmlElement, string>): HtmlElement {
  let box = anchor.element
  for (let up = box.parent, steps = 0; up && steps < 6 && up.name !== 'body' && up.name !== ''; up = up.parent, steps++) {
    let alone = true
    for (const element of elementsOf(up)) {
      const href = hrefOf.get(element)
      if (href && href !== anchor.url) {
        alone = false
        break
      }
    }
    if (!alone) break
    box = up
  }
  return box
}

function dateIn(box: HtmlElement, rest: string, reading: PageReading): ReturnType<typeof parseDateTime> {
  const options = { zone: reading.zone, now: reading.now, ...(reading.lang ? { lang: reading.lang } : {}) }
  for (const element of elementsOf(box)) {
    const stated = element.attributes.datetime ?? (element.attributes.itemprop === 'datePublished' ? element.attributes.content : undefined)
    const date = stated ? parseDateTime(stated, options) : null
    if (date) return date
  }
  for (const element of elementsOf(box)) {
    if (element.name !== 'time' && !/date|time/i.test(element.attributes.class ?? '')) continue
    const date = parseDateTime(lineText(element), options)
    if (date) return date
  }
  return rest.length <= 80 ? parseDateTime(rest, options) : null
}

function titleOf(anchors: readonly Anchor[]): string {
  const [best] = [...anchors].sort((a, b) => Number(b.heading) - Number(a.heading) || Math.min(b.text.length, 200) - Math.min(a.text.length, 200))
  return best?.text.slice(0, 300) ?? ''
}

function isTitle(text: string): boolean {
  return text.length >= 15 && text.split(/\s+/).length >= 3
}

/** Most links of a listing lie under one folder where the page itself has one: then the others are another site's on the same host. */
function withinScope<T extends { url: string }>(found: T[], page: URL): T[] {
  const folder = page.pathname.replace(/[^/]*$/, '')
  if (folder === '/') return found
  const inside = found.filter((one) => new URL(one.url).pathname.startsWith(folder))
  return inside.length >= found.length * 0.6 ? inside : found
}

/** Article links of a page in its order, each once. */
export async function pageLinks(root: HtmlElement, reading: PageReading): Promise<FeedItem[]> {
  const breathe = createBreath()
  const page = new URL(reading.url)
  const byUrl = new Map<string, Anchor[]>()
  for (const anchor of await anchorsOf(root, page)) {
    await breathe()
    const url = new URL(anchor.url)
    if (url.pathname === page.pathname && url.search === page.search) continue
    if (segmentsOf(url).length === 0 && url.search === '') continue
    if (files.test(url.pathname) || segmentsOf(url).some((part) => service.test(part))) {
      // "/video/2024/08/18/…" is an article for all that; a bare "/video" is none.
      if (files.test(url.pathname) || !looksLikeArticle(url)) continue
    }
    const same = byUrl.get(anchor.url)
    if (!same) byUrl.set(anchor.url, [anchor])
    else if (same.length < mostPerUrl) same.push(anchor)
  }
  const shapes = new Map<string, number>()
  const titled: { url: string; title: string; shape: string; anchors: Anchor[] }[] = []
  for (const [url, anchors] of byUrl) {
    await breathe()
    const title = titleOf(anchors)
    if (!isTitle(title)) continue
    const shape = shapeOf(new URL(url))
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1)
    titled.push({ url, title, shape, anchors })
  }
  const chosen = titled.filter(({ url, title, shape, anchors }) => {
    const strong = looksLikeArticle(new URL(url))
    if (!strong && anchors.every(({ element }) => inNavigation(element))) return false
    return strong || ((shapes.get(shape) ?? 0) >= 3 && title.length >= 25) || anchors.some((anchor) => anchor.heading)
  })
  const scoped = withinScope(chosen, page)
  const hrefOf = new Map(scoped.flatMap(({ url, anchors }) => anchors.map((anchor) => [anchor.element, url] as const)))
  const items: FeedItem[] = []
  for (const { url, title, anchors } of scoped.slice(0, 300)) {
    await breathe()
    const [first] = anchors
    const box = first ? boxOf(first, hrefOf) : root
    const rest = lineText(box, new Set(anchors.map((anchor) => anchor.element)))
    const teaser = rest.length >= 60 ? rest.slice(0, 600) : null
    const publishedAt = dateIn(box, rest, reading)
    items.push({ id: url, title, link: url, publishedAt, updatedAt: null, summary: teaser, content: null, author: null, categories: [] })
  }
  return items
}
