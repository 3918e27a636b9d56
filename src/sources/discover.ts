/** A link an admin gave → what could be read there: candidates with sample items, best first. */
import { identifyLanguage } from '../text/language.js'
import { decodeFeed } from './decode-feed.js'
import type { FeedItem } from './feed-item.js'
import { type Fetched, type Fetcher, type FetchOutcome, isFailure } from './fetch.js'
import { type PageFacts, readPage } from './html-page.js'
import { type HtmlElement, parseHtml } from './html-tree.js'
import { readListing } from './inspect-feed.js'
import { type ListedSource, looksLikeOpml, readOpml } from './opml.js'
import { pageLinks } from './page-links.js'
import type { ParsedSitemap } from './parse-sitemap.js'
import type { SourceKind } from './source.js'
import { sourceIdentity } from './source-identity.js'
import { channelName, channelPreview, readChannel } from './telegram-channel.js'

/** One listing that could be polled. */
export interface Candidate {
  kind: SourceKind
  /** What would be polled. */
  url: string
  title: string | null
  home: string | null
  language: string | null
  /** Up to three items. */
  sample: FeedItem[]
}

export interface Discovery {
  candidates: Candidate[]
  /** Articles linked from the page that was given; read once. */
  pageLinks: string[]
  /** Sources that an OPML file lists; [] for any other link. */
  listed: ListedSource[]
  /** Why nothing was found, in plain words; null when something was. */
  problem: string | null
}

export interface DiscoverPorts {
  fetcher: Fetcher
  /** Of the source, for dates without one. */
  zone: string | null
  now: Date
  telegramWebRoot: string
  signal?: AbortSignal
}

const listingTypes = 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5'
const feedNames = ['feed', 'rss', 'rss.xml', 'feed.xml', 'atom.xml', 'index.xml', 'feed.json', 'feeds/news.xml', 'rss/news', '?feed=rss2']
const sitemapNames = ['news-sitemap.xml', 'sitemap-news.xml', 'sitemap_news.xml', 'sitemap.xml', 'sitemap_index.xml']
/** Feeds of one page that are looked at. */
const mostFeeds = 6

function nothing(problem: string): Discovery {
  return { candidates: [], pageLinks: [], listed: [], problem }
}

function languageOf(declared: string | null, items: readonly FeedItem[]): string | null {
  const text = items
    .slice(0, 20)
    .map((item) => `${item.title ?? ''} ${item.summary?.slice(0, 200) ?? ''}`)
    .join('\n')
  const { lang, confidence } = identifyLanguage(text, declared)
  return lang !== 'und' && confidence >= 0.3 ? lang : declared
}

/** The newest three, as a reader would see them first. */
function sampleOf(items: readonly FeedItem[]): FeedItem[] {
  const time = (item: FeedItem) => (item.publishedAt ?? item.updatedAt)?.instant.getTime() ?? 0
  return [...items].sort((a, b) => time(b) - time(a)).slice(0, 3)
}

function get(url: string, ports: DiscoverPorts): Promise<FetchOutcome> {
  return ports.fetcher.fetch({ url, accept: listingTypes, ...(ports.signal ? { signal: ports.signal } : {}) })
}

/** Without a protocol: https first, then http. */
function addressesOf(link: string): string[] {
  const text = link
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'http://')
  if (/^https?:\/\//i.test(text)) return [text]
  if (/^[a-z][a-z\d+.-]*:(?!\d)/i.test(text)) return [text]
  return /^[^\s/]+\.[^\s/]{2,}|^localhost|^\[/.test(text) ? [`https://${text}`, `http://${text}`] : []
}

async function newestOfIndex(sitemap: ParsedSitemap, ports: DiscoverPorts): Promise<FeedItem[]> {
  const news = sitemap.children.filter(({ url }) => /news/i.test(url))
  for (const { url } of [...news, ...sitemap.children].slice(0, 3)) {
    const outcome = await get(url, ports)
    if (outcome.kind !== 'ok') continue
    const child = await readListing(outcome.bytes, { ...ports, contentType: outcome.contentType, url: outcome.url })
    if (child.type === 'sitemap' && child.listing.items.length > 0) return child.listing.items
  }
  return []
}

/** A candidate for what stands at an address, when it is a feed or sitemap with at least one item. */
async function candidateAt(fetched: Fetched, home: string | null, ports: DiscoverPorts): Promise<{ candidate: Candidate; news: boolean } | string> {
  const found = await readListing(fetched.bytes, { ...ports, contentType: fetched.contentType, url: fetched.contentLocation ?? fetched.url })
  if (found.type === 'none') return found.problem
  const { listing } = found
  const items = found.type === 'sitemap' && found.listing.children.length > 0 ? await newestOfIndex(found.listing, ports) : listing.items
  if (items.length === 0) return `an empty ${found.type}`
  const candidate: Candidate = {
    kind: found.type,
    url: fetched.movedTo ?? fetched.url,
    title: listing.title,
    home: listing.home ?? home,
    language: languageOf(listing.language, items),
    sample: sampleOf(items),
  }
  return { candidate, news: found.type === 'feed' || found.listing.news }
}

async function telegram(name: string, ports: DiscoverPorts): Promise<Discovery> {
  const url = channelPreview(name, ports.telegramWebRoot)
  const outcome = await get(url, ports)
  if (isFailure(outcome)) return nothing(outcome.meaning)
  if (outcome.kind !== 'ok') return nothing('the channel preview gave nothing')
  const channel = readChannel(await parseHtml(decodeFeed(outcome.bytes, outcome.contentType).text), ports.now)
  if (!channel) return nothing(`@${name} has no public web preview: it is private, or a person or a bot`)
  const candidate: Candidate = {
    kind: 'telegram',
    url,
    title: channel.title,
    home: `https://t.me/${name}`,
    language: languageOf(null, channel.items),
    sample: sampleOf(channel.items),
  }
  return { candidates: [candidate], pageLinks: [], listed: [], problem: null }
}

/** Reads listings at several addresses; each found once, in the order of the addresses. */
async function candidatesAt(urls: readonly string[], home: string, ports: DiscoverPorts): Promise<{ candidate: Candidate; news: boolean }[]> {
  const found = await Promise.all(
    [...new Set(urls)].map(async (url) => {
      const outcome = await get(url, ports)
      const result = outcome.kind === 'ok' ? await candidateAt(outcome, home, ports) : 'unreadable'
      return typeof result === 'string' ? [] : [result]
    }),
  )
  const known = new Set<string>()
  return found.flat().filter(({ candidate }) => {
    const identity = sourceIdentity(candidate.url)
    return known.has(identity) ? false : known.add(identity)
  })
}

async function firstOf(urls: readonly string[], home: string, ports: DiscoverPorts): Promise<{ candidate: Candidate; news: boolean } | null> {
  for (const url of urls) {
    const [found] = await candidatesAt([url], home, ports)
    if (found) return found
  }
  return null
}

/** Only below the page that was given: several sites may share a host. */
function below(page: string, names: readonly string[]): string[] {
  const folder = new URL(page)
  folder.search = ''
  folder.pathname = /\.[a-z]{2,5}$/i.test(folder.pathname) ? folder.pathname.replace(/[^/]*$/, '') : folder.pathname.replace(/\/?$/, '/')
  return names.map((name) => new URL(name, folder).href)
}

async function ofPage(facts: PageFacts, items: readonly FeedItem[], ports: DiscoverPorts): Promise<Candidate[]> {
  const stated = await candidatesAt(facts.feeds.slice(0, mostFeeds), facts.url, ports)
  const feeds = stated.filter(({ candidate }) => candidate.kind === 'feed')
  if (feeds.length > 0) return feeds.map(({ candidate }) => candidate)
  const probed = await firstOf(below(facts.url, feedNames), facts.url, ports)
  if (probed) return [probed.candidate]
  const robots = await ports.fetcher.robots(facts.url, ports.signal)
  const folder = new URL(facts.url).pathname.replace(/[^/]*$/, '')
  const named = (robots?.sitemaps ?? []).filter((url) => URL.canParse(url) && (folder === '/' || new URL(url).pathname.startsWith(folder)))
  const sitemaps = await candidatesAt([...facts.sitemaps, ...named].slice(0, 4), facts.url, ports)
  const probedSitemap = sitemaps.length > 0 ? null : await firstOf(below(facts.url, sitemapNames), facts.url, ports)
  if (probedSitemap) sitemaps.push(probedSitemap)
  const page: Candidate[] =
    items.length >= 3
      ? [
          {
            kind: 'page',
            url: facts.url,
            title: facts.title,
            home: facts.url,
            language: languageOf(facts.language, items),
            sample: items.slice(0, 3),
          },
        ]
      : []
  const of = (news: boolean) => sitemaps.filter((one) => one.news === news).map((one) => one.candidate)
  return [...of(true), ...page, ...of(false)]
}

/** The site's title where the listing has none of its own. */
function named(candidates: readonly Candidate[], facts: PageFacts): Candidate[] {
  return candidates.map((one) => ({ ...one, title: one.title ?? facts.title, language: one.language ?? facts.language }))
}

async function pageAt(fetched: Fetched, ports: DiscoverPorts): Promise<{ facts: PageFacts; items: FeedItem[] }> {
  const root: HtmlElement = await parseHtml(decodeFeed(fetched.bytes, fetched.contentType).text)
  const facts = readPage(root, fetched.url)
  return { facts, items: await pageLinks(root, { url: fetched.url, zone: ports.zone, lang: facts.language, now: ports.now }) }
}

/** One article was given: the site behind it is looked at, and this article is read. */
async function behindArticle(facts: PageFacts, ports: DiscoverPorts): Promise<Discovery> {
  const own = await candidatesAt(facts.feeds.slice(0, mostFeeds), facts.home ?? facts.url, ports)
  if (own.length > 0)
    return {
      candidates: named(
        own.map((one) => one.candidate),
        facts,
      ),
      pageLinks: [facts.url],
      listed: [],
      problem: null,
    }
  const outcome = await get(facts.home ?? new URL('/', facts.url).href, ports)
  if (outcome.kind !== 'ok') return { ...nothing('one article, and the site behind it could not be read'), pageLinks: [facts.url] }
  const site = await pageAt(outcome, ports)
  const candidates = named(await ofPage(site.facts, site.items, ports), site.facts)
  const problem = candidates.length > 0 ? null : 'one article, and no list of articles was found on the site behind it'
  return { candidates, pageLinks: [facts.url], listed: [], problem }
}

async function ofFetched(fetched: Fetched, ports: DiscoverPorts): Promise<Discovery> {
  const { text } = decodeFeed(fetched.bytes, fetched.contentType)
  if (looksLikeOpml(text)) {
    const listed = (await readOpml(text)) ?? []
    return { ...nothing('an OPML file that lists no source'), listed, ...(listed.length > 0 ? { problem: null } : {}) }
  }
  const isPage = /<html[\s>]|<body[\s>]|<!doctype html/i.test(text.slice(0, 5_000)) || /html/i.test(fetched.contentType ?? '')
  const direct = await candidateAt(fetched, null, ports)
  if (typeof direct !== 'string') return { candidates: [direct.candidate], pageLinks: [], listed: [], problem: null }
  if (!isPage) return nothing(direct)
  const { facts, items } = await pageAt(fetched, ports)
  if (facts.isArticle) return behindArticle(facts, ports)
  const candidates = named(await ofPage(facts, items, ports), facts)
  const links = items.flatMap((item) => (item.link ? [item.link] : []))
  const problem = candidates.length > 0 ? null : 'no feed, no sitemap and no list of articles was found on this page'
  return { candidates, pageLinks: links, listed: [], problem }
}

/** Never throws; `problem` says why nothing was found. */
export async function discover(link: string, ports: DiscoverPorts): Promise<Discovery> {
  const channel = channelName(link, ports.telegramWebRoot)
  if (channel) return telegram(channel, ports)
  const addresses = addressesOf(link)
  let problem = `${JSON.stringify(link.slice(0, 200))} is not an address: expected something like https://example.am, t.me/name or @name`
  for (const address of addresses) {
    const outcome = await get(address, ports)
    if (outcome.kind === 'ok') return ofFetched(outcome, ports)
    if (isFailure(outcome)) problem = outcome.meaning
    if (isFailure(outcome) && outcome.kind !== 'network' && outcome.kind !== 'timeout') break
  }
  return nothing(problem)
}
