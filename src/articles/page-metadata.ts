/** A parsed page → what it says about itself: title, author, site, canonical link, language, summary. */
import { leadIn, levelPhrase } from './clutter-phrases.js'
import { type Block, type DomDocument, type DomElement, selectSome, squeezeSpaces, upward, wordCount } from './extract-dom.js'
import { isArticle, type LinkedThing } from './page-json-ld.js'

export interface PageMetadata {
  title: string
  /** The element that shows the title; null when only the head names it. */
  titleElement: DomElement | null
  author: string | null
  canonicalLink: string | null
  /** As the page declares it, two letters; null unknown. */
  lang: string | null
  summary: string | null
}

const longestValue = 2_000

/** Lower-case name (of `property`, `name` or `itemprop`) → the first content that is not blank. */
type Metas = ReadonlyMap<string, string>

function readMetas(document: DomDocument): Metas {
  const metas = new Map<string, string>()
  for (const element of selectSome(document, 'meta[content]', 1_000)) {
    const content = squeezeSpaces((element.getAttribute('content') ?? '').slice(0, longestValue))
    if (content === '') continue
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase()
      if (name && !metas.has(name)) metas.set(name, content)
    }
  }
  return metas
}

function metaContent(metas: Metas, names: readonly string[]): string | null {
  for (const name of names) {
    const content = metas.get(name)
    if (content) return content
  }
  return null
}

/** Markup inside a value of the head (`<b>deal</b>`) is shown by nobody: plain text. */
function plain(text: string): string {
  return squeezeSpaces(
    text
      .replace(/<\/?[a-z][^<>]*>?/gi, '')
      .replace(/&(?:amp|#38);/g, '&')
      .replace(/&(?:quot|#34);/g, '"')
      .replace(/&(?:#39|apos);/g, "'")
      .replace(/&nbsp;/g, ' '),
  )
}

function key(text: string): string {
  return levelPhrase(text).replace(/[^\p{L}\p{N}]+/gu, '')
}

/** True of a link to a folder above the page: the home page, wherever a site is hung in, or a section's. */
function leadsUp(href: string, page: URL): boolean {
  if (!URL.canParse(href, page.href)) return false
  const { origin, pathname } = new URL(href, page)
  return origin === page.origin && pathname.endsWith('/') && page.pathname !== pathname && page.pathname.startsWith(pathname)
}

function siteNames(document: DomDocument, metas: Metas, page: { things: readonly LinkedThing[]; url: URL }): Set<string> {
  const { things, url } = page
  const host = url.hostname
  const names = [
    metaContent(metas, ['og:site_name', 'application-name', 'apple-mobile-web-app-title']),
    ...things.flatMap((item) => [...item.publisher, ...(item.types.some((type) => /WebSite|Organization/.test(type)) ? [item.name ?? ''] : [])]),
    host.replace(/^www\./, ''),
    host.replace(/^www\./, '').split('.')[0] ?? '',
  ]
  const up = selectSome(document, 'a[href]', 60).filter((link) => leadsUp(link.getAttribute('href') ?? '', url))
  for (const link of [...selectSome(document, 'a[href="/"],a[rel="home"]', 50), ...up]) {
    names.push(link.textContent ?? '')
    names.push(link.querySelector('img')?.getAttribute('alt') ?? '')
  }
  return new Set(names.flatMap((name) => (name && wordCount(name) <= 8 ? [key(name)] : [])).filter((name) => name !== ''))
}

const divider = /\s+(?:[|»«•·:/\\]+|[-–—]+|::|&raquo;)\s+|\s*\|\s*|\s»\s|:\s+(?=\S+\.\w{2,4}$)/u

/** The title tag without site and section names at its ends. `shown`: what the page shows as headline, when it is part of it. */
function withoutSite(title: string, sites: ReadonlySet<string>): string {
  const parts = title.split(new RegExp(`(${divider.source})`, 'u'))
  // Odd places hold the dividers.
  let from = 0
  let to = parts.length - 1
  const isSite = (part: string | undefined) =>
    part !== undefined && (sites.has(key(part)) || /^[\w-]+\.(?:com|org|net|am|az|ge|ru|tr|info|eu|news|tv)$/i.test(part.trim()))
  while (to - from >= 2 && isSite(parts[to])) to -= 2
  while (to - from >= 2 && isSite(parts[from])) from += 2
  // Nothing known was found: a short last part after a bar or a dash is the site's name.
  if (from === 0 && to === parts.length - 1 && to >= 2) {
    const last = parts[to] ?? ''
    const before = parts.slice(0, to - 1).join('')
    const strong = /[|»•]|::/.test(parts[to - 1] ?? '')
    if (wordCount(before) >= 3 && wordCount(last) <= (strong ? 5 : 3) && wordCount(last) < wordCount(before) && (strong || /^\p{Lu}/u.test(last)))
      to -= 2
  }
  return squeezeSpaces(parts.slice(from, to + 1).join(''))
}

/** How much of the shorter one's words the longer one has, 0 to 1. */
function overlap(a: string, b: string): number {
  const words = (text: string) => new Set(levelPhrase(text).match(/[\p{L}\p{N}]+/gu) ?? [])
  const [small, large] = [words(a), words(b)].sort((x, y) => x.size - y.size)
  if (!small || !large || small.size === 0) return 0
  let common = 0
  for (const word of small) if (large.has(word)) common++
  return common / small.size
}

const headlineName =
  /(?:^|[\s_-])(?:headline|hed|entry-?title|post-?title|article-?title|news-?title|story-?title|page-?title|title|baslik|bashliq|basliq|haber-?baslik|zagolovok|nazvanie|vernagir|satauri)(?:$|[\s_-])/i

const officialWord =
  /^(?:the )?(?:official (?:web ?site|website|page|portal)|web ?site|ministry|government|embassy|parliament|national assembly|office of|press service|administration|официальный (?:сайт|интернет)|министерство|правительство|посольство|парламент|пресс-служба|администрация|արտաքին գործերի նախարարություն|կառավարություն|դեսպանություն|xarici işlər nazirliyi|nazirliyi|hökumət|საგარეო საქმეთა სამინისტრო|სამინისტრო|მთავრობა|dışişleri bakanlığı|t\.?c\.? )/iu

const lowerInNames =
  /^(?:of|the|and|for|to|in|и|по|в|при|дел|иностранных|внутренних|обороны|юстиции|экономики|сайт|портал|министерство|правительство|посольство|парламент|գործերի|նախարարություն|նախարարության|կառավարություն|դեսպանություն|և|պաշտոնական|կայք|işlər|nazirliyi|ve|və|bakanlığı)$/iu

/** Old sites of ministries put their own name into the title of every page: "Ministry of Foreign Affairs of …", each word a name. */
function isOfficialName(title: string): boolean {
  const words = title.match(/[\p{L}\p{M}'’-]+/gu) ?? []
  return words.length <= 9 && officialWord.test(title) && words.every((word) => /^\p{Lu}|[\u10d0-\u10ff]/u.test(word) || lowerInNames.test(word))
}

/** Elements that may show the title, best kind first, in document order within a kind. */
function headlineElements(document: DomDocument): DomElement[] {
  const found = new Set<DomElement>()
  const add = (selector: string, test: (element: DomElement) => boolean = () => true) => {
    for (const element of selectSome(document, selector, 3_000).filter(test).slice(0, 100)) found.add(element)
  }
  add('h1')
  add('[itemprop="headline"],[itemprop="name headline"]')
  add('h2,h3,div,span,p,td', (element) => headlineName.test(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`))
  add('font', (element) => /^(?:\+[2-9]|[4-7])$/.test(element.getAttribute('size') ?? ''))
  add('h2')
  add('b,strong')
  return [...found].filter((element) => {
    const text = element.textContent ?? ''
    // A title with all its spaces is shorter; counting the words of a whole page for each element takes long.
    const words = text.length > 4_000 ? 0 : wordCount(squeezeSpaces(text))
    return words > 0 && words <= 45
  })
}

function isInsideLink(element: DomElement): boolean {
  for (const at of upward(element)) if (at.localName === 'a') return true
  const link = element.querySelector('a')
  return (
    link !== null &&
    squeezeSpaces(link.textContent ?? '') === squeezeSpaces(element.textContent ?? '') &&
    /^(?:\/|https?:\/\/[^/]+\/?)$/.test(link.getAttribute('href') ?? '')
  )
}

interface Headline {
  title: string
  element: DomElement | null
}

function findTitle(
  document: DomDocument,
  metas: Metas,
  page: { things: readonly LinkedThing[]; sites: ReadonlySet<string>; blocks: readonly Block[] },
): Headline {
  const { things, sites, blocks } = page
  const tag = plain(squeezeSpaces((document.querySelector('title')?.textContent ?? '').slice(0, longestValue)))
  const named = [
    metaContent(metas, ['og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'headline', 'sailthru.title', 'parsely-title']),
    ...things.filter(isArticle).map((item) => item.headline ?? null),
  ].flatMap((name) => (name ? [withoutSite(plain(name), sites)] : []))
  const tagTitle = withoutSite(tag, sites)
  const hints = [...named, tagTitle].filter((hint) => hint !== '' && !sites.has(key(hint)) && !isOfficialName(hint))
  const elements = headlineElements(document).filter((element) => !sites.has(key(element.textContent ?? '')))
  const textOf = (element: DomElement) => squeezeSpaces(element.textContent ?? '')
  const agrees = (element: DomElement) => {
    const text = textOf(element)
    return (
      wordCount(text) >= 2 && hints.some((hint) => key(hint) === key(text) || (overlap(hint, text) >= 0.75 && wordCount(text) * 2 >= wordCount(hint)))
    )
  }
  const main = elements.filter((element) => element.localName === 'h1' || element.getAttribute('itemprop') === 'headline')
  const best = main.find(agrees) ?? elements.filter((element) => element.localName !== 'b' && element.localName !== 'strong').find(agrees)
  if (best) return { title: textOf(best), element: best }
  // The page shows a headline that its head does not know: believed when it is the only one, or the head says nothing.
  const single = main.filter((element) => !isInsideLink(element))
  if (single[0] && (single.length === 1 || hints.length === 0) && wordCount(textOf(single[0])) >= 2)
    return { title: textOf(single[0]), element: single[0] }
  if (hints[0]) return { title: hints[0], element: null }
  const firstText = blocks.findIndex((block) => wordCount(block.text) >= 20 && block.linked < block.text.length / 2)
  const before = new Set(blocks.slice(0, firstText < 0 ? blocks.length : firstText + 1).map((block) => block.element))
  const shown = elements.find((element) => !isInsideLink(element) && wordCount(textOf(element)) >= 3 && isBefore(element, before))
  return shown ? { title: textOf(shown), element: shown } : { title: tagTitle, element: null }
}

function isBefore(element: DomElement, holders: ReadonlySet<DomElement>): boolean {
  for (const at of upward(element)) if (holders.has(at)) return at.localName !== 'body'
  return element.querySelector('*') !== null && [...holders].some((holder) => element.contains(holder))
}

const authorSelectors =
  '[rel~="author"],[itemprop="author"],.byline,.author,.author-name,.post-author,.entry-author,.article-author,.au,.by,.avtor,.muellif,.yazar,.kaynak,[class*="byline"],[class*="author"]'

function cleanAuthor(text: string, sites: ReadonlySet<string>): string | null {
  let name = squeezeSpaces(plain(text))
  for (
    let found = leadIn(name);
    found && (found.kind === 'author' || found.kind === 'source' || found.kind === 'photo') && found.rest !== '';
    found = leadIn(name)
  )
    name = found.rest
  name = name.split(/\s*[|·•]\s*|\s+[–—-]\s+|\s*,?\s*\d{1,2}[./:]|,?\s*\d|\s+(?:published|updated)\b/iu)[0]?.trim() ?? ''
  const fits = name.length >= 2 && name.length <= 80 && wordCount(name) <= 8 && !/https?:|@|[{}<>]|\d{3}/.test(name) && /\p{L}{2}/u.test(name)
  return fits && !leadIn(name)?.kind.startsWith('dated') && !(sites.has(key(name)) && wordCount(name) < 2 && name.includes('.')) ? name : null
}

function findAuthor(document: DomDocument, metas: Metas, page: { things: readonly LinkedThing[]; sites: ReadonlySet<string> }): string | null {
  const { things, sites } = page
  const fromThings = [...new Set(things.filter(isArticle).flatMap((item) => item.author))].flatMap((name) => cleanAuthor(name, sites) ?? [])
  if (fromThings.length) return fromThings.slice(0, 5).join(', ')
  const meta = metaContent(metas, ['author', 'article:author', 'dc.creator', 'dcterms.creator', 'sailthru.author', 'parsely-author', 'byl'])
  const fromMeta = meta ? cleanAuthor(meta, sites) : null
  if (fromMeta) return fromMeta
  for (const element of selectSome(document, authorSelectors, 100)) {
    const name = cleanAuthor(element.textContent ?? '', sites)
    if (name && wordCount(element.textContent ?? '') <= 25) return name
  }
  return null
}

/** `blocks`: the page's visible blocks, `url`: its address. Reads, changes nothing. */
export function readMetadata(document: DomDocument, things: readonly LinkedThing[], page: { url: URL; blocks: readonly Block[] }): PageMetadata {
  const metas = readMetas(document)
  const sites = siteNames(document, metas, { things, url: page.url })
  const { title, element } = findTitle(document, metas, { things, sites, blocks: page.blocks })
  const declared =
    document.documentElement?.getAttribute('lang') ??
    metaContent(metas, ['og:locale', 'content-language', 'language']) ??
    things.find(isArticle)?.inLanguage
  const lang = /^([a-z]{2})(?:[-_]|$)/i.exec(declared?.trim() ?? '')?.[1]?.toLowerCase() ?? null
  return {
    title,
    titleElement: element,
    author: findAuthor(document, metas, { things, sites }),
    canonicalLink: document.querySelector('link[rel="canonical" i]')?.getAttribute('href') ?? metaContent(metas, ['og:url']),
    lang,
    summary: metaContent(metas, ['og:description', 'description', 'twitter:description']),
  }
}
