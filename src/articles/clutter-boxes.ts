/** A page's DOM → the same without the boxes around and inside the article: navigation, sharing, related stories, captions, comments. */
import { clutterReason } from './clutter-lines.js'
import type { DroppedText } from './dropped-text.js'
import { type DomDocument, type DomElement, isBlock, isElement, readBlocks, selectSome, squeezeSpaces, upward, wordCount } from './extract-dom.js'

/** Parts of class names and ids. The Latin spellings of the region's languages count like the English ones. */
const boxTokens = new Set(
  `share shares sharing sharebar sharebox sharedaddy addthis addtoany social socials socialbar related relatedposts relatednews relatedarticles recommended recommend recommendation recommendations recirc readmore readalso seealso alsoread
newsletter newsletters subscribe subscribes subscription signup optin mailchimp promo promos promoted promotion advert adverts advertisement advertising ads adsbox adslot adunit adsense sponsor sponsored sponsors caption captions wpcaption figcaption credit credits imagecredit photocredit byline bylines
author authors authorbox authorbio bio tags tag taglist tagcloud topics comments comment commentlist disqus respond breadcrumb breadcrumbs crumbs pagination pager navigation nav navbar menu submenu toolbar toolbox tools utility
sidebar widget widgets cookie cookies gdpr consent popup modal overlay lightbox tooltip print printfriendly donate donation donations popular trending mostread mostpopular latest recent outbrain taboola zergnet revcontent mgid adnow smi2 relap
rating ratings vote votes poll likes like reactions counter counters views pageviews timestamp dateline postmeta entrymeta meta metadata footer masthead topbar ticker marquee breaking skip skiplink screenreader audioplayer videoplayer listen tts playlist gallery slideshow carousel slider
copyright disclaimer legal login register search searchbox language languages lang langs weather currency rates exchange kicker eyebrow standfirstnav
paylas paylasim ilgili benzer yorum yorumlar etiket etiketler etiketi kaynak reklam reklama bulten podpis teg tegi tegler teqler oxsar oxu oxunan oxunanlar paylash podelitsya podelit kommentarii kommentariev koment komentarebi msgavsi reklami`.split(
    /\s+/,
  ),
)
const boxNames =
  /(?:^|[\s_-])(?:read-?more|read-?also|see-?also|also-?read|most-?read|most-?popular|editors?-?(?:choice|picks?)|more-?(?:from|on|stories|news|like)|you-?may|in-?article-?(?:ad|promo)|post-?(?:meta|navigation|nav|tags|author|info)|entry-?(?:meta|footer)|article-?(?:meta|tags|tools|footer|info|share|actions)|author-?(?:bio|box|info|card)|social-?\w*|share-?\w*|jp-relatedposts|support-?(?:note|us|box)|donat\w*|cat-?links|tags?-?links|pull)(?=$|[\s_-])/i
const pullQuote = /(?:^|[\s_-])(?:pull-?quote|pulled-?quote)(?=$|[\s_-])/i
const roles = /^(?:navigation|complementary|banner|contentinfo|search|dialog|alertdialog|menu|menubar|toolbar|tablist|note)$/i
/** Holders that a layout names by such words without being such a box. */
const bodyNames =
  /article-?body|articlebody|entry-?content|post-?content|story-?body|article-?(?:text|content)|news-?(?:text|body|content)|post-?body|main-?content/i

const shortPage = 300
const surroundings =
  /^(?:footer|sidebar|nav|navbar|navigation|menu|submenu|breadcrumbs?|crumbs|topbar|masthead|copyright|cookies?|gdpr|consent|widgets?|newsletter|related\w*|latest|recent|popular|trending|most\w+|recommended|recommendations)$/i

interface Measure {
  words: number
  paragraphs: number
}

function measureAll(root: DomElement): Map<DomElement, Measure> {
  const measures = new Map<DomElement, Measure>()
  function visit(element: DomElement): Measure {
    const sum: Measure = { words: 0, paragraphs: 0 }
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) sum.words += wordCount(node.textContent ?? '')
      else if (isElement(node)) {
        const inner = visit(node)
        sum.words += inner.words
        sum.paragraphs += inner.paragraphs + (node.localName === 'p' && inner.words > 8 ? 1 : 0)
      }
    }
    measures.set(element, sum)
    return sum
  }
  visit(root)
  return measures
}

function tokensOf(element: DomElement): string[] {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
  return names
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '')
}

function boxReason(element: DomElement, measure: Measure, all: number): string | null {
  const name = element.localName
  const share = measure.words / Math.max(all, 1)
  if (name === 'form') return share < 0.3 ? 'form' : null
  if (name === 'button' || name === 'label' || name === 'marquee' || name === 'nav' || name === 'menu') return share < 0.3 ? `<${name}>` : null
  if (name === 'figure' || name === 'figcaption' || name === 'picture') return share < 0.15 && measure.paragraphs < 3 ? 'caption' : null
  if (name === 'aside') return share < 0.3 && measure.paragraphs < 8 ? 'aside' : null
  if (name === 'footer' || name === 'address') return share < 0.25 ? `<${name}>` : null
  if (name === 'body' || name === 'html' || name === 'main' || name === 'article' || /^h[12]$/.test(name) || name === 'time') return null
  if (roles.test(element.getAttribute('role') ?? '')) return share < 0.25 ? 'role of a side part' : null
  // A row of a table of data belongs to its table.
  if (name === 'tr' || name === 'th' || name === 'tbody') return null
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
  if (names.trim() === '' || bodyNames.test(names)) return null
  const found = boxNames.test(names) ? boxNames.exec(names)?.[0]?.trim() : tokensOf(element).find((token) => boxTokens.has(token))
  if (!found) return null
  // A comment list may be longer than the article.
  if (/^(?:comments?|disqus|commentlist|yorum(?:lar)?|respond)$/i.test(found)) return share < 0.6 ? `box "${found}"` : null
  // On a page of a few lines what surrounds them weighs more.
  const most = all < shortPage && surroundings.test(found) ? 0.4 : 0.15
  return share < most && measure.paragraphs < 4 ? `box "${found}"` : null
}

/** A pull quote shows again what the text says; some layouts use the name for quotations that stand only there. */
function repeatsText(element: DomElement, body: DomElement): boolean {
  if (!pullQuote.test(element.getAttribute('class') ?? '')) return false
  const bare = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()
  const start = bare(element.textContent ?? '').slice(0, 60)
  return start.length > 20 && bare(body.textContent ?? '').split(start).length > 2
}

/** The heading of a page stays even in a box named like clutter. */
function holdsTitle(element: DomElement): boolean {
  return (
    element.localName === 'h1' ||
    element.querySelector('h1') !== null ||
    element.getAttribute('itemprop') === 'articleBody' ||
    element.querySelector('[itemprop="articleBody"]') !== null
  )
}

/** By name: class, id, role, tag. In place. */
export function dropBoxes(document: DomDocument, dropped: DroppedText[]): void {
  const body = document.body
  if (!body) return
  const measures = measureAll(body)
  const all = measures.get(body)?.words ?? 0
  const page = body
  function visit(element: DomElement): void {
    let child = element.firstChild
    while (child) {
      const next = child.nextSibling
      if (isElement(child)) {
        const measure = measures.get(child)
        const reason = measure ? (boxReason(child, measure, all) ?? (repeatsText(child, page) ? 'quotation shown twice' : null)) : null
        if (reason && !holdsTitle(child)) {
          const text = squeezeSpaces(child.textContent ?? '')
          if (text !== '') dropped.push({ step: 'boxes', reason, text })
          child.remove()
        } else visit(child)
      }
      child = next
    }
  }
  visit(body)
}

/** Every item of the list has a link. */
function isLinkList(element: DomElement): boolean {
  if (element.localName !== 'ul' && element.localName !== 'ol') return false
  const items = [...element.querySelectorAll('li')]
  return items.length > 1 && items.every((item) => item.querySelector('a[href]') !== null && wordCount(item.textContent ?? '') <= 35)
}

/** A link to another article with the beginning of its text under it. */
function isTeaser(element: DomElement, text: string): boolean {
  if (!/^(?:div|li|article|section|table|tr|dl)$/.test(element.localName)) return false
  const link = selectSome(element, 'a[href]', 5)
    .map((anchor) => squeezeSpaces(anchor.textContent ?? ''))
    .find((words) => wordCount(words) >= 3)
  return link !== undefined && text.indexOf(link) >= 0 && text.indexOf(link) < 30 && wordCount(text) <= 120
}

/** Links and short lines make up the whole of it. */
function looksLikeList(element: DomElement): boolean {
  const blocks = readBlocks(element)
  if (blocks.length === 0) return true
  const length = blocks.reduce((sum, block) => sum + block.text.length, 0)
  const linked = blocks.reduce((sum, block) => sum + block.linked, 0)
  return linked / Math.max(length, 1) > 0.5 || blocks.every((block) => wordCount(block.text) < 25 && !/[.!?։]$/u.test(block.text))
}

/**
 * By lead-in: "Related stories", "Читайте также" as the first words of a small box, or as a line that opens a list of links. In place.
 */
export function dropLedBoxes(document: DomDocument, dropped: DroppedText[]): void {
  const body = document.body
  if (!body) return
  const measures = measureAll(body)
  const all = measures.get(body)?.words ?? 0
  let led = 0
  const wordsIn = (element: DomElement) => measures.get(element)?.words ?? 0
  const note = (element: DomElement, reason: string) => {
    const text = squeezeSpaces(element.textContent ?? '')
    if (text !== '') dropped.push({ step: 'led boxes', reason, text })
    element.remove()
  }
  for (const heading of selectSome(body, 'h2,h3,h4,h5,h6,b,strong,p,div,span,dt,li,td,font,legend,caption', 20_000)) {
    const words = wordsIn(heading)
    if (words === 0 || words > 14 || led > 200 || !body.contains(heading)) continue
    const text = squeezeSpaces(heading.textContent ?? '')
    if (text === '' || text.length > 90) continue
    const reason = clutterReason({ text, linked: 0, place: 'body' })
    if (!reason?.opensBox || heading.querySelector('h1')) continue
    led++
    dropLed(heading, { all, reason: reason.reason, wordsIn, note })
  }
}

interface Led {
  all: number
  wordsIn: (element: DomElement) => number
  reason: string
  note: (element: DomElement, reason: string) => void
}

function dropLed(heading: DomElement, { all, reason, wordsIn, note }: Led): void {
  // Up, as long as the heading is the first text of its holder and the holder is a small list.
  const first = squeezeSpaces(heading.textContent ?? '')
  let box = heading
  for (const up of upward(heading)) {
    if (up === heading) continue
    if (/^(?:body|html|td|article|main)$/.test(up.localName) || wordsIn(up) > Math.max(all * 0.3, 60)) break
    if (!squeezeSpaces(up.textContent ?? '').startsWith(first) || up.querySelector('h1')) break
    if (reason !== 'comments' && !looksLikeList(up)) break
    box = up
  }
  // Along, as long as what follows is links.
  let next = box.nextElementSibling
  while (next && !/^h[12]$/.test(next.localName)) {
    const after = next.nextElementSibling
    if (wordsIn(next) > 400) break
    const text = squeezeSpaces(next.textContent ?? '')
    const inline = !isBlock(next)
    const links = readBlocks(next)
    const linked = links.reduce((sum, block) => sum + block.linked, 0) / Math.max(text.length, 1)
    if (text !== '' && !isLinkList(next) && !isTeaser(next, text) && linked < 0.5 && !(inline && next.localName === 'a')) break
    note(next, reason)
    next = after
  }
  // Comments without a holder of their own: their heading marks the end of the article for the rules on lines.
  if (reason === 'comments' && squeezeSpaces(box.textContent ?? '') === first) return
  note(box, reason)
}
