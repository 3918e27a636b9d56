/** HTML → its DOM, after a pass that gives up on pages made to exhaust a parser. */
import { Parser } from 'htmlparser2'
import { parseHTML } from 'linkedom'
import type { DomDocument } from './extract-dom.js'
import { UnreadablePage } from './unreadable-page.js'

/** Real pages: at most 51 levels and some 1,600 elements; extraction takes time that grows faster than either. */
export const depthLimit = 128
export const elementLimit = 20_000
/** `<br>` costs as much as any element when paragraphs are made from it. */
const breakLimit = 6_000
/** A stray `<` or `&` makes a text of its own. */
const textLimit = 100_000

/** Characters outside of scripts and styles; the longest running report has a third of it. */
export const textLengthLimit = 1_000_000
const silent = /^(?:script|style|noscript|template|svg|textarea|iframe)$/

/** Throws UnreadablePage (`depth`, `elements`, `size`) as soon as a limit is passed; the rest of the page is not looked at. */
export function guardHtml(html: string, url: string): void {
  let depth = 0
  let elements = 0
  let breaks = 0
  let texts = 0
  let characters = 0
  let silentTag: string | null = null
  let excess: UnreadablePage | null = null
  const parser = new Parser({
    onopentagname(name) {
      elements++
      depth++
      if (name === 'br') breaks++
      if (silentTag === null && silent.test(name)) silentTag = name
      if (depth > depthLimit) stop('depth', `elements nested deeper than ${depthLimit}`, `at most ${depthLimit} levels`)
      else if (elements > elementLimit) stop('elements', `more than ${elementLimit} elements`, `at most ${elementLimit}`)
      else if (breaks > breakLimit) stop('elements', `more than ${breakLimit} line breaks`, `at most ${breakLimit}`)
    },
    ontext(text) {
      if (silentTag === null) characters += text.length
      if (characters > textLengthLimit) stop('size', `more than ${textLengthLimit} characters of text`, `at most ${textLengthLimit}`)
      else if (++texts > textLimit) stop('elements', `more than ${textLimit} pieces of text`, `at most ${textLimit}`)
    },
    onclosetag(name) {
      depth--
      if (name === silentTag) silentTag = null
    },
  })
  function stop(reason: 'depth' | 'elements' | 'size', value: string, expectation: string): void {
    excess ??= new UnreadablePage(reason, { url, value, expectation })
    parser.pause()
  }
  // In steps, because a paused parser still takes in all it is given at once.
  for (let at = 0; at < html.length && excess === null; at += 16_384) parser.write(html.slice(at, at + 16_384))
  if (excess !== null) throw excess
}

/**
 * The page without its scripts and styles, which are half of many pages and are read twice otherwise; JSON-LD stays.
 * From an element that is never closed on, everything stays as it is.
 */
export function withoutScripts(html: string): string {
  const opening = /<!--|<(script|style)(?=[\s>/])[^<>]{0,2000}>/gi
  let kept = ''
  let from = 0
  for (let found = opening.exec(html); found !== null; found = opening.exec(html)) {
    const name = found[1]?.toLowerCase()
    const closing = name === undefined ? /-->/g : name === 'script' ? /<\/script[^>]{0,100}>/gi : /<\/style[^>]{0,100}>/gi
    closing.lastIndex = opening.lastIndex
    const closed = closing.exec(html)
    if (closed === null) break
    const end = closed.index + closed[0].length
    if (name !== undefined && !/ld\+json/i.test(found[0])) {
      kept += html.slice(from, found.index)
      from = end
    }
    opening.lastIndex = end
  }
  return kept + html.slice(from)
}

/** A fragment is taken for the body of a page. */
export function parsePage(html: string): DomDocument {
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`
  const { document } = parseHTML(whole)
  const page = document as unknown as DomDocument
  if (/<[a-z]+\s[^<>]*[A-Z][A-Za-z-]*\s*=/i.test(whole)) lowerAttributeNames(page)
  return page
}

/** The parser keeps `CLASS` and `HREF` of old pages as they are written; HTML means `class` and `href`. */
function lowerAttributeNames(document: DomDocument): void {
  for (const element of document.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) {
      const lower = name.toLowerCase()
      if (lower === name) continue
      if (!element.hasAttribute(lower)) element.setAttribute(lower, element.getAttribute(name) ?? '')
      element.removeAttribute(name)
    }
  }
}
